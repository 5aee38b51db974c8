"""Where the account stands: the five figures that open the page, and the tables that explain the scores."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.account.pipeline import likely_range
from kamgen.pages.account.terms import AccountTerms, State
from kamgen.pages.charts.forecast import chance
from kamgen.pages.charts.small import Sparkline, sparkline
from kamgen.pages.context import account_page_address
from kamgen.pages.explain.scores import (
    ExplainedScores,
    ReasonReader,
    ScoreLever,
    ScoreReason,
    scores_of,
)
from kamgen.pages.summary import AccountSummary
from kamgen.pages.trend import Trend, trend
from kamgen.scoring.earlier_scores import EarlierScores
from kamgen.scoring.explanation import Reason
from kamgen.scoring.score import AccountScores, Health, Placement

FIRST_LEVERS = 3
"""How many levers the account's own page names; the page of its scores has them all."""

_YEAR = 4
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that opens the page. Without a value, the note says what would make it known.

    ``trend`` is how it has moved in a quarter; None where nobody knows.
    """

    label: str
    value: str
    note: str
    href: str
    state: State | None = None
    state_words: str = ""
    trend: Trend | None = None
    spark: Sparkline | None = None


@dataclass(frozen=True, slots=True)
class ScoreTree:
    """One score, how it has moved, and everything that it is made of.

    ``weighted`` tells whether its parts have points and weights.
    """

    anchor: str
    score: ScoreReason
    figures: tuple[ScoreReason, ...]
    weighted: bool
    trend: Trend | None


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One score in a line: its value, a bar from 0 to 100 (None where it has none), and what there is to say of it.

    ``href`` leads to its explanation, from the language's folder; ``known`` is empty where all of it
    is known, or nothing.
    """

    label: str
    href: str
    value: str
    length: int | None
    known: str
    words: str
    state: State | None
    trend: Trend | None


@dataclass(frozen=True, slots=True)
class ScoresSection:
    """How every score of the account comes about, and what would raise it most, the best first.

    ``lines`` are the scores in brief and ``first_levers`` the best levers, as the account's own page shows them;
    the page of the scores shows all of it. ``address`` is that of the latter, from the language's folder.
    """

    headline: str
    address: str
    lines: tuple[ScoreLine, ...]
    first_levers: tuple[ScoreLever, ...]
    trees: tuple[ScoreTree, ...]
    levers: tuple[ScoreLever, ...]
    standing: tuple[tuple[str, str], ...]


def headline_figures(terms: AccountTerms, summary: AccountSummary) -> tuple[Figure, ...]:
    """Return the five figures that open the page."""
    trends = _trends(terms, summary.scores, summary.earlier)
    return (
        _purchases(terms, summary),
        _wallet(terms, summary.scores),
        _pipeline(terms, summary.scores),
        _relationship(terms, summary.scores, trends.get("relationship")),
        _health(terms, summary.scores.health, trends.get("health")),
    )


def _trends(terms: AccountTerms, scores: AccountScores, earlier: EarlierScores | None) -> dict[str, Trend]:
    """Return how scores have moved, by their names, as far as it is known."""
    if earlier is None:
        return {}
    moved = {
        "key_account": (earlier.key_account, scores.key_account.score, scores.key_account.known),
        "relationship": (earlier.relationship, scores.relationship.score, scores.relationship.known),
        "health": (earlier.health, scores.health.score, scores.health.known),
    }
    said = {name: trend(*change, earlier.day, terms.context) for name, change in moved.items()}
    return {name: found for name, found in said.items() if found is not None}


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


def _relationship(terms: AccountTerms, scores: AccountScores, moved: Trend | None) -> Figure:
    t, relationship = terms.t, scores.relationship
    label = t.text("Relationship")
    if relationship.score is None:
        return Figure(label, "", t.text("Rate the people of the power map to know it"), "#power-map")
    note = t.listing(_relationship_parts(terms, scores))
    return Figure(label, t.number(relationship.score, 0), note, "#power-map", trend=moved)


def _relationship_parts(terms: AccountTerms, scores: AccountScores) -> list[str]:
    t, relationship, parts = terms.t, scores.relationship, []
    if relationship.support_index is not None:
        parts.append(t.text("support {index}", index=terms.signed(relationship.support_index)))
    if relationship.coverage is not None:
        parts.append(t.text("{share} covered", share=t.percent(relationship.coverage)))
    return parts


def _health(terms: AccountTerms, health: Health, moved: Trend | None) -> Figure:
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
    word = t.label("health", health.band)
    return Figure(label, t.number(health.score, 0), note, "#scores", health.band, word, moved)


def scores_section(
    terms: AccountTerms,
    account_id: str,
    scores: AccountScores,
    placement: Placement,
    portfolio_size: int,
    explained: ExplainedScores,
    earlier: EarlierScores | None = None,
) -> ScoresSection:
    """Return the scores with everything they are made of."""
    reader = ReasonReader(terms.context, explained.places)
    trends = _trends(terms, scores, earlier)
    trees = {name: _tree(name, reason, reader, trends.get(name)) for name, reason in scores_of(explained)}
    shown = {name: tree for name, tree in trees.items() if tree.score.value or tree.figures}
    address = account_page_address(account_id, "scores")
    version = terms.context.settings.scoring.version
    levers = tuple(map(reader.lever, explained.levers))
    words = _score_words(terms, scores, placement, portfolio_size)
    reasons = dict(scores_of(explained))
    return ScoresSection(
        headline=terms.t.text("Scoring rules, version {version}", version=str(version)),
        address=address,
        lines=tuple(_line(tree, reasons[name], address, words.get(name, ""), scores) for name, tree in shown.items()),
        first_levers=levers[:FIRST_LEVERS],
        trees=tuple(shown.values()),
        levers=levers,
        standing=_standing(terms, scores, placement, portfolio_size),
    )


def _line(tree: ScoreTree, reason: Reason, address: str, words: str, scores: AccountScores) -> ScoreLine:
    score = tree.score
    in_points = reason.unit == "points" and isinstance(reason.value, Decimal)
    return ScoreLine(
        label=score.label,
        href=f"{address}#{tree.anchor}",
        value=score.value,
        length=min(100, max(0, round(reason.value))) if in_points and isinstance(reason.value, Decimal) else None,
        known=score.known if score.value else "",
        words=words if score.value else score.missing,
        state=scores.health.band if tree.anchor == "why-health" else None,
        trend=tree.trend,
    )


def _score_words(
    terms: AccountTerms, scores: AccountScores, placement: Placement, portfolio_size: int
) -> dict[str, str]:
    """Return what there is to say of each score beside its value, by its name."""
    t, key, forecast = terms.t, scores.key_account, scores.forecast
    posture = t.label("posture", key.posture) if key.posture else ""
    band = scores.health.band
    said = {
        "key_account": t.listing([text for text in (key.class_label or "", posture) if text]),
        "relationship": t.listing(_relationship_parts(terms, scores)),
        "health": t.label("health", band) if band else "",
    }
    if forecast.reach is not None and forecast.reach < 1:
        said["forecast"] = t.text("{share} chance to reach the target", share=chance(forecast.reach, t))
    if scores.lifetime_value.to_date is not None:
        bought = terms.reported(scores.lifetime_value.to_date, short=True)
        said["lifetime_value"] = t.text("{amount} of it bought to date", amount=bought)
    if terms.account.reviewed is not None:
        said["plan_quality"] = t.text("plan reviewed {day}", day=terms.account.reviewed.date)
    if placement.rank is not None:
        said["standing"] = t.text("rank {rank} of {n} by value", rank=placement.rank, n=portfolio_size)
    return said


def _tree(name: str, reason: Reason, reader: ReasonReader, moved: Trend | None) -> ScoreTree:
    score, *figures = reader.score(reason)
    weighted = any(child.weight is not None for child in reason.children)
    return ScoreTree(f"why-{name.replace('_', '-')}", score, tuple(figures), weighted, moved)


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
