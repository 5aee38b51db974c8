"""A customer outcome is written as confirmed, but its own figures say that it is not reached.

What we are judged by is outcomes that are achieved and confirmed. One that the customer's figures do not bear out
costs the trust that all the others earned.

If the customer confirmed another figure, write it under actual:, or the agreed one under target:. Otherwise remove
verified: until it is reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.scoring.customer_outcomes import is_reached
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every confirmation that the figures contradict."""
    for index, outcome in enumerate(subject.account.success_plan.outcomes):
        actual, target = outcome.actual, outcome.target
        if outcome.verified is None or actual is None or target is None:
            continue
        if is_reached(outcome) is False:
            yield Problem(
                ("success_plan", "outcomes", index, "verified"),
                phrase(
                    "the outcome “{outcome}” is confirmed at {actual}, but its target is {target}",
                    outcome=outcome.text,
                    actual=actual,
                    target=target,
                ),
                phrase("write the confirmed figure under actual:, or remove verified: until the target is reached"),
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
    name="verified-too-early",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(actual="4.6", due="2026-05-31", verified="      verified: 2026-06-05\n")),
    good=Example(PLAN.format(actual="3.8", due="2026-05-31", verified="      verified: 2026-06-05\n")),
)
