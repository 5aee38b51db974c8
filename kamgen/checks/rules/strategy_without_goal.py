"""A strategy does not say which goal it serves.

Work that serves no goal takes hours from the work that does. Nobody can tell whether it helps the customer or us, so
nobody dares to stop it.

Write the ids of its goals: serves: [stores]. If there is no goal yet, add it first; if the strategy serves none, take
it out.
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
            phrase(
                "the plan has {n} strategy, and no goal to serve|the plan has {n} strategies, and no goal to serve",
                n=len(aimless),
            ),
            phrase("add the goals, then name them in each strategy: serves: [id-of-the-goal]"),
        )
        return
    for path, strategy in aimless:
        yield Problem(
            (*path, "serves"),
            phrase("the strategy “{text}” serves no goal", text=strategy.text),
            phrase("name the goals that it serves, such as serves: [{goal}]", goal=subject.account.goals.goals[0].id),
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
