"""A goal that is not over yet has no target.

Without a figure to reach nobody can tell whether it is met, so it guides nobody: there is no progress, and the goal
does not count in the health.

Write the figure to reach, and where it stands today: baseline: 12, target: 40, actual: 25.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import running_goals
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every running goal without a target."""
    for path, goal in running_goals(subject):
        if goal.target is None:
            yield Problem(
                (*path, "target"),
                phrase("the goal “{text}” has no target", text=goal.text),
                phrase("write the figure to reach under target:"),
            )


RULE = PlanRule(
    name="goal-without-target",
    level="warning",
    family="goals",
    methods=("B5",),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace(", target: 40", "")),
    good=Example(SOUND_PLAN),
)
