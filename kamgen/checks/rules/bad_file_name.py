"""A plan's file has a name that cannot be an account's id, or lies where it is not read.

The file's name is the account's id: other plans, links and addresses on the site use it. On Windows and macOS two
names that differ only in case are one file.

Name the file with small letters, digits and hyphens, ending in .yaml, and put it directly into accounts/.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="bad-file-name",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example(files={"accounts/North Foods.yaml": "kamgen: 1\nname: North Foods\nowner: lin-yue\n"}),
    good=Example(files={"accounts/north-foods.yaml": "kamgen: 1\nname: North Foods\nowner: lin-yue\n"}),
)
