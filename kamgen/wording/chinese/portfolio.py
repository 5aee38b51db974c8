"""Phrases of the portfolio page."""

PHRASES: dict[str, str] = {
    # Opening
    "Portfolio": "客户总览",
    "{n} account is at risk.|{n} accounts are at risk.": "{n} 个客户处于风险状态。",
    "{n} account brings {share} of all revenue.|{n} accounts bring {share} of all revenue.": (
        "{n} 个客户贡献了全部收入的 {share}。"
    ),
    "{amount} of the target is still to find.": "距目标尚差 {amount}。",
    "The forecast is {amount} above the target.": "预测超出目标 {amount}。",
    "{n} error|{n} errors": "{n} 个错误",
    "{n} warning|{n} warnings": "{n} 个警告",
    "{findings} in the plans": "计划中有 {findings}",
    "Accounts": "客户",
    "{n} owner|{n} owners": "{n} 位负责人",
    "Key accounts": "大客户",
    "score {points} or more": "综合积分不低于 {points}",
    "not known yet": "尚不清楚",
    "{n} not known yet": "{n} 个尚不清楚",
    "Purchases, 12 months": "近 12 个月采购",
    "{change} on the year before": "同比 {change}",
    "nothing on record the year before": "上一年没有记录",
    "Add purchases to a plan to see them here": "在计划中填写采购记录后显示",
    "no revenue target yet": "尚未设定收入目标",
    "Health": "健康度",
    # First step
    "No account plan yet": "还没有客户经营计划",
    "Start with the account that matters most. A plan needs a name and an owner; everything else can follow.": (
        "从最重要的客户开始。计划只需要名称和负责人，其余内容可以逐步补充。"
    ),
    "Then build the site again: the account, its place in the matrix and what needs attention appear here.": (
        "然后重新生成站点：客户、客户在矩阵中的位置以及需要关注的事项都会显示在这里。"
    ),
    # Needs attention
    "Needs attention this week": "本周需要关注",
    "All accounts, most urgent first": "全部客户，最紧急的在前",
    "and {n} more": "另有 {n} 项",
    "and {n} more accounts": "等，另有 {n} 个客户",
    "{n} more on the accounts’ own pages": "另有 {n} 项，见各客户页面",
    "Nothing is overdue or due this week. Give actions, requests and contacts a day, and they appear here in time.": (
        "本周没有逾期或到期的事项。为行动、请求和联系设定日期后，会适时显示在这里。"
    ),
    "{n} day overdue|{n} days overdue": "逾期 {n} 天",
    # Matrix
    "Where the accounts stand": "客户矩阵",
    "Area is {measure}; shape and colour are health.": "面积表示{measure}，形状与颜色表示健康度。",
    "{n} name found no room; the table below has all.|{n} names found no room; the table below has all.": (
        "{n} 个名称未能标出，完整名单见下表。"
    ),
    "Only the most valuable are named; the table below has all.": "仅标出价值最高的客户，完整名单见下表。",
    "No account has a place yet. Each axis needs at least one of its criteria in the plan.": (
        "还没有客户能在矩阵中定位。每个坐标轴至少需要计划中的一项评分标准。"
    ),
    "Without a place in the matrix, and what would give them one": "未能定位的客户，以及需要补充的内容",
    # Pyramid
    "What the top really brings": "头部客户的真实贡献",
    "Ranked by {measure}": "按{measure}排名",
    "top {share}": "前 {share}",
    "{n} of {all}": "{n}/{all}",
    "the same as above": "与上一层相同",
    "plus {names}": "另加{names}",
    "All with a rank": "全部已排名客户",
    "{share} of the planned hours": "计划工时的 {share}",
    "{share} of the hours spent": "已投入工时的 {share}",
    "The top {top} get {hours}; the rule is {rule}.": "前 {top} 的客户占{hours}；规则为 {rule}。",
    "{amount} revenue to date, {share} of all": "累计收入 {amount}，占全部的 {share}",
    "All accounts of the slices": "各层客户名单",
    "Without a rank": "未排名",
    "value not known: add purchases to the plan": "价值尚不清楚：请在计划中填写采购记录",
    "No account has a value to rank by yet. Purchases in its plan, or in NAME.purchases.csv beside it, give it one.": (
        "还没有客户具备可排名的价值。请在计划中填写采购记录，或在计划旁放置 NAME.purchases.csv 文件。"
    ),
    # Forecast
    "Open opportunities count with their chance to be won.": "进行中的商机按赢单概率计入。",
    "The chance to reach the target is {share}.": "达成目标的概率为 {share}。",
    "{n} open opportunity lacks an amount or a chance and counts nothing."
    "|{n} open opportunities lack an amount or a chance and count nothing.": (
        "{n} 个进行中的商机缺少金额或概率，未计入。"
    ),
    "No account has a revenue goal yet: a goal in money with a target shows here what is missing.": (
        "还没有客户设定收入目标：设定以金额计的目标后，这里会显示差距。"
    ),
    "{n} account has no revenue goal; its pipeline counts here all the same."
    "|{n} accounts have no revenue goal; their pipeline counts here all the same.": (
        "{n} 个客户没有收入目标，其商机仍计入此处。"
    ),
    "No open opportunity has an amount yet. With an amount, a process and a stage it counts here.": (
        "进行中的商机还没有金额。填写金额、采购流程和阶段后会计入此处。"
    ),
    "Largest gaps": "差距最大的客户",
    "Target, {unit}": "目标（{unit}）",
    "Booked and weighted": "已实现与加权商机",
    # Table
    "All accounts": "全部客户",
    "Most valuable first": "价值最高的在前",
    "Filter accounts": "筛选客户",
    "{n} of {all} shown": "显示 {n}/{all}",
    "Account": "客户",
    "Owner": "负责人",
    "Class": "分类",
    "Posture": "策略",
    "Relationship": "客户关系",
    "Purchases 12 m, {unit}": "近 12 个月采购（{unit}）",
    "Two years": "两年走势",
    "Pipeline, {unit}": "加权商机（{unit}）",
    "Activity": "活跃度",
    "Next due": "最近到期",
    "{share} known": "已知 {share}",
    # Groups
    "Groups": "集团",
    "A group’s own figures and those of all accounts below it": "集团自身与全部下级客户合计",
    "Group": "集团",
    "Directly below": "直属客户",
    "Revenue to date, {unit}": "累计收入（{unit}）",
    "{n} of {all} accounts": "{n}/{all} 个客户",
    ", ": "、",
    # Win rates
    "No reason written down": "未写明原因",
    "Win rates": "赢率",
    "Won of all decided opportunities, by number": "赢单占已有结果商机的比例，按数量计",
    "Won": "赢单",
    "Chance in the settings": "设定的赢单概率",
    "All decided opportunities": "全部已有结果的商机",
    "By buying process": "按采购流程",
    "By owner": "按负责人",
    "Next step": "下一步",
    # What a place in the matrix can rest on; metrics have their own module
    "type": "客户类型",
    "stage": "合作阶段",
    "service level": "服务级别",
}
