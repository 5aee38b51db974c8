"""What a segment can ask for (A8): facts of a plan, results of scoring, every metric, and tags."""

from __future__ import annotations

from typing import get_args

from kamgen.plan.account import AccountStatus, AccountType
from kamgen.plan.settings import Segment
from kamgen.scoring.metrics import METRICS
from kamgen.scoring.score import ActivityState, HealthBand, Quadrant, SliceName

FACTS = ("id", "owner", "parent", "status", "type")
"""Fields of a plan that a segment can ask for."""

SCORES = ("class", "health", "key-account", "posture", "quadrant", "slice", "stars")
"""Results that a segment can ask for, beside every metric."""

TAG = "tag"

SCALES: dict[str, tuple[str, ...]] = {
    "status": get_args(AccountStatus),
    "type": get_args(AccountType),
    "activity": tuple(state for state in get_args(ActivityState) if state != "unknown"),
    "health": get_args(HealthBand),
    "quadrant": get_args(Quadrant),
    "slice": get_args(SliceName),
}
"""What can be asked for where only some words can be met."""


def known_names() -> tuple[str, ...]:
    """Return everything that a segment can ask for."""
    return (TAG, *FACTS, *SCORES, *METRICS)


def unknown_names(segment: Segment) -> tuple[str, ...]:
    """Return what a segment asks for that nobody knows, sorted; such a segment finds no account."""
    return tuple(sorted(set(segment.where) - set(known_names())))
