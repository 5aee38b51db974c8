"""A purchase history belongs to no plan.

It counts for no account, and the portfolio's revenue is too low without anybody noticing.

Give the file the name of its plan, ID.purchases.csv beside ID.yaml, or add the plan with: kamgen new ID.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="purchases-without-plan",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example(files={"accounts/north-foods.purchases.csv": "date,amount\n2026-05-04,1200\n"}),
    good=Example(
        files={
            "accounts/north-foods.purchases.csv": "date,amount\n2026-05-04,1200\n",
            "accounts/north-foods.yaml": "kamgen: 1\nname: North Foods\nowner: lin-yue\n",
        }
    ),
)
