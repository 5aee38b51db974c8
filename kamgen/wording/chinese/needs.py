"""Phrases of the pages that roll plans up: needs and white space, losses, segments, programme."""

PHRASES: dict[str, str] = {
    # The opening of needs and white space
    "Customers could still buy {amount} a year from us.": "客户每年还可能向我们多采购 {amount}。",
    "{n} need is answered by nothing yet.|{n} needs are answered by nothing yet.": "{n} 项需求尚无对应方案。",
    "Every need that asks for an answer has one.": "需要回应的需求都已有对应方案。",
    "No white space is known yet.": "尚不清楚有多少空白机会。",
    "Nothing is written down yet.": "还没有填写任何内容。",
    "add potential and current business to a plan": "在计划中填写潜力与现有业务后显示",
    "{n} row not counted|{n} rows not counted": "{n} 行未计入",
    "a year": "每年",
    "{amount} of the potential": "现有业务 {amount}",
    "add needs to a plan’s profile": "在计划的客户档案中填写需求后显示",
    "Without an answer": "尚无对应方案",
    "nothing left to answer": "没有待回应的需求",
    "Write into a plan what the customer needs, and what each of its units could buy in a year beside what it buys"
    " today. The gaps of all accounts then stand here, the largest first.": (
        "在计划中写下客户的需求，以及各业务单元一年可能采购多少、目前采购多少。全部客户的差距会汇总在这里，最大的在前。"
    ),
    # White space
    "Potential less today’s business, {unit} a year": "潜力减去现有业务，单位：{unit}/年",
    "By account and product": "按客户与产品",
    "below each amount, who holds it": "金额下方为占据该业务的对手",
    "Other products": "其他产品",
    "{n} other account|{n} other accounts": "其他 {n} 个客户",
    "{name} and {n} more": "{name}等（另有 {n} 个）",
    "By product": "按产品",
    "Potential, {unit}": "潜力（{unit}）",
    "Today, {unit}": "现有业务（{unit}）",
    "White space, {unit}": "空白机会（{unit}）",
    "{n} row lacks its potential, today’s business or an exchange rate and counts nothing."
    "|{n} rows lack their potential, today’s business or an exchange rate and count nothing.": (
        "{n} 行缺少潜力、现有业务或汇率，未计入。"
    ),
    "No plan says yet what a customer could buy. Write it down product by unit:": (
        "还没有计划写明客户可能采购什么。请按产品和业务单元填写："
    ),
    "Where to look first": "优先争取的机会",
    "Most white space first": "空白最大的在前",
    "Filter white space": "筛选空白机会",
    "Open opportunity": "进行中的商机",
    "is open": "已有进行中的商机",
    # Needs
    "How a need shows itself, and how deep it goes": "需求的表现方式与层次",
    "All needs": "全部需求",
    "{n} without an answer": "{n} 项尚无方案",
    "kind not said": "未写明类型",
    "level not said": "未写明层次",
    "No need is written down yet. Write down what the customer asks for, and what they need without asking:": (
        "还没有填写需求。请写下客户提出的要求，以及没有说出口的需要："
    ),
    "Needs without an answer": "尚无对应方案的需求",
    "The most valuable accounts first": "价值最高的客户在前",
    "{n} of {all}, the most valuable accounts first": "共 {all} 项，列出 {n} 项，价值最高的客户在前",
    "Filter needs": "筛选需求",
    "Met today": "目前满足程度",
    "Every need that asks for an answer has an opportunity or a customer outcome. Secret needs are answered by how we"
    " treat a person.": "需要回应的需求都已对应商机或客户业务成果。秘密的需求靠我们待人的方式来回应。",
    # The opening of the losses
    "No loss is written down.": "没有流失记录。",
    "No loss of the last 12 months is written down.": "近 12 个月没有流失记录。",
    "{n} loss in the last 12 months.|{n} losses in the last 12 months.": "近 12 个月流失 {n} 次。",
    "{n} loss of {amount} in the last 12 months.|{n} losses of {amount} in the last 12 months.": (
        "近 12 个月流失 {n} 次，共 {amount}。"
    ),
    "After {n} of them nothing was changed: it can happen again."
    "|After {n} of them nothing was changed: they can happen again.": "其中 {n} 次尚无改进措施，可能再次发生。",
    "After each of them something was changed.": "每次流失之后都有改进。",
    "Losses, 12 months": "近 12 个月流失",
    "Amount lost": "流失金额",
    "the plan names no fix": "计划中没有写明改进措施",
    "every loss has its fix": "每次流失都有改进措施",
    "worth {amount}": "金额 {amount}",
    "by the status of their plans": "以计划中的状态为准",
    "Write every lost order, product or account into its plan, with the reason, the root cause and what was changed"
    " since. A cause that comes back at several accounts then shows here.": (
        "请把丢失的订单、产品或客户写进计划，并注明原因类别、根本原因和改进措施。在多个客户身上反复出现的原因会显示在这里。"
    ),
    # The tables of the losses
    "Losses by reason": "流失原因",
    "Last 12 months, costliest first": "近 12 个月，金额最大的在前",
    "Amount lost, {unit}": "流失金额（{unit}）",
    "Nothing changed since": "尚无改进措施",
    "{n} without an amount": "{n} 次未填金额",
    "Nothing was lost in the last 12 months, as far as the plans say.": "从计划看，近 12 个月没有流失。",
    "By quarter": "按季度",
    "so far": "截至目前",
    "One by one": "逐项列出",
    "Last 12 months, the latest first": "近 12 个月，最近的在前",
    "The latest {n} of {all}": "共 {all} 次，列出最近 {n} 次",
    "Filter losses": "筛选流失记录",
    "Root cause": "根本原因",
    "What was changed since": "改进措施",
    "Fix": "改进措施",
    "written down": "已填写",
    "no fix yet": "尚无改进",
    "Lost opportunities": "丢失的商机",
    "{n} in the last 12 months": "近 12 个月 {n} 个",
    "{n} in the last 12 months, worth {amount}": "近 12 个月 {n} 个，金额 {amount}",
    "What was offered and not won; business that we had and lost stands above.": (
        "已报价但未赢得的业务；原有业务的流失见上方。"
    ),
    "{n} lost opportunity has no day of decision and is left out"
    "|{n} lost opportunities have no day of decision and are left out": "{n} 个丢失的商机没有决策日期，未列出",
    "Lost accounts": "流失的客户",
    "Those that brought most first": "累计收入最高的在前",
    "Latest loss": "最近一次流失",
    "not written down": "未填写",
    # Segments
    "Segments": "客户细分",
    "Asks for “{names}”, which is no tag, fact or metric": "条件“{names}”不是标签、属性或指标",
    "No segment is saved yet.": "还没有保存客户细分。",
    "There is no account yet.": "还没有客户。",
    "{n} account is in a segment, {others} in none.|{n} accounts are in a segment, {others} in none.": (
        "{n} 个客户属于某个细分，{others} 个不属于任何细分。"
    ),
    "An account may be in several": "一个客户可以属于多个细分",
    "Filter segments": "筛选客户细分",
    "What an account must be": "条件",
    "anything": "不限",
    "As a filtered list": "在客户列表中查看",
    "No account meets this at the moment.": "目前没有客户符合条件。",
    "A segment is a saved filter: every account that meets its conditions is in it, today and after the next edit."
    " Write one into kamgen.yaml.": (
        "客户细分是保存好的筛选条件：符合条件的客户都在其中，并随计划更新。请在 kamgen.yaml 中填写。"
    ),
    "{measure}, {unit}": "{measure}（{unit}）",
    "Tags made by rules": "规则生成的标签",
    "They come and go with what they rest on": "随依据的变化自动增减",
    "What makes it": "生成条件",
    "no condition, so nobody gets it": "没有条件，不会生成",
    "{n} of them from the plan|{n} of them from their plans": "其中 {n} 个写在计划里",
    # Conditions
    " or ": "或",
    "Kind of account": "客户类型",
    "Place in the matrix": "矩阵位置",
    "at least {value}": "不低于 {value}",
    "at most {value}": "不高于 {value}",
    "more than {value}": "高于 {value}",
    "less than {value}": "低于 {value}",
    "{n} hour|{n} hours": "{n} 小时",
    # Programme
    "{level} of 5": "5 级中的第 {level} 级",
    "Module": "模块",
    "Maturity": "成熟度",
    "Evidence": "依据",
    "How well we run key accounts has not been judged yet.": "大客户管理的水平尚未自评。",
    "{mean} of 5 on average.": "平均 {mean} 级（最高 5 级）。",
    "Weakest: {names}.": "最薄弱：{names}。",
    "{n} of {all} modules assessed": "{all} 个模块中已评 {n} 个",
    "Modules assessed": "已评估的模块",
    "Level 1 to 5, in the order of the method": "1 至 5 级，按方法中的顺序排列",
    "no evidence yet": "尚无依据",
    "Not assessed yet": "尚未评估的模块",
    "They count nothing in the mean, until somebody judges them": "评估之前不计入平均值",
    "What it is about": "评估内容",
    "judge it: level 1 to 5, with evidence": "请评为 1 至 5 级，并写明依据",
    "In kamgen.yaml:": "在 kamgen.yaml 中填写：",
    "Which accounts get our time and money, and which do not": "哪些客户值得投入时间与资金，哪些不值得",
    "What each key account is to bring, from a known baseline and proved by named opportunities": (
        "每个大客户应带来多少：有基线，并由具名商机支撑"
    ),
    "Who decides about key accounts, and whether the people behind them are enough": (
        "大客户事务由谁决策，支持人员是否足够"
    ),
    "What we know of a customer, with source and date": "对客户了解多少，并注明来源与日期",
    "Offers made for the customer’s own outcomes rather than from the price list": (
        "方案是否针对客户的业务成果设计，而不是照搬价目表"
    ),
    "Market, sales and service of an account working as one, each with a name": (
        "市场、销售、客服是否协同作战，并各有明确的负责人"
    ),
    "A calendar of actions with hours, and how many of them are in front of customers": (
        "行动日历与工时，以及其中面对客户的时间"
    ),
    "What we are paid for: the customer’s outcomes, or this month’s orders": "奖励的是客户成果，还是当月订单",
    "What holds a customer to us: levels, a common standard, joint projects": (
        "靠什么留住客户：层级对接、行业标准、联合项目"
    ),
    "What the customer sees at each step, what happens behind it, and how fast we answer": (
        "客户在每一步看到什么、后台做什么、响应有多快"
    ),
}
