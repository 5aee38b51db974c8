"""A customer outcome that is not reached yet has no date by which the customer is to have it.

What has no date is never late, and so never asked for: it stands in the plan for years, and the customer's year ends
without it.

Agree on the date with the customer, and write it: due: 2026-12-31.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_outcomes import open_outcomes
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.scoring.customer_outcomes import is_reached
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every outcome that is neither reached nor due on any day."""
    for path, outcome in open_outcomes(subject):
        if outcome.due is None and not is_reached(outcome):
            yield Problem(
                (*path, "due"),
                phrase("the outcome “{outcome}” has no date", outcome=outcome.text),
                phrase("agree with the customer on the date, and write it under due:"),
            )


PLAN = """\
power_map:
  people: [{{id: quality, name: Karl Weiss, role: technical, support: 0}}]
success_plan:
  outcomes:
    - id: write-offs
      text: Dairy write-offs down by a third
      unit: "%"
      baseline: 6
      target: 4
{due}      owner: lin-yue
      customer_owner: quality
"""

RULE = PlanRule(
    name="outcome-without-date",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(due="")),
    good=Example(PLAN.format(due="      due: 2026-12-31\n")),
)
