"""Phrases of the page of all opportunities."""

PHRASES: dict[str, str] = {
    # Opening
    "No opportunity is written down yet.": "还没有填写任何商机。",
    "Nothing is open at the moment.": "目前没有进行中的商机。",
    "{n} opportunity is open; what it may bring is not known yet."
    "|{n} opportunities are open; what they may bring is not known yet.": "{n} 个商机正在进行，预期金额尚不清楚。",
    "{n} opportunity is open for {amount}, worth {weighted} with its chance to be won."
    "|{n} opportunities are open for {amount}, worth {weighted} with their chances to be won.": (
        "{n} 个商机正在进行，金额合计 {amount}，按赢单概率加权为 {weighted}。"
    ),
    "The first opportunity": "填写第一个商机",
    "Write what an account may buy next into its plan. A name is enough; with an amount, a process and a stage it"
    " counts in the forecast.": (
        "在计划中写下客户接下来可能采购的内容，有名称即可；补充金额、采购流程和阶段后会计入预测。"
    ),
    "Open": "进行中",
    "if all are won": "全部赢单时",
    "Weighted": "加权金额",
    "amount × chance": "金额 × 赢单概率",
    "likely {low} to {high} (P10–P90)": "大致在 {low} 至 {high}（P10–P90）",
    "Revenue target": "收入目标",
    "needs a revenue goal in a plan": "需在计划中设定收入目标",
    "nothing booked is known": "已实现收入尚不清楚",
    "booked and won together": "已实现与赢单合计",
    "goals need their actual figure": "目标需填写实际值",
    # Funnel
    "Funnel": "销售漏斗",
    "Funnel: {process}": "销售漏斗：{process}",
    "Open opportunities by process and stage, beside what is really won from there": (
        "进行中的商机按流程和阶段排列，并列出各阶段的实际赢率"
    ),
    "Amount, strong part weighted": "金额（醒目部分为加权）",
    "│ settings ● won from here": "│ 设定概率 ● 实际赢率",
    "chance in the settings {share}": "设定的赢单概率 {share}",
    "{won} of {n} won": "{n} 个中赢 {won} 个",
    "{name}: {facts}": "{name}：{facts}",
    "In no stage of the process": "不在流程的任何阶段",
    "All open": "全部进行中",
    "Weighted, {unit}": "加权（{unit}）",
    "Won from here": "实际赢率",
    "No opportunity is open, and none is decided yet.": "没有进行中的商机，也没有已有结果的商机。",
    # Forecast
    "Forecast": "预测",
    "By day of decision": "按决策日期",
    "Quarter": "季度",
    "Decision overdue": "决策已逾期",
    "this quarter": "本季度",
    "No day of decision yet": "尚无决策日期",
    "By owner of the account": "按客户负责人",
    "Likely, P10–P90": "大致范围（P10–P90）",
    "Chance to reach it": "达成概率",
    "{n} not counted": "{n} 个未计入",
    # Open opportunities
    "Open opportunities": "进行中的商机",
    "Largest weighted amount first": "加权金额最大的在前",
    "The {n} largest of {all}": "共 {all} 个，列出金额最大的 {n} 个",
    "{n} smaller one stands on the page of its account.|{n} smaller ones stand on the pages of their accounts.": (
        "另有 {n} 个金额较小的，见各客户页面。"
    ),
    "Missing:": "缺少：",
    "{n}: {what}": "{what} {n} 个",
    "Filter opportunities": "筛选商机",
    "Process": "采购流程",
    "no amount": "无金额",
    "no chance": "无赢单概率",
    "no day of decision": "无决策日期",
    "no next step": "无下一步",
    "Nothing is open. The needs and the white space of the accounts say where the next opportunity may be.": (
        "没有进行中的商机。客户的需求与空白机会会提示下一个商机可能在哪里。"
    ),
    # Decided
    "Nothing is decided yet. Set the status of an opportunity to won or lost, and its rate shows here.": (
        "还没有已有结果的商机。将商机状态设为 won 或 lost 后，这里会显示赢率。"
    ),
    "Decided in the last 12 months": "近 12 个月的结果",
    "Outcome": "结果",
    "Decided on": "决策日期",
    "Why lost": "丢单原因",
    "rival: {name}": "竞争对手：{name}",
    "{n} won|{n} won": "赢单 {n} 个",
    "{n} lost|{n} lost": "丢单 {n} 个",
    "{n} earlier one stands on the page of its account.|{n} earlier ones stand on the pages of their accounts.": (
        "另有 {n} 个较早的，见各客户页面。"
    ),
    "{n} decided one has no day and is left out.|{n} decided ones have no day and are left out.": (
        "{n} 个已有结果的商机没有日期，未列出。"
    ),
    "Nothing was decided in the last 12 months, or the day is not written down: close is the day of the decision.": (
        "近 12 个月没有已有结果的商机，或未填写日期（close 为决策日期）。"
    ),
}
