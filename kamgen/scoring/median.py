"""The median of whole numbers, exact."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal


def median_of(numbers: Iterable[int]) -> Decimal | None:
    """Return the middle number, or the mean of the two in the middle; None of none."""
    ordered = sorted(numbers)
    if not ordered:
        return None
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return Decimal(ordered[middle])
    return Decimal(ordered[middle - 1] + ordered[middle]) / 2
