"""Chinese of the rules about the success plan: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "the dimension “{dimension}” stands at {now} instead of {wanted}, and no outcome closes the gap": (
        "维度“{dimension}”期望 {wanted} 分，现为 {now} 分，却没有成果来弥补差距"
    ),
    "agree on an outcome with the customer, and write closes: {dimension}": (
        "请与客户商定一项成果，并写上 closes: {dimension}"
    ),
    "Points between now and wanted from which on an outcome is needed": "现状与期望相差多少分起，需要一项成果",
    "the outcome “{what}” has no owner on our side": "成果“{what}”没有我方负责人",
    "the outcome “{what}” has no owner at the customer": "成果“{what}”没有客户方负责人",
    "the milestone “{what}” has no owner on our side": "里程碑“{what}”没有我方负责人",
    "the milestone “{what}” has no owner at the customer": "里程碑“{what}”没有客户方负责人",
    "the milestone “{what}” has no owner on either side": "里程碑“{what}”双方都没有负责人",
    "agree on a member of our team, and write the id under owner:": "请商定由团队中的一人负责，并把其 id 写入 owner:",
    "ask who at the customer is measured by it, and write the person's id under customer_owner:": (
        "请问清客户方谁以此考核，并把其 id 写入 customer_owner:"
    ),
    "agree on who does it: one of our team under owner:, one of the customer's people under customer_owner:": (
        "请商定由谁来做：我方写入 owner:，客户方写入 customer_owner:"
    ),
    "the outcome “{outcome}” has no target": "成果“{outcome}”没有目标值",
    "agree with the customer on a figure, and write unit:, baseline: and target:": (
        "请与客户商定一个指标，并写上 unit:、baseline: 和 target:"
    ),
    "the outcome “{outcome}” has no date": "成果“{outcome}”没有日期",
    "agree with the customer on the date, and write it under due:": "请与客户商定日期，并写入 due:",
    "the outcome “{outcome}” is reached, and the customer has not confirmed it": "成果“{outcome}”已达成，客户尚未确认",
    "ask the customer to confirm it, and write the date under verified:": "请让客户确认，并把日期写入 verified:",
    "the outcome “{outcome}” was due on {day}, and nothing says whether it was reached": (
        "成果“{outcome}”应于{day}达成，却看不出是否已达成"
    ),
    "ask the customer; write the date under verified: if it was reached, or the figure under actual:": (
        "请向客户核实：已达成就把日期写入 verified:，否则把数值写入 actual:"
    ),
    "the outcome “{outcome}” is confirmed at {actual}, but its target is {target}": (
        "成果“{outcome}”写为已确认，实际却为 {actual}，目标值为 {target}"
    ),
    "write the confirmed figure under actual:, or remove verified: until the target is reached": (
        "请在 actual: 写上客户确认的数值，或在达成之前删除 verified:"
    ),
    "talk to the customer, and agree on a new date under due: or another target:": (
        "请与客户沟通，商定新的日期（due:）或目标值（target:）"
    ),
    "finish it and write status: done, agree with the customer on a new date under due:, or write status: dropped": (
        "请完成它并写 status: done；或与客户商定新的日期，写入 due:；或写 status: dropped"
    ),
}

DOCUMENTATION: dict[str, str] = {
    "gap-without-outcome": """关系的某个维度低于期望（默认相差 2 分起，满分 5 分），却没有一项客户成果来弥补。

评分不会因为写下来就提高。客户从我们这里得到了东西，并且感受到了，它才会提高。

请与客户商定一项成果，并与该维度挂钩：closes: 信任。如果现状已经够好，请降低 wanted:。
""",
    "outcome-without-owner": """一项尚未确认的客户成果，我方没有负责人。

承诺给了客户，这边却不归任何人管，记得它的就只有客户了。

请商定由团队中的一人负责，并写上其 id：owner: lin-yue。
""",
    "outcome-without-customer-owner": """一项尚未确认的客户成果，在客户方没有负责人。

客户方没有人想要的成果，是我们的成果，不是客户的：没有人为它开门，也没有人能确认它已达成。

请问清客户方谁以此考核，并把此人在权力地图中的 id 写入 customer_owner:。
""",
    "outcome-without-target": """一项客户成果没有目标值，看不出客户什么时候算是得到了。日期已过的，
再定目标值为时已晚，不提示。

没有数字，双方对承诺的记忆就会不同，也无法向出钱的人证明成效。

请与客户商定一个由客户自己统计的指标：unit: "%", baseline: 6, target: 4。
""",
    "outcome-without-date": """一项尚未达成的客户成果，没有写明客户什么时候能得到。

没有日期，就永远不算迟，也就没有人过问：年年留在计划里，客户的年度却已经过去了。

请与客户商定日期，并写上：due: 2026-12-31。
""",
    "unverified-outcome": """一项客户成果已达成，或已到期而不知是否达成，客户都还没有确认。

客户说成功了，才算成功。只有我们自己知道的结果，在下一次谈判中不是理由，客户方也没有人为它自豪。

请让客户确认，并写上日期：verified: 2026-06-12。如果没有达成，请把数值写入 actual:。
""",
    "verified-too-early": """一项客户成果写为客户已确认，它自己的数字却说明还没有达成。

衡量我们的，是已达成并经客户确认的成果。其中一项经不起客户的数字检验，其他成果赢得的信任也会赔进去。

如果客户确认的是另一个数值，请写入 actual:，或把商定的目标值写入 target:。否则，在达成之前请删除 verified:。
""",
    "overdue-outcome": """一项客户成果已经逾期，数值却没有达到目标值。

客户是按它安排工作的。是我们主动说明原因并给出新日期，还是客户自己发现，决定了下一次承诺值多少。

请与客户沟通，商定还能做到什么、什么时候：修改 due: 或 target:，并把补救措施写入 milestones:。
""",
    "overdue-milestone": """客户成果的一个里程碑已经逾期，却还没有完成。

成果是一个里程碑一个里程碑地落空的。早一点发现，耽误的一周还能与客户一起补回来。

请完成它并写 status: done；或与客户商定新的日期，写入 due:；或写 status: dropped。
""",
    "milestone-without-both-owners": """客户成果的一个里程碑，双方之中有一方没有负责人。整项成果缺少负责人的，
在成果处提示。

客户成功计划由双方共同推进。一方没有人，里程碑就在等一通没有人打的电话。

请商定双方由谁来做：owner: lin-yue, customer_owner: zhiliang-jingli。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
