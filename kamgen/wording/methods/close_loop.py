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
is unknown as long as nothing is decided.""",
            """\
招标与框架采购的赢单路径并不相同。设置中的 `processes` 为每类采购描述一套流程：各阶段的赢单概率和任务，\
投标准备也是其中一个阶段。商机注明所属流程和阶段（`opportunities.process`、\
`opportunities.stage`）以及已完成的任务（`opportunities.done_tasks`）。客户页面显示截至该阶段还有哪些任务未完成。

`win-rate` 按个数计算：`赢单 / (赢单 + 丢单)`，涵盖该客户全部已有结果的商机，不分流程。尚无结果时为未知。""",
        ),
    ),
    "D3": Method(
        name=("Funnel, forecast and gap", "漏斗、预测与差距"),
        sources=("S2",),
        text=(
            """\
Will the open business reach the target? `weighted-pipeline` is `Σ amount · probability` over the open opportunities,
each with its own probability (`opportunities.probability`), else that of its stage in `processes`. The gap is
`target − actual − weighted`; it is never below 0, a surplus is no gap.

Target and actual are those of the revenue goal: the first in `goals.goals` that is counted in money, has a target and
is not meant to fall; one that runs today comes before others. The portfolio page adds up all accounts and names the
largest gaps. The forecast is one expected figure, not yet a range.

Opportunities without an amount, a probability or an exchange rate (`rates`) are left out of the sum. Without the
goal's target or actual the gap is unknown.""",
            """\
在谈业务能否完成目标？`weighted-pipeline` 是进行中商机的 `Σ 金额 · 概率`，\
优先采用商机自己的概率（`opportunities.probability`），否则采用 `processes` 中所在阶段的概率。\
差距为 `目标值 − 现值 − 加权商机`，最低为 0：超出部分不算差距。

目标值和现值取自收入目标，即 `goals.goals` 中第一个以金额计、有目标值且并非要求下降的目标，当前有效的优先。\
客户总览页汇总全部客户，并列出差距最大的客户。目前的预测是一个期望值，还不是区间。

缺少金额、概率或汇率（`rates`）的商机不计入合计。目标值或现值缺失时，差距未知。""",
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
(`scoring.health.weights.response`).""",
            """\
响应迟缓会丢客户。`service.requests` 中的每项请求都有期限、负责人和负责答复的职能：市场营销、生产研发、技术支持、\
财务金融、内部管理，前台离不开后台。已逾期和一周内到期的请求列入需要关注的事项。

`on-time-response` 是已关闭或已过期限的请求中，在期限内关闭的比例。尚未关闭且未到期限的暂不评判，\
没有期限的无法评判。该比例计入健康度（`scoring.health.weights.response`）。""",
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
for every such action which checks were made and which are missing. An action that carries no checks asks for none.
kamgen warns where an action has long been done and was checked only in part; no score comes of it.""",
            """\
来源只有“三查系统”这个名称。以下是 kamgen 的理解：每项行动由负责人自查、主管查、稽核查，\
`goals.strategies.actions.checks` 记录各次检查的日期。客户页面逐项显示哪些已查、哪些未查。\
没有填写三查的行动视为不要求检查。\
行动早已完成而三查只做了一部分时，kamgen 会给出警告；三查不计分。""",
        ),
    ),
}
"""The methods of this group by letter and number."""
