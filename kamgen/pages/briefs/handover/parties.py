"""Who hands an account over to whom, and when: what a handover brief is counted and sorted by (E8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kamgen.pages.briefs.kinds import open_handover
from kamgen.plan.account import Account
from kamgen.scoring.handover import RECONFIRM_DAYS


@dataclass(frozen=True, slots=True)
class Parties:
    """Both owners and the days of a handover.

    Attributes:
        giver: Member who hands over.
        taker: Member who takes over; None as long as nobody is named.
        day: Day of the handover; None as long as none is planned.
        start: The day that the first 90 days are counted from: that of the handover, or today where none is planned or
            its first 30 days have gone.

    """

    giver: str
    taker: str | None
    day: date | None
    start: date

    @property
    def starts_late(self) -> bool:
        """Whether the days are counted from today because the first ones of the handover have gone."""
        return self.day is not None and self.start != self.day


def parties_of(account: Account, as_of: date) -> Parties:
    """Return the parties of the handover under way; else of the next one, of which only who hands over is known."""
    handover = open_handover(account, as_of)
    if handover is None:
        return Parties(account.owner, None, None, as_of)
    is_new = as_of <= handover.date or (as_of - handover.date).days <= RECONFIRM_DAYS
    return Parties(handover.from_, handover.to, handover.date, handover.date if is_new else as_of)


def after(day: date, days: int) -> date:
    """Return a day some days later, or the calendar's last."""
    return day + timedelta(days=min(days, (date.max - day).days))
