"""The pyramid of value (A3): who is in the top slices, and what they really bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.charts.small import CHART_WIDTH, Bar, ChartText, place
from kamgen.pages.lettering import shortened
from kamgen.wording.language import Wording

_PYRAMID_ROW, _PYRAMID_TOP, _PYRAMID_MIDDLE, _PYRAMID_BAR = 64, 26, 150, 18


@dataclass(frozen=True, slots=True)
class PyramidPart:
    """A slice from the top: its words, and the shares of accounts and of revenue that it has (0 to 1)."""

    name: str
    rule: str
    count: str
    members: str
    account_share: Decimal
    revenue_share: Decimal | None


@dataclass(frozen=True, slots=True)
class PyramidChart:
    """The pyramid: share of accounts to the left of the middle line, share of revenue to the right."""

    id: str
    width: int
    height: int
    middle: float
    bars: tuple[Bar, ...]
    texts: tuple[ChartText, ...]
    title: str
    description: str


def pyramid_chart(chart_id: str, parts: Sequence[PyramidPart], t: Wording) -> PyramidChart | None:
    """Return the pyramid (A3): for each slice from the top, its share of accounts and of revenue; None if empty.

    Slices are cumulative, so the left side has the shape of a pyramid, and the right side shows whether the
    top really brings most of the revenue. It is drawn from measured shares, never from the rule of 80 and 20.
    """
    if not parts:
        return None
    bars: list[Bar] = []
    texts = [
        ChartText(_PYRAMID_MIDDLE - 6, 12, t.text("Share of accounts"), "end"),
        ChartText(_PYRAMID_MIDDLE + 6, 12, t.text("Share of revenue"), "start"),
    ]
    for index, part in enumerate(parts):
        row_bars, row_texts = _pyramid_row(part, _PYRAMID_TOP + index * _PYRAMID_ROW, t)
        bars += row_bars
        texts += row_texts
    return PyramidChart(
        id=chart_id,
        width=CHART_WIDTH,
        height=_PYRAMID_TOP + len(parts) * _PYRAMID_ROW - 8,
        middle=_PYRAMID_MIDDLE,
        bars=tuple(bars),
        texts=tuple(texts),
        title=t.text("Pyramid of value"),
        description=t.text("; ").join(_pyramid_sentence(part, t) for part in parts),
    )


def _pyramid_row(part: PyramidPart, y: float, t: Wording) -> tuple[list[Bar], list[ChartText]]:
    left = float(part.account_share) * (_PYRAMID_MIDDLE - 4)
    room = CHART_WIDTH - _PYRAMID_MIDDLE - 58
    bars = [Bar(place(_PYRAMID_MIDDLE - 1 - left), y, place(left), _PYRAMID_BAR, "accounts")]
    texts = [
        ChartText(_PYRAMID_MIDDLE - 6, y + 33, part.name, "end", "strong"),
        ChartText(_PYRAMID_MIDDLE - 6, y + 48, f"{part.rule} · {part.count}", "end"),
        ChartText(
            _PYRAMID_MIDDLE + 6,
            y + 33,
            shortened(part.members, 14.5, CHART_WIDTH - _PYRAMID_MIDDLE - 8),
            "start",
            "ink",
        ),
    ]
    if part.revenue_share is None:
        texts.append(ChartText(_PYRAMID_MIDDLE + 6, y + 13, t.text("no revenue known yet")))
    else:
        width = float(part.revenue_share) * room
        bars.append(Bar(_PYRAMID_MIDDLE + 1, y, place(max(width, 1)), _PYRAMID_BAR, "revenue"))
        texts.append(
            ChartText(place(_PYRAMID_MIDDLE + width + 8), y + 14, t.percent(part.revenue_share), "start", "figure")
        )
    return bars, texts


def _pyramid_sentence(part: PyramidPart, t: Wording) -> str:
    if part.revenue_share is None:
        return t.text("{name}, {rule}: {count}", name=part.name, rule=part.rule, count=part.count)
    return t.text(
        "{name}, {rule}: {count}, {share} of the revenue",
        name=part.name,
        rule=part.rule,
        count=part.count,
        share=t.percent(part.revenue_share),
    )
