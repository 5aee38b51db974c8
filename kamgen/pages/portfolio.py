"""What the portfolio page says: what needs us this week, where all accounts stand, why, and the details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.attention import Attention
from kamgen.pages.context import Context, account_address
from kamgen.pages.forecast_chart import ForecastChart, ForecastFigures, forecast_chart
from kamgen.pages.matrix_chart import MatrixAccount, MatrixChart, MatrixQuadrant, matrix_chart
from kamgen.pages.portfolio_table import AccountRow, account_rows, by_value
from kamgen.pages.pyramid_chart import PyramidChart, PyramidPart, pyramid_chart
from kamgen.pages.segments import in_segment, unknown_names
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import ProgrammeStep, Segment
from kamgen.scoring.metrics import METRICS
from kamgen.scoring.score import CriterionScore, HealthBand, PortfolioScores, PyramidSlice, Quadrant

URGENT = 10
"""How many things to look after are listed at once."""

LESS_URGENT = 40
"""How many more can be opened below them; what is beyond stands on the accounts' own pages."""

LISTED = 24
"""How many accounts a list of names holds before it says how many more there are."""

GAPS = 5
"""How many accounts are named that miss most of their target."""

_BANDS: tuple[HealthBand, ...] = ("red", "amber", "green")
_QUADRANTS: tuple[Quadrant, ...] = ("high-low", "high-high", "low-low", "low-high")


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline figure: its label, the figure, and what it is measured against."""

    label: str
    value: str
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
class AccountName:
    """A link to an account, with a remark such as what is not known about it."""

    name: str
    address: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Accounts by name; ``more`` says how many others there are, and is empty if there are none."""

    names: tuple[AccountName, ...]
    more: str


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


@dataclass(frozen=True, slots=True)
class SegmentList:
    """A segment with the accounts in it; ``problem`` where it asks for something that is not known."""

    id: str
    name: str
    count: str
    members: Names
    problem: str


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A module of the key-account programme (F5); ``level`` is 0 where it was not assessed."""

    name: str
    level: int
    level_text: str
    evidence: str
    next_step: str
    owner: str


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """The portfolio page, ready-formatted in one language, in the order in which it is read."""

    title: str
    lead: str
    findings: str
    figures: tuple[Figure, ...]
    health: tuple[HealthCount, ...]
    health_note: str
    urgent: tuple[Urgent, ...]
    less_urgent: tuple[Urgent, ...]
    less_urgent_title: str
    beyond: str
    matrix: MatrixChart | None
    matrix_note: str
    matrix_missing: Names
    pyramid: PyramidChart | None
    pyramid_note: str
    slices: tuple[Slice, ...]
    unranked: Names
    forecast: ForecastChart | None
    forecast_note: str
    gaps: tuple[GapRow, ...]
    gaps_unit: str
    rows: tuple[AccountRow, ...]
    money_unit: str
    segments: tuple[SegmentList, ...]
    programme: tuple[ProgrammeRow, ...]
    programme_note: str


def portfolio_page(
    summaries: Sequence[AccountSummary],
    portfolio: PortfolioScores,
    errors: int,
    warnings: int,
    context: Context,
) -> PortfolioPage:
    """Return the portfolio page.

    Args:
        summaries: All accounts, in any order.
        portfolio: What can only be said of them together.
        errors: Errors that the checks found in the whole workspace.
        warnings: The same for warnings.
        context: Settings, day and language.

    """
    t = context.wording
    ordered = by_value(summaries, portfolio, context)
    urgent, less_urgent, beyond = _attention(ordered, context)
    forecast = ForecastFigures(
        currency=context.settings.currency,
        actual=portfolio.actual,
        weighted=portfolio.weighted if portfolio.weighted else None,
        target=portfolio.target,
    )
    health = Counter(summary.scores.health.band for summary in ordered)
    return PortfolioPage(
        title=t.text("Portfolio"),
        lead=_lead(health, portfolio, forecast, context),
        findings=_findings(errors, warnings, context),
        figures=_figures(ordered, portfolio, forecast, context),
        health=tuple(HealthCount(band, t.number(health[band]), t.label("health", band)) for band in _BANDS),
        health_note=t.text("{n} not known yet", n=health[None]) if health[None] else t.text("of all accounts"),
        urgent=urgent,
        less_urgent=less_urgent,
        less_urgent_title=t.text("and {n} more", n=len(less_urgent)),
        beyond=t.text("{n} more on the accounts’ own pages", n=beyond) if beyond else "",
        matrix=_matrix(ordered, context),
        matrix_note=_matrix_note(context),
        matrix_missing=_matrix_missing(ordered, context),
        pyramid=_pyramid(ordered, portfolio, context),
        pyramid_note=t.text("Ranked by {measure}", measure=_measure(context)),
        slices=_slices(ordered, portfolio, context),
        unranked=_names([summary for summary in ordered if summary.id in portfolio.unranked], context),
        forecast=forecast_chart("forecast", forecast, t),
        forecast_note=_forecast_note(forecast, ordered, context),
        gaps=_gaps(ordered, context),
        gaps_unit=context.settings.currency,
        rows=account_rows(summaries, portfolio, context),
        money_unit=context.settings.currency,
        segments=tuple(_segment(segment, ordered, portfolio, context) for segment in context.settings.segments),
        programme=tuple(_programme_row(step, context) for step in context.settings.programme),
        programme_note=_programme_note(context),
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
    if portfolio.pyramid and (top := portfolio.pyramid[-1]).revenue_share is not None:
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
            t.number(key[True]) if key[True] or key[False] else t.text("not known yet"),
            t.text("{n} not known yet", n=key[None])
            if key[None]
            else t.text("score {points} or more", points=t.number(threshold)),
        ),
        Figure(
            t.text("Purchases, 12 months"),
            t.money(portfolio.purchases_last_12_months, currency, short=True) if bought else t.text("not known yet"),
            _purchase_trend(summaries, context) if bought else t.text("Add purchases to a plan to see them here"),
        ),
        Figure(
            t.text("Weighted pipeline"),
            t.money(portfolio.weighted, currency, short=True) if portfolio.open_amount else t.text("not known yet"),
            t.text("no revenue target yet")
            if forecast.target is None
            else t.text("target {amount}", amount=t.money(forecast.target, currency, short=True)),
        ),
    )


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


# ── Matrix ──


def _value(summary: AccountSummary, context: Context) -> Decimal | None:
    value = summary.scores.metrics.get(context.settings.scoring.pyramid.by)
    return value if isinstance(value, Decimal) else None


def _measure(context: Context) -> str:
    label = METRICS[context.settings.scoring.pyramid.by].label
    said = context.wording.text(label)
    return said[:1].lower() + said[1:]


def _matrix(summaries: Sequence[AccountSummary], context: Context) -> MatrixChart | None:
    t, settings = context.wording, context.settings.scoring.matrix
    accounts = []
    for summary in summaries:
        key_account, health = summary.scores.key_account, summary.scores.health
        if key_account.attractiveness is None or key_account.strength is None:
            continue
        name = t.of(summary.name)
        accounts.append(
            MatrixAccount(
                name=name,
                address=account_address(summary.id),
                facts=_facts(name, summary, context),
                attractiveness=key_account.attractiveness,
                strength=key_account.strength,
                value=_value(summary, context),
                health=health.band,
            )
        )
    counts = Counter(summary.scores.key_account.quadrant for summary in summaries)
    postures = settings.postures.model_dump(by_alias=True)
    quadrants = [
        MatrixQuadrant(quadrant, t.label("posture", postures[quadrant]), counts[quadrant]) for quadrant in _QUADRANTS
    ]
    return matrix_chart("matrix", accounts, quadrants, settings.cut, t)


def _facts(name: str, summary: AccountSummary, context: Context) -> str:
    """Return an account's place in words, for those who point at its bubble or hear the page read."""
    t, key_account, health = context.wording, summary.scores.key_account, summary.scores.health
    said = [
        name,
        f"{t.label('axis', 'attractiveness')} {t.number(key_account.attractiveness, 0)}",
        f"{t.label('axis', 'strength')} {t.number(key_account.strength, 0)}",
    ]
    if (value := _value(summary, context)) is not None:
        said.append(f"{_measure(context)} {t.money(value, context.settings.currency, short=True)}")
    if health.band is not None:
        said.append(f"{t.text('Health')} {t.number(health.score, 0)} {t.label('health', health.band)}")
    return " · ".join(said)


def _matrix_note(context: Context) -> str:
    return context.wording.text("Area is {measure}; shape and colour are health.", measure=_measure(context))


def _matrix_missing(summaries: Sequence[AccountSummary], context: Context) -> Names:
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
    return _names(missing, context, remarks)


def criterion_name(criterion: CriterionScore, context: Context) -> str:
    """Return what people read for a criterion: its name, else what it measures, else its id."""
    if criterion.name is not None:
        return context.wording.of(criterion.name)
    kind, _, source = criterion.source.partition(":")
    if kind == "metric" and source in METRICS:
        return context.wording.text(METRICS[source].label)
    return context.wording.text(source.replace("_", " ")) if source else criterion.id


def _names(summaries: Sequence[AccountSummary], context: Context, remarks: dict[str, str] | None = None) -> Names:
    names = tuple(
        AccountName(context.wording.of(summary.name), account_address(summary.id), (remarks or {}).get(summary.id, ""))
        for summary in summaries[:LISTED]
    )
    beyond = len(summaries) - len(names)
    return Names(names, context.wording.text("and {n} more", n=beyond) if beyond else "")


# ── Pyramid ──


def _pyramid(summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context) -> PyramidChart | None:
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
    return pyramid_chart("pyramid", parts, t)


def _percent(share: Decimal, context: Context) -> str:
    whole = (share * 100) % 1 == 0
    return context.wording.percent(share, 0 if whole else 1)


def _members(new: list[str], *, first: bool, context: Context) -> str:
    t = context.wording
    if not new:
        return t.text("the same as above")
    said = t.listing(new)
    return said if first else t.text("plus {names}", names=said)


def _slices(summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context) -> tuple[Slice, ...]:
    by_id = {summary.id: summary for summary in summaries}
    return tuple(
        Slice(
            name=context.wording.label("slice", piece.name),
            sentence=_slice_sentence(piece, context),
            members=_names([by_id[account_id] for account_id in piece.accounts if account_id in by_id], context),
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


def _forecast_note(forecast: ForecastFigures, summaries: Sequence[AccountSummary], context: Context) -> str:
    t = context.wording
    if forecast.target is None:
        return t.text("No account has a revenue goal yet: a goal in money with a target shows here what is missing.")
    without = sum(summary.scores.forecast.target is None for summary in summaries)
    if without:
        return t.text(
            "{n} account has no revenue goal; its pipeline counts here all the same."
            "|{n} accounts have no revenue goal; their pipeline counts here all the same.",
            n=without,
        )
    return t.text("Open opportunities count with their chance to be won.")


def _gaps(summaries: Sequence[AccountSummary], context: Context) -> tuple[GapRow, ...]:
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


# ── Segments and programme ──


def _segment(
    segment: Segment, summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context
) -> SegmentList:
    t = context.wording
    unknown = unknown_names(segment)
    found = [
        summary
        for summary in summaries
        if not unknown and in_segment(segment, summary, portfolio.placements.get(summary.id))
    ]
    return SegmentList(
        id=segment.id,
        name=t.of(segment.name) or segment.id,
        count=t.number(len(found)),
        members=_names(found, context),
        problem=t.text("Asks for “{names}”, which is no tag, fact or metric", names=unknown) if unknown else "",
    )


def _programme_row(step: ProgrammeStep, context: Context) -> ProgrammeRow:
    t = context.wording
    return ProgrammeRow(
        name=t.label("programme", step.module),
        level=step.level or 0,
        level_text=t.text("{level} of 5", level=step.level) if step.level else t.text("not assessed yet"),
        evidence=t.of(step.evidence),
        next_step=t.of(step.next),
        owner=context.member(step.owner),
    )


def _programme_note(context: Context) -> str:
    t = context.wording
    levels = [step.level for step in context.settings.programme if step.level]
    if not levels:
        return ""
    mean = Decimal(sum(levels)) / len(levels)
    return t.text("{mean} of 5 on average, by our own judgement", mean=t.number(mean, 1))
