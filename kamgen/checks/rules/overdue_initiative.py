"""A joint initiative was due and is still open.

Both sides have put people on it, and both see that it does not come. The next one will be agreed to with less zeal.

Settle with the customer what is missing; then write status: done, a new date under due:, or status: dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import open_initiatives
from kamgen.checks.open_work import overdue
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every open initiative that is past."""
    hint = phrase(
        "settle with the customer what is missing; then write status: done, a new date under due:, or status: dropped"
    )
    for path, initiative in open_initiatives(subject):
        yield from overdue((*path, "due"), initiative.text, initiative.due, subject.as_of, hint)


PLAN = """\
joint_plan:
  next_review: 2026-09-15
  initiatives:
    - id: ski-season-stock
      text: Joint stock for the ski season
      benefit: {{theirs: Fill rate above 99 percent}}
      due: {due}
"""

RULE = PlanRule(
    name="overdue-initiative",
    level="warning",
    family="joint-plan",
    methods=("C2",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(due="2026-05-31")),
    good=Example(PLAN.format(due="2026-11-30")),
)
