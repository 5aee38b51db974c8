"""Chinese of the rules about references and consistency: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "the id {id} stands here a second time": "id {id} 在此重复出现",
    "give one of the two another id; keep the one that others refer to": "请给其中之一换个 id；保留被引用的那个",
    "there is no account {name}": "没有客户 {name}",
    "there is no member of the team {name}": "团队中没有成员 {name}",
    "there is no product line {name}": "没有产品线 {name}",
    "there is no person of the power map {name}": "权力地图中没有 {name}",
    "there is no member or person {name}": "成员和人员中都没有 {name}",
    "there is no goal of this plan {name}": "本计划没有目标 {name}",
    "there is no need of this plan {name}": "本计划没有需求 {name}",
    "there is no dimension or need of this plan {name}": "本计划没有维度或需求 {name}",
    "there is no buying process {name}": "没有采购流程 {name}",
    "there is no stage of this process {name}": "该流程没有阶段 {name}",
    "there is no task of this process {name}": "该流程没有任务 {name}",
    "there is no metric {name}": "没有指标 {name}",
    "there is no field for a criterion {name}": "准则没有可读取的字段 {name}",
    "there is no name for a segment {name}": "细分没有可用的条件 {name}",
    "people report to each other in a circle: {circle}": "汇报关系形成了循环：{circle}",
    "remove reports_to from the one at the top": "请去掉最上级人员的 reports_to",
    "accounts belong to each other in a circle: {circle}": "客户的上级关系形成了循环：{circle}",
    "remove parent from the account at the top": "请去掉最上级客户的 parent",
    "there is no rate for {currency}": "没有 {currency} 的汇率",
    "add it to rates in kamgen.yaml: what 1 {currency} is in {reporting}": (
        "请在 kamgen.yaml 的 rates 中加上：1 {currency} 合多少 {reporting}"
    ),
    "{rule} is always an error": "{rule} 总是错误",
    "what breaks it cannot be read at all; remove this level": "违反它的内容无法读取；请删除此级别",
    "{rule} has no parameter {name}": "{rule} 没有参数 {name}",
    "{value} is not a whole number for {name}": "{value} 不是 {name} 可用的整数",
    "from {least} to {most}": "从 {least} 到 {most}",
    # Consistency
    "it ends on {second}, before it starts on {first}": "{second}结束，早于{first}开始",
    "it was confirmed on {second}, before it started on {first}": "{second}已确认，早于{first}开始",
    "it was closed on {second}, before it was raised on {first}": "{second}关闭，早于{first}提出",
    "it is decided on {second}, before it was found on {first}": "{second}决定，早于{first}发现",
    "the ratings were confirmed on {second}, before the handover of {first}": "{second}确认评级，早于{first}交接",
    "correct one of the two days; is it the year?": "请改正其中一个日期；是不是年份写错了？",
    "this has happened, but {day} is still to come": "此事已经发生，日期却是尚未到来的{day}",
    "“{name}” is won, but its day of {day} is still to come": "“{name}”已赢单，日期却是尚未到来的{day}",
    "write the day on which it happened; is it the year?": "请写实际发生的日期；是不是年份写错了？",
    "Days ahead that are let pass, for time zones": "考虑时区，允许提前多少天",
    "they bought for {own}% of what they are said to spend with all suppliers": (
        "客户从我方的采购已达其采购总额的 {own}%"
    ),
    "write what they spend in a year with all suppliers, ourselves included": (
        "请写客户一年向所有供应商（含我方）采购的总额"
    ),
    "the rivals' shares add up to {rivals}%": "竞争对手的份额合计 {rivals}%",
    "correct them: each is a part of 1": "请改正：每一项都是 1 的一部分",
    "the rivals' {rivals}% and our {own}% are more than the whole": (
        "竞争对手的 {rivals}% 与我方的 {own}% 之和超过了全部"
    ),
    "correct the rivals' shares, or the wallet that ours is computed from": (
        "请改正竞争对手的份额，或计算我方份额所用的采购总额"
    ),
    "Points above 100% that are let pass, since shares are estimates": "份额是估计值，允许超出 100% 多少个百分点",
    "current business of {current} is above the potential of {potential}": "现有业务 {current} 高于潜力 {potential}",
    "ask what the unit could buy in a year, and raise it": "请问清该部门一年能采购多少，并调高潜力",
    "{with_customer} hours with the customer are more than the {hours} planned": (
        "面对客户的 {with_customer} 小时多于计划的 {hours} 小时"
    ),
    "with_customer is a part of hours: correct one of the two": "with_customer 是 hours 的一部分：请改正其中之一",
}

DOCUMENTATION: dict[str, str] = {
    "dates-out-of-order": """同一件事的两个日期前后颠倒。

其中一个写错了，相关的数字也跟着错：目标进度应到哪里，请求多久得到答复，成果或评级有没有确认。

请核对两个日期并改正写错的一个，多半只是年份错了。
""",
    "future-date": """已经发生的事，写的却是将来的日期。

晚于检查日的内容还不算数：这次联系、调查或成交不会进入任何评分。允许提前一天（days），因为写计划的地方可能已经是第二天。

请写实际发生的日期，多半是年份写错了。只是计划中的事，请写在 due:、close: 或 next_review: 里。
""",
    "hours-out-of-proportion": """行动中面对客户的小时数多于它的全部小时数。

面对客户的时间是计划工时的一部分。部分大于整体，面对客户的时间占比就算错了，客户和客户组合都受影响。

请改正其中之一：hours: 24, with_customer: 12 表示 24 小时中有一半面对客户。
""",
    "shares-over-whole": """各供应商的份额加起来超过了客户采购的全部。

份额写得太大，会掩盖空白机会，让我们显得更稳，或让对手显得更强。份额是估计值，允许多出 5 个百分点（points）。

请改正竞争对手的份额；如果是我方份额过大，请改正采购总额：我方份额等于客户从我方的采购除以它。
""",
    "white-space-below-current": """客户的某个部门向我方的采购，已经超过它可能采购的总量。

潜力没有更新：那里的空白机会按零计算，于是在我们增长最快的地方，没有人再去找机会。

请问清该部门一年向所有供应商采购多少，并调高 potential:。
""",
    "duplicate-id": """两个同类的条目用了同一个 id。

id 把计划串在一起：商机引用需求，承诺引用人员，变更按 id 对应。id 重复，就没人知道指的是哪一个。

请给其中之一换个 id；保留被引用的那个。
""",
    "duplicate-setting-id": """设置中两个成员、产品、准则、阶段或细分用了同一个 id。

计划按 id 引用它们；id 重复，就没人知道指的是哪一个。

请给其中之一换个 id；保留被计划引用的那个。
""",
    "missing-rate": """有金额使用的货币没有汇率。

没有汇率，不同货币的金额无法相加。kamgen 从不猜测汇率：缺了它，这笔金额会悄悄从每个合计中消失。

请在 kamgen.yaml 的 rates 中加上该货币：一个单位合多少报告货币。
""",
    "parent-cycle": """客户的上级关系形成了循环。

集团沿 profile.parent 汇总。甲属于乙、乙又属于甲时，没有哪个客户是集团之首，集团的数字无法相加。

请去掉最上级客户的 parent。
""",
    "reporting-cycle": """人员的汇报关系形成了循环。

权力地图按 reports_to 画成树。甲向乙汇报、乙又向甲汇报时，没有最上级，也就看不出谁做决定。

请去掉最上级人员的 reports_to；横向影响用 influences 表示。
""",
    "unknown-parent": """计划写的上级客户不存在。

集团沿 profile.parent 汇总；上级不存在，该客户就落在集团的数字之外。

请写上级客户的 id：即它的文件名去掉 .yaml。
""",
    "unknown-reference": """计划引用的人员、目标、需求、成员、流程、阶段、任务或产品不存在。

id 写错会悄悄断开联系：行动没有负责人，商机不在任何阶段。成员、产品和流程只在 kamgen.yaml 有列出时才检查。

请按定义处的写法写 id：人员、需求和目标定义在计划本身，成员、产品和流程定义在 kamgen.yaml。
""",
    "unknown-setting-reference": """设置引用的指标、规则、成员、字段或取值不存在。

读取不存在的指标的准则永远不给分，为不存在的规则写的级别什么也不改变，条件不存在的细分找不到任何客户：它们都看似生效。

请按提示写名字；kamgen explain 列出全部指标和规则。
""",
    "wrong-check-setting": """规则的设置写了该规则不认识的内容。

名字不对的参数或不可能的值什么也不改变，却看似生效。关于文件形式的规则总是错误：违反它的内容根本无法读取。

请按 kamgen explain 对该规则的说明写参数。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
