"""How the scores of an account got to where they are, in one language: what pages and the terminal say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from kamgen.changes.score_history import CAUSES, SCORES, Cause, Move, Point, PointKind, ScoreName, Standing, moved_by
from kamgen.pages.charts.score_history import DrawnScore, ScoreHistoryChart, score_history_chart
from kamgen.pages.context import Context
from kamgen.plan.values import Language, LocalisedText
from kamgen.scoring.score import HealthBand
from kamgen.wording.language import rounded

MOST_ROWS = 30
"""How many of the last changes a page shows."""

UNKNOWN = "–"
"""What stands for a score that is not known."""

_SHORT_COMMIT = 8

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """A point of a history, with how it came about.

    Attributes:
        point: Where the scores stood, and what moved them there.
        commit: The commit's full name; empty for how the plan is now.
        authors: Who wrote it; nobody for how the plan is now.
        subject: The first line of the commit's message.
        day: The day that people know it by: the commit's, or the one that is spoken of.
        told: What changed in the plan, in each language, the most important first.
        more: How many changes are left out.
        renamed: The account's id until then, where it was renamed.

    """

    point: Point
    commit: str
    authors: tuple[str, ...]
    subject: str
    day: date
    told: Mapping[Language, tuple[str, ...]]
    more: int = 0
    renamed: str = ""

    @property
    def is_telling(self) -> bool:
        """Whether there is anything to say of it: a plan that was only written differently says nothing."""
        point = self.point
        if point.kind == "rules":
            return any(move.cause == "rules" and move.shows for move in point.moves)
        shown = any(move.shows for move in point.moves)
        return bool(point.kind in ("removed", "unreadable") or self.told or self.renamed or shown)


@dataclass(frozen=True, slots=True)
class ScoreHistory:
    """The history of one account's scores, the oldest point first.

    ``cut_off`` tells that it may be older: the clone holds only the last part of its history.
    """

    account_id: str
    name: str | LocalisedText
    steps: tuple[HistoryStep, ...]
    cut_off: bool = False

    @property
    def scored(self) -> tuple[HistoryStep, ...]:
        """The steps whose scores are known."""
        return tuple(step for step in self.steps if step.point.scores is not None)

    @property
    def telling(self) -> tuple[HistoryStep, ...]:
        """The steps that there is anything to say of, and the beginning."""
        return tuple(step for step in self.steps if step is self.steps[0] or step.is_telling)


@dataclass(frozen=True, slots=True)
class HistoryScore:
    """One score at a point: its name, what it was and is, why it moved; ``then`` is what the rules of the time say.

    ``before`` is empty where it has not moved; ``detail`` is the class that a key-account score means.
    """

    name: ScoreName
    label: str
    value: str
    before: str
    causes: str
    then: str
    detail: str = ""
    band: HealthBand | None = None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One point in words.

    ``day_value`` is the same day for machines; ``note`` says what is special about the point, such as that the plan
    could not be read; ``then`` which scores the rules of its own time had otherwise.
    """

    kind: PointKind
    day: str
    day_value: str
    who: str
    subject: str
    commit: str
    told: tuple[str, ...]
    more: str
    note: str
    scores: tuple[HistoryScore, ...]
    is_first: bool
    then: str

    @property
    def shown(self) -> tuple[HistoryScore, ...]:
        """The scores that moved, or whose rules did; at the beginning all that are known."""
        if self.is_first:
            return tuple(score for score in self.scores if score.value != UNKNOWN)
        return tuple(score for score in self.scores if score.before or score.causes)


@dataclass(frozen=True, slots=True)
class ScoreHistorySection:
    """How the scores of an account got to where they are, as its page of scores says it.

    ``rows`` are the last changes, the newest first; ``more`` says how many are left out.
    """

    lead: str
    chart: ScoreHistoryChart | None
    rows: tuple[HistoryRow, ...]
    more: str


def score_history_section(history: ScoreHistory | None, context: Context) -> ScoreHistorySection | None:
    """Return what a page says of a history; None where nothing was committed yet."""
    if history is None or not any(step.commit for step in history.steps):
        return None
    t, rows = context.wording, history_rows(history, context)
    shown = rows[::-1][:MOST_ROWS]
    left_out = len(rows) - len(shown)
    first = history.steps[0].day
    return ScoreHistorySection(
        lead=t.text("Since {day}, each point scored with today’s rules", day=first),
        chart=_chart(history, context),
        rows=shown,
        more=t.text("{n} earlier change is not shown here.|{n} earlier changes are not shown here.", n=left_out)
        if left_out
        else "",
    )


def history_rows(history: ScoreHistory, context: Context) -> tuple[HistoryRow, ...]:
    """Return the points that there is anything to say of, the oldest first."""
    rows: list[HistoryRow] = []
    before: Standing | None = None
    unsaid: tuple[Move, ...] = ()
    telling = {id(step) for step in history.telling}
    for step in history.steps:
        moves = _after_each_other(unsaid, step.point.moves)
        if id(step) not in telling:
            unsaid = moves
            continue
        rows.append(_row(replace(step, point=replace(step.point, moves=moves)), before, context))
        before = None if step.point.kind == "removed" else step.point.scores or before
        unsaid = moves if step.point.kind == "unreadable" else ()
    return tuple(rows)


def _after_each_other(first: Sequence[Move], second: Sequence[Move]) -> tuple[Move, ...]:
    """Return moves of a score by one cause as one: what a point moved that nothing is said of belongs to the next."""
    begun = {(move.score, move.cause): move.before for move in first}
    going_on = {(move.score, move.cause) for move in second}
    left = [move for move in first if (move.score, move.cause) not in going_on]
    return (*left, *(replace(move, before=begun.get((move.score, move.cause), move.before)) for move in second))


def score_label(score: ScoreName, context: Context) -> str:
    """Return what a score is called."""
    t = context.wording
    return {
        "health": t.text("Health"),
        "relationship": t.text("Relationship"),
        "key_account": t.text("Key-account score"),
        "forecast": t.text("Weighted pipeline"),
    }[score]


def score_value(score: ScoreName, value: Decimal | None, context: Context) -> str:
    """Return a score as people read it: whole points, or money in short; a dash where it is not known."""
    if value is None:
        return UNKNOWN
    t = context.wording
    return t.money(value, context.settings.currency, short=True) if score == "forecast" else t.number(value, 0)


def cause_name(cause: Cause, context: Context) -> str:
    """Return what a cause is called."""
    t = context.wording
    return {"facts": t.text("facts"), "rules": t.text("rules"), "time": t.text("time")}[cause]


def cause_said(move: Move, context: Context) -> str:
    """Return a cause with by how much it moved a score, such as “facts +5”; alone where the score was not known."""
    t, name = context.wording, cause_name(move.cause, context)
    if move.before is None or move.after is None:
        return name
    if move.score != "forecast":
        return t.text("{cause} {points}", cause=name, points=t.signed(rounded(move.after) - rounded(move.before)))
    money = t.money(abs(move.size), context.settings.currency, short=True)
    return t.text("{cause} {points}", cause=name, points=f"−{money}" if move.size < 0 else f"+{money}")


def _row(step: HistoryStep, before: Standing | None, context: Context) -> HistoryRow:
    t, point = context.wording, step.point
    scores = tuple(_scores(point, before, context))
    return HistoryRow(
        kind=point.kind,
        day=t.day(step.day),
        day_value=step.day.isoformat(),
        who=t.listing(step.authors),
        subject=step.subject,
        commit=step.commit[:_SHORT_COMMIT],
        told=step.told.get(context.language, ()),
        more=t.text("and {n} more change|and {n} more changes", n=step.more) if step.more else "",
        note=_note(step, before is None, context),
        scores=scores,
        is_first=before is None,
        then=_then(scores, context),
    )


def _then(scores: Sequence[HistoryScore], context: Context) -> str:
    t = context.wording
    said = [t.text("{score} {value}", score=score.label, value=score.then) for score in scores if score.then]
    return t.text("By the rules of the time: {scores}", scores=t.listing(said)) if said else ""


def _note(step: HistoryStep, is_first: bool, context: Context) -> str:
    t, kind = context.wording, step.point.kind
    if kind == "unreadable":
        return t.text("The plan could not be read here; its scores go on with the next version that can.")
    if kind == "removed":
        return t.text("The plan was removed.")
    if kind == "rules":
        return t.text("The scoring rules were changed.")
    if step.renamed:
        return t.text("renamed, was {id}", id=step.renamed)
    if kind == "now" and not step.told:
        return t.text("Nothing was written; only time has passed.")
    return t.text("First version of the plan.") if is_first else ""


def _scores(point: Point, before: Standing | None, context: Context) -> Iterator[HistoryScore]:
    """Yield the scores of a point that can be read."""
    now = point.scores
    if now is None:
        return
    for name in SCORES:
        value, moves = score_value(name, now.value(name), context), moved_by(point.moves, name)
        was = "" if before is None else score_value(name, before.value(name), context)
        said = [cause_said(moves[cause], context) for cause in CAUSES if cause in moves and moves[cause].shows]
        yield HistoryScore(
            name=name,
            label=score_label(name, context),
            value=value,
            before=was if was != value else "",
            causes=context.wording.listing(said),
            then=_by_the_rules_of_the_time(name, point, value, context),
            detail=(now.class_label or "") if name == "key_account" else "",
            band=now.health_band if name == "health" else None,
        )


def _by_the_rules_of_the_time(name: ScoreName, point: Point, value: str, context: Context) -> str:
    said = "" if point.then is None else score_value(name, point.then.value(name), context)
    return said if said != value else ""


def last_of(items: Sequence[Item], days: Sequence[date], since: date | None, limit: int | None) -> tuple[Item, ...]:
    """Return the items since a day, and of these the last so many, as far as either is asked for."""
    found = [item for item, day in zip(items, days, strict=True) if since is None or day >= since]
    return tuple(found if limit is None else found[-limit:])


def _chart(history: ScoreHistory, context: Context) -> ScoreHistoryChart | None:
    """Return the drawing of the scores that are points from 0 to 100."""
    steps, drawn = history.steps, []
    for name in SCORES:
        if name == "forecast":
            continue
        drawn.append(DrawnScore(name.replace("_", "-"), score_label(name, context), tuple(_values(steps, name))))
    changes = [step.day for step in steps if step.commit]
    return score_history_chart("score-history", drawn, changes, context)


def _values(steps: Sequence[HistoryStep], name: ScoreName) -> Iterator[tuple[date, Decimal | None]]:
    """Yield what a score was since which day; what cannot be read leaves it as it was."""
    for step in steps:
        yield from ((day, scores.value(name)) for day, scores in step.point.drift)
        if step.point.kind != "unreadable":
            yield step.day, None if step.point.scores is None else step.point.scores.value(name)
