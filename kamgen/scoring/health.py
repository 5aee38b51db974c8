"""Health of the account, 0 to 100 (methods: "Scores" 3, with D4, E1, E2, E9).

The parts and bands are the methods'. Our reading: how goal progress is judged, and that the risk exposure is that
of the largest open risk, because two middling risks do not make a deadly one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from kamgen.plan.goals import Goal
from kamgen.plan.reviews import Risk
from kamgen.plan.service import Request, Survey
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

ONE = Decimal(1)
ACTIVITY_POINTS: dict[ActivityState, Decimal | None] = {
    "active": HUNDRED,
    "cooling": Decimal(50),
    "dormant": ZERO,
    "unknown": None,
}
WORST_RISK = 25
"""Likelihood 5 × impact 5."""


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


def latest_satisfaction(surveys: Iterable[Survey], as_of: date) -> Decimal | None:
    """Return the latest survey's satisfaction, 0 to 100 (E1): the mean of 100, 75, 50, 25, 0 for the five levels.

    Surveys of the same day are one. Surveys after ``as_of`` have not been held. None without a survey, and where
    nobody answered the latest.
    """
    held = [survey for survey in surveys if survey.date <= as_of]
    if not held:
        return None
    last = max(survey.date for survey in held)
    points = answers = 0
    for survey in held:
        if survey.date == last:
            counts = (
                survey.very_dissatisfied,
                survey.dissatisfied,
                survey.neutral,
                survey.satisfied,
                survey.very_satisfied,
            )
            points += sum(25 * step * count for step, count in enumerate(counts))
            answers += sum(counts)
    return Decimal(points) / answers if answers else None


def on_time_response(requests: Iterable[Request], as_of: date) -> Decimal | None:
    """Return the share of requests, 0 to 1, that were closed by their due day (D4).

    Judged are requests that are past due, and those closed already. One that is due today or later and still open
    has time left; one raised after ``as_of`` does not exist; one without a due day cannot be judged.
    """
    judged = on_time = 0
    for request in requests:
        due = request.due
        if due is None or (request.raised is not None and request.raised > as_of):
            continue
        closed = request.closed is not None and request.closed <= as_of
        if closed or due < as_of:
            judged += 1
            on_time += request.closed is not None and request.closed <= due and closed
    return Decimal(on_time) / judged if judged else None


def risk_exposure(risks: Sequence[Risk]) -> Decimal | None:
    """Return the largest ``likelihood·impact / 25`` of the open risks, 0 to 1 (E9).

    0 where every risk is closed; None where none is written down, or the open ones are not rated.
    """
    if not risks:
        return None
    still_open = [risk for risk in risks if risk.status == "open"]
    if not still_open:
        return ZERO
    rated = [
        risk.likelihood * risk.impact for risk in still_open if risk.likelihood is not None and risk.impact is not None
    ]
    return Decimal(max(rated)) / WORST_RISK if rated else None
