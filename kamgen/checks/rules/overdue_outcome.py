"""A customer outcome was due, and its figure has not reached the target.

The customer planned with it. Whether they hear it from us, with a reason and a new date, or find out themselves
decides what our next promise is worth.

Talk to the customer, and agree on what they still get by when: change due: or target:, and add what helps under
milestones:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_outcomes import open_outcomes
from kamgen.checks.open_work import overdue
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.scoring.customer_outcomes import is_reached
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every outcome that is late; where nothing says how far it is, another rule asks."""
    hint = phrase("talk to the customer, and agree on a new date under due: or another target:")
    for path, outcome in open_outcomes(subject):
        if is_reached(outcome) is False:
            yield from overdue((*path, "due"), outcome.text, outcome.due, subject.as_of, hint)


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
    name="overdue-outcome",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(actual="4.6", due="2026-05-31", verified="")),
    good=Example(PLAN.format(actual="4.6", due="2026-09-30", verified="")),
)
