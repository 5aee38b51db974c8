"""What rules about the whole portfolio must know of each account: little enough to be kept between runs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.reviews import Waiver
from kamgen.plan.values import LocalisedText
from kamgen.scoring.score import AccountScores


@dataclass(frozen=True)
class RatedPerson:
    """Someone of a power map: position in the list, who it is, and how they are rated."""

    index: int
    name: str | LocalisedText
    title: str | LocalisedText | None
    covered_by: str | None
    role: str | None
    influence: int | None
    support: int | None


@dataclass(frozen=True)
class AccountFacts:
    """An account as the portfolio sees it.

    ``hours`` are the hours of its actions that were not dropped: spent where the action is done, else planned; None
    where no action has any. ``open_waivers`` are the positions of the waivers that only rules about the portfolio
    can use.
    """

    id: str
    owner: str
    parent: str | None
    is_key_account: bool | None
    hours: Decimal | None
    people: tuple[RatedPerson, ...]
    waivers: tuple[Waiver, ...]
    open_waivers: tuple[int, ...]


def facts_of(account_id: str, account: Account, scores: AccountScores, open_waivers: tuple[int, ...]) -> AccountFacts:
    """Return what the portfolio must know of an account."""
    people = tuple(
        RatedPerson(
            index=index,
            name=person.name,
            title=person.title,
            covered_by=person.covered_by,
            role=person.role,
            influence=person.influence,
            support=person.support,
        )
        for index, person in enumerate(account.power_map.people)
        if person.name is not None and not person.wanted
    )
    return AccountFacts(
        id=account_id,
        owner=account.owner,
        parent=account.profile.parent,
        is_key_account=scores.key_account.is_key_account,
        hours=_hours(account),
        people=people,
        waivers=account.waivers,
        open_waivers=open_waivers,
    )


def _hours(account: Account) -> Decimal | None:
    hours = [
        action.spent if action.status == "done" and action.spent is not None else action.hours
        for strategy in account.goals.strategies
        for action in strategy.actions
        if action.status != "dropped"
    ]
    known = [value for value in hours if value is not None]
    return sum(known, Decimal(0)) if known else None
