"""A value is of another kind than its key takes.

A date, number or id that cannot be read counts for nothing: the action has no day, the goal no target.

Write it as the finding says: dates as 2026-05-31, numbers plainly, ids in small letters with hyphens.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="wrong-type",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example("reviewed: {date: 20 May, by: lin-yue}\n"),
    good=Example("reviewed: {date: 2026-05-20, by: lin-yue}\n"),
)
