"""Chinese of the rules about portfolio: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "{share}% of the hours go to the top {top}% of the accounts; the rule is {rule}%": (
        "前 {top}% 的客户得到 {share}% 的工时；资源法则要求 {rule}%"
    ),
    "most other hours go to {names}: move some of them to the top accounts": (
        "其余工时多用在{names}：请把一部分移给最重要的客户"
    ),
    "Least number of accounts with hours for which it counts": "至少有多少个客户填了工时才检查",
    "{name} owns {number} key accounts; {limit} are agreed": "{name}负责 {number} 个大客户；约定为 {limit} 个",
    "hand some of them over to a colleague": "请把其中一些交接给同事",
    "Key accounts that one member may own": "一名成员最多负责多少个大客户",
    "{name} stands behind {number} key accounts; {limit} are agreed": (
        "{name}是 {number} 个大客户的高层对口人；约定为 {limit} 个"
    ),
    "spread them over more executives": "请分给更多的高层",
    "Key accounts that one executive may stand behind": "一名高层最多对口多少个大客户",
    "{name} is one of the top accounts, and was never reviewed": "{name}是最重要的客户之一，却从未评审过",
    "{name} is one of the top accounts, and was last reviewed {days} days ago; {limit} are agreed": (
        "{name}是最重要的客户之一，上次评审在 {days} 天前；约定为 {limit} 天"
    ),
    "go through the plan with the team, and write the day: reviewed: {{date: …, by: …}}": (
        "请与团队过一遍计划，并写上日期：reviewed: {{date: …, by: …}}"
    ),
    "Days after which a top account is to be reviewed again": "最重要的客户应在多少天内再次评审",
    "{name} is rated {here} here, and {there} in the plan of {other}": (
        "{name}在此评为{here}，在{other}的计划中评为{there}"
    ),
    "agree with whoever covers them there, and write the same in both plans": (
        "请与那边的负责人商定一致，并在两份计划中写成一样"
    ),
    "Steps between two ratings of one person's support that are too many": "同一人的支持度相差多少级视为过大",
    "nothing says what level {level} rests on": "没有写明成熟度 {level} 级的依据",
    "write what anybody could look up, or lower the level": "请写上谁都能查证的依据，或降低级别",
}

DOCUMENTATION: dict[str, str] = {
    "resource-rule-broken": """团队用在高价值客户上的时间，低于资源法则的要求：80%。

时间用在哪里，哪里就做大。工时多给了小客户，支撑业务的少数客户只能得到剩下的。至少 10 个客户填了工时才检查。

请把工时移给最重要的客户，或降低小客户的服务成本。不采用这条法则的，请修改 kamgen.yaml 中的 time_rule。
""",
    "overloaded-member": """一名团队成员负责的大客户超过 12 个。

大客户要有人了如指掌：它的人、它的旺季、没有兑现的承诺。太多了，每个客户一个月只分到几小时，而客户看得出谁更有时间。

请把其中一些交接给同事，或扩充团队。
""",
    "shared-sponsor": """我方一名高层对口的大客户超过 5 个。

客户的高层应当有一位级别相当、随时接电话的人。谁都对口，就只是纸上的名字：会面一推再推，最后被忘掉。

请分给更多的高层：修改人员的 covered_by，或计划 team 中的席位。
""",
    "top-account-without-review": """高价值客户或四星以上的客户，从未评审过，或超过 120 天没有评审。

支撑业务的少数客户应当最先看；没人过一遍的客户，只能凭习惯经营。计划写有 reviewed: 的，由 stale-plan 检查那一天。

请与团队过一遍计划，并写上：reviewed: {date: 2026-06-15, by: lin-yue}；或把会议记入 reviews:。
""",
    "person-rated-differently": """同一集团的两份计划，对同一个人的支持度评价相差至少两级。

一位同事当他是拥护者，另一位知道他心存怀疑：信错了计划，会在客户面前措手不及。
不同集团里同名的多半是另一个人，不比较；角色和影响力只针对一个客户，也不比较。

请让两边的负责人谈一谈，商定此人对我们究竟怎么看，并写入两份计划。
""",
    "maturity-without-evidence": """大客户管理的某个模块自评高于 1 级，却没有写依据。

没有依据的自评会年年走高；有了依据，下一位评价的人才看得出变化。1 级表示还没有做，不需要依据。

请写上谁都能查证的内容：evidence: 重点计划的事实均有来源和日期。或降低级别。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
