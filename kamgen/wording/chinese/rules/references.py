"""Chinese of the rules about references and consistency: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "the id {id} stands here a second time": "id {id} 在此重复出现",
    "give one of the two another id; keep the one that others refer to": "请给其中之一换个 id；保留被引用的那个",
    "there is no account {name}": "没有客户 {name}",
    "{name} is not a member of the team": "团队中没有成员 {name}",
    "{name} is not a product line": "没有产品线 {name}",
    "{name} is not a person on the power map": "权力地图上没有 {name}",
    "{name} is not a member of the team or person on the power map": "团队成员和权力地图上都没有 {name}",
    "{name} is not a goal of this plan": "本计划没有目标 {name}",
    "{name} is not a need of this plan": "本计划没有需求 {name}",
    "{name} is not a dimension or need of this plan": "本计划没有维度或需求 {name}",
    "{name} is not a buying process": "没有采购流程 {name}",
    "{name} is not a stage of this process": "该流程没有阶段 {name}",
    "{name} is not a task of this process": "该流程没有任务 {name}",
    "{name} is not a metric": "没有指标 {name}",
    "{name} is not a field for a criterion": "准则没有可读取的字段 {name}",
    "{name} is not a condition of a segment": "细分没有可用的条件 {name}",
    "{name} is not a condition of a tag": "标签规则没有可用的条件 {name}",
    "people report to each other in a circle: {circle}": "汇报关系形成了循环：{circle}",
    "remove reports_to: from the person at the top": "请去掉最上级人员的 reports_to:",
    "accounts belong to each other in a circle: {circle}": "客户的上级关系形成了循环：{circle}",
    "remove parent: from the account at the top": "请去掉最上级客户的 parent:",
    "there is no exchange rate for {currency}": "没有 {currency} 的汇率",
    "add it under rates: in kamgen.yaml: what 1 {currency} is in {reporting}": (
        "请在 kamgen.yaml 的 rates: 中加上：1 {currency} 合多少 {reporting}"
    ),
    "{rule} is always an error": "{rule} 总是错误",
    "what breaks it cannot be read at all; remove this level": "违反它的内容无法读取；请删除此级别",
    "{rule} has no parameter {name}": "{rule} 没有参数 {name}",
    "{value} is not a whole number for {name}": "{value} 不是 {name} 可用的整数",
    "from {least} to {most}": "从 {least} 到 {most}",
    # Consistency
    "“{name}” ends on {second}, before it starts on {first}": "“{name}”的结束日期{second}早于开始日期{first}",
    "“{name}” was confirmed on {second}, before it started on {first}": (
        "“{name}”的确认日期{second}早于开始日期{first}"
    ),
    "“{name}” was closed on {second}, before it was raised on {first}": (
        "“{name}”的关闭日期{second}早于提出日期{first}"
    ),
    "“{name}” is decided on {second}, before it was found on {first}": (
        "“{name}”的决定日期{second}早于发现日期{first}"
    ),
    "the ratings of “{name}” were confirmed on {second}, before the handover of {first}": (
        "“{name}”的评级确认日期{second}早于交接日期{first}"
    ),
    "correct the wrong date; it is often only the year": "请改正写错的日期，多半只是年份错了",
    "{key} says {day}, which is still to come, but only what has happened belongs there": (
        "{key} 只写已经发生的事，日期却是尚未到来的{day}"
    ),
    "“{name}” is won, but close: says {day}, which is still to come": "“{name}”已赢单，close: 却写着尚未到来的{day}",
    "write the date on which it happened; it is often only the year that is wrong": (
        "请写实际发生的日期，多半只是年份错了"
    ),
    "Days ahead that are allowed, for time zones": "因时区不同，允许提前多少天",
    "the customer's purchases from us come to {own}% of its spend with all suppliers": (
        "客户从我方的采购达到其采购总额的 {own}%"
    ),
    "write under amount: what the customer spends in a year with all suppliers, us included": (
        "请在 amount: 写上客户一年向所有供应商（含我方）采购的总额"
    ),
    "the rivals' shares add up to {rivals}%": "竞争对手的份额合计 {rivals}%",
    "correct share: of each rival (0.25 is 25%)": "请改正各竞争对手的 share:（0.25 即 25%）",
    "the rivals' shares ({rivals}%) and ours ({own}%) add up to more than 100%": (
        "竞争对手的份额（{rivals}%）与我方的份额（{own}%）合计超过 100%"
    ),
    "correct share: of the rivals, or the spend under wallet: that our share is computed from": (
        "请改正竞争对手的 share:，或 wallet: 中用来计算我方份额的采购总额"
    ),
    "Percentage points above 100% that are allowed, since shares are estimates": (
        "份额是估计值，合计允许超出 100% 多少个百分点"
    ),
    "current business of {current} is above the potential of {potential} in the white space": (
        "空白机会中，现有业务 {current} 高于潜力 {potential}"
    ),
    "ask what the unit could buy in a year from all suppliers, and raise potential:": (
        "请问清该业务单元一年能向所有供应商采购多少，并调高 potential:"
    ),
    "the action “{text}” has {with_customer} hours with the customer, but only {hours} planned": (
        "行动“{text}”面对客户 {with_customer} 小时，计划工时却只有 {hours} 小时"
    ),
    "correct hours: or with_customer:, which is a part of it": "请改正 hours: 或 with_customer:，后者是前者的一部分",
}

DOCUMENTATION: dict[str, str] = {
    "dates-out-of-order": """同一件事的两个日期前后颠倒：目标、衡量或成果先结束后开始，请求先关闭后提出，
商机先决定后发现，评级先确认后交接。

其中一个写错了，相关的数字也跟着错：目标进度应到哪里，客户的请求多久得到答复，成果算不算已确认。

请核对两个日期并改正写错的一个，多半只是年份错了。
""",
    "future-date": """已经发生的事，写的却是尚未到来的日期。默认允许提前 1 天，因为写计划的地方可能已经是第二天。

晚于今天的内容还不算数：这次联系、调查或赢单不会进入任何评分。

请写实际发生的日期，多半只是年份错了。只是计划中的事，请写在 due:、close: 或 next_review: 里。
""",
    "hours-out-of-proportion": """行动中面对客户的小时数多于计划的小时数。

面对客户的时间是计划工时的一部分。部分大于整体，这个客户和整个客户组合面对客户的时间占比就都错了。

请改正其中之一：hours: 24, with_customer: 12 表示 24 小时中有一半面对客户。
""",
    "shares-over-whole": """各供应商的份额加起来超过了客户采购的全部。份额是估计值，默认允许多出 5 个百分点。

份额写得太大，会掩盖空白机会，让我们显得更稳，或让对手显得更强。

请改正竞争对手的 share:；如果是我方份额过大，请改正 wallet: 中的采购总额：我方份额等于客户从我方的采购除以它。
""",
    "potential-below-current": """客户的某个业务单元向我方的采购，已经超过它写明的潜力。

潜力没有更新：那里的空白机会按零计算，于是在我们正增长的地方，没有人再去找机会。

请问清该业务单元一年能向所有供应商采购多少，并调高 potential:。
""",
    "duplicate-id": """两个同类的条目用了同一个 id。

id 把计划串在一起：商机引用需求，承诺引用人员，变更按 id 对应。id 重复，就没人知道指的是哪一个。

请给其中之一换个 id；保留被引用的那个。
""",
    "duplicate-setting-id": """设置中有两个成员、产品、准则、细分、服务蓝图步骤，或同一采购流程的两个阶段，
用了同一个 id。

计划按 id 引用它们；id 重复，就没人知道指的是哪一个。

请给其中之一换个 id；保留被计划引用的那个。
""",
    "missing-rate": """有金额使用的货币没有汇率。

没有汇率，不同货币的金额无法相加。kamgen 从不猜测汇率：这笔金额会悄悄从每个合计中消失。

请在 kamgen.yaml 的 rates: 中加上该货币：一个单位合多少报告货币。
""",
    "parent-cycle": """客户的上级关系形成了循环。

集团沿 profile.parent 汇总。甲属于乙、乙又属于甲时，没有哪个客户是集团之首，集团的数字无法相加。

请去掉最上级客户的 parent:。
""",
    "reporting-cycle": """人员的汇报关系形成了循环。

权力地图按 reports_to: 画成树。甲向乙汇报、乙又向甲汇报时，没有最上级，也就看不出谁做决定。

请去掉最上级人员的 reports_to:；横向影响写在 influences: 里。
""",
    "unknown-parent": """计划写的上级客户不存在。

集团沿 profile.parent 汇总。上级不存在，该客户就落在集团的数字之外。

请写上级客户的 id：即它的文件名去掉 .yaml。
""",
    "unknown-reference": """计划引用的人员、目标、需求、维度、成员、流程、阶段、任务或产品不存在。成员、
产品和流程只在 kamgen.yaml 有列出时才检查。

id 写错会悄悄断开联系：行动没有负责人，商机不在任何阶段。

请按定义处的写法写 id：人员、需求和目标定义在计划本身，成员、产品和流程定义在 kamgen.yaml。
""",
    "unknown-setting-reference": """设置引用的指标、规则、成员、字段或取值不存在。

读取不存在的指标的准则永远不给分，为不存在的规则写的级别什么也不改变，条件不存在的细分和标签规则找不到任何客户：它们都看似生效。

请按提示写名字；kamgen explain 列出全部指标和规则。
""",
    "wrong-check-setting": """规则的设置写了该规则没有的参数，或不接受的值。

名字不对的参数或不可能的值什么也不改变，却看似生效。关于文件形式的规则总是错误：违反它的内容根本无法读取。

请按 kamgen explain 对该规则的说明写参数。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
