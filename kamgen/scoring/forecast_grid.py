"""Many opportunities on a grid: their sum's distribution in bounded time where exact sums are too many (method: D3).

**Rounding keeps the mean.** An amount between two points of the grid goes to both, each with the share that its
distance from the other one gives: what an opportunity brings on average stays as it is, and the sum moves by less than
one step for each. The standard deviation of that movement is at most ``step · √n / 2``, with the steps chosen here no
more than 1/500 of all amounts together. It adds to the spread in quadrature: measured, less than a thousandth of it.

**The many small ones of a very large portfolio** are taken together as normal, with their own mean and variance, in de
Moivre's form of it: a binomial distribution with equal chances. Their distribution is off by at most 0.56 times the
ratio of the largest of them to their standard deviation (Berry–Esseen), usually far less.

Only operations whose result IEEE 754 fixes to the last bit are used (+ − × ÷ √), in a fixed order: every machine gets
the same distribution, and nothing is random.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from math import floor, fsum, sqrt
from typing import NamedTuple

MOST_ON_GRID = 512
"""How many opportunities, the largest ones, keep their own place in the distribution."""

CELLS_EACH, FEWEST_CELLS = 16, 4096
_CELLS_A_DEVIATION = 256
"""The grid is no finer than this for the deviation of the small ones together, which bounds the time."""

_TINY = 1e-18
_WHOLE = 2**62


class Grid(NamedTuple):
    """Weights on equal steps: step ``first + i`` has ``weights[i]``.

    ``width`` is how many units make a step, ``blur`` the bound of what rounding did, in steps.
    """

    width: int
    first: int
    weights: list[int]
    blur: float


def grid_of_wins(amounts: Sequence[int], probabilities: Sequence[float]) -> Grid:
    """Return the distribution of the sum of wins on a grid.

    Args:
        amounts: What each opportunity brings if it is won, in whole units, ascending.
        probabilities: How probable that is, from 0 to 1, in the same order.

    """
    small = max(len(amounts) - MOST_ON_GRID, 0)
    mean = fsum(map(_product, amounts[:small], probabilities))
    deviation = sqrt(fsum(map(_variance, amounts[:small], probabilities)))
    on_grid = len(amounts) - small
    cells = max(FEWEST_CELLS, CELLS_EACH * on_grid)
    width = max(-(-sum(amounts[small:]) // cells), floor(deviation / _CELLS_A_DEVIATION), 1)
    first, masses = _normal(mean / width, deviation / width)
    for amount, probability in zip(amounts[small:], probabilities[small:], strict=True):
        masses = _with_one_more(masses, *divmod(amount, width), width, probability)
        first += _trim(masses)
    if first < 0:
        # The normal has a tail below nothing at all; wins have none.
        masses = [fsum(masses[: 1 - first]), *masses[1 - first :]]
        first = 0
    exact = width == 1 and not small
    return Grid(width, first, [round(mass * _WHOLE) for mass in masses], 0.0 if exact else sqrt(on_grid + 1) / 2)


def _product(amount: int, probability: float) -> float:
    return amount * probability


def _variance(amount: int, probability: float) -> float:
    return amount * amount * probability * (1 - probability)


def _with_one_more(masses: list[float], cell: int, rest: int, width: int, probability: float) -> list[float]:
    """Return the masses with one more opportunity, which brings ``cell`` steps and ``rest`` of ``width`` of another."""
    lose, high = 1 - probability, probability * (rest / width)
    low = probability - high
    behind = [*repeat(0.0, cell), *masses, 0.0]
    masses = [*masses, *repeat(0.0, cell + 1)]
    if not rest:
        return [lose * lost + low * won for lost, won in zip(masses, behind, strict=True)]
    ahead = [*repeat(0.0, cell + 1), *masses[: -cell - 1]]
    return [lose * lost + low * won + high * up for lost, won, up in zip(masses, behind, ahead, strict=True)]


def _trim(masses: list[float]) -> int:
    """Take what is next to impossible off both ends, and return how much that moves the first one."""
    while masses[-1] < _TINY:
        masses.pop()
    begin = 0
    while masses[begin] < _TINY:
        begin += 1
    del masses[:begin]
    return begin


def _normal(mean: float, deviation: float) -> tuple[int, list[float]]:
    """Return a normal distribution on whole steps, as the binomial one of this mean and variance with equal chances."""
    trials = round(4 * deviation * deviation)
    middle = trials // 2
    right = [1.0]
    for successes in range(middle, trials):
        right.append(right[-1] * (trials - successes) / (successes + 1))
        if right[-1] < _TINY:
            break
    left: list[float] = []
    mass = 1.0
    for successes in range(middle, 0, -1):
        mass *= successes / (trials - successes + 1)
        if mass < _TINY:
            break
        left.append(mass)
    masses = [*reversed(left), *right]
    whole = fsum(masses)
    begin = mean - trials / 2 + (middle - len(left))
    # A mean between two steps goes to both, as an amount does.
    first = floor(begin)
    up = begin - first
    behind, masses = [0.0, *masses], [*masses, 0.0]
    masses = [(mass * (1 - up) + before * up) / whole for mass, before in zip(masses, behind, strict=True)]
    return first + _trim(masses), masses
