"""How a score has moved since a quarter before, in words for the eye and for the ear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.pages.context import Context
from kamgen.scoring.earlier_scores import EarlierScore
from kamgen.wording.language import rounded
from kamgen.wording.spans import short_day

KNOWN_APART = Decimal("0.1")
"""Difference between what was and what is known of a score from which on it is told: it may be why the score moved."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How a score has moved: ``shown`` with a mark, such as “↑ 4 since 6 Feb”, ``spoken`` with a word in its place.

    ``known`` tells how much of it was known then where that was clearly less or more than now; else it is empty.
    """

    shown: str
    spoken: str
    known: str = ""


def trend(before: EarlierScore, score: Decimal | None, known: Decimal, day: date, context: Context) -> Trend | None:
    """Return how a score has moved since a day; None where it is not known now, or was not then.

    Points are those between the whole numbers that people read. The mark is an arrow: triangles are bands of health.
    """
    points = points_moved(before, score)
    if points is None:
        return None
    t, since = context.wording, short_day(day, context.language)
    apart = abs(known - before.known) >= KNOWN_APART
    then = t.text("{share} known on {day}", share=t.percent(before.known), day=since) if apart else ""
    if not points:
        unchanged = t.text("unchanged since {day}", day=since)
        return Trend(unchanged, unchanged, then)
    size = abs(points)
    if points > 0:
        shown = t.text("↑ {points} since {day}", points=t.number(size), day=since)
        spoken = t.text("up {n} point since {day}|up {n} points since {day}", n=size, day=since)
    else:
        shown = t.text("↓ {points} since {day}", points=t.number(size), day=since)
        spoken = t.text("down {n} point since {day}|down {n} points since {day}", n=size, day=since)
    return Trend(shown, spoken, then)


def points_moved(before: EarlierScore, score: Decimal | None) -> int | None:
    """Return by how many whole points a score has moved; None where it is not known now, or was not then."""
    if score is None or before.score is None:
        return None
    return int(rounded(score) - rounded(before.score))
