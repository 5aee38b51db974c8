"""Metrics of many accounts side by side, as what compares accounts needs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kamgen.scoring.score import AccountScores


def numbers_by_account(
    scores: Mapping[str, AccountScores], names: Sequence[str]
) -> dict[str, dict[str, Decimal | None]]:
    """Return metrics by name and account id; None where a metric is unknown or no number.

    Every account is read once: of ten thousand accounts the computer's caches hold a few, and fetching one again costs
    more than all that is done with it.
    """
    found: dict[str, dict[str, Decimal | None]] = {name: {} for name in names}
    for account_id, score in scores.items():
        metrics = score.metrics
        for name, values in found.items():
            value = metrics.get(name)
            values[account_id] = value if isinstance(value, Decimal) else None
    return found
