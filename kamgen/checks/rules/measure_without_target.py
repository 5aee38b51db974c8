"""A measure of a strategy has no target.

A measure tells early whether a strategy works, long before the goal does. Without a figure to reach, every result
looks like progress.

Write the figure to reach, and by when: target: 5, due: 2026-09-30.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import running_measures
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every running measure without a target."""
    for path, measure in running_measures(subject):
        if measure.target is None:
            yield Problem(
                (*path, "target"),
                phrase("the measure “{text}” has no target", text=measure.text),
                phrase("write the figure to reach under target:"),
            )


RULE = PlanRule(
    name="measure-without-target",
    level="warning",
    family="goals",
    methods=("B5",),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace(", target: 5", "")),
    good=Example(SOUND_PLAN),
)
