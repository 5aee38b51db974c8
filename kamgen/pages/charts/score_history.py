"""Scores over time as lines of steps: a score stays as it is until something is written, or a month begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from kamgen.pages.charts.small import CHART_WIDTH, Anchor, ChartText, place
from kamgen.pages.context import Context
from kamgen.pages.lettering import text_width
from kamgen.wording.spans import months

_LEFT, _RIGHT, _TOP, _PLOT = 28, 164, 10, 180
_SAMPLE, _GAP = 16, 6
_LABEL = 18
"""Least distance of the labels at the lines' ends."""
_LEVELS = (0, 25, 50, 75, 100)
_TICK, _BETWEEN = 13.5, 8
"""Size of the months' names where they are largest, which is on a phone, and the least space between two of them."""
_MONTHS_APART = (1, 2, 3, 6, 12, 24, 36, 60, 120)
_YEAR = 12

Values = Sequence[tuple[date, Decimal | None]]


@dataclass(frozen=True, slots=True)
class DrawnScore:
    """A score to draw: its CSS class, its name, and its values from 0 to 100 since certain days, oldest first."""

    role: str
    label: str
    values: Values


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A score's line as a path; ``sample`` is a piece of it that stands before the label at its end."""

    role: str
    path: str
    sample: str


@dataclass(frozen=True, slots=True)
class ScoreHistoryChart:
    """Scores over time: lines of steps, told apart by their dashes and by a label at their ends.

    ``levels`` are the lines of the scale; ``changes`` marks the days on which something was committed.
    """

    id: str
    width: int
    height: int
    levels: str
    changes: str
    lines: tuple[ScoreLine, ...]
    texts: tuple[ChartText, ...]
    title: str
    description: str


def score_history_chart(
    chart_id: str, scores: Sequence[DrawnScore], changes: Sequence[date], context: Context
) -> ScoreHistoryChart | None:
    """Return the lines of scores, with marks on the days of changes; None where no time lies between two points."""
    known = [score for score in scores if any(value is not None for _, value in score.values)]
    days = sorted({day for score in known for day, _ in score.values})
    if len(days) < 2:
        return None
    t, scale = context.wording, _Scale(days[0], days[-1])
    labels = _apart([scale.y(_last(score.values)) for score in known])
    texts = [ChartText(_LEFT - _GAP, scale.y(Decimal(level)) + 4, str(level), "end", "tick") for level in _LEVELS]
    texts += _months_below(scale, context)
    lines = []
    for score, y in zip(known, labels, strict=True):
        start = CHART_WIDTH - _RIGHT + _GAP
        lines.append(ScoreLine(score.role, _path(score.values, scale), f"M{start} {place(y)}h{_SAMPLE}"))
        said = t.text("{score} {value}", score=score.label, value=_said(score.values[-1][1], context))
        texts.append(ChartText(start + _SAMPLE + _GAP, place(y + 4), said, "start", "ink"))
    return ScoreHistoryChart(
        id=chart_id,
        width=CHART_WIDTH,
        height=_TOP + _PLOT + 28,
        levels="".join(f"M{_LEFT} {scale.y(Decimal(level))}H{CHART_WIDTH - _RIGHT}" for level in _LEVELS),
        changes="".join(f"M{scale.x(day)} {_TOP + _PLOT}v5" for day in sorted(set(changes))),
        lines=tuple(lines),
        texts=tuple(texts),
        title=t.text("Scores from {first} to {last}", first=days[0], last=days[-1]),
        description=t.listing([_course(score, context) for score in known]),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Return where a day stands; a day outside stands at the nearer end."""
        room = CHART_WIDTH - _LEFT - _RIGHT
        gone = (min(max(day, self.first), self.last) - self.first).days
        return place(_LEFT + room * gone / (self.last - self.first).days)

    def y(self, value: Decimal) -> float:
        """Return where a value from 0 to 100 stands."""
        return place(_TOP + _PLOT * (1 - float(value) / 100))


def _path(values: Values, scale: _Scale) -> str:
    """Return the steps of a line, with a gap for as long as the score is not known."""
    parts: list[str] = []
    drawing = False
    for day, value in values:
        x = scale.x(day)
        if drawing:
            parts.append(f"H{x}")
        if value is None:
            drawing = False
            continue
        parts.append(f"V{scale.y(value)}" if drawing else f"M{x} {scale.y(value)}")
        drawing = True
    return "".join(parts)


def _months_below(scale: _Scale, context: Context) -> Iterator[ChartText]:
    """Yield the names of a few months at their first days; of the first day where no month begins."""
    first, last = scale.first, scale.last
    begins = [
        date(month // _YEAR, month % _YEAR + 1, 1)
        for month in range(first.year * _YEAR + first.month - 1, last.year * _YEAR + last.month)
    ]
    begins = [day for day in begins if first <= day]
    room = text_width(months(first, first, context.language), _TICK) + _BETWEEN
    for apart in _MONTHS_APART:
        shown = [day for day in begins if (day.year * _YEAR + day.month - 1) % apart == 0]
        if all(scale.x(after) - scale.x(before) >= room for before, after in pairwise(shown)):
            break
    for day in shown or [first]:
        x = scale.x(day)
        anchor: Anchor = "start" if x - room / 2 < 0 else "middle"
        yield ChartText(x, _TOP + _PLOT + 20, months(day, day, context.language), anchor, "tick")


def _apart(wanted: Sequence[float]) -> list[float]:
    """Return the places of labels, pushed apart where they would touch; their order stays."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = list(wanted)
    free = float(_TOP)
    for index in order:
        places[index] = max(places[index], free)
        free = places[index] + _LABEL
    limit = float(_TOP + _PLOT)
    for index in reversed(order):
        places[index] = min(places[index], limit)
        limit = places[index] - _LABEL
    return places


def _last(values: Values) -> Decimal:
    """Return the last value that is known."""
    return next(value for _, value in reversed(values) if value is not None)


def _course(score: DrawnScore, context: Context) -> str:
    first = next(value for _, value in score.values if value is not None)
    said = f"{_said(first, context)} → {_said(score.values[-1][1], context)}"
    return context.wording.text("{score} {value}", score=score.label, value=said)


def _said(value: Decimal | None, context: Context) -> str:
    return "–" if value is None else context.wording.number(value, 0)
