"""Something mandatory is missing.

A risk without an id cannot be followed through its history, a person without one cannot be named by an opportunity.
Little is mandatory, and what is, ties the plan together.

Add the key with its value.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="missing-key",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example("risks:\n  - text: The buyer retires in autumn\n"),
    good=Example("risks:\n  - {id: new-buyer, text: The buyer retires in autumn, owner: lin-yue}\n"),
)
