"""Chinese of the rules about the power map: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "Influence from which on a person counts as one who decides": "影响力达到多少视为有决定权",
    # Buying roles
    "“{name}” is open, and the power map has no {role}": "“{name}”正在推进，权力地图上却没有{role}",
    "“{name}” is open, and the {role} is not found yet": "“{name}”正在推进，{role}却还没有找到",
    "the power map has no {role}": "权力地图上没有{role}",
    "find out who can say yes when everybody else says no, and write role: economic there": (
        "请弄清谁能在别人都说“不”时拍板说“行”，并写上 role: economic"
    ),
    "find out who can rule us out, and write role: technical there": "请弄清谁有否决权，并写上 role: technical",
    "find out who works with it every day, and write role: user there": "请弄清谁天天使用，并写上 role: user",
    "find somebody at the customer who wants us to win and says how, and write role: coach there": (
        "请在客户方找到希望我们成功并愿意指路的人，并写上 role: coach"
    ),
    "People on the power map from which on an active account should know its economic buyer": (
        "权力地图上有多少人起，合作中的客户应有经济购买影响者"
    ),
    "{person} is not found yet, and “{name}” is decided on {day}": "“{name}”将于{day}决定，{person}却还没有找到",
    "ask who it is; then write name:, and remove wanted: true": "请打听是谁，然后写上 name:，并删除 wanted: true",
    "Days before a decision in which everybody wanted for it should be found": "决定前多少天内，待找的人都应找到",
    # Coverage
    "agree on a member of our team, and write the id under covered_by:": (
        "请商定由团队中的一人负责，并把其 id 写入 covered_by:"
    ),
    "meet them and write the date under last:, or agree on another cadence under every_days:": (
        "请去拜访并把日期写入 last:，或另行约定频率，写入 every_days:"
    ),
    "{name} decides, and was never met": "{name}有决定权，却从未见过面",
    "ask for an introduction, meet them, and write the date under contact: as last:": (
        "请找人引见，见面后在 contact: 的 last: 写上日期"
    ),
    "{name} not met for {since} days, and no cadence is agreed": "已 {since} 天未拜访{name}，也没有约定频率",
    "meet them, and write under every_days: how often from now on": "请去拜访，并在 every_days: 写明今后多少天一次",
    "Days after which a contact is too long ago where no cadence is agreed": "没有约定频率时，超过多少天未见面视为太久",
    "{name} attended the review of {day}, but the power map does not say so": (
        "{name}出席了{day}的会议，权力地图上却没有更新"
    ),
    "write the date of the review under contact: as last:": "请在 contact: 的 last: 写上会议的日期",
    "over half of our support rests on {name} alone": "我方获得的支持有一半以上系于{name}一人",
    "win a second supporter with influence, best in another unit": "请再争取一位有影响力的支持者，最好在其他部门",
    "People on the power map from which on one of them may not carry over half of our support": (
        "权力地图上有多少人起，不应由一人承载过半的支持"
    ),
    # Ratings
    "{name} is rated {support}, and nothing says why": "{name}被评为“{support}”，却没有写明依据",
    "write under evidence: what was seen or heard, with about: support": (
        "请在 evidence: 写下所见所闻，并注明 about: support"
    ),
    "{name} is rated {support} on assumptions alone": "{name}被评为“{support}”，依据全是推测",
    "ask them or the coach; then write status: confirmed, or change support:": (
        "请向本人或教练核实，然后写 status: confirmed，或修改 support:"
    ),
    "{name} is rated {support}, but the latest confirmed evidence is {days} days old": (
        "{name}被评为“{support}”，最近一次证实的依据却已是 {days} 天前的"
    ),
    "find out whether the rating still holds, and add what shows it under evidence:": (
        "请核实评级是否仍然如此，并在 evidence: 补上新的依据"
    ),
    "Days after which the evidence for a rating is too old": "评级依据超过多少天视为过旧",
    "{name} decides, and their support is not rated": "{name}有决定权，却没有评估其支持度",
    "write support: from -2 (against us) to 2 (for us), and under evidence: what shows it": (
        "请写 support:，从 -2（反对）到 2（拥护），并在 evidence: 写明依据"
    ),
    "{name} is rated {support}, and nobody covers them": "{name}被评为“{support}”，我方却无人负责",
    "{name} is rated {support}, and nothing says how we win them over": "{name}被评为“{support}”，却没有写明如何争取",
    "write under wins: what they want for themselves, or under relationship: the one that is wanted:": (
        "请在 wins: 写明其个人所求，或在 relationship: 的 wanted: 写明期望的关系"
    ),
    "Influence from which on somebody who is against us needs a plan": "影响力达到多少的反对者需要有应对办法",
    "the new owner has not confirmed the ratings since the handover of {day}": "自{day}交接以来，新负责人尚未确认评级",
    "let the new owner go through them, then write the date under reconfirmed:": (
        "请新负责人逐一核对，然后把日期写入 reconfirmed:"
    ),
    "Days that a new owner has to confirm the ratings": "新负责人应在多少天内确认评级",
    # People
    "“{person}” has no name on the power map": "权力地图上的“{person}”没有姓名",
    "write name:, or wanted: true as long as nobody knows who it is": "请写上 name:；还不知道是谁时，写 wanted: true",
    "{name} is not found yet, but rated {support}": "{name}还没有找到，却已被评为“{support}”",
    "{name} is not found yet, but was met on {day}": "{name}还没有找到，却已在{day}见过面",
    "if we know who it is, write name: and remove wanted: true; if not, remove support: and contact:": (
        "如果已知是谁，请写上 name: 并删除 wanted: true；否则请删除 support: 和 contact:"
    ),
}

DOCUMENTATION: dict[str, str] = {
    "missing-economic-buyer": """权力地图上没有经济购买影响者，也就是最终批钱的人。有商机已过第一阶段时提示；
合作中且有采购的客户，默认权力地图上有 2 人起也提示。

方案是递给公司的，拍板的却是一个人。从未见过拍板的人，就只能在决定之后才得知。

请弄清谁能在别人都说“不”时拍板说“行”，并写上 role: economic。还没有人知道是谁时，请把缺口写下来让大家去找：
{id: yusuan, wanted: true, title: 掌握预算的人, role: economic}。
""",
    "missing-technical-buyer": """有商机已过第一阶段，权力地图上却没有技术购买影响者。地图上有人标了角色之后才提示。

技术购买影响者（质量、信息、法务）不能拍板，却能否决。提交方案之前没有拜访，提交之后他们就会开口。

请弄清谁有否决权，并写上 role: technical。还没有人知道是谁时，请把缺口写下来：
{id: zhiliang, wanted: true, title: 质量负责人, role: technical}。
""",
    "missing-user-buyer": """有商机已过第一阶段，权力地图上却没有使用购买影响者。地图上有人标了角色之后才提示。

买来的东西要靠使用者用好。没有人征求过他们的意见，就会用不起来，下一单也就没了。

请弄清谁天天使用，并写上 role: user。还没有人知道是谁时，请把缺口写下来：
{id: banzu, wanted: true, title: 班组长, role: user}。
""",
    "missing-coach": """有商机已过第一阶段，客户方却没有一位我们的教练。权力地图上有人标了角色之后才提示。

教练希望我们成功，会告诉我们谁来决定、凭什么决定、什么时候决定。没有教练，计划靠的就是客户说给每一家投标者听的话。

请想想谁信任我们、在内部说得上话，而我们成功对他也有好处；赢得他之后写上 role: coach。在此之前请把缺口写下来：
{id: jiaolian, wanted: true, title: 采购部某人, role: coach}。
""",
    "wanted-person-not-found": """商机很快就要决定（默认 90 天之内），参与决定的人中却有一位还没有找到。
此人的角色没有其他人担任时，由关于该角色的规则随时提示。

结果取决于一个谁都没见过的人，就不在我们手里。

请向教练、前台打听，或查会议纪要。然后写上 name:，并删除 wanted: true。
""",
    "influential-person-without-owner": """有决定权的人（默认影响力 4 起），我方没有人负责。没有进行中的商机时，
潜在客户、休眠客户和自身不采购的集团不提示。

人人都可以管，就是没有人管：谁碰上了谁去见，每次都从头开始。

请商定由团队中的一人负责，并写上其 id：covered_by: lin-yue。
""",
    "overdue-contact": """我方有人负责的人，已超过约定的时间没有拜访。

不联系，信任就会淡，客户的消息会先传到竞争对手那里。超过约定频率，此人就不再算作已覆盖。

请去拜访，然后把日期写入 last:。如果不需要见得这么勤，请另行约定频率，写入 every_days:。
""",
    "unmet-decider": """有决定权的人（默认影响力 4 起）已有我方负责人，却从未见过面。没有进行中的商机时，潜在客户、
休眠客户和自身不采购的集团不提示。

在权力地图上看，此人似乎有人照应；可是他要什么、怎么看我们，没有谈过就只是猜测。

请找认识的人引见。见面后写上 contact: {last: 2026-06-02, every_days: 60}。
""",
    "contact-without-cadence": """有决定权的人（默认影响力 4 起）很久没有见面（默认超过 90 天），
也没有约定多久见一次。没有进行中商机的休眠客户不提示。

没有约定频率，就永远不算迟：我们不觉得错过的那次见面，竞争对手去了。这么久未见面，此人就不再算作已覆盖。

请去拜访，并与负责人约定今后多久见一次：contact: {last: 2026-06-02, every_days: 60}。
""",
    "outdated-contact": """有人出席的会议晚于权力地图上写的最近联系日期。只在此人写有 contact: 时提示。

计划自相矛盾：会议记录说见过，权力地图说没见过。覆盖率和联系频率按权力地图计算，客户看起来就比实际更缺少照应。

请把会议的日期写入 contact: 的 last:。
""",
    "single-threaded": """支持我方的影响力有一半以上在一个人身上。默认权力地图上有 2 人起，或有进行中的商机时提示；
只找到一人、其他人已标为待找的，不提示。没有进行中的商机时，潜在客户、休眠客户和自身不采购的集团不提示。

此人调动、生病或失势，这个客户就得从头再争取。

请再争取一位有影响力的支持者，最好在其他部门。请现有的支持者引见，并写明我方由谁负责新的这一位。
""",
    "rating-without-evidence": """有决定权的人（默认影响力 4 起）被评为支持或反对，却没有在 evidence: 写明依据。
评为中立不需要依据。没有进行中商机的休眠客户不提示。

这样的评级只是感觉，而且往往是愿望。支持指数和健康度都建立在它上面，读计划的人却无从判断。

请写下所见所闻：evidence: [{about: support, text: 主动要我方报价模型, date: 2026-06-02, status: confirmed}]。
如果没有可写的，support: 就是 0。
""",
    "assumed-rating": """有决定权的人（默认影响力 4 起）被评为支持或反对，依据却全是推测。
没有写 status: 的依据按推测处理。

建立在推测上的计划，会被客户的决定打个措手不及；此人影响力越大，代价越高。

请向本人或教练核实，写下结果并注明 status: confirmed。如果并非如此，请修改 support:。
""",
    "stale-rating": """有决定权的人（默认影响力 4 起）一直按约拜访，评级最近一次证实的依据却已过旧（默认超过 180 天）
。需要先去拜访的人不在此提示。

人会改变想法，上级和预算也会换：旧的依据只能说明当时。

请在下次见面后重新看一遍评级，改或不改都把新的依据写入 evidence:，并写 date:。
""",
    "unrated-decider": """有决定权的人（经济购买影响者，或默认影响力 4 起的人）还没有评估支持度。
我方无人负责或从未见过的，应先解决那一步。没有进行中的商机时，潜在客户、休眠客户和自身不采购的集团不提示。

支持指数里缺了最重的几票：看起来是绿的，实际上什么都可能。

请与了解此人的同事一起评估：support: -2（反对）到 2（拥护），并在 evidence: 写明依据。
""",
    "opponent-without-plan": """有影响力（默认 3 起）的人反对我方，却没有写明怎么办：我方无人负责，
或既没有写 wins: 也没有写期望的 relationship:。没有进行中的商机时，潜在客户、休眠客户和自身不采购的集团不提示。

反对者每天都在影响决定，我们不作声，他们就赢了。

请写上 covered_by:，以及什么能让其转变：wins: 夜里少接报修电话，
或 relationship: {now: vendor, wanted: credible-source}。如果有意不去争取，请写 wanted: none。
""",
    "ratings-not-reconfirmed": """客户已经交接（默认超过 30 天），新负责人还没有确认人员评级。

评级是熟悉这些人的人写的。新负责人接手的支持者是前任的朋友，往往到第一次艰难谈判时才发现。

请新负责人逐一拜访并核对评级，然后把日期写入交接记录的 reconfirmed:。
""",
    "person-without-name": """权力地图上有人没有姓名，也没有标为待找的人。

职务是没法打电话的。没有姓名，就看不出我们是认识此人，还是只猜想应该有这么个人；而其担任的角色却算作已找到。

请写上 name:；还不知道是谁时，写 wanted: true。
""",
    "rated-wanted-person": """标为待找的人，却像已找到一样有评级或联系记录。

待找的人不计分：评级和联系都不进入任何评分，角色也仍算空缺。两者必有一个没有更新。

如果已知是谁，请写上 name: 并删除 wanted: true；否则请删除 support: 和 contact:。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
