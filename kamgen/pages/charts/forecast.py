"""What is booked and expected against the target (D3), as one bar with direct labels and the likely range on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kamgen.pages.charts.small import CHART_WIDTH, Bar, ChartText, place
from kamgen.pages.lettering import text_width
from kamgen.scoring.forecast_sum import SummedForecast
from kamgen.scoring.score import Forecast
from kamgen.wording.language import Wording

_FORECAST_TOP, _FORECAST_BAR = 30, 26
_LEAST = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class ForecastFigures:
    """What a forecast is drawn from, in one currency.

    ``low``, ``middle`` and ``high`` (P10, P50, P90) are of the total, ``reach`` is the probability that it comes to the
    target.
    """

    currency: str
    actual: Decimal | None
    weighted: Decimal | None
    target: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    middle: Decimal | None = None
    reach: Decimal | None = None

    @property
    def total(self) -> Decimal:
        """What is booked and expected, as far as it is known."""
        return (self.actual or Decimal(0)) + (self.weighted or Decimal(0))

    @property
    def gap(self) -> Decimal | None:
        """What is missing to the target; negative if the forecast is above it."""
        return None if self.target is None else self.target - self.total


def forecast_figures(forecast: Forecast | SummedForecast, currency: str) -> ForecastFigures:
    """Return what is drawn of a forecast; without a range where there is nothing uncertain in it."""
    booked = forecast.actual or Decimal(0)
    low, middle, high = forecast.p10, forecast.p50, forecast.p90
    figures = ForecastFigures(
        currency=currency,
        actual=forecast.actual,
        weighted=forecast.weighted or None,
        target=forecast.target,
        reach=forecast.reach,
    )
    if low is None or middle is None or high is None or low == high:
        return figures
    return replace(figures, low=booked + low, middle=booked + middle, high=booked + high)


@dataclass(frozen=True, slots=True)
class ForecastChart:
    """What is booked and what the pipeline is worth, against the target.

    ``target_x`` is where the target stands; ``range_x`` the ends of the likely range of booked and pipeline
    together, where one is known, and ``middle_x`` its middle.
    """

    id: str
    width: int
    height: int
    bars: tuple[Bar, ...]
    texts: tuple[ChartText, ...]
    target_x: float | None
    range_x: tuple[float, float] | None
    middle_x: float | None
    title: str
    description: str


def forecast_chart(chart_id: str, figures: ForecastFigures, t: Wording) -> ForecastChart | None:
    """Return booked and weighted pipeline against the target (D3), None if none of them is known."""
    end = max(figures.total, figures.target or Decimal(0), figures.high or Decimal(0))
    if end <= 0:
        return None
    # A little room right of a target that ends the scale, so that its tick is not cut.
    scale = (CHART_WIDTH - 1) / float(end)
    parts = [("actual", figures.actual, t.text("Booked")), ("weighted", figures.weighted, t.text("Weighted pipeline"))]
    if figures.gap is not None and figures.gap > 0:
        parts.append(("gap", figures.gap, t.text("Still to find")))
    bars: list[Bar] = []
    labels: list[tuple[float, str, str]] = []
    x = 0.0
    for role, amount, name in parts:
        if amount is None or amount <= 0:
            continue
        width = float(amount) * scale
        bars.append(Bar(place(x), _FORECAST_TOP, place(max(width - 1, 0.5)), _FORECAST_BAR, role))
        labels.append((x + width / 2, t.money(amount, figures.currency, short=True), name))
        x += width
    target_x = None if figures.target is None else place(float(figures.target) * scale)
    texts = _labels_below(labels, _FORECAST_TOP + _FORECAST_BAR)
    if figures.target is not None and target_x is not None:
        said = t.text("Target {amount}", amount=t.money(figures.target, figures.currency, short=True))
        texts.append(_label_at(target_x, 14, said, 13, "strong"))
    height, range_x = _FORECAST_TOP + _FORECAST_BAR + 42, None
    if figures.low is not None and figures.high is not None:
        range_x = (place(float(figures.low) * scale), place(float(figures.high) * scale))
        texts.append(_label_at((range_x[0] + range_x[1]) / 2, height + 12, _range_label(figures, t), 12, "quiet"))
        height += 20
    return ForecastChart(
        id=chart_id,
        width=CHART_WIDTH,
        height=height,
        bars=tuple(bars),
        texts=tuple(texts),
        target_x=target_x,
        range_x=range_x,
        middle_x=None if range_x is None or figures.middle is None else place(float(figures.middle) * scale),
        title=t.text("Forecast against target"),
        description=forecast_sentence(figures, t),
    )


def forecast_sentence(figures: ForecastFigures, t: Wording) -> str:
    """Return what the forecast says in a sentence, for people who do not see the drawing."""

    def money(amount: Decimal | None) -> str:
        return t.money(amount, figures.currency)

    said = []
    if figures.actual is not None:
        said.append(t.text("{amount} booked", amount=money(figures.actual)))
    if figures.weighted is not None:
        said.append(t.text("{amount} weighted pipeline", amount=money(figures.weighted)))
    if figures.target is not None and figures.gap is not None:
        said.append(t.text("target {amount}", amount=money(figures.target)))
        if figures.gap > 0:
            said.append(t.text("{amount} still to find", amount=money(figures.gap)))
        else:
            said.append(t.text("{amount} above the target", amount=money(-figures.gap)))
    if figures.low is not None and figures.high is not None:
        said.append(t.text("likely {low} to {high}", low=money(figures.low), high=money(figures.high)))
    if figures.reach is not None:
        said.append(t.text("{share} chance to reach the target", share=chance(figures.reach, t)))
    return t.listing(said)


def chance(probability: Decimal, t: Wording) -> str:
    """Return a probability as a percentage that says 0% or 100% only of what is certain."""
    if 0 < probability < _LEAST:
        return f"<{t.percent(_LEAST)}"
    if 1 - _LEAST < probability < 1:
        return f">{t.percent(1 - _LEAST)}"
    return t.percent(probability)


def _range_label(figures: ForecastFigures, t: Wording) -> str:
    """Return the label under the range: its ends and its middle."""
    low, middle, high = (
        t.money(amount, figures.currency, short=True) for amount in (figures.low, figures.middle, figures.high)
    )
    said = [t.text("Likely {low} to {high} in all (P10 to P90)", low=low, high=high)]
    if middle:
        said.append(t.text("middle {amount} (P50)", amount=middle))
    return f"├─┤ {t.listing(said)}"


def _label_at(x: float, y: float, text: str, size: float, role: str) -> ChartText:
    """Return a label centred on ``x`` where it fits, else moved to the nearer end of the chart."""
    half, x = text_width(text, size) / 2, place(x)
    if x + half > CHART_WIDTH:
        return ChartText(CHART_WIDTH, y, text, "end", role)
    if x - half < 0:
        return ChartText(0, y, text, "start", role)
    return ChartText(x, y, text, "middle", role)


def _labels_below(labels: Sequence[tuple[float, str, str]], y: float) -> list[ChartText]:
    """Return two-line labels centred under their bars, pushed apart where they would touch."""
    widths = [max(text_width(figure, 15), text_width(name, 12)) for _, figure, name in labels]
    lefts: list[float] = []
    free = 0.0
    for (x, _, _), width in zip(labels, widths, strict=True):
        left = max(free, x - width / 2)
        lefts.append(left)
        free = left + width + 14
    limit = float(CHART_WIDTH)
    for index in range(len(lefts) - 1, -1, -1):
        lefts[index] = max(0.0, min(lefts[index], limit - widths[index]))
        limit = lefts[index] - 14
    texts = []
    for (_, figure, name), left, width in zip(labels, lefts, widths, strict=True):
        middle = place(left + width / 2)
        texts += [
            ChartText(middle, y + 19, figure, "middle", "figure"),
            ChartText(middle, y + 36, name, "middle"),
        ]
    return texts
