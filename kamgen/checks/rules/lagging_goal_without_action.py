"""A goal is far behind the time that has gone, by default by 25 percentage points or more, and the strategies that
serve it have no open action. Not reported where the whole plan has no open action.

Nothing is planned that would catch up, while the team works on other goals of this customer.

Add the action that changes most for this goal, with owner: and due:; or agree on a lower target with those who set it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kamgen.checks.goal_work import open_actions, running_goals
from kamgen.checks.open_work import is_open
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.scoring.progress import reached, time_gone
from kamgen.wording.phrase import phrase

POINTS = Parameter("points", 25, "Percentage points by which a goal may be behind its time", least=1, most=100)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every running goal that is far behind and that no open action of its strategies serves.

    Where the plan has no open action at all, or no strategy for the goal, other rules say so.
    """
    if not any(open_actions(subject)):
        return
    strategies = subject.account.goals.strategies
    for path, goal in running_goals(subject):
        serving = [strategy for strategy in strategies if goal.id in strategy.serves]
        if not serving or any(is_open(action.status) for strategy in serving for action in strategy.actions):
            continue
        gone, way = time_gone(goal, subject.as_of), reached(goal)
        if gone is None or way is None:
            continue
        way = max(way, Decimal(0))
        if 100 * (gone - way) >= subject.number(POINTS):
            yield Problem(
                (*path, "actual"),
                phrase(
                    "the goal “{text}” is {reached}% reached after {gone}% of its time, and no action is open for it",
                    text=goal.text,
                    reached=round(100 * way),
                    gone=round(100 * gone),
                ),
                phrase("add an action with owner: and due: to a strategy that serves it"),
            )


PLAN = """\
goals:
  goals:
    - {id: stores, text: Stores that list us, baseline: 12, target: 40, actual: 25, due: 2026-12-31}
    - {id: shelf, text: Metres on the shelf, baseline: 2, target: 6, actual: 2, start: 2026-01-01, due: 2026-09-30}
  strategies:
    - id: north
      text: Win the northern region first
      serves: [stores]
      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]
      actions: [{id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}]
    - id: display
      text: Show what a second metre brings
      serves: [shelf]
      measures: [{id: tests, text: Stores on test, target: 3, owner: chen-bo}]
      actions: [{id: test, text: Test in three stores, owner: chen-bo, due: 2026-07-03, status: doing}]
"""

RULE = PlanRule(
    name="lagging-goal-without-action",
    level="warning",
    family="goals",
    methods=("B5",),
    parameters=(POINTS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("due: 2026-07-03, status: doing", "due: 2026-03-27, status: done")),
    good=Example(PLAN),
)
