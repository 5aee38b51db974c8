"""The plan quality explained, in Chinese."""

PHRASES: dict[str, str] = {
    "Plan quality": "计划质量",
    "the mean of what is known": "已知各部分的加权平均",
    "Completeness": "完整度",
    "what is there of each section that this account can have": "该客户适用的各部分内容已有多少",
    "Add {what}": "请补充：{what}",
    "Freshness": "时效性",
    "Review the whole plan and write the day into it": "全面回顾计划，并写入回顾日期",
    "reviewed {n} day ago; 100 points up to 30 days, none from 180"
    "|reviewed {n} days ago; 100 points up to 30 days, none from 180": (
        "{n} 天前回顾；30 天以内计 100 分，满 180 天计 0 分"
    ),
    "Findings of the checks": "检查问题",
    "errors: {errors} (each counts {worth}), warnings: {warnings}, entries of the plan: {entries} (at least"
    " {least}); 0 points once there is one for every fifth entry": (
        "错误 {errors} 个（每个按 {worth} 个警告计），警告 {warnings} 个，计划内容 {entries} 条"
        "（至少按 {least} 条计）；平均每五条内容有一个问题即为 0 分"
    ),
}
