"""Phrases of the joint review that came with its figures."""

PHRASES: dict[str, str] = {
    "by {company}": "{company}编制",
    "Achieved so far": "已取得的成果",
    "Your outcomes under way": "推进中的贵方业务成果",
    "Our service in figures": "服务数据",
    "Answered on time": "按时答复",
    "{on_time} of {all} requests": "{all} 项请求中的 {on_time} 项",
    "Time to answer": "答复用时",
    "half of them faster, half slower": "中位数：一半更快，一半更慢",
    "on {day}": "截至{day}",
    "What you bought from us": "贵方采购情况",
    "Last 12 months": "最近 12 个月",
    "12 months before": "此前 12 个月",
    "on record since {day}": "自{day}起有记录",
    "0 to 100%": "0 至 100%",
    "Answers": "答卷数",
    "Survey": "调查日期",
    "Both sides agree on the goals, initiatives and commitments of this plan.": (
        "双方确认本计划所列的目标、举措与承诺。"
    ),
}
