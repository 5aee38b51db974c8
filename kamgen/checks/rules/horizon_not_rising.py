"""In the ten-year backcast, a later year brings less than an earlier one.

The steps lead from today to the picture of ten years ahead. Business that shrinks on the way is either a slip of a
digit, or a picture that nobody has looked at since the earlier steps were raised.

Correct amount:, which is what the account brings in that one year, in the plan's currency.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every amount of the horizon that is below that of the year before it."""
    if subject.account.status == "lost":
        return
    steps = sorted(
        (step.year, index, step.amount)
        for index, step in enumerate(subject.account.goals.horizon)
        if step.amount is not None
    )
    for (year, _, amount), (later_year, index, later_amount) in pairwise(steps):
        if later_amount < amount and later_year > year:
            yield Problem(
                ("goals", "horizon", index, "amount"),
                phrase(
                    "the ten-year backcast has {less} in {later}, less than the {more} in {earlier}",
                    later=str(later_year),
                    less=later_amount,
                    earlier=str(year),
                    more=amount,
                ),
                phrase("correct amount: of one of the two years"),
            )


PLAN = """\
goals:
  horizon:
    - {year: 2036, picture: Their default supplier in three categories, amount: 600000}
    - {year: 2031, picture: Category partner with a shared forecast, amount: 300000}
    - {year: 2029, picture: Season contracts in dairy and meat, amount: 180000}
    - {year: 2027, picture: Dairy contract in all regions, amount: 135000}
"""

RULE = PlanRule(
    name="horizon-not-rising",
    level="warning",
    family="goals",
    methods=("B6",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("600000", "60000")),
    good=Example(PLAN),
)
