"""How an account stood some time before: what its scores of today are held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.score import HealthBand

TREND_DAYS = 91
"""A quarter: long enough for a score to move for a reason, short enough to do something about it."""


@dataclass(frozen=True)
class EarlierScore:
    """A score as it was, 0 to 100 or None for unknown, and how much of it was known, 0 to 1.

    The latter belongs to it: a score may have moved only because more is known.
    """

    score: Decimal | None
    known: Decimal


@dataclass(frozen=True)
class EarlierScores:
    """An account's scores on an earlier day.

    Plan quality is not among them: it counts what the checks find, and today's settings, with members and products
    that have come and gone since, would find in an old plan what nobody could mend then.
    """

    day: date
    health: EarlierScore
    health_band: HealthBand | None
    relationship: EarlierScore
    key_account: EarlierScore


def earlier_day(as_of: date) -> date | None:
    """Return the day that a day is held against, a quarter before; None before the calendar begins."""
    return as_of - timedelta(days=TREND_DAYS) if as_of.toordinal() > TREND_DAYS else None


def earlier_scores(account_id: str, account: Account, settings: Settings, day: date) -> EarlierScores:
    """Return the scores of a plan as it stood on an earlier day.

    Rules and settings are today's, so that only the facts and the time between can have moved a score.
    """
    scores = score_account(account_id, account, settings, day)
    health, relationship, key_account = scores.health, scores.relationship, scores.key_account
    return EarlierScores(
        day=day,
        health=EarlierScore(health.score, health.known),
        health_band=health.band,
        relationship=EarlierScore(relationship.score, relationship.known),
        key_account=EarlierScore(key_account.score, key_account.known),
    )
