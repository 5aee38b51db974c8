"""The ten-year backcast: pictures 10, 5, 3 and 1 years out, and the growth that they ask for (method: B6, source S3).

A picture is of a calendar year. The years are thought backwards, each from the one behind it; the growth between them,
computed forwards, shows whether the way there is believable, and the first leg, from what the customer buys today to
the nearest picture, whether this year's goals serve it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from kamgen.plan.account import Account
from kamgen.plan.goals import HorizonStep
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.scoring.ledger import Ledger, years_before
from kamgen.scoring.money import in_reporting_currency
from kamgen.scoring.weighting import ZERO

AHEAD = (10, 5, 3, 1)
"""How many years out the pictures are, furthest first."""

TOLERANCE = 1
"""A picture may be so many years from where it is looked for: it is not written anew every January."""


@dataclass(frozen=True, slots=True)
class BackcastStep:
    """One of the four steps: the year it is looked for in, and what is written about that year or one beside it.

    ``written`` is the year of the picture, None where the step is missing. ``amount`` is in the reporting currency.
    """

    ahead: int
    year: int
    written: int | None
    picture: str | LocalisedText | None
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class BackcastLeg:
    """The way from one amount to the next; ``start`` None is today, with the purchases of the last 12 months.

    ``years`` is the time between the ends of the two. ``ratio`` is the later amount ÷ the earlier one, None where the
    earlier is not more than 0; it is known without an exchange rate. Amounts are in the reporting currency.
    """

    start: int | None
    end: int
    before: Decimal | None
    after: Decimal | None
    years: Decimal
    ratio: Decimal | None

    @property
    def growth(self) -> Decimal | None:
        """The growth a year that the leg asks for: 0.1 is 10%."""
        return None if self.ratio is None else self.ratio ** (1 / self.years) - 1


@dataclass(frozen=True, slots=True)
class Backcast:
    """The four steps, furthest first, and the legs from today to the furthest amount, nearest first."""

    steps: tuple[BackcastStep, ...]
    legs: tuple[BackcastLeg, ...]


def read_backcast(account: Account, ledger: Ledger, settings: Settings) -> Backcast:
    """Return the backcast as it stands on the ledger's day.

    ``growth = (later amount ÷ earlier amount) ^ (1 ÷ years) − 1``, so it does not depend on an exchange rate. A year
    that is over is no step any more, one without an amount is passed over, and so is one with two different
    amounts, because nobody knows which is meant.
    """
    as_of, horizon = ledger.as_of, account.goals.horizon
    amounts = _amounts(horizon, as_of)
    return Backcast(
        steps=tuple(_step(ahead, horizon, amounts, account, settings, as_of) for ahead in AHEAD),
        legs=tuple(_legs(amounts, ledger, account, settings)) if amounts else (),
    )


def missing_years(years: Collection[int], as_of: date) -> tuple[int, ...]:
    """Return the years in which a step is looked for and none is near, furthest first; without any, all four."""
    return tuple(as_of.year + ahead for ahead in AHEAD if written_year(as_of.year + ahead, years) is None)


def written_year(wanted: int, years: Iterable[int]) -> int | None:
    """Return the year that is written nearest to the one looked for, the earlier of two; None where none is near."""
    near = [year for year in years if abs(year - wanted) <= TOLERANCE]
    return min(near, key=lambda year: (abs(year - wanted), year), default=None)


def _step(
    ahead: int,
    horizon: tuple[HorizonStep, ...],
    amounts: dict[int, Decimal],
    account: Account,
    settings: Settings,
    as_of: date,
) -> BackcastStep:
    wanted = as_of.year + ahead
    found = written_year(wanted, (step.year for step in horizon))
    if found is None:
        return BackcastStep(ahead, wanted, None, None, None)
    picture = next((step.picture for step in horizon if step.year == found and step.picture is not None), None)
    return BackcastStep(
        ahead, wanted, found, picture, in_reporting_currency(amounts.get(found), None, account, settings)
    )


def _amounts(horizon: tuple[HorizonStep, ...], as_of: date) -> dict[int, Decimal]:
    """Return the amounts of the years still to come, nearest first, in the plan's own currency."""
    said: dict[int, set[Decimal]] = {}
    for step in horizon:
        if step.amount is not None and date(step.year, 12, 31) > as_of:
            said.setdefault(step.year, set()).add(step.amount)
    return {year: amounts.pop() for year, amounts in sorted(said.items()) if len(amounts) == 1}


def _legs(amounts: dict[int, Decimal], ledger: Ledger, account: Account, settings: Settings) -> Iterable[BackcastLeg]:
    def leg(start: int | None, end: int, before: Decimal, years: Decimal) -> BackcastLeg:
        after = amounts[end]
        return BackcastLeg(
            start=start,
            end=end,
            before=in_reporting_currency(before, None, account, settings),
            after=in_reporting_currency(after, None, account, settings),
            years=years,
            ratio=after / before if before > ZERO else None,
        )

    nearest, as_of = next(iter(amounts)), ledger.as_of
    bought = ledger.own_amount(years_before(as_of, 1) + timedelta(days=1), as_of)
    if bought is not None:
        yield leg(None, nearest, bought, _years_to_the_end_of(nearest, as_of))
    for earlier, later in pairwise(amounts):
        yield leg(earlier, later, amounts[earlier], Decimal(later - earlier))


def _years_to_the_end_of(year: int, as_of: date) -> Decimal:
    """Return the years from a day to the end of a year: 1.5 from the middle of the year before it."""
    days_left = (date(as_of.year, 12, 31) - as_of).days
    days_a_year = date(as_of.year, 12, 31).timetuple().tm_yday
    return year - as_of.year + Decimal(days_left) / days_a_year
