"""The joint plan is for a year that ended, by default, more than 60 days ago, and still has open commitments.

Either the promises of that year were not kept, or they were and nobody wrote it; and for this year nothing has been
agreed with the customer.

Close that year with the customer: write status: done or dropped at each commitment. Then agree on the plan for this
year, and write year: 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import LONG_OVER, days_since_end, open_commitments
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", LONG_OVER, "Days after the end of its year by which a joint plan is renewed")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the year of the joint plan where it is long over and something in it is still open."""
    year, number = subject.account.joint_plan.year, sum(1 for _ in open_commitments(subject))
    if year is not None and number and days_since_end(subject) > subject.number(DAYS):
        yield Problem(
            ("joint_plan", "year"),
            phrase(
                "the joint plan of {year} still has {n} open commitment|"
                "the joint plan of {year} still has {n} open commitments",
                year=str(year),
                n=number,
            ),
            phrase("close that year with the customer, and agree on the plan for this year"),
        )


PLAN = """\
power_map:
  people: [{{id: head-of-purchasing, name: Jana Verhoeven}}]
joint_plan:
  year: {year}
  next_review: 2026-09-15
  commitments:
    - {{id: forecast, by: customer, text: Forecast per store, owner: head-of-purchasing, due: 2026-07-31}}
    - {{id: fill-rate, by: us, text: 98% fill rate, owner: lin-yue, due: 2026-12-31}}
"""

RULE = PlanRule(
    name="past-joint-plan",
    level="warning",
    family="joint-plan",
    methods=("C1",),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(year=2025)),
    good=Example(PLAN.format(year=2026)),
)
