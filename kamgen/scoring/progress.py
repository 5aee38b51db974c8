"""How far anything with a baseline and a target is: how much of the way is gone, and how much of the time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Protocol


class Measured(Protocol):
    """Anything with a start, a target and a value between: a goal, a measure, an outcome."""

    @property
    def baseline(self) -> Decimal | None:
        """Return where it started."""

    @property
    def target(self) -> Decimal | None:
        """Return where it is to be."""

    @property
    def actual(self) -> Decimal | None:
        """Return where it is now."""

    @property
    def start(self) -> date | None:
        """Return its first day."""

    @property
    def due(self) -> date | None:
        """Return its last day."""


def reached(measured: Measured) -> Decimal | None:
    """Return how much of the way is gone: 0 at the baseline, 1 at the target, beyond both too; None if unknown."""
    start, end, now = measured.baseline, measured.target, measured.actual
    if start is None or end is None or now is None or start == end:
        return None
    return (now - start) / (end - start)


def time_gone(measured: Measured, as_of: date) -> Decimal | None:
    """Return how much of the time from start to due day is gone, 0 to 1; None where the days do not say."""
    if measured.due is None:
        return None
    if as_of >= measured.due:
        return Decimal(1)
    if measured.start is None or measured.start >= measured.due:
        return None
    days = (measured.due - measured.start).days
    return max(Decimal(0), Decimal((as_of - measured.start).days) / days)
