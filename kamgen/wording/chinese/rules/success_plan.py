"""Chinese of the rules about the success plan: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "{dimension} is {now}, wanted {wanted}, and no outcome closes the gap": (
        "“{dimension}”现为 {now}，期望 {wanted}，却没有成果来弥补差距"
    ),
    "agree on an outcome with the customer, and write closes: {dimension}": (
        "请与客户商定一项成果，并写上 closes: {dimension}"
    ),
    "Points between now and wanted from which on an outcome is needed": "现状与期望相差多少分起需要一项成果",
    "nobody on our side answers for “{what}”": "“{what}”我方无人负责",
    "nobody at the customer answers for “{what}”": "“{what}”客户方无人负责",
    "nobody answers for “{what}” on either side": "“{what}”双方都无人负责",
    "agree on one of our team, and write them under owner": "请商定我方由谁负责，并写入 owner",
    "ask who there is measured by it, and write the person under customer_owner": (
        "请问清客户方谁对此结果负责，并写入 customer_owner"
    ),
    "write who takes the step here (owner) and there (customer_owner)": (
        "请写明这一步我方由谁做（owner）、客户方由谁做（customer_owner）"
    ),
    "“{outcome}” has no target": "“{outcome}”没有目标值",
    "agree with the customer on a figure; write unit, baseline and target": (
        "请与客户商定一个指标，写上 unit、baseline 和 target"
    ),
    "“{outcome}” is due on no day": "“{outcome}”没有完成日期",
    "agree with the customer on the day, and write it under due": "请与客户商定日期，并写入 due",
    "“{outcome}” is reached, and the customer has not confirmed it": "“{outcome}”已达成，客户尚未确认",
    "ask the customer, and write the day under verified": "请让客户确认，并把日期写入 verified",
    "“{outcome}” was due on {day}, and nothing says whether it was reached": (
        "“{outcome}”应于{day}完成，却看不出是否达成"
    ),
    "ask the customer, and write the day under verified, or the figure under actual": (
        "请向客户核实，把确认日期写入 verified，或把数值写入 actual"
    ),
    "“{outcome}” is confirmed, but stands at {actual} of {target}": (
        "“{outcome}”写为已确认，实际为 {actual}，目标为 {target}"
    ),
    "write the figure that the customer confirmed, or remove verified until it is reached": (
        "请写客户确认的数值；否则在达成之前删除 verified"
    ),
    "talk to the customer, and agree on a new day or another target": "请与客户沟通，商定新的日期或目标",
    "take the step, agree on a new day with the customer, or write status: dropped": (
        "请完成这一步，或与客户另定日期，或写 status: dropped"
    ),
}

DOCUMENTATION: dict[str, str] = {
    "gap-without-outcome": """关系的某个维度明显低于期望，却没有一项客户成果来弥补。

评分不会因为写下来就提高。客户从我们这里得到了东西，并且感受到了，它才会提高。差距从 2 分（points）起检查，满分 5 分。

请与客户商定一项成果，并与该维度挂钩：closes: 信任。如果现状已经够好，请降低 wanted:。
""",
    "outcome-without-owner": """答应客户的成果，我方没有人负责。

承诺给了客户，这边却不归任何人管，记得它的就只有客户了。

请商定由团队中的一人负责，并写上 owner: lin-yue。
""",
    "outcome-without-customer-owner": """成果在客户方没有人负责。

客户方没有人想要的成果，是我们的成果，不是客户的：没有人为它开门，也没有人能确认它已达成。

请问清客户方谁以此考核，并把此人在权力地图中的 id 写入 customer_owner:。
""",
    "outcome-without-measure": """成果没有目标值，看不出客户什么时候算是得到了。

没有数字，双方对承诺的记忆就会不同，也无法向出钱的人证明成效。日期已过的，再定目标为时已晚，不再提示。

请与客户商定一个由客户自己统计的指标：unit: "%", baseline: 6, target: 4。
""",
    "outcome-without-date": """成果没有写明客户什么时候能得到。

没有日期，就永远不算迟，也就没有人过问：年年留在计划里，客户的年度却已经过去了。

请与客户商定日期，并写入 due:。
""",
    "unverified-outcome": """成果已达成，或已到期而情况不明，客户都还没有确认。

客户说成功了，才算成功。只有我们自己知道的结果，在下一次谈判中不是理由，客户方也没有人为它自豪。

请让客户确认，并写上日期：verified: 2026-06-12。如果没有达成，请把数值写入 actual:。
""",
    "verified-too-early": """成果写为客户已确认，但它自己的数字说明还没有达成。

衡量我们的，是已达成并经客户确认的成果。其中一项经不起客户的数字检验，其他成果赢得的信任也会赔进去。

如果客户确认的是另一个数值，请写入 actual:，或把商定的目标写入 target:。否则，在达成之前请删除 verified:。
""",
    "overdue-outcome": """成果已到期，数值却没有达到目标。

客户是按它安排工作的。是我们主动说明原因并给出新日期，还是客户自己发现，决定了下一次承诺值多少。

请与客户沟通，商定还能做到什么、什么时候：修改 due: 或 target:，并把补救措施写入 milestones:。
""",
    "overdue-milestone": """客户成果的一步应当已经完成。

成果是一个里程碑一个里程碑地落空的。早一点发现，耽误的一周还能与客户一起补回来。

请完成这一步并写 status: done；或与客户另定日期；或放弃：status: dropped。
""",
    "milestone-without-both-owners": """客户成果的一步，双方之中有一方没有负责人。

成功计划由双方共同推进。一方没有人，这一步就在等一通没有人打的电话。整项成果缺少负责人的，在成果处提示。

请商定双方由谁来做：owner: lin-yue, customer_owner: zhiliang-jingli。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
