"""The plan has an objective or goals, and no strategy.

An objective without a way to it is a wish: the team cannot share out the work, and the customer sees no difference.

Write two or three strategies, each with the goals that it serves, a measure and its first actions.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_work import STRATEGIES, running_goals
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the missing strategies of an objective, or of goals that still run."""
    goals = subject.account.goals
    if goals.strategies or subject.account.status == "lost":
        return
    goals_alone = goals.objective is None
    if not goals_alone or any(running_goals(subject)):
        aims = "the plan has goals, and no strategy to reach them"
        aim = "the plan has an objective, and no strategy to reach it"
        hint = phrase("add strategies:, each with serves:, measures: and actions:")
        yield Problem(STRATEGIES, phrase(aims if goals_alone else aim), hint)


PLAN = """\
goals:
  objective: Be listed in every store of the chain
  goals:
    - {id: stores, text: Stores that list us, baseline: 12, target: 40, actual: 25, due: 2026-12-31}
"""
STRATEGY = """\
  strategies:
    - id: north
      text: Win the northern region first
      serves: [stores]
      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]
      actions: [{id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}]
"""

RULE = PlanRule(
    name="objective-without-strategies",
    level="warning",
    family="goals",
    methods=("B5",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN),
    good=Example(PLAN + STRATEGY),
)
