"""What a change did to the scores of an account, split into what the day, the rules and the facts did.

An account is scored four times, each time with one cause more: as it was before; on the later day; with the later
rules as well; and with the later plan. So what the facts did is what today's rules say of them on the later day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, get_args

from kamgen.changes.score_history import Cause
from kamgen.scoring.relationship import COVERAGE_WEIGHT, ROLES_WEIGHT, SUPPORT_WEIGHT, THREADS_WEIGHT
from kamgen.scoring.score import AccountScores, Health, KeyAccountScore, PlanQuality, Relationship
from kamgen.scoring.weighting import HUNDRED, ZERO, known_mean

ScoreName = Literal[
    "key_account.score",
    "key_account.class",
    "key_account.stars",
    "key_account.is_key_account",
    "relationship.score",
    "health.score",
    "health.band",
    "plan_quality.score",
    "activity.state",
    "forecast.weighted",
]
"""A score under the name that it has in the JSON of ``kamgen score``."""

ScoreValue = Decimal | int | str | bool | None

Parts = Mapping[str, tuple[Decimal | None, Decimal]]
"""What a score is made of: by name its points, None where they are not known, and what they weigh."""

RISK = "risk"
"""What takes points off the health, among its parts."""

ADDED_UP: tuple[ScoreName, ...] = (
    "key_account.score", "relationship.score", "health.score", "plan_quality.score", "forecast.weighted",
)  # fmt: skip
"""Scores that are numbers, so that the parts of a move add up to the whole."""

_WORTH_A_WORD = Decimal("0.5")
"""Points that a part must have moved its score by, to be named."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The scores of an account; ``quality`` is that of its plan, None where nobody asked for it."""

    scores: AccountScores
    quality: PlanQuality | None = None

    def value(self, name: ScoreName) -> ScoreValue:
        """Return a score; None where it is not known."""
        key = self.scores.key_account
        match name:
            case "key_account.score":
                return key.score
            case "key_account.class":
                return key.class_label
            case "key_account.stars":
                return key.stars
            case "key_account.is_key_account":
                return key.is_key_account
            case "relationship.score":
                return self.scores.relationship.score
            case "health.score":
                return self.scores.health.score
            case "health.band":
                return self.scores.health.band
            case "plan_quality.score":
                return None if self.quality is None else self.quality.score
            case "activity.state":
                return self.scores.activity.state
            case "forecast.weighted":
                return self.scores.forecast.weighted


@dataclass(frozen=True, slots=True)
class Course:
    """How an account stood before, and after each cause: the later day, then the later rules, then the later plan."""

    before: Standing
    time: Standing
    rules: Standing
    facts: Standing

    @property
    def steps(self) -> tuple[tuple[Cause, Standing, Standing], ...]:
        """Each cause with what was before it and after it."""
        return (
            ("time", self.before, self.time),
            ("rules", self.time, self.rules),
            ("facts", self.rules, self.facts),
        )


@dataclass(frozen=True, slots=True)
class Driver:
    """The part of a score that moved it most: a part of the health or the relationship, a criterion's id.

    ``before`` and ``after`` are its points, 0 to 100; of :data:`RISK` the points that it takes off.
    """

    part: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class ScoreMove:
    """How one score moved, and why.

    Attributes:
        score: Which one.
        before: What it was; None where it was not known, or the account not there.
        after: What it is.
        causes: What moved it, the largest part first.
        parts: How much each cause moved it; together ``after - before``. Empty for words, and where the score was or
            is not known: then nothing can be added up.
        driver: The part of it that moved it most, where that is clear.

    """

    score: ScoreName
    before: ScoreValue
    after: ScoreValue
    causes: tuple[Cause, ...]
    parts: Mapping[Cause, Decimal] = field(default_factory=dict)
    driver: Driver | None = None


SCORES: tuple[ScoreName, ...] = get_args(ScoreName)
"""All of them, in the order in which people look at them."""


def score_moves(course: Course, *, same_currency: bool = True) -> tuple[ScoreMove, ...]:
    """Return the scores that moved, also those that several causes moved back to where they were.

    Money in two reporting currencies has no parts: nothing can be added up.
    """
    return tuple(move for name in SCORES if (move := _move(name, course, same_currency)) is not None)


def scores_of_one(standing: Standing, *, gone: bool = False) -> tuple[ScoreMove, ...]:
    """Return the scores of an account that came or, with ``gone``, went: on the other side nothing is known."""
    values = ((name, standing.value(name)) for name in SCORES)
    return tuple(
        ScoreMove(name, value if gone else None, None if gone else value, ("facts",))
        for name, value in values
        if value is not None
    )


def _move(name: ScoreName, course: Course, same_currency: bool) -> ScoreMove | None:
    steps = {cause: (was.value(name), now.value(name)) for cause, was, now in course.steps}
    moved = [cause for cause, (was, now) in steps.items() if was != now]
    before, after = course.before.value(name), course.facts.value(name)
    parts = _parts(name, steps) if same_currency or name != "forecast.weighted" else {}
    if before == after and not (parts and moved):
        return None
    causes = sorted(moved, key=lambda cause: -abs(parts.get(cause, ZERO)))
    return ScoreMove(name, before, after, tuple(causes), parts, _driver(name, course))


def _parts(name: ScoreName, steps: Mapping[Cause, tuple[ScoreValue, ScoreValue]]) -> dict[Cause, Decimal]:
    """Return how much each cause moved a number that is known all along; causes that moved nothing are left out."""
    if name not in ADDED_UP:
        return {}
    parts: dict[Cause, Decimal] = {}
    for cause, (was, now) in steps.items():
        if not isinstance(was, Decimal) or not isinstance(now, Decimal):
            return {}
        if was != now:
            parts[cause] = now - was
    return parts


def _driver(name: ScoreName, course: Course) -> Driver | None:
    """Return the part whose own move, the others being as they are now, moved the score furthest the way it went."""
    before, after = course.before.value(name), course.facts.value(name)
    if not isinstance(before, Decimal) or not isinstance(after, Decimal) or before == after:
        return None
    was, now = _made_of(name, course.before.scores), _made_of(name, course.facts.scores)
    whole = _mean(now)
    if whole is None:
        return None
    effects = [(effect, part) for part in now if part in was and (effect := _effect(part, was, now, whole))]
    same_way = [(effect, part) for effect, part in effects if (effect > 0) == (after > before)]
    if not same_way:
        return None
    effect, part = max(same_way, key=lambda found: abs(found[0]))
    return Driver(part, was[part][0], now[part][0]) if abs(effect) >= _WORTH_A_WORD else None


def _effect(part: str, was: Parts, now: Parts, whole: Decimal) -> Decimal:
    if part == RISK:
        return (was[part][0] or ZERO) - (now[part][0] or ZERO)
    without = _mean({**now, part: (was[part][0], now[part][1])})
    return ZERO if without is None else whole - without


def _mean(parts: Parts) -> Decimal | None:
    return known_mean(pair for name, pair in parts.items() if name != RISK).value


def _made_of(name: ScoreName, scores: AccountScores) -> Parts:
    match name:
        case "key_account.score":
            return dict(_of_key_account(scores.key_account))
        case "relationship.score":
            return dict(_of_relationship(scores.relationship))
        case "health.score":
            return dict(_of_health(scores.health))
        case _:
            return {}


_Part = tuple[str, tuple[Decimal | None, Decimal]]


def _of_key_account(score: KeyAccountScore) -> Iterator[_Part]:
    for criterion in score.criteria:
        yield criterion.id, (criterion.points, criterion.weight)


def _of_relationship(score: Relationship) -> Iterator[_Part]:
    index, coverage, single = score.support_index, score.coverage, score.single_threaded
    yield "support", (None if index is None else (index + HUNDRED) / 2, SUPPORT_WEIGHT)
    yield "coverage", (None if coverage is None else coverage * HUNDRED, COVERAGE_WEIGHT)
    yield "roles", (score.role_completeness, ROLES_WEIGHT)
    yield "threads", (None if single is None else ZERO if single else HUNDRED, THREADS_WEIGHT)


def _of_health(score: Health) -> Iterator[_Part]:
    for part in score.parts:
        yield part.name, (part.value, part.weight)
    yield RISK, (score.penalty, ZERO)
