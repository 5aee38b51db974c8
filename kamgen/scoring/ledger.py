"""The purchases of one account as they stood on a day: merged by day, summed once, asked many times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.money import currency_of, exchange_rate
from kamgen.scoring.weighting import ZERO

_DAY = timedelta(days=1)


def years_before(day: date, years: int) -> date:
    """Return the same day some years earlier; 28 February for a 29th that the year does not have."""
    year = max(day.year - years, MINYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Purchases dated up to ``as_of``; later ones do not exist.

    ``days`` are the days with an entry, rising; ``running[i]`` is the net amount of the first ``i`` of them in the
    plan's own currency. ``purchase_days`` are the days whose net is positive, so that a return is no purchase
    (E2). ``rate`` turns the plan's currency into the reporting one; None where the settings have no rate.
    ``margin_rate`` is margin ÷ amount over the entries of the last 12 months that state a margin.

    A ledger with an entry is taken as complete from that day on; what was before it is unknown.
    """

    as_of: date
    days: tuple[date, ...]
    running: tuple[Decimal, ...]
    purchase_days: tuple[date, ...]
    rate: Decimal | None
    margin_rate: Decimal | None

    def own_amount(self, first: date, last: date) -> Decimal | None:
        """Return the net amount from one day to another, both included, in the plan's own currency.

        None where nothing is on record, or where the record begins after ``last``.
        """
        if not self.days or last < self.days[0]:
            return None
        return self.running[bisect_right(self.days, last)] - self.running[bisect_left(self.days, first)]

    def amount(self, first: date, last: date) -> Decimal | None:
        """Return :meth:`own_amount` in the reporting currency; None without a rate."""
        own = self.own_amount(first, last)
        return None if own is None or self.rate is None else own * self.rate

    @property
    def to_date(self) -> Decimal | None:
        """Net amount of all purchases, reporting currency; None where nothing is on record."""
        return self.amount(self.days[0], self.as_of) if self.days else None

    def year_up_to(self, last: date) -> Decimal | None:
        """Return the net amount of the 12 months that end on a day, reporting currency."""
        return self.amount(years_before(last, 1) + _DAY, last)


def read_ledger(account: Account, settings: Settings, as_of: date) -> Ledger:
    """Return the account's purchases up to ``as_of``, read in one pass."""
    year_start = years_before(as_of, 1)
    net: dict[date, Decimal] = {}
    margin = margin_base = ZERO
    for purchase in account.value.purchases:
        day = purchase.date
        if day > as_of:
            continue
        amount = purchase.amount
        net[day] = net.get(day, ZERO) + amount
        if purchase.margin is not None and day > year_start:
            margin += purchase.margin
            margin_base += amount
    days = tuple(sorted(net))
    running = [ZERO]
    for day in days:
        running.append(running[-1] + net[day])
    return Ledger(
        as_of=as_of,
        days=days,
        running=tuple(running),
        purchase_days=tuple(day for day in days if net[day] > 0),
        rate=exchange_rate(currency_of(None, account, settings), settings),
        margin_rate=margin / margin_base if margin_base > 0 else None,
    )
