"""Phrases of charts."""

PHRASES: dict[str, str] = {
    # Sparkline, progress, survey
    "Down {share} on the year before": "较上一年下降 {share}",
    "Up {share} on the year before": "较上一年增长 {share}",
    "As much as in the year before": "与上一年持平",
    "Nothing bought in the year before": "上一年没有采购",
    "Nothing bought in two years": "两年内没有采购",
    "{share} reached": "已完成 {share}",
    "{share} reached, {time} of the time gone": "已完成 {share}，时间已过 {time}",
    "{share} satisfied": "{share} 满意",
    "{n} answer|{n} answers": "{n} 份答卷",
    "Satisfaction, {day}": "满意度，{day}",
    # Matrix
    "Matrix: how attractive the accounts are, and how strong our position is": "矩阵：客户吸引力与合作优势",
    "; ": "；",
    "{posture}: {n} account|{posture}: {n} accounts": "{posture}：{n} 个客户",
    # Pyramid
    "Pyramid of value": "价值金字塔",
    "Share of accounts": "客户数占比",
    "Share of revenue": "收入占比",
    "no revenue known yet": "尚无收入记录",
    "{name}, {rule}: {count}": "{name}（{rule}）：{count}",
    "{name}, {rule}: {count}, {share} of the revenue": "{name}（{rule}）：{count}，占收入 {share}",
    # Forecast
    "Forecast against target": "预测与目标",
    "Target {amount}": "目标 {amount}",
    "Likely {low} to {high} in all (P10 to P90)": "合计可能为 {low} 至 {high}（P10 至 P90）",
    "middle {amount} (P50)": "中位 {amount}（P50）",
    "{share} chance to reach the target": "达成目标的概率 {share}",
    "Booked": "已实现",
    "Weighted pipeline": "加权商机",
    "Still to find": "尚待补足",
    "{amount} booked": "已实现 {amount}",
    "{amount} weighted pipeline": "加权商机 {amount}",
    "target {amount}": "目标 {amount}",
    "{amount} still to find": "尚待补足 {amount}",
    "{amount} above the target": "超出目标 {amount}",
    "likely {low} to {high}": "可能区间 {low} 至 {high}",
}
