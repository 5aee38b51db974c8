"""A person's own judgement beside the computed health: never mixed into it, held against it (methods: "Scores")."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kamgen.plan.account import Sentiment
from kamgen.scoring.score import Health, Judgement

GOOD_FROM = 4
"""Judgement, of 5, from which on somebody says that the account is well."""
BAD_UP_TO = 2
"""Judgement up to which somebody says that it is not."""
ENOUGH_KNOWN = Decimal("0.5")
"""Share of the health that must be known before it can contradict anybody."""


def judgement(sentiment: Sentiment | None, health: Health, as_of: date) -> Judgement | None:
    """Return what somebody thinks of the account, and whether the computed health says the opposite.

    It does where the judgement is 4 or 5 and the health red, or 1 or 2 and green. Not known (None) while less than
    half of the health is known. None for a plan without a judgement; one dated after ``as_of`` has not been made.
    """
    if sentiment is None or (sentiment.date is not None and sentiment.date > as_of):
        return None
    return Judgement(value=sentiment.value, reason=sentiment.reason, disagrees=_disagrees(sentiment.value, health))


def _disagrees(value: int, health: Health) -> bool | None:
    if health.score is None or health.known < ENOUGH_KNOWN:
        return None
    return (value >= GOOD_FROM and health.band == "red") or (value <= BAD_UP_TO and health.band == "green")
