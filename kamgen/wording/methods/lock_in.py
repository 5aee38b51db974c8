"""C. Lock in: agree with the customer."""

from kamgen.wording.methods.method import Method

METHODS: dict[str, Method] = {
    "C1": Method(
        name=("Joint business meeting", "联合经营会议"),
        sources=("S2",),
        text=(
            """\
Both sides sit at one table and agree on what each will do. `joint_plan` holds what they sign: the value proposition,
shared goals, joint initiatives, commitments by both sides (`joint_plan.commitments`), the supply plan with our share,
and the day of the next review. Past meetings stand in `reviews`.

kamgen makes the customer's brief from it, a PDF for the table: how shared goals and outcomes stand, which commitments
are kept or late, an agenda, and the decisions to take. Our ratings, scores, risks, rivals and opportunities have no
way into it. An empty joint plan makes no brief.""",
            """\
双方坐到一起，商定各自要做的事。`joint_plan` 记录双方签署的内容：价值主张、共同目标、联合举措、\
双方承诺（`joint_plan.commitments`）、供应计划与我方份额，以及下次会议日期。历次会议记在 `reviews`。

kamgen 据此生成给客户看的会议简报（PDF）：共同目标和业务成果的进展、承诺的兑现与逾期、会议议程、需要作出的决定。\
我方的评估、分数、风险、竞争对手和商机都不会进入简报。联合生意计划为空时，不生成简报。""",
        ),
    ),
    "C2": Method(
        name=("ECR areas", "ECR合作领域"),
        sources=("S4",),
        text=(
            """\
Efficient consumer response (ECR) names where supplier and customer gain by working together: assortment and layout,
replenishment, promotion, new products. Joint initiatives carry their area (`joint_plan.initiatives.area`); cost,
service and other are there too.

Each initiative says what either side gets out of it (`joint_plan.initiatives.benefit`). Page and customer's brief show
area and benefits; nothing is computed.""",
            """\
高效消费者回应（ECR）指出了供需双方合作能够共赢的领域：品类与陈列、补货、促销、新品。\
联合举措注明所属领域（`joint_plan.initiatives.area`），另有成本、服务和其他可选。

每项举措写明双方各自的收益（`joint_plan.initiatives.benefit`）。客户页面和会议简报会显示领域与收益，不作计算。""",
        ),
    ),
    "C3": Method(
        name=("Customer success plan", "客户成功计划"),
        sources=("S2", "S4"),
        text=(
            """\
Judge yourself by how many customers you made successful, by their own measure. `success_plan.assessment` rates the
relationship dimension by dimension, 0 to 5, as it is and as it is wanted: the gaps are where to begin.
`success_plan.outcomes` holds the customer's own outcomes, each with its measure, what it is worth to the customer, an
owner on each side and milestones; `success_plan.outcomes.closes` names the dimension or need that it serves.

Only the customer's word counts: the headline is how many outcomes are verified (`success_plan.outcomes.verified`) of
all. `verified-outcomes` counts those that are verified and not short of their target. What is reached and not verified
is listed among what needs attention. As long as baseline, target or actual is missing, an outcome's progress is
unknown.""",
            """\
衡量自己，要看成就了多少客户，而且以客户的标准为准。\
`success_plan.assessment` 按维度评估关系的现状与期望（0 至 5 分），差距就是着手之处。\
`success_plan.outcomes` 记录客户自己的业务成果：衡量标准、对客户的价值、双方负责人和里程碑；\
`success_plan.outcomes.closes` 指明对应哪个维度或需求。

只有客户认可才算数：页面首先给出已获客户验证（`success_plan.outcomes.verified`）的成果数与总数。\
`verified-outcomes` 统计已获验证且数字上没有未达目标的成果。已达成但尚待验证的，\
列入需要关注的事项。起点、目标值或现值不全时，进度未知。""",
        ),
    ),
    "C4": Method(
        name=("One-to-one solutions", "一对一解决方案"),
        sources=("S1", "S0"),
        text=(
            """\
A key account gets an offer made for it, tied to what it needs. The plan has no catalogue of solutions; it ties what is
there to the needs: an opportunity names the needs that it answers (`opportunities.needs`), an outcome the need or
dimension that it serves (`success_plan.outcomes.closes`), and the value proposition says in a sentence or two what we
offer this customer (`joint_plan.value_proposition`). kamgen shows the links; nothing is computed.""",
            """\
对大客户要量身定制方案，并与其需求挂钩。计划中没有方案目录，而是把已有内容与需求关联起来：\
商机写明回应哪些需求（`opportunities.needs`），业务成果写明对应的需求或维度（`success_plan.outcomes.closes`），\
价值主张用一两句话说明我们为这家客户提供什么（`joint_plan.value_proposition`）。kamgen 展示这些关联，不作计算。""",
        ),
    ),
}
"""The methods of this group by letter and number."""
