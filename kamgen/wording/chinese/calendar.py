"""Phrases of the calendar over all accounts."""

PHRASES: dict[str, str] = {
    # Opening
    "Nobody has anything to do yet.": "还没有任何工作安排。",
    "{n} piece of work is overdue.|{n} pieces of work are overdue.": "{n} 项工作已逾期。",
    "Nothing is overdue.": "没有逾期的工作。",
    "{n} is due this week.|{n} are due this week.": "本周还有 {n} 项到期。",
    "Nothing more is due this week.": "本周没有其他到期工作。",
    "The first piece of work": "安排第一项工作",
    "Write an action below one of an account’s strategies, with its owner and the day it is due: it then stands here in"
    " its week. Requests, promises, milestones, next steps and answers to risks count too.": (
        "在客户的某项策略下写一条行动，注明负责人和到期日，它就会出现在对应的周里。"
        "客户请求、我方承诺、里程碑、商机下一步和风险应对也会列入。"
    ),
    "in {n} account|in {n} accounts": "涉及 {n} 个客户",
    "the oldest for {n} day|the oldest for {n} days": "最久的已逾期 {n} 天",
    "everything in time": "全部按时",
    "Due this week": "本周到期",
    "until Sunday, {day}": "截至 {day}（周日）",
    "Planned hours, {n} week|Planned hours, {n} weeks": "计划工时（{n} 周）",
    "nothing is due in these weeks": "这几周没有到期工作",
    "give actions their hours to see the load": "为行动填写工时后显示工作量",
    "{stated} of {n} piece states its hours|{stated} of {n} pieces state hours": "{n} 项中有 {stated} 项填写了工时",
    "In front of customers": "面向客户的时间占比",
    "needs hours and with_customer in actions": "需在行动中填写 hours 与 with_customer",
    "of all planned hours": "占全部计划工时",
    "of planned hours; {share} of them say": "占计划工时，其中 {share} 已注明",
    # Members by weeks
    "Who does what, week by week": "每周谁做什么",
    "Open work in the week it is due": "未完成工作，按到期所在的周排列",
    "Planned hours of a week": "每周计划工时",
    "to {hours} h": "≤{hours} 小时",
    "more": "更多",
    "before today": "今天之前",
    "today: {day}": "今天{day}",
    "Week {number}": "第 {number} 周",
    "after {day}": "{day}之后",
    "Without an owner": "无负责人",
    "All together": "合计",
    "nothing with a day": "暂无排期",
    "{n} piece|{n} pieces": "{n} 项",
    "{n} day late|{n} days late": "逾期 {n} 天",
    "{n} member with less to do has no row here; the page of the team has all."
    "|{n} members with less to do have no row here; the page of the team has all.": (
        "另有 {n} 位工作较少的成员未列出，全部成员见团队页面。"
    ),
    "Only actions state hours; a week’s load is at least what it shows.": (
        "只有行动填写工时，每周的实际工作量不低于所示数字。"
    ),
    "No open work has a day yet. With a day it stands here in its week.": (
        "未完成工作都还没有日期。填写日期后会出现在对应的周里。"
    ),
    # Accounts by months
    "The year, month by month": "全年各月",
    "Pieces of work in a month": "每月工作项数",
    "this month": "本月",
    "Whole year": "全年",
    "{n} late|{n} late": "逾期 {n}",
    "{n} to do|{n} to do": "未完成 {n}",
    "all done": "全部完成",
    "Work": "工作",
    "Everything that was not dropped, in the month it is due, done or open.": (
        "除已取消的以外，全部工作按到期月份列出，含已完成与未完成。"
    ),
    "{n} piece is due in other years.|{n} pieces are due in other years.": "另有 {n} 项在其他年度到期。",
    "{n} account with less work counts in the sums alone.|{n} accounts with less work count in the sums alone.": (
        "另有 {n} 个工作较少的客户仅计入合计。"
    ),
    "No work is due in this year yet.": "本年度还没有到期的工作。",
    # Lists
    "All work with a day": "全部已排期工作",
    "Open work by its day, then what was done last": "未完成的按到期日排列，其后是最近完成的",
    "Filter the work": "筛选工作",
    "With the customer, h": "面向客户（小时）",
    "this week": "本周到期",
    "later": "以后到期",
    "done": "已完成",
    "No work has a day yet.": "还没有工作填写日期。",
    "{n} more stands on the page of its account and of its owner."
    "|{n} more stand on the pages of their accounts and of their owners.": "另有 {n} 项，见对应客户与负责人的页面。",
    "Without a day or without an owner": "缺少日期或负责人的工作",
    "{n} has no day|{n} have no day": "{n} 项没有日期",
    "{n} has no owner|{n} have no owner": "{n} 项没有负责人",
    "What has no day is never late, and what has no owner nobody does. Agree both in the next team meeting and write"
    " owner and due into the plan, or drop the work.": (
        "没有日期的工作不会显示逾期，没有负责人的工作无人推进。请在下次团队会议上确定，"
        "并在计划中写入 owner 和 due；不再需要的工作请取消。"
    ),
    "no day yet": "待定",
    "All open work has an owner and a day.": "所有未完成工作都有负责人和日期。",
}
