"""A file is not YAML that a plan can be written in.

What comes after the mistake may be anything, so nothing of the file is used: neither the plan's scores nor its page.

Look at the marked character: most often a text with a colon or a special first character needs quotation marks, or a
line is indented by a tab.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="bad-yaml",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example("summary: Our aim: more dairy\n"),
    good=Example('summary: "Our aim: more dairy"\n'),
)
