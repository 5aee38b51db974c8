"""A strategy does not say which goal it serves.

Work that serves no goal takes hours from the work that does. Nobody can tell whether it helps the customer or us, so
nobody dares to stop it either.

Write the ids of the goals: serves: [stores]. If there is no goal yet, write that first; if it serves none, drop it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import GOALS, running_strategies
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every strategy that serves nothing; only once where the plan has no goal at all."""
    aimless = [(path, strategy) for path, strategy in running_strategies(subject) if not strategy.serves]
    if aimless and not subject.account.goals.goals:
        yield Problem(
            GOALS,
            phrase("there is {n} strategy and no goal to serve|there are {n} strategies and no goal", n=len(aimless)),
            phrase("write the goals, then name them in the strategies: serves: [goal-id]"),
        )
        return
    for path, strategy in aimless:
        yield Problem(
            (*path, "serves"),
            phrase("“{text}” serves no goal", text=strategy.text),
            phrase("name the goals that it serves: serves: [{goal}]", goal=subject.account.goals.goals[0].id),
        )


RULE = PlanRule(
    name="strategy-without-goal",
    level="warning",
    family="goals",
    methods=("B5",),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace("      serves: [stores]\n", "")),
    good=Example(SOUND_PLAN),
)
