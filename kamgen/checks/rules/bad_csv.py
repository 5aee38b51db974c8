"""A purchase history cannot be read as CSV.

Nothing of it counts then: no purchases, no buying rhythm, no value of the account.

Save it as CSV with commas between the columns and quotation marks around texts that hold a comma; the first line is
date,amount,margin,product,order.
"""

from kamgen.checks.rule import Example, ReadingRule

RULE = ReadingRule(
    name="bad-csv",
    level="error",
    family="form",
    documentation=__doc__,
    bad=Example(files={"accounts/example.purchases.csv": "date;amount\n2026-05-04;1200\n"}),
    good=Example(files={"accounts/example.purchases.csv": "date,amount\n2026-05-04,1200\n"}),
)
