"""Who does what for which account, month by month and week by week (methods: F2, source S3)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

from kamgen.plan.account import Account
from kamgen.plan.goals import Action, Strategy, WorkStatus
from kamgen.scoring.weighting import ZERO
from kamgen.wording.phrase import Phrase, phrase


class PlannedHours(Protocol):
    """Anything that takes hours, such as an action: how many, and how many of them in front of the customer."""

    @property
    def status(self) -> WorkStatus:
        """How far it is."""

    @property
    def hours(self) -> Decimal | None:
        """Planned hours; None where nobody has said."""

    @property
    def with_customer(self) -> Decimal | None:
        """Of these, in front of the customer; None where nobody has said."""


class Week(NamedTuple):
    """A week by ISO 8601: it belongs to the year that has its Thursday."""

    year: int
    week: int


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action of a strategy; ``account`` is the id of its account, None where only one is looked at."""

    strategy: Strategy
    action: Action
    account: str | None = None


@dataclass(frozen=True, slots=True)
class CustomerTime:
    """Planned hours, and how much of them is in front of the customer.

    ``with_customer`` and ``planned`` are summed over the actions that state both, ``share`` is the one of the other, 0
    to 1, None where there is none. ``known`` is the share of all planned hours that these actions have, 0 to 1.
    """

    with_customer: Decimal
    planned: Decimal
    share: Decimal | None
    known: Decimal


@dataclass(frozen=True, slots=True)
class ActionCalendar:
    """The actions that were not dropped, by the month and the week of their due day, and by member.

    Months are named by their first day. Each group is in the order of the due days; actions without a day are only in
    ``undated`` and with their member. The member None stands for actions without an owner.
    """

    months: dict[date, tuple[PlannedAction, ...]]
    weeks: dict[Week, tuple[PlannedAction, ...]]
    members: dict[str | None, tuple[PlannedAction, ...]]
    undated: tuple[PlannedAction, ...]
    customer_time: CustomerTime
    assumptions: tuple[Phrase, ...]


ASSUMPTIONS = (
    phrase("An action belongs to the month and the week of its due day; dropped ones are left out"),
    phrase("The share in front of the customer is of the actions that state both figures"),
)


def action_calendar(plans: Mapping[str, Account]) -> ActionCalendar:
    """Return the calendar of one or many accounts, given by their ids (F2)."""
    planned = [
        found
        for account_id in sorted(plans)
        for found in planned_actions(plans[account_id], account_id)
        if found.action.status != "dropped"
    ]
    dated, undated = in_order(planned)
    members = _grouped((*dated, *undated), lambda found: found.action.owner)
    return ActionCalendar(
        months=by_month(dated),
        weeks=by_week(dated),
        members={owner: members[owner] for owner in sorted(members, key=lambda owner: (owner is None, owner or ""))},
        undated=undated,
        customer_time=customer_time(found.action for found in planned),
        assumptions=ASSUMPTIONS,
    )


def planned_actions(account: Account, account_id: str | None = None) -> tuple[PlannedAction, ...]:
    """Return every action of an account in the plan's order, dropped ones too."""
    return tuple(
        PlannedAction(strategy, action, account_id)
        for strategy in account.goals.strategies
        for action in strategy.actions
    )


def in_order(actions: Iterable[PlannedAction]) -> tuple[tuple[PlannedAction, ...], tuple[PlannedAction, ...]]:
    """Return the actions that have a due day, by that day, and those that have none."""
    found = tuple(actions)
    dated = sorted((one for one in found if one.action.due is not None), key=lambda one: one.action.due or date.max)
    return tuple(dated), tuple(one for one in found if one.action.due is None)


def by_month(actions: Iterable[PlannedAction]) -> dict[date, tuple[PlannedAction, ...]]:
    """Return actions by the first day of the month that they are due in; those without a day are left out."""
    return _grouped(
        (found for found in actions if found.action.due is not None),
        lambda found: (found.action.due or date.max).replace(day=1),
    )


def by_week(actions: Iterable[PlannedAction]) -> dict[Week, tuple[PlannedAction, ...]]:
    """Return actions by the ISO week that they are due in; those without a day are left out."""
    return _grouped(
        (found for found in actions if found.action.due is not None),
        lambda found: Week(*(found.action.due or date.max).isocalendar()[:2]),
    )


def customer_time(actions: Iterable[PlannedHours]) -> CustomerTime:
    """Return how much of the planned hours is in front of the customer, without dropped actions.

    An action that does not say how much of its hours is with the customer tells nothing of the share; the more of the
    hours it has, the less is ``known``. Hours with the customer beyond the planned ones count as all of them.
    """
    with_customer = planned = everything = ZERO
    for action in actions:
        if action.status == "dropped" or action.hours is None:
            continue
        everything += action.hours
        if action.with_customer is not None:
            planned += action.hours
            with_customer += min(action.with_customer, action.hours)
    return CustomerTime(
        with_customer=with_customer,
        planned=planned,
        share=with_customer / planned if planned else None,
        known=planned / everything if everything else ZERO,
    )


Group = TypeVar("Group", bound=Hashable)


def _grouped(
    actions: Iterable[PlannedAction], group_of: Callable[[PlannedAction], Group]
) -> dict[Group, tuple[PlannedAction, ...]]:
    groups: dict[Group, list[PlannedAction]] = {}
    for found in actions:
        groups.setdefault(group_of(found), []).append(found)
    return {group: tuple(members) for group, members in groups.items()}
