"""Phrases of the pages of the team, of its members, and of the people at customers."""

PHRASES: dict[str, str] = {
    # The team
    "{members} look after {accounts}; {late}.": "{members}负责 {accounts}；{late}。",
    "{n} member|{n} members": "{n} 名成员",
    "{n} account|{n} accounts": "{n} 个客户",
    "{n} piece of work is overdue|{n} pieces of work are overdue": "{n} 项工作逾期",
    "no work is overdue": "没有逾期的工作",
    "{n} piece of open work has no owner|{n} pieces of open work have no owner": "{n} 项未完成的工作没有负责人",
    "{n} person is covered by nobody|{n} people are covered by nobody": "{n} 位客户方人员无人负责",
    "{facts}.": "{facts}。",
    "The settings name no team yet. With names, levels and phases in kamgen.yaml, people read names here, and see who"
    " covers what:": (
        "设置中还没有团队名单。在 kamgen.yaml 中写明姓名、级别和所属队伍后，这里会显示姓名以及各自的分工："
    ),
    "Members": "成员",
    "Who looks after what; each name leads to the member’s own page": "谁负责什么；点击姓名进入成员页面",
    "Filter members": "筛选成员",
    "Member": "成员",
    "Phase": "所属队伍",
    "Open work": "未完成工作",
    "Overdue": "逾期",
    "Planned, 4 weeks, h": "四周内计划（小时）",
    "Planned, all, h": "全部计划（小时）",
    "With customers": "面对客户占比",
    "People covered": "负责的客户方人员",
    "Contact overdue": "接触逾期",
    "not in the team list": "不在团队名单中",
    "Hours are those of open actions; the four weeks include what is overdue. With customers: share of the planned"
    " hours in front of them.": (
        "工时为未完成行动的计划工时，四周内含已逾期部分。面对客户占比：计划工时中面对客户的比例。"
    ),
    # Coverage
    "Coverage before, during and after the sale": "售前、售中、售后的人员分工",
    "{n} of {all} accounts name a team": "{all} 个客户中有 {n} 个写明了团队",
    "{n} without {phase}": "{n} 个缺{phase}",
    "Lacks": "缺少",
    "phase not given:": "未注明队伍：",
    "Plans without a team:": "未写明团队的计划：",
    # Hours
    "Hours against the resource rule": "工时与资源规则",
    "All, h": "合计（小时）",
    "Planned": "计划",
    "All": "合计",
    "keeps the rule": "达到规则要求",
    "below the rule": "低于规则要求",
    "Each slice holds the one before it. The rule is about the widest: it is kept by all of us together, not by every"
    " one.": "每一层都包含前一层。规则针对最宽的一层，由团队整体达到，不要求每个人都达到。",
    "{share} of the planned hours are in front of customers.": "计划工时的 {share} 面对客户。",
    "{share} of the planned hours are in front of customers, as far as {known} of them say.": (
        "计划工时的 {share} 面对客户（按其中 {known} 有记录的工时计算）。"
    ),
    "Where the hours go": "工时去向",
    "Hours by account": "各客户的工时",
    "Hours by slice": "各层的工时",
    "Slice": "层级",
    "Slice, with those above it": "层级（含以上各层）",
    "Planned, h": "计划（小时）",
    "Spent, h": "已投入（小时）",
    "h": "小时",
    # A member
    "{n} thing needs attention|{n} things need attention": "{n} 件事需要关注",
    "{n} piece of own work is overdue|{n} pieces of own work are overdue": "本人 {n} 项工作逾期",
    "{n} contact is overdue|{n} contacts are overdue": "{n} 人接触逾期",
    "Nothing is overdue, and nothing is due this week.": "没有逾期的工作，本周也没有到期的工作。",
    "No plan names this member yet. As owner of an account or of an action, in a team, or under covered_by: of a"
    " person, the member gets a page of work here.": (
        "还没有计划提到这位成员。成为客户或行动的负责人、加入客户团队，"
        "或写入人物的 covered_by: 之后，这里会显示其工作。"
    ),
    "Own accounts and own work, most urgent first": "本人的客户与工作，最紧急的在前",
    "What needs doing": "事项",
    "Who": "负责人",
    "Also in the team of": "另参与以下客户的团队：",
    "In the team of": "参与以下客户的团队：",
    "{n} more on the portfolio page": "另有 {n} 个，见客户总览页",
    "Work, week by week": "逐周工作",
    "{n} open": "{n} 项未完成",
    "{n} overdue": "{n} 项逾期",
    "This week": "本周",
    "Next week": "下周",
    "Later": "以后",
    "Without a day": "未定日期",
    "Next by": "下次不晚于",
    "Opportunities and next steps": "商机与下一步",
    "Amount, {unit}": "金额（{unit}）",
    "Chance": "赢单概率",
    # People at customers
    "Everyone found": "已找到的人员",
    "Overdue contact with most influence first": "接触逾期且影响力大的在前",
    "Filter people": "筛选人员",
    "overdue": "逾期",
    "in time": "按期",
    "no cadence agreed": "未约定间隔",
    "still to find": "待寻找",
    "Contact": "接触情况",
    "{n} more, less urgent: on the pages of their accounts and of the members who cover them": (
        "另有 {n} 人不太紧急，见其客户页面和负责成员的页面"
    ),
    "{n} person decides and nobody covers them|{n} people decide and nobody covers them": (
        "{n} 位有决定权的人无人负责"
    ),
    "No contact is overdue, and everybody who decides is covered.": "没有逾期的接触，有决定权的人都有人负责。",
    "at {n} account|at {n} accounts": "分布在 {n} 个客户",
    "Covered": "有人负责",
    "{n} covered by nobody": "{n} 人无人负责",
    "the longest by {n} day|the longest by {n} days": "最长逾期 {n} 天",
    "Decide, covered by nobody": "有决定权而无人负责",
    "influence {n} or 5": "影响力 {n} 或 5",
    "Roles still to find": "待寻找的角色",
    "marked as wanted in the plans": "计划中标为待寻找",
    "Who covers them": "由谁负责",
    "Who decide": "有决定权",
    "Roles that the plans ask for": "计划中需要寻找的角色",
    "Who looks": "由谁寻找",
    "Nobody is on a power map yet. Write in a plan who decides at the customer; with who covers them and when they were"
    " last met, they appear here in time:": (
        "权力地图上还没有人。在计划中写明客户方由谁决定，并注明我方由谁负责、最近何时接触，到时就会显示在这里："
    ),
}
