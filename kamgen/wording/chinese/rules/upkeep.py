"""Chinese of the rules about upkeep: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "{old} was renamed to {new}; its history ends here": "{old} 改名为 {new}，它的历史在此中断",
    "last reviewed {days} days ago; {limit} are agreed": "上次评审在 {days} 天前；约定为 {limit} 天",
    "go through the plan with the team, then write the day here": "请与团队过一遍计划，然后在此写上日期",
    "Days after which a plan counts as stale": "超过多少天视为过期",
    "the waiver of {rule} ended on {day}": "对 {rule} 的豁免已于{day}到期",
    "mend what it held back and remove it, or agree on a new day": "请改正它所豁免的问题并删除此条，或商定新的日期",
    "{rule} finds nothing here that would have to be waived": "{rule} 在此没有发现需要豁免的问题",
    "remove this waiver": "请删除此豁免",
    "there is no rule {name}": "没有规则 {name}",
    "{rule} cannot be waived": "{rule} 不能豁免",
    "remove this waiver, and mend what the rule finds": "请删除此豁免，并改正该规则发现的问题",
    "the waiver of {rule} has no end": "对 {rule} 的豁免没有期限",
    "write the day on which you look at it again as until:": "请在 until: 写上重新审视它的日期",
    "this plan has {lines} lines; {limit} are the limit": "这份计划有 {lines} 行；上限是 {limit} 行",
    "move purchases to {file}": "请把采购记录移到 {file}",
    "take out what is done and decided, and link to long texts": "请删去已完成和已定论的内容，长文用链接",
    "Lines that a plan may have": "计划最多多少行",
    "give the answer; then write status: closed, or the day by which you look at it again": (
        "请采取应对；然后写 status: closed，或再次审视的日期"
    ),
    "nobody watches the risk “{text}”": "风险“{text}”没有人跟踪",
    "write the member of the team who watches it as owner:": "请在 owner: 写上跟踪它的成员",
    "the risk “{text}” ({exposure} of 25) has no response": "风险“{text}”（{exposure}/25）没有应对措施",
    "write what you do about it as response:, with owner and day": "请在 response: 写上应对措施，并写明负责人和日期",
    "Likelihood times impact from which a risk needs a response": "可能性乘以影响达到多少，风险就必须有应对措施",
    "the owner is {owner}, and the last handover went to {to} ({day})": (
        "负责人写的是 {owner}，而最近一次交接（{day}）交给了 {to}"
    ),
    "write the new owner here, or the handover that followed": "请在此写新的负责人，或补上后来的交接",
    "judged {value} of 5, and the health is red: {score} of 100": "个人判断为 {value}/5，健康度却为“风险”：{score}/100",
    "judged {value} of 5, and the health is green: {score} of 100": (
        "个人判断为 {value}/5，健康度却为“健康”：{score}/100"
    ),
    "correct the judgement, or write into the plan what it does not know yet": (
        "请修正判断，或把计划还不知道的情况写进去"
    ),
    "nobody can tell where this fact comes from": "没人知道这条事实从何而来",
    "write source: and the day, or take it out": "请写上 source: 和日期，或删除它",
    "“{test}” is answered without evidence": "“{test}”的回答没有依据",
    "write what it rests on as evidence:, or answer: unknown": "请在 evidence: 写上依据，或写 answer: unknown",
    "no purchase for {since} days, usual is every {usual}: not active": (
        "已 {since} 天没有采购，平时每 {usual} 天一次：并非合作中"
    ),
    "win them back and write status: dormant, or bring the purchases up to date": (
        "请设法唤醒客户，并写 status: dormant；或更新采购记录"
    ),
    "a prospect that bought {since} days ago, and usually does every {usual}": (
        "状态为潜在客户，{since} 天前却有采购，平时每 {usual} 天一次"
    ),
    "a dormant account that bought {since} days ago, and usually does every {usual}": (
        "状态为休眠，{since} 天前却有采购，平时每 {usual} 天一次"
    ),
    "a lost account that bought {since} days ago, and usually does every {usual}": (
        "状态为已流失，{since} 天前却有采购，平时每 {usual} 天一次"
    ),
    "write status: active, or the loss with its day under service.losses": (
        "请写 status: active，或在 service.losses 记录流失及其日期"
    ),
    "Days without a purchase before an account of status active is held to be dormant": (
        "状态为合作中的客户，至少多少天没有采购才视为休眠"
    ),
    "“{name}” is open, and the account is lost": "“{name}”仍未结束，而客户已流失",
    "write status: lost and lost_reason:, or correct the status of the account": (
        "请写 status: lost 和 lost_reason:，或改正客户的状态"
    ),
    "write status: dropped, or correct the status of the account": "请写 status: dropped，或改正客户的状态",
    "nobody in the team covers “{phase}”": "团队中没有人负责“{phase}”",
    "add a member to team: with phase: {phase}, or give it to another phase": (
        "请在 team: 中加一名 phase: {phase} 的成员，或把它交给其他阶段"
    ),
}

DOCUMENTATION: dict[str, str] = {
    "answer-without-evidence": """“三大”判断（大需求、愿付溢价、重复购买）中有一项回答没有依据。

这三项判断决定谁得到我们最好的人手。没有依据，人人偏爱的客户都会是需求大、肯付溢价、反复购买。

请写上依据：evidence: 采购间隔中位数 16 天。说不出依据，就回答 unknown。
""",
    "endless-waiver": """一条豁免没有期限。

它本是权宜之计，却会压下该规则今后发现的一切问题：那些谁也没有同意过的问题，而当初写它的人可能早已离开。

请写上最后有效的一天：until: 2026-09-30。到时若仍有道理，改个日期很快。
""",
    "fact-without-source": """客户事实没有来源。

听来的说法和年报里的数字看上去一样。以它为依据的方案，会在客户面前站不住脚。

请写明出处和日期：source: 2025 年年报, date: 2026-03-02。没人知道出处，就删除它。
""",
    "handover-without-owner-change": """最近一次交接的接手人不是计划的负责人。

要么客户已经交接，电话却仍打给原负责人；要么后来还有一次交接没有写下。客户也不知道该找谁。

请在计划开头写新的负责人，或补上后来的交接：handovers: - {date: …, from: …, to: …}。
""",
    "lost-account-with-open-work": """客户已流失，却还有未结束的工作。

流失客户的未结商机仍计入预测，逾期的行动占着日程，而那些时间本可以用在别的客户身上。日期未到的行动可能是为了赢回客户，不在此列。

工作已结束的，请写 status: lost 或 dropped。若正在赢回客户，它就重新是潜在客户。
""",
    "overdue-risk": """早该应对的风险还没有应对。

风险之所以有日期，是因为过了就晚了：继任者已经选定，合同已经给了别人。

请立即应对；然后写 status: closed，或再次审视的日期。
""",
    "phase-without-member": """策略所属的阶段在客户团队里没有人负责。

市场、销售、客服在售前、售中、售后轮流面对客户。交给一个没有人的阶段，就等于没有交给任何人。

请写明由谁负责：team: - {member: daniel-okoye, phase: market}；或把策略交给其他阶段。
""",
    "plan-too-long": """计划太长，没人读得完。

计划是拜访前看的，不是拿来研究的。太长的计划既没人读，也没人更新，真正要紧的几行淹没其中。默认上限为 1000 行。

请删去已完成和已定论的内容，长文用链接，采购记录移到计划旁边的 CSV 文件。
""",
    "risk-without-owner": """未关闭的风险没有负责人。

人人知道，却没有人盯着。等它发生时，每个人都以为别人已经跟客户说过了。

请写上跟踪它的成员：owner: lin-yue。
""",
    "risk-without-response": """一个重大的未关闭风险没有应对措施。

风险看到了，也评了分，却没有下文。风险值（可能性乘以影响，满分 25）达到 12 起提示；更小的可以承受。

请写上怎么应对、何时完成：response: 拜访继任者, due: 2026-08-31。
""",
    "sentiment-against-health": """计划里的个人判断与计算出的健康度相反。

两者必有一错，而且都值得弄清楚：要么是没有数据支撑的好感觉，要么是还没写进计划的担忧。
健康度为“风险”而判断为 4 或 5，或为“健康”而判断为 1 或 2，且健康度至少一半已知时提示。

请看健康度由什么得出（kamgen score --explain）。然后修正判断，或把你知道而计划不知道的写进去。
""",
    "status-against-activity": """客户状态与采购记录不符。

团队按状态决定联系谁、统计什么。停止购买却仍写“合作中”的客户，会在不知不觉中流失；
仍在购买的潜在、休眠或流失客户，则得不到应有的服务。默认 90 天没有采购，才按客户自身的节奏判断为休眠。

请改正 status:，或更新采购记录。已流失的客户，请在 service.losses 记录流失及其日期。
""",
    "renamed-id": """计划提交之后，有一个 id 被改了。

历史、对比和链接都认 id：换了 id，旧的算删除，新的算新增，它的过往就断了。文字随时可以改，id 是不变的把手。

请保留原来的 id。如果确实是另一件事，请给它自己的文字。
""",
    "stale-plan": """计划太久没有整体过一遍。

没人评审的计划描述的是几个月前的客户：人已调动，目标已过期，依赖它的人会被误导。

请与团队把计划过一遍，然后写上日期：reviewed: {date: …, by: …}。
""",
    "expired-waiver": """一条豁免已经到期。

豁免的意思是：我们知道，并会在那天之前改正。日子已过，被它压下的问题重新显示，当初的承诺也到期了。

请改正它所豁免的问题并删除豁免；或商定新的日期，连同理由写上。
""",
    "unused-waiver": """一条豁免没有起任何作用。

它所豁免的问题已经改正，或从未存在。留着它，会悄悄压下该规则下一次发现的问题，而那是谁也没有同意过的。

请删除它。
""",
    "unknown-waiver": """豁免写的规则不存在，或者不能豁免。

它什么也没有压下，却看似起了作用。违反文件形式规则的内容根本无法读取，所以这类规则不能豁免。

请按提示写规则的名字，或删除豁免并改正该规则发现的问题。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
