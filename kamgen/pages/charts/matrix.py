"""The matrix of attractiveness and strength (A2): where every account stands, and whose name fits beside it.

Area is value, shape and colour are health. Names are placed one after the other, the most valuable account
first, at the first free place around its bubble; whoever finds none stays without a name in the drawing and is
found in the table. A second, sparser set of larger names is meant for narrow screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import pi, sqrt

from kamgen.pages.charts.small import Anchor, ChartText, place
from kamgen.pages.lettering import shortened, text_width
from kamgen.scoring.score import HealthBand, Quadrant
from kamgen.wording.language import Wording

LABELLED = 30
"""How many accounts can get a name, the most valuable first."""

_WIDTH, _HEIGHT = 600, 500
_LEFT, _TOP, _RIGHT, _BOTTOM = 30, 26, 594, 446
# Room inside the frame, so that a bubble at the end of a scale stays whole.
_PADDING = 22
# Each side of a cut keeps at least so many points, so that every quadrant can be seen.
_LEAST_SIDE = 20
_SIZE, _NARROW_SIZE, _NARROW_LABELLED = 12.5, 18.0, 8
# Directions in which a name may stand apart, as (right, slope): flat ones last, for their lines hide under names.
_DIRECTIONS = (
    (1, -1.0),
    (1, 1.0),
    (-1, -1.0),
    (-1, 1.0),
    (1, 2.5),
    (-1, 2.5),
    (1, -2.5),
    (-1, -2.5),
    (1, 0.3),
    (-1, 0.3),
)
_CORNERS: dict[Quadrant, tuple[int, int]] = {
    "high-low": (0, 0),
    "high-high": (1, 0),
    "low-low": (0, 1),
    "low-high": (1, 1),
}


@dataclass(frozen=True, slots=True)
class MatrixAccount:
    """An account that has a place: 0 to 100 on both axes; ``value`` is None where it is unknown.

    One with ``facts`` is drawn as a link that tells them.
    """

    name: str
    address: str
    facts: str | None
    attractiveness: Decimal
    strength: Decimal
    value: Decimal | None
    health: HealthBand | None


@dataclass(frozen=True, slots=True)
class MatrixQuadrant:
    """A quadrant: what it asks us to do, and how many accounts are in it."""

    quadrant: Quadrant
    posture: str
    count: int


@dataclass(frozen=True, slots=True)
class Bubble:
    """An account's mark: a circle, triangle or square of the value's area; facts only where it is a link.

    One whose value is unknown (``valued`` is false) is small and hollow.
    """

    path: str
    health: str
    valued: bool
    address: str | None
    facts: str | None


@dataclass(frozen=True, slots=True)
class NameLabel:
    """An account's name beside its bubble, with a thin line to it where it had to stand apart."""

    x: float
    y: float
    text: str
    anchor: Anchor
    line: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class MatrixChart:
    """The matrix, placed. ``field`` is the drawing area: left, top, right, bottom; ``cut`` its inner cross."""

    id: str
    width: int
    height: int
    field: tuple[float, float, float, float]
    cut: tuple[float, float]
    bubbles: tuple[Bubble, ...]
    names: tuple[NameLabel, ...]
    narrow_names: tuple[NameLabel, ...]
    texts: tuple[ChartText, ...]
    unnamed: int
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class _Scale:
    """An axis from ``low`` (a multiple of ten below the lowest account) to 100, between two coordinates."""

    low: int
    start: float
    end: float

    def at(self, points: Decimal) -> float:
        share = (float(points) - self.low) / (100 - self.low)
        return self.start + share * (self.end - self.start)


def _scale(points: Iterable[Decimal], cut: Decimal, start: float, end: float) -> _Scale:
    lowest = min([*points, cut - _LEAST_SIDE])
    return _Scale(max(0, int(lowest // 10) * 10), start, end)


@dataclass(frozen=True, slots=True)
class _Spot:
    account: MatrixAccount
    x: float
    y: float
    radius: float

    @property
    def box(self) -> _Box:
        # A triangle of the same area reaches further than a circle, but only with its thin corners.
        reach = self.radius + 1
        return _Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


def matrix_chart(
    chart_id: str,
    accounts: Sequence[MatrixAccount],
    quadrants: Sequence[MatrixQuadrant],
    cut: tuple[Decimal, Decimal],
    t: Wording,
) -> MatrixChart | None:
    """Return the matrix, None if no account has a place.

    Args:
        chart_id: Unique on the page.
        accounts: In any order; drawn with the largest below, named with the most valuable first.
        quadrants: The four postures with their counts.
        cut: Where attractiveness and strength are cut, 0 to 100 (attractiveness first, as in the settings).
        t: The words.

    """
    if not accounts:
        return None
    ranked = sorted(accounts, key=lambda account: (-(account.value or 0), account.name))
    across = _scale((a.strength for a in ranked), cut[1], _LEFT + _PADDING, _RIGHT - _PADDING)
    down = _scale((a.attractiveness for a in ranked), cut[0], _BOTTOM - _PADDING, _TOP + _PADDING)
    spots = _spots(ranked, across, down)
    corners = _corner_texts(quadrants)
    names = _names(spots[:LABELLED], spots, corners, _SIZE)
    return MatrixChart(
        id=chart_id,
        width=_WIDTH,
        height=_HEIGHT,
        field=(_LEFT, _TOP, _RIGHT, _BOTTOM),
        cut=(place(across.at(cut[1])), place(down.at(cut[0]))),
        bubbles=tuple(map(_bubble, spots)),
        names=tuple(names),
        narrow_names=tuple(_names(spots[:_NARROW_LABELLED], spots, corners, _NARROW_SIZE)),
        texts=(*_axis_texts(cut, across, down, t), *corners),
        unnamed=len(accounts) - len(names),
        title=t.text("Matrix: how attractive the accounts are, and how strong our position is"),
        description=t.text("; ").join(
            t.text("{posture}: {n} account|{posture}: {n} accounts", posture=quadrant.posture, n=quadrant.count)
            for quadrant in quadrants
        ),
    )


def _spots(ranked: Sequence[MatrixAccount], across: _Scale, down: _Scale) -> list[_Spot]:
    """Return the bubbles' places, the largest first. Many accounts make all bubbles smaller."""
    largest = float(ranked[0].value or 0)
    most = min(26.0, max(8.0, 26 * sqrt(14 / len(ranked))))
    least = 2.0 if len(ranked) > 200 else 4.0
    spots = []
    for account in ranked:
        share = float(account.value or 0) / largest if largest > 0 else 0.0
        radius = max(least, most * sqrt(max(share, 0.0)))
        # What the padding does not take up moves a large bubble in from the rim, by a point at most.
        spots.append(
            _Spot(
                account,
                min(max(across.at(account.strength), _LEFT + radius + 1), _RIGHT - radius - 1),
                min(max(down.at(account.attractiveness), _TOP + radius + 1), _BOTTOM - radius - 1),
                radius,
            )
        )
    return spots


def _bubble(spot: _Spot) -> Bubble:
    account = spot.account
    return Bubble(
        path=_shape(spot.x, spot.y, spot.radius, account.health),
        health=account.health or "unknown",
        valued=account.value is not None,
        address=account.address if account.facts else None,
        facts=account.facts,
    )


def _shape(x: float, y: float, radius: float, health: HealthBand | None) -> str:
    """Return a circle for green or unknown, a triangle for amber, a square for red: all of the same area."""
    if health == "amber":
        side = radius * sqrt(4 * pi / sqrt(3))
        height = side * sqrt(3) / 2
        return f"M{place(x)} {place(y - height * 2 / 3)}l{place(side / 2)} {place(height)}h{place(-side)}z"
    if health == "red":
        side = radius * sqrt(pi)
        return f"M{place(x - side / 2)} {place(y - side / 2)}h{place(side)}v{place(side)}h{place(-side)}z"
    r = place(radius)
    return f"M{place(x - r)} {place(y)}a{r} {r} 0 1 0 {place(2 * r)} 0a{r} {r} 0 1 0 {place(-2 * r)} 0z"


def _axis_texts(cut: tuple[Decimal, Decimal], across: _Scale, down: _Scale, t: Wording) -> list[ChartText]:
    """Return the axes' names and the few values that are read: both ends and the cut."""
    below = _BOTTOM + 44
    texts = [
        ChartText(_LEFT, below, f"↑ {t.label('axis', 'attractiveness')}", "start", "axis"),
        ChartText(_RIGHT, below, f"{t.label('axis', 'strength')} →", "end", "axis"),
        ChartText(place(across.at(cut[1])), below, t.number(cut[1]), "middle", "tick"),
    ]
    texts += [
        ChartText(_LEFT - 6, place(down.at(points) + 4), t.number(points), "end", "tick")
        for points in (Decimal(100), cut[0], Decimal(down.low))
    ]
    return texts


def _corner_texts(quadrants: Iterable[MatrixQuadrant]) -> list[ChartText]:
    """Return the postures, outside the frame and above or below their quadrants: no bubble can cover them."""
    texts = []
    for quadrant in quadrants:
        right, low = _CORNERS[quadrant.quadrant]
        text = shortened(f"{quadrant.posture} · {quadrant.count}", 14, (_RIGHT - _LEFT) / 2 - 8)
        texts.append(
            ChartText(
                _RIGHT if right else _LEFT,
                _BOTTOM + 20 if low else _TOP - 9,
                text,
                "end" if right else "start",
                "posture",
            )
        )
    return texts


def _text_box(text: ChartText, size: float) -> _Box:
    width = text_width(text.text, size)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return _Box(left - 3, text.y - size, left + width + 3, text.y + size * 0.35)


def _names(
    named: Sequence[_Spot], spots: Sequence[_Spot], corners: Sequence[ChartText], size: float
) -> list[NameLabel]:
    """Return the names that found a place: first all that stand beside their bubble, then those with a line.

    Only the larger bubbles count as obstacles: 90 of them keep this quick with a thousand accounts.
    """
    obstacles = [spot.box for spot in spots[:90]]
    postures = [_text_box(corner, max(size, 14)) for corner in corners]
    texts = [shortened(spot.account.name, size, 190) for spot in named]
    placed: dict[int, tuple[NameLabel, _Box]] = {}
    for candidates in (_beside, _apart):
        for index, (spot, text) in enumerate(zip(named, texts, strict=True)):
            if index in placed:
                continue
            taken = postures + [box for _, box in placed.values()] + obstacles[:index] + obstacles[index + 1 :]
            for label in candidates(spot, text, size):
                box = _text_box(ChartText(label.x, label.y, text, label.anchor), size)
                if _inside(box) and not any(map(box.touches, taken)):
                    placed[index] = (label, box)
                    break
    return [placed[index][0] for index in sorted(placed)]


def _inside(box: _Box) -> bool:
    """Tell whether a name stays in the frame; above it, beside the postures, there is room for one line."""
    return box.left >= _LEFT and box.right <= _RIGHT and box.top >= 1 and box.bottom <= _BOTTOM


def _beside(spot: _Spot, text: str, size: float) -> Iterable[NameLabel]:
    """Yield places that touch the bubble: right, left, below, above, then the diagonals."""
    x, y, r = spot.x, spot.y, spot.radius
    middle, beside = size * 0.35, r + 4
    yield NameLabel(place(x + beside), place(y + middle), text, "start")
    yield NameLabel(place(x - beside), place(y + middle), text, "end")
    yield NameLabel(place(x), place(y + r + size), text, "middle")
    yield NameLabel(place(x), place(y - r - 5), text, "middle")
    slant = r * 0.75 + 3
    for right, down in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        yield NameLabel(
            place(x + right * slant), place(y + down * slant + middle), text, "start" if right > 0 else "end"
        )


def _apart(spot: _Spot, text: str, size: float) -> Iterable[NameLabel]:
    """Yield places further out, with a thin line to the bubble."""
    x, y, r = spot.x, spot.y, spot.radius
    for apart in (16, 30, 46, 64):
        for right, slope in _DIRECTIONS:
            length = sqrt(1 + slope * slope)
            near, far = r / length, (r + apart) / length
            end_x, end_y = x + right * far, y + slope * far
            yield NameLabel(
                place(end_x + right * 3),
                place(end_y + size * 0.35),
                text,
                "start" if right > 0 else "end",
                (place(x + right * near), place(y + slope * near), place(end_x), place(end_y)),
            )
