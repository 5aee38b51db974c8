"""Chinese of the scores of keeping and running an account: what they say, and what they assume (D4 to F5)."""

PHRASES: dict[str, str] = {
    # D4
    "Judged are requests that are closed or past due; one without a due day cannot be": (
        "只评判已关闭或已过期限的请求；没有期限的无法评判"
    ),
    "The days to answer run from the day a request was raised to the day it was closed": (
        "答复天数从请求提出之日算到关闭之日"
    ),
    # D5
    "A plan keeps those of the three checks that any of its actions has had": (
        "三查中，计划里任何一项行动做过的那几查，视为该计划采用"
    ),
    "An action that carries no checks asks for none": "没有填写三查的行动，视为不要求检查",
    # E1
    "The five levels count 100, 75, 50, 25 and 0 points; surveys of one day are one": (
        "五个等级依次计 100、75、50、25、0 分；同一天的调查合并计算"
    ),
    "The aim is that every answer is satisfied or very satisfied": "目标是全部答卷均为高度满意或一般满意",
    # E3
    "Losses without an amount or an exchange rate are counted, but add nothing to the amounts": (
        "没有金额或缺少汇率的流失计入次数，不计入金额"
    ),
    "A loss is open as long as the plan does not say what was changed": "计划没有写明改进措施的流失，视为未了结",
    "{amount} in the last 12 months": "近 12 个月 {amount}",
    "{n} after which nothing was changed": "{n} 次未作改进",
    # E4
    "High, medium and low are the thirds of the portfolio's annual margins, as in the lifetime value": (
        "毛利高、中、低，按全部客户年毛利的三分位划分，年毛利的算法与客户终身价值相同"
    ),
    "Up to {few} customers are few, more than {many} are many": "客户不超过 {few} 家为少，超过 {many} 家为多",
    "{served} (suggested: {suggested})": "{served}（建议：{suggested}）",
    # E8
    "Ratings are how far people support us; where nobody is rated there is nothing to confirm": (
        "需确认的是对人物支持度的评估；没有评估，也就无需确认"
    ),
    "A new owner has {days} days to confirm them": "新负责人应在 {days} 天内确认",
    # E9
    "The exposure is that of the largest open risk: two middling risks do not make a deadly one": (
        "风险暴露取未关闭风险中最大的一项：两个中等风险并不等于一个致命风险"
    ),
    # F2
    "An action belongs to the month and the week of its due day; dropped ones are left out": (
        "行动归入到期日所在的月和周；已取消的不计"
    ),
    "The share in front of the customer is of the actions that state both figures": (
        "面对客户的时间占比，只计两项工时都填写的行动"
    ),
    # F5
    "Modules that were not assessed are left out of the mean; all others count alike": (
        "未评估的模块不计入平均值，其余各模块权重相同"
    ),
    "It is our own judgement of ourselves": "这是自我评价",
}
