"""A file is not saved as UTF-8 text, or holds control characters.

Chinese texts in another encoding would turn into nonsense, and control characters can steer a terminal.

Save the file as UTF-8 in your editor, and delete the character that the finding marks.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="wrong-encoding",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example("summary: Third largest\x07 customer\n"),
    good=Example("summary: Third largest customer\n"),
)
