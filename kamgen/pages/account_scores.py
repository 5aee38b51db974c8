"""Where the account stands: the five figures that open the page, and the tables that explain the scores."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.account_terms import AccountTerms, State
from kamgen.pages.charts import Sparkline, sparkline
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Criterion
from kamgen.scoring.metrics import METRICS
from kamgen.scoring.relationship import COVERAGE_WEIGHT, ROLES_WEIGHT, SUPPORT_WEIGHT, THREADS_WEIGHT
from kamgen.scoring.score import AccountScores, CriterionScore, Health, MetricValue, Placement

_YEAR = 4
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that opens the page. Without a value, the note says what would make it known."""

    label: str
    value: str
    note: str
    href: str
    state: State | None = None
    state_words: str = ""
    spark: Sparkline | None = None


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A criterion or a part of a score; points 0 to 100, empty where they are not known, ``length`` for a bar."""

    name: str
    value: str
    points: str
    length: int
    weight: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """One score and what it is made of; ``note`` says how much of it is known and what was taken off."""

    title: str
    score: str
    note: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class ScoresSection:
    """How every score of the account comes about."""

    headline: str
    tables: tuple[ScoreTable, ...]
    standing: tuple[tuple[str, str], ...]


def headline_figures(terms: AccountTerms, summary: AccountSummary) -> tuple[Figure, ...]:
    """Return the five figures that open the page."""
    return (
        _purchases(terms, summary),
        _wallet(terms, summary.scores),
        _pipeline(terms, summary.scores),
        _relationship(terms, summary.scores),
        _health(terms, summary.scores.health),
    )


def _purchases(terms: AccountTerms, summary: AccountSummary) -> Figure:
    t, amount, quarters = terms.t, summary.scores.activity.monetary, summary.purchases_by_quarter
    label = t.text("Purchases, 12 months")
    if amount is None or quarters is None:
        return Figure(label, "", t.text("Add purchases to know it"), "#value")
    growth = summary.scores.metrics.get("growth")
    before = sum(quarters[:_YEAR], Decimal(0))
    if isinstance(growth, Decimal):
        note = t.text("{change} on the year before", change=f"{terms.signed(growth * _HUNDRED)}%")
    elif before:
        note = t.text("{amount} in the year before", amount=terms.reported(before, short=True))
    else:
        note = t.text("First year on record")
    return Figure(label, terms.reported(amount), note, "#value", spark=sparkline(quarters, t))


def _wallet(terms: AccountTerms, scores: AccountScores) -> Figure:
    t, share = terms.t, scores.metrics.get("share-of-wallet")
    label = t.text("Share of wallet")
    if not isinstance(share, Decimal):
        return Figure(label, "", t.text("Add what they spend in our category in a year to know it"), "#value")
    year, amount = max(
        (wallet.year, wallet.amount)
        for wallet in terms.account.value.wallet
        if wallet.amount and wallet.year <= terms.context.as_of.year
    )
    note = t.text("of {amount} in {year}", amount=terms.money(amount, short=True), year=str(year))
    return Figure(label, t.percent(share), note, "#value")


def _pipeline(terms: AccountTerms, scores: AccountScores) -> Figure:
    t, forecast = terms.t, scores.forecast
    label = t.text("Weighted pipeline")
    if forecast.weighted is None:
        return Figure(label, "", t.text("Add opportunities with an amount and a stage to know it"), "#pipeline")
    value = terms.reported(forecast.weighted, short=True)
    if forecast.target is None:
        note = t.text("{n} open opportunity|{n} open opportunities", n=forecast.open_count)
    elif forecast.gap is None:
        note = t.text("target {amount}", amount=terms.reported(forecast.target, short=True))
    elif forecast.gap > 0:
        gap, target = terms.reported(forecast.gap, short=True), terms.reported(forecast.target, short=True)
        note = t.text("{gap} short of the target of {target}", gap=gap, target=target)
    else:
        note = t.text("covers the target of {target}", target=terms.reported(forecast.target, short=True))
    return Figure(label, value, note, "#pipeline")


def _relationship(terms: AccountTerms, scores: AccountScores) -> Figure:
    t, relationship = terms.t, scores.relationship
    label = t.text("Relationship")
    if relationship.score is None:
        return Figure(label, "", t.text("Rate the people of the power map to know it"), "#power-map")
    parts = []
    if relationship.support_index is not None:
        parts.append(t.text("support {index}", index=terms.signed(relationship.support_index)))
    if relationship.coverage is not None:
        parts.append(t.text("{share} covered", share=t.percent(relationship.coverage)))
    return Figure(label, t.number(relationship.score, 0), t.listing(parts), "#power-map")


def _health(terms: AccountTerms, health: Health) -> Figure:
    t = terms.t
    label = t.text("Health")
    if health.score is None or health.band is None:
        return Figure(label, "", t.text("Rate people, measure goals or add a survey to know it"), "#scores")
    note = t.text("{share} of it known", share=t.percent(health.known))
    known = [(part.value, part.name) for part in health.parts if part.value is not None]
    if len(known) > 1 and min(known)[0] < terms.context.settings.scoring.health.bands.amber:
        points, weakest = min(known)
        part = t.label("health_part", weakest)
        note = t.text("weakest: {part} {points}", part=part, points=t.number(points, 0))
    return Figure(label, t.number(health.score, 0), note, "#scores", health.band, t.label("health", health.band))


def scores_section(
    terms: AccountTerms, scores: AccountScores, placement: Placement, portfolio_size: int
) -> ScoresSection:
    """Return the scores with everything they are made of."""
    tables = (
        _key_account_table(terms, scores),
        _health_table(terms, scores.health),
        _relationship_table(terms, scores),
    )
    version = terms.context.settings.scoring.version
    return ScoresSection(
        headline=terms.t.text("Scoring rules, version {version}", version=str(version)),
        tables=tuple(table for table in tables if table.rows),
        standing=_standing(terms, scores, placement, portfolio_size),
    )


def _key_account_table(terms: AccountTerms, scores: AccountScores) -> ScoreTable:
    t, key = terms.t, scores.key_account
    criteria = {criterion.id: criterion for criterion in terms.context.settings.scoring.criteria}
    parts = [t.text("{share} of the weight known", share=t.percent(key.known))]
    for axis, value in (("attractiveness", key.attractiveness), ("strength", key.strength)):
        if value is not None:
            parts.append(f"{t.label('axis', axis)} {t.number(value, 0)}")
    return ScoreTable(
        title=t.text("Key-account score"),
        score=t.number(key.score, 0),
        note=t.listing(parts),
        rows=tuple(_criterion_row(row, criteria.get(row.id), terms) for row in key.criteria),
    )


def _criterion_row(row: CriterionScore, criterion: Criterion | None, terms: AccountTerms) -> ScoreRow:
    t = terms.t
    name, value = terms.of(row.name), ""
    if criterion is not None and criterion.metric is not None:
        metric = METRICS.get(criterion.metric)
        name = name or (t.text(metric.label) if metric else criterion.metric)
        value = metric_value(row.value, metric.unit if metric else "word", terms)
    elif criterion is not None and criterion.tag is not None:
        name = name or t.text("Tag “{tag}”", tag=criterion.tag)
        value = t.label("answer", "yes" if row.value else "no")
    elif criterion is not None and criterion.field is not None:
        name = name or t.text(criterion.field.replace("_", " ").replace(".", " ").capitalize())
        value = t.label(criterion.field, row.value) if row.value is not None else ""
    return ScoreRow(
        name=name or row.id,
        value=value or t.text("not known yet"),
        points=t.number(row.points, 0),
        length=0 if row.points is None else round(row.points),
        weight=t.number(row.weight),
        group=t.label("axis", row.axis) if row.axis else "",
    )


def metric_value(value: MetricValue, unit: str, terms: AccountTerms) -> str:
    """Return a metric's value as people read it; empty where it is not known."""
    t = terms.t
    if not isinstance(value, Decimal):
        return "" if value is None else t.label("activity", value)
    if unit == "money":
        return terms.reported(value)
    if unit == "share":
        return t.percent(value)
    if unit == "index":
        return terms.signed(value)
    if unit == "years":
        return t.text("{years} years", years=t.number(value, 1))
    if unit == "days":
        return t.text("{n} day|{n} days", n=round(value))
    return t.number(value, 0)


def _health_table(terms: AccountTerms, health: Health) -> ScoreTable:
    t = terms.t
    note = t.text("{share} of the weight known", share=t.percent(health.known))
    if health.penalty > 0:
        note = t.listing((note, t.text("{points} points taken off for open risks", points=t.number(health.penalty, 0))))
    return ScoreTable(
        title=t.text("Health"),
        score=t.number(health.score, 0),
        note=note,
        rows=tuple(
            ScoreRow(
                name=t.label("health_part", part.name),
                value="" if part.value is not None else t.text("not known yet"),
                points=t.number(part.value, 0),
                length=0 if part.value is None else round(part.value),
                weight=t.number(part.weight),
            )
            for part in health.parts
        ),
    )


def _relationship_table(terms: AccountTerms, scores: AccountScores) -> ScoreTable:
    t, found = terms.t, scores.relationship
    unknown = t.text("not known yet")
    single = None if found.single_threaded is None else Decimal(0 if found.single_threaded else 100)
    index = None if found.support_index is None else (found.support_index + _HUNDRED) / 2
    coverage = None if found.coverage is None else found.coverage * _HUNDRED
    parts = (
        (t.text("Support"), terms.signed(found.support_index), index, SUPPORT_WEIGHT),
        (t.text("Coverage"), t.percent(found.coverage), coverage, COVERAGE_WEIGHT),
        (t.text("Buying roles filled"), "", found.role_completeness, ROLES_WEIGHT),
        (t.text("Not carried by one person alone"), "", single, THREADS_WEIGHT),
    )
    return ScoreTable(
        title=t.text("Relationship"),
        score=t.number(found.score, 0),
        note=t.text("{share} of the weight known", share=t.percent(found.known)),
        rows=tuple(
            ScoreRow(
                name=name,
                value=value or (unknown if points is None else ""),
                points=t.number(points, 0),
                length=0 if points is None else round(points),
                weight=t.number(weight),
            )
            for name, value, points, weight in parts
        )
        if found.score is not None
        else (),
    )


def _standing(
    terms: AccountTerms, scores: AccountScores, placement: Placement, portfolio_size: int
) -> tuple[tuple[str, str], ...]:
    """Where the account stands among all: rank, slice of the pyramid, RFM."""
    t, pairs = terms.t, []
    key = scores.key_account
    if key.is_key_account is not None:
        threshold = t.number(terms.context.settings.scoring.key_account.threshold)
        pattern = "yes, the threshold is {points}" if key.is_key_account else "not yet, the threshold is {points}"
        pairs.append((t.text("Key account"), t.text(pattern, points=threshold)))
    if placement.rank is not None:
        pairs.append((t.text("Rank by value"), t.text("{rank} of {n}", rank=placement.rank, n=portfolio_size)))
    if placement.slice_name is not None:
        pairs.append((t.text("Slice of the pyramid"), t.label("slice", placement.slice_name)))
    rfm = [("R", placement.r), ("F", placement.f), ("M", placement.m)]
    if all(value is not None for _, value in rfm):
        said = "  ".join(f"{letter} {value}" for letter, value in rfm)
        pairs.append((t.text("Recency, frequency, money, 1 to 5"), said))
    return tuple(pairs)
