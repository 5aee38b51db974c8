"""A plan or the settings have a key that kamgen does not know.

What stands below it would be read by nobody: a misspelt key looks as if it worked.

Write the key as the finding offers it; kamgen schema and your editor list all keys.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="unknown-key",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example("stauts: active\n"),
    good=Example("status: active\n"),
)
