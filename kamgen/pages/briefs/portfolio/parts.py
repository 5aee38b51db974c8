"""The portfolio in parts, as the brief on paper shows it: by owner and by segment, with what each may bring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from kamgen.pages.charts.forecast import chance
from kamgen.pages.context import Context
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.scoring.forecast_sum import SummedForecast, sum_forecasts
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.score import HealthBand

MOST_PARTS = 40
"""How many owners or segments have a row."""

BANDS: tuple[HealthBand, ...] = tuple(reversed(get_args(HealthBand)))
"""Bands of health from the best to the worst, as a row shows them."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """Some accounts together; money in whole units, empty where unknown.

    ``health`` are the bands that any of them is in, each with how many. ``likely`` are P10 and P90 of what the open
    opportunities bring, ``reach`` is the probability that booked and won come to the target.
    """

    name: str
    accounts: str
    health: tuple[tuple[HealthBand, str], ...]
    purchases: str
    booked: str
    weighted: str
    likely: str
    target: str
    reach: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows of one table; ``more`` says how many are left out and where they stand."""

    rows: tuple[PartRow, ...]
    more: str


def owner_parts(register: Register, context: Context) -> Parts:
    """Return the owners with their accounts, those whose customers bought most first; none where there is but one.

    A single owner's figures would only say once more what stands on the first page.
    """
    t, owners = context.wording, list(register.portfolio.owners)
    if len(owners) < 2:
        return Parts((), "")
    owners.sort(key=lambda owner: (-(owner.figures["purchases_last_12_months"].amount or Decimal(0)), owner.id))
    forecasts, beyond = register.portfolio.owner_forecasts, len(owners) - MOST_PARTS
    return Parts(
        rows=tuple(
            _row(context.member(owner.id), _of(owner.members, register), forecasts[owner.id], context, ranged=True)
            for owner in owners[:MOST_PARTS]
        ),
        more=t.text(
            "{n} more owner stands on the site’s team page.|{n} more owners stand on the site’s team page.", n=beyond
        )
        if beyond > 0
        else "",
    )


def segment_parts(register: Register, context: Context) -> Parts:
    """Return the segments in the order of the settings, without those that nobody is in."""
    t, found = context.wording, register.portfolio.segments
    named = [(t.of(segment.name) or segment.id, found.get(segment.id, ())) for segment in context.settings.segments]
    named = [(name, members) for name, members in named if members]
    beyond = len(named) - MOST_PARTS
    return Parts(
        rows=tuple(_segment(name, _of(members, register), context) for name, members in named[:MOST_PARTS]),
        more=t.text(
            "{n} more segment stands on the site’s page of segments."
            "|{n} more segments stand on the site’s page of segments.",
            n=beyond,
        )
        if beyond > 0
        else "",
    )


def _of(account_ids: Iterable[str], register: Register) -> list[AccountSummary]:
    return [register.summaries[account_id] for account_id in account_ids if account_id in register.summaries]


def _segment(name: str, members: Sequence[AccountSummary], context: Context) -> PartRow:
    # Without a range: segments overlap, and a distribution takes up to 0.2 s.
    forecast = sum_forecasts(summary.scores.forecast for summary in members)
    return _row(name, members, forecast, context, ranged=False)


def _row(
    name: str, members: Sequence[AccountSummary], forecast: SummedForecast, context: Context, *, ranged: bool
) -> PartRow:
    t = context.wording
    health = Counter(summary.scores.health.band for summary in members)
    return PartRow(
        name=name,
        accounts=t.number(len(members)),
        health=tuple((band, t.number(health[band])) for band in BANDS if health[band]),
        purchases=t.number(known_sum(summary.scores.activity.monetary for summary in members).amount, 0),
        booked=t.number(forecast.actual, 0),
        weighted=t.number(forecast.weighted, 0),
        likely=_likely(forecast, context) if ranged else "",
        target=t.number(forecast.target, 0),
        reach=chance(forecast.reach, t) if ranged and forecast.reach is not None else "",
    )


def _likely(forecast: SummedForecast, context: Context) -> str:
    t, low, high = context.wording, forecast.p10, forecast.p90
    return "" if low is None or low == high else f"{t.number(low, 0)}–{t.number(high, 0)}"
