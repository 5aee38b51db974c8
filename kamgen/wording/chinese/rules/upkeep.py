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
}

DOCUMENTATION: dict[str, str] = {
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
