"""Phrases of since when each part of a plan has said what it says."""

PHRASES: dict[str, str] = {
    "changed {day} by {who}": "{day} {who} 更新",
    "changed {day} by {who} and others": "{day} {who} 等更新",
    "changed {day}": "{day} 更新",
    "last changed {day} or before": "{day} 或更早更新",
    "{day} or before": "{day} 或更早",
    "untouched for {n} days": "已 {n} 天未更新",
    "untouched for {n} days or more": "至少 {n} 天未更新",
    "Plan changed": "计划更新",
}
