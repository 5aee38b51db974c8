"""RFM: recency, frequency and amount of every account, 1 to 5 by the portfolio's quintiles (methods: E2, S4)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from decimal import Decimal

BEST = 5


def quintiles(values: Mapping[str, Decimal | None], *, low_is_best: bool = False) -> dict[str, int | None]:
    """Return each account's score from 1 to 5, 5 for the best fifth; None where the value is unknown."""
    return portions(values, BEST, low_is_best=low_is_best)


def portions(values: Mapping[str, Decimal | None], count: int, *, low_is_best: bool = False) -> dict[str, int | None]:
    """Return in which of so many equal portions of the portfolio each account falls, ``count`` for the best one.

    An account stands at ``(accounts below it + half of those level with it, itself included) / all known``, and
    the portion in which that falls is its own (our reading). So ties share a portion, the order of accounts does not
    matter, and small portfolios stay sensible: of fifths, one account is a 3, two are 2 and 4, three are 1, 3 and 5.
    None where the value is unknown.
    """
    ordered = sorted(value for value in values.values() if value is not None)
    found: dict[str, int | None] = {}
    for account_id, value in values.items():
        if value is None:
            found[account_id] = None
            continue
        twice_below = bisect_left(ordered, value) + bisect_right(ordered, value)
        if low_is_best:
            twice_below = 2 * len(ordered) - twice_below
        found[account_id] = 1 + count * twice_below // (2 * len(ordered))
    return found
