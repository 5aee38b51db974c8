"""What each member of our team has on the plate, gathered from all accounts (F1, F2, A7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.pages.calendar.planned_work import weeks_from
from kamgen.pages.extracts.people import ListedPerson
from kamgen.pages.extracts.work import Work
from kamgen.pages.register import Register
from kamgen.plan.settings import Settings

WEEKS_AHEAD = 4
"""How many weeks are planned one by one: this one and the three after it."""


@dataclass(frozen=True)
class MemberRecord:
    """All that the plans give one member; under the member None, what nobody has taken.

    Attributes:
        owned: Ids of the accounts that the member answers for.
        seats: Ids of the accounts in whose team the member is.
        work: Work of every kind and state, each with its account.
        people: People whom the member covers, each with the account.

    """

    owned: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    work: tuple[tuple[str, Work], ...] = ()
    people: tuple[tuple[str, ListedPerson], ...] = ()

    @property
    def open_work(self) -> tuple[tuple[str, Work], ...]:
        """What is still to be done."""
        return tuple((account_id, work) for account_id, work in self.work if work.is_open)

    @property
    def planned(self) -> dict[str, Decimal]:
        """Planned hours by account, those of dropped work left out; without accounts that have none on record."""
        return _by_account((id_, work.hours) for id_, work in self.work if work.status != "dropped")

    @property
    def spent(self) -> dict[str, Decimal]:
        """Hours spent by account; without accounts that have none on record."""
        return _by_account((account_id, work.spent) for account_id, work in self.work)


NOTHING = MemberRecord()
"""What a member has whom no plan names."""


def member_records(register: Register) -> dict[str | None, MemberRecord]:
    """Return what every member that a plan names has on the plate; what nobody has taken is under None."""
    owned, seats = defaultdict[str | None, list[str]](list), defaultdict[str | None, list[str]](list)
    work = defaultdict[str | None, list[tuple[str, Work]]](list)
    people = defaultdict[str | None, list[tuple[str, ListedPerson]]](list)
    for account_id, summary in register.summaries.items():
        owned[summary.owner].append(account_id)
        for member in dict.fromkeys(seat.member for seat in register.seats.get(account_id, ())):
            seats[member].append(account_id)
        for piece in register.work.get(account_id, ()):
            work[piece.owner].append((account_id, piece))
        for person in register.people.get(account_id, ()):
            people[person.covered_by].append((account_id, person))
    return {
        member: MemberRecord(tuple(owned[member]), tuple(seats[member]), tuple(work[member]), tuple(people[member]))
        for member in {**owned, **seats, **work, **people}
    }


def in_team_order(members: Iterable[str | None], settings: Settings) -> tuple[str, ...]:
    """Return all members: those of the settings in their order, then others whom plans name, by id."""
    known = {member.id: None for member in settings.team}
    return (*known, *sorted(member for member in set(members) if member is not None and member not in known))


def is_overdue(work: Work, as_of: date) -> bool:
    """Tell whether work is still open after its day."""
    return work.is_open and work.due is not None and work.due < as_of


def last_day_ahead(as_of: date) -> date:
    """Return the Sunday that ends the weeks that are planned one by one."""
    return weeks_from(as_of, WEEKS_AHEAD)[-1].sunday


def _by_account(hours: Iterable[tuple[str, Decimal | None]]) -> dict[str, Decimal]:
    found: Mapping[str, list[Decimal]] = defaultdict(list)
    for account_id, amount in hours:
        if amount is not None:
            found[account_id].append(amount)
    return {account_id: sum(amounts, Decimal(0)) for account_id, amounts in found.items()}
