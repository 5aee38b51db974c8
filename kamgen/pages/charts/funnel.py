"""The funnel of one buying process (D2, D3): each stage with its amount, and two chances beside it.

On the left a bar for what stands in the stage, its strong part what that is worth with its chance; on the right, from
0 to 100 %, a tick for the chance that the settings give the stage and a dot for the share really won from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.charts.small import CHART_WIDTH, Bar, ChartText, place
from kamgen.pages.lettering import shortened, text_width
from kamgen.scoring.win_rates import WinRate
from kamgen.wording.language import Wording

_AMOUNTS = 290
_CHANCES = 330
_TOP, _ROW, _BAR = 24, 44, 12
_NAME, _QUIET = 13, 12


@dataclass(frozen=True, slots=True)
class FunnelStage:
    """What stands in a stage: amounts in the reporting currency, None where unknown; ``probability`` is 0 to 1."""

    name: str
    count: int
    amount: Decimal | None
    weighted: Decimal | None
    probability: Decimal
    won: WinRate


@dataclass(frozen=True, slots=True)
class ChanceScale:
    """A line from 0 to 100 % at a height, with the tick of the settings and the dot of what was really won, if any."""

    y: float
    tick: float
    dot: float | None


@dataclass(frozen=True, slots=True)
class FunnelChart:
    """Stages from the first to the last, one under the other; chances are on the right from ``left`` to ``width``."""

    id: str
    width: int
    height: int
    left: int
    bars: tuple[Bar, ...]
    scales: tuple[ChanceScale, ...]
    texts: tuple[ChartText, ...]
    title: str
    description: str


def funnel_chart(
    chart_id: str, process: str, stages: Sequence[FunnelStage], currency: str, t: Wording
) -> FunnelChart | None:
    """Return the funnel of a process in the order of its stages; None for one without stages."""
    if not stages:
        return None
    largest = max((stage.amount for stage in stages if stage.amount is not None), default=Decimal(0))
    bars: list[Bar] = []
    texts = [
        ChartText(0, 12, t.text("Amount, strong part weighted"), "start", "tick"),
        ChartText(CHART_WIDTH, 12, t.text("│ settings ● won from here"), "end", "tick"),
    ]
    scales: list[ChanceScale] = []
    for place_, stage in enumerate(stages):
        y = _TOP + place_ * _ROW
        texts += _labels(stage, y, currency, t)
        bars += _bars(stage, y + 18, largest)
        scales.append(_scale(stage, y + 24))
    return FunnelChart(
        id=chart_id,
        width=CHART_WIDTH,
        height=_TOP + len(stages) * _ROW,
        left=_CHANCES,
        bars=tuple(bars),
        scales=tuple(scales),
        texts=tuple(texts),
        title=t.text("Funnel: {process}", process=process),
        description=". ".join(_sentence(stage, currency, t) for stage in stages),
    )


def _labels(stage: FunnelStage, y: int, currency: str, t: Wording) -> list[ChartText]:
    said = [t.text("{n} open|{n} open", n=stage.count)] if stage.count else []
    if stage.amount is not None:
        said.append(t.money(stage.amount, currency, short=True))
    figures = " · ".join(said)
    room = _AMOUNTS - text_width(figures, _QUIET) - 10
    chances = [t.percent(stage.probability)]
    if stage.won.decided:
        chances.append(t.text("{won} of {n} won", won=stage.won.won, n=stage.won.decided))
    return [
        ChartText(0, y + 12, shortened(stage.name, _NAME, room), "start", "ink"),
        ChartText(_AMOUNTS, y + 12, figures, "end"),
        ChartText(CHART_WIDTH, y + 12, " · ".join(chances), "end"),
    ]


def _bars(stage: FunnelStage, y: int, largest: Decimal) -> list[Bar]:
    if not stage.amount or not largest:
        return []
    scale = _AMOUNTS / float(largest)
    amount, weighted = float(stage.amount) * scale, float(stage.weighted or 0) * scale
    bars = [Bar(0, y, place(max(amount, 1)), _BAR, "amount")]
    if weighted:
        bars.append(Bar(0, y, place(max(min(weighted, amount), 1)), _BAR, "expected"))
    return bars


def _scale(stage: FunnelStage, y: int) -> ChanceScale:
    def at(share: Decimal) -> float:
        return place(_CHANCES + float(share) * (CHART_WIDTH - _CHANCES))

    return ChanceScale(y, at(stage.probability), None if stage.won.rate is None else at(stage.won.rate))


def _sentence(stage: FunnelStage, currency: str, t: Wording) -> str:
    said = [t.text("{n} open|{n} open", n=stage.count)]
    if stage.amount is not None:
        said.append(t.money(stage.amount, currency))
    if stage.weighted is not None:
        said.append(t.text("{amount} weighted", amount=t.money(stage.weighted, currency)))
    said.append(t.text("chance in the settings {share}", share=t.percent(stage.probability)))
    if stage.won.decided:
        said.append(t.text("{won} of {n} won", won=stage.won.won, n=stage.won.decided))
    return t.text("{name}: {facts}", name=stage.name, facts=t.listing(said))
