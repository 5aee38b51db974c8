"""An open opportunity has no next step.

Nobody knows what moves it on, so nobody moves it on; the customer hears from the rival first. A sale without a next
step is a hope.

Agree on the next thing to do and write it: next_step: {text: Price model, owner: lin-yue, due: 2026-06-26}. If there
is none, it is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import open_opportunities
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open opportunity without a next step."""
    for path, opportunity in open_opportunities(subject):
        if opportunity.next_step is None:
            yield Problem(
                (*path, "next_step"),
                phrase("“{name}” has no next step", name=opportunity.name),
                phrase("write what is done next, by whom and until when; if nothing is, it is lost"),
            )


OPPORTUNITY = "opportunities:\n  - id: season-contract\n    name: Dairy season contract\n    close: 2026-09-30\n"

RULE = PlanRule(
    name="opportunity-without-next-step",
    level="warning",
    family="opportunities",
    methods=("D2",),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY),
    good=Example(OPPORTUNITY + "    next_step: {text: Price model, owner: lin-yue, due: 2026-06-26}\n"),
)
