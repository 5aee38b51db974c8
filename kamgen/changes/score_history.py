"""How the scores of an account got to where they are: a point for everything that can have moved them, and why.

All points are scored with the same rules, those of today, so that they can be compared; the rules of a point's own
time are told beside them where they say something else. Points are kept pickled; without ``slots`` that is twice as
fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.earlier_scores import EarlierScore
from kamgen.scoring.evaluation import evaluate
from kamgen.scoring.key_account import score_key_account
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.score import HealthBand
from kamgen.wording.language import rounded

PointKind = Literal["plan", "rules", "unreadable", "removed", "now"]
"""What makes a point: the plan or the settings were changed, the plan cannot be read, it is gone; how it is now."""

Cause = Literal["time", "rules", "facts"]
"""What moves a score: days that pass, the settings, what is written in the plan."""

CAUSES: tuple[Cause, ...] = ("facts", "rules", "time")
"""All causes, that first which somebody can be asked about."""

ScoreName = Literal["health", "relationship", "key_account", "forecast"]

SCORES: tuple[ScoreName, ...] = ("health", "relationship", "key_account", "forecast")
"""The scores that a history follows; the forecast is money, the others are points from 0 to 100."""

_WITHOUT_INFLUENCE = {
    "title", "language", "languages", "as_of", "repository", "team", "checks", "segments", "programme", "briefs"
}  # fmt: skip
"""Settings that no score reads."""

_YEAR = 12
_MOST_MONTHS = 120


@dataclass(frozen=True)
class Standing:
    """The scores of an account on a day: points from 0 to 100 with how much was known, and the weighted forecast.

    ``weighted`` is in the reporting currency; what is unknown is None.
    """

    health: EarlierScore
    health_band: HealthBand | None
    relationship: EarlierScore
    key_account: EarlierScore
    class_label: str | None
    stars: int | None
    weighted: Decimal | None

    def value(self, score: ScoreName) -> Decimal | None:
        """Return a score; None where it is not known."""
        if score == "forecast":
            return self.weighted
        known: EarlierScore = getattr(self, score)
        return known.score


@dataclass(frozen=True)
class Move:
    """What one cause did to one score.

    A move by ``rules`` is between what the rules before and after said on that day, and not by today's rules.
    """

    score: ScoreName
    cause: Cause
    before: Decimal | None
    after: Decimal | None

    @property
    def size(self) -> Decimal:
        """By how much the score rose; 0 where it was or is not known."""
        return Decimal(0) if self.before is None or self.after is None else self.after - self.before

    @property
    def shows(self) -> bool:
        """Whether people see a difference: they read whole points and whole units of money."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        return rounded(self.before) != rounded(self.after)


@dataclass(frozen=True)
class Point:
    """Where the scores stood at one moment, and what moved them there since the point before.

    Attributes:
        kind: What makes the point.
        day: The day that it is scored on.
        scores: The scores by today's rules; None where the plan is gone or cannot be read.
        then: The scores by the rules of that moment, where they say something else.
        moves: What moved the scores, however little: time first, then rules, then facts.
        drift: The scores at the beginnings of the months since the point before: what time alone did until then.

    """

    kind: PointKind
    day: date
    scores: Standing | None
    then: Standing | None = None
    moves: tuple[Move, ...] = ()
    drift: tuple[tuple[date, Standing], ...] = ()


@dataclass(frozen=True)
class State:
    """A plan as it could be read last, the rules that held then, and the day."""

    plan: Account
    rules: Settings
    day: date

    def standing(self, rules: Settings, day: date | None = None) -> Standing:
        """Return its scores by some rules, on its own day unless another is given."""
        return standing(self.plan, rules, day or self.day)


def standing(plan: Account, rules: Settings, day: date) -> Standing:
    """Return the scores that a history follows, as :func:`~kamgen.scoring.account.score_account` has them.

    Only those metrics are computed that the rules ask for: all of them take as long as all else together.
    """
    found, scoring = evaluate(plan, rules, day), rules.scoring
    asked = {criterion.metric for criterion in scoring.criteria} & METRICS.keys()
    metrics = {name: METRICS[name].compute(found) for name in asked if name is not None}
    health, relationship = found.health, found.relationship
    key_account = score_key_account(plan, metrics, scoring)
    return Standing(
        health=EarlierScore(health.score, health.known),
        health_band=health.band,
        relationship=EarlierScore(relationship.score, relationship.known),
        key_account=EarlierScore(key_account.score, key_account.known),
        class_label=key_account.class_label,
        stars=key_account.stars,
        weighted=found.forecast.weighted,
    )


def point(kind: PointKind, before: State | None, now: State, today: Settings, was: Standing | None = None) -> Point:
    """Return the point of a state after the one before; None before is the beginning.

    First the day moves, then the rules, then the plan: the facts' part is what a change of the plan did on its day.

    Args:
        kind: What makes the point.
        before: The state before.
        now: The state that the point is about.
        today: The rules that all points are scored with.
        was: The scores of the state before by these rules, where they are known already.

    """
    then = None if same_rules(now.rules, today) else now.standing(now.rules)
    if before is None:
        scores = now.standing(today)
        return Point(kind, now.day, scores, then if then != scores else None)
    was = was or before.standing(today)
    aged = was if before.day == now.day else before.standing(today, now.day)
    scores = aged if before.plan is now.plan else now.standing(today)
    moves = (*_moves("time", was, aged), *_rule_moves(before, now), *_moves("facts", aged, scores))
    drift = tuple((day, before.standing(today, day)) for day in months_begun(before.day, now.day))
    return Point(kind, now.day, scores, then if then != scores else None, moves, drift)


def months_begun(first: date, last: date) -> Iterator[date]:
    """Yield the first days of the months that began between two days; of a long time only the last ones."""
    months = range(first.year * _YEAR + first.month, last.year * _YEAR + last.month)
    days = (date(month // _YEAR, month % _YEAR + 1, 1) for month in months[-_MOST_MONTHS:])
    return (day for day in days if day < last)


def same_rules(one: Settings, other: Settings) -> bool:
    """Tell whether two settings score every plan alike: they differ at most in what no score reads."""
    return one is other or rules_text(one) == rules_text(other)


def rules_text(settings: Settings) -> str:
    """Return the part of the settings that scores read, as text: the same text, the same scores."""
    return settings.model_dump_json(exclude=_WITHOUT_INFLUENCE)


def moved_by(moves: tuple[Move, ...], score: ScoreName) -> Mapping[Cause, Move]:
    """Return what moved one score, by cause."""
    return {move.cause: move for move in moves if move.score == score}


def _rule_moves(before: State, now: State) -> tuple[Move, ...]:
    if same_rules(before.rules, now.rules):
        return ()
    return _moves("rules", before.standing(before.rules, now.day), before.standing(now.rules, now.day))


def _moves(cause: Cause, before: Standing, after: Standing) -> tuple[Move, ...]:
    pairs = ((score, before.value(score), after.value(score)) for score in SCORES)
    return tuple(Move(score, cause, was, now) for score, was, now in pairs if was != now)
