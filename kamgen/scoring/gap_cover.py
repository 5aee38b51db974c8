"""What covers the gap to the revenue goal: opportunities by what they are worth today, and white space (method: D3).

Computed when somebody asks, from the same figures as the forecast. Unlike the target proof (B7), which asks whether
there is enough to work on, an opportunity covers only as much as it is expected to bring.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.scoring.forecast import existing_opportunities, score_forecast, win_probability
from kamgen.scoring.money import in_reporting_currency
from kamgen.scoring.score import Forecast
from kamgen.scoring.target_proof import prove_target
from kamgen.scoring.weighting import ZERO


@dataclass(frozen=True, slots=True)
class CoveringOpportunity:
    """An open opportunity and what it covers: ``weighted = amount · probability``."""

    id: str
    name: str | LocalisedText
    amount: Decimal
    probability: Decimal
    weighted: Decimal


@dataclass(frozen=True, slots=True)
class GapCover:
    """What is to be won for the goal and where it may come from; money in the reporting currency.

    ``to_win = target − actual``, 0 where it is reached; ``opportunities`` cover part of it, largest weighted amount
    first, and ``gap`` is what they leave. ``white_space`` lies beyond the open opportunities for the same products; it
    is None where no part of it is known. ``unweighted`` open opportunities are counted and cover nothing.
    """

    to_win: Decimal
    opportunities: tuple[CoveringOpportunity, ...]
    unweighted: int
    gap: Decimal
    white_space: Decimal | None

    @property
    def uncovered(self) -> Decimal:
        """What neither the opportunities nor all known white space cover, 0 at least."""
        return max(self.gap - (self.white_space or ZERO), ZERO)


def cover_gap(account: Account, settings: Settings, as_of: date, forecast: Forecast | None = None) -> GapCover | None:
    """Return what covers the gap; None without the revenue goal's target or actual.

    ``forecast`` spares computing it again where it is at hand.
    """
    forecast = forecast or score_forecast(account, settings, as_of)
    if forecast.target is None or forecast.actual is None or forecast.gap is None:
        return None
    found = []
    for opportunity in existing_opportunities(account.opportunities, as_of):
        amount = in_reporting_currency(opportunity.amount, opportunity.currency, account, settings)
        probability = win_probability(opportunity, settings)
        if opportunity.status == "open" and amount is not None and probability is not None:
            weighted = amount * probability
            found.append(CoveringOpportunity(opportunity.id, opportunity.name, amount, probability, weighted))
    return GapCover(
        to_win=max(forecast.target - forecast.actual, ZERO),
        opportunities=tuple(sorted(found, key=lambda covering: (-covering.weighted, covering.id))),
        unweighted=forecast.unweighted,
        gap=forecast.gap,
        white_space=_white_space(account, settings, as_of),
    )


def _white_space(account: Account, settings: Settings, as_of: date) -> Decimal | None:
    proof = prove_target(account, settings, as_of)
    known = [
        cover.amount
        for cover in (proof.covers if proof else ())
        if cover.kind == "white-space" and cover.amount is not None
    ]
    return sum(known, ZERO) if known else None
