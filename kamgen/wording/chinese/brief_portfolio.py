"""Phrases of the portfolio brief."""

PHRASES: dict[str, str] = {
    # First page
    "Amounts in {currency}": "金额单位：{currency}",
    "bought so far and projected margin": "累计采购加预计毛利",
    "{share} chance to reach it": "达成概率 {share}",
    "Time for the top {share}": "前 {share} 客户的时间投入",
    "Time for the top accounts": "头部客户的时间投入",
    "of the hours spent; the rule is {rule}": "占已投入工时；规则为 {rule}",
    "of the planned hours; the rule is {rule}": "占计划工时；规则为 {rule}",
    "needs hours in the action plans": "需在行动计划中填写工时",
    "{better} better and {worse} worse since {day}": "自{day}以来 {better} 个好转、{worse} 个变差",
    # What to decide
    "What needs a decision": "需要会议决定的事项",
    "Accounts at risk": "风险客户",
    "health is {points} of 100": "健康度 {points} 分（满分 100）",
    "weakest is {part} with {points}": "最弱项为{part}（{points} 分）",
    "only {share} of it known": "依据仅 {share} 已知",
    "Largest gaps to target": "与目标差距最大",
    "{amount} in {n} account|{amount} in {n} accounts": "{n} 个客户共差 {amount}",
    "{gap} of the target of {target} is neither booked nor expected": ("目标 {target}，扣除已实现与预期后尚差 {gap}"),
    "Executive matters overdue": "高层逾期事项",
    "{name} ({title})": "{name}（{title}）",
    "“{what}” is {n} day overdue|“{what}” is {n} days overdue": "“{what}”已逾期 {n} 天",
    "Biggest decisions in the next {n} days": "未来 {n} 天内有结果的最大商机",
    "“{what}” is decided on {day}": "“{what}”将于{day}有结果",
    "{share} chance": "赢单概率 {share}",
    "next: {step}": "下一步：{step}",
    "Lost since {day}": "自{day}以来的流失",
    "“{what}”": "“{what}”",
    "“{what}”, {amount}": "“{what}”，{amount}",
    "no reason written down": "未写明原因",
    "nothing was changed since": "尚无改进措施",
    "since then: {fix}": "改进：{fix}",
    "{n} in all": "共 {n} 项",
    "{n} worth {amount}": "共 {n} 项，{amount}",
    "Nothing asks for a decision: no account is at risk, no target is short, nothing is overdue for executives, "
    "and nothing was lost in the last quarter.": (
        "目前没有需要会议决定的事项：没有风险客户，没有目标缺口，高层事项均未逾期，最近一个季度也没有流失。"
    ),
    # Where the accounts stand
    "{named} of {all} are named.": "共 {all} 个客户，标出 {named} 个名称。",
    "Without a place": "未能定位",
    # Table of all accounts
    "Most valuable first; an empty cell is not known yet": "价值最高的在前；空白表示尚不清楚",
    "The {shown} most valuable of {all}; the other {n} is summed up below them and stands on the site."
    "|The {shown} most valuable of {all}; the other {n} are summed up below them and stand one by one on the site.": (
        "共 {all} 个客户，列出价值最高的 {shown} 个；其余 {n} 个合计于表末，明细见站点。"
    ),
    "Gap to target": "目标差距",
    "Next review": "下次会议",
    "All {n} accounts": "全部 {n} 个客户",
    # By owner and segment
    "Those whose customers bought most come first": "客户采购额最高的在前",
    "{n} more owner stands on the site’s team page.|{n} more owners stand on the site’s team page.": (
        "另有 {n} 位负责人见站点的团队页。"
    ),
    "{n} more segment stands on the site’s page of segments."
    "|{n} more segments stand on the site’s page of segments.": "另有 {n} 个细分见站点的客户细分页。",
    # What is not known
    "What is not known yet": "尚不清楚的内容",
    "and what in the plans would make it known": "以及计划中需要补充的内容",
    "Not known": "尚不清楚",
    "Of whom": "涉及客户",
    "What would make it known": "需要补充的内容",
    "Purchases in the plan, or in NAME.purchases.csv beside it": (
        "在计划中填写采购记录，或在计划旁放置 NAME.purchases.csv 文件"
    ),
    "A criterion of each axis; most often missing: {criteria}": "每个坐标轴至少一项评分标准；最常缺少：{criteria}",
    "Criteria for both axes in kamgen.yaml": "在 kamgen.yaml 中为两个坐标轴设定评分标准",
    "People with their support, goals with figures, a survey, or requests with their days": (
        "关键人物及其支持度、带数值的目标、满意度调查，或带日期的客户请求"
    ),
    "The people who decide, with influence and support": "参与决策的人物及其影响力与支持度",
    "A goal in money with a target": "以金额计并设有目标值的目标",
    "Booked of the target": "目标已实现金额",
    "The actual figure of the revenue goal": "收入目标的实际值",
    "Worth of open opportunities": "进行中商机的价值",
    "An amount and a stage, or a probability of its own, for each of them": (
        "为每个商机填写金额，以及阶段或自定的赢单概率"
    ),
    "Hours for the account": "投入工时",
    "Hours of the actions, planned and spent": "行动的计划工时与实际工时",
    # Link on the portfolio page
    "Portfolio (PDF)": "客户总览（PDF）",
}
