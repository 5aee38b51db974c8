"""F. Run it: teams, calendar, stars, value, maturity, and a plan that stays short."""

from kamgen.wording.methods.method import Method

METHODS: dict[str, Method] = {
    "F1": Method(
        name=("Teams", "三支队伍（锁城、攻城、守城）"),
        sources=("S0", "S3"),
        text=(
            """\
Three teams look after an account: market before the sale, sales during it, service after it. `team` in the plan says
who covers which phase, and each strategy names the sub-team that carries it (`goals.strategies.phase`); who is who
stands under `team` in the settings. The account's page shows the team, and the page of the team which accounts lack
somebody for a phase. No score is computed from it.""",
            """\
一家客户由三支队伍照应：市场（锁城）在前，销售（攻城）在中，客服（守城）在后。计划中的 `team` 写明各阶段由谁负责，\
每项策略注明由哪支队伍承担（`goals.strategies.phase`）；人员名单在设置的 `team` 中。\
客户页面显示团队分工，团队页面列出哪些客户缺少哪个阶段的人员。不参与评分。""",
        ),
    ),
    "F2": Method(
        name=("Action calendar (battle map)", "作战地图"),
        sources=("S3",),
        text=(
            """\
Who does what for which account, and when? Every action in `goals.strategies.actions` has an owner and a day: the
account's page lists them month by month, the calendar member by member and week by week. Time in front of the customer
decides: of the planned hours, `goals.strategies.actions.with_customer` says how many those are. `customer-hours` adds
them up, and `planned-hours` all hours. `customer-time-share` is the share in front of the customer, over the actions
that state both figures.

The calendar of one or many accounts can be told by month, by week (ISO 8601) and by member. Dropped actions do not
count. Where no action has hours, the figures are unknown.""",
            """\
谁在什么时候为哪家客户做什么？`goals.strategies.actions` 的每项行动都有负责人和日期，客户页面按月列出。\
面对客户的时间决定成败：`goals.strategies.actions.with_customer` 写明计划工时中有多少花在客户面前。\
`customer-hours` 是其合计，`planned-hours` 是全部计划工时；`customer-time-share` 是面对客户的时间占比，\
只计两项都填写的行动。

一家或多家客户的行动可按月、按周（ISO 8601）和按人员列出。已取消的行动不计。没有任何行动填写工时的，数字未知。""",
        ),
    ),
    "F3": Method(
        name=("Five stars", "五星评定"),
        sources=("S3",),
        text=(
            """\
Five-star customers get five-star treatment. An account earns 1 to 5 stars by its composite score: the first entry of
`scoring.stars`, from the top, that it reaches, by default from 85, 70, 55, 40 and 0 points. Each star brings named
services (`scoring.entitlements`). The account's page lists what this account gets, and how many points the next star
needs. Without a composite score there are no stars.""",
            """\
五星级客户享受五星级待遇。客户按综合积分获得 1 至 5 星：自上而下取 `scoring.stars` 中第一个达到的档次，\
默认起点为 85、70、55、40 和 0 分。每个星级对应具体的服务（`scoring.entitlements`）。客户页面列出该客户享有的服务，\
以及距下一星级还差多少分。没有综合积分，就没有星级。""",
        ),
    ),
    "F4": Method(
        name=("Customer lifetime value", "客户终身价值"),
        sources=("S3", "S1"),
        text=(
            """\
A customer is an asset: count the whole relationship, not the last order. Two figures are shown apart:

- revenue to date: all purchases less returns, not discounted (`revenue-to-date`);
- the margin still to come: `Σ annual margin · retention^t / (1 + discount)^t` over the years of the horizon.

The annual margin is the net amount of the last 12 months times the margin rate: that of the purchases where they state
a margin, else the assumed one. Assumptions come from `value.lifetime`, else from `scoring.lifetime` (10 years, 85%
retention, 8% discount, 25% margin unless set); horizon, retention and discount are printed beside the figure.

`lifetime-value` is the sum of both. It mixes revenue and margin, so it is a figure to rank by, not a valuation.
Without purchases or without an exchange rate it is unknown.""",
            """\
客户是资产，要看整段关系，而不是最近一单。两个数字分开显示：

- 累计收入：全部采购减去退货，不折现（`revenue-to-date`）；
- 未来毛利：预测年限内的 `Σ 年毛利 · 保留率^t / (1 + 折现率)^t`。

年毛利是近 12 个月净采购额乘以毛利率：采购记录写有毛利的按实际，否则按假设。假设取自 `value.lifetime`，\
未填则取 `scoring.lifetime`（默认 10 年、保留率 85%、折现率 8%、毛利率 25%）；年限、保留率和折现率与数字一同显示。

`lifetime-value` 是两者之和。它把收入与毛利相加，用于排名，不是估值。没有采购记录或缺少汇率时为未知。""",
        ),
    ),
    "F5": Method(
        name=("Programme maturity", "大客户管理成熟度"),
        sources=("S0", "S3"),
        text=(
            """\
How well do we run key accounts at all? `programme` in the settings assesses ten modules from 1 to 5, each with
evidence, an owner and the next step: value strategy, value targets, organisation, customer profile, product design,
team, battle map, incentives, binding, service blueprint. The programme page shows them with the mean of those that
were assessed, each counting alike. A module without a level is missing, not weak, and is left out of the mean; of two
entries for one module the later counts. It is our own judgement of ourselves.""",
            """\
我们的大客户管理做得怎样？设置中的 `programme` 对十个模块自评 1 至 5 级，并写明依据、负责人和下一步：价值战略、\
价值目标、组织、客户档案、产品设计、团队、作战地图、激励、客户绑定、服务蓝图。体系成熟度页逐项显示，\
并给出已评模块的平均值，各模块权重相同。没有评级的模块视为缺失而非薄弱，不计入平均值；\
同一模块评了两次的，以后一次为准。这是自我评价。""",
        ),
    ),
    "F6": Method(
        name=("Keep it simple", "简化管理"),
        sources=("S4",),
        text=(
            """\
A plan that is too long is not kept up. Only `kamgen`, `name` and `owner` must be there; whatever else is empty is not
printed. What is empty is unknown, not bad: scores leave it out and say how much they know. Tags and referrals alone
are taken at their word: what is not written down is not there.

The *plan quality*, 0 to 100, says how good the plan itself is: how much of each section is there that the account can
have, how long ago the whole plan was reviewed (100 up to 30 days, 0 from 180), and how many findings the checks have
for its size. `scoring.plan_quality` in the settings weighs the three.""",
            """\
计划太长，就没人维护。必填的只有 `kamgen`、`name` 和 `owner`，其余空着的内容不显示。空白表示未知，不表示不好：\
评分时不计，并注明已知的比例。只有标签和转介绍按所写为准：没写就是没有。

*计划质量*（0 至 100 分）评价计划本身：该客户适用的各部分内容有多完整，距上次全面回顾有多久\
（30 天以内 100 分，满 180 天 0 分），以及相对于计划篇幅，检查发现了多少问题。三项的权重见设置中的 \
`scoring.plan_quality`。""",
        ),
    ),
    "F7": Method(
        name=("One page for pre-, in- and after-sales", "售前、售中、售后一页通览"),
        sources=("S4",),
        text=(
            """\
Whoever picks up the phone should see the whole customer. The account's page brings together what needs attention, the
power map, goals, success plan, opportunities, joint plan, purchases, profile, service, risks and reviews, all from the
one plan. For statistics elsewhere, `kamgen score` gives all scores as a table, JSON or CSV.""",
            """\
谁接到客户电话，都应看到客户的全貌。客户页面把需要关注的事项、权力地图、目标、客户成功计划、商机、联合生意计划、\
采购、档案、服务、风险和会议放在一起，全部来自同一份计划。需要另作统计时，`kamgen score` 以表格、\
JSON 或 CSV 输出全部评分。""",
        ),
    ),
}
"""The methods of this group by letter and number."""
