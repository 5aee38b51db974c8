"""A value is not on its scale.

Scores, colours and filters know the values of the scale and no others; a word beside it would count as unknown.

Write one of the scale's values, as the finding or your editor offers them.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="off-scale-value",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example("status: alive\n"),
    good=Example("status: active\n"),
)
