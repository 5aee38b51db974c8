"""Phrases of how scores have moved."""

PHRASES: dict[str, str] = {
    "↑ {points} since {day}": "较 {day} ↑ {points}",
    "↓ {points} since {day}": "较 {day} ↓ {points}",
    "up {n} point since {day}|up {n} points since {day}": "较 {day}上升 {n} 分",
    "down {n} point since {day}|down {n} points since {day}": "较 {day}下降 {n} 分",
    "{share} known on {day}": "{day}已知 {share}",
    "Health changes": "健康度变化",
    "Another band, or 5 points and more, since {day}; biggest drop first": (
        "与 {day}相比等级改变或变动 5 分及以上，降幅最大的在前"
    ),
    "Change, points": "变动（分）",
    "Known of it": "已知程度",
    "and {n} more account|and {n} more accounts": "另有 {n} 个客户",
}
