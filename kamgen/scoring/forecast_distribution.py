"""What the open opportunities may bring together: the distribution of the sum of their wins (method: D3, source S2).

Each opportunity brings its whole amount or nothing, with its own probability and whatever becomes of the others. The
range (P10, P50, P90) and the chance to reach a target are read from the exact distribution. Probabilities are whole
numbers over a common denominator: a first stage of 0.1 puts P10 or P90 exactly on an edge, where the nearest binary
fraction falls on the wrong side. Measured for ten opportunities: 0.15 ms, with Decimal 0.25 ms, with Fraction 3.6 ms.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import gcd, lcm
from typing import NamedTuple

from kamgen.scoring.forecast_grid import grid_of_wins
from kamgen.scoring.weighting import ZERO

EXACT_SUMS = 2**16
"""How many sums may be formed for an exact distribution: 15 opportunities of any amounts, many more of even ones."""

_ALWAYS_EXACT = 15
_ONE = Decimal(1)


class WinChance(NamedTuple):
    """What an open opportunity brings if it is won, from 0, and how probable that is, 0 to 1."""

    amount: Decimal
    probability: Decimal


@dataclass(frozen=True, slots=True)
class WinDistribution:
    """The distribution of the sum of independent wins.

    ``sums`` are the possible sums in multiples of ``step``, ascending; ``cumulative`` is the weight of each and all
    below it, its last entry the whole. ``mean`` (``Σ amount · probability``) and ``variance``
    (``Σ amount² · probability · (1 − probability)``) are exact in any case. ``blur`` is 0 for an exact distribution;
    on a grid, the standard deviation of what rounding may have moved the sum by is at most this.
    """

    step: Fraction
    sums: Sequence[int]
    cumulative: Sequence[int]
    mean: Decimal
    variance: Decimal
    blur: Decimal

    @property
    def standard_deviation(self) -> Decimal:
        """Square root of the variance."""
        return self.variance.sqrt()

    def quantile(self, share: Decimal) -> Decimal:
        """Return the smallest sum that is not exceeded with at least this probability (0 to 1).

        So P10 is the low end: in one case of ten the wins come to this or less. (Reserves of oil are often stated
        the other way round, by the chance of more.) It is always a sum that can really come.
        """
        numerator, denominator = share.as_integer_ratio()
        wanted = -(-numerator * self.cumulative[-1] // denominator)
        return self._amount(self.sums[bisect_left(self.cumulative, max(wanted, 1))])

    def reach(self, amount: Decimal) -> Decimal:
        """Return the probability that the wins come to an amount or more, 0 to 1."""
        place = bisect_left(self.sums, -(-Fraction(amount) // self.step))
        whole = self.cumulative[-1]
        below = self.cumulative[place - 1] if place else 0
        return Decimal(whole - below) / Decimal(whole)

    def _amount(self, steps: int) -> Decimal:
        return Decimal(steps * self.step.numerator) / Decimal(self.step.denominator)


def distribution_of_wins(chances: Iterable[WinChance]) -> WinDistribution:
    """Return the distribution of what opportunities bring together, 0 for certain where there are none.

    Exact up to 15 opportunities, and beyond as long as no more than :data:`EXACT_SUMS` sums have to be formed: equal
    amounts and round ones meet in the same sums. Larger portfolios are put on a grid (:mod:`.forecast_grid`): nothing
    is drawn at random, and the order of opportunities changes nothing.
    """
    known = sorted(chance for chance in chances if chance.amount and chance.probability)
    ratios = [chance.amount.as_integer_ratio() for chance in known]
    denominator = lcm(*(ratio[1] for ratio in ratios))
    amounts = [ratio[0] * (denominator // ratio[1]) for ratio in ratios]
    unit = gcd(*amounts) or 1
    steps = [amount // unit for amount in amounts]
    step = Fraction(unit, denominator)
    mean = sum((chance.amount * chance.probability for chance in known), ZERO)
    variance = sum((amount * amount * chance * (_ONE - chance) for amount, chance in known), ZERO)
    probabilities = [chance.probability for chance in known]
    if len(known) <= _ALWAYS_EXACT or _sums_to_form(steps) <= EXACT_SUMS:
        sums, weights = _exact(steps, probabilities)
        return WinDistribution(step, sums, tuple(accumulate(weights)), mean, variance, ZERO)
    grid = grid_of_wins(steps, [float(probability) for probability in probabilities])
    places = range(grid.first, grid.first + len(grid.weights))
    step *= grid.width
    blur = Decimal(step.numerator) / Decimal(step.denominator) * Decimal(grid.blur)
    return WinDistribution(step, places, tuple(accumulate(grid.weights)), mean, variance, blur)


def _sums_to_form(steps: Sequence[int]) -> int:
    """Return how many sums are formed at most, over all opportunities; ``steps`` ascending."""
    formed, before, alike, total, equal = 0, 1, 1, 0, 0
    for place, step in enumerate(steps):
        equal = equal + 1 if place and steps[place - 1] == step else 1
        if equal == 1:
            before = alike
        total += step
        # Equal amounts: k of them bring one of k + 1 sums. And all sums are whole numbers from 0 to the total.
        alike = min(before * (equal + 1), total + 1)
        formed += alike
        if formed > EXACT_SUMS:
            break
    return formed


def _exact(steps: Sequence[int], probabilities: Sequence[Decimal]) -> tuple[tuple[int, ...], list[int]]:
    """Return every sum that can come, ascending, and its weight as a whole number."""
    weights = {0: 1}
    for step, probability in zip(steps, probabilities, strict=True):
        win, whole = probability.as_integer_ratio()
        lose = whole - win
        after = {total: weight * lose for total, weight in weights.items()} if lose else {}
        for total, weight in weights.items():
            after[total + step] = after.get(total + step, 0) + weight * win
        weights = after
    sums = tuple(sorted(weights))
    return sums, [weights[total] for total in sums]
