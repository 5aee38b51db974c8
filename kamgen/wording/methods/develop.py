"""B. Develop: the 360° view and the goals."""

from kamgen.wording.methods.method import Method

METHODS: dict[str, Method] = {
    "B1": Method(
        name=("Profile", "客户360°档案"),
        sources=("S2", "S4"),
        text=(
            """\
Everybody who works for the account should know the same about it. The plan keeps the company's data
(`profile.industry`, `profile.headquarters`, `profile.employees`, `profile.revenue`), what we have learnt, each fact
with its source and day (`profile.facts`), and the history of cooperation (`profile.since`, `value.purchases`).

kamgen prints what is there, on the account's page and in the plan's brief, and leaves out what is empty. Facts are not
scored: a fact without a source is still a fact, only harder to believe.""",
            """\
为同一客户工作的人，掌握的信息应当一致。计划记录企业概况（`profile.industry`、`profile.headquarters`、\
`profile.employees`、`profile.revenue`）、我们了解到的每条事实及其来源和日期（`profile.facts`），\
以及合作历史（`profile.since`、`value.purchases`）。

已填写的内容显示在客户页面和计划简报中，空着的不显示。事实不计分：没有来源的事实仍是事实，只是不那么可信。""",
        ),
    ),
    "B2": Method(
        name=("Research", "客户研究"),
        sources=("S2", "S0"),
        text=(
            """\
To sell to a customer, study its business: the customer, its customers, its competitors, and its competitors'
customers. The plan has four places for it:

- `profile.strategy`: strategy and operations;
- `profile.competition`: industry and competition;
- `profile.network`: companies along the chain and beside it, each with what it is to the customer;
- `profile.rivals`: who else sells to the account, with share, strengths and weaknesses.

kamgen prints them; no score is computed from them.""",
            """\
要做客户的生意，先研究客户的生意：客户本身、客户的客户、客户的竞争对手，以及竞争对手的客户。计划中有四处记录：

- `profile.strategy`：战略与运营；
- `profile.competition`：行业与竞争；
- `profile.network`：产业链上下游及周边企业，注明与客户的关系；
- `profile.rivals`：还有谁向该客户供货，及其份额、优势和弱点。

kamgen 如实展示，不据此计分。""",
        ),
    ),
    "B3": Method(
        name=("Needs", "客户需求"),
        sources=("S4", "S3"),
        text=(
            """\
What customers say is not all they need. Each need in `profile.needs` has a kind (stated, real, unstated, delight,
secret), says how far it is met today (`profile.needs.met`) and where we know it from. Opportunities name the needs
that they answer (`opportunities.needs`), and so can the customer's outcomes (`success_plan.outcomes.closes`).

The source speaks of four levels, from a one-off product to a solution for life, without naming them. Their names are
kamgen's reading: product, solution, business outcome, lifetime partnership (`profile.needs.level`). A need that does
not say how far it is met is shown as such, not as unmet.""",
            """\
客户说出来的，并不是需求的全部。`profile.needs` 中的每项需求注明类型（表述的、真正的、未表述的、令人愉悦的、\
秘密的）、目前满足到什么程度（`profile.needs.met`）以及从何得知。商机写明它回应哪些需求（`opportunities.needs`），\
客户业务成果也可以对应需求（`success_plan.outcomes.closes`）。

来源提到从一次性产品到终身方案的四个层次，但没有命名。四个名称是 kamgen 的理解：产品、方案、业务成果、\
终身伙伴（`profile.needs.level`）。未注明满足程度的需求按未知显示，不当作未满足。""",
        ),
    ),
    "B4": Method(
        name=("White space", "空白机会"),
        sources=("S2", "S3"),
        text=(
            """\
White space is what the customer could buy from us and does not yet. `value.white_space` sets our product lines against
the customer's business units: what the unit could buy in a year, what it buys from us now, and which rival holds the
rest. Each row is worth `potential − current`, never below 0; the account's page shows them as a table with the largest
ones darkest.

The metric `white-space` adds up the rows of which both figures are known; what a unit buys now is not taken as nothing
where nobody has written it down. Where no row has both figures it is unknown.""",
            """\
空白机会是客户本可向我方采购、但尚未采购的部分。`value.white_space` 把产品线与客户的业务单元逐一对照：\
一年可能采购多少，目前向我方采购多少，其余由哪家竞争对手供应。每一行的空白机会是 `潜力 − 现有采购`，最低为 0；\
客户页面以表格展示，金额越大颜色越深。

指标 `white-space` 只汇总两个数字都已知的行；现有采购没有填写，不会当作 0。没有两个数字都已知的行，即为未知。""",
        ),
    ),
    "B5": Method(
        name=("OGSM", "OGSM（目的、目标、策略、衡量）"),
        sources=("S2",),
        text=(
            """\
OGSM takes an objective down to what somebody does this month:

- objective: the aim in words (`goals.objective`);
- goals: figures with baseline, target, actual and days (`goals.goals`);
- strategies: each serves goals (`goals.strategies.serves`), wins new opportunities, share or relationship
  (`goals.strategies.kind`), and has a sub-team (`goals.strategies.phase`);
- measures and actions: each with an owner and a day (`goals.strategies.measures`, `goals.strategies.actions`). The
  account's page lists actions month by month.

A goal has come `(actual − baseline) / (target − baseline)` of its way. Divided by the part of its time that has gone,
100 means that it is where it should be today or further; a goal that is reached is 100 at any time. The mean over the
goals is `goal-progress`, a part of the health (`scoring.health.weights.goals`). A goal without these figures and days
is not judged.""",
            """\
OGSM 把目的层层分解到每个人当月的工作：

- 目的：用文字写明方向（`goals.objective`）；
- 目标：有起点、目标值、现值和起止日期的数字（`goals.goals`）；
- 策略：各自支撑若干目标（`goals.strategies.serves`），类型为机会挖掘、\
份额提升或客情提升（`goals.strategies.kind`），并由一支小组承担（`goals.strategies.phase`）；
- 衡量与行动：都有负责人和日期（`goals.strategies.measures`、`goals.strategies.actions`），客户页面按月列出行动。

目标的完成比例是 `(现值 − 起点) / (目标值 − 起点)`，再除以已过去的时间比例：100 分表示达到或超过今天应有的进度，\
已达成的目标始终为 100 分。各目标的平均值即 `goal-progress`，计入健康度（`scoring.health.weights.goals`）。\
数字或日期不全的目标不予评判。""",
        ),
    ),
    "B6": Method(
        name=("Ten-year backcast", "以终为始（十年·五年·三年·一年）"),
        sources=("S3",),
        text=(
            """\
Begin with the picture ten years out and go back from there: what must be true in five years, in three, next year?
`goals.horizon` holds a picture and an amount of business for each year. The account's page tells it from the furthest
year back to the nearest.

A picture counts for the step that it is within a year of; `backcast-steps` says how many of the four are there. Between
two amounts kamgen computes the growth a year that they ask for, `(later / earlier) ^ (1 / years) − 1`. From the
purchases of the last 12 months to the end of the nearest year with an amount it is `backcast-growth`. Whether the goals
of this year (`goals.goals`) serve the picture is for people to judge; with both on one page they can.""",
            """\
先描绘十年后的图景，再往回倒推：五年、三年、明年必须做到什么？`goals.horizon` 为每个年份写明图景和业务金额，\
客户页面从最远的一年展示到最近的一年。

与某一步相差一年以内的图景都算数，`backcast-steps` 是四步中已写出的个数。\
kamgen 计算相邻两个金额之间所需的年增长率 `(后 / 前) ^ (1 / 年数) − 1`；\
从最近 12 个月采购额到最近一个写有金额的年份年底，即 `backcast-growth`。当年的目标（`goals.goals`）是否支撑这幅图景，\
由人判断；两者放在同一页上，一看便知。""",
        ),
    ),
    "B7": Method(
        name=("Target proof", "目标论证（三定三看三做一结合）"),
        sources=("S3",),
        our_reading=True,
        text=(
            """\
The source has only the name, three to fix, three to look at, three to do, one to combine. This is kamgen's reading,
after the preface of the book: fix the customers, then the products, then the team, and prove that the goal can be
reached. What is missing to the goal has to be covered by named opportunities (`opportunities`) and white space
(`value.white_space`), and somebody has to own each opportunity's next step (`opportunities.next_step.owner`).

`target-to-win` is `target − max(actual, baseline)` of the revenue goal that runs today. To cover it there are the open
opportunities, at full amounts whatever the chances, and the white space of each product, as far as it is more than
the open opportunities for that product: one sale covers the target once. `target-covered` is the share covered,
`target-uncovered` the amount that is not, `target-owned` the share that somebody works on. A check warns where too
little is covered. As long as a figure is missing that could change it, nothing is said.""",
            """\
来源只有“三定三看三做一结合”这个名称。以下是 kamgen 的理解，依据该书前言：先定客户，再定产品，后定团队，\
并论证目标确实做得到。与目标的差额，要由具体的商机（`opportunities`）和空白机会（`value.white_space`）来覆盖，\
每个商机的下一步都要有人负责（`opportunities.next_step.owner`）。

尚待赢得的金额 `target-to-win` 是当前收入目标的 `目标值 − max(现值, 起点)`。用来覆盖的，一是进行中的商机（按全额计，\
不论概率），二是各产品的空白机会，只计超出该产品进行中商机的部分：一笔生意只能覆盖一次。\
`target-covered` 是已覆盖的比例，`target-uncovered` 是尚无着落的金额，`target-owned` 是已有人跟进的比例。\
覆盖不足时，检查会给出警告；尚缺的数字可能改变结论时，不作判断。""",
        ),
    ),
}
"""The methods of this group by letter and number."""
