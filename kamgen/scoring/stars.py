"""Five stars: what an account has earned, what that brings it, and what the next star needs (method: F3, source S3)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kamgen.plan.settings import Scoring
from kamgen.plan.values import LocalisedText
from kamgen.scoring.thresholds import first_reached


@dataclass(frozen=True, slots=True)
class NextStar:
    """The next step up: its number of stars, the score it begins at, the points missing to it, what it would bring."""

    stars: int
    threshold: Decimal
    missing: Decimal
    entitlements: tuple[str | LocalisedText, ...]


@dataclass(frozen=True, slots=True)
class StarRating:
    """Stars, 1 to 5, the service that they bring, and the next step; ``next_star`` None at the top.

    ``stars`` is None where the score is below every step. ``entitlements`` are those of this number of stars alone,
    as the settings list them: what fewer stars bring is repeated there if it is to hold.
    """

    stars: int | None
    entitlements: tuple[str | LocalisedText, ...]
    next_star: NextStar | None


def earned_stars(score: Decimal | None, scoring: Scoring) -> int | None:
    """Return the stars of the first step, highest first, that a composite score (0 to 100) reaches.

    None where the score is unknown, and where it is below every step.
    """
    return first_reached(score, scoring.stars)


def rate_stars(score: Decimal | None, scoring: Scoring) -> StarRating | None:
    """Return what a composite score brings, and the points missing to the nearest step with more stars.

    None where the score is unknown: then nobody can say what is missing.
    """
    if score is None:
        return None
    stars = earned_stars(score, scoring)
    higher = [step for step in scoring.stars if step[0] > score and step[1] > (stars or 0)]
    return StarRating(
        stars=stars,
        entitlements=_entitlements(stars, scoring),
        next_star=_next_star(min(higher), score, scoring) if higher else None,
    )


def _next_star(step: tuple[Decimal, int], score: Decimal, scoring: Scoring) -> NextStar:
    threshold, stars = step
    return NextStar(stars, threshold, threshold - score, _entitlements(stars, scoring))


def _entitlements(stars: int | None, scoring: Scoring) -> tuple[str | LocalisedText, ...]:
    return next((brought for number, brought in scoring.entitlements.items() if number == str(stars)), ())
