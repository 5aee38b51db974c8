"""Customer lifetime value: revenue to date, and the margin still to come (methods: F4, sources S3 and S1)."""

from __future__ import annotations

from decimal import Decimal

from kamgen.plan.settings import Lifetime
from kamgen.plan.value import LifetimeAssumptions
from kamgen.scoring.ledger import Ledger
from kamgen.scoring.score import LifetimeValue
from kamgen.scoring.weighting import ZERO


def score_lifetime_value(ledger: Ledger, stated: LifetimeAssumptions | None, defaults: Lifetime) -> LifetimeValue:
    """Return revenue to date, undiscounted, and ``Σ_{t=1..H} annual margin · retention^t / (1+discount)^t`` (F4).

    The annual margin is the net amount of the last 12 months × the margin rate. The rate is that of the purchases
    where they state a margin, else the plan's assumption, else the settings'. Only whole years of the horizon
    count. A year of more returns than purchases is projected as 0, since returns do not repeat; a year that has
    only begun is not blown up to a full one. Unknown without purchases or without an exchange rate.
    """
    stated = stated or LifetimeAssumptions()
    years = defaults.years if stated.years is None else stated.years
    retention = defaults.retention if stated.retention is None else stated.retention
    discount = defaults.discount if stated.discount is None else stated.discount
    margin_rate = ledger.margin_rate
    if margin_rate is None:
        margin_rate = defaults.margin if stated.margin is None else stated.margin
    revenue = ledger.year_up_to(ledger.as_of)
    annual_margin = None if revenue is None else max(revenue, ZERO) * margin_rate
    return LifetimeValue(
        to_date=ledger.to_date,
        projected=(None if annual_margin is None else annual_margin * _present_years(int(years), retention, discount)),
        annual_margin=annual_margin,
        years=years,
        retention=retention,
        discount=discount,
        margin_rate=margin_rate,
    )


def whole_value(value: LifetimeValue) -> Decimal | None:
    """Return revenue to date plus the projected margin: what accounts are ranked by (A3, F4).

    The two are always shown apart beside it. None where either is unknown.
    """
    if value.to_date is None or value.projected is None:
        return None
    return value.to_date + value.projected


def _present_years(years: int, retention: Decimal, discount: Decimal) -> Decimal:
    """Return what one unit a year is worth today over the horizon, given that the customer may leave."""
    kept = retention / (1 + discount)
    total, factor = ZERO, Decimal(1)
    for _ in range(years):
        factor *= kept
        total += factor
    return total
