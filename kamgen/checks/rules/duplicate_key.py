"""A key stands twice in the same place.

YAML readers differ in which of the two they keep. One of the two values would be lost without a word.

Keep one of the two, or join their values.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="duplicate-key",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example("status: active\nstatus: lost\n"),
    good=Example("status: lost\n"),
)
