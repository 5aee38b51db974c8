"""Phrases of the account card."""

PHRASES: dict[str, str] = {
    "Account card": "客户卡片",
    "Who they are": "客户简介",
    "Next actions": "下一步行动",
    "no day set": "未定日期",
    "Nothing is planned. Add an action with an owner and a day.": "尚无安排。请添加一项有负责人和期限的行动。",
    "People who decide": "关键决策人",
    "Position": "职务",
    "not rated": "未评估",
    "E economic buyer, T technical buyer, U user buyer, C coach": (
        "经：经济购买影响者；技：技术购买影响者；用：使用购买影响者；教：教练"
    ),
    "Nobody is on the power map yet. Add who decides about us.": "权力地图上还没有人。请添加对我方有决策影响的人。",
    "No goal yet. Add one with a target and a day.": "尚无目标。请添加一项有目标值和期限的目标。",
    "{n} of 25": "{n}/25",
    "No open risk is written down.": "没有记录未关闭的风险。",
}
