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
    # Three tests of a big customer
    "Big need": "大需求",
    "Is the customer's need big? Yes or no": "客户的需求大不大：是或否",
    "Pays a premium": "愿付溢价",
    "Does the customer pay a premium? Yes or no": "客户是否愿付溢价：是或否",
    "Buys again and again": "重复购买",
    "Does the customer buy again and again? Yes or no": "客户是否反复购买：是或否",
    "Tests passed": "大客户三问通过数",
    "How many of the three tests of a big customer are yes": "大客户三问中回答“是”的个数",
    # Where it is to go
    "Backcast steps": "以终为始步骤数",
    "How many of the pictures 10, 5, 3 and 1 years out there are": "十年、五年、三年、一年四幅图景已写出几幅",
    "Growth to the first step": "到第一步的年增长率",
    "Growth a year from today's purchases to the nearest step of the backcast": (
        "从目前采购额到以终为始最近一步所需的年增长率"
    ),
    "Still to be won": "尚待赢得",
    "What is missing to the revenue goal": "距收入目标还差的金额",
    "Target covered": "目标覆盖率",
    "Share of what is still to be won that opportunities and white space could bring": (
        "尚待赢得的金额中，商机和空白机会能够覆盖的比例"
    ),
    "Target covered by owners": "有人负责的目标覆盖率",
    "Share of what is still to be won that somebody works on": "尚待赢得的金额中，已有人跟进的比例",
    "Target uncovered": "目标未覆盖金额",
    "What is still to be won and nothing is named for": "尚待赢得而没有着落的金额",
    # Selling
    "Open pipeline": "进行中商机金额",
    "Amount of the open opportunities": "进行中商机的金额合计",
    "Weighted pipeline": "加权商机",
    "Open opportunities, each times its chance to be won": "进行中的商机按各自赢单概率加权的金额",
    "Pipeline, low end (P10)": "商机低位值（P10）",
    "What the open opportunities bring at least, in 9 cases of 10": "进行中的商机有九成把握至少带来的金额",
    "Pipeline, middle (P50)": "商机中位值（P50）",
    "What the open opportunities bring or more, in half of all cases": "进行中的商机有一半可能达到或超过的金额",
    "Pipeline, high end (P90)": "商机高位值（P90）",
    "What the open opportunities exceed in 1 case of 10 at most": "进行中的商机最多只有一成可能超过的金额",
    "Chance to reach the target": "达成目标的概率",
    "Probability that what is booked and what is won reach the revenue target": (
        "已实现金额加上后续赢单金额达到收入目标的概率"
    ),
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
    "Single-threaded": "单线关系",
    "Does one contact carry over half of the influence that is for us? Yes or no": (
        "支持我方的影响力是否过半系于一人：是或否"
    ),
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
    # Keeping
    "Open requests": "未关闭请求",
    "Requests of the customer that wait for an answer": "客户提出、尚待答复的请求数",
    "Days to answer": "答复天数",
    "How long an answer to the customer takes": "答复客户请求需要多久",
    "Satisfied answers": "满意率",
    "Share of the latest survey's answers that are satisfied or very satisfied": (
        "最近一次调查中高度满意和一般满意的答卷所占比例"
    ),
    "Lost, last 12 months": "近 12 个月流失额",
    "Amount lost in the last 12 months": "最近 12 个月流失的金额",
    "Kinds of binding": "绑定类别数",
    "How many of the three kinds of binding hold the account": "三类绑定中已有几类",
    "Referrals with a result": "有结果的转介绍",
    "Recommendations of this customer that something came of": "客户的推荐中有了结果的次数",
    "Days since the handover": "距交接天数",
    "How long the present owner has had it": "现任负责人接手已有多久",
    "Open risks": "未关闭风险",
    "Risks that are still open": "尚未关闭的风险数",
    "Verified outcomes": "已验证成果",
    "The customer's own outcomes that are reached and that the customer has confirmed": (
        "已达成并经客户确认的客户业务成果数"
    ),
    "Checks made": "三查完成率",
    "Share of the checks of finished actions that were made": "已完成的行动中，应查项目已查的比例",
    # Hours
    "Planned hours": "计划工时",
    "Planned hours of all actions that were not dropped": "全部未取消行动的计划工时",
    "Hours spent": "已投入工时",
    "Hours spent on actions so far": "迄今在行动上投入的工时",
    "Hours with the customer": "面对客户工时",
    "Planned hours in front of the customer": "计划工时中花在客户面前的部分",
    "Time with the customer": "面对客户时间占比",
    "Share of the planned hours that is in front of the customer": "计划工时中花在客户面前的比例",
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
    "big-need": "`profile.key_account_tests.need` 中的回答；无人回答时未知。",
    "price-premium": "`profile.key_account_tests.premium` 中的回答；无人回答时未知。",
    "big-repurchase": "`profile.key_account_tests.repurchase` 中的回答；无人回答时未知。",
    "big-tests": "`profile.key_account_tests` 中回答“是”的个数，0 至 3；三问都未回答时未知。",
    "backcast-steps": """\
四步之中，`goals.horizon` 已写出图景的有几步，年份相差一年以内都算。

0 至 4，总是已知：计划里有几步，就是几步。""",
    "backcast-growth": """\
`(该步金额 ÷ 最近 12 个月采购额) ^ (1 ÷ 年数) − 1`。

取 `goals.horizon` 中写有金额、且该年尚未结束的最近一步，年数算到该年年底。没有这样的一步，或没有采购时未知。""",
    "target-to-win": """\
收入目标的 `max(目标值 − max(现值, 起点), 0)`。

收入目标是 `goals.goals` 中第一个以金额计、有目标值且当日正在进行的目标。没有这样的目标、现值和起点都没有，\
或缺少汇率时未知。""",
    "target-covered": """\
（进行中商机的全额 + 商机之外的空白机会）÷ `target-to-win`。

最高为 1；已无需再赢得时为 1。某产品的空白机会，只计超出该产品进行中商机的部分。`target-to-win` 未知时未知；\
有商机或空白机会尚未填写数字、而它们可能补上缺口时，也未知。""",
    "target-owned": """\
下一步已有人负责的进行中商机，按全额计，÷ `target-to-win`。

最高为 1；已无需再赢得时为 1。没有金额或缺少汇率的商机不计；空白机会在成为商机之前没有负责人。\
`target-to-win` 未知时未知。""",
    "target-uncovered": "`target-to-win` 减去 `target-covered` 计入的金额，最低为 0；其中一项未知时未知。",
    "open-pipeline": """\
进行中商机的金额合计，不含没有金额或缺少汇率的商机。

计划中有商机而没有进行中的，为 0；没有记录商机，或进行中的都没有金额时未知。""",
    "weighted-pipeline": """\
进行中商机的 `Σ 金额 · 概率`，优先采用商机自己的概率，否则采用所在阶段的概率。

缺少金额、概率或汇率的商机不计。没有可计的商机时未知；但计划中有商机而没有进行中的，为 0。""",
    "pipeline-p10": """\
赢单金额合计不超过该值的概率至少为 10%，取满足这一条件的最小金额。

取自进行中商机合计金额的概率分布：每个商机要么整单赢下，要么落空，彼此独立。加权商机未知时未知。""",
    "pipeline-p50": """\
赢单金额合计不超过该值的概率至少为 50%，取满足这一条件的最小金额，算法同 `pipeline-p10`。

大单要么整单赢下，要么落空，因此该值可能与加权商机（即平均值）相差很大。""",
    "pipeline-p90": "赢单金额合计不超过该值的概率至少为 90%，取满足这一条件的最小金额，算法同 `pipeline-p10`。",
    "chance-to-reach-target": """\
赢单金额合计不低于收入目标 `目标值 − 现值` 的概率，0 至 1。

目标已达成时为 1。缺少金额、概率或汇率的商机不计，有这样的商机时结果偏低。\
目标值或现值缺失，或加权商机未知时未知。""",
    "win-rate": "按个数计算：赢单 ÷（赢单 + 丢单）；尚无结果时未知。",
    "goal-progress": """\
各目标“完成比例 ÷ 时间比例”的平均值，每个目标最高 100 分；已达成的目标始终为 100 分。

完成比例为 `(现值 − 起点) / (目标值 − 起点)`。\
数字不全、没有日期可判断应有进度或尚未开始的目标不计。没有可评判的目标时未知。""",
    "coverage": """\
有我方人员负责、且在约定频率内有过接触的人的影响力 ÷ 全部影响力。

未约定频率的按 90 天。未评估影响力的人和待寻找的角色不计；没有任何人评估过影响力时未知。""",
    "support-index": "`Σ 影响力 · 支持度 / Σ (2 · 影响力) × 100`，只计两项都已评估的人；没有这样的人时未知。",
    "single-threaded": """\
支持我方的人的 `Σ 影响力 · 支持度` 中，有一人占一半以上即为“是”。

无人支持我方，或没有人两项都已评估时未知。""",
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
    "open-requests": "已提出而尚未关闭的请求数；没有记录请求时未知。",
    "response-days": """\
从提出（`service.requests.raised`）到关闭（`service.requests.closed`）所用天数的中位数。

尚未关闭的和没有提出日期的请求不计；没有可计的请求时未知。""",
    "satisfied-share": """\
最近一次调查中，高度满意与一般满意的答卷数 ÷ 全部答卷数；目标为 1。

同一天的调查合并计算。没有调查，或最近一次无人作答时未知。""",
    "losses-last-12-months": """\
截至当日的 12 个月内 `service.losses.amount` 的合计。

没有金额或缺少汇率的流失不计入金额。有流失记录而这 12 个月内没有的，为 0；\
没有任何记录，或这 12 个月内的都没有金额时未知。""",
    "bindings": """\
`service.bindings` 中层级、行业、项目三类绑定已有几类，0 至 3。

既没有记录绑定，也没有记录转换成本（`service.switching_costs`）时未知。""",
    "referrals-with-result": "截至当日写有 `service.referrals.result` 的转介绍次数；清单为空即为 0，属于已知。",
    "days-since-handover": "距 `handovers` 中最近一次交接的天数；从未交接的为未知。",
    "open-risks": "尚未关闭的风险数；没有记录风险时未知。",
    "verified-outcomes": """\
截至当日客户已确认（`success_plan.outcomes.verified`）、且数字上没有未达目标的成果数。

没有记录成果时未知。""",
    "checks-made": """\
已完成且填写了 `goals.strategies.actions.checks` 的行动：已查次数 ÷ 应查次数。

三查中，计划里任何一项行动做过的那几查，每项行动都应做。没有这样的已完成行动，或从未做过任何一查时未知。""",
    "planned-hours": "`goals.strategies.actions.hours` 的合计，不含已取消的行动；没有任何行动填写时未知。",
    "spent-hours": """\
`goals.strategies.actions.spent` 的合计；没有任何行动填写时未知。

后来取消的行动，已投入的工时照计。""",
    "customer-hours": "`goals.strategies.actions.with_customer` 的合计，不含已取消的行动；没有任何行动填写时未知。",
    "customer-time-share": """\
`goals.strategies.actions.with_customer` ÷ `goals.strategies.actions.hours`，不含已取消的行动。

只计两项都填写的行动；没有这样的行动时未知。""",
}
"""How each metric is computed and when it is not known, as Markdown, by the metric's name."""
