"""Chinese of the rules about goals: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "due on {day}, {n} day ago|due on {day}, {n} days ago": "应于{day}完成，已过 {n} 天",
}

DOCUMENTATION: dict[str, str] = {}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
