"""The resource rule: whether the accounts at the top get the time that they should (methods: A7, source S0)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.numbers_by_account import numbers_by_account
from kamgen.scoring.score import AccountScores, HoursBySlice, PyramidSlice, ResourceRule, SliceHours
from kamgen.scoring.weighting import ZERO


def score_resource_rule(
    scores: Mapping[str, AccountScores], pyramid: Sequence[PyramidSlice], asked: Decimal
) -> ResourceRule:
    """Return planned and spent hours by slice beside the share asked for (A7).

    Planned hours are those of all actions that were not dropped, spent hours those of all actions. Each is None where
    no account has any on record.

    Args:
        scores: Scores of all accounts, by id.
        pyramid: The slices, cumulative from the top.
        asked: The share of the hours that should go to the widest slice, 0 to 1.

    """
    hours = numbers_by_account(scores, ("planned-hours", "spent-hours"))
    return ResourceRule(
        asked=asked,
        planned=hours_by_slice(hours["planned-hours"], pyramid),
        spent=hours_by_slice(hours["spent-hours"], pyramid),
    )


def hours_by_slice(hours: Mapping[str, Decimal | None], pyramid: Sequence[PyramidSlice]) -> HoursBySlice | None:
    """Return how hours, by account id, go to the slices of the pyramid; None where nobody has any on record.

    ``share = hours of the slice's accounts / all hours``, those of accounts without a rank included: time that goes
    to them does not go to the top. Accounts without hours on record are left out. Shares are None where all hours
    come to 0.
    """
    whole = known_sum(hours[account_id] for account_id in sorted(hours))
    if whole.amount is None:
        return None
    slices = tuple(_slice_hours(piece, hours, whole.amount) for piece in pyramid)
    return HoursBySlice(whole.amount, whole.known, slices)


def _slice_hours(piece: PyramidSlice, hours: Mapping[str, Decimal | None], total: Decimal) -> SliceHours:
    got = known_sum(hours.get(account_id) for account_id in piece.accounts).amount or ZERO
    return SliceHours(piece.name, got, got / total if total else None)
