"""The forecast of all accounts, taken apart: by owner, and by the quarter in which decisions are expected (D3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kamgen.pages.account.terms import Mention
from kamgen.pages.charts.forecast import chance
from kamgen.pages.context import Context, member_address
from kamgen.pages.fiscal_quarters import quarter_starts
from kamgen.pages.opportunities.sales import Sale, sums
from kamgen.pages.summary import AccountSummary
from kamgen.scoring.forecast_sum import SummedForecast
from kamgen.wording.spans import months

QUARTERS = 6
"""How many quarters have a row, the current one included; what is decided later is summed up in one."""

YEAR = 4
"""How many quarters have a row in any case."""


@dataclass(frozen=True, slots=True)
class OwnerForecast:
    """What an owner's accounts may bring; money in whole units of the reporting currency, empty where unknown."""

    owner: Mention
    count: str
    amount: str
    weighted: str
    likely: str
    target: str
    reach: str
    missing: str


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """What is decided in a quarter; ``note`` marks the current one, ``length`` is the weighted amount, 0 to 100."""

    name: str
    note: str
    late: bool
    count: str
    amount: str
    weighted: str
    length: int


def owner_forecasts(
    forecasts: Mapping[str, SummedForecast],
    still_open: Sequence[Sale],
    summaries: Mapping[str, AccountSummary],
    context: Context,
) -> tuple[OwnerForecast, ...]:
    """Return the owners whose accounts have anything open or any target, the largest weighted amount first."""
    own: dict[str, list[Sale]] = {}
    for sale in still_open:
        own.setdefault(summaries[sale.account].owner, []).append(sale)
    found = [
        (owner, forecast) for owner, forecast in forecasts.items() if forecast.open_count or forecast.target is not None
    ]
    found.sort(key=lambda pair: (-(pair[1].weighted or 0), pair[0]))
    return tuple(_owner(owner, forecast, own.get(owner, ()), context) for owner, forecast in found)


def _owner(owner: str, forecast: SummedForecast, own: Sequence[Sale], context: Context) -> OwnerForecast:
    t, low, high = context.wording, forecast.p10, forecast.p90
    return OwnerForecast(
        owner=Mention(context.member(owner), member_address(owner)),
        count=t.number(forecast.open_count),
        amount=t.number(sums(own).amount, 0),
        weighted=t.number(forecast.weighted, 0),
        likely="" if low is None or low == high else f"{t.number(low, 0)}–{t.number(high, 0)}",
        target=t.number(forecast.target, 0),
        reach="" if forecast.reach is None else chance(forecast.reach, t),
        missing=t.text("{n} not counted", n=forecast.unweighted) if forecast.unweighted else "",
    )


def quarter_rows(still_open: Sequence[Sale], context: Context) -> tuple[QuarterRow, ...]:
    """Return the open opportunities by quarter of the fiscal year: first the overdue, last those without a day.

    A quarter in which nothing is decided has a row all the same, if a year ahead or before a later decision: a gap is
    something to see.
    """
    t, starts = context.wording, quarter_starts(context.as_of, context.settings.fiscal_year_start, range(QUARTERS + 1))
    overdue = [sale for sale in still_open if sale.found.close is not None and sale.found.close < context.as_of]
    ahead = [sale for sale in still_open if sale.found.close is not None and sale.found.close >= context.as_of]
    groups: list[tuple[str, str, Sequence[Sale]]] = []
    if overdue:
        groups.append((t.text("Decision overdue"), "", overdue))
    for place, start in enumerate(starts[:QUARTERS]):
        after = starts[place + 1] if place + 1 < len(starts) else None
        if place >= YEAR and not any(_within(sale, start, None) for sale in ahead):
            break
        here = [sale for sale in ahead if _within(sale, start, after)]
        last = date.max if after is None else date.fromordinal(after.toordinal() - 1)
        note = "" if place else t.text("this quarter")
        groups.append((months(start, last, context.language), note, here))
    later = [sale for sale in ahead if len(starts) > QUARTERS and _within(sale, starts[QUARTERS], None)]
    if later:
        groups.append((t.text("Later"), "", later))
    undated = [sale for sale in still_open if sale.found.close is None]
    if undated:
        groups.append((t.text("No day of decision yet"), "", undated))
    largest = max((sums(group).weighted or 0 for *_, group in groups), default=0)
    return tuple(
        QuarterRow(
            name=name,
            note=note,
            late=group is overdue,
            count=t.number(here.count) if here.count else "",
            amount=t.number(here.amount, 0),
            weighted=t.number(here.weighted, 0),
            length=round(100 * (here.weighted or 0) / largest) if largest else 0,
        )
        for name, note, group in groups
        for here in (sums(group),)
    )


def _within(sale: Sale, start: date, after: date | None) -> bool:
    close = sale.found.close
    return close is not None and start <= close and (after is None or close < after)
