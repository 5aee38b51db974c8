"""The matrix: how attractive an account is against how strong we are there (method: A2, source S2)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kamgen.plan.settings import Axis, Matrix
from kamgen.scoring.score import CriterionScore, Quadrant
from kamgen.scoring.weighting import known_mean


def axis_points(criteria: Iterable[CriterionScore], axis: Axis) -> Decimal | None:
    """Return where an account stands on an axis, 0 to 100: the mean of that axis's known criteria by weight.

    None where none of them is known. A criterion without an axis counts in the composite score (A1) alone.
    """
    return known_mean((criterion.points, criterion.weight) for criterion in criteria if criterion.axis == axis).value


def matrix_quadrant(attractiveness: Decimal | None, strength: Decimal | None, matrix: Matrix) -> Quadrant | None:
    """Return the quadrant, attractiveness first; from its cut on an axis is high. None while an axis is unknown."""
    if attractiveness is None or strength is None:
        return None
    if attractiveness >= matrix.cut[0]:
        return "high-high" if strength >= matrix.cut[1] else "high-low"
    return "low-high" if strength >= matrix.cut[1] else "low-low"


def quadrant_posture(quadrant: Quadrant | None, matrix: Matrix) -> str | None:
    """Return the settings' name for what to do in a quadrant; None without one."""
    if quadrant is None:
        return None
    postures = matrix.postures
    match quadrant:
        case "high-high":
            return postures.high_high
        case "high-low":
            return postures.high_low
        case "low-high":
            return postures.low_high
        case "low-low":
            return postures.low_low
