"""Hours that an account is planned to take, and takes (A7, F2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.goals import Action
from kamgen.scoring.action_calendar import customer_time
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.metrics.metric import metric
from kamgen.scoring.score import MetricValue
from kamgen.scoring.weighting import ZERO


@metric(
    "planned-hours",
    "hours",
    "Planned hours",
    "Planned hours of all actions that were not dropped",
    methods=("A7", "F2"),
)
def planned_hours(evaluation: Evaluation) -> MetricValue:
    """Sum of ``goals.strategies.actions.hours``, without dropped actions; unknown where no action has any."""
    return _hours(action.hours for action in actions_of(evaluation.account) if action.status != "dropped")


@metric("spent-hours", "hours", "Hours spent", "Hours spent on actions so far", methods=("A7", "F2"))
def spent_hours(evaluation: Evaluation) -> MetricValue:
    """Sum of ``goals.strategies.actions.spent``; unknown where no action has any.

    Hours spent on an action that was dropped later were spent all the same.
    """
    return _hours(action.spent for action in actions_of(evaluation.account))


@metric("customer-hours", "hours", "Hours with the customer", "Planned hours in front of the customer", methods=("F2",))
def customer_hours(evaluation: Evaluation) -> MetricValue:
    """Sum of ``goals.strategies.actions.with_customer``, without dropped actions; unknown where no action has any."""
    return _hours(action.with_customer for action in actions_of(evaluation.account) if action.status != "dropped")


@metric(
    "customer-time-share",
    "share",
    "Time with the customer",
    "Share of the planned hours that is in front of the customer",
    methods=("F2",),
)
def customer_time_share(evaluation: Evaluation) -> MetricValue:
    """``goals.strategies.actions.with_customer`` ÷ ``goals.strategies.actions.hours``, without dropped actions.

    Over the actions that state both; unknown where none does.
    """
    return customer_time(actions_of(evaluation.account)).share


def _hours(hours: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in hours if value is not None]
    return sum(known, ZERO) if known else None


def actions_of(account: Account) -> Iterator[Action]:
    """Yield the actions of all strategies."""
    yield from (action for strategy in account.goals.strategies for action in strategy.actions)
