"""Chinese of the rules about joint plan: what they say, and their documentation."""

PHRASES: dict[str, str] = {}

DOCUMENTATION: dict[str, str] = {}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
