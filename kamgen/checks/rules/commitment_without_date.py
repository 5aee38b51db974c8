"""An open commitment of the joint plan has no date.

A promise without a date is never broken and never kept: nobody can say at the joint review that it is late.

Agree on a date and write it: due: 2026-07-31. For what holds all year, write the last day of the plan's year.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import open_commitments
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open commitment without a day, of either side."""
    for path, commitment in open_commitments(subject):
        if commitment.due is None:
            yield Problem(
                (*path, "due"),
                phrase("the commitment “{text}” has no date", text=commitment.text),
                phrase(
                    "agree with the customer on a date, and write it under due: (what holds all year: its last day)"
                ),
            )


PLAN = """\
power_map:
  people: [{{id: head-of-purchasing, name: Jana Verhoeven}}]
joint_plan:
  next_review: 2026-09-15
  commitments:
    - {{id: forecast, by: customer, text: Forecast per store, owner: head-of-purchasing, due: 2026-07-31}}
    - {{id: fill-rate, by: us, text: 98% fill rate, owner: lin-yue{due}}}
"""

RULE = PlanRule(
    name="commitment-without-date",
    level="warning",
    family="joint-plan",
    methods=("C1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(due="")),
    good=Example(PLAN.format(due=", due: 2026-12-31")),
)
