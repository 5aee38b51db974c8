"""D. Close the value loop: people, opportunities, forecast, response, control."""

from kamgen.wording.methods.method import Method

METHODS: dict[str, Method] = {
    "D1": Method(
        name=("Decision-maker files and power map", "决策人档案与权力地图"),
        sources=("S2",),
        text=(
            """\
Who decides, who is for us, and who of ours knows them? `power_map.people` keeps a file of each person: buying role,
influence 1 to 5, support −2 to 2, response mode, business challenges, the personal win, and the evidence that ratings
rest on. The map draws reporting lines and influence. From it kamgen computes the relationship score, 0 to 100, as the
weighted mean of the parts that are known:

- 50: `support-index`, `Σ influence · support / Σ (2 · influence) × 100`, from −100 to 100;
- 25: `coverage`, the share of influence with people whom somebody of ours covers (`power_map.people.covered_by`) and
  has met inside the agreed cadence (`power_map.people.contact`), 90 days where none is agreed;
- 15: how many of the four roles (economic, technical, user, coach) are found and not against us;
- 10: that no one person carries over half of the influence in our favour.

The parts come from the method; the weights are kamgen's own choice. People without the rating in question are left
out, as are roles that are still wanted (`power_map.people.wanted`). Without any rating there is no score.""",
            """\
谁做决定？谁支持我们？我方谁与他们打交道？`power_map.people` 为每个人建立档案：购买角色、影响力（1 至 5）、\
支持度（−2 至 2）、反应模式、业务挑战、个人赢，以及评估所依据的事实。权力地图画出汇报关系和影响关系。\
kamgen 据此计算客户关系分（0 至 100），即下列已知部分的加权平均：

- 权重 50：`support-index`，`Σ 影响力 · 支持度 / Σ (2 · 影响力) × 100`，从 −100 至 100；
- 权重 25：`coverage`，有我方人员负责（`power_map.people.covered_by`）、\
且在约定频率内有过接触（`power_map.people.contact`，未约定按 90 天）的人在全部影响力中所占比例；
- 权重 15：四种购买角色（经济、技术、使用、教练）中已找到且不反对我方的比例；
- 权重 10：我方所得的支持没有半数以上系于一人。

各部分来自方法本身，权重由 kamgen 选定。缺少相应评估的人不参与该项计算，\
待寻找的角色（`power_map.people.wanted`）也不计。没有任何评估，就没有分数。""",
        ),
    ),
    "D2": Method(
        name=("Opportunity process", "采购流程与商机推进"),
        sources=("S2",),
        text=(
            """\
A tender is won in other steps than a framework contract. `processes` in the settings describes one process per kind of
purchase: its stages, each with a probability and its tasks; preparing a bid is a stage like any other. An opportunity
names its process and stage (`opportunities.process`, `opportunities.stage`) and the tasks that are done
(`opportunities.done_tasks`). The account's page shows which tasks up to this stage are still open.

`win-rate` is `won / (won + lost)` by number, over all decided opportunities of the account, whatever their process. It
is unknown as long as nothing is decided. The same share is told for each process. From a stage, it counts the decided
opportunities that name this stage or a later one of their process, since what was decided later had come past it: so it
can be held against the probability that the settings give the stage. The plans do not say by which ways and how fast an
opportunity came to its stage, so neither does kamgen.""",
            """\
招标与框架采购的赢单路径并不相同。设置中的 `processes` 为每类采购描述一套流程：各阶段的赢单概率和任务，\
投标准备也是其中一个阶段。商机注明所属流程和阶段（`opportunities.process`、\
`opportunities.stage`）以及已完成的任务（`opportunities.done_tasks`）。客户页面显示截至该阶段还有哪些任务未完成。

`win-rate` 按个数计算：`赢单 / (赢单 + 丢单)`，涵盖该客户全部已有结果的商机，不分流程。尚无结果时为未知。\
各流程也分别给出赢率。某一阶段的赢率，统计已有结果、且所注明阶段为该阶段或同一流程更后阶段的商机：\
在更后阶段见分晓的商机必然经过该阶段，因此可与设置中该阶段的赢单概率对照。\
计划并未记录商机经由哪些步骤、用了多久到达某一阶段，kamgen 也不作推断。""",
        ),
    ),
    "D3": Method(
        name=("Funnel, forecast and gap", "漏斗、预测与差距"),
        sources=("S2",),
        text=(
            """\
Will the open business reach the target? `weighted-pipeline` is `Σ amount · probability` over the open opportunities,
each with its own probability (`opportunities.probability`), else that of its stage in `processes`. The gap is
`target − actual − weighted`, never below 0.

One figure hides how much hangs on single deals. The range comes from the distribution of the sum of wins, each won or
lost as a whole, independently of the others: `pipeline-p10`, the low end, is the smallest sum that is not exceeded with
at least 10% probability; `pipeline-p50` and `pipeline-p90` likewise. `chance-to-reach-target` is the probability that
wins come to `target − actual`. It is exact up to 15 opportunities; where sums become too many, amounts go on a grid
that keeps the mean. Nothing is drawn at random. Deals that hang together widen the real range.

Target and actual are those of the revenue goal: the first in `goals.goals` that is counted in money, has a target and
is not meant to fall; one that runs today comes first. The portfolio page adds up all accounts.

Opportunities without an amount, a probability or an exchange rate (`rates`) are left out and counted. Without target
or actual, gap and chance are unknown.""",
            """\
在谈业务能否完成目标？`weighted-pipeline` 是进行中商机的 `Σ 金额 · 概率`，\
优先采用商机自己的概率（`opportunities.probability`），否则采用 `processes` 中所在阶段的概率。\
差距为 `目标值 − 现值 − 加权商机`，最低为 0：超出部分不算差距。

单一数字看不出结果有多依赖个别大单。因此 kamgen 计算赢单金额合计的概率分布：每个商机要么整单赢下，\
要么落空，彼此独立，再由分布得出区间。`pipeline-p10` 为低位值，即合计不超过该值的概率至少为 10% 的最小金额；\
`pipeline-p50`、`pipeline-p90` 依此类推。`chance-to-reach-target` 为赢单金额达到 `目标值 − 现值` 的概率。\
商机不超过 15 个时，分布是精确的；更多时，只要不同的合计金额不太多，也是精确的。再多时，金额归入等距网格，\
均值不变，也不做随机抽样。相互牵连的商机（如同一招标的多个标段）会使实际区间更宽。

目标值和现值取自收入目标，即 `goals.goals` 中第一个以金额计、有目标值且并非要求下降的目标，当前有效的优先。\
客户总览页汇总全部客户，给出全部商机合计的区间，并列出差距最大的客户。

缺少金额、概率或汇率（`rates`）的商机不计入，另行注明个数。目标值或现值缺失时，差距和达成目标的概率未知。""",
        ),
    ),
    "D4": Method(
        name=("Response mechanism", "需求响应机制"),
        sources=("S2", "S1"),
        text=(
            """\
Slow answers cost customers. Each request in `service.requests` has a due day, an owner, and the function that answers:
marketing, production and R&D, technical support, finance or management, since the front office needs the back office.
What is overdue or due within a week stands among what needs attention.

`on-time-response` is the share closed by their due day, of the requests that are closed or past due. One that is open
with time left is not judged yet, one without a due day cannot be. The share is a part of the health
(`scoring.health.weights.response`), and it can be told function by function.

`response-days` is the median of the days from `service.requests.raised` to `service.requests.closed`, and
`open-requests` counts what waits for an answer.""",
            """\
响应迟缓会丢客户。`service.requests` 中的每项请求都有期限、负责人和负责答复的职能：市场营销、生产研发、技术支持、\
财务金融、内部管理，前台离不开后台。已逾期和一周内到期的请求列入需要关注的事项。

`on-time-response` 是已关闭或已过期限的请求中，在期限内关闭的比例。尚未关闭且未到期限的暂不评判，\
没有期限的无法评判。该比例计入健康度（`scoring.health.weights.response`），也可按职能分别统计。

`response-days` 是从提出（`service.requests.raised`）到关闭（`service.requests.closed`）所用天数的中位数，\
`open-requests` 是尚待答复的请求数。""",
        ),
    ),
    "D5": Method(
        name=("Three checks", "三查"),
        sources=("S3",),
        our_reading=True,
        text=(
            """\
The source has only the name of a system of three checks. This is kamgen's reading: an action is checked by its owner,
by the lead and by an auditor, and `goals.strategies.actions.checks` holds the day of each. The account's page shows
for every such action which checks were made and which are missing. An action that carries no checks asks for none, and
a plan keeps those of the three that any of its actions has had.

`checks-made` says how many of the checks that the plan keeps are there at the actions that are done; it is unknown
where there is no such action. kamgen warns where an action has long been done and was checked only in part.""",
            """\
来源只有“三查系统”这个名称。以下是 kamgen 的理解：每项行动由负责人自查、主管查、稽核查，\
`goals.strategies.actions.checks` 记录各次检查的日期。客户页面逐项显示哪些已查、哪些未查。\
没有填写三查的行动视为不要求检查；\
三查中，计划里任何一项行动做过的那几查，视为该计划采用。

`checks-made` 是已完成的行动中，计划所采用的检查已做的比例；没有这样的行动时未知。\
行动早已完成而三查只做了一部分时，kamgen 会给出警告。""",
        ),
    ),
}
"""The methods of this group by letter and number."""
