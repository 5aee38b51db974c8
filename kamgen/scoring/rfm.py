"""RFM: recency, frequency and amount of every account, 1 to 5 by the portfolio's quintiles (methods: E2, S4)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from decimal import Decimal

BEST = 5


def quintiles(values: Mapping[str, Decimal | None], *, low_is_best: bool = False) -> dict[str, int | None]:
    """Return each account's score from 1 to 5, 5 for the best fifth; None where the value is unknown.

    An account stands at ``(accounts below it + half of those level with it, itself included) / all known``, and
    the fifth in which that falls is its score (our reading). So ties share a score, the order of accounts does not
    matter, and small portfolios stay sensible: one account is a 3, two are 2 and 4, three are 1, 3 and 5.
    """
    ordered = sorted(value for value in values.values() if value is not None)
    scores: dict[str, int | None] = {}
    for account_id, value in values.items():
        if value is None:
            scores[account_id] = None
            continue
        twice_below = bisect_left(ordered, value) + bisect_right(ordered, value)
        if low_is_best:
            twice_below = 2 * len(ordered) - twice_below
        scores[account_id] = 1 + BEST * twice_below // (2 * len(ordered))
    return scores
