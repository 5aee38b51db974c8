"""Chinese of the rules about joint plan: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "only our side has commitments in the joint plan": "联合生意计划里只有我方的承诺",
    "agree on what the customer does in return, and add it under commitments: with by: customer": (
        "请与客户商定对方相应做什么，并写入 commitments:，注明 by: customer"
    ),
    "only the customer has commitments in the joint plan": "联合生意计划里只有客户的承诺",
    "agree on what we do in return, and add it under commitments: with by: us": (
        "请商定我方相应做什么，并写入 commitments:，注明 by: us"
    ),
    "the joint initiative “{text}” does not say what the customer gets out of it": (
        "联合举措“{text}”没有写明对客户有什么好处"
    ),
    "write it in the customer's words: benefit: {{theirs: …}}": "请用客户的话写上：benefit: {{theirs: …}}",
    "the joint review was planned for {day}, {n} day ago|the joint review was planned for {day}, {n} days ago": (
        "联合经营会议原定于{day}，已过 {n} 天"
    ),
    "hold it, and write the date of the one after it under next_review:": (
        "请召开会议，并把再下一次的日期写入 next_review:"
    ),
    "the joint plan has open work, and no date for the next joint review": (
        "联合生意计划有未完成的事项，却没有下次联合经营会议的日期"
    ),
    "agree on it with the customer, and write it under next_review:": "请与客户商定，并写入 next_review:",
    "keep our promise today and write status: done, or agree with the customer on a new date under due:": (
        "请今天就兑现我方承诺并写 status: done，或与客户商定新的日期，写入 due:"
    ),
    "ask the customer for it, or agree with them on a new date under due:": (
        "请向客户催办，或与客户商定新的日期，写入 due:"
    ),
    "settle with the customer what is missing; then write status: done, a new date under due:, or status: dropped": (
        "请与客户谈清还缺什么，然后写 status: done，或在 due: 写上新的日期，或写 status: dropped"
    ),
    "our commitment “{text}” has no owner": "我方承诺“{text}”没有负责人",
    "write under owner: the member of our team who keeps it": "请在 owner: 写上负责兑现的团队成员",
    "the customer's commitment “{text}” has no owner": "客户承诺“{text}”没有负责人",
    "agree with the customer on a person, and write the id from the power map under owner:": (
        "请与客户商定由谁负责，并把其在权力地图中的 id 写入 owner:"
    ),
    "the commitment “{text}” has no date": "承诺“{text}”没有日期",
    "agree with the customer on a date, and write it under due: (what holds all year: its last day)": (
        "请与客户商定日期，并写入 due:（全年有效的写年末）"
    ),
    "the joint plan of {year} still has {n} open commitment|the joint plan of {year} still has {n} open commitments": (
        "{year} 年的联合生意计划还有 {n} 项承诺没有了结"
    ),
    "close that year with the customer, and agree on the plan for this year": "请与客户了结那一年，并商定今年的计划",
    "the joint review shows the customer this text, which names another customer: {name}": (
        "联合经营会议材料会向客户展示这段文字，其中提到了其他客户：{name}"
    ),
    "the joint review shows the customer this text, which has the id of one of our people: {id}": (
        "联合经营会议材料会向客户展示这段文字，其中出现了我方成员的 id：{id}"
    ),
    "the joint review shows the customer this text, which has a word that is kept from customers: {word}": (
        "联合经营会议材料会向客户展示这段文字，其中含有不得出现在客户材料中的词语：{word}"
    ),
    "write the person's name, or say it without": "请写姓名，或改用不提及此人的说法",
    "say it without; if it may be said, add a waiver of {rule} with its reason": (
        "请换一种说法；确实可以写的，请为 {rule} 添加豁免并写明理由"
    ),
    "Days after the end of its year by which a joint plan is renewed": "联合生意计划应在年度结束后多少天内续订",
}

DOCUMENTATION: dict[str, str] = {
    "one-sided-commitments": """联合生意计划的承诺全都出自同一方。全部完成后，或计划的年度结束后，不提示。

联合生意计划由双方签字。只有我方承诺，就是一张让步清单；只有客户承诺，就只是一个愿望。一旦不方便，两者都不作数。

请商定另一方相应做什么，写入 commitments:，注明 by: customer 或 by: us。
""",
    "initiative-without-customer-benefit": """联合举措没有写明客户能得到什么。

只对我方有利的是促销活动，客户的人也会这样看：一忙起来就被搁下。联合经营会议上，客户看到的正是这一行。

请用客户的话写上：benefit: {theirs: 现货率高于 99%}。若没有，就写 status: dropped。
""",
    "past-review-date": """下次联合经营会议的日期已经过去。计划的年度结束后不提示。

会上双方报告各自兑现了什么。悄悄错过，客户就会明白联合生意计划只是走过场。

请召开会议，记入 reviews:，并写上再下一次的日期：next_review: 2026-09-15。
""",
    "joint-plan-without-review": """联合生意计划有未完成的承诺或举措，却没有下次联合经营会议的日期。
计划的年度结束后不提示。

没人再看的承诺会被忘掉，而且对方先忘。有了会议日期，双方才会赶在那之前去做。

请与客户商定，并写上：next_review: 2026-09-15。
""",
    "overdue-commitment": """联合生意计划中，我方或客户的一项承诺已经逾期，却还没有兑现。
计划的年度结束超过 60 天后不提示。

我方失信，是客户不兑现的最好理由；客户的承诺我们不去催，就等于从未有过。

我方承诺：今天就兑现，或告诉客户何时兑现。客户承诺：去催办。然后写 status: done，或在 due: 写上双方商定的新日期。
""",
    "overdue-initiative": """一项联合举措已经逾期，却还没有完成。

双方都投入了人，也都看到它没有结果。下一项举措，大家答应时就不会那么热心。

请与客户谈清还缺什么，然后写 status: done，或在 due: 写上新的日期，或写 status: dropped。
""",
    "commitment-without-owner": """联合生意计划中，一项未完成的承诺没有负责人。客户承诺在权力地图上有人可写时才提示。

公司作的承诺，等于没人承诺：无人可问，也无人负责。

请商定人选并把 id 写入 owner:：我方承诺写团队成员，客户承诺写权力地图中的人。
""",
    "commitment-without-date": """联合生意计划中，一项未完成的承诺没有日期。

没有日期的承诺，谈不上失信，也谈不上兑现：联合经营会议上没人能说它晚了。

请商定日期并写上：due: 2026-07-31。全年有效的，写计划年度的最后一天。
""",
    "confidential-mention": """联合经营会议材料会展示的文字提到了其他客户，或含有我方成员的 id，
或含有设置中 briefs.keep_from_customers 列出的词语。客户所属集团内的公司可以提到。

这份材料要摆到客户面前。客户在里面读到别家的事，就知道别家也会读到自己的事。

请换一种说法，人员写姓名。确实可以写的，添加 confidential-mention 豁免并写明理由，整份计划即可放行。
在设置中调整级别则不能放行：生成材料时还会再检查一遍。
""",
    "past-joint-plan": """联合生意计划的年度早已结束（默认超过 60 天），却还有未完成的承诺。

要么那一年的承诺没有兑现，要么兑现了没人记；而今年与客户还什么都没有商定。

请与客户了结那一年：每项承诺写 status: done 或 dropped。然后商定今年的计划，写上 year: 2026。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
