"""A customer outcome that is not confirmed yet has no owner on our side.

What was promised to the customer and belongs to nobody here is remembered by the customer alone.

Agree on one member of our team, and write the id: owner: lin-yue.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_outcomes import open_outcomes
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every outcome that is not confirmed and has no owner."""
    for path, outcome in open_outcomes(subject):
        if outcome.owner is None:
            yield Problem(
                (*path, "owner"),
                phrase("the outcome “{what}” has no owner on our side", what=outcome.text),
                phrase("agree on a member of our team, and write the id under owner:"),
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
      due: 2026-12-31
{owner}      customer_owner: quality
"""

RULE = PlanRule(
    name="outcome-without-owner",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(owner="")),
    good=Example(PLAN.format(owner="      owner: lin-yue\n")),
)
