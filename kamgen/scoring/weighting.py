"""The mean of what is known: how every composite score treats the unknown."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

HUNDRED = Decimal(100)
ZERO = Decimal(0)


class KnownMean(NamedTuple):
    """A weighted mean over what is known, and the share of the weight that is known (0 to 1)."""

    value: Decimal | None
    known: Decimal


def known_mean(parts: Iterable[tuple[Decimal | None, Decimal]]) -> KnownMean:
    """Return ``Σ weight·value / Σ weight`` over (value, weight) pairs with a known value (A1).

    An unknown value takes its weight out of the mean and out of ``known``; it never counts as 0. Where the known
    weights come to 0 the mean is None, and where all weights come to 0 ``known`` is 0. One division only, so that
    a mean that is a round number comes out as that number and meets a threshold exactly.
    """
    total = known = points = ZERO
    for value, weight in parts:
        total += weight
        if value is not None:
            known += weight
            points += weight * value
    return KnownMean(points / known if known else None, known / total if total else ZERO)


def between(low: Decimal, value: Decimal, high: Decimal) -> Decimal:
    """Return a value held inside two limits."""
    return min(max(value, low), high)
