"""Where all accounts stand: the matrix, the pyramid and the forecast of the portfolio page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.charts.forecast import ForecastFigures, chance
from kamgen.pages.charts.matrix import LABELLED, MatrixAccount, MatrixChart, MatrixQuadrant, matrix_chart
from kamgen.pages.charts.pyramid import PyramidChart, PyramidPart, pyramid_chart
from kamgen.pages.context import Context, account_address
from kamgen.pages.portfolio.lists import LISTED, Names, account_names
from kamgen.pages.summary import AccountSummary
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.score import CriterionScore, PortfolioScores, PyramidSlice, Quadrant

TOLD = 150
"""How many bubbles of the matrix are links with their facts, the most valuable first: a page stays light."""

GAPS = 5
"""How many accounts are named that miss most of their target."""


_QUADRANTS: tuple[Quadrant, ...] = ("high-low", "high-high", "low-low", "low-high")


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of the pyramid with all its accounts."""

    name: str
    sentence: str
    members: Names


@dataclass(frozen=True, slots=True)
class GapRow:
    """An account that misses much of its target; money, formatted."""

    name: str
    address: str
    target: str
    expected: str
    gap: str


# ── Matrix ──


def _value(summary: AccountSummary, context: Context) -> Decimal | None:
    value = summary.scores.metrics.get(context.settings.scoring.pyramid.by)
    return value if isinstance(value, Decimal) else None


def value_measure(context: Context) -> str:
    """Return what accounts are ranked by, as it reads inside a sentence."""
    return _metric_name(context.settings.scoring.pyramid.by, context)


def _metric_name(metric: str, context: Context) -> str:
    said = context.wording.text(METRICS[metric].label)
    return said[:1].lower() + said[1:]


def account_matrix(summaries: Sequence[AccountSummary], context: Context) -> MatrixChart | None:
    """Return the matrix of all accounts whose two axes are known (A2); None if there is none."""
    t, settings = context.wording, context.settings.scoring.matrix
    placed = [summary for summary in summaries if summary.scores.key_account.quadrant is not None]
    placed.sort(key=lambda summary: -(_value(summary, context) or 0))
    accounts = [_matrix_account(summary, context, told=index < TOLD) for index, summary in enumerate(placed)]
    counts = Counter(summary.scores.key_account.quadrant for summary in summaries)
    postures = settings.postures.model_dump(by_alias=True)
    quadrants = [
        MatrixQuadrant(quadrant, t.label("posture", postures[quadrant]), counts[quadrant]) for quadrant in _QUADRANTS
    ]
    return matrix_chart("matrix", accounts, quadrants, settings.cut, t)


def _matrix_account(summary: AccountSummary, context: Context, *, told: bool) -> MatrixAccount:
    name, key_account = context.wording.of(summary.name), summary.scores.key_account
    return MatrixAccount(
        name=name,
        address=account_address(summary.id),
        facts=_facts(name, summary, context) if told else None,
        attractiveness=key_account.attractiveness or Decimal(0),
        strength=key_account.strength or Decimal(0),
        value=_value(summary, context),
        health=summary.scores.health.band,
    )


def _facts(name: str, summary: AccountSummary, context: Context) -> str:
    """Return an account's place in words, for those who point at its bubble or hear the page read."""
    t, key_account, health = context.wording, summary.scores.key_account, summary.scores.health
    said = [
        name,
        f"{t.label('axis', 'attractiveness')} {t.number(key_account.attractiveness, 0)}",
        f"{t.label('axis', 'strength')} {t.number(key_account.strength, 0)}",
    ]
    if (value := _value(summary, context)) is not None:
        said.append(f"{value_measure(context)} {t.money(value, context.settings.currency, short=True)}")
    if health.band is not None:
        said.append(f"{t.text('Health')} {t.number(health.score, 0)} {t.label('health', health.band)}")
    return " · ".join(said)


def matrix_note(matrix: MatrixChart | None, context: Context) -> str:
    """Return what area and shape mean, and how many names are missing in the drawing."""
    t = context.wording
    said = [t.text("Area is {measure}; shape and colour are health.", measure=value_measure(context))]
    if matrix is not None and matrix.unnamed > LABELLED:
        said.append(t.text("Only the most valuable are named; the table below has all."))
    elif matrix is not None and matrix.unnamed:
        said.append(
            t.text(
                "{n} name found no room; the table below has all.|{n} names found no room; the table below has all.",
                n=matrix.unnamed,
            )
        )
    return ("" if context.language == "zh" else " ").join(said)


def matrix_missing(summaries: Sequence[AccountSummary], context: Context) -> Names:
    """Return the accounts without a place, each with the criteria that would give it one."""
    missing = [summary for summary in summaries if summary.scores.key_account.quadrant is None]
    remarks = {
        summary.id: context.wording.listing(
            [
                criterion_name(criterion, context)
                for criterion in summary.scores.key_account.criteria
                if criterion.axis is not None and criterion.points is None
            ][:3]
        )
        for summary in missing[:LISTED]
    }
    return account_names(missing, context, remarks)


def criterion_name(criterion: CriterionScore, context: Context) -> str:
    """Return what people read for a criterion: its name, else what it measures, else its id."""
    if criterion.name is not None:
        return context.wording.of(criterion.name)
    kind, _, source = criterion.source.partition(":")
    if kind == "metric" and source in METRICS:
        return _metric_name(source, context)
    return context.wording.text(source.replace("_", " ")) if source else criterion.id


# ── Pyramid ──


def account_pyramid(
    summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context
) -> PyramidChart | None:
    """Return the pyramid with what every slice adds to the one above it (A3); None if nobody is ranked."""
    t = context.wording
    names = {summary.id: t.of(summary.name) for summary in summaries}
    ranked = len(names) - len(portfolio.unranked)
    parts: list[PyramidPart] = []
    above: frozenset[str] = frozenset()
    for piece in portfolio.pyramid:
        new = [names.get(account_id, account_id) for account_id in piece.accounts if account_id not in above]
        parts.append(
            PyramidPart(
                name=t.label("slice", piece.name),
                rule=t.text("top {share}", share=_percent(piece.share, context)),
                count=t.text("{n} of {all}", n=len(piece.accounts), all=ranked),
                members=_members(new, first=not above, context=context),
                account_share=Decimal(len(piece.accounts)) / max(ranked, 1),
                revenue_share=piece.revenue_share,
            )
        )
        above = frozenset(piece.accounts)
    if parts:
        parts.append(_all_ranked(summaries, portfolio, ranked, context))
    return pyramid_chart("pyramid", parts, t)


def _all_ranked(
    summaries: Sequence[AccountSummary], portfolio: PortfolioScores, ranked: int, context: Context
) -> PyramidPart:
    """Return the pyramid's ground: everybody who has a rank."""
    t, whole = context.wording, portfolio.revenue_to_date
    revenue = sum(
        (
            summary.scores.lifetime_value.to_date or Decimal(0)
            for summary in summaries
            if summary.id not in portfolio.unranked
        ),
        Decimal(0),
    )
    return PyramidPart(
        name=t.text("All with a rank"),
        rule=t.percent(Decimal(1)),
        count=t.number(ranked),
        members="",
        account_share=Decimal(1),
        revenue_share=revenue / whole if whole is not None and whole > 0 else None,
    )


def time_note(portfolio: PortfolioScores, context: Context) -> str:
    """Return how the hours of the action plans compare with the resource rule (A7); empty without any hours."""
    t, rule, said = context.wording, portfolio.resource_rule, []
    for hours, sentence in (
        (rule.planned, "{share} of the planned hours"),
        (rule.spent, "{share} of the hours spent"),
    ):
        if hours is not None and hours.top_share is not None:
            said.append(t.text(sentence, share=t.percent(hours.top_share)))
    if not said:
        return ""
    return t.text(
        "The top {top} get {hours}; the rule is {rule}.",
        top=_percent(portfolio.pyramid[-1].share, context),
        hours=t.listing(said),
        rule=_percent(rule.asked, context),
    )


def _percent(share: Decimal, context: Context) -> str:
    whole = (share * 100) % 1 == 0
    return context.wording.percent(share, 0 if whole else 1)


def _members(new: list[str], *, first: bool, context: Context) -> str:
    t = context.wording
    if not new:
        return t.text("the same as above")
    said = t.listing(new)
    return said if first else t.text("plus {names}", names=said)


def pyramid_slices(
    summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context
) -> tuple[Slice, ...]:
    """Return every slice with its accounts and the revenue that they brought."""
    by_id = {summary.id: summary for summary in summaries}
    return tuple(
        Slice(
            name=context.wording.label("slice", piece.name),
            sentence=_slice_sentence(piece, context),
            members=account_names([by_id[account_id] for account_id in piece.accounts if account_id in by_id], context),
        )
        for piece in portfolio.pyramid
    )


def _slice_sentence(piece: PyramidSlice, context: Context) -> str:
    t = context.wording
    revenue = t.money(piece.revenue, context.settings.currency, short=True)
    if piece.revenue_share is None:
        return t.text("no revenue known yet")
    return t.text("{amount} revenue to date, {share} of all", amount=revenue, share=t.percent(piece.revenue_share))


# ── Forecast ──


def forecast_note(forecast: ForecastFigures, summaries: Sequence[AccountSummary], context: Context) -> str:
    """Return what the forecast leaves out or counts in."""
    t = context.wording
    if forecast.target is None:
        return t.text("No account has a revenue goal yet: a goal in money with a target shows here what is missing.")
    said = []
    if forecast.reach is not None:
        said.append(t.text("The chance to reach the target is {share}.", share=chance(forecast.reach, t)))
    unweighted = sum(summary.scores.forecast.unweighted for summary in summaries)
    if unweighted:
        said.append(
            t.text(
                "{n} open opportunity lacks an amount or a chance and counts nothing."
                "|{n} open opportunities lack an amount or a chance and count nothing.",
                n=unweighted,
            )
        )
    without = sum(summary.scores.forecast.target is None for summary in summaries)
    if without:
        said.append(
            t.text(
                "{n} account has no revenue goal; its pipeline counts here all the same."
                "|{n} accounts have no revenue goal; their pipeline counts here all the same.",
                n=without,
            )
        )
    elif not unweighted:
        said.append(t.text("Open opportunities count with their chance to be won."))
    return ("" if context.language == "zh" else " ").join(said)


def largest_gaps(summaries: Sequence[AccountSummary], context: Context) -> tuple[GapRow, ...]:
    """Return the accounts that miss most of their target, the largest gap first."""
    t = context.wording
    missing = [
        (summary.scores.forecast.gap, summary)
        for summary in summaries
        if summary.scores.forecast.gap is not None and summary.scores.forecast.gap > 0
    ]
    missing.sort(key=lambda pair: (-pair[0], pair[1].id))
    return tuple(
        GapRow(
            name=t.of(summary.name),
            address=account_address(summary.id),
            target=t.number(summary.scores.forecast.target, 0),
            expected=t.number((summary.scores.forecast.target or Decimal(0)) - gap, 0),
            gap=t.number(gap, 0),
        )
        for gap, summary in missing[:GAPS]
    )
