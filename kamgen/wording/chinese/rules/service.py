"""Chinese of the rules about service: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "answer the customer and write the date under closed:, or agree with them on a new date under due:": (
        "请答复客户并把日期写入 closed:，或与客户商定新的日期，写入 due:"
    ),
    "the request “{text}” has no date": "客户请求“{text}”没有日期",
    "ask the customer by when the answer is needed, and write it under due:": "请问客户何时需要答复，并写入 due:",
    "the request “{text}” has no owner": "客户请求“{text}”没有负责人",
    "write under owner: the member of our team who sees it through": "请在 owner: 写上负责到底的团队成员",
    "satisfaction fell from {before} to {after} points of 100": "满意度从 {before} 分降到 {after} 分（满分 100）",
    "talk to those who answered, and write what is done about it as a request, a risk or an action": (
        "请与答卷的人谈一谈，并把改进办法写成请求、风险或行动"
    ),
    "Points of 100 by which satisfaction may not fall from one survey to the next": (
        "满意度（满分 100）从一次调查到下一次不得下降多少分"
    ),
    "the last satisfaction survey was {days} days ago; the limit is {limit}": (
        "上次满意度调查在 {days} 天前，上限为 {limit} 天"
    ),
    "ask the customer again, and add the counts under surveys:": "请再做一次调查，并把各档人数写入 surveys:",
    "Days after which a satisfaction survey is too old": "满意度调查超过多少天视为过旧",
    "“{what}” was lost, and nothing says why": "“{what}”已丢失，却没有写明原因",
    "find out what happened, and write reason: and cause:": "请弄清发生了什么，并写上 reason: 和 cause:",
    "“{what}” was lost {days} days ago, and nothing says what we changed since": (
        "“{what}”丢失已 {days} 天，却没有写明作了什么改进"
    ),
    "decide what we do differently from now on, and write it under fix:": "请决定今后怎样改进，并写入 fix:",
    "Days after a loss by which something is changed": "丢失后多少天内应作出改进",
    "nothing holds this key account: neither a binding nor a switching cost": (
        "这个大客户没有任何绑定，也没有转换成本"
    ),
    "write what holds it under bindings: or switching_costs:, or plan a joint project with the customer": (
        "请在 bindings: 或 switching_costs: 写明靠什么留住它，或与客户筹划一个联合项目"
    ),
    "the customer recommended us to {to} {days} days ago, and nothing says what came of it": (
        "客户在 {days} 天前把我们转介绍给{to}，却没有写明结果"
    ),
    "follow it up, thank the customer, and write what came of it under result:": (
        "请跟进，向客户致谢，并把结果写入 result:"
    ),
    "Days after a referral by which its result is known": "转介绍后多少天内应有结果",
}

DOCUMENTATION: dict[str, str] = {
    "overdue-request": """客户的一项请求已经逾期，却还没有答复。

答复迟缓，最能说明客户没有被当回事，也是客户离开时常说的理由。按时答复的比例计入健康度。

请答复并把日期写入 closed:；或与客户商定新的日期，写入 due:。
""",
    "request-without-date": """客户的一项未关闭请求没有答复日期。

它无所谓迟，也无所谓准时：没人会收到提醒，按时答复率里也没有它。可是客户心里有个日子。

请问客户何时需要答复，并写上：due: 2026-06-26。
""",
    "request-without-owner": """客户的一项未关闭请求没有负责人。

从前台进来、由后台答复的请求，若没有一个人负责到底，就会丢在中间。客户也想知道该问谁。

请写上负责到底的团队成员：owner: lin-yue；具体由别的职能处理的，再写上 function:。
""",
    "falling-satisfaction": """最近一次满意度调查低于前一次，默认低 10 分起提示。分数从 0（全部极不满意）
到 100（全部高度满意）。

满意度总是先于订单下降：现在去问，还来得及改变。

请与答卷的人谈一谈，把改进办法写成请求、风险或行动，然后再做一次调查。已经做了的，可写豁免到下次调查。
""",
    "stale-survey": """上次满意度调查已久（默认超过 365 天）。从未调查过的、休眠和已流失的客户不提示。

健康度仍在用旧答案。当时答卷的人也许已离开，之后不满意的人也没有被听到。

请再做一次，尽量用同样的问题问同样的人，把各档人数写入 surveys:。
""",
    "loss-without-cause": """一次流失既没有写原因类别，也没有写根本原因。默认超过 365 天的不再追问。

黑匣子要打开才有用：把全部客户的原因汇总，才看得出客户为什么离开。

请弄清发生了什么，并写上：reason: service, cause: 复活节前两次晚到。
""",
    "loss-without-fix": """流失已过一段时间（默认 30 天），计划写了原因，却没有写作了什么改进。
需求消失的（reason: need-gone）不提示；默认超过 365 天的不再追问。

有原因而没有改进，下一个订单还会丢。

请决定今后怎样改进，并写上：fix: 在附近找伙伴备货。
""",
    "key-account-without-binding": """一个已经合作的大客户，既没有绑定，也没有转换成本。
service: 一节还没有开始填写的，不提示。

它是我们丢不起的客户之一，留住它的却只有上一次的价格。绑定有三种：双方层级相熟，共同的行业地位，一起做的项目。

请在 bindings: 或 switching_costs: 写明已有的；若没有，请与客户筹划一个联合项目。
""",
    "referral-without-result": """客户把我们转介绍给别人已久（默认超过 60 天），计划却没有写明结果。

转介绍是最热的线索，几周就会凉。推荐的客户会去问朋友，我们到底有没有联系过。

请跟进，向客户致谢，并写上结果：result: 已会面。没有成果也是结果。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
