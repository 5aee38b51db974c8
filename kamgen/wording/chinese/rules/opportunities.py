"""Chinese of the rules about opportunities: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "“{name}” was to be decided {n} day ago|“{name}” was to be decided {n} days ago": ("“{name}”本应在 {n} 天前有结果"),
    "write status: won or lost, or the new day": "请写 status: won 或 lost，或写上新的日期",
    "“{name}” has gone on with tasks left undone: {tasks}": "“{name}”已进入下一阶段，但尚未完成：{tasks}",
    "do what is open and tick it off in done_tasks, or set the stage back": ("请补做并记入 done_tasks，或把阶段退回"),
    "{own}% is far from the {usual}% of its stage": "{own}% 与所在阶段的 {usual}% 相差太远",
    "move it to the stage that it is really in, or remove probability": "请移到真正所处的阶段，或去掉 probability",
    "Percentage points by which a probability may differ from its stage's": "赢率与阶段赢率最多可相差多少个百分点",
    "“{name}” has no next step": "“{name}”没有下一步",
    "write what is done next, by whom and until when; if nothing is, it is lost": (
        "请写明下一步做什么、谁做、何时完成；若无事可做，就是已经丢单"
    ),
    "do it and write the step after it, or agree on a new day": "请完成它并写上再下一步，或商定新的日期",
    "this next step has no date": "这个下一步没有日期",
    "write by when: due:": "请写明何时完成：due:",
    "this next step has no owner": "这个下一步没有负责人",
    "write who does it: owner:": "请写明谁来做：owner:",
    "this next step has neither owner nor date": "这个下一步既没有负责人也没有日期",
    "write who does it and by when: owner: and due:": "请写明谁来做、何时完成：owner: 和 due:",
    "“{name}” was lost, and nobody has written why": "“{name}”已丢单，却没有写明原因",
    "ask the customer now that it is over, and write lost_reason": "事情已了，请去问客户，并写上 lost_reason",
    "Days after which a loss is not asked about any more": "超过多少天的丢失不再追问",
    "“{name}” has no amount, and counts for nothing in the forecast": "“{name}”没有金额，在预测中不起作用",
    "write your best estimate; it can be corrected": "请写上最好的估计，以后可以更正",
    "nobody has written when “{name}” is decided": "没有写明“{name}”何时定下来",
    "ask the customer when they decide, and write close": "请问客户何时决定，并写上 close",
    "the amount of “{name}” is not in the forecast: nothing says its chance": (
        "“{name}”的金额没有计入预测：看不出赢率是多少"
    ),
    "write its buying process and stage, or its probability": "请写上采购流程和阶段，或写上赢率",
    "nobody is named who decides about “{name}”": "没有写明由谁决定“{name}”",
    "name them by their ids of the power map: people: […]": "请用权力地图中的 id 写明：people: […]",
    "no opportunity and no outcome answers the need “{need}”": "没有商机或成果回应需求“{need}”",
    "name {id} under needs of an opportunity, or as what an outcome closes": (
        "请在某个商机的 needs 中，或某项成果的 closes 中写上 {id}"
    ),
    "“{name}” has been in the first stage for {days} days; {limit} are agreed": (
        "“{name}”停在第一阶段已 {days} 天；约定为 {limit} 天"
    ),
    "find out whether it still lives: move it on, or write status: lost and why": (
        "请弄清它是否还有机会：推进它，或写 status: lost 和原因"
    ),
    "Days after which an opportunity should have left the first stage": "商机应在多少天内离开第一阶段",
}

DOCUMENTATION: dict[str, str] = {
    "past-close-date": """商机仍未关闭，而预计决定的日子已经过去。

它的全部金额还算在预测里，可是那一天已不可能再有进账。日期一再悄悄滑过，预测就没人相信了。

请问客户：写 status: won 或 lost，或在 close: 写上新的日期。
""",
    "skipped-tasks": """商机已进入某个阶段，而前面阶段的任务还没有完成。

这些任务是经验所得：缺了就赢不了这类采购。预算没弄清、该见的人没见，签约前都会再冒出来。在此之前，这个阶段的赢率名不副实。

请补做任务，已做的记入 done_tasks:；若确实没做，请把阶段退回；已来不及做的，请写豁免和理由。
""",
    "far-probability": """商机单独写的赢率与所在阶段的赢率相差太远：超过 25 个百分点。

阶段的赢率来自以往的成绩。乐观的数字抬高预测，保守的数字让安排产能的人看不到工作；无论哪种，阶段和数字不可能都对。

请把商机移到真正所处的阶段，或去掉 probability:。确有理由的，请写豁免。
""",
    "opportunity-without-next-step": """进行中的商机没有下一步。

没人知道怎样推进，也就没人推进，客户会先听到竞争对手的消息。没有下一步的商机只是一个愿望。

请商定接下来做什么，并写上：next_step: {text: 价格模型, owner: lin-yue, due: 2026-06-26}。若无事可做，就是已经丢单。
""",
    "overdue-next-step": """进行中的商机，下一步早该做完了。

要么客户被告知了下一步，正在等；要么事情做了，却没人写接下来怎么办。两种情况下商机都停住了。

请今天就做，然后写上再下一步；或与客户商定新的日期，修改 due:。
""",
    "vague-next-step": """进行中的商机，下一步没有负责人，或没有日期，或两者都没有。

没有人负责、没有日期的事不会有人做。在客户眼里，这家供应商只谈价格模型，却迟迟不发来。

请在下一步的文字旁写上 owner: 和 due:。
""",
    "lost-without-reason": """丢了一个商机，计划里没有写原因。

下一次报价会犯同样的错：太贵、太晚，或没有找到做决定的人。写下来的才能在全部客户中统计。超过 365 天的不再追问。

请去问客户，事情已了，他们愿意说；然后写上：lost_reason: 对手的仓库就在附近，次日送达。
""",
    "opportunity-without-amount": """进行中的商机有赢率，却没有金额。

它在预测中不起作用：离目标的差距看起来比实际更大，也没人能说清值不值得投入。处在第一阶段的商机，还不必知道金额。

请写上最好的估计：amount: 38000。粗略的数字以后可以更正，总比没有好。
""",
    "opportunity-without-close-date": """进行中的商机有赢率，却没有预计决定的日期。

没有日期的预测无法与今年的目标对照；客户不必在某天前答复的报价，就不会有答复。处在第一阶段的商机，还不必知道日期。

请问客户何时决定，并写上：close: 2026-09-30。
""",
    "opportunity-without-stage": """进行中的商机有金额，却既没有采购流程的阶段，也没有赢率。

金额无法加权，预测中就没有它：离目标的差距看起来比实际更大。没有金额的想法，不必有阶段。

请写上采购流程和所处的阶段：process: framework, stage: proposal；或写上赢率：probability: 0.4。
""",
    "opportunity-without-people": """商机已过第一阶段，却没有写明由谁决定。

赢单靠的是人，不是公司：不写人名，就没人去问谁签字、谁能否决、谁还没见过。权力地图有人时才检查；处在第一阶段的，还不必知道。

请用权力地图中的 id 写明做决定的人：people: [head-of-purchasing, quality-lead]。
""",
    "unanswered-need": """有一项需求未满足或只部分满足，却没有商机或客户成功计划的成果来回应它。

未满足的需求，是做大的机会，也是对手的入口。秘密的需求要靠待人来回应，不检查；还没有商机和成果的计划也不检查。

请写明由什么回应：商机写 needs: [cold-chain]，或成果写 closes: cold-chain。有意不做的，请写豁免和理由。
""",
    "stalled-opportunity": """商机发现已超过 365 天，仍停在第一阶段。

它让商机池看起来很满，也让人不再问什么才是真正的新机会。一年没有动静的客户其实已经决定了，只是没有说。

请与客户弄清它是否还有机会：推进它，或写 status: lost 和原因。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
