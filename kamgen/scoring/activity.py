"""Buying rhythm: active, cooling or dormant by the account's own habit (methods: E2, source S4)."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from itertools import pairwise

from kamgen.scoring.ledger import Ledger, years_before
from kamgen.scoring.median import median_of
from kamgen.scoring.score import Activity, ActivityState

FEWEST_PURCHASE_DAYS = 3
"""With fewer days there is no rhythm to speak of: state and median are unknown."""
ACTIVE_UP_TO = Decimal("1.5")
"""Active while the days since the last purchase are at most this many medians."""
COOLING_UP_TO = Decimal(3)
"""Cooling while they are at most this many; dormant beyond."""


def score_activity(ledger: Ledger) -> Activity:
    """Return the account's buying rhythm on the ledger's day (E2).

    With ``m`` the median of the days between purchase days: active ≤ 1.5·m since the last one, cooling ≤ 3·m,
    dormant beyond; fewer than 3 purchase days ⇒ unknown. Orders of one day are one purchase; a day counts if its
    net is positive, so a return is none. Money is net of returns, in the reporting currency.
    """
    days = ledger.purchase_days
    median = _median_gap(days)
    recency = (ledger.as_of - days[-1]).days if days else None
    return Activity(
        state=_state(recency, median),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        recency_days=recency,
        median_days=median,
        purchase_days=len(days),
        frequency=len(days) - bisect_right(days, years_before(ledger.as_of, 1)),
        monetary=ledger.year_up_to(ledger.as_of),
    )


def _median_gap(days: tuple[date, ...]) -> Decimal | None:
    if len(days) < FEWEST_PURCHASE_DAYS:
        return None
    return median_of((later - earlier).days for earlier, later in pairwise(days))


def _state(recency: int | None, median: Decimal | None) -> ActivityState:
    if recency is None or median is None:
        return "unknown"
    if recency <= ACTIVE_UP_TO * median:
        return "active"
    return "cooling" if recency <= COOLING_UP_TO * median else "dormant"
