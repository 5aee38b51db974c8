"""Segments (A8): which accounts a saved filter over tags, facts and metrics finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Segment
from kamgen.scoring.score import MetricValue, Placement
from kamgen.scoring.segments import TAG

_COMPARISON = re.compile(r"(>=|<=|>|<)\s*(-?[0-9]+(?:\.[0-9]+)?)")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def in_segment(segment: Segment, summary: AccountSummary, placement: Placement | None) -> bool:
    """Tell whether an account meets all that a segment asks for.

    Several values for one name mean *any of them*. A number can be compared: ``">= 50"``. What is not known about
    an account meets nothing.
    """
    return all(_meets(name, wanted, summary, placement) for name, wanted in segment.where.items())


def _meets(name: str, wanted: str | tuple[str, ...], summary: AccountSummary, placement: Placement | None) -> bool:
    choices = (wanted,) if isinstance(wanted, str) else wanted
    values: Iterable[MetricValue] = summary.tags if name == TAG else (_value(name, summary, placement),)
    return any(_is(value, choice) for value in values for choice in choices)


def _value(name: str, summary: AccountSummary, placement: Placement | None) -> MetricValue:
    key_account = summary.scores.key_account
    match name:
        case "id" | "owner" | "parent" | "status" | "type":
            value: MetricValue = getattr(summary, name)
            return value
        case "class":
            return key_account.class_label
        case "health":
            return summary.scores.health.band
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
            return summary.scores.metrics.get(name)


def _is(value: MetricValue, wanted: str) -> bool:
    if isinstance(value, bool):
        return _YES_NO.get(wanted.lower()) is value
    if isinstance(value, Decimal):
        return _compares(value, wanted)
    return value is not None and value == wanted


def _compares(value: Decimal, wanted: str) -> bool:
    comparison = _COMPARISON.fullmatch(wanted.strip())
    if comparison is None:
        return re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", wanted.strip()) is not None and value == Decimal(wanted)
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
