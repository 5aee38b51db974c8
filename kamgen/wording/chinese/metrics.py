"""Chinese of the metrics: labels and descriptions by their English, definitions by the metric's name."""

PHRASES: dict[str, str] = {
    # Buying
    "Years as a customer": "购买持续期",
    "How long the customer has been buying from us": "客户向我方采购已有多久",
    "Purchases, last 12 months": "近 12 个月采购额",
    "Net purchases of the last 12 months": "最近 12 个月的净采购额",
    "Purchases, 12 months before": "此前 12 个月采购额",
    "Net purchases of the 12 months before the last 12": "最近 12 个月之前那 12 个月的净采购额",
    "Growth": "增长率",
    "Purchases of the last 12 months against the 12 months before": "最近 12 个月采购额与此前 12 个月相比",
    "Margin rate": "毛利率",
    "Our margin on the purchases of the last 12 months that state one": "最近 12 个月写有毛利的采购的毛利率",
    "Share of wallet": "客户份额",
    "Our share of what the customer spends in our category": "我方占客户本品类采购总量的比例",
    "Days since the last purchase": "距最近采购天数",
    "How long ago the customer last bought": "客户最近一次采购距今多久",
    "Purchase days": "采购日数",
    "Days with a purchase in the last 12 months": "最近 12 个月内有采购的天数",
    "Amount bought": "采购金额",
    "Amount bought in the last 12 months, the M of RFM": "最近 12 个月的采购金额，即 RFM 中的 M",
    "Activity": "活跃度",
    "Active, cooling or dormant, by the customer's own buying rhythm": "按客户自己的采购节奏：活跃、降温或休眠",
    "Revenue to date": "累计收入",
    "All net purchases so far, undiscounted": "迄今全部净采购额，不折现",
    "Lifetime value": "客户终身价值",
    "Revenue to date plus the projected margin, discounted": "累计收入加上折现后的未来毛利",
    "White space": "空白机会",
    "What the customer could buy from us in a year beyond what it buys now": (
        "客户一年中除现有采购外还可能向我方采购的金额"
    ),
    # Selling
    "Open pipeline": "进行中商机金额",
    "Amount of the open opportunities": "进行中商机的金额合计",
    "Weighted pipeline": "加权商机",
    "Open opportunities, each times its chance to be won": "进行中的商机按各自赢单概率加权的金额",
    "Win rate": "赢率",
    "Share of the decided opportunities that were won": "已有结果的商机中赢单的比例",
    "Goal progress": "目标进度",
    "How far the goals are, against how far they should be today": "各目标的完成情况与今天应有进度相比",
    # Standing
    "Coverage": "关系覆盖",
    "Influence-weighted share of people with an owner and a recent contact": (
        "有我方人员负责且近期有接触的人所占比例，按影响力加权"
    ),
    "Support index": "支持指数",
    "How much of the influence is for us, −100 to 100": "影响力偏向我方的程度，−100 至 100",
    "On-time response": "响应及时率",
    "Share of the customer's requests closed by their due day": "客户请求在期限内关闭的比例",
    "Satisfaction": "满意度",
    "The latest survey, from 0 (all very dissatisfied) to 100 (all very satisfied)": (
        "最近一次调查：从 0（全部极不满意）到 100（全部高度满意）"
    ),
    "Risk exposure": "风险暴露",
    "Likelihood × impact of the largest open risk, 1 at most": "未关闭风险中最大的可能性 × 影响，最高为 1",
    "Referrals": "转介绍",
    "How often this customer has recommended us": "客户推荐我们的次数",
    # Hours
    "Planned hours": "计划工时",
    "Planned hours of all actions that were not dropped": "全部未取消行动的计划工时",
    "Hours spent": "已投入工时",
    "Hours spent on actions so far": "迄今在行动上投入的工时",
    "Hours with the customer": "面对客户工时",
    "Planned hours in front of the customer": "计划工时中花在客户面前的部分",
}

DEFINITIONS: dict[str, str] = {
    "years-as-customer": """\
从 `profile.since` 起算，未填写则从有记录的首次采购起算，天数 ÷ 365.25。

两者都没有时未知。尚未到来的 `profile.since` 不算。""",
    "purchases-last-12-months": """\
截至当日的 12 个月内，采购额减去退货额。

没有采购记录或缺少汇率时未知。""",
    "purchases-previous-12-months": "截至一年前的 12 个月内，采购额减去退货额；采购记录开始得更晚时未知。",
    "growth": """\
最近 12 个月 ÷ 此前 12 个月 − 1。

此前没有采购，或记录没有完整覆盖此前一年时未知：新客户第二年的增加只是起步，不是增长。""",
    "margin-rate": """\
最近 12 个月写有毛利的采购：毛利 ÷ 金额。

这些采购的金额合计不大于 0 时未知。""",
    "share-of-wallet": """\
某一自然年向我方的采购额 ÷ 客户当年在本品类的采购总额（全部供应商合计）。

采购总额取 `value.wallet` 中不晚于当年、且不为 0 的最近一项。当年尚未结束时，以最近 12 个月的采购额代替该年采购额。\
采购记录在该年之后才开始时未知。结果大于 1，说明采购总额估得偏小。""",
    "recency-days": "距最近一个净采购日的天数；没有净采购日时未知。",
    "frequency": "最近 12 个月内净采购为正的天数；没有任何采购记录时未知。",
    "monetary": "同 `purchases-last-12-months`，沿用 RFM 中的名称。",
    "activity": """\
按采购间隔天数的中位数判断：距最近采购不超过 1.5 倍为活跃，不超过 3 倍为降温，更久为休眠。

采购日少于 3 天时未知。""",
    "revenue-to-date": "自有记录以来的采购额减去退货额；没有采购记录或缺少汇率时未知。",
    "lifetime-value": """\
在预测年限内计算 `累计收入 + Σ 年毛利 · 保留率^t / (1 + 折现率)^t`。

年毛利取最近 12 个月；退货多于采购的年度，预测按 0 计。没有采购记录或缺少汇率时未知。""",
    "white-space": """\
`value.white_space` 中两个数字都已知的行：`Σ max(潜力 − 现有采购, 0)`。

没有这样的行或缺少汇率时未知。""",
    "open-pipeline": """\
进行中商机的金额合计，不含没有金额或缺少汇率的商机。

计划中有商机而没有进行中的，为 0；没有记录商机，或进行中的都没有金额时未知。""",
    "weighted-pipeline": """\
进行中商机的 `Σ 金额 · 概率`，优先采用商机自己的概率，否则采用所在阶段的概率。

缺少金额、概率或汇率的商机不计。没有可计的商机时未知；但计划中有商机而没有进行中的，为 0。""",
    "win-rate": "按个数计算：赢单 ÷（赢单 + 丢单）；尚无结果时未知。",
    "goal-progress": """\
各目标“完成比例 ÷ 时间比例”的平均值，每个目标最高 100 分；已达成的目标始终为 100 分。

完成比例为 `(现值 − 起点) / (目标值 − 起点)`。\
数字不全、没有日期可判断应有进度或尚未开始的目标不计。没有可评判的目标时未知。""",
    "coverage": """\
有我方人员负责、且在约定频率内有过接触的人的影响力 ÷ 全部影响力。

未约定频率的按 90 天。未评估影响力的人和待寻找的角色不计；没有任何人评估过影响力时未知。""",
    "support-index": "`Σ 影响力 · 支持度 / Σ (2 · 影响力) × 100`，只计两项都已评估的人；没有这样的人时未知。",
    "on-time-response": """\
在期限内关闭的请求数 ÷ 已关闭或已过期限的请求数。

没有期限的，以及尚未关闭且未到期限的请求不计。没有可评判的请求时未知。""",
    "satisfaction": """\
最近一次调查全部答卷的平均分，五个等级依次为 100、75、50、25、0 分。

同一天的调查合并计算。没有调查，或最近一次无人作答时未知。""",
    "risk-exposure": """\
未关闭风险中最大的 `可能性 · 影响 / 25`。

风险全部关闭时为 0；没有记录，或未关闭的都未评估时未知。""",
    "referrals": "截至当日的转介绍次数。计划记录的是已发生的事，所以清单为空即为 0，属于已知。",
    "planned-hours": "`goals.strategies.actions.hours` 的合计，不含已取消的行动；没有任何行动填写时未知。",
    "spent-hours": """\
`goals.strategies.actions.spent` 的合计；没有任何行动填写时未知。

后来取消的行动，已投入的工时照计。""",
    "customer-hours": "`goals.strategies.actions.with_customer` 的合计，不含已取消的行动；没有任何行动填写时未知。",
}
"""How each metric is computed and when it is not known, as Markdown, by the metric's name."""
