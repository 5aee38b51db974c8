"""Chinese of the rules about upkeep: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "{old} was renamed to {new}; its history ends here": "{old} 改名为 {new}，它的历史在此中断",
    "the plan was last reviewed {days} days ago; the limit is {limit}": "计划上次评审在 {days} 天前，上限为 {limit} 天",
    "the plan was last reviewed {days} days ago, and last changed {changed} days ago ({where}); the limit is {limit}": (
        "计划上次评审在 {days} 天前，上次改动在 {changed} 天前（{where}），上限为 {limit} 天"
    ),
    "the plan was last reviewed {days} days ago, and has not changed for {changed} days or more; "
    "the limit is {limit}": "计划上次评审在 {days} 天前，至少 {changed} 天没有改动，上限为 {limit} 天",
    "the plan was never reviewed, and last changed {changed} days ago ({where}); the limit is {limit}": (
        "计划从未评审，上次改动在 {changed} 天前（{where}），上限为 {limit} 天"
    ),
    "the plan was never reviewed, and has not changed for {changed} days or more; the limit is {limit}": (
        "计划从未评审，至少 {changed} 天没有改动，上限为 {limit} 天"
    ),
    "go through the plan with the team, first through what nobody has touched for {days} days and more ({parts}); "
    "then write the date under reviewed:": (
        "请与团队过一遍计划，先看已有 {days} 天以上没人动过的部分（{parts}），然后把日期写入 reviewed:"
    ),
    "go through the plan with the team, then write the date under reviewed:": (
        "请与团队过一遍计划，然后把日期写入 reviewed:"
    ),
    "Days after which a plan is reviewed again": "计划应在多少天内再次评审",
    "the waiver of {rule} ended on {day}": "对 {rule} 的豁免已于{day}到期",
    "mend what it held back and remove it, or agree on a new date under until:": (
        "请改正它压下的问题并删除豁免，或商定新的日期，写入 until:"
    ),
    "the waiver of {rule} holds nothing back": "对 {rule} 的豁免没有压下任何问题",
    "remove this waiver": "请删除此豁免",
    "{name} is not a rule": "没有规则 {name}",
    "{rule} cannot be waived": "{rule} 不能豁免",
    "remove this waiver, and mend what the rule finds": "请删除此豁免，并改正该规则发现的问题",
    "the waiver of {rule} has no end": "对 {rule} 的豁免没有期限",
    "write under until: the last day on which it holds": "请在 until: 写上它有效的最后一天",
    "the plan has {lines} lines; the limit is {limit}": "计划有 {lines} 行，上限为 {limit} 行",
    "move purchases to {file}": "请把采购记录移到 {file}",
    "take out what is done and decided, and link to long texts": "请删去已完成和已定论的内容，长文改用链接",
    "Lines that a plan may have": "计划最多多少行",
    "respond to it; then write status: closed, or under due: when to look at it again": (
        "请采取应对；然后写 status: closed，或在 due: 写上再次审视的日期"
    ),
    "the response to the risk “{text}” was due on {day}, {n} day ago|"
    "the response to the risk “{text}” was due on {day}, {n} days ago": "风险“{text}”应于{day}应对，已过 {n} 天",
    "the risk “{text}” has no owner": "风险“{text}”没有负责人",
    "write under owner: the member of our team who watches it": "请在 owner: 写上跟踪它的团队成员",
    "the risk “{text}” ({exposure} of 25) has no response": "风险“{text}”（{exposure}/25）没有应对措施",
    "write under response: what we do about it, with owner: and due:": (
        "请在 response: 写上应对措施，并写 owner: 和 due:"
    ),
    "Exposure (likelihood times impact) from which on a risk needs a response": (
        "风险值（可能性乘以影响）达到多少起，需要应对措施"
    ),
    "the owner is {owner}, but the last handover ({day}) went to {to}": (
        "负责人写的是{owner}，最近一次交接（{day}）的接手人却是{to}"
    ),
    "write the new owner under owner:, or add the handover that followed under handovers:": (
        "请在 owner: 写上新的负责人，或在 handovers: 补上后来的交接"
    ),
    "the account is judged {value} of 5, but its computed health is red ({score} of 100)": (
        "个人判断为 {value}/5，算出的健康度却为“风险”（{score}/100）"
    ),
    "the account is judged {value} of 5, but its computed health is green ({score} of 100)": (
        "个人判断为 {value}/5，算出的健康度却为“健康”（{score}/100）"
    ),
    "correct value: under sentiment:, or add to the plan what you know and it does not": (
        "请修正 sentiment: 的 value:，或把你知道而计划还不知道的写进去"
    ),
    "the fact “{text}” has no source": "事实“{text}”没有来源",
    "write under source: where it comes from, or take it out": "请在 source: 写明出处，或删除它",
    "the test “{test}” is answered without evidence": "“{test}”一项的回答没有依据",
    "write what the answer rests on under evidence:, or answer: unknown": (
        "请在 evidence: 写上依据，或写 answer: unknown"
    ),
    "the account is active, but last bought {since} days ago, and usually does every {usual} days": (
        "客户状态为合作中，却已 {since} 天没有采购，平时每 {usual} 天一次"
    ),
    "ask the customer why, and write status: dormant; or bring the purchases up to date": (
        "请向客户了解原因，并写 status: dormant；或更新采购记录"
    ),
    "the account is a prospect, but bought {since} days ago, and usually does every {usual} days": (
        "客户状态为潜在客户，{since} 天前却有采购，平时每 {usual} 天一次"
    ),
    "the account is dormant, but bought {since} days ago, and usually does every {usual} days": (
        "客户状态为休眠，{since} 天前却有采购，平时每 {usual} 天一次"
    ),
    "the account is lost, but bought {since} days ago, and usually does every {usual} days": (
        "客户状态为已流失，{since} 天前却有采购，平时每 {usual} 天一次"
    ),
    "write status: active, or add the loss with its date under service: losses:": (
        "请写 status: active，或在 service: 的 losses: 记录流失及其日期"
    ),
    "Days without a purchase before an active account is taken to be dormant": (
        "合作中的客户至少多少天没有采购，才视为休眠"
    ),
    "“{name}” is still open, but the account is lost": "“{name}”还没有结束，客户却已流失",
    "write status: lost and lost_reason:, or correct status: of the account": (
        "请写 status: lost 和 lost_reason:，或改正客户的 status:"
    ),
    "write status: dropped, or correct status: of the account": "请写 status: dropped，或改正客户的 status:",
    "the strategy “{text}” belongs to the phase “{phase}”, which nobody in the account's team covers": (
        "策略“{text}”属于“{phase}”阶段，客户团队里却没有人负责"
    ),
    "add a member with phase: {phase} under team:, or correct phase: of the strategy": (
        "请在 team: 加一名 phase: {phase} 的成员，或改正策略的 phase:"
    ),
}

DOCUMENTATION: dict[str, str] = {
    "answer-without-evidence": """“三大”判断（大需求、愿付溢价、重复购买）中有一项回答没有依据。

这三项判断决定谁得到我们最好的人手。没有依据，人人偏爱的客户都会是需求大、肯付溢价、反复购买。

请写上依据：evidence: 采购间隔中位数 16 天。说不出依据，就写 answer: unknown。
""",
    "endless-waiver": """一条豁免没有期限。

它本是权宜之计，却会压下该规则今后发现的一切问题：那些问题谁也没有同意放过，当初写它的人可能也早已离开。

请写上它有效的最后一天：until: 2026-09-30。到时若仍有道理，改个日期很快。
""",
    "fact-without-source": """一条客户事实没有来源。

听来的说法和年报里的数字看上去一样。以它为依据的方案，会在客户面前站不住脚。

请写明出处和日期：source: 2025 年年报, date: 2026-03-02。没人知道出处，就删除它。
""",
    "handover-without-owner-change": """最近一次交接的接手人不是计划的负责人。

要么客户已经交接，电话却仍打给原负责人；要么后来还有一次交接没有写下。无论哪种，客户都不知道该找谁。

请在计划开头的 owner: 写上新的负责人，或补上后来的交接：handovers: - {date: …, from: …, to: …}。
""",
    "lost-account-with-open-work": """客户已流失，却还有进行中的商机，或者逾期、没有日期的行动。
日期未到的行动可能是为了赢回客户，不提示。

流失客户的商机仍计入预测，逾期的行动占着日程，而那些时间本可以用在别的客户身上。

工作已结束的，请写 status: lost 或 status: dropped。若正在赢回客户，它就重新是潜在客户。
""",
    "overdue-risk": """一个风险的应对已经逾期，风险仍未关闭。

风险之所以有日期，是因为过了就晚了：继任者已经选定，合同已经给了别人。

请立即应对；然后写 status: closed，或在 due: 写上再次审视的日期。
""",
    "phase-without-member": """策略所属的阶段在客户团队里没有人负责。计划没有写团队的，不提示。

市场、销售、客服在售前、售中、售后轮流面对客户。交给一个没有人的阶段，就等于没有交给任何人。

请写明由谁负责：team: - {member: daniel-okoye, phase: market}；或改正策略的 phase:。
""",
    "plan-too-long": """计划太长，没人读得完，默认超过 1000 行。

计划是拜访前看的，不是拿来研究的。太长的计划既没人读，也没人更新，真正要紧的几行淹没其中。

请删去已完成和已定论的内容，长文改用链接，采购记录移到计划旁边的 CSV 文件。
""",
    "risk-without-owner": """一个未关闭的风险没有负责人。

人人知道，却没有人盯着。等它发生时，每个人都以为别人已经跟客户说过了。

请写上跟踪它的团队成员：owner: lin-yue。
""",
    "risk-without-response": """一个重大的未关闭风险没有应对措施。默认风险值（可能性乘以影响，满分 25）
达到 12 起算重大。

风险看到了，也评了分，却没有下文：一旦发生，我们在客户面前毫无准备。

请写上怎么应对、何时完成：response: 拜访继任者, due: 2026-08-31。
""",
    "sentiment-against-health": """sentiment: 中的个人判断与计算出的健康度相反：健康度为“风险”而判断为 4 或 5，
或为“健康”而判断为 1 或 2。健康度已知不到一半的，不提示。

两者必有一错，而且都值得弄清楚：要么是没有数据支撑的好感觉，要么是还没写进计划的担忧。

请看健康度由什么得出（kamgen score --explain）。然后修正判断，或把你知道而计划还不知道的写进去。
""",
    "status-against-activity": """客户状态与采购记录矛盾：合作中的客户已停止采购（超出其自身节奏，
且默认 90 天没有采购），或潜在、休眠、已流失的客户仍在采购。

团队按状态决定联系谁、统计什么。停止采购却仍写“合作中”的客户，会在不知不觉中流失；仍在采购却不写“合作中”的，
得不到应有的照应。

请改正 status:，或更新采购记录。已流失的客户，请在 service: 的 losses: 记录流失及其日期。
""",
    "renamed-id": """计划提交之后，有一个 id 被改了。

历史、对比和链接都认 id：换了 id，旧的算删除，新的算新增，它的过往就断了。文字随时可以改，id 要保持不变。

请保留原来的 id。如果确实是另一件事，请给它自己的文字。
""",
    "stale-plan": """计划太久没有评审，默认超过 90 天。据 git 记录，内容也同样久没有改动；
只调整格式或新增采购记录，不算改动。已流失的客户不提示。

没人维护的计划描述的是几个月前的客户：人已调动，目标已过期，依赖它的人会被误导。

请与团队把计划过一遍，先看最久没人动过的部分；然后写上日期：reviewed: {date: …, by: …}。
""",
    "expired-waiver": """一条豁免已经到期。

豁免的意思是：我们知道，并会在那天之前改正。日子已过，被它压下的问题重新显示，当初的承诺也到期了。

请改正它压下的问题并删除豁免；或商定新的日期，连同理由写上。
""",
    "unused-waiver": """一条豁免没有压下任何问题。

它所豁免的问题已经改正，或从未存在。留着它，会悄悄压下该规则下一次发现的问题，而那个问题谁也没有同意放过。

请删除它。
""",
    "unknown-waiver": """豁免写的规则不存在，或者不能豁免。

它什么也没有压下，却看似起了作用。违反文件形式规则的内容根本无法读取，所以这类规则不能豁免。

请按提示写规则的名字，或删除豁免并改正该规则发现的问题。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
