"""An open opportunity has no next step. Not reported once its close: has passed, which has to be settled first.

Nobody knows what moves it on, so nobody moves it on, and the customer hears from the rival first.

Agree on the next thing to do, and write it: next_step: {text: Price model, owner: lin-yue, due: 2026-06-26}. If
nothing is left to do, it is lost: status: lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import is_undecided, open_opportunities
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open opportunity without a next step; one past its day is found for that already."""
    for path, opportunity in open_opportunities(subject):
        if opportunity.next_step is None and not is_undecided(opportunity, subject):
            yield Problem(
                (*path, "next_step"),
                phrase("“{name}” has no next step", name=opportunity.name),
                phrase("write next_step: with text:, owner: and due:, or status: lost if nothing is left to do"),
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
