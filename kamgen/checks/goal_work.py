"""What rules about goals have in common: which goals, strategies and actions still count on the day."""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.open_work import is_open
from kamgen.checks.rule import Subject
from kamgen.plan.goals import Action, Goal, Measure, Strategy
from kamgen.workspace.problems import Path

GOALS: Path = ("goals", "goals")
STRATEGIES: Path = ("goals", "strategies")


def is_reached(goal: Goal | Measure) -> bool | None:
    """Tell whether the target is reached; None where the figures do not say.

    Without a baseline the figure is taken to rise. A target that is its own baseline, something to keep, does not say
    which way is better.
    """
    if goal.actual is None or goal.target is None:
        return None
    if goal.baseline is None or goal.baseline < goal.target:
        return goal.actual >= goal.target
    return goal.actual <= goal.target if goal.baseline > goal.target else None


def running_goals(subject: Subject) -> Iterator[tuple[Path, Goal]]:
    """Yield the goals that are still worked for, with the way to each: neither reached nor over; none if lost."""
    if subject.account.status == "lost":
        return
    for index, goal in enumerate(subject.account.goals.goals):
        if _is_running(goal, subject):
            yield (*GOALS, index), goal


def running_strategies(subject: Subject) -> Iterator[tuple[Path, Strategy]]:
    """Yield the strategies that are still followed, with the way to each: not those whose goals are all behind us."""
    if subject.account.status == "lost":
        return
    goals = {goal.id for goal in subject.account.goals.goals}
    running = {goal.id for _, goal in running_goals(subject)}
    for index, strategy in enumerate(subject.account.goals.strategies):
        if not goals.intersection(strategy.serves) or running.intersection(strategy.serves):
            yield (*STRATEGIES, index), strategy


def running_measures(subject: Subject) -> Iterator[tuple[Path, Measure]]:
    """Yield the measures of running strategies that are neither reached nor over, with the way to each."""
    for path, strategy in running_strategies(subject):
        for index, measure in enumerate(strategy.measures):
            if _is_running(measure, subject):
                yield (*path, "measures", index), measure


def open_actions(subject: Subject) -> Iterator[tuple[Path, Action]]:
    """Yield the actions that are still to be done, with the way to each; none at a lost account."""
    if subject.account.status == "lost":
        return
    for path, action in all_actions(subject):
        if is_open(action.status):
            yield path, action


def all_actions(subject: Subject) -> Iterator[tuple[Path, Action]]:
    """Yield every action, with the way to it."""
    for place, strategy in enumerate(subject.account.goals.strategies):
        for index, action in enumerate(strategy.actions):
            yield (*STRATEGIES, place, "actions", index), action


def is_every_service_clear(subject: Subject) -> bool:
    """Tell whether every strategy says which goals it serves, and names only goals that are there.

    Where one does not, nobody knows which goals are served, and that has been reported already.
    """
    goals = {goal.id for goal in subject.account.goals.goals}
    return all(strategy.serves and goals.issuperset(strategy.serves) for strategy in subject.account.goals.strategies)


def _is_running(goal: Goal | Measure, subject: Subject) -> bool:
    return (goal.due is None or goal.due >= subject.as_of) and not is_reached(goal)
