"""E. Keep: satisfaction, rhythm, losses, binding, service, handover, risks."""

from kamgen.wording.methods.method import Method

METHODS: dict[str, Method] = {
    "E1": Method(
        name=("Satisfaction survey", "满意度调查"),
        sources=("S4", "S1"),
        text=(
            """\
Ask the customer, and count the answers on five levels, from very satisfied to very dissatisfied (`service.surveys`).
`satisfaction` is the mean of 100, 75, 50, 25 and 0 points over the answers to the latest survey; surveys of one day
are one. The figure is a part of the health (`scoring.health.weights.satisfaction`).

The aim of the source is that all are satisfied: `satisfied-share` is the share of answers that are satisfied or very
satisfied, to be held against 100%. The trend is the change in points from the survey before; kamgen warns where it
falls far. Without a survey, or where nobody answered the latest, all of this is unknown.""",
            """\
向客户征询意见，按五个等级统计答卷数，从高度满意到极不满意（`service.surveys`）。\
`satisfaction` 是最近一次调查全部答卷的平均分，五个等级依次为 100、75、50、25、0 分；同一天的调查合并计算。\
该分数计入健康度（`scoring.health.weights.satisfaction`）。

来源提出的目标是客户全部满意：`satisfied-share` 是高度满意与一般满意的答卷所占比例，以 100% 为目标。\
趋势是与上一次调查相比的分数变化，下降过多时 kamgen 会给出警告。没有调查，或最近一次无人作答时，均为未知。""",
        ),
    ),
    "E2": Method(
        name=("RFM and activity", "RFM与活跃度"),
        sources=("S4",),
        text=(
            """\
When did the customer last buy, how often, for how much? All three come from `value.purchases`. Whether it is slowing
down is judged by its own rhythm, the median of the days between its purchases:

- active: the last purchase is at most 1.5 medians ago;
- cooling: at most 3 medians;
- dormant: longer.

Orders of one day are one purchase, and a day of mere returns is none. With fewer than 3 such days `activity` is
unknown; otherwise it counts 100, 50 or 0 for the health (`scoring.health.weights.activity`).

RFM scores of 1 to 5 say in which fifth of the portfolio an account stands by `recency-days`, `frequency` and
`monetary`. Accounts that are level share a score.""",
            """\
客户最近一次采购是何时，多久采购一次，采购多少？三者都来自 `value.purchases`。是否放缓，\
以客户自己的节奏（采购间隔天数的中位数）判断：

- 活跃：距最近采购不超过 1.5 倍中位数；
- 降温：不超过 3 倍；
- 休眠：超过 3 倍。

同一天的订单算一次采购，净额不为正的日子不算。采购日少于 3 天时，`activity` 未知；否则按 100、\
50 或 0 分计入健康度（`scoring.health.weights.activity`）。

RFM 的 1 至 5 分，表示客户按 `recency-days`、`frequency`、`monetary` 在全部客户中处于哪个五分位，\
数值相同者得分相同。""",
        ),
    ),
    "E3": Method(
        name=("Loss analysis (black box)", "流失分析（黑匣子）"),
        sources=("S4",),
        text=(
            """\
After a crash the black box is opened; after a loss the same is due. Each lost order, product or account in
`service.losses` has its amount, the kind of reason, the root cause in words, and what was changed so that it does not
happen again (`service.losses.fix`). The account's page lists them, the latest first.

Losses are added up by reason, over the last 12 months (`losses-last-12-months`) and over all time, in the reporting
currency; the page says how many there are after which nothing was changed, since these can happen again. Losses without
an amount or an exchange rate are counted, but add nothing. Where none is written down, the figure is unknown.""",
            """\
飞机失事要查黑匣子，丢了生意也应如此。`service.losses` 记录每次流失（订单、产品或整个客户）的金额、原因类别、\
根本原因，以及为避免重演作了哪些改进（`service.losses.fix`）。客户页面按时间倒序列出。

流失按原因汇总，分最近 12 个月（`losses-last-12-months`）和全部两种口径，以报告货币计；没有写明改进措施的，\
视为未了结，可能重演。没有金额或缺少汇率的计入次数，不计入金额。\
没有任何记录时未知。""",
        ),
    ),
    "E4": Method(
        name=("Level of relationship", "客户关系层次"),
        sources=("S4",),
        text=(
            """\
How much service does this customer get? `service_level` names one of five levels: basic (we sell), reactive (we answer
when the customer calls), accountable (we ask whether all is well), proactive (we bring ideas), partnership (we work on
the customer's results together). The source fits the level to the business: the higher the margin and the fewer the
customers, the closer the relationship can be.

People write the level that is served. The account's page shows it, and beside it the one that the source's grid
suggests, where that is another. With few customers, a low, medium or high margin suggests accountable, proactive or
partnership; with some, reactive, accountable or proactive; with many, basic, reactive or accountable.

The source gives no figures, so this is our choice: margins are low, medium or high by thirds of the portfolio's annual
margins, as in the lifetime value; up to 20 customers are few, more than 100 are many. An account without a known
margin gets no suggestion.""",
            """\
这家客户得到哪一层的服务？`service_level` 取五层之一：基本型（只管销售）、被动型（客户来电才应答）、\
负责型（主动询问使用情况）、能动型（主动提出改进建议）、伙伴型（共同改善客户的经营成果）。按来源的主张，\
层次应与业务相称：毛利越高、客户越少，关系可以越紧密。

实际所处的层次由人填写，显示在客户页面；与来源的对照表不符时，旁边注明建议的层次。客户少时，毛利低、中、高\
分别对应负责型、能动型、伙伴型；客户数居中时为被动型、负责型、能动型；客户多时为基本型、被动型、负责型。

来源没有给出界限，以下为 kamgen 选定：毛利按全部客户年毛利的三分位分低、中、高，年毛利的算法与客户终身价值相同；\
客户不超过 20 家为少，超过 100 家为多。毛利未知的客户不给建议。""",
        ),
    ),
    "E5": Method(
        name=("Binding", "客户绑定"),
        sources=("S3", "S1", "S4"),
        text=(
            """\
What holds the account, beside habit? `service.bindings` names it in three kinds: level (our levels meet theirs, up to
the top), industry and project. `service.switching_costs` says what leaving us would cost the customer.

The account's page shows the bindings by kind, and which kinds there are none of once there is any. `bindings` counts
the kinds that hold, 0 to 3. Where neither a binding nor a switching cost is written down it is unknown: an empty list
does not mean that nothing holds the account.""",
            """\
除了习惯，还有什么留住客户？`service.bindings` 分三类记录：层级绑定（双方各层级对口，直至最高层）、行业绑定、\
项目绑定。`service.switching_costs` 写明客户离开我们要付出的代价。

客户页面按类别列出绑定；只要有一项绑定，也会指出哪一类尚无。`bindings` 是已有绑定的类别数，0 至 3。\
既没有记录绑定、也没有记录转换成本时为未知：清单为空并不表示没有什么留住客户。""",
        ),
    ),
    "E6": Method(
        name=("Social capital", "社会资本与转介绍"),
        sources=("S1", "S3"),
        text=(
            """\
A customer who is well served brings others. `service.referrals` records to whom this customer recommended us, when,
and what came of it. `referrals` counts those made up to the day, `referrals-with-result` those that something came of
(`service.referrals.result`). The plan lists what happened, so an empty list is 0 and known.""",
            """\
一个老客户能带来更多新客户。`service.referrals` 记录客户把我们推荐给了谁、何时推荐、结果如何。\
指标 `referrals` 统计截至当日的次数，`referrals-with-result` 是其中有了结果（`service.referrals.result`）的次数。\
计划记录的是已发生的事，所以清单为空即为 0，属于已知。""",
        ),
    ),
    "E7": Method(
        name=("Service blueprint and green channel", "服务蓝图与绿色通道"),
        sources=("S3", "S1"),
        text=(
            """\
A blueprint says for each step of the customer's life with us what the customer does, what they see us do, what happens
behind, and how fast. `blueprint` in the settings holds the steps for all; a step in `service.blueprint` with the same
id replaces one for this account as a whole, others are added. The account's page shows all of them in order and marks
those in which this account differs.

The green channel (priority, quality, preference) is what the stars bring: `scoring.entitlements`. Response times are
promises in words; how promptly we answer in fact is measured by `on-time-response`.""",
            """\
服务蓝图按客户生命周期的每一步，写明客户做什么、看到我们做什么、后台做什么、多快响应。\
设置中的 `blueprint` 是通用步骤；计划中的 `service.blueprint` 以相同 id 整步替换，其余为新增。\
客户页面按顺序展示全部步骤，并标出本客户与众不同的部分。

绿色通道（优先、优质、优惠）体现为各星级享有的服务：`scoring.entitlements`。响应时间是文字承诺，\
实际响应是否及时看 `on-time-response`。""",
        ),
    ),
    "E8": Method(
        name=("Handover", "客户交接"),
        sources=("S4",),
        text=(
            """\
When an owner goes, the account must not start anew. `handovers` records who passed the account to whom, and the day on
which the new owner went through the ratings of the people and confirmed them (`handovers.reconfirmed`). Where people
are rated and that has not been done 30 days after the last handover, it stands among what needs attention.
`days-since-handover` says how long the present owner has had the account. The evidence behind each rating
(`power_map.people.evidence`) tells the new owner what it rests on.""",
            """\
负责人更换，客户关系不能从头再来。`handovers` 记录谁在何时把客户交给谁，\
以及新负责人重新确认人物评估的日期（`handovers.reconfirmed`）。已有人物评估，而最近一次交接超过 30 天仍未确认的，\
列入需要关注的事项。`days-since-handover` 表示现任负责人接手已有多久。\
每项评估的依据（`power_map.people.evidence`）让新负责人知道它从何而来。""",
        ),
    ),
    "E9": Method(
        name=("Risks", "风险"),
        sources=(),
        text=(
            """\
What could cost us the account? Each entry of `risks` has a likelihood and an impact from 1 to 5, an owner and a
response. A risk's exposure is `likelihood · impact / 25`. `risk-exposure` is that of the largest open risk, not their
sum: two middling risks do not make a deadly one. Times `scoring.health.risk_penalty` it is taken off the health.

It is 0 where all risks are closed. Where none is written down, or the open ones are not rated, it is unknown and takes
nothing off. `open-risks` counts the open ones; those of 12 of 25 or more without a response stand among what needs
attention.""",
            """\
什么会让我们失去这家客户？`risks` 的每一项有可能性和影响（1 至 5）、负责人和应对措施。\
风险暴露为 `可能性 · 影响 / 25`。`risk-exposure` 取未关闭风险中最大的一项，不作累加：\
两个中等风险并不等于一个致命风险。它乘以 `scoring.health.risk_penalty`，从健康度中扣除。

风险全部关闭时为 0；没有记录，或未关闭的都未评估时为未知，不扣分。\
`open-risks` 是未关闭的风险数，其中达到 12（满分 25）而没有应对措施的，\
列入需要关注的事项。""",
        ),
    ),
}
"""The methods of this group by letter and number."""
