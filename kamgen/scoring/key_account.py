"""Who is a key account: the composite score of weighted criteria (method: A1, source S2), and what follows from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Criterion, Scoring
from kamgen.scoring.account_classes import account_class
from kamgen.scoring.fields import field_names, field_value
from kamgen.scoring.matrix import axis_points, matrix_quadrant, quadrant_posture
from kamgen.scoring.score import CriterionScore, KeyAccountScore, MetricValue
from kamgen.scoring.stars import earned_stars
from kamgen.scoring.weighting import ZERO, known_mean

CRITERION_FIELDS = field_names()
"""The fields of a plan that a static criterion can read."""


def score_key_account(account: Account, metrics: Mapping[str, MetricValue], scoring: Scoring) -> KeyAccountScore:
    """Return the composite score, 0 to 100, and what follows from it.

    ``score = Σ weight·points / Σ weight`` over the known criteria, and ``known`` is their share of all weight. From the
    settings' threshold on, the account is a key account. The matrix (A2) is made of the same criteria; class (A6) and
    stars (F3) of the score. What rests on an unknown score is unknown: an account of which nothing is known is not
    *no* key account.
    """
    criteria = tuple(score_criterion(criterion, account, metrics) for criterion in scoring.criteria)
    score, known = known_mean((criterion.points, criterion.weight) for criterion in criteria)
    attractiveness = axis_points(criteria, "attractiveness")
    strength = axis_points(criteria, "strength")
    quadrant = matrix_quadrant(attractiveness, strength, scoring.matrix)
    return KeyAccountScore(
        score=score,
        known=known,
        is_key_account=None if score is None else score >= scoring.key_account.threshold,
        class_label=account_class(score, scoring),
        stars=earned_stars(score, scoring),
        attractiveness=attractiveness,
        strength=strength,
        quadrant=quadrant,
        posture=quadrant_posture(quadrant, scoring.matrix),
        criteria=criteria,
    )


def score_criterion(criterion: Criterion, account: Account, metrics: Mapping[str, MetricValue]) -> CriterionScore:
    """Return one criterion's value and points; points None where the value is unknown.

    ``source`` is ``metric:…``, ``tag:…`` or ``field:…``. A metric or a field that does not exist is unknown; it is
    for the checks to say so. A tag is one that stands in the plan, never one that a rule makes (A8): a rule may read
    this very score, and a score must not feed on itself.
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
