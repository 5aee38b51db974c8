"""Accounts whose health is not what it was a quarter before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.summary import AccountSummary
from kamgen.pages.trend import KNOWN_APART, points_moved
from kamgen.scoring.earlier_scores import EarlierScores
from kamgen.scoring.score import HealthBand
from kamgen.wording.spans import short_day

LISTED = 10
"""How many accounts are listed."""

WORTH_TELLING = 5
"""Points from which on a change is told even where the band is the same."""


@dataclass(frozen=True, slots=True)
class HealthLevel:
    """A health: its points, its band, and the word for the band."""

    points: str
    state: HealthBand | None
    word: str


@dataclass(frozen=True, slots=True)
class HealthChange:
    """How the health of an account has moved; ``known`` is how much of it was and is known, where that differs much."""

    account: str
    address: str
    before: HealthLevel
    now: HealthLevel
    points: str
    known: str
    owner: str
    owner_address: str


@dataclass(frozen=True, slots=True)
class HealthChanges:
    """The accounts whose health has moved, the biggest drop first; ``more`` says how many are left out.

    ``then`` and ``now`` are the days that are compared, as columns are headed with them. ``known_apart`` tells whether
    of any of them much more or less is known than then.
    """

    since: str
    then: str
    now: str
    changes: tuple[HealthChange, ...]
    known_apart: bool
    more: str


def health_changes(summaries: Sequence[AccountSummary], context: Context) -> HealthChanges | None:
    """Return whose health changed band, or by 5 points or more; None where nobody's did, or nobody knows."""
    moved = [
        (points, summary.id, earlier, summary)
        for summary in summaries
        if (earlier := summary.earlier) is not None
        and (points := points_moved(earlier.health, summary.scores.health.score)) is not None
        and (abs(points) >= WORTH_TELLING or summary.scores.health.band != earlier.health_band)
    ]
    if not moved:
        return None
    moved.sort(key=lambda change: change[:2])
    t, day, left_out = context.wording, moved[0][2].day, len(moved) - LISTED
    changes = tuple(_change(points, summary, earlier, context) for points, _, earlier, summary in moved[:LISTED])
    return HealthChanges(
        since=t.text("Another band, or 5 points and more, since {day}; biggest drop first", day=day),
        then=short_day(day, context.language),
        now=short_day(context.as_of, context.language),
        changes=changes,
        known_apart=any(change.known for change in changes),
        more=t.text("and {n} more account|and {n} more accounts", n=left_out) if left_out > 0 else "",
    )


def _change(points: int, summary: AccountSummary, earlier: EarlierScores, context: Context) -> HealthChange:
    t, health = context.wording, summary.scores.health
    apart = abs(health.known - earlier.health.known) >= KNOWN_APART
    return HealthChange(
        account=t.of(summary.name),
        address=account_address(summary.id),
        before=_level(earlier.health.score, earlier.health_band, context),
        now=_level(health.score, health.band, context),
        points=t.signed(points) if points else "0",
        known=f"{t.percent(earlier.health.known)} → {t.percent(health.known)}" if apart else "",
        owner=context.member(summary.owner),
        owner_address=member_address(summary.owner),
    )


def _level(score: Decimal | None, band: HealthBand | None, context: Context) -> HealthLevel:
    t = context.wording
    return HealthLevel(t.number(score, 0), band, "" if band is None else t.label("health", band))
