"""How the health of accounts has moved in the last three months, and mainly why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kamgen.changes.score_history import Cause
from kamgen.pages.context import Context
from kamgen.pages.score_history import HistoryStep, ScoreHistory, cause_name
from kamgen.wording.language import rounded

_MONTHS = 3
_YEAR = 12


def lately_since(as_of: date) -> date:
    """Return the first day of the month three months before: a day on which histories know every score."""
    month = max(as_of.year * _YEAR + as_of.month - 1 - _MONTHS, _YEAR)
    return date(month // _YEAR, month % _YEAR + 1, 1)


def health_on(history: ScoreHistory, day: date) -> Decimal | None:
    """Return the health as it was last known up to a day; None before the plan, after it, and where it was unknown."""
    found = None
    for step in history.steps:
        for when, scores in step.point.drift:
            if when <= day:
                found = scores.health.score
        if step.point.day > day:
            break
        if step.point.kind == "removed":
            found = None
        elif step.point.scores is not None:
            found = step.point.scores.health.score
    return found


def points_lately(histories: Sequence[ScoreHistory], as_of: date) -> Decimal | None:
    """Return by how many points the health has moved, on average over the accounts that knew it then and now."""
    then = lately_since(as_of)
    pairs = [(health_on(history, then), health_on(history, date.max)) for history in histories]
    moved = [now - was for was, now in pairs if was is not None and now is not None]
    return sum(moved, Decimal(0)) / len(moved) if moved else None


def cause_lately(history: ScoreHistory, context: Context) -> str:
    """Return why the health has moved: points by cause, and what moved it most; empty where it has not."""
    points = points_lately([history], context.as_of)
    if points is None or not rounded(points):
        return ""
    t, then = context.wording, lately_since(context.as_of)
    lately = [step for step in history.steps if step.day > then]
    facts = sum((_by_facts(step) for step in lately), Decimal(0))
    causes: list[tuple[Cause, Decimal]] = [("facts", facts), ("time", points - facts)]
    causes.sort(key=lambda cause: -abs(cause[1]))
    said = t.listing([f"{cause_name(cause, context)} {t.signed(size)}" for cause, size in causes if rounded(size)])
    most = max(lately, key=lambda step: abs(_by_facts(step)), default=None)
    told = () if most is None or not _by_facts(most) else most.told.get(context.language, ())
    if causes[0][0] == "time" or not told:
        return said
    return t.text("{causes}: {change}", causes=said, change=told[0])


def _by_facts(step: HistoryStep) -> Decimal:
    return sum((move.size for move in step.point.moves if move.score == "health" and move.cause == "facts"), Decimal(0))
