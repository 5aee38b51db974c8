"""The pyramid of value, 20/4/1: which few accounts bring how much, measured (methods: A3, source S0)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kamgen.plan.settings import Pyramid
from kamgen.scoring.numbers_by_account import numbers_by_account
from kamgen.scoring.score import AccountScores, PyramidSlice, SliceName
from kamgen.scoring.weighting import ZERO

SLICES: tuple[SliceName, ...] = ("summit", "super", "high-value")
"""The slices of the pyramid from the top; each holds the one before it."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Accounts by value, best first; those whose value is unknown stand apart, by id."""

    ranked: tuple[str, ...]
    unranked: tuple[str, ...]
    slices: tuple[PyramidSlice, ...]

    def slice_of(self, rank: int) -> SliceName:
        """Return the innermost slice of a rank from 1; ``base`` below the pyramid's slices."""
        return next((piece.name for piece in self.slices if rank <= len(piece.accounts)), "base")


def rank_accounts(scores: Mapping[str, AccountScores], settings: Pyramid) -> Ranking:
    """Return the accounts ranked by the settings' measure, ties by id, and what each slice really brings.

    The shares of ``settings.slices`` are of the ranked accounts, rounded half-up, at least one account. A slice's
    revenue share is of all revenue to date, that of unranked accounts included. No ranked account, no slices.
    """
    measured = numbers_by_account(scores, (settings.by,))[settings.by]
    values = {account_id: value for account_id, value in measured.items() if value is not None}
    ranked = tuple(sorted(values, key=lambda account_id: (-values[account_id], account_id)))
    revenues = {account_id: score.lifetime_value.to_date or ZERO for account_id, score in scores.items()}
    pieces = zip(SLICES, settings.slices, strict=True) if ranked else ()
    return Ranking(
        ranked=ranked,
        unranked=tuple(sorted(scores.keys() - values.keys())),
        slices=tuple(_slice(name, share, ranked, values, revenues) for name, share in pieces),
    )


def slice_size(share: Decimal, accounts: int) -> int:
    """Return how many accounts a share of them is: rounded half-up, at least one, at most all."""
    rounded = int((share * accounts).quantize(Decimal(1), ROUND_HALF_UP))
    return min(max(rounded, 1), accounts)


def _slice(
    name: SliceName,
    share: Decimal,
    ranked: Sequence[str],
    values: Mapping[str, Decimal],
    revenues: Mapping[str, Decimal],
) -> PyramidSlice:
    accounts = tuple(ranked[: slice_size(share, len(ranked))])
    value = sum((values[account_id] for account_id in accounts), ZERO)
    revenue = sum((revenues[account_id] for account_id in accounts), ZERO)
    return PyramidSlice(
        name=name,
        share=share,
        accounts=accounts,
        value=value,
        value_share=_share(value, sum(values.values(), ZERO)),
        revenue=revenue,
        revenue_share=_share(revenue, sum(revenues.values(), ZERO)),
    )


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return part / whole if whole > 0 else None
