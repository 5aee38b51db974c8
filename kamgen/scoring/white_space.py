"""White space: what the customer could buy from us in a year and does not yet (method: B4, sources S2, S3).

``white space = potential − current``, product by business unit, never below 0: a unit that buys more than somebody
thought possible takes nothing from another one. A row without potential or without current is unknown and left out of
every sum; a missing ``current`` is not 0, or the least known rows would look the most promising. Money is in the
reporting currency.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.value import WhiteSpace
from kamgen.plan.values import LocalisedText
from kamgen.scoring.money import currency_of, exchange_rate
from kamgen.scoring.weighting import ZERO

Name = str | LocalisedText | None


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """One product in one unit (None: the whole account); what is not written or has no exchange rate is None."""

    product: str
    unit: Name
    rival: Name
    potential: Decimal | None
    current: Decimal | None
    space: Decimal | None


@dataclass(frozen=True, slots=True)
class SpaceSum:
    """White space of one product or one unit: the sum of its known rows, None without any, and how many are not."""

    name: Name
    space: Decimal | None
    unknown: int


@dataclass(frozen=True, slots=True)
class WhiteSpaces:
    """White space of an account: its rows as written, and their sums."""

    rows: tuple[SpaceRow, ...]

    @property
    def total(self) -> Decimal | None:
        """White space of all known rows; None where no row is known."""
        return _sum_of(None, self.rows).space

    @property
    def unknown(self) -> int:
        """How many rows are not known."""
        return _sum_of(None, self.rows).unknown

    @property
    def by_product(self) -> tuple[SpaceSum, ...]:
        """A sum for each product, the largest first; what is unknown comes last."""
        return _sums((row.product, row) for row in self.rows)

    @property
    def by_unit(self) -> tuple[SpaceSum, ...]:
        """A sum for each unit of the customer, the largest first; what is unknown comes last."""
        return _sums((row.unit, row) for row in self.rows)


def open_space(row: WhiteSpace) -> Decimal | None:
    """Return ``max(potential − current, 0)`` in the plan's own currency; None where one of the two is not written."""
    if row.potential is None or row.current is None:
        return None
    return max(row.potential - row.current, ZERO)


def measure_white_space(account: Account, settings: Settings) -> WhiteSpaces:
    """Return the account's white space, product by unit."""
    rate = exchange_rate(currency_of(None, account, settings), settings)

    def reported(amount: Decimal | None) -> Decimal | None:
        return None if amount is None or rate is None else amount * rate

    return WhiteSpaces(
        tuple(
            SpaceRow(
                product=row.product,
                unit=row.unit,
                rival=row.rival,
                potential=reported(row.potential),
                current=reported(row.current),
                space=reported(open_space(row)),
            )
            for row in account.value.white_space
        )
    )


def _sums(named: Iterable[tuple[Name, SpaceRow]]) -> tuple[SpaceSum, ...]:
    """Return a sum for each name, the largest first, those of equal size by name and the unknown ones last."""
    groups: dict[Name, list[SpaceRow]] = {}
    for name, row in named:
        groups.setdefault(name, []).append(row)
    sums = [_sum_of(name, rows) for name, rows in groups.items()]
    return tuple(sorted(sums, key=lambda one: (one.space is None, -(one.space or ZERO), str(one.name))))


def _sum_of(name: Name, rows: Sequence[SpaceRow]) -> SpaceSum:
    known = [row.space for row in rows if row.space is not None]
    return SpaceSum(name, sum(known, ZERO) if known else None, len(rows) - len(known))
