"""Chinese of the rules about opportunities: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "“{name}” was to be decided on {day}, {n} day ago|“{name}” was to be decided on {day}, {n} days ago": (
        "“{name}”应于{day}决定，已过 {n} 天"
    ),
    "ask the customer; then write status: won, status: lost, or the new date under close:": (
        "请问客户，然后写 status: won、status: lost，或在 close: 写上新的日期"
    ),
    "“{name}” has moved on with tasks of earlier stages undone: {tasks}": (
        "“{name}”已进入后面的阶段，前面的任务却还没有完成：{tasks}"
    ),
    "do them and add them to done_tasks:, or set stage: back": "请补做并记入 done_tasks:，或退回 stage:",
    "“{name}” is given a probability of {own}%, far from the {usual}% of its stage": (
        "“{name}”的赢率写为 {own}%，与所在阶段的 {usual}% 相差太远"
    ),
    "correct stage: to the one that it is really in, or remove probability:": (
        "请把 stage: 改为真正所处的阶段，或删除 probability:"
    ),
    "Percentage points by which a probability may differ from that of its stage": (
        "商机的赢率与所在阶段的赢率最多可相差多少个百分点"
    ),
    "“{name}” has no next step": "“{name}”没有下一步",
    "write next_step: with text:, owner: and due:, or status: lost if nothing is left to do": (
        "请写上 next_step: 及其 text:、owner: 和 due:；无事可做就写 status: lost"
    ),
    "do it and write the step after it, or agree with the customer on a new date under due:": (
        "请完成它并写上再下一步，或与客户商定新的日期，写入 due:"
    ),
    "the next step of “{name}” has no date": "“{name}”的下一步没有日期",
    "write under due: by when it is done": "请在 due: 写上完成日期",
    "the next step of “{name}” has no owner": "“{name}”的下一步没有负责人",
    "write under owner: the member of our team who does it": "请在 owner: 写上执行的团队成员",
    "the next step of “{name}” has neither owner nor date": "“{name}”的下一步既没有负责人也没有日期",
    "write who does it under owner:, and by when under due:": "请在 owner: 写上由谁来做，在 due: 写上完成日期",
    "“{name}” was lost, and nothing says why": "“{name}”已丢单，却没有写明原因",
    "ask the customer, now that it is over, and write what you hear under lost_reason:": (
        "事情已了，请去问客户，并把原因写入 lost_reason:"
    ),
    "Days after which a loss is no longer asked about": "丢失超过多少天不再追问",
    "“{name}” has no amount, so it is missing from the forecast": "“{name}”没有金额，因此没有计入预测",
    "write your best estimate under amount:, even a rough one": "请在 amount: 写上最好的估计，粗略的也行",
    "“{name}” has no date on which it is decided": "“{name}”没有预计决定的日期",
    "ask the customer when they decide, and write the date under close:": "请问客户何时决定，并把日期写入 close:",
    "“{name}” has neither a stage nor a probability, so it is missing from the forecast": (
        "“{name}”既没有阶段也没有赢率，因此没有计入预测"
    ),
    "write process: and stage:, or probability:": "请写上 process: 和 stage:，或写上 probability:",
    "“{name}” names nobody who decides about it": "“{name}”没有写明由谁决定",
    "write their ids from the power map: people: […]": "请写上他们在权力地图中的 id：people: […]",
    "no opportunity and no outcome answers the need “{need}”": "没有商机或成果回应需求“{need}”",
    "write needs: [{id}] at an opportunity, or closes: {id} at an outcome": (
        "请在某个商机写 needs: [{id}]，或在某项成果写 closes: {id}"
    ),
    "“{name}” has been in the first stage for {days} days; the limit is {limit}": (
        "“{name}”停在第一阶段已 {days} 天，上限为 {limit} 天"
    ),
    "ask the customer whether they still want it; then move it on, or write status: lost": (
        "请问客户是否还需要，然后推进它，或写 status: lost"
    ),
    "Days after which an opportunity should have left the first stage": "商机应在多少天内离开第一阶段",
}

DOCUMENTATION: dict[str, str] = {
    "past-close-date": """一个商机仍在进行中，预计决定的日期却已经过去。

它的金额还算在预测里，可是那一天已不可能再有进账。日期一再悄悄滑过，预测就没人相信了。

请问客户，然后写 status: won、status: lost，或在 close: 写上新的日期。
""",
    "skipped-tasks": """进行中的商机已进入后面的阶段，前面阶段的任务却还没有完成。

这些任务是经验所得：缺了就赢不了这类采购。预算没弄清、该见的人没见，签约前都会再冒出来。在此之前，
这个阶段的赢率名不副实。

请补做任务，已做的记入 done_tasks:；若确实没做，请退回 stage:；已来不及做的，请写豁免和理由。
""",
    "probability-far-from-stage": """进行中的商机单独写的赢率与所在阶段的赢率相差太远，默认超过 25 个百分点。

阶段的赢率代表通常能赢下的比例。乐观的数字抬高预测，保守的数字让安排产能的人看不到工作；无论哪种，
阶段和数字不可能都对。

请把 stage: 改为真正所处的阶段，或删除 probability:。确有理由的，请写豁免和理由。
""",
    "opportunity-without-next-step": """一个进行中的商机没有下一步。close: 已过的不提示，应先问清结果。

没人知道怎样推进，也就没人推进，客户会先听到竞争对手的消息。

请商定接下来做什么，并写上：next_step: {text: 价格模型, owner: lin-yue, due: 2026-06-26}。若无事可做，就是已经丢单：
status: lost。
""",
    "overdue-next-step": """进行中的商机，下一步已经逾期。商机的 close: 已过的不提示，应先问清结果。

要么客户被告知了下一步，正在等；要么事情做了，却没人写接下来怎么办。两种情况下商机都停住了。

请今天就做，然后写上再下一步；或与客户商定新的日期，写入 due:。
""",
    "vague-next-step": """进行中的商机，下一步没有负责人，或没有日期，或两者都没有。商机的 close: 已过的不提示，
应先问清结果。

没有人负责、没有日期的事不会有人做。在客户眼里，这家供应商只谈价格模型，却迟迟不发来。

请在下一步的文字旁写上 owner: 和 due:。
""",
    "lost-opportunity-without-reason": """一个商机已丢单，计划里却没有写明原因。默认超过 365 天的不再追问。

下一次报价会犯同样的错：太贵、太晚，或没有找到做决定的人。写下来的才能在全部客户中统计。

请去问客户，事情已了，对方愿意说；然后写上：lost_reason: 对手的仓库就在附近，次日送达。
""",
    "opportunity-without-amount": """已过第一阶段的进行中商机没有金额。处在第一阶段的，还不必知道金额。

它没有计入预测：离目标看起来比实际更远，也没人能说清值不值得投入。

请写上最好的估计：amount: 38000。粗略的数字以后可以更正，总比没有好。
""",
    "opportunity-without-close-date": """已过第一阶段的进行中商机没有预计决定的日期。处在第一阶段的，还不必知道日期。

没有日期的预测无法与今年的目标对照；客户不必在某天前答复的报价，就不会有答复。

请问客户何时决定，并写上：close: 2026-09-30。
""",
    "opportunity-without-stage": """进行中的商机有金额，却既没有采购流程的阶段，也没有赢率。没有金额的想法，
不必有阶段。

金额无法加权，也就没有计入预测，与目标的差距看起来比实际更大。

请写上采购流程和所处的阶段：process: framework, stage: proposal；或写上 probability: 0.4。
""",
    "opportunity-without-people": """进行中的商机已过第一阶段，却没有写明由谁决定。权力地图上有人时才提示。

赢单靠的是人，不是公司：不写人名，就没人去问谁签字、谁能否决、谁还没见过。

请用权力地图中的 id 写明做决定的人：people: [caigou-zongjian, zhiliang-jingli]。
""",
    "unanswered-need": """一项需求未满足或只部分满足，却没有商机或客户成果来回应它。不提示：
秘密的需求（要靠待人来回应）、潜在客户、还没有商机和成果的计划。

未满足的需求，是做大的机会，也是竞争对手的入口。

请写明由什么回应：商机写 needs: [lenglian]，或成果写 closes: lenglian。有意不做的，请写豁免和理由。
""",
    "stalled-opportunity": """进行中的商机发现已久（默认超过 365 天），仍停在第一阶段。close: 已过的不提示，
应先问清结果。

它让商机池看起来很满，也让人不再问什么才是真正的新机会。一年没有动静的客户其实已经决定了，只是没有说。

请问客户是否还需要：推进它，或写 status: lost 和 lost_reason:。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
