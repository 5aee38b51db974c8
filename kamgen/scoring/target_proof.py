"""Target proof: where the rest of the target is to come from, and who answers for it (method: B7, source S3).

The source has a name only (三定三看三做一结合); our reading: fix the customers, then the products, then the team. The
target is proven as far as named opportunities and white space of named products cover what is still to be won, and each
of them has an owner. Opportunities count at full amount: a proof asks whether there is enough to work on, the forecast
(D3) what will probably come of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kamgen.plan.account import Account
from kamgen.plan.goals import Goal
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.scoring.forecast import existing_opportunities, revenue_goal
from kamgen.scoring.money import in_reporting_currency
from kamgen.scoring.weighting import ZERO
from kamgen.scoring.white_space import SpaceRow, measure_white_space

CoverKind = Literal["opportunity", "white-space"]


@dataclass(frozen=True, slots=True)
class Cover:
    """Something that may bring part of the target: an open opportunity, or the white space of one product.

    ``id`` is that of the opportunity or of the product, ``owner`` who answers for the opportunity's next step. White
    space has no owner: nobody works on it until it has become an opportunity. ``amount`` is None where it is unknown.
    """

    kind: CoverKind
    id: str
    name: str | LocalisedText
    owner: str | None
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class TargetProof:
    """The revenue goal and what stands behind it; money in the reporting currency, None for unknown.

    ``bought`` is what the customer buys already, the larger of actual and baseline: early in the year a figure that
    counts from January is below what will be ordered again anyway. ``to_win = target − bought``, 0 where it is reached.
    """

    goal: Goal
    target: Decimal | None
    bought: Decimal | None
    to_win: Decimal | None
    covers: tuple[Cover, ...]

    @property
    def by_opportunities(self) -> Decimal | None:
        """The full amounts of the open opportunities; None while one of them is unknown."""
        return _whole(cover.amount for cover in self.covers if cover.kind == "opportunity")

    @property
    def by_white_space(self) -> Decimal | None:
        """White space beyond the open opportunities for the same product; None while some of it is unknown."""
        return _whole(cover.amount for cover in self.covers if cover.kind == "white-space")

    @property
    def owned(self) -> Decimal:
        """How much of what is covered has an owner, at least: unknown amounts are not in it."""
        return sum((cover.amount or ZERO for cover in self.covers if cover.owner is not None), ZERO)

    @property
    def covered(self) -> Decimal | None:
        """All that stands behind what is to be won; None where what is unknown could still make up for what lacks."""
        known = sum((cover.amount or ZERO for cover in self.covers), ZERO)
        enough = self.to_win is not None and known >= self.to_win
        return known if enough or all(cover.amount is not None for cover in self.covers) else None

    @property
    def uncovered(self) -> Decimal | None:
        """What nothing is named for, 0 at least."""
        if self.to_win is None or self.covered is None:
            return None
        return max(self.to_win - self.covered, ZERO)


def prove_target(account: Account, settings: Settings, as_of: date) -> TargetProof | None:
    """Return what stands behind the revenue goal of the day; None where no goal is counted in money.

    White space counts only for what it is beyond the open opportunities for the same product: an opportunity is white
    space that somebody works on, and one sale covers the target once.
    """
    goal = revenue_goal(account, settings, as_of)
    if goal is None:
        return None

    def reported(amount: Decimal | None) -> Decimal | None:
        return in_reporting_currency(amount, goal.unit, account, settings)

    target = reported(goal.target)
    figures = [figure for figure in (reported(goal.actual), reported(goal.baseline)) if figure is not None]
    bought = max(figures, default=None)
    return TargetProof(
        goal=goal,
        target=target,
        bought=bought,
        to_win=None if target is None or bought is None else max(target - bought, ZERO),
        covers=tuple(_covers(account, settings, as_of)),
    )


def _covers(account: Account, settings: Settings, as_of: date) -> Iterator[Cover]:
    """Yield the open opportunities in the plan's order, then the products with white space, largest first."""
    by_product: dict[str, list[Decimal | None]] = {}
    for found in existing_opportunities(account.opportunities, as_of):
        if found.status != "open":
            continue
        amount = in_reporting_currency(found.amount, found.currency, account, settings)
        by_product.setdefault(found.product or "", []).append(amount)
        yield Cover("opportunity", found.id, found.name, _owner(found), amount)
    spaces = measure_white_space(account, settings)
    for product in spaces.by_product:
        rows = [row for row in spaces.rows if row.product == product.name]
        yield _space_cover(str(product.name), rows, by_product.get(str(product.name), ()))


def _space_cover(product: str, rows: Iterable[SpaceRow], opportunities: Iterable[Decimal | None]) -> Cover:
    space, worked_on = _whole(row.space for row in rows), _whole(opportunities)
    beyond = None if space is None or worked_on is None else max(space - worked_on, ZERO)
    return Cover("white-space", product, product, None, beyond)


def _owner(opportunity: Opportunity) -> str | None:
    return None if opportunity.next_step is None else opportunity.next_step.owner


def _whole(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum, or None where one of the amounts is unknown."""
    total = ZERO
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
