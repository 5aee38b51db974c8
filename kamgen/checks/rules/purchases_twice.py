"""Purchases stand in the plan and in the file beside it.

Added up they would count twice, and nobody can tell which of the two is right.

Keep one of the two; the file is better for long histories.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="purchases-twice",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example(
        "value:\n  purchases:\n    - {date: 2026-05-04, amount: 1200}\n",
        files={"accounts/example.purchases.csv": "date,amount\n2026-05-04,1200\n"},
    ),
    good=Example(files={"accounts/example.purchases.csv": "date,amount\n2026-05-04,1200\n"}),
)
