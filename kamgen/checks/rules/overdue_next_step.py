"""The next step of an open opportunity was due and is still there. Not reported once close: of the opportunity has
passed, which has to be settled first.

The customer was told what comes next and is waiting for it, or it was done and nobody wrote what follows. In both
cases the opportunity stands still.

Do it today, then write the step after it; or agree with the customer on a new date under due:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.open_work import overdue
from kamgen.checks.pipeline import is_undecided, open_opportunities
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every next step that is past; an opportunity past its own day is found for that already."""
    hint = phrase("do it and write the step after it, or agree with the customer on a new date under due:")
    for path, opportunity in open_opportunities(subject):
        step = opportunity.next_step
        if step is not None and not is_undecided(opportunity, subject):
            yield from overdue((*path, "next_step", "due"), step.text, step.due, subject.as_of, hint)


OPPORTUNITY = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    close: 2026-09-30
    next_step: {{text: Price model, owner: lin-yue, due: {due}}}
"""

RULE = PlanRule(
    name="overdue-next-step",
    level="warning",
    family="opportunities",
    methods=("D2",),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY.format(due="2026-05-20")),
    good=Example(OPPORTUNITY.format(due="2026-06-26")),
)
