"""Chinese of the rules about the power map: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "Influence from which on a person counts as one who decides": "影响力达到多少视为有决定权",
    # Buying roles
    "“{name}” is open, and nobody is known as the {role}": "“{name}”正在推进，却不清楚谁是{role}",
    "“{name}” is open, and the {role} is not found yet": "“{name}”正在推进，{role}却还没有找到",
    "nobody is known as the {role}": "不清楚谁是{role}",
    "find out who can say yes when everybody else says no, and write role: economic there": (
        "请弄清谁能在别人都说“不”时拍板说“行”，并写上 role: economic"
    ),
    "find out who can rule us out, and write role: technical there": "请弄清谁有否决权，并写上 role: technical",
    "find out who works with it every day, and write role: user there": "请弄清谁天天使用，并写上 role: user",
    "find somebody there who wants us to win and says how, and write role: coach there": (
        "请找到希望我们成功并愿意指路的人，并写上 role: coach"
    ),
    "People from which on an active account should know its economic buyer, whatever is open": (
        "权力地图上有多少人之后，合作中的客户即使没有在谈商机，也应清楚经济购买影响者"
    ),
    "{person} is not found yet, and “{name}” is decided on {day}": "“{name}”将于{day}决定，{person}却还没有找到",
    "ask who it is; then write the name, and remove wanted": "请打听是谁，然后写上姓名并删除 wanted",
    "Days before a decision in which everybody who is needed should be found": "决定前多少天之内，所需的人都应找到",
    # Coverage
    "agree on one of our team, and write them under covered_by": "请商定我方由谁负责，并写入 covered_by",
    "meet them, then write the day here; or agree on another cadence": "请去拜访，再在此写上日期；或另行约定频率",
    "{name} decides, and was never met": "{name}有决定权，却从未见过面",
    "ask for an introduction; then write the day under contact: last": "请找人引见，然后把日期写入 contact 的 last",
    "{name} not met for {since} days, and no cadence is agreed": "已 {since} 天未拜访{name}，也没有约定频率",
    "meet them, and write under every_days how often from now on": "请去拜访，并在 every_days 写明今后多少天一次",
    "Days after which a contact is too long ago where no cadence is agreed": "没有约定频率时，多少天未联系视为太久",
    "{name} attended the review of {day}": "{name}出席了{day}的会议",
    "write that day here": "请在此写上那一天",
    "over half of the support that we have rests on {name}": "我方获得的支持有一半以上系于{name}一人",
    "win a second supporter with influence, best in another unit": "请再争取一位有影响力的支持者，最好在其他部门",
    "People from which on one of them may not carry over half of the support": (
        "权力地图上有多少人之后，不应有一人承载过半的支持"
    ),
    # Ratings
    "{name} is rated {support}, and nothing says why": "{name}被评为“{support}”，却没有写明依据",
    "write under evidence what was seen or heard, with about: support": (
        "请在 evidence 中写下所见所闻，并注明 about: support"
    ),
    "{name} is rated {support} on assumptions alone": "{name}被评为“{support}”，依据全是推测",
    "ask them or the coach, then write status: confirmed or change the rating": (
        "请向本人或教练核实，然后写 status: confirmed，或修改评级"
    ),
    "what shows {name} as {support} is {days} days old": "{name}“{support}”的依据已是 {days} 天前的",
    "see whether it still holds, and add what shows it today": "请核实是否仍然如此，并补上新的依据",
    "Days after which what shows a rating is too old": "评级依据超过多少天视为过旧",
    "{name} decides, and their support is not rated": "{name}有决定权，却没有评估其支持度",
    "rate it from -2 (against us) to 2 (for us), and write what shows it": (
        "请从 -2（反对）到 2（拥护）评估，并写明依据"
    ),
    "{name} is rated {support}, and nobody covers them": "{name}被评为“{support}”，我方却无人负责",
    "{name} is rated {support}, and nothing says how we win them over": "{name}被评为“{support}”，却没有写明如何争取",
    "write what they want for themselves under wins, or how they should see us under relationship: wanted": (
        "请在 wins 写明其个人所求，或在 relationship 的 wanted 写明期望的关系"
    ),
    "Influence from which on somebody who is against us needs a plan": "影响力达到多少的反对者需要有应对办法",
    "ratings not confirmed since the handover of {day}": "自{day}交接以来，评级尚未确认",
    "let the new owner go through them, then write the day under reconfirmed": (
        "请由新负责人逐一确认，然后把日期写入 reconfirmed"
    ),
    "Days that a new owner has to confirm the ratings": "新负责人应在多少天内确认评级",
    # People
    "{person} has no name": "{person}没有写姓名",
    "write it, or wanted: true as long as nobody knows who it is": "请写上姓名；还不知道是谁时，写 wanted: true",
    "{name} is not found yet, but rated {support}": "{name}还没有找到，却已被评为“{support}”",
    "{name} is not found yet, but was met on {day}": "{name}还没有找到，却已在{day}见过面",
    "if we know them, remove wanted and write the name; if not, remove this": (
        "如果已知是谁，请删除 wanted 并写上姓名；否则请删除此项"
    ),
}

DOCUMENTATION: dict[str, str] = {
    "missing-economic-buyer": """不清楚客户方谁是经济购买影响者，也就是最终批钱的人。

方案是递给公司的，拍板的却是一个人。从未见过拍板人，就只能等决定做完之后才得知。商机过了第一阶段即检查；合作中的客户，
权力地图上有 2 人（people）时也检查。

请弄清谁能在别人都说“不”时拍板说“行”，并写上 role: economic。还没有人知道是谁时，请把缺口写下来让大家去找：
{id: yusuan, wanted: true, title: 掌握预算的人, role: economic}。
""",
    "missing-technical-buyer": """正在推进商机，却不清楚客户方谁是技术购买影响者。

他们不能拍板，却能否决：质量、信息、法务都是。方案之前没有拜访，方案之后他们就会开口。有商机过了第一阶段，
且地图上已标过角色时检查。

请弄清谁有否决权，并写上 role: technical。还没有人知道是谁时，请把缺口写下来：
{id: zhiliang, wanted: true, title: 质量负责人, role: technical}。
""",
    "missing-user-buyer": """正在推进商机，却不清楚客户方谁是使用购买影响者。

买来的东西要靠使用者用好。没有人征求过他们的意见，就会用不起来，下一单也就没了。有商机过了第一阶段，
且地图上已标过角色时检查。

请弄清谁天天使用，并写上 role: user。还没有人知道是谁时，请把缺口写下来：
{id: banzu, wanted: true, title: 班组长, role: user}。
""",
    "missing-coach": """正在推进商机，却没有一位客户方人员是我们的教练。

教练希望我们成功，会告诉我们谁来决定、凭什么决定、什么时候决定。没有教练，计划靠的就是客户说给每一家投标者听的话。
有商机过了第一阶段，且地图上已标过角色时检查。

请想想谁信任我们、在内部说得上话，而我们成功对他也有好处；赢得他之后写上 role: coach。在此之前请把缺口写下来：
{id: jiaolian, wanted: true, title: 采购部某人, role: coach}。
""",
    "wanted-person-not-found": """商机很快就要决定，参与决定的人中却有一位还没有找到。

取决于一个谁都没见过的人，结果就不在我们手里。在决定前 90 天（days）之内检查；此人的采购角色没有其他人担任时，
由该角色的规则随时提示。

请向教练、前台打听，或查会议纪要。找到后写上姓名，并删除 wanted: true。
""",
    "influential-person-without-owner": """对我方业务有决定权的人，我方没有人负责。

人人都可以管，就是没有人管：谁碰上了谁去见，每次都从头开始。影响力从 4（influence）起检查；
潜在客户仅在有在谈商机时检查。

请商定由团队中的一人负责，并写上 covered_by: lin-yue。
""",
    "overdue-contact": """有人已超过约定的时间没有拜访。

不联系，信任就会淡，客户的消息会先传到竞争对手那里。超过约定频率，此人就不再算作已覆盖。

请去拜访，然后把日期写入 last:。如果不需要见得这么勤，请另行约定频率，写入 every_days:。
""",
    "unmet-decider": """有决定权的人已有我方负责人，却从未见过面。

在地图上看，此人似乎有人照应；可是他要什么、怎么看我们，没有谈过就只是猜测。影响力从 4（influence）起检查；
潜在客户仅在有在谈商机时检查。

请找认识的人引见。见面后写上 contact: {last: 2026-06-02, every_days: 60}。
""",
    "contact-without-cadence": """有决定权的人很久没有见面，也没有约定多久见一次。

没有约定频率，就永远不算迟：我们不觉得错过的那次见面，竞争对手去了。超过 90 天（days），此人就不再算作已覆盖。
影响力从 4（influence）起检查。

请去拜访，并与负责人约定今后多久见一次：contact: {last: 2026-06-02, every_days: 60}。
""",
    "outdated-contact": """有人出席的会议晚于权力地图中写的最近联系日期。

计划自相矛盾：会议记录说见过，权力地图说没见过。覆盖率和联系频率按权力地图计算，客户看起来就比实际更缺少照应。

请把会议的日期写入 contact 的 last。
""",
    "single-threaded": """支持我方的影响力有一半以上在一个人身上。

此人调动、生病或失势，这个客户就得从头再争取。权力地图上有 2 人（people），或有在谈商机时检查；在此之前，
地图才刚刚开始画。

请再争取一位有影响力的支持者，最好在其他部门。请现有的支持者引见，并写明我方由谁负责新的这一位。
""",
    "rating-without-evidence": """有决定权的人被评为支持或反对，却没有写明依据。

这样的评级只是感觉，而且往往是愿望。支持指数和健康度都建立在它上面，读计划的人却无从判断。
影响力从 4（influence）起检查；中立不需要依据。

请写下所见所闻：evidence: [{about: support, text: 主动要我方报价模型, date: 2026-06-02, status: confirmed}]。
如果没有可写的，评级就是 0。
""",
    "assumed-rating": """有决定权的人被评为支持或反对，依据却全是推测。

建立在推测上的计划，会被结果打个措手不及；影响力越大，代价越高。影响力从 4（influence）起检查；
没有写 status 的依据按推测处理。

请向本人或教练核实，写下结果并注明 status: confirmed。如果并非如此，请修改评级。
""",
    "stale-rating": """有决定权的人一直按约拜访，却没有近期的依据说明其态度。

人会改变想法，上级和预算也会换。超过 180 天（days）的依据只能说明当时。影响力从 4（influence）起检查；
需要先去拜访的人不检查。

请在下次见面后重新看一遍评级，改或不改都把新的依据和日期写入 evidence。
""",
    "unrated-decider": """有决定权的人还没有评估支持度。

支持指数里缺了最重的几票：看起来是绿的，实际上什么都可能。经济购买影响者和影响力从 4（influence）起的人检查；
我方无人负责或从未见过的，应先解决那一步。

请与了解此人的同事一起评估：support: -2（反对）到 2（拥护），并在 evidence 写明依据。
""",
    "opponent-without-plan": """有影响力的人反对我方，却没有写明怎么办。

反对者每天都在影响决定，我们不作声，他们就赢了。影响力从 3（influence）起检查。所谓有办法，是我方有人负责，
并且写明期望的关系或其个人所求。

请写上 covered_by:，以及什么能让他转变：wins: 夜里少接报修电话，
或 relationship: {now: vendor, wanted: credible-source}。如果有意不去争取，请写 wanted: none。
""",
    "ratings-not-reconfirmed": """客户换了负责人，新负责人还没有确认人员评级。

评级是熟悉这些人的人写的。新负责人接手的朋友是前任的朋友，往往到第一次艰难谈判时才发现。交接超过 30 天（days）后检查。

请新负责人逐一拜访并核对评级，然后把日期写入交接记录的 reconfirmed:。
""",
    "person-without-name": """权力地图上有人没有姓名，也没有标为待找的人。

职务是没法打电话的。没有姓名，就看不出我们是认识此人，还是只猜想应该有这么个人；而他担任的角色却算作已找到。

请写上姓名；还不知道是谁时，写 wanted: true。
""",
    "rated-wanted-person": """标为还没有找到的人，却像已找到一样有评级或联系记录。

待找的人不计分：评级和联系都不进入任何评分，角色也仍算空缺。两者必有一个没有更新。

如果已知是谁，请删除 wanted: true 并写上姓名；否则请删除 support: 和 contact:。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
