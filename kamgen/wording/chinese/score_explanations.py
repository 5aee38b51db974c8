"""Phrases of scores explained: rules, figures, and what would make them known."""

PHRASES: dict[str, str] = {
    "Standing": "客户组合中的位置",
    "rank {rank} of {n} accounts": "{n} 个客户中排第 {rank}",
    "Ranked by": "排名依据",
    "the largest first, accounts with equal figures by id": "从大到小，数值相同的按 id 排",
    "Recency, 1 to 5": "最近购买（1 至 5）",
    "Frequency, 1 to 5": "购买频率（1 至 5）",
    "Money, 1 to 5": "购买金额（1 至 5）",
    "the fifth of all accounts in which it stands, 5 is the best; equal figures share it": (
        "在全部客户中所处的五等分，5 为最好；数值相同的同分"
    ),
    "{name}": "{name}",
    # The sheet
    "value": "数值",
    "points × weight": "得分 × 权重",
    "adds": "贡献",
    "Adds": "贡献",
    "Figure and where it comes from": "数字及其出处",
    "To do: {what}": "待办：{what}",
    "To know it: {what}": "补充后即可知道：{what}",
    "Not known: {part}, {share} of the weight": "未知：{part}，占权重 {share}",
    "What would raise it most": "最能提升评分的改变",
    "{points} points": "{points} 分",
    "{share} more of it known": "已知程度提高 {share}",
    "{hours} h": "{hours} 小时",
    # Key account
    "Σ points × weight ÷ Σ known weight; from {threshold} on a key account": (
        "Σ 得分 × 权重 ÷ Σ 已知权重；{threshold} 分及以上为大客户"
    ),
    "Write criteria into the settings": "在设置中填写评分标准",
    "No metric is called {name}; put one of the catalogue into the settings": (
        "没有名为 {name} 的指标；请在设置中改用指标目录里的指标"
    ),
    "no points below {start}; {points} from there on": "低于 {start} 不得分；达到后得 {points} 分",
    "{points} points from {start} on": "达到 {start} 得 {points} 分",
    "{points} points from {start} on; {more} from {next}": "达到 {start} 得 {points} 分；达到 {next} 得 {more} 分",
    "{points} points up to {end}": "不超过 {end} 得 {points} 分",
    "on the line from {left} ({low} points) to {right} ({high} points)": (
        "在 {left}（{low} 分）到 {right}（{high} 分）之间按直线计分"
    ),
    "with the tag {tag} {points} points, without it {otherwise}": "有标签 {tag} 得 {points} 分，没有得 {otherwise} 分",
    "Fill in {field}": "填写 {field}",
    "Give {value} points in the settings, or set otherwise": "在设置中为“{value}”设定分数，或填写 otherwise",
    "{points} points; the most, {most}, has {best}": "得 {points} 分；最高为“{best}”，{most} 分",
    "Field {field}": "字段 {field}",
    "the mean of its own criteria; high from {cut} on": "该轴各标准的加权平均；{cut} 分及以上为高",
    "Stars": "星级",
    "from {low} points on": "{low} 分及以上",
    "from {low} points on; {next} from {above}": "{low} 分及以上；{above} 分起为 {next}",
    # Buying
    "First purchase on record": "有记录的首次采购",
    "{days} days since {day} ÷ 365.25": "自{day}起 {days} 天 ÷ 365.25",
    "Add profile.since, or purchases": "填写 profile.since，或录入采购记录",
    "Bought from {first} to {last}": "{first}至{last}的采购额",
    "{n} entry|{n} entries": "{n} 条记录",
    "bought from {first} to {last}, {n} entry|bought from {first} to {last}, {n} entries": (
        "{first}至{last}的采购，共 {n} 条记录"
    ),
    "{own} bought from {first} to {last}; 1 {currency} is {rate} {reporting}": (
        "{first}至{last}采购 {own}；1 {currency} = {rate} {reporting}"
    ),
    "Add purchases": "录入采购记录",
    "Add a rate for {currency} to the settings": "在设置中补充 {currency} 的汇率",
    "Needs purchases on record that cover two whole years": "需要覆盖完整两年的采购记录",
    "{now} ÷ {before} − 1": "{now} ÷ {before} − 1",
    "Add the margin to the purchases": "在采购记录中补充毛利",
    "margin ÷ amount of the purchases of the last 12 months that state a margin": (
        "最近 12 个月写有毛利的采购：毛利 ÷ 金额"
    ),
    "All they spend in our category in {year}": "客户 {year} 年在本品类的采购总额",
    "{bought} bought ÷ {wallet} in {year}": "{year} 年向我方采购 {bought} ÷ 采购总额 {wallet}",
    "Add what they spend in our category in a year to value.wallet, and purchases of that year": (
        "在 value.wallet 中填写客户全年在本品类的采购总额，并录入当年采购记录"
    ),
    "days since {day}": "自{day}起的天数",
    "days with a net purchase in the last 12 months": "最近 12 个月内有净采购的天数",
    "Needs purchases on 3 days": "需要至少 3 天的采购记录",
    "last purchase {days} days ago, usually every {usual}: active up to {active}, cooling up to {cooling}": (
        "距最近采购 {days} 天，通常每 {usual} 天一次：{active} 天以内为活跃，{cooling} 天以内为降温"
    ),
    "Σ potential − current over the rows of value.white_space": "value.white_space 各行的潜力 − 现有采购之和",
    "{potential} potential − {current} bought now": "潜力 {potential} − 现有采购 {current}",
    "Add potential and current to value.white_space": "在 value.white_space 中填写潜力和现有采购",
    # Relationship
    "support 50, coverage 25, buying roles 15, several supporters 10: the mean of what is known": (
        "支持度 50、覆盖 25、购买角色 15、支持者不止一人 10：对已知部分加权平均"
    ),
    "Rate the people of the power map": "评估权力地图中的人物",
    "Σ influence × support ÷ Σ 2 × influence, from −100 to 100": "Σ 影响力 × 支持度 ÷ Σ 2 × 影响力，−100 至 100",
    "influence {influence} × support {support}": "影响力 {influence} × 支持度 {support}",
    "Rate the influence and support of people": "评估人物的影响力和支持度",
    "Rate influence and support": "评估影响力和支持度",
    "Rate the influence": "评估影响力",
    "Rate the support": "评估支持度",
    "Rate the influence of people": "评估人物的影响力",
    "influence of the people with an owner and a recent contact ÷ all influence": (
        "有我方人员负责且近期有接触者的影响力 ÷ 全部影响力"
    ),
    "met {days} days ago; agreed every {every}": "{days} 天前接触；约定每 {every} 天一次",
    "met {days} days ago; no rhythm agreed, so {every} days count": "{days} 天前接触；未约定频率，按 {every} 天计",
    "Give this person an owner": "为此人指定我方负责人",
    "Meet them": "安排接触",
    "the share of the four roles that are known and not against us": "四种角色中已找到且不反对我方的比例",
    "Find someone in this role": "找到担任此角色的人",
    "Win one of them over": "争取其中一人",
    "no when one person carries over half of Σ influence × support of those for us": (
        "若一人占支持者 Σ 影响力 × 支持度的一半以上，则为否"
    ),
    "carries most: {weight} of {total}": "占比最高：{weight}/{total}",
    "Needs someone who is for us, with influence and support rated": "需要有一位支持我方且已评估影响力和支持度的人",
    # Health
    "the mean of what is known, less the risk; red up to {red}, amber up to {amber}, green above": (
        "已知部分的加权平均减去风险扣分；{red} 分以内为风险，{amber} 分以内为亚健康，以上为健康"
    ),
    "Rate people, measure goals or add a survey": "评估人物、填写目标实际值或录入调查",
    "the relationship score": "客户关系评分",
    "the mean of the goals' progress against the time that has gone": "各目标完成进度与时间进度之比的平均值",
    "Give a goal baseline, target, actual, start and due": "为目标填写基准、目标值、实际值、起止日期",
    "Give it a target that differs from its baseline, and a due day after its start": (
        "目标值应不同于基准，截止日应晚于起始日"
    ),
    "{course}: {way} of the way": "{course}：完成 {way}",
    "{course}: {way} of the way, {time} of the time": "{course}：完成 {way}，时间已过 {time}",
    "Add {keys}": "填写 {keys}",
    "begins on {day}": "{day}开始",
    "the mean of 100, 75, 50, 25, 0 over the answers to the latest survey": (
        "最近一次调查的答卷按 100、75、50、25、0 分计算的平均值"
    ),
    "answers of {day}": "{day}的答卷",
    "Run the survey": "开展满意度调查",
    "Responsiveness": "响应及时率",
    "requests closed by their due day ÷ requests closed or past due": "按期关闭的请求 ÷ 已关闭或已到期的请求",
    "Needs a request with a due day that is closed or past": "需要有一项已关闭或已到期且写有期限的请求",
    "due {due}, still open": "期限{due}，尚未关闭",
    "due {due}, closed {closed}": "期限{due}，{closed}关闭",
    "Close it": "尽快关闭",
    "{most} points at most × {exposure}": "最多扣 {most} 分 × {exposure}",
    "likelihood {likelihood} × impact {impact} ÷ 25": "可能性 {likelihood} × 影响 {impact} ÷ 25",
    "Rate likelihood and impact": "评估可能性和影响",
    "Write down risks with likelihood and impact": "写下风险及其可能性和影响",
    # Lifetime value
    "revenue to date, undiscounted, plus the projected margin": "累计收入（不折现）加上未来毛利",
    "Projected margin": "未来毛利",
    "Σ of {years} years: annual margin × {retention}^t ÷ (1 + {discount})^t": (
        "{years} 年之和：年毛利 × {retention}^t ÷ (1 + {discount})^t"
    ),
    "Annual margin": "年毛利",
    "{bought} bought × {rate}": "采购额 {bought} × {rate}",
    "Margin, assumed": "毛利率（假设）",
    "Years": "年数",
    "Retention a year": "年保留率",
    "Discount a year": "年折现率",
    "assumption of this plan": "本计划的假设",
    "assumption of the settings": "设置中的假设",
    # Forecast
    "Σ amount × probability of the open opportunities": "Σ 进行中商机的金额 × 概率",
    "Add opportunities with an amount and a stage": "录入有金额和阶段的商机",
    "{amount} × {chance}, its own probability": "{amount} × {chance}（该商机自定的概率）",
    "{amount} × {chance}, stage {stage}": "{amount} × {chance}（阶段：{stage}）",
    "Add the amount": "填写金额",
    "Add its process and stage, or a probability": "填写采购流程和阶段，或直接填写概率",
    "Middle outcome (P50)": "中位结果（P50）",
    "at least 8 of 10 outcomes lie between {low} and {high}": "至少八成的结果介于 {low} 与 {high} 之间",
    "Reached so far": "已完成",
    "Gap": "差距",
    "{target} − {actual} − {weighted}, never below 0": "{target} − {actual} − {weighted}，不低于 0",
    "Still to win": "尚需赢得",
    "{target} − {actual}": "{target} − {actual}",
    "beyond the open opportunities for the same products": "同类产品的进行中商机以外的部分",
    "Add amounts to the open opportunities for this product": "为该产品的进行中商机填写金额",
    "Stays open": "仍无着落",
    "{gap} − {space}, never below 0": "{gap} − {space}，不低于 0",
    "every opportunity won or lost by itself, all combinations counted": "各商机独立赢或输，计入全部组合",
    "Add a goal counted in money, with a target": "添加以金额计的目标，并填写目标值",
    "Add a goal counted in money, with a target and what is reached": "添加以金额计的目标，并填写目标值和实际值",
    "Write what is reached so far into the goal": "在目标中填写实际值",
    # Other metrics
    "kamgen explain {name} says what it needs": "kamgen explain {name} 会说明需要什么",
    "Answer the three tests of a big customer": "回答“大客户三问”",
    "Add pictures of the years to come": "补充未来各年的图景",
    "Add amounts to the pictures of the years to come": "为未来各年的图景填写金额",
    "Write down the customer's requests": "记录客户请求",
    "Write down when requests are raised and closed": "记录请求的提出日和关闭日",
    "Write down losses with their amount": "记录流失及其金额",
    "Write down what holds the account": "记录客户绑定",
    "Write down referrals and what came of them": "记录转介绍及其结果",
    "Nothing to know as long as the owner has not changed": "负责人未变更时无此数据",
    "Add the customer's outcomes": "添加客户业务成果",
    "Write down the checks of finished actions": "记录已完成行动的三查",
    "Add hours and with_customer to the actions": "为行动填写 hours 和 with_customer",
    "the amounts of the open opportunities": "进行中商机的金额之和",
    "Add opportunities with an amount": "录入有金额的商机",
    "won ÷ decided opportunities, by number": "赢单数 ÷ 已有结果的商机数",
    "Needs an opportunity that is won or lost": "需要有一个已赢或已丢的商机",
    "the largest likelihood × impact ÷ 25 of the open risks": "未关闭风险中最大的可能性 × 影响 ÷ 25",
    "referrals up to the day; none written down counts as none": "截至当日的转介绍；没有记录即为 0",
    "Σ {field} of the actions": "Σ 各行动的 {field}",
    "Add {field} to the actions": "为行动填写 {field}",
}
