"""Charts as geometry: every bar, mark and label already has its place, so that a template only writes them down.

All numbers are user units of the chart's own view box. The same values are drawn on pages (themed by style
sheets) and in PDFs. What is unknown is not drawn; a chart without anything to draw is ``None``.
The larger ones have modules of their own: ``matrix_chart``, ``pyramid_chart`` and ``forecast_chart``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kamgen.pages.lettering import text_width
from kamgen.plan.service import Survey
from kamgen.wording.language import Wording, rounded

Anchor = Literal["start", "middle", "end"]

CHART_WIDTH = 480
"""Width of every chart that is read like a line of text: 1 unit is about a pixel beside other content."""

SURVEY_LEVELS = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")


@dataclass(frozen=True, slots=True)
class ChartText:
    """A line of text in a chart: where it is anchored, and the CSS class that says how it looks."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    role: str = "quiet"


@dataclass(frozen=True, slots=True)
class Bar:
    """A horizontal bar from ``x``, ``width`` wide; ``role`` is its CSS class."""

    x: float
    y: float
    width: float
    height: float
    role: str


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Purchases of the last eight quarters as bars without labels; two paths: the year before, and the last year."""

    width: int
    height: int
    before: str
    now: str
    title: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal is beside how much of its time has gone.

    ``elapsed_x`` is where the tick of the elapsed time stands, ``None`` if the dates are unknown; ``role`` is
    ``ahead`` or ``behind``, or ``plain`` where there is no time to compare with.
    """

    id: str
    width: int
    height: int
    done: float
    elapsed_x: float | None
    role: str
    title: str


@dataclass(frozen=True, slots=True)
class SurveyChart:
    """Answers to a survey as one stacked bar, from very satisfied to very dissatisfied."""

    id: str
    width: int
    height: int
    bars: tuple[Bar, ...]
    texts: tuple[ChartText, ...]
    title: str
    description: str


def place(value: float | Decimal) -> float:
    """Return a coordinate to a tenth of a unit; whole numbers as such, which makes files smaller."""
    rounded = round(float(value), 1)
    return int(rounded) if rounded == int(rounded) else rounded


_SPARK_BAR, _SPARK_STEP, _SPARK_HEIGHT = 6, 8, 20


def sparkline(quarters: Sequence[Decimal], t: Wording) -> Sparkline | None:
    """Return the bars of the last quarters (oldest first, one year is four of them), None if all are zero.

    A quarter without purchases keeps a hair of a bar, for nothing is something to see; a negative one
    (more came back than went out) hangs below the line.
    """
    amounts = [float(amount) for amount in quarters]
    top, bottom = max(0.0, *amounts), min(0.0, *amounts)
    if top == bottom:
        return None
    scale = (_SPARK_HEIGHT - 1) / (top - bottom)
    base = round(top * scale)
    bars = [
        f"M{index * _SPARK_STEP} {base}h{_SPARK_BAR}v{_bar_height(amount * scale)}h-{_SPARK_BAR}z"
        for index, amount in enumerate(amounts)
    ]
    year = max(0, len(bars) - 4)
    return Sparkline(
        width=len(bars) * _SPARK_STEP - (_SPARK_STEP - _SPARK_BAR),
        height=_SPARK_HEIGHT,
        before="".join(bars[:year]),
        now="".join(bars[year:]),
        title=_trend(sum(quarters[:year], Decimal(0)), sum(quarters[year:], Decimal(0)), t),
    )


def _bar_height(height: float) -> int:
    rounded = round(height)
    return 1 if rounded == 0 else -rounded


def _trend(before: Decimal, now: Decimal, t: Wording) -> str:
    if before <= 0:
        return t.text("Nothing bought in the year before") if now > 0 else t.text("Nothing bought in two years")
    change = rounded((now - before) / before, 2)
    if not change:
        return t.text("As much as in the year before")
    if change > 0:
        return t.text("Up {share} on the year before", share=t.percent(change))
    return t.text("Down {share} on the year before", share=t.percent(-change))


_PROGRESS_WIDTH, _PROGRESS_HEIGHT = 160, 14


def progress(chart_id: str, done: Decimal, elapsed: Decimal | None, t: Wording) -> Progress:
    """Return a goal's progress against elapsed time, both 0 to 1 (what is beyond is drawn at the end)."""
    title = t.text("{share} reached", share=t.percent(done))
    role = "plain"
    if elapsed is not None:
        title = t.text("{share} reached, {time} of the time gone", share=t.percent(done), time=t.percent(elapsed))
        role = "ahead" if done >= elapsed else "behind"
    return Progress(
        id=chart_id,
        width=_PROGRESS_WIDTH,
        height=_PROGRESS_HEIGHT,
        done=place(_within(done) * _PROGRESS_WIDTH),
        elapsed_x=None if elapsed is None else place(_within(elapsed) * _PROGRESS_WIDTH),
        role=role,
        title=title,
    )


def _within(share: Decimal) -> Decimal:
    return min(max(share, Decimal(0)), Decimal(1))


def survey_chart(chart_id: str, survey: Survey, t: Wording) -> SurveyChart | None:
    """Return a survey's answers as a stacked bar (E1), None if nobody answered."""
    counts = [(level, int(getattr(survey, level))) for level in SURVEY_LEVELS]
    total = sum(count for _, count in counts)
    if not total:
        return None
    bars: list[Bar] = []
    texts: list[ChartText] = []
    x = 0.0
    for level, count in counts:
        width = CHART_WIDTH * count / total
        if count:
            bars.append(Bar(place(x), 20, place(max(width - 1.5, 1)), 18, level.replace("_", "-")))
            texts.append(
                ChartText(place(x + width / 2), 33, t.number(count), "middle", f"on-{level.replace('_', '-')}")
            )
            x += width
    satisfied = Decimal(counts[0][1] + counts[1][1]) / total
    texts += [
        ChartText(0, 12, t.text("{share} satisfied", share=t.percent(satisfied)), "start", "strong"),
        ChartText(CHART_WIDTH, 12, t.text("{n} answer|{n} answers", n=total), "end"),
    ]
    texts += _survey_names(bars, [level for level, count in counts if count], t)
    return SurveyChart(
        id=chart_id,
        width=CHART_WIDTH,
        height=58,
        bars=tuple(bars),
        texts=tuple(texts),
        title=t.text("Satisfaction, {day}", day=survey.date),
        description=t.listing(
            [f"{t.label('satisfaction', level)} {t.number(count)}" for level, count in counts if count]
        ),
    )


def _survey_names(bars: list[Bar], levels: list[str], t: Wording) -> list[ChartText]:
    """Return the names of the levels under their bars; a name that would run into its neighbour is left out.

    The first and the last one stand at the bar's ends and come first: they say which way the scale runs.
    """
    size = 12
    names: list[ChartText] = []
    free_from, free_to = 0.0, float(CHART_WIDTH)
    last = len(bars) - 1
    for index in (0, last, *range(1, last)) if last else (0,):
        name = t.label("satisfaction", levels[index])
        width = text_width(name, size)
        middle = bars[index].x + bars[index].width / 2
        left = min(max(middle - width / 2, 0), CHART_WIDTH - width)
        if left < free_from or left + width > free_to:
            continue
        names.append(ChartText(place(left + width / 2), 53, name, "middle"))
        if index == last and last:
            free_to = left - 8
        else:
            free_from = left + width + 8
    return names
