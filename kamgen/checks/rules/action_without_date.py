"""An action that is still to be done has no day.

Without a day it belongs to no month of the plan: it is never due, never late, and so it is always tomorrow's.

Write the day by which it is done: due: 2026-07-10.
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
                phrase("“{text}” has no day", text=action.text),
                phrase("write the day by which it is done as due:"),
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
