"""Chinese of the rules about portfolio: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "Ranked accounts from which on the pyramid has a top worth the name": "有排名的客户达到多少个，金字塔才算有头部",
    "{share}% of the hours go to the top {top}% of the accounts; the resource rule asks for {rule}%": (
        "前 {top}% 的客户只得到 {share}% 的工时，资源法则要求 {rule}%"
    ),
    "move some of the hours of {names} to the top accounts": "请把{names}的一部分工时移给头部客户",
    "Accounts with hours on their actions from which on the resource rule is checked": (
        "至少多少个客户的行动填了工时，才检查资源法则"
    ),
    "{name} owns {number} key accounts; the limit is {limit}": "{name}负责 {number} 个大客户，上限为 {limit} 个",
    "hand some of them over to a colleague, or grow the team": "请把其中一些交接给同事，或扩充团队",
    "Key accounts that one member may own": "一名成员最多负责多少个大客户",
    "{name} is the executive sponsor of {number} key accounts; the limit is {limit}": (
        "{name}是 {number} 个大客户的高层对口负责人，上限为 {limit} 个"
    ),
    "spread them over more executives: change covered_by: of people, or the seat under team:": (
        "请分给更多的高层：修改人员的 covered_by:，或 team: 中的席位"
    ),
    "Key accounts that one executive may sponsor": "一名高层最多对口多少个大客户",
    "{name} is a top account, and its plan was never reviewed": "{name}是头部客户，计划却从未评审过",
    "{name} is a top account, and its plan was last reviewed {days} days ago; the limit is {limit}": (
        "{name}是头部客户，计划上次评审却在 {days} 天前，上限为 {limit} 天"
    ),
    "go through the plan with the team, then write reviewed: {{date: …, by: …}}": (
        "请与团队过一遍计划，然后写上 reviewed: {{date: …, by: …}}"
    ),
    "Days after which the plan of a top account is reviewed again": "头部客户的计划应在多少天内再次评审",
    "{name} is rated {here} in this plan, but {there} in the plan of {other}": (
        "{name}在这份计划中被评为“{here}”，在{other}的计划中却被评为“{there}”"
    ),
    "agree with the colleague who covers them there, and write the same support: in both plans": (
        "请与那边的负责人商定一致，并在两份计划中写同样的 support:"
    ),
    "Steps from which on two ratings of one person's support are too far apart": "同一人的支持度相差多少级起视为过大",
    "the module “{module}” is rated {level} of 5, and nothing says why": (
        "模块“{module}”自评为 {level} 级（共 5 级），却没有写明依据"
    ),
    "write under evidence: what anybody could look up, or lower level:": (
        "请在 evidence: 写上谁都能查证的依据，或降低 level:"
    ),
}

DOCUMENTATION: dict[str, str] = {
    "resource-rule-broken": """用在头部客户上的工时低于资源法则的要求：80%，或 time_rule: 所写的比例。
默认至少 10 个客户的行动填了工时才检查。

时间用在哪里，哪里就做大。工时多给了小客户，支撑业务的少数客户只能得到剩下的。

请把工时移给头部客户，或降低小客户的服务成本。不采用这条法则的，
请修改 kamgen.yaml 中 scoring: pyramid: 下的 time_rule:。
""",
    "overloaded-member": """一名团队成员负责的大客户太多，默认超过 12 个。

大客户要有人了如指掌：它的人、它的旺季、没有兑现的承诺。太多了，每个客户一个月只分到几小时，客户感觉得到。

请把其中一些交接给同事，或扩充团队。
""",
    "shared-sponsor": """我方一名高层对口的大客户太多，默认超过 5 个。负责其中的人员，或在客户团队中有席位，都算对口。

客户的高层应当有一位级别相当、随时接电话的人。谁都对口，就只是纸上的名字：会面一推再推，最后被忘掉。

请分给更多的高层：修改人员的 covered_by:，或计划 team: 中的席位。
""",
    "top-account-without-review": """头部客户（金字塔各层级中的客户，或四星以上）从未评审过，
或很久没有评审（默认超过 120 天）。写有 reviewed: 或久未改动的，由规则 stale-plan 检查。
客户太少的组合（默认不足 5 个）谈不上头部层级，只看星级。

支撑业务的少数客户应当最先看；没人过一遍的客户，只能凭习惯经营。

请与团队过一遍计划，并写上：reviewed: {date: 2026-06-15, by: lin-yue}；或把会议记入 reviews:。
""",
    "person-rated-differently": """同一集团的两份计划，对同一个人的支持度评价相差太大，默认两级起提示。
不同集团里同名的多半是另一个人，不比较。

一位同事当他是拥护者，另一位知道他心存怀疑：信错了计划，会在客户面前措手不及。

请让两边的负责人谈一谈，商定此人对我们究竟怎么看，并在两份计划中写同样的 support:。
""",
    "maturity-without-evidence": """大客户管理的某个模块自评高于 1 级，却没有写 evidence: 作依据。1 级表示还没有做，
不需要依据。

没有依据的自评会年年走高；有了依据，下一位评价的人才看得出变化。

请写上谁都能查证的内容：evidence: 重点计划的事实均有来源和日期。或降低 level:。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
