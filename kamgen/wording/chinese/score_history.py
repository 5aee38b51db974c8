"""Phrases of how scores got to where they are."""

PHRASES: dict[str, str] = {
    "How the scores got here": "评分变化历程",
    "Since {day}, each point scored with today’s rules": "自 {day}起，各时点均按现行规则评分",
    "Since {day}, scored with today’s rules, version {n}.": "自 {day}起，按现行规则（第 {n} 版）评分。",
    "This clone’s history begins on {day}; the rest is missing. Scored with today’s rules, version {n}.": (
        "此克隆的历史从 {day}开始，更早的部分缺失。按现行规则（第 {n} 版）评分。"
    ),
    "Scores from {first} to {last}": "{first}至 {last}的评分",
    "What changed": "变更内容",
    "Scores, and what moved them": "评分及变动原因",
    "no score moved": "评分未变",
    "By the rules of the time: {scores}": "按当时的规则：{scores}",
    "and {n} more change|and {n} more changes": "另有 {n} 项变更",
    "{n} earlier change is not shown here.|{n} earlier changes are not shown here.": "更早的 {n} 次变更未在此列出。",
    "The plan could not be read here; its scores go on with the next version that can.": (
        "此时的计划无法读取；评分从下一个可读取的版本继续。"
    ),
    "The plan was removed.": "计划已删除。",
    "The scoring rules were changed.": "评分规则有变更。",
    "First version of the plan.": "计划的第一个版本。",
    "Nothing was written; only time has passed.": "内容未改，只是时间推移。",
    # At a terminal
    "{who}: {subject}": "{who}：{subject}",
    "{score}: {causes}": "{score}：{causes}",
    "{causes}: {change}": "{causes}：{change}",
    "not committed yet": "尚未提交",
    "No plan has a history yet.": "还没有客户计划有历史记录。",
    "Moved: points of health since {day}, and mainly why.": "变动：{day}以来健康度的分数变化及主要原因。",
    "Since": "起始",
    "Changes": "变更",
    "Last": "最近",
    "By": "变更人",
    "Moved": "变动",
    "All {n} account|All {n} accounts": "全部 {n} 个客户",
}
