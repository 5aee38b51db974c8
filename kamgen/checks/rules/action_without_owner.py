"""An action that is still to be done has no owner.

What everybody may do, nobody does: it is in no one's calendar, and its hours are in no one's week.

Write the member of our team who does it: owner: lin-yue.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import open_actions
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open action without an owner."""
    for path, action in open_actions(subject):
        if action.owner is None:
            yield Problem(
                (*path, "owner"),
                phrase("the action “{text}” has no owner", text=action.text),
                phrase("write under owner: the member of our team who does it"),
            )


RULE = PlanRule(
    name="action-without-owner",
    level="warning",
    family="goals",
    methods=("B5", "F2"),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace("owner: lin-yue, due", "due")),
    good=Example(SOUND_PLAN),
)
