"""How scores moved, in one language: from what to what, by what, and which part of them moved most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kamgen.changes.score_history import Cause
from kamgen.changes.score_moves import ADDED_UP, RISK, Driver, ScoreMove, ScoreName, ScoreValue
from kamgen.pages.changes.field_words import lowered
from kamgen.pages.context import Context
from kamgen.plan.settings import Settings
from kamgen.wording.labels import LABELS
from kamgen.wording.language import Wording, rounded

_MONEY: ScoreName = "forecast.weighted"
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class ScoreMoved:
    """One score that moved, in words; an unknown value is a dash.

    Attributes:
        move: What moved.
        label: What the score is called.
        before: What it was.
        after: What it is.
        causes: What moved it, with how much each did where it is a number.
        driver: Which part of it moved it most; empty where that is not clear.
        worse: Whether the account stands worse now; None where a move is neither.

    """

    move: ScoreMove
    label: str
    before: str
    after: str
    causes: str
    driver: str
    worse: bool | None


class ScoreWords:
    """The words for moved scores in one language: money in the currency of its side."""

    def __init__(self, before: Context, after: Context) -> None:
        self._before, self._after, self._t = before, after, after.wording

    def shown(self, moves: tuple[ScoreMove, ...]) -> tuple[ScoreMoved, ...]:
        """Return the moves that people can see: they read whole points and whole units of money."""
        return tuple(self._moved(move) for move in moves if _is_visible(move))

    def _moved(self, move: ScoreMove) -> ScoreMoved:
        return ScoreMoved(
            move=move,
            label=score_label(move.score, self._t),
            before=self._value(move.score, move.before, self._before.settings),
            after=self._value(move.score, move.after, self._after.settings),
            causes=self._causes(move),
            driver="" if move.driver is None else self._driver(move.score, move.driver),
            worse=_worse(move, self._after.settings),
        )

    def value(self, name: ScoreName, value: ScoreValue) -> str:
        """Return a score of the later state as people read it."""
        return self._value(name, value, self._after.settings)

    def _value(self, name: ScoreName, value: ScoreValue, settings: Settings) -> str:
        t = self._t
        if value is None:
            return "–"
        if isinstance(value, bool):
            return t.label("answer", "yes" if value else "no")
        if isinstance(value, Decimal):
            return t.money(value, settings.currency) if name == _MONEY else t.number(value, 0)
        if name == "health.band":
            return t.label("health", value)
        return t.label("activity", value) if name == "activity.state" else str(value)

    def _causes(self, move: ScoreMove) -> str:
        words = cause_words(self._t)
        if not move.parts:
            return self._t.listing([words[cause] for cause in move.causes])
        shares = shared_out(move.parts, _difference(move))
        said = [
            self._t.text("{cause} {points}", cause=words[cause], points=self._points(move.score, shares[cause]))
            for cause in move.causes
            if shares[cause]
        ]
        return self._t.listing(said)

    def _points(self, name: ScoreName, points: Decimal) -> str:
        if name != _MONEY:
            return self._t.signed(points)
        return ("−" if points < 0 else "+") + self._t.money(abs(points), self._after.settings.currency)

    def _driver(self, name: ScoreName, driver: Driver) -> str:
        t = self._t
        if driver.part == "threads":
            return t.text("now on one person alone") if driver.after == 0 else t.text("no longer on one person alone")
        if driver.part == RISK:
            before, after = (t.number(value or Decimal(0), 0) for value in (driver.before, driver.after))
            return t.text("mostly risk: {before} → {after} points off", before=before, after=after)
        part = self._part(name, driver.part)
        if driver.before is None or driver.after is None:
            pattern = "mostly {part}: known now" if driver.before is None else "mostly {part}: no longer known"
            return t.text(pattern, part=part)
        before, after = (self._part_value(name, driver.part, value) for value in (driver.before, driver.after))
        return t.text("mostly {part}: {before} → {after}", part=part, before=before, after=after)

    def _part(self, name: ScoreName, part: str) -> str:
        t = self._t
        if name == "key_account.score":
            criteria = self._after.settings.scoring.criteria
            return next((t.of(found.name) for found in criteria if found.id == part and found.name), part)
        if name == "health.score":
            return lowered(LABELS["health_part"][part][1 if t.language == "zh" else 0])
        return {
            "support": t.text("support index"),
            "coverage": t.text("people covered"),
            "roles": t.text("buying roles"),
        }[part]

    def _part_value(self, name: ScoreName, part: str, value: Decimal) -> str:
        if name == "relationship.score" and part == "support":
            index = value * 2 - _HUNDRED
            return self._t.signed(index) if rounded(index) else "0"
        if name == "relationship.score":
            return self._t.percent(value / _HUNDRED)
        return self._t.number(value, 0)


def score_label(name: ScoreName, t: Wording) -> str:
    """Return what people call a score."""
    return {
        "key_account.score": t.text("Key-account score"),
        "key_account.class": t.text("Class"),
        "key_account.stars": t.text("Stars"),
        "key_account.is_key_account": t.text("Key account"),
        "relationship.score": t.text("Relationship"),
        "health.score": t.text("Health"),
        "health.band": t.text("Health band"),
        "plan_quality.score": t.text("Plan quality"),
        "activity.state": t.text("Buying activity"),
        "forecast.weighted": t.text("Weighted pipeline"),
    }[name]


def cause_words(t: Wording) -> Mapping[Cause, str]:
    """Return what moves scores, in words."""
    return {"facts": t.text("facts"), "rules": t.text("rules"), "time": t.text("time")}


def shared_out(parts: Mapping[Cause, Decimal], whole: Decimal) -> dict[Cause, Decimal]:
    """Return parts as whole numbers that add up to a whole one: each is rounded up or down, the nearest first."""
    shares = {cause: part.to_integral_value(rounding="ROUND_FLOOR") for cause, part in parts.items()}
    left = int(whole - sum(shares.values(), Decimal(0)))
    for cause in sorted(parts, key=lambda name: shares[name] - parts[name])[: max(left, 0)]:
        shares[cause] += 1
    if left < 0:  # the whole was rounded down twice: what is furthest above its share gives way
        for cause in sorted(parts, key=lambda name: parts[name] - shares[name])[:-left]:
            shares[cause] -= 1
    return shares


def _difference(move: ScoreMove) -> Decimal:
    """Return by how much a number moved, as people see it: between the whole numbers."""
    if not isinstance(move.before, Decimal) or not isinstance(move.after, Decimal):
        return Decimal(0)
    return rounded(move.after) - rounded(move.before)


def _is_visible(move: ScoreMove) -> bool:
    if move.score not in ADDED_UP:
        return move.before != move.after
    if move.before is None or move.after is None:
        return True
    return bool(_difference(move)) or any(shared_out(move.parts, Decimal(0)).values())


def _worse(move: ScoreMove, settings: Settings) -> bool | None:
    """Tell whether an account stands worse; nobody can of what came to be known or is not known any more.

    A pipeline grows smaller when a deal is lost, and also when it is won.
    """
    before, after = move.before, move.after
    if before is None or after is None or before == after or move.score == _MONEY:
        return None
    if move.score in ("health.band", "activity.state"):
        order = ("red", "amber", "green") if move.score == "health.band" else ("dormant", "cooling", "active")
        known = str(before) in order and str(after) in order
        return order.index(str(after)) < order.index(str(before)) if known else None
    if move.score == "key_account.class":
        labels = [label for _, label in settings.scoring.classes]
        known = before in labels and after in labels
        return labels.index(str(after)) > labels.index(str(before)) if known else None
    return after < before if isinstance(before, Decimal | int) and isinstance(after, Decimal | int) else None
