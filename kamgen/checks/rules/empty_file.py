"""A plan's file is empty.

An account without a name and an owner is nobody's: it would stand in no list and be missed by no one.

Write at least kamgen: 1, name: and owner:; kamgen new writes a plan to fill in.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="empty-file",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example(files={"accounts/north-foods.yaml": "# to be written\n"}),
    good=Example(files={"accounts/north-foods.yaml": "kamgen: 1\nname: North Foods\nowner: lin-yue\n"}),
)
