"""Where the account stands: the five figures that open the page, and the tables that explain the scores."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.account_pipeline import likely_range
from kamgen.pages.account_terms import AccountTerms, State
from kamgen.pages.charts import Sparkline, sparkline
from kamgen.pages.score_explanations import (
    ExplainedScores,
    ReasonReader,
    ScoreLever,
    ScoreReason,
    scores_of,
)
from kamgen.pages.summary import AccountSummary
from kamgen.scoring.explanation import Reason
from kamgen.scoring.score import AccountScores, Health, Placement

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
class ScoreTree:
    """One score and everything that it is made of; ``weighted`` tells whether its parts have points and weights."""

    anchor: str
    score: ScoreReason
    figures: tuple[ScoreReason, ...]
    weighted: bool


@dataclass(frozen=True, slots=True)
class ScoresSection:
    """How every score of the account comes about, and what would raise it most."""

    headline: str
    trees: tuple[ScoreTree, ...]
    levers: tuple[ScoreLever, ...]
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
    likely = likely_range(forecast, terms)
    return Figure(label, value, t.listing((likely, note)) if likely else note, "#pipeline")


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
    terms: AccountTerms,
    scores: AccountScores,
    placement: Placement,
    portfolio_size: int,
    explained: ExplainedScores,
) -> ScoresSection:
    """Return the scores with everything they are made of."""
    reader = ReasonReader(terms.context, explained.places)
    trees = (_tree(name, reason, reader) for name, reason in scores_of(explained))
    version = terms.context.settings.scoring.version
    return ScoresSection(
        headline=terms.t.text("Scoring rules, version {version}", version=str(version)),
        trees=tuple(tree for tree in trees if tree.score.value or tree.figures),
        levers=tuple(map(reader.lever, explained.levers)),
        standing=_standing(terms, scores, placement, portfolio_size),
    )


def _tree(name: str, reason: Reason, reader: ReasonReader) -> ScoreTree:
    score, *figures = reader.score(reason)
    weighted = any(child.weight is not None for child in reason.children)
    return ScoreTree(f"why-{name.replace('_', '-')}", score, tuple(figures), weighted)


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
