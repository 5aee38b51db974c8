"""The account was handed over, by default more than 30 days ago, and the new owner has not confirmed how people are
rated.

Ratings come from whoever knew the people. The new owner inherits supporters who were the old owner's friends, and
learns it in the first hard negotiation.

Let the new owner meet the people and go through the ratings, then write the date under reconfirmed: of the handover.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.scoring.handover import RECONFIRM_DAYS, score_handovers
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", RECONFIRM_DAYS, "Days that a new owner has to confirm the ratings")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the last handover where it is long ago, the ratings are not confirmed, and there are any."""
    if subject.account.status == "lost":
        return
    found = score_handovers(subject.account, subject.as_of).unconfirmed
    if found is not None and found.days > subject.number(DAYS):
        yield Problem(
            ("handovers", found.index, "reconfirmed"),
            phrase("the new owner has not confirmed the ratings since the handover of {day}", day=found.handover.date),
            phrase("let the new owner go through them, then write the date under reconfirmed:"),
        )


PLAN = """\
power_map:
  people: [{{id: quality, name: Karl Weiss, role: technical, support: 1}}]
handovers:
  - {{date: 2026-04-01, from: chen-bo, to: lin-yue{reconfirmed}}}
"""

RULE = PlanRule(
    name="ratings-not-reconfirmed",
    level="warning",
    family="power-map",
    methods=("E8", "D1"),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(reconfirmed="")),
    good=Example(PLAN.format(reconfirmed=", reconfirmed: 2026-04-24")),
)
