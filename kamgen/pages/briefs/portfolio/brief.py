"""The portfolio brief: all accounts on paper, for the management meeting.

Figures, matrix, pyramid and forecast are those of the portfolio page, so that page and paper never disagree; what only
a meeting asks for (what to decide, the table across, what is not known) stands in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from kamgen.pages.briefs.portfolio.accounts import AccountTable, account_table
from kamgen.pages.briefs.portfolio.decisions import DecisionGroup, decision_groups
from kamgen.pages.briefs.portfolio.parts import Parts, owner_parts, segment_parts
from kamgen.pages.briefs.portfolio.unknowns import Unknown, unknowns
from kamgen.pages.charts.forecast import ForecastChart, ForecastFigures, chance, forecast_figures
from kamgen.pages.charts.matrix import MatrixChart
from kamgen.pages.charts.pyramid import PyramidChart
from kamgen.pages.context import Context
from kamgen.pages.portfolio.causes import LossReasonRow, WinRateGroup, loss_rows, win_rate_groups
from kamgen.pages.portfolio.health_changes import HealthChanges
from kamgen.pages.portfolio.lists import account_names
from kamgen.pages.portfolio.overview import pyramid_slices, value_measure
from kamgen.pages.portfolio.page import Figure, HealthCount, PortfolioPage, portfolio_page
from kamgen.pages.portfolio.table import by_value
from kamgen.pages.register import ExtractName, Register
from kamgen.pages.summary import AccountSummary
from kamgen.pages.trend import points_moved
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.score import PortfolioScores

PORTFOLIO_BRIEF_READS: tuple[ExtractName | Literal["summaries", "levels", "findings"], ...] = (
    "summaries",
    "levels",
    "people",
    "opportunities",
    "work",
)
"""What of the accounts it is made from; it is laid out again only where that has moved."""

MOST_NAMES = 4
"""How many accounts are named of a slice of the pyramid, or without a place in the matrix."""


@dataclass(frozen=True, slots=True)
class SliceNote:
    """A slice of the pyramid: what it brings, and whom it adds to the slices above it."""

    name: str
    sentence: str
    accounts: str


@dataclass(frozen=True, slots=True)
class PortfolioBrief:
    """All accounts, ready to be set, in the order of a management meeting.

    Attributes:
        title: The workspace's title.
        as_of: The day it speaks of.
        standing: How many accounts it is about, and in which currency.
        lead: Where the accounts stand, in a sentence or two; empty where too little is known.
        figures: Figures down the side of the first page.
        health: How many accounts are in each band; ``health_note`` says of how many it is not known, and how it moved.
        findings: How much there is to mend in the plans; empty for nothing.
        decisions: What needs a decision, kind by kind.
        matrix: Without links, which lead nowhere on paper; None where no account has a place.
        matrix_note: What its marks mean, and how many names are missing in it.
        unplaced: Whom it leaves out; empty for nobody.
        pyramid: None where no account is ranked.
        pyramid_note: What accounts are ranked by.
        time_note: Who gets our time; empty where no hours are known.
        slices: The slices from the top.
        forecast: Booked and expected against the target; None where none of it is known.
        forecast_note: What it leaves out.
        owners: The accounts by owner.
        segments: The accounts by segment.
        health_changes: Whose health has moved since a quarter before; None where nobody's did or nobody knows.
        accounts: The table of all accounts.
        losses: Losses of the last 12 months by reason, the costliest first.
        win_rates: Win rates in all, by process and by owner.
        unknowns: What is not known, and what would make it known.
        unit: The reporting currency, which all tables are in.

    """

    title: str
    as_of: str
    standing: tuple[str, ...]
    lead: str
    figures: tuple[Figure, ...]
    health: tuple[HealthCount, ...]
    health_note: str
    findings: str
    decisions: tuple[DecisionGroup, ...]
    matrix: MatrixChart | None
    matrix_note: str
    unplaced: str
    pyramid: PyramidChart | None
    pyramid_note: str
    time_note: str
    slices: tuple[SliceNote, ...]
    forecast: ForecastChart | None
    forecast_note: str
    owners: Parts
    segments: Parts
    health_changes: HealthChanges | None
    accounts: AccountTable
    losses: tuple[LossReasonRow, ...]
    win_rates: tuple[WinRateGroup, ...]
    unknowns: tuple[Unknown, ...]
    unit: str


def portfolio_brief(register: Register, context: Context) -> PortfolioBrief:
    """Return what the portfolio brief says, in the context's language."""
    t, currency = context.wording, context.settings.currency
    page = portfolio_page(register, context)
    summaries = by_value(tuple(register.summaries.values()), register.portfolio, context)
    return PortfolioBrief(
        title=t.of(context.settings.title),
        as_of=t.day(context.as_of),
        standing=(
            t.text("{n} account|{n} accounts", n=len(summaries)),
            t.text("Amounts in {currency}", currency=currency),
        ),
        lead=page.lead,
        figures=tuple(_figures(page, summaries, register.portfolio, context)),
        health=page.health if page.health_known else (),
        health_note=_health_note(summaries, context),
        findings=page.findings,
        decisions=decision_groups(summaries, register, context),
        matrix=_on_paper(page.matrix),
        matrix_note=_matrix_note(page.matrix, context),
        unplaced=_unplaced(summaries, context),
        pyramid=page.pyramid,
        pyramid_note=page.pyramid_note,
        time_note=page.time_note,
        slices=tuple(_slices(summaries, register.portfolio, context)),
        forecast=page.forecast,
        forecast_note=page.forecast_note,
        owners=owner_parts(register, context),
        segments=segment_parts(register, context),
        health_changes=page.health_changes,
        accounts=account_table(summaries, register, context),
        losses=loss_rows(summaries, context),
        win_rates=win_rate_groups(summaries, context),
        unknowns=unknowns(summaries, context),
        unit=currency,
    )


# ── First page ──


def _figures(
    page: PortfolioPage, summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context
) -> Iterator[Figure]:
    """Yield the page's headline figures, with what only paper has room for: lifetime value, target, our time."""
    accounts, key_accounts, purchases, pipeline = page.figures
    forecast = forecast_figures(portfolio.forecast, context.settings.currency)
    yield accounts
    yield key_accounts
    yield purchases
    yield _lifetime(summaries, context)
    yield replace(pipeline, note=_range(forecast, context))
    yield _target(forecast, context)
    yield _time(portfolio, context)


def _lifetime(summaries: Sequence[AccountSummary], context: Context) -> Figure:
    t = context.wording
    values = [summary.scores.metrics.get("lifetime-value") for summary in summaries]
    whole = known_sum(value if isinstance(value, Decimal) else None for value in values)
    if whole.amount is None:
        return Figure(t.text("Lifetime value"), None, t.text("Add purchases to a plan to see them here"))
    return Figure(
        t.text("Lifetime value"),
        t.money(whole.amount, context.settings.currency, short=True),
        t.text("bought so far and projected margin")
        if whole.known == len(summaries)
        else t.text("{n} of {all} accounts", n=whole.known, all=len(summaries)),
    )


def _range(forecast: ForecastFigures, context: Context) -> str:
    """Return the range of the wins alone, without what is booked."""
    t = context.wording
    if forecast.low is None or forecast.high is None:
        return t.text("amount × chance")
    booked = forecast.actual or 0
    low, high = (t.money(end - booked, forecast.currency, short=True) for end in (forecast.low, forecast.high))
    return t.text("likely {low} to {high} (P10–P90)", low=low, high=high)


def _target(forecast: ForecastFigures, context: Context) -> Figure:
    t = context.wording
    if forecast.target is None:
        return Figure(t.text("Revenue target"), None, t.text("needs a revenue goal in a plan"))
    said = []
    if forecast.actual is not None:
        said.append(t.text("{amount} booked", amount=t.money(forecast.actual, forecast.currency, short=True)))
    said.append(
        t.text("goals need their actual figure")
        if forecast.reach is None
        else t.text("{share} chance to reach it", share=chance(forecast.reach, t))
    )
    return Figure(t.text("Revenue target"), t.money(forecast.target, forecast.currency, short=True), t.listing(said))


def _time(portfolio: PortfolioScores, context: Context) -> Figure:
    """Return how much of our time the top slice gets: of the hours spent, else of those planned (A7)."""
    t, rule = context.wording, portfolio.resource_rule
    asked = t.percent(rule.asked)
    for hours, sentence in (
        (rule.spent, "of the hours spent; the rule is {rule}"),
        (rule.planned, "of the planned hours; the rule is {rule}"),
    ):
        if hours is not None and hours.top_share is not None:
            share = t.percent(portfolio.pyramid[-1].share)
            return Figure(
                t.text("Time for the top {share}", share=share),
                t.percent(hours.top_share),
                t.text(sentence, rule=asked),
            )
    return Figure(t.text("Time for the top accounts"), None, t.text("needs hours in the action plans"))


def _health_note(summaries: Sequence[AccountSummary], context: Context) -> str:
    """Return of how many accounts the health is not known, and how it has moved in a quarter."""
    t, said = context.wording, []
    moves = [
        (moved, summary.earlier.day)
        for summary in summaries
        if summary.earlier is not None
        and (moved := points_moved(summary.earlier.health, summary.scores.health.score)) is not None
    ]
    if moves:
        said.append(
            t.text(
                "{better} better and {worse} worse since {day}",
                better=sum(moved > 0 for moved, _ in moves),
                worse=sum(moved < 0 for moved, _ in moves),
                day=moves[0][1],
            )
        )
    unknown = sum(summary.scores.health.band is None for summary in summaries)
    if unknown:
        said.append(t.text("{n} not known yet", n=unknown))
    return t.text("; ").join(said)


# ── Where the accounts stand ──


def _on_paper(matrix: MatrixChart | None) -> MatrixChart | None:
    if matrix is None:
        return None
    return replace(matrix, bubbles=tuple(replace(bubble, address=None, facts=None) for bubble in matrix.bubbles))


def _matrix_note(matrix: MatrixChart | None, context: Context) -> str:
    t = context.wording
    said = [t.text("Area is {measure}; shape and colour are health.", measure=value_measure(context))]
    if matrix is not None and matrix.unnamed:
        shown = len(matrix.bubbles)
        said.append(t.text("{named} of {all} are named.", named=shown - matrix.unnamed, all=shown))
    return ("" if context.language == "zh" else " ").join(said)


def _unplaced(summaries: Sequence[AccountSummary], context: Context) -> str:
    return _named([one for one in summaries if one.scores.key_account.quadrant is None], context)


def _slices(summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context) -> Iterator[SliceNote]:
    by_id = {summary.id: summary for summary in summaries}
    above: set[str] = set()
    for piece, told in zip(portfolio.pyramid, pyramid_slices(summaries, portfolio, context), strict=True):
        new = [by_id[account_id] for account_id in piece.accounts if account_id in by_id and account_id not in above]
        above |= set(piece.accounts)
        names = _named(new, context) or context.wording.text("the same as above")
        yield SliceNote(told.name, told.sentence, names)


def _named(summaries: Sequence[AccountSummary], context: Context) -> str:
    names = account_names(summaries, context, most=MOST_NAMES)
    said = context.wording.listing([account.name for account in names.names])
    if not names.more:
        return said
    return f"{said}{'' if context.language == 'zh' else ' '}{names.more}"
