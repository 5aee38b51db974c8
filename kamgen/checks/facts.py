"""What rules about the whole portfolio must know of each account: little enough to be kept between runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.checks.joint_review import CustomerText, customer_texts
from kamgen.plan.account import Account, AccountStatus
from kamgen.plan.reviews import Waiver
from kamgen.plan.values import LocalisedText
from kamgen.scoring.score import AccountScores

ENOUGH_KNOWN = Decimal("0.5")
"""Stars of which less than this share is known may rest on no more than the type that somebody wrote down."""


@dataclass(frozen=True)
class RatedPerson:
    """Someone of a power map: position in the list, who it is, who covers them, and how far they support us."""

    index: int
    name: str | LocalisedText
    covered_by: str | None
    support: int | None


@dataclass(frozen=True)
class AccountFacts:
    """An account as the portfolio sees it.

    ``team`` are the members who have a seat in its team. ``stars`` are None too where less than half of the score
    behind them is known. ``reviewed`` tells whether the plan has a day on which it was gone through, ``last_meeting``
    is the latest of its reviews up to the day, ``stale`` whether the rule stale-plan has found it. ``hours`` are the
    hours of its actions that were not dropped: spent where the action is done, else planned; None where no action has
    any. ``customer_texts`` are what its joint review shows. ``open_waivers`` are the positions of the waivers that only
    rules about the portfolio can use.
    """

    id: str
    name: str | LocalisedText
    status: AccountStatus
    owner: str
    team: tuple[str, ...]
    parent: str | None
    is_key_account: bool | None
    stars: int | None
    reviewed: bool
    stale: bool
    last_meeting: date | None
    hours: Decimal | None
    people: tuple[RatedPerson, ...]
    customer_texts: tuple[CustomerText, ...]
    waivers: tuple[Waiver, ...]
    open_waivers: tuple[int, ...]


def facts_of(
    account_id: str, account: Account, scores: AccountScores, open_waivers: tuple[int, ...], *, stale: bool = False
) -> AccountFacts:
    """Return what the portfolio must know of an account."""
    standing = scores.key_account
    meetings = [review.date for review in account.reviews if review.date <= scores.as_of]
    return AccountFacts(
        id=account_id,
        name=account.name,
        status=account.status,
        owner=account.owner,
        team=tuple(seat.member for seat in account.team),
        parent=account.profile.parent,
        is_key_account=standing.is_key_account,
        stars=standing.stars if standing.known >= ENOUGH_KNOWN else None,
        reviewed=account.reviewed is not None,
        stale=stale,
        last_meeting=max(meetings, default=None),
        hours=_hours(account),
        people=_people(account),
        customer_texts=customer_texts(account, scores.as_of),
        waivers=account.waivers,
        open_waivers=open_waivers,
    )


def _people(account: Account) -> tuple[RatedPerson, ...]:
    return tuple(
        RatedPerson(index, person.name, person.covered_by, person.support)
        for index, person in enumerate(account.power_map.people)
        if person.name is not None and not person.wanted
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
