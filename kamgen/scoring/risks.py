"""What could cost us the account, the biggest first (methods: E9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.plan.reviews import Risk
from kamgen.scoring.weighting import ZERO
from kamgen.wording.phrase import Phrase, phrase

WORST_RISK = 25
"""Likelihood 5 × impact 5."""


@dataclass(frozen=True, slots=True)
class RatedRisk:
    """A risk with its rating, likelihood × impact from 1 to 25, and its exposure, the same from 0 to 1."""

    risk: Risk
    rating: int | None
    exposure: Decimal | None


@dataclass(frozen=True, slots=True)
class Risks:
    """Open risks, the biggest first and those not rated last; ``exposure`` is that of the biggest, 0 to 1.

    ``unrated`` is how many of them lack a likelihood or an impact, ``closed`` how many risks are behind us.
    """

    open: tuple[RatedRisk, ...]
    unrated: int
    closed: int
    exposure: Decimal | None
    assumptions: tuple[Phrase, ...]


ASSUMPTIONS = (phrase("The exposure is that of the largest open risk: two middling risks do not make a deadly one"),)


def score_risks(risks: Sequence[Risk]) -> Risks:
    """Return the open risks by their exposure, ``likelihood·impact / 25`` (E9)."""
    rated = tuple(
        RatedRisk(risk, rating, None if rating is None else Decimal(rating) / WORST_RISK)
        for risk in biggest_first(risks)
        if risk.status == "open"
        for rating in (risk_rating(risk),)
    )
    return Risks(
        open=rated,
        unrated=sum(found.rating is None for found in rated),
        closed=len(risks) - len(rated),
        exposure=risk_exposure(risks),
        assumptions=ASSUMPTIONS,
    )


def biggest_first(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """Return open risks by their rating, those not rated last, then closed ones likewise."""
    return tuple(sorted(risks, key=lambda risk: (risk.status != "open", -(risk_rating(risk) or 0), risk.id)))


def risk_rating(risk: Risk) -> int | None:
    """Return likelihood × impact, 1 to 25; None where one of them is not rated."""
    if risk.likelihood is None or risk.impact is None:
        return None
    return risk.likelihood * risk.impact


def risk_exposure(risks: Sequence[Risk]) -> Decimal | None:
    """Return the largest ``likelihood·impact / 25`` of the open risks, 0 to 1 (E9).

    0 where every risk is closed; None where none is written down, or the open ones are not rated.
    """
    if not risks:
        return None
    still_open = [risk for risk in risks if risk.status == "open"]
    if not still_open:
        return ZERO
    rated = [rating for risk in still_open if (rating := risk_rating(risk)) is not None]
    return Decimal(max(rated)) / WORST_RISK if rated else None
