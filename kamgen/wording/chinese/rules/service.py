"""Chinese of the rules about service: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "answer the customer and write closed, or agree on a new day": "请答复客户并写上 closed，或商定新的日期",
    "nobody has written by when “{text}” is answered": "没有写明“{text}”应何时答复",
    "ask the customer until when it is needed, and write due": "请问客户何时需要，并写上 due",
    "nobody answers for the request “{text}”": "请求“{text}”没有负责人",
    "write the member of the team who sees it through: owner:": "请写上负责到底的团队成员：owner:",
    "satisfaction fell from {before} to {after} points": "满意度从 {before} 分降到 {after} 分",
    "talk to those who answered, and write what is done about it": "请与答卷的人谈一谈，并写上怎样改进",
    "Points by which satisfaction may not fall from one survey to the next": "满意度从一次调查到下一次不得下降多少分",
    "last survey {days} days ago; {limit} are agreed": "上次满意度调查在 {days} 天前；约定为 {limit} 天",
    "ask the customer again, and write the counts here": "请再做一次调查，并在此写上各档人数",
    "Days after which a survey counts as stale": "满意度调查超过多少天视为过期",
    "nobody has written why we lost “{what}”": "没有写明为什么丢了“{what}”",
    "find out what happened, and write reason and cause": "请弄清发生了什么，并写上 reason 和 cause",
    "nothing has been changed since we lost “{what}” {days} days ago": "“{what}”丢失已 {days} 天，还没有任何改进",
    "decide what is done differently from now on, and write fix": "请决定今后怎样改进，并写上 fix",
    "Days after a loss by which something is changed": "丢失后应在多少天内作出改进",
    "nothing holds this key account: neither a binding nor a switching cost": (
        "这个大客户没有任何绑定，也没有转换成本"
    ),
    "write what holds it, or plan a joint project with the customer": ("请写明靠什么留住它，或与客户筹划一个联合项目"),
    "recommended to {to} {days} days ago, and nobody has written the result": (
        "{days} 天前客户把我们推荐给{to}，却没有写结果"
    ),
    "follow it up, thank the customer, and write result": "请跟进，向客户致谢，并写上 result",
    "Days after a referral by which its result is known": "转介绍后应在多少天内有结果",
}

DOCUMENTATION: dict[str, str] = {
    "overdue-request": """客户的一项请求早该答复了。

答复迟缓，最能说明客户没有被当回事，也是客户离开时常说的理由。按时答复的比例计入健康度。

请答复，或告诉客户何时答复；然后写上 closed:，或在 due: 写上新的日期。
""",
    "request-without-date": """客户的一项未关闭请求没有答复期限。

它无所谓迟，也无所谓准时：没人会收到提醒，按时率里也没有它。可是客户心里有个日子。

请问客户何时需要，并写上：due: 2026-06-26。
""",
    "request-without-owner": """客户的一项未关闭请求没有负责人。

从前台进来、由后台答复的请求，若没有一个人负责到底，就会丢在中间。客户也想知道该问谁。

请写上负责答复的团队成员：owner: lin-yue；具体由别的职能处理的，再写上 function。
""",
    "falling-satisfaction": """最近一次满意度比前一次至少低 10 分。

满意度总是先于订单下降：现在去问，还来得及改变。分数从 0（全部极不满意）到 100（全部高度满意）。

请与答卷的人谈一谈，把怎样改进写成请求、风险或行动，然后再做一次调查。已经做了的，可写豁免到下次调查。
""",
    "stale-survey": """上次询问客户满意度已超过 365 天。

健康度仍在用旧答案。当时答卷的人也许已离开，之后不满意的人也没有被听到。从未调查过的、休眠和已流失的客户不检查。

请再做一次，尽量用同样的问题问同样的人，把各档人数写入 surveys:。
""",
    "loss-without-cause": """记了一次流失，却没有写原因类别，也没有写根本原因。

黑匣子要打开才有用：把全部客户的原因汇总，才看得出客户为什么离开。超过 365 天的不再追问。

请弄清发生了什么，并写上：reason: service, cause: 复活节前两次晚到。
""",
    "loss-without-fix": """流失已过三十天，计划写了原因，却没有写作了什么改进。

有原因而没有改进，下一个订单还会丢。客户需求消失的，没有什么可改；超过 365 天的不再追问。

请决定今后怎样改进，并写上：fix: 在附近找伙伴备货。
""",
    "key-account-without-binding": """一个大客户既没有绑定，也没有转换成本。

它是我们丢不起的客户之一，留住它的却只有上一次的价格。绑定有三种：双方层级相熟，共同的行业地位，一起做的项目。

请在 service: 的 bindings: 或 switching_costs: 写明已有的；若没有，请与客户筹划一个联合项目。
""",
    "referral-without-result": """客户推荐我们已超过 60 天，计划却没有写结果。

转介绍是最热的线索，几周就会凉。推荐的客户会去问朋友，我们到底有没有联系过。

请跟进，向客户致谢，并写上结果：result: 已会面。没有结果也是结果。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
