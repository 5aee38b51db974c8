"""The opportunities of all accounts: funnel, forecast, what is open, what was decided and why (D2, D3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.charts.forecast import ForecastChart, ForecastFigures, chance, forecast_chart, forecast_figures
from kamgen.pages.context import Context
from kamgen.pages.opportunities.forecast_tables import OwnerForecast, QuarterRow, owner_forecasts, quarter_rows
from kamgen.pages.opportunities.funnel import Funnel, funnels
from kamgen.pages.opportunities.rows import (
    LACKS,
    DecidedRow,
    OpenRow,
    decided_rows,
    lack_names,
    lacks_of,
    open_facets,
    open_rows,
)
from kamgen.pages.opportunities.sales import Sale, Sales, sales_of, sums
from kamgen.pages.portfolio.causes import WinRateGroup, portfolio_win_rates, win_rate_groups
from kamgen.pages.portfolio.page import Figure
from kamgen.pages.register import Register


@dataclass(frozen=True, slots=True)
class LackCount:
    """How many open opportunities lack something; ``id`` is what the list of them is filtered by."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class OpportunitiesPage:
    """All opportunities; amounts are in the reporting currency, ``unit``.

    Attributes:
        title: Its heading.
        lead: What is open and what it is worth.
        unit: The currency of all figures.
        figures: Figures that open the page; none where no opportunity is written down.
        forecast: Booked and weighted against the target; None where nothing of it is known.
        forecast_note: What the forecast leaves out.
        funnels: Buying processes with their stages.
        owners: The forecast by owner.
        quarters: The forecast by quarter of the decision; none where nothing is open.
        lacks: What open opportunities lack.
        open: The open opportunities.
        open_facets: What they can be filtered by, for the script of lists.
        open_shown: How many of all are listed; empty where all are.
        open_beyond: Where the others stand.
        win_rates: Win rates in all, by process and by owner.
        decided: What was decided in the last 12 months.
        decided_words: How much was won and lost in them.
        decided_beyond: What is not listed of it.

    """

    title: str
    lead: str
    unit: str
    figures: tuple[Figure, ...]
    forecast: ForecastChart | None
    forecast_note: str
    funnels: tuple[Funnel, ...]
    owners: tuple[OwnerForecast, ...]
    quarters: tuple[QuarterRow, ...]
    lacks: tuple[LackCount, ...]
    open: tuple[OpenRow, ...]
    open_facets: str
    open_shown: str
    open_beyond: str
    win_rates: tuple[WinRateGroup, ...]
    decided: tuple[DecidedRow, ...]
    decided_words: str
    decided_beyond: str


def opportunities_page(register: Register, context: Context) -> OpportunitiesPage:
    """Return the page of all opportunities of the accounts that can be read."""
    t, summaries = context.wording, register.summaries
    listed = {id_: own for id_, own in register.opportunities.items() if id_ in summaries}
    sales = sales_of(listed, context.as_of)
    figures = forecast_figures(register.portfolio.forecast, context.settings.currency)
    every = tuple(summaries.values())
    rates = portfolio_win_rates(every, context.settings, context.as_of)
    written = any(listed.values())
    beyond = len(sales.open) - len(shown := open_rows(sales.open, summaries, context))
    return OpportunitiesPage(
        title=t.text("Opportunities"),
        lead=_lead(sales, written=written, context=context),
        unit=context.settings.currency,
        figures=tuple(_figures(sales, figures, context)) if written else (),
        forecast=forecast_chart("forecast", figures, t),
        forecast_note=_forecast_note(register, context),
        funnels=funnels(sales.open, rates, context),
        owners=owner_forecasts(register.portfolio.owner_forecasts, sales.open, summaries, context),
        quarters=quarter_rows(sales.open, context) if sales.open else (),
        lacks=tuple(_lacks(sales.open, context)),
        open=shown,
        open_facets=open_facets(sales.open, context),
        open_shown=t.text("The {n} largest of {all}", n=len(shown), all=len(sales.open)) if beyond else "",
        open_beyond=_beyond(beyond, context),
        win_rates=win_rate_groups(every, context),
        decided=(decided := decided_rows(sales.recent, summaries, context)),
        decided_words=_decided_words(sales.recent, context),
        decided_beyond=_decided_beyond(len(sales.recent) - len(decided), sales.undated, context),
    )


# ── Opening ──


def _lead(sales: Sales, *, written: bool, context: Context) -> str:
    t, currency, here = context.wording, context.settings.currency, sums(sales.open)
    if not sales.open:
        return t.text("Nothing is open at the moment.") if written else t.text("No opportunity is written down yet.")
    if here.amount is None or here.weighted is None:
        return t.text(
            "{n} opportunity is open; what it may bring is not known yet."
            "|{n} opportunities are open; what they may bring is not known yet.",
            n=here.count,
        )
    return t.text(
        "{n} opportunity is open for {amount}, worth {weighted} with its chance to be won."
        "|{n} opportunities are open for {amount}, worth {weighted} with their chances to be won.",
        n=here.count,
        amount=t.money(here.amount, currency, short=True),
        weighted=t.money(here.weighted, currency, short=True),
    )


def _figures(sales: Sales, forecast: ForecastFigures, context: Context) -> Iterator[Figure]:
    t, currency, here = context.wording, context.settings.currency, sums(sales.open)

    def money(amount: Decimal | None) -> str | None:
        return t.money(amount, currency, short=True) or None

    accounts = len({sale.account for sale in sales.open})
    yield Figure(t.text("Open"), t.number(here.count), t.text("in {n} account|in {n} accounts", n=accounts))
    without = sum(sale.found.amount is None for sale in sales.open)
    noted = t.text("{n} without an amount", n=without) if without else t.text("if all are won")
    yield Figure(t.text("Amount"), money(here.amount), noted)
    yield Figure(t.text("Weighted"), money(here.weighted), _likely(forecast, context))
    yield Figure(t.text("Revenue target"), money(forecast.target), _booked(forecast, context))
    if forecast.target is not None:
        reach = None if forecast.reach is None else chance(forecast.reach, t)
        note = t.text("booked and won together") if reach else t.text("goals need their actual figure")
        yield Figure(t.text("Chance to reach the target"), reach, note)


def _likely(forecast: ForecastFigures, context: Context) -> str:
    """Return the range of the wins alone, without what is booked."""
    t = context.wording
    if forecast.low is None or forecast.high is None:
        return t.text("amount × chance")
    booked = forecast.actual or 0
    low, high = (t.money(end - booked, forecast.currency, short=True) for end in (forecast.low, forecast.high))
    return t.text("likely {low} to {high} (P10–P90)", low=low, high=high)


def _booked(forecast: ForecastFigures, context: Context) -> str:
    t = context.wording
    if forecast.target is None:
        return t.text("needs a revenue goal in a plan")
    if forecast.actual is None:
        return t.text("nothing booked is known")
    return t.text("{amount} booked", amount=t.money(forecast.actual, forecast.currency, short=True))


def _forecast_note(register: Register, context: Context) -> str:
    unweighted = register.portfolio.forecast.unweighted
    if not unweighted:
        return context.wording.text("Open opportunities count with their chance to be won.")
    return context.wording.text(
        "{n} open opportunity lacks an amount or a chance and counts nothing."
        "|{n} open opportunities lack an amount or a chance and count nothing.",
        n=unweighted,
    )


# ── Lists ──


def _lacks(still_open: Sequence[Sale], context: Context) -> Iterator[LackCount]:
    counts = Counter(lack for sale in still_open for lack in lacks_of(sale.found))
    names = lack_names(context)
    for lack in LACKS:
        if counts[lack]:
            yield LackCount(lack, context.wording.text("{n}: {what}", n=counts[lack], what=names[lack]))


def _beyond(missing: int, context: Context) -> str:
    if missing <= 0:
        return ""
    return context.wording.text(
        "{n} smaller one stands on the page of its account.|{n} smaller ones stand on the pages of their accounts.",
        n=missing,
    )


def _decided_words(recent: Sequence[Sale], context: Context) -> str:
    t, currency, said = context.wording, context.settings.currency, []
    for status, pattern in (("won", "{n} won|{n} won"), ("lost", "{n} lost|{n} lost")):
        here = sums([sale for sale in recent if sale.found.status == status])
        if here.count:
            words = t.text(pattern, n=here.count)
            said.append(words if here.amount is None else f"{words} {t.money(here.amount, currency, short=True)}")
    return " · ".join(said)


def _decided_beyond(missing: int, undated: int, context: Context) -> str:
    t, said = context.wording, []
    if missing > 0:
        more = (
            "{n} earlier one stands on the page of its account.|{n} earlier ones stand on the pages of their accounts."
        )
        said.append(t.text(more, n=missing))
    if undated:
        no_day = "{n} decided one has no day and is left out.|{n} decided ones have no day and are left out."
        said.append(t.text(no_day, n=undated))
    return ("" if context.language == "zh" else " ").join(said)
