"""An action was due and is still open.

Either it was done and nobody wrote so, or the strategy is standing still. In both cases nobody believes the action
calendar any more.

Write status: done if it is done; else a date under due: that will be kept, or status: dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import open_actions
from kamgen.checks.open_work import overdue
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every open action that is past."""
    hint = phrase("write status: done, a date under due: that will be kept, or status: dropped")
    for path, action in open_actions(subject):
        yield from overdue((*path, "due"), action.text, action.due, subject.as_of, hint)


RULE = PlanRule(
    name="overdue-action",
    level="warning",
    family="goals",
    methods=("B5", "F2"),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace("2026-07-10", "2026-05-29")),
    good=Example(SOUND_PLAN),
)
