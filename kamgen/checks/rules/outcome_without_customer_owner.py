"""A customer outcome that is not confirmed yet has no owner at the customer.

An outcome that nobody there wants is ours, not the customer's: nobody opens doors for it, and nobody can confirm that
it was reached.

Ask who there is measured by it, and write that person's id from the power map under customer_owner:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_outcomes import open_outcomes
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every outcome that is not confirmed and has no owner at the customer."""
    for path, outcome in open_outcomes(subject):
        if outcome.customer_owner is None:
            yield Problem(
                (*path, "customer_owner"),
                phrase("the outcome “{what}” has no owner at the customer", what=outcome.text),
                phrase("ask who at the customer is measured by it, and write the person's id under customer_owner:"),
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
      owner: lin-yue
{customer}"""

RULE = PlanRule(
    name="outcome-without-customer-owner",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(customer="")),
    good=Example(PLAN.format(customer="      customer_owner: quality\n")),
)
