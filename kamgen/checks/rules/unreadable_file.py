"""A file cannot be opened, is too large, or is a link that leads out of the workspace.

Its account would silently be missing from every list and total. Links are not followed because plans come from many
hands, and whatever a link shows would end up on the site.

Put a plain text file there, with permission to read it.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="unreadable-file",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example(files={"accounts/north-foods.yaml/notes.txt": "a folder stands where a plan is expected\n"}),
    good=Example(files={"accounts/north-foods.yaml": "kamgen: 1\nname: North Foods\nowner: lin-yue\n"}),
)
