"""What the portfolio page says: what needs us this week, where all accounts stand, why, and the details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.attention import Attention
from kamgen.pages.charts.forecast import ForecastChart, ForecastFigures, forecast_chart, forecast_figures
from kamgen.pages.charts.matrix import MatrixChart
from kamgen.pages.charts.pyramid import PyramidChart
from kamgen.pages.context import Context, account_address
from kamgen.pages.portfolio.groups import GroupRow, group_rows
from kamgen.pages.portfolio.health_changes import HealthChanges, health_changes
from kamgen.pages.portfolio.lists import Names, account_names
from kamgen.pages.portfolio.overview import (
    GapRow,
    Slice,
    account_matrix,
    account_pyramid,
    forecast_note,
    largest_gaps,
    matrix_missing,
    matrix_note,
    pyramid_slices,
    time_note,
    value_measure,
)
from kamgen.pages.portfolio.table import AccountRow, account_rows, by_value, health_texts, row_facets
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.scoring.score import HealthBand, PortfolioScores

URGENT = 10
"""How many things to look after are listed at once."""

LESS_URGENT = 40
"""How many more can be opened below them; what is beyond stands on the accounts' own pages."""

_BANDS: tuple[HealthBand, ...] = ("red", "amber", "green")


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline figure: its label, the figure (None for unknown), and what it is measured against."""

    label: str
    value: str | None
    note: str


@dataclass(frozen=True, slots=True)
class HealthCount:
    """How many accounts are in a band of health; ``word`` says which."""

    state: HealthBand
    count: str
    word: str


@dataclass(frozen=True, slots=True)
class Urgent:
    """One thing to look after, of any account."""

    account: str
    account_address: str
    message: str
    address: str
    owner: str


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """The portfolio page, ready-formatted in one language, in the order in which it is read."""

    title: str
    lead: str
    findings: str
    figures: tuple[Figure, ...]
    health: tuple[HealthCount, ...]
    health_known: bool
    health_note: str
    urgent: tuple[Urgent, ...]
    less_urgent: tuple[Urgent, ...]
    less_urgent_title: str
    beyond: str
    health_changes: HealthChanges | None
    matrix: MatrixChart | None
    matrix_note: str
    matrix_missing: Names
    pyramid: PyramidChart | None
    pyramid_note: str
    time_note: str
    slices: tuple[Slice, ...]
    unranked: Names
    forecast: ForecastChart | None
    forecast_note: str
    gaps: tuple[GapRow, ...]
    gaps_unit: str
    rows: tuple[AccountRow, ...]
    facets: str
    health_texts: str
    money_unit: str
    groups: tuple[GroupRow, ...]


def portfolio_page(register: Register, context: Context) -> PortfolioPage:
    """Return the portfolio page."""
    t, summaries, portfolio = context.wording, tuple(register.summaries.values()), register.portfolio
    levels = Counter(finding.level for finding in register.findings)
    ordered = by_value(summaries, portfolio, context)
    urgent, less_urgent, beyond = _attention(ordered, context)
    forecast = forecast_figures(portfolio.forecast, context.settings.currency)
    health = Counter(summary.scores.health.band for summary in ordered)
    matrix = account_matrix(ordered, context)
    return PortfolioPage(
        title=t.text("Portfolio"),
        lead=_lead(health, portfolio, forecast, context),
        findings=_findings(levels["error"], levels["warning"], context),
        figures=_figures(ordered, portfolio, forecast, context),
        health=tuple(HealthCount(band, t.number(health[band]), t.label("health", band)) for band in _BANDS),
        health_known=any(health[band] for band in _BANDS),
        health_note=_health_note(health, context),
        urgent=urgent,
        less_urgent=less_urgent,
        less_urgent_title=t.text("and {n} more", n=len(less_urgent)),
        beyond=t.text("{n} more on the accounts’ own pages", n=beyond) if beyond else "",
        health_changes=health_changes(ordered, context),
        matrix=matrix,
        matrix_note=matrix_note(matrix, context),
        matrix_missing=matrix_missing(ordered, context),
        pyramid=account_pyramid(ordered, portfolio, context),
        pyramid_note=t.text("Ranked by {measure}", measure=value_measure(context)),
        time_note=time_note(portfolio, context),
        slices=pyramid_slices(ordered, portfolio, context),
        unranked=account_names([summary for summary in ordered if summary.id in portfolio.unranked], context),
        forecast=forecast_chart("forecast", forecast, t),
        forecast_note=forecast_note(forecast, ordered, context),
        gaps=largest_gaps(ordered, context),
        gaps_unit=context.settings.currency,
        rows=account_rows(summaries, portfolio, context),
        facets=row_facets(summaries, context),
        health_texts=health_texts(context),
        money_unit=context.settings.currency,
        groups=group_rows(ordered, portfolio, context),
    )


# ── Opening ──


def _lead(
    health: Counter[HealthBand | None],
    portfolio: PortfolioScores,
    forecast: ForecastFigures,
    context: Context,
) -> str:
    """Return the page in a sentence or two: who is at risk, where the revenue comes from, what is missing."""
    t, said = context.wording, []
    if health["red"]:
        said.append(t.text("{n} account is at risk.|{n} accounts are at risk.", n=health["red"]))
    top = portfolio.pyramid[-1] if portfolio.pyramid else None
    ranked = len(portfolio.placements) - len(portfolio.unranked)
    if top is not None and top.revenue_share is not None and len(top.accounts) < ranked:
        said.append(
            t.text(
                "{n} account brings {share} of all revenue.|{n} accounts bring {share} of all revenue.",
                n=len(top.accounts),
                share=t.percent(top.revenue_share),
            )
        )
    if forecast.gap is not None and forecast.target:
        amount = t.money(abs(forecast.gap), forecast.currency, short=True)
        if forecast.gap > 0:
            said.append(t.text("{amount} of the target is still to find.", amount=amount))
        else:
            said.append(t.text("The forecast is {amount} above the target.", amount=amount))
    return ("" if context.language == "zh" else " ").join(said)


def _findings(errors: int, warnings: int, context: Context) -> str:
    t, said = context.wording, []
    if errors:
        said.append(t.text("{n} error|{n} errors", n=errors))
    if warnings:
        said.append(t.text("{n} warning|{n} warnings", n=warnings))
    return t.text("{findings} in the plans", findings=t.listing(said)) if said else ""


def _figures(
    summaries: Sequence[AccountSummary],
    portfolio: PortfolioScores,
    forecast: ForecastFigures,
    context: Context,
) -> tuple[Figure, ...]:
    t, currency = context.wording, context.settings.currency
    key = Counter(summary.scores.key_account.is_key_account for summary in summaries)
    threshold = context.settings.scoring.key_account.threshold
    bought = any(summary.scores.activity.monetary is not None for summary in summaries)
    return (
        Figure(t.text("Accounts"), t.number(len(summaries)), _owners(summaries, context)),
        Figure(
            t.text("Key accounts"),
            t.number(key[True]) if key[True] or key[False] else None,
            t.text("{n} not known yet", n=key[None])
            if key[None]
            else t.text("score {points} or more", points=t.number(threshold)),
        ),
        Figure(
            t.text("Purchases, 12 months"),
            t.money(portfolio.purchases_last_12_months, currency, short=True) if bought else None,
            _purchase_trend(summaries, context) if bought else t.text("Add purchases to a plan to see them here"),
        ),
        Figure(
            t.text("Weighted pipeline"),
            t.money(portfolio.weighted, currency, short=True)
            if portfolio.open_amount and portfolio.weighted is not None
            else None,
            t.text("no revenue target yet")
            if forecast.target is None
            else t.text("target {amount}", amount=t.money(forecast.target, currency, short=True)),
        ),
    )


def _health_note(health: Counter[HealthBand | None], context: Context) -> str:
    """Return what the marks of the counts mean, and how many accounts have none."""
    t = context.wording
    if health[None]:
        return t.text("{n} not known yet", n=health[None])
    return " · ".join(t.label("health", band) for band in _BANDS)


def _owners(summaries: Sequence[AccountSummary], context: Context) -> str:
    owners = len({summary.owner for summary in summaries})
    return context.wording.text("{n} owner|{n} owners", n=owners)


def _purchase_trend(summaries: Sequence[AccountSummary], context: Context) -> str:
    """Return how purchases went against the year before, over the accounts that bought in it."""
    t = context.wording
    quarters = [summary.purchases_by_quarter for summary in summaries if summary.purchases_by_quarter]
    before = sum((sum(amounts[:-4], Decimal(0)) for amounts in quarters), Decimal(0))
    now = sum((sum(amounts[-4:], Decimal(0)) for amounts in quarters), Decimal(0))
    if before <= 0:
        return t.text("nothing on record the year before")
    return t.text("{change} on the year before", change=f"{t.signed((now / before - 1) * 100)}%")


# ── Needs attention ──


def _attention(
    summaries: Sequence[AccountSummary], context: Context
) -> tuple[tuple[Urgent, ...], tuple[Urgent, ...], int]:
    """Return the most urgent things, the next ones, and how many are left out."""
    items = [(item, summary) for summary in summaries for item in summary.attention]
    far = context.as_of.max

    def urgency(pair: tuple[Attention, AccountSummary]) -> tuple[int, object, str, str]:
        item, summary = pair
        return -item.urgency, item.due or far, summary.id, item.anchor

    items.sort(key=urgency)
    listed = tuple(_urgent(item, summary, context) for item, summary in items[: URGENT + LESS_URGENT])
    return listed[:URGENT], listed[URGENT:], max(0, len(items) - URGENT - LESS_URGENT)


def _urgent(item: Attention, summary: AccountSummary, context: Context) -> Urgent:
    address = account_address(summary.id)
    return Urgent(
        account=context.wording.of(summary.name),
        account_address=address,
        message=context.wording.say(item.message),
        address=f"{address}#{item.anchor}" if item.anchor else address,
        owner=context.member(item.owner or summary.owner),
    )
