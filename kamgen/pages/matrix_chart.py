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

from kamgen.pages.charts import Anchor, ChartText, place
from kamgen.pages.lettering import shortened, text_width
from kamgen.scoring.score import HealthBand, Quadrant
from kamgen.wording.language import Wording

LABELLED = 30
"""How many accounts can get a name, the most valuable first."""

LINKED = 150
"""How many bubbles are links with their facts; the others are drawn as plain shapes to keep the page light."""

_WIDTH, _HEIGHT = 600, 480
_LEFT, _TOP, _RIGHT, _BOTTOM = 30, 26, 594, 448
_SIZE, _NARROW_SIZE, _NARROW_LABELLED = 12.5, 19.0, 8
_DIRECTIONS = ((1, -1.0), (1, 1.0), (-1, -1.0), (-1, 1.0), (1, -0.3), (-1, -0.3), (1, 0.3), (-1, 0.3))
_CORNERS: dict[Quadrant, tuple[int, int]] = {
    "high-low": (0, 0),
    "high-high": (1, 0),
    "low-low": (0, 1),
    "low-high": (1, 1),
}


@dataclass(frozen=True, slots=True)
class MatrixAccount:
    """An account that has a place: 0 to 100 on both axes; ``value`` is None where it is unknown."""

    name: str
    address: str
    facts: str
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
    spots = _spots(ranked)
    cross = (_across(cut[1]), _down(cut[0]))
    texts = _axis_texts(cut, cross, t)
    corner_texts = _corner_texts(quadrants, cross)
    taken = [_text_box(text, 14) for text in corner_texts]
    names = _names(spots[:LABELLED], spots, taken, _SIZE)
    narrow_taken = [_text_box(text, 20) for text in corner_texts]
    return MatrixChart(
        id=chart_id,
        width=_WIDTH,
        height=_HEIGHT,
        field=(_LEFT, _TOP, _RIGHT, _BOTTOM),
        cut=cross,
        bubbles=tuple(_bubble(spot, linked=index < LINKED) for index, spot in enumerate(spots)),
        names=tuple(names),
        narrow_names=tuple(_names(spots[:_NARROW_LABELLED], spots, narrow_taken, _NARROW_SIZE)),
        texts=(*texts, *corner_texts),
        unnamed=len(accounts) - len(names),
        title=t.text("Matrix: how attractive the accounts are, and how strong our position is"),
        description=t.text("; ").join(
            t.text("{posture}: {n} account|{posture}: {n} accounts", posture=quadrant.posture, n=quadrant.count)
            for quadrant in quadrants
        ),
    )


def _across(strength: Decimal) -> float:
    return place(_LEFT + float(strength) / 100 * (_RIGHT - _LEFT))


def _down(attractiveness: Decimal) -> float:
    return place(_BOTTOM - float(attractiveness) / 100 * (_BOTTOM - _TOP))


def _spots(ranked: Sequence[MatrixAccount]) -> list[_Spot]:
    """Return the bubbles' places, the largest first. Many accounts make all bubbles smaller."""
    largest = float(ranked[0].value or 0)
    most = min(30.0, max(8.0, 30 * sqrt(14 / len(ranked))))
    least = 2.0 if len(ranked) > 200 else 4.0
    spots = []
    for account in ranked:
        share = float(account.value or 0) / largest if largest > 0 else 0.0
        radius = max(least, most * sqrt(max(share, 0.0)))
        # A bubble at the rim stays whole: it is moved in by its radius, a few points at most.
        spots.append(
            _Spot(
                account,
                min(max(_across(account.strength), _LEFT + radius + 1), _RIGHT - radius - 1),
                min(max(_down(account.attractiveness), _TOP + radius + 1), _BOTTOM - radius - 1),
                radius,
            )
        )
    return spots


def _bubble(spot: _Spot, *, linked: bool) -> Bubble:
    account = spot.account
    return Bubble(
        path=_shape(spot.x, spot.y, spot.radius, account.health),
        health=account.health or "unknown",
        valued=account.value is not None,
        address=account.address if linked else None,
        facts=account.facts if linked else None,
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


def _axis_texts(cut: tuple[Decimal, Decimal], cross: tuple[float, float], t: Wording) -> list[ChartText]:
    return [
        ChartText(_LEFT, 15, f"↑ {t.label('axis', 'attractiveness')}", "start", "axis"),
        ChartText(_RIGHT, _HEIGHT - 7, f"{t.label('axis', 'strength')} →", "end", "axis"),
        ChartText(_LEFT - 6, cross[1] + 4, t.number(cut[0]), "end", "tick"),
        ChartText(cross[0], _BOTTOM + 17, t.number(cut[1]), "middle", "tick"),
        ChartText(_LEFT - 6, _TOP + 10, t.number(100), "end", "tick"),
        ChartText(_LEFT - 6, _BOTTOM + 4, t.number(0), "end", "tick"),
    ]


def _corner_texts(quadrants: Iterable[MatrixQuadrant], cross: tuple[float, float]) -> list[ChartText]:
    texts = []
    for quadrant in quadrants:
        right, low = _CORNERS[quadrant.quadrant]
        x = _RIGHT - 9 if right else _LEFT + 9
        y = _BOTTOM - 10 if low else _TOP + 20
        room = (_RIGHT - cross[0] if right else cross[0] - _LEFT) - 18
        text = shortened(f"{quadrant.posture} · {quadrant.count}", 14, max(room, 40))
        texts.append(ChartText(x, y, text, "end" if right else "start", "posture"))
    return texts


def _text_box(text: ChartText, size: float) -> _Box:
    width = text_width(text.text, size)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return _Box(left - 3, text.y - size, left + width + 3, text.y + size * 0.35)


def _names(named: Sequence[_Spot], spots: Sequence[_Spot], reserved: Sequence[_Box], size: float) -> list[NameLabel]:
    """Return the names that found a place. Only the larger bubbles count as obstacles: 90 keep this linear."""
    obstacles = [spot.box for spot in spots[:90]]
    taken = list(reserved)
    labels: list[NameLabel] = []
    for index, spot in enumerate(named):
        others = obstacles[:index] + obstacles[index + 1 :]
        text = shortened(spot.account.name, size, 190)
        for label in _candidates(spot, text, size):
            box = _text_box(ChartText(label.x, label.y, text, label.anchor), size)
            inside = box.left >= _LEFT and box.right <= _RIGHT and box.top >= _TOP and box.bottom <= _BOTTOM
            if inside and not any(map(box.touches, taken)) and not any(map(box.touches, others)):
                labels.append(label)
                taken.append(box)
                break
    return labels


def _candidates(spot: _Spot, text: str, size: float) -> Iterable[NameLabel]:
    """Yield places for a name: right, left, below, above, the diagonals, then further out with a line."""
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
    for apart in (16, 30, 46):
        for right, slope in _DIRECTIONS:
            length = sqrt(1 + slope * slope)
            from_x, from_y = x + right * r / length, y + slope * r / length
            to_x, to_y = x + right * (r + apart) / length, y + slope * (r + apart) / length
            yield NameLabel(
                place(to_x + right * 3),
                place(to_y + middle),
                text,
                "start" if right > 0 else "end",
                (place(from_x), place(from_y), place(to_x), place(to_y)),
            )
