"""A milestone of a customer outcome was due and is still open.

Outcomes are missed one milestone at a time. Early on, a lost week can still be made up together with the customer.

Finish it and write status: done, agree with the customer on a new date under due:, or write status: dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_outcomes import open_milestones
from kamgen.checks.open_work import overdue
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every open milestone that is past; none of an outcome that the customer has confirmed."""
    hint = phrase(
        "finish it and write status: done, agree with the customer on a new date under due:, or write status: dropped"
    )
    for path, milestone, _ in open_milestones(subject):
        yield from overdue((*path, "due"), milestone.text, milestone.due, subject.as_of, hint)


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
      customer_owner: quality
      milestones:
        - {{text: Three-store test agreed, due: {due}, owner: lin-yue{customer}, status: doing}}
"""

RULE = PlanRule(
    name="overdue-milestone",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(due="2026-05-15", customer=", customer_owner: quality")),
    good=Example(PLAN.format(due="2026-06-26", customer=", customer_owner: quality")),
)
