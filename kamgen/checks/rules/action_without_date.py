"""An action that is still to be done has no date.

Without a date it belongs to no month of the action calendar: it is never due and never late, and so it is put off
until tomorrow every day.

Write the date by which it is done: due: 2026-07-10.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import open_actions
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open action without a day."""
    for path, action in open_actions(subject):
        if action.due is None:
            yield Problem(
                (*path, "due"),
                phrase("the action “{text}” has no date", text=action.text),
                phrase("write under due: by when it is done"),
            )


RULE = PlanRule(
    name="action-without-date",
    level="warning",
    family="goals",
    methods=("B5", "F2"),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace(", due: 2026-07-10", "")),
    good=Example(SOUND_PLAN),
)
