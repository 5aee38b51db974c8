"""Health of the account, 0 to 100 (methods: "Scores" 3).

The parts and bands are the methods': relationship (D1), goals (B5), satisfaction (E1), response (D4) and activity
(E2), less the risk (E9). How goal progress is judged is our reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kamgen.plan.goals import Goal
from kamgen.plan.settings import Health as HealthSettings
from kamgen.plan.settings import HealthBands
from kamgen.scoring.progress import reached, time_gone
from kamgen.scoring.score import (
    Activity,
    ActivityState,
    Health,
    HealthBand,
    HealthPart,
    HealthPartName,
    Relationship,
)
from kamgen.scoring.weighting import HUNDRED, ZERO, between, known_mean

ACTIVITY_POINTS: dict[ActivityState, Decimal | None] = {
    "active": HUNDRED,
    "cooling": Decimal(50),
    "dormant": ZERO,
    "unknown": None,
}


def score_health(
    *,
    relationship: Relationship,
    activity: Activity,
    goals: Decimal | None,
    satisfaction: Decimal | None,
    response: Decimal | None,
    exposure: Decimal | None,
    settings: HealthSettings,
) -> Health:
    """Return the health: ``Σ weight·part / Σ weight`` over the known parts, less ``risk_penalty·exposure``.

    Parts are 0 to 100, ``response`` and ``exposure`` 0 to 1. Never below 0. Red up to ``bands.red``, amber up to
    ``bands.amber``, green above. Unknown as long as every part is unknown: the penalty alone makes no health.
    An unknown exposure takes nothing off.
    """
    weights = settings.weights
    values: tuple[tuple[HealthPartName, Decimal | None, Decimal], ...] = (
        ("relationship", relationship.score, weights.relationship),
        ("goals", goals, weights.goals),
        ("satisfaction", satisfaction, weights.satisfaction),
        ("response", None if response is None else response * HUNDRED, weights.response),
        ("activity", ACTIVITY_POINTS[activity.state], weights.activity),
    )
    mean, known = known_mean((value, weight) for _, value, weight in values)
    penalty = ZERO if exposure is None else settings.risk_penalty * exposure
    score = None if mean is None else max(mean - penalty, ZERO)
    return Health(
        score=score,
        band=None if score is None else health_band(score, settings.bands),
        known=known,
        parts=tuple(HealthPart(name, value, weight) for name, value, weight in values),
        risk_exposure=exposure,
        penalty=penalty,
    )


def health_band(score: Decimal, bands: HealthBands) -> HealthBand:
    """Return the band of a health score: red ≤ ``red`` < amber ≤ ``amber`` < green."""
    if score <= bands.red:
        return "red"
    return "amber" if score <= bands.amber else "green"


def goals_progress(goals: Iterable[Goal], as_of: date) -> Decimal | None:
    """Return the mean of the goals' progress against elapsed time, 0 to 100; None where no goal can be judged."""
    known = [value for goal in goals if (value := goal_progress(goal, as_of)) is not None]
    return sum(known, ZERO) / len(known) if known else None


def goal_progress(goal: Goal, as_of: date) -> Decimal | None:
    """Return a goal's progress relative to the time that has gone: 0 none, 100 as far as it should be or further.

    ``(actual − baseline) / (target − baseline)``, divided by the elapsed part of start to due. Works for falling
    targets. A reached goal is 100 at any time. None where a figure is missing, where target and baseline are
    the same, before the goal starts, and without the days that say how far it should be.
    """
    progress = reached(goal)
    if progress is None:
        return None
    if progress >= 1:
        return HUNDRED
    elapsed = time_gone(goal, as_of)
    if not elapsed:
        return None
    return between(ZERO, HUNDRED * progress / elapsed, HUNDRED)
