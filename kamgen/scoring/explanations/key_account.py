"""The key-account score explained: each criterion, its value and the lines that this came from (A1, A2, A6, F3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kamgen.plan.settings import Criterion
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import (
    Reason,
    Source,
    figure,
    named,
    plan_source,
    settings_source,
    weighed,
    word,
)
from kamgen.scoring.explanations.metric_evidence import evidence_of
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.metrics.metric import MetricUnit
from kamgen.scoring.score import CriterionScore, KeyAccountScore
from kamgen.wording.phrase import Phrase, phrase

_SCORING = ("scoring",)


def explain_key_account(evaluation: Evaluation, found: KeyAccountScore) -> Reason:
    """Return the tree of the composite score: criterion, its value and points, and where the value came from.

    The criteria's contributions add up to the score. Class, stars and matrix follow from it and add nothing.
    """
    criteria = evaluation.settings.scoring.criteria
    threshold = evaluation.settings.scoring.key_account.threshold
    return Reason(
        label=phrase("Key-account score"),
        value=found.score,
        rule=phrase("Σ points × weight ÷ Σ known weight; from {threshold} on a key account", threshold=threshold),
        rule_source=settings_source(*_SCORING, "key_account", "threshold"),
        known=found.known,
        missing=None if found.criteria else phrase("Write criteria into the settings"),
        children=(
            *weighed(
                _criterion(evaluation, position, criterion, score)
                for position, (criterion, score) in enumerate(zip(criteria, found.criteria, strict=True))
            ),
            *_consequences(evaluation, found),
        ),
    )


def _criterion(evaluation: Evaluation, position: int, criterion: Criterion, score: CriterionScore) -> Reason:
    if criterion.metric is not None:
        reason = _reads_metric(evaluation, criterion, score)
    elif criterion.tag is not None:
        reason = _reads_tag(evaluation, criterion)
    else:
        reason = _reads_field(criterion, score)
    return reason._replace(
        value=score.value,
        points=score.points,
        weight=score.weight,
        criterion=criterion.id,
        rule_source=settings_source(*_SCORING, "criteria", position),
    )


def _reads_metric(evaluation: Evaluation, criterion: Criterion, score: CriterionScore) -> Reason:
    name = criterion.metric or ""
    metric = METRICS.get(name)
    if metric is None:
        missing = phrase("No metric is called {name}; put one of the catalogue into the settings", name=name)
        return Reason(label=named(criterion.name, criterion.id), missing=missing)
    evidence = evidence_of(name, evaluation)
    return Reason(
        label=named(criterion.name) if criterion.name else phrase(metric.label),
        unit=metric.unit,
        scale=evidence.scale,
        rule=evidence.rule or phrase(metric.description),
        worth=_scale_rule(criterion, score, metric.unit, evaluation.settings.currency),
        sources=evidence.sources,
        missing=evidence.missing if score.value is None else None,
        metric=name,
        children=evidence.children,
    )


def _scale_rule(criterion: Criterion, score: CriterionScore, unit: MetricUnit, currency: str) -> Phrase | None:
    """Return how the value became points: its step and the next one, or the two ends of its stretch of line."""
    value, points = score.value, score.points
    if not isinstance(value, Decimal) or points is None:
        return None

    def said(amount: Decimal) -> str:
        return figure(amount, unit, currency)

    if criterion.line:
        return _line_rule(criterion.line, value, said)
    reached = [(start, worth) for start, worth in criterion.bands if start <= value]
    above = next(((start, worth) for start, worth in criterion.bands if start > value), None)
    if not reached:
        start, worth = criterion.bands[0]
        return phrase("no points below {start}; {points} from there on", start=said(start), points=worth)
    start, worth = reached[-1]
    if above is None:
        return phrase("{points} points from {start} on", points=worth, start=said(start))
    return phrase(
        "{points} points from {start} on; {more} from {next}",
        points=worth,
        start=said(start),
        more=above[1],
        next=said(above[0]),
    )


def _line_rule(line: Sequence[tuple[Decimal, Decimal]], value: Decimal, said: Callable[[Decimal], str]) -> Phrase:
    for (left, low), (right, high) in pairwise(line):
        if left <= value < right:
            return phrase(
                "on the line from {left} ({low} points) to {right} ({high} points)",
                left=said(left),
                low=low,
                right=said(right),
                high=high,
            )
    end, worth = line[-1] if value >= line[-1][0] else line[0]
    if value >= end:
        return phrase("{points} points from {start} on", points=worth, start=said(end))
    return phrase("{points} points up to {end}", points=worth, end=said(end))


def _reads_tag(evaluation: Evaluation, criterion: Criterion) -> Reason:
    tag, tags = criterion.tag or "", evaluation.account.tags
    with_it = criterion.points if isinstance(criterion.points, Decimal) else Decimal(0)
    return Reason(
        label=named(criterion.name) if criterion.name else phrase("Tag “{tag}”", tag=tag),
        unit="word",
        scale="answer",
        worth=phrase(
            "with the tag {tag} {points} points, without it {otherwise}",
            tag=tag,
            points=with_it,
            otherwise=criterion.otherwise or Decimal(0),
        ),
        sources=(plan_source("tags", tags.index(tag)) if tag in tags else plan_source("tags"),),
    )


def _reads_field(criterion: Criterion, score: CriterionScore) -> Reason:
    field = criterion.field or ""
    by_word = criterion.points if isinstance(criterion.points, dict) else {}
    missing = worth = None
    if score.value is None:
        missing = phrase("Fill in {field}", field=field)
    elif score.points is None:
        missing = phrase("Give {value} points in the settings, or set otherwise", value=word(field, score.value))
    elif by_word:
        best, most = max(by_word.items(), key=lambda pair: pair[1])
        worth = phrase(
            "{points} points; the most, {most}, has {best}", points=score.points, most=most, best=word(field, best)
        )
    return Reason(
        label=named(criterion.name) if criterion.name else phrase("Field {field}", field=field),
        unit="word" if not isinstance(score.value, Decimal) else "count",
        scale=field,
        worth=worth,
        sources=(Source(tuple(field.split("."))),) if score.value is not None else (),
        missing=missing,
    )


def _consequences(evaluation: Evaluation, found: KeyAccountScore) -> Iterator[Reason]:
    """Yield what follows from the score; nothing of it adds to the score."""
    scoring = evaluation.settings.scoring
    for position, axis in enumerate(("attractiveness", "strength")):
        value = found.attractiveness if axis == "attractiveness" else found.strength
        if any(criterion.axis == axis for criterion in scoring.criteria):
            yield Reason(
                label=phrase("{name}", name=word("axis", axis)),
                value=value,
                rule=phrase("the mean of its own criteria; high from {cut} on", cut=scoring.matrix.cut[position]),
                rule_source=settings_source(*_SCORING, "matrix", "cut", position),
            )
    if found.posture is not None and found.quadrant is not None:
        yield Reason(
            label=phrase("Posture"),
            value=found.posture,
            unit="word",
            scale="posture",
            rule_source=settings_source(*_SCORING, "matrix", "postures", found.quadrant),
        )
    if found.score is None:
        return
    yield from _step("Class", scoring.classes, found.score, "classes")
    yield from _step("Stars", tuple((low, Decimal(stars)) for low, stars in scoring.stars), found.score, "stars")


def _step(label: str, steps: Sequence[tuple[Decimal, str | Decimal]], score: Decimal, setting: str) -> Iterator[Reason]:
    """Yield the step that the score reaches, and how far it is to the next one."""
    reached = next((index for index, (low, _) in enumerate(steps) if score >= low), None)
    if reached is None:
        return
    low, value = steps[reached]
    if reached == 0:
        rule = phrase("from {low} points on", low=low)
    else:
        rule = phrase(
            "from {low} points on; {next} from {above}",
            low=low,
            next=steps[reached - 1][1],
            above=steps[reached - 1][0],
        )
    yield Reason(
        label=phrase(label),
        value=value,
        unit="count" if isinstance(value, Decimal) else "word",
        rule=rule,
        rule_source=settings_source(*_SCORING, setting, reached),
    )
