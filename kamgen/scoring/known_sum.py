"""Sums that tell how much they know."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kamgen.scoring.score import KnownSum
from kamgen.scoring.weighting import ZERO

NOTHING = KnownSum(None, 0)
"""The sum of nothing, or of figures that nobody knows."""


def known_sum(amounts: Iterable[Decimal | None]) -> KnownSum:
    """Return the sum of the known amounts and how many these are; unknown, not 0, where none is."""
    known = [amount for amount in amounts if amount is not None]
    return KnownSum(sum(known, ZERO), len(known)) if known else NOTHING
