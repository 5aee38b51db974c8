"""There are strategies, but none of them serves this goal. Not reported while a strategy serves nothing or a goal that
is not there, which has to be mended first.

Such a goal is only hoped for: no work is planned that would bring it nearer, and at the end of the year everybody asks
why it was missed.

Add a strategy for it, or add its id to serves: of the one that helps it; or take the goal out.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_work import is_every_service_clear, running_goals
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every running goal that no strategy serves, where strategies say what they serve."""
    strategies = subject.account.goals.strategies
    if not strategies or not is_every_service_clear(subject):
        return
    served = {goal for strategy in strategies for goal in strategy.serves}
    for path, goal in running_goals(subject):
        if goal.id not in served:
            yield Problem(
                path,
                phrase("no strategy serves the goal “{text}”", text=goal.text),
                phrase("add a strategy for it, or add {id} to serves: of the one that helps it", id=goal.id),
            )


PLAN = """\
goals:
  goals:
    - {id: stores, text: Stores that list us, baseline: 12, target: 40, actual: 25, due: 2026-12-31}
    - {id: shelf, text: Shelf metres per store, baseline: 2, target: 5, actual: 3, due: 2026-12-31}
  strategies:
    - id: north
      text: Win the northern region first
      serves: [stores, shelf]
      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]
      actions: [{id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}]
"""

RULE = PlanRule(
    name="goal-without-strategy",
    level="warning",
    family="goals",
    methods=("B5",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("[stores, shelf]", "[stores]")),
    good=Example(PLAN),
)
