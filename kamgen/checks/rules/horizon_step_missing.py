"""The ten-year backcast leaves out a step: of the pictures about 10, 5, 3 and 1 years ahead, at least one is not
there. A year more or less does not matter, and a prospect may have any of them.

The years are thought backwards, each from the one behind it. With a step missing, this year's goals rest on a guess,
and we may sell the customer what is in the way later.

Write the picture of that year in a sentence: horizon: - {year: 2031, picture: …}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.scoring.backcast import missing_years
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a horizon that has some of the steps and lacks others.

    A prospect may have any: the first order comes before ten years together.
    """
    years = [step.year for step in subject.account.goals.horizon]
    if not years or subject.account.status in ("lost", "prospect"):
        return
    missing = missing_years(years, subject.as_of)
    if missing:
        yield Problem(
            ("goals", "horizon"),
            phrase("the ten-year backcast has no picture of about {years}", years=tuple(map(str, missing))),
            phrase("write under picture: in one sentence what the account looks like then"),
        )


PLAN = """\
goals:
  horizon:
    - {year: 2036, picture: Their default supplier in three categories}
    - {year: 2031, picture: Category partner with a shared forecast}
    - {year: 2029, picture: Season contracts in dairy and meat}
    - {year: 2027, picture: Dairy contract in all regions}
"""

RULE = PlanRule(
    name="horizon-step-missing",
    level="warning",
    family="goals",
    methods=("B6",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("    - {year: 2031, picture: Category partner with a shared forecast}\n", "")),
    good=Example(PLAN),
)
