"""The next step of an open opportunity has no owner, no date, or neither. Not reported once close: of the opportunity
has passed, which has to be settled first.

What belongs to nobody or to no day is not done. The customer sees a supplier who talks about a price model and does
not send one.

Write owner: and due: beside the text of the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import is_undecided, open_opportunities
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield one problem for every next step without an owner or a day."""
    for path, opportunity in open_opportunities(subject):
        step = opportunity.next_step
        if step is None or is_undecided(opportunity, subject) or (step.owner is not None and step.due is not None):
            continue
        if step.owner is not None:
            message = phrase("the next step of “{name}” has no date", name=opportunity.name)
            hint = phrase("write under due: by when it is done")
        elif step.due is not None:
            message = phrase("the next step of “{name}” has no owner", name=opportunity.name)
            hint = phrase("write under owner: the member of our team who does it")
        else:
            message = phrase("the next step of “{name}” has neither owner nor date", name=opportunity.name)
            hint = phrase("write who does it under owner:, and by when under due:")
        yield Problem((*path, "next_step", "due" if step.owner else "owner"), message, hint)


OPPORTUNITY = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    close: 2026-09-30
    next_step: {{text: Price model{rest}}}
"""

RULE = PlanRule(
    name="vague-next-step",
    level="warning",
    family="opportunities",
    methods=("D2",),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY.format(rest="")),
    good=Example(OPPORTUNITY.format(rest=", owner: lin-yue, due: 2026-06-26")),
)
