"""A goal has ended without being reached, or without its result being written, and no later goal with the same unit:
has taken its place.

A goal in the past guides nobody, and goes on counting in the health. What was missed and not talked about is missed
again.

Write the last figure under actual:. Then add a goal with the same unit: for the next period, or write a new date under
due:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_work import GOALS, is_reached
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.plan.goals import Goal
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every goal that is over without being reached or followed by another; one without a target has no end."""
    goals = subject.account.goals.goals
    if subject.account.status == "lost":
        return
    for index, goal in enumerate(goals):
        is_over = goal.due is not None and goal.due < subject.as_of
        if not is_over or goal.due is None or goal.target is None or any(_follows(other, goal) for other in goals):
            continue
        if goal.actual is None:
            yield Problem(
                (*GOALS, index, "actual"),
                phrase("the goal “{text}” ended on {day}, and its result is not written", text=goal.text, day=goal.due),
                phrase("write the last figure under actual:, then add the goal that comes next"),
            )
        elif is_reached(goal) is False:
            yield Problem(
                (*GOALS, index, "due"),
                phrase(
                    "the goal “{text}” ended on {day} at {actual}; its target was {target}",
                    text=goal.text,
                    day=goal.due,
                    actual=goal.actual,
                    target=goal.target,
                ),
                phrase("add the goal that comes next, or write a new date under due:"),
            )


def _follows(other: Goal, goal: Goal) -> bool:
    """Tell whether a goal takes the place of one that is over: the same unit, a later day."""
    if other.unit is None or other.unit != goal.unit or goal.due is None:
        return False
    return other.due is not None and other.due > goal.due


PLAN = """\
goals:
  goals:
    - {id: stores, text: Stores that list us, unit: stores, baseline: 12, target: 20, actual: 17, due: 2026-03-31}
    - {id: stores-2, text: Stores that list us, unit: stores, baseline: 17, target: 30, actual: 19, due: 2026-12-31}
  strategies:
    - id: north
      text: Win the northern region first
      serves: [stores, stores-2]
      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]
      actions: [{id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}]
"""
NEXT = """\
    - {id: stores-2, text: Stores that list us, unit: stores, baseline: 17, target: 30, actual: 19, due: 2026-12-31}
"""

RULE = PlanRule(
    name="overdue-goal",
    level="warning",
    family="goals",
    methods=("B5",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace(NEXT, "").replace(", stores-2", "")),
    good=Example(PLAN),
)
