"""Who is a key account: composite score, matrix, class and stars (methods: A1, A2, A6, F3; sources S2, S3)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from kamgen.plan.account import Account
from kamgen.plan.settings import Axis, Criterion, Matrix, Scoring
from kamgen.scoring.fields import field_names, field_value
from kamgen.scoring.score import CriterionScore, KeyAccountScore, MetricValue, Quadrant
from kamgen.scoring.weighting import ZERO, KnownMean, known_mean

Label = TypeVar("Label", str, int)

CRITERION_FIELDS = field_names()
"""The fields of a plan that a static criterion can read."""


def score_key_account(account: Account, metrics: Mapping[str, MetricValue], scoring: Scoring) -> KeyAccountScore:
    """Return the composite score, 0 to 100, and what follows from it.

    ``score = Σ weight·points / Σ weight`` over the known criteria, and ``known`` is their share of all weight (A1).
    An axis of the matrix is the same mean over the criteria of that axis; from its cut on it is high (A2). Class
    (A6) and stars (F3) are the first entry of their list, highest first, that the score reaches. What rests on an
    unknown score is unknown: an account of which nothing is known is not *no* key account.
    """
    criteria = tuple(score_criterion(criterion, account, metrics) for criterion in scoring.criteria)
    score, known = known_mean((criterion.points, criterion.weight) for criterion in criteria)
    attractiveness = _axis(criteria, "attractiveness").value
    strength = _axis(criteria, "strength").value
    quadrant = matrix_quadrant(attractiveness, strength, scoring.matrix)
    return KeyAccountScore(
        score=score,
        known=known,
        is_key_account=None if score is None else score >= scoring.key_account.threshold,
        class_label=_reached(score, scoring.classes),
        stars=_reached(score, scoring.stars),
        attractiveness=attractiveness,
        strength=strength,
        quadrant=quadrant,
        posture=None if quadrant is None else getattr(scoring.matrix.postures, quadrant.replace("-", "_")),
        criteria=criteria,
    )


def score_criterion(criterion: Criterion, account: Account, metrics: Mapping[str, MetricValue]) -> CriterionScore:
    """Return one criterion's value and points; points None where the value is unknown.

    ``source`` is ``metric:…``, ``tag:…`` or ``field:…``. A metric or a field that does not exist is unknown; it is
    for the checks to say so.
    """
    if criterion.metric is not None:
        source, value = f"metric:{criterion.metric}", metrics.get(criterion.metric)
        points = _scale_points(criterion, value)
    elif criterion.tag is not None:
        source, value = f"tag:{criterion.tag}", criterion.tag in account.tags
        points = _tag_points(criterion, value)
    else:
        source, value = f"field:{criterion.field}", field_value(account, criterion.field or "")
        points = _word_points(criterion, value)
    return CriterionScore(
        id=criterion.id,
        name=criterion.name,
        axis=criterion.axis,
        source=source,
        value=value,
        points=points,
        weight=criterion.weight,
    )


def band_points(bands: Sequence[tuple[Decimal, Decimal]], value: Decimal) -> Decimal:
    """Return the points of the last band whose value is reached; 0 below the first (A1)."""
    reached = bisect_right(bands, value, key=lambda band: band[0])
    return bands[reached - 1][1] if reached else ZERO


def line_points(line: Sequence[tuple[Decimal, Decimal]], value: Decimal) -> Decimal:
    """Return the points on the line through the pairs, straight between two, level beyond both ends (A1)."""
    after = bisect_right(line, value, key=lambda point: point[0])
    if after == 0:
        return line[0][1]
    if after == len(line):
        return line[-1][1]
    (left, low), (right, high) = line[after - 1], line[after]
    return low + (high - low) * (value - left) / (right - left)


def matrix_quadrant(attractiveness: Decimal | None, strength: Decimal | None, matrix: Matrix) -> Quadrant | None:
    """Return the quadrant of the matrix, attractiveness first; None as long as an axis is unknown (A2)."""
    if attractiveness is None or strength is None:
        return None
    if attractiveness >= matrix.cut[0]:
        return "high-high" if strength >= matrix.cut[1] else "high-low"
    return "low-high" if strength >= matrix.cut[1] else "low-low"


def _scale_points(criterion: Criterion, value: MetricValue) -> Decimal | None:
    if not isinstance(value, Decimal):
        return None
    return line_points(criterion.line, value) if criterion.line else band_points(criterion.bands, value)


def _tag_points(criterion: Criterion, has_tag: bool) -> Decimal | None:
    """Return the points of a tag, which is always known: it is there or not; without ``otherwise`` not is 0."""
    if not has_tag:
        return ZERO if criterion.otherwise is None else criterion.otherwise
    return criterion.points if isinstance(criterion.points, Decimal) else None


def _word_points(criterion: Criterion, value: MetricValue) -> Decimal | None:
    """Return the points of the field's value, ``otherwise`` for one without; an empty field stays unknown."""
    if value is None or not isinstance(criterion.points, dict):
        return None
    word = str(value).lower() if isinstance(value, bool) else str(value)
    return criterion.points.get(word, criterion.otherwise)


def _axis(criteria: Sequence[CriterionScore], axis: Axis) -> KnownMean:
    return known_mean((criterion.points, criterion.weight) for criterion in criteria if criterion.axis == axis)


def _reached(score: Decimal | None, steps: Sequence[tuple[Decimal, Label]]) -> Label | None:
    if score is None:
        return None
    return next((label for threshold, label in steps if score >= threshold), None)
