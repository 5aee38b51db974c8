"""Phrases of the explanations: of methods, metrics, criteria and rules."""

PHRASES: dict[str, str] = {
    # Pages
    "How it works": "说明",
    "Methods": "方法",
    "Metrics and criteria": "指标与准则",
    "Rules": "规则",
    "What kamgen does and why, in the order in which an account is worked.": (
        "kamgen 做什么、为什么这样做，按经营客户的先后顺序排列。"
    ),
    "What is computed for every account, and what the key-account score makes of it in this workspace.": (
        "为每个客户计算哪些指标，以及本工作区的综合积分如何使用它们。"
    ),
    "{n} rule: what it finds, why that matters, what to do|{n} rules: what they find, why that matters, what to do": (
        "{n} 条规则：发现什么，为什么重要，怎么办"
    ),
    "Rules: {family}": "规则：{family}",
    "What is checked in every plan: what is found, why it matters, and what to do about it.": (
        "每份计划都检查什么：发现什么问题、为何重要、如何处理。"
    ),
    "At a glance": "一览",
    "What it is": "含义",
    "Weight or unit": "权重或单位",
    "What it finds": "发现的问题",
    "Sources": "来源",
    "Source|Sources": "来源",
    "Settings and waivers": "设置与豁免",
    "How to use it": "用法",
    # Kinds
    "Method": "方法",
    "Metric": "指标",
    "Key-account criterion": "大客户准则",
    "Metrics": "指标",
    # Methods
    "our reading": "kamgen 的理解",
    # Metrics
    "How it is computed": "计算方法",
    "Values": "取值",
    "years": "年",
    "days": "天",
    "hours": "小时",
    "a number": "数量",
    "money": "金额",
    "money, in {currency}": "金额，以 {currency} 计",
    "a share, 0 to 1": "比例，0 至 1",
    "points, 0 to 100": "分值，0 至 100",
    "an index, −100 to 100": "指数，−100 至 100",
    "a word": "文字",
    "As a criterion": "用作准则",
    "In a segment": "用于细分",
    "Criteria that read it": "读取它的准则",
    "Segments that ask for it": "以它为条件的细分",
    # Criteria
    "Criteria of the key-account score": "综合积分的准则",
    "A key account has {points} points or more": "达到 {points} 分即为大客户",
    "Reads the metric {name}.": "读取指标 {name}。",
    "Asks whether the plan has the tag {name}.": "查看计划是否有标签 {name}。",
    "Reads the field {name} of the plan.": "读取计划的字段 {name}。",
    "{weight} of {total}, {share}": "{weight}（共 {total}），占 {share}",
    "Axis of the matrix": "矩阵坐标轴",
    "none; it counts for the score alone": "无；只计入综合积分",
    "If it is not known": "尚不清楚时",
    "Its weight is left out of the score: what is not known never counts as bad.": (
        "其权重不参与计算：尚不清楚绝不会被当作差。"
    ),
    "A tag is always known: it is there or it is not.": "标签总是已知的：非有即无。",
    "Scale": "评分尺度",
    "Value read": "取值",
    "Tag": "标签",
    "With the tag": "有该标签",
    "Without it": "没有该标签",
    "Any other value": "其他取值",
    "Any other value is not known.": "其他取值视为尚不清楚。",
    "from {value}": "{value} 起",
    "The last step that is reached counts; below the first there are no points.": (
        "以达到的最高一档为准；低于第一档为 0 分。"
    ),
    "Between two values on a straight line; beyond the ends, as at the ends.": (
        "两个值之间按直线取分；超出两端，按端点取分。"
    ),
    "{n} year|{n} years": "{n} 年",
    # Rules
    "Form of the files": "文件形式",
    "References and consistency": "引用与一致性",
    "Opportunities": "商机",
    "Upkeep of the plan": "计划维护",
    "Why it matters": "为何重要",
    "Finding level": "级别",
    "{level} in this workspace, {default} by default": "本工作区为{level}，默认为{default}",
    "{word} ({label})": "{word}（{label}）",
    "Parameters": "参数",
    "Parameter": "参数",
    "Meaning": "含义",
    "Here": "本工作区",
    "By default": "默认值",
    "Allowed": "允许范围",
    "{least} to {most}": "{least} 至 {most}",
    "Found": "会被发现",
    "Fine": "没有问题",
    "{file}, as committed": "{file}（已提交的版本）",
    "Set it for the workspace": "为整个工作区设置",
    "Waive it for one account": "为一个客户豁免",
    "What breaks this rule cannot be read, so it is always an error and no waiver holds it back.": (
        "违反此规则的内容无法读取，因此它总是错误，也不能豁免。"
    ),
    "This rule is about waivers; no waiver holds it back.": "此规则针对豁免本身，不能豁免。",
    "error, warning or off": "可写 error、warning 或 off",
    "why it can wait": "为何可以暂缓",
    # Findings of an account
    ": ": "：",
    # Command
    "{kind}: {group}": "{kind}：{group}",
    "More about one of them: kamgen explain NAME": "查看其中一项：kamgen explain 名称",
}
