"""A customer outcome has no target: nothing says when the customer has got it. Not reported once its date has passed,
when it is too late for a target.

Without a figure both sides will remember the promise differently, and a success cannot be shown to those who pay for
it.

Agree with the customer on a figure that they measure themselves: unit: "%", baseline: 6, target: 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_outcomes import is_past, open_outcomes
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every outcome that is still to come and has no target."""
    for path, outcome in open_outcomes(subject):
        if outcome.target is None and not is_past(outcome, subject):
            yield Problem(
                (*path, "target"),
                phrase("the outcome “{outcome}” has no target", outcome=outcome.text),
                phrase("agree with the customer on a figure, and write unit:, baseline: and target:"),
            )


PLAN = """\
power_map:
  people: [{{id: quality, name: Karl Weiss, role: technical, support: 0}}]
success_plan:
  outcomes:
    - id: write-offs
      text: Dairy write-offs down by a third
{figures}      due: 2026-12-31
      owner: lin-yue
      customer_owner: quality
"""

RULE = PlanRule(
    name="outcome-without-target",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(figures="")),
    good=Example(PLAN.format(figures='      unit: "%"\n      baseline: 6\n      target: 4\n')),
)
