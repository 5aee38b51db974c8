"""Goals are still to be reached, but no open action falls in the coming time, by default the next calendar month. Not
reported while an action is late or has no date, for it may belong there, nor while no goal has begun by then.

Strategies are kept month by month: an account manager without an action for this customer next month will spend the
hours on whoever calls first.

Break a strategy down into actions for next month, with owner: and due:.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import STRATEGIES, open_actions, running_goals
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.goals import Goal
from kamgen.wording.phrase import phrase

MONTHS = Parameter("months", 1, "Calendar months after this one in which some action must fall", least=1, most=12)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the strategies where the coming months have no action though a goal runs on into them.

    An action that is late or has no day may well belong there: other rules ask for its day.
    """
    if not subject.account.goals.strategies:
        return
    first = _first_of_month(subject.as_of, 1)
    last = _first_of_month(subject.as_of, 1 + subject.number(MONTHS)) - timedelta(days=1)
    if not any(_runs(goal, first, last) for _, goal in running_goals(subject)):
        return
    for _, action in open_actions(subject):
        if action.due is None or action.due < subject.as_of or first <= action.due <= last:
            return
    yield Problem(
        STRATEGIES,
        phrase("no action is due from {first} to {last}", first=first, last=last),
        phrase("add an action for that time, with owner: and due:"),
    )


def _runs(goal: Goal, first: date, last: date) -> bool:
    """Tell whether a goal is worked for between two days: begun by the last, and not over before the first."""
    return (goal.start is None or goal.start <= last) and (goal.due is None or goal.due >= first)


def _first_of_month(day: date, later: int) -> date:
    months = day.year * 12 + day.month - 1 + later
    return date(months // 12, months % 12 + 1, 1) if months // 12 <= MAXYEAR else date.max


RULE = PlanRule(
    name="month-without-actions",
    level="warning",
    family="goals",
    methods=("B5", "F2"),
    parameters=(MONTHS,),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace("2026-07-10", "2026-09-10")),
    good=Example(SOUND_PLAN),
)
