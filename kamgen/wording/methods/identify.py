"""A. Identify: which accounts are key accounts, and what that means for them."""

from kamgen.wording.methods.method import Method

METHODS: dict[str, Method] = {
    "A1": Method(
        name=("Composite score", "综合积分法"),
        sources=("S2",),
        text=(
            """\
Criteria decide who is a key account, not habit. Each criterion in `scoring.criteria` reads one thing, turns it into 0
to 100 points and carries a weight:

- static criteria read what the plan declares: a tag (`tags`), or a field such as `type` or `stage`;
- dynamic criteria read a figure that kamgen computes, such as `years-as-customer` or `share-of-wallet`, and give
  points in bands or along a line.

The score is `Σ weight · points / Σ weight` over the criteria whose value is known. From
`scoring.key_account.threshold` on, the account is a key account.

What is unknown is left out and never counts as 0; a tag is always known, it is there or not. How much is known,
`Σ known weight / Σ weight`, stands beside the score. Where nothing is known there is no score and no verdict.""",
            """\
谁是大客户，由准则判定，不凭习惯。`scoring.criteria` 中的每项准则只看一件事，换算成 0 至 100 分，并带有权重：

- 静态准则读取计划中声明的内容：标签（`tags`），或 `type`、`stage` 等字段；
- 动态准则读取 kamgen 算出的指标，如 `years-as-customer`、`share-of-wallet`，按分档或折线给分。

综合积分是已知准则的 `Σ 权重 · 得分 / Σ 权重`，达到 `scoring.key_account.threshold` 即为大客户。

未知的准则不参与计算，绝不按 0 分处理；标签总是已知的，非有即无。已知的程度 `Σ 已知权重 / Σ 权重` 与积分并列显示。\
全部未知时，既没有积分，也不下结论。""",
        ),
    ),
    "A2": Method(
        name=("Matrix", "矩阵式"),
        sources=("S2",),
        text=(
            """\
The matrix holds how attractive an account is against how strong our position is there, and says what to do about it. A
criterion counts for one of the two axes (`scoring.criteria.axis`); an axis is the weighted mean of its known criteria,
0 to 100. From its cut on (`scoring.matrix.cut`, 50 and 50 unless set) it is high.

- Attractive and strong: invest.
- Attractive, but weak: selective.
- Strong, but less attractive: maintain.
- Neither: manage for cash.

`scoring.matrix.postures` renames the four. As long as one axis is unknown the account has no place in the matrix; the
portfolio page lists which criteria would give it one.""",
            """\
矩阵把客户吸引力与我方合作优势放在一起看，并给出对应的投入策略。\
每项准则可归入一个坐标轴（`scoring.criteria.axis`），坐标轴的分值是其中已知准则的加权平均，0 至 100 分；\
达到分界线（`scoring.matrix.cut`，默认均为 50）即为高。

- 吸引力高、优势强：重点投入；
- 吸引力高、优势弱：选择投入；
- 吸引力低、优势强：维持；
- 两者都低：收获。

四种策略的名称可用 `scoring.matrix.postures` 修改。任一坐标轴未知，客户就不在矩阵中定位；\
客户总览页会列出需要补充哪些准则。""",
        ),
    ),
    "A3": Method(
        name=("Pyramid 20/4/1", "价值金字塔（20/4/1）"),
        sources=("S0",),
        text=(
            """\
A few accounts bring most of the value; the pyramid names them and measures how much they bring. Accounts are ranked by
what `scoring.pyramid.by` names: lifetime value unless set, else revenue to date or the purchases of the last 12
months. `scoring.pyramid.slices` cuts the top 1% (summit), 4% (super) and 20% (high value), rounded half up, at least
one account each; a slice holds those above it.

80/20 is not taken for granted: beside each slice stands its real share of all revenue to date. Accounts whose value is
unknown have no rank and are listed apart, but their revenue counts in the whole.""",
            """\
少数客户贡献大部分价值，金字塔指出是哪些客户，并如实计算其贡献。客户按 `scoring.pyramid.by` 指定的口径排名：\
默认为客户终身价值，也可选累计收入或近 12 个月采购额。`scoring.pyramid.slices` 划出前 1%（顶级）、\
4%（超高价值）和 20%（高价值），户数四舍五入，每层至少一户；下层包含其上各层。

kamgen 不预设“二八定律”，每层旁边都是它在全部累计收入中的真实占比。价值未知的客户不参与排名，单独列出，\
但其收入仍计入总数。""",
        ),
    ),
    "A4": Method(
        name=("Three tests of a big customer", "大客户三问"),
        sources=("S0",),
        text=(
            """\
Is the need big? Does the customer pay a premium? Does it buy again and again? The plan answers each with yes, no or
unknown, and says what the answer rests on (`profile.key_account_tests`). The account's page shows answers and evidence
side by side.

The metrics `big-need`, `price-premium` and `big-repurchase` say the same to segments and tags; `big-tests` counts the
tests that are passed. The answers are people's own and count in no score, unless a criterion in `scoring.criteria`
reads one. Unknown stays unknown; it is not a no.""",
            """\
需求大不大？愿不愿付溢价？是否反复购买？计划对每一问回答“是”“否”或“尚不清楚”，\
并写明依据（`profile.key_account_tests`）。客户页面把答案与依据并列显示。

客户细分和标签规则可以使用指标 `big-need`、`price-premium` 和 `big-repurchase`，`big-tests` 是通过的个数。\
答案由人判断，不计入任何分数，除非 `scoring.criteria` 中有准则读取它。“尚不清楚”就是未知，不等于“否”。""",
        ),
    ),
    "A5": Method(
        name=("Account types", "大客户类型"),
        sources=("S1",),
        text=(
            """\
Accounts are big for different reasons, and `type` says for which one:

- economic: it buys large volumes;
- important: it stands for a public or strategic sector;
- group: it is linked with us along one chain;
- strategic: it has potential, and rivals fight for it.

People write the type; kamgen does not derive it. Criteria can give points by type (the default ones do), and segments
can ask for it. Without a type that criterion is unknown and left out of the score.""",
            """\
客户之“大”各有原因，`type` 说明属于哪一种：

- 经济大客户：采购量大；
- 重要客户：代表公共部门或战略性行业；
- 集团客户：与我方处于同一条产业链；
- 战略客户：潜力大，是竞争对手争夺的对象。

类型由人填写，kamgen 不做推断。准则可以按类型给分（默认准则即如此），客户细分也可以按类型筛选。未填类型时，\
该准则视为未知，不计入积分。""",
        ),
    ),
    "A6": Method(
        name=("5A classes", "5A客户分类"),
        sources=("S3",),
        our_reading=True,
        text=(
            """\
The source names five classes, A1 to A5, and does not say what makes them. This is kamgen's reading: classes are bands
of the composite score, by default from 85, 70, 55, 40 and 0 points. `scoring.classes` changes labels and bands; an
account is in the first class, from the top, whose points it reaches. Without a composite score there is no class.""",
            """\
来源只提到 A1 至 A5 五类客户的名称，没有给出划分方法。以下是 kamgen 的理解：五类对应综合积分的五个区间，\
默认起点为 85、70、55、40 和 0 分，名称和区间可用 `scoring.classes` 修改。客户归入自上而下第一个达到起点的类别。\
没有综合积分，就没有分类。""",
        ),
    ),
    "A7": Method(
        name=("Resource rule", "资源投入法则"),
        sources=("S0",),
        text=(
            """\
80% of the time and the best resources belong to the accounts at the top. kamgen adds up the hours of all actions,
planned (`goals.strategies.actions.hours`) and spent (`goals.strategies.actions.spent`), and says on the portfolio page
which share the high-value slice of the pyramid gets, beside the rule in `scoring.pyramid.time_rule`.

Hours planned for a dropped action do not count, hours spent on it do. Actions without hours are left out; without any
hours nothing is said.""",
            """\
80% 的时间和最好的资源应投给头部客户。\
kamgen 汇总所有行动的计划工时（`goals.strategies.actions.hours`）和已投入工时（`goals.strategies.actions.spent`），\
在客户总览页给出金字塔高价值层所占的比例，并与 `scoring.pyramid.time_rule` 设定的规则对照。

已取消行动的计划工时不计，已经投入的工时照计。未填工时的行动不参与统计；完全没有工时记录时，不作评价。""",
        ),
    ),
    "A8": Method(
        name=("Static and dynamic tags, segments", "静态与动态标签、客户细分"),
        sources=("S2",),
        text=(
            """\
Static tags are written in the plan (`tags`). What changes by itself needs no tag that somebody has to keep up: each
entry of `scoring.tags` makes a tag for the accounts that meet its conditions, for as long as they do. Unless set, these
are dormant, single-threaded, pays a premium and at risk. The account's page shows where a tag comes from. Segments find
both kinds; criteria read static tags only, or a score could rest on itself.

Each entry of `segments` is a saved filter, listed on the segments page with the accounts in it. All of its conditions
in `segments.where` must hold; several values for one name mean any of them, and numbers can be compared, such as
`">= 50"`. A segment can ask for a tag, id, owner, parent, status or type, for class, stars, key account, posture,
quadrant, slice or health, and for every metric; a tag's conditions are the same, but for the slice. What is unknown
about an account meets no condition.""",
            """\
静态标签写在计划里（`tags`）。会自行变化的情况不必靠人维护标签：`scoring.tags` 的每一项为符合条件的客户生成一个标签，\
条件不再满足，标签随之消失。默认有休眠、单线关系、愿付溢价和有风险四个。客户页面会标明标签的来历。\
客户细分两种标签都能筛选；准则只读取静态标签，否则分数会以自身为依据。

`segments` 的每一项是一个保存好的筛选，连同符合的客户列在客户细分页。`segments.where` 中的条件须全部满足；\
同一条件写多个值表示任一即可，数字可以比较，如 `">= 50"`。可筛选的有：标签、id、负责人、上级客户、状态、类型；分类、\
星级、是否大客户、投入策略、象限、金字塔层级、健康度；以及全部指标。标签规则的条件相同，只是不能按金字塔层级筛选。客户的某项情况未知，就不满足与之有关的条件。""",
        ),
    ),
}
"""The methods of this group by letter and number."""
