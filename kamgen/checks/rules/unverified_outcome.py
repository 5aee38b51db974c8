"""A customer outcome is reached, or was due and nobody knows whether it was reached, and the customer has not
confirmed it.

A success counts when the customer says so. A result that only we know of is no argument in the next negotiation, and
nobody there is proud of it.

Ask the customer to confirm it, and write the date: verified: 2026-06-12. If it was not reached, write the figure under
actual:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_outcomes import is_past, open_outcomes
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.scoring.customer_outcomes import is_reached
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every outcome that the customer could confirm now and has not."""
    for path, outcome in open_outcomes(subject):
        reached = is_reached(outcome)
        if reached:
            yield Problem(
                (*path, "verified"),
                phrase(
                    "the outcome “{outcome}” is reached, and the customer has not confirmed it", outcome=outcome.text
                ),
                phrase("ask the customer to confirm it, and write the date under verified:"),
            )
        elif reached is None and outcome.due is not None and is_past(outcome, subject):
            yield Problem(
                (*path, "due"),
                phrase(
                    "the outcome “{outcome}” was due on {day}, and nothing says whether it was reached",
                    outcome=outcome.text,
                    day=outcome.due,
                ),
                phrase(
                    "ask the customer; write the date under verified: if it was reached, or the figure under actual:"
                ),
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
      actual: {actual}
      due: {due}
      owner: lin-yue
      customer_owner: quality
{verified}"""

RULE = PlanRule(
    name="unverified-outcome",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(actual="3.8", due="2026-05-31", verified="")),
    good=Example(PLAN.format(actual="3.8", due="2026-05-31", verified="      verified: 2026-06-05\n")),
)
