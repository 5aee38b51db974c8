"""The step of a falling list that a score reaches: how classes (A6) and stars (F3) are given."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

Label = TypeVar("Label", str, int)


def first_reached(score: Decimal | None, steps: Sequence[tuple[Decimal, Label]]) -> Label | None:
    """Return the label of the first (threshold, label) pair, highest threshold first, that a score reaches.

    None where the score is unknown, and where it is below all of them.
    """
    if score is None:
        return None
    return next((label for threshold, label in steps if score >= threshold), None)
