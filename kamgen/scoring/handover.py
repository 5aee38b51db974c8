"""From owner to owner: who had the account, and whether the new one has confirmed the ratings (methods: E8, S4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kamgen.plan.account import Account
from kamgen.plan.power_map import Person
from kamgen.plan.reviews import Handover
from kamgen.wording.phrase import Phrase, phrase

RECONFIRM_DAYS = 30
"""Days that a new owner has to confirm how people are rated (our reading)."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """A member who had the account, and from when to when; None where the plan does not say, or for until today."""

    owner: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class LastHandover:
    """The latest handover, its position in the plan's list, and how many days ago it was."""

    handover: Handover
    index: int
    days: int


@dataclass(frozen=True, slots=True)
class Handovers:
    """How the account changed hands up to a day.

    ``owners`` are those who had the account, the first one first. ``rated_people`` is how many people are rated.
    ``unconfirmed`` is the last handover as long as their ratings wait for the new owner; None where they are confirmed,
    and where there is nothing to confirm.
    """

    owners: tuple[Ownership, ...]
    last: LastHandover | None
    rated_people: int
    unconfirmed: LastHandover | None
    assumptions: tuple[Phrase, ...]


ASSUMPTIONS = (
    phrase("Ratings are how far people support us; where nobody is rated there is nothing to confirm"),
    phrase("A new owner has {days} days to confirm them", days=RECONFIRM_DAYS),
)


def score_handovers(account: Account, as_of: date) -> Handovers:
    """Return the owners up to a day, and whether the present one has confirmed the ratings (E8)."""
    last = last_handover(account.handovers, as_of)
    rated = sum(is_rated(person) for person in account.power_map.people)
    confirmed = last is not None and last.handover.reconfirmed is not None and last.handover.reconfirmed <= as_of
    return Handovers(
        owners=_owners(account, as_of),
        last=last,
        rated_people=rated,
        unconfirmed=last if rated and not confirmed else None,
        assumptions=ASSUMPTIONS,
    )


def last_handover(handovers: Sequence[Handover], as_of: date) -> LastHandover | None:
    """Return the latest handover up to a day; of several on one day, the last one listed. None where there is none."""
    done = [(found.date, index) for index, found in enumerate(handovers) if found.date <= as_of]
    if not done:
        return None
    day, index = max(done)
    return LastHandover(handovers[index], index, (as_of - day).days)


def is_rated(person: Person) -> bool:
    """Tell whether somebody who is known is rated: how far they support us is an owner's judgement."""
    return not person.wanted and person.support is not None


def _owners(account: Account, as_of: date) -> tuple[Ownership, ...]:
    """Return who had the account, the first one first; without a handover only the owner that the plan names."""
    done = sorted((found for found in account.handovers if found.date <= as_of), key=lambda found: found.date)
    if not done:
        return (Ownership(account.owner, None, None),)
    ends: Iterable[date | None] = (*(found.date for found in done[1:]), None)
    return (
        Ownership(done[0].from_, None, done[0].date),
        *(Ownership(found.to, found.date, end) for found, end in zip(done, ends, strict=True)),
    )
