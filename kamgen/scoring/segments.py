"""Segments: what a saved filter can ask for, and whether an account meets it (method: A8, source S2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Protocol, get_args

from kamgen.plan.account import AccountStatus, AccountType
from kamgen.plan.settings import Segment
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.score import (
    AccountScores,
    ActivityState,
    HealthBand,
    MetricValue,
    Placement,
    Quadrant,
    SliceName,
)

FACTS = ("id", "owner", "parent", "status", "type")
"""Fields of a plan that a segment can ask for."""

SCORES = ("class", "health", "key-account", "posture", "quadrant", "slice", "stars")
"""Results that a segment can ask for, beside every metric."""

TAG = "tag"

YES_NO = ("yes", "no")

SCALES: dict[str, tuple[str, ...]] = {
    "status": get_args(AccountStatus),
    "type": get_args(AccountType),
    "activity": tuple(state for state in get_args(ActivityState) if state != "unknown"),
    "big-need": YES_NO,
    "price-premium": YES_NO,
    "big-repurchase": YES_NO,
    "single-threaded": YES_NO,
    "health": get_args(HealthBand),
    "quadrant": get_args(Quadrant),
    "slice": get_args(SliceName),
}
"""What can be asked for where only some words can be met."""

Where = Mapping[str, str | tuple[str, ...]]
"""Conditions by name; several values for one name mean any of them."""

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_COMPARISON = re.compile(r"(>=|<=|>|<)\s*(-?[0-9]+(?:\.[0-9]+)?)")
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


class Candidate(Protocol):
    """What a segment looks at: an account's facts, tags and scores."""

    @property
    def id(self) -> str:
        """Return the account's id."""

    @property
    def owner(self) -> str:
        """Return who answers for it."""

    @property
    def parent(self) -> str | None:
        """Return the account that it belongs to."""

    @property
    def status(self) -> str:
        """Return how it stands with us."""

    @property
    def type(self) -> str | None:
        """Return what kind of account it is."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags that can be asked for."""

    @property
    def scores(self) -> AccountScores:
        """Return its scores."""


def known_names() -> tuple[str, ...]:
    """Return everything that a segment can ask for."""
    return (TAG, *FACTS, *SCORES, *METRICS)


def unknown_names(segment: Segment) -> tuple[str, ...]:
    """Return what a segment asks for that nobody knows, sorted; such a segment finds no account."""
    return tuple(sorted(set(segment.where) - set(known_names())))


def meets(where: Where, account: Candidate, placement: Placement | None) -> bool:
    """Tell whether an account meets all conditions.

    Several values for one name mean *any of them*. A number can be compared: ``">= 50"``. What is not known about
    an account meets nothing; without a placement its slice is not known.
    """
    return all(_meets(name, wanted, account, placement) for name, wanted in where.items())


def _meets(name: str, wanted: str | tuple[str, ...], account: Candidate, placement: Placement | None) -> bool:
    choices = (wanted,) if isinstance(wanted, str) else wanted
    values: Iterable[MetricValue] = account.tags if name == TAG else (_value(name, account, placement),)
    return any(_is(value, choice) for value in values for choice in choices)


def _value(name: str, account: Candidate, placement: Placement | None) -> MetricValue:
    scores = account.scores
    key_account = scores.key_account
    match name:
        case "id" | "owner" | "parent" | "status" | "type":
            value: MetricValue = getattr(account, name)
            return value
        case "class":
            return key_account.class_label
        case "health":
            return scores.health.band
        case "key-account":
            return key_account.is_key_account
        case "posture":
            return key_account.posture
        case "quadrant":
            return key_account.quadrant
        case "slice":
            return None if placement is None else placement.slice_name
        case "stars":
            return None if key_account.stars is None else Decimal(key_account.stars)
        case _:
            return scores.metrics.get(name)


def _is(value: MetricValue, wanted: str) -> bool:
    if isinstance(value, bool):
        return _TRUTH.get(wanted.lower()) is value
    if isinstance(value, Decimal):
        return _compares(value, wanted.strip())
    return value is not None and value == wanted


def _compares(value: Decimal, wanted: str) -> bool:
    comparison = _COMPARISON.fullmatch(wanted)
    if comparison is None:
        return _NUMBER.fullmatch(wanted) is not None and value == Decimal(wanted)
    limit = Decimal(comparison[2])
    match comparison[1]:
        case ">=":
            return value >= limit
        case "<=":
            return value <= limit
        case ">":
            return value > limit
        case _:
            return value < limit
