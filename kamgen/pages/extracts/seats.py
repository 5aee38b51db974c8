"""Who of our team covers which phase of an account, as lists over all accounts show it (F1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamgen.plan.account import Account
from kamgen.plan.goals import Phase
from kamgen.plan.settings import Settings


@dataclass(frozen=True)
class Seat:
    """A member in an account's team; ``phase`` is the member's usual one where the plan names none, else None."""

    member: str
    phase: Phase | None


def listed_seats(account: Account, settings: Settings, as_of: date) -> tuple[Seat, ...]:  # noqa: ARG001
    """Return the account's team in the order of the plan."""
    usual = {member.id: member.phase for member in settings.team}
    return tuple(Seat(seat.member, seat.phase or usual.get(seat.member)) for seat in account.team)
