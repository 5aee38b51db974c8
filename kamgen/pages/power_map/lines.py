"""The lines of a power map: who reports to whom, and who influences whom beside that (D1).

Cards stand in rows, so the room between two rows is free of cards all the way across. Influence lines run only
there and through free channels between the cards of a row; so no line covers a card. How high the room between
two rows is follows from what runs in it. The gap below a row has that row's number, the one above all is -1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kamgen.pages.power_map.layout import CARD_WIDTH, Family, Layout, Place

_STACK_ROOM = 12
_LINE_ROOM = 30
_BREAK_ROOM = 26
_TOP_ROOM = 15
_LANE = 5
"""More room for every further influence line of a gap."""
_BUS = 11
"""How far above the cards the line runs across that their own lines hang from."""
_CLEAR = 4
"""How far lines keep away from cards and from each other."""
_PORT, _PORT_STEP, _PORTS = 22, 13, 4
"""Where lines touch a card: from its corner, one after the other, and how many places there are."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one influence line: out of one card's top or bottom and into another's.

    Attributes:
        up: It leaves at the top of the card.
        below: It arrives at the bottom of the other card.
        gaps: The gap it leaves into and the gap it arrives from.
        lanes: Its number among the lines of these gaps, from 0.
        channel: The ``x`` at which it passes the rows between the two gaps; None if they are one.

    """

    from_x: int
    to_x: int
    up: bool
    below: bool
    gaps: tuple[int, int]
    lanes: tuple[int, int]
    channel: int | None


@dataclass(frozen=True, slots=True)
class Heights:
    """The top of every row and the height of its cards, and where the last row ends."""

    tops: tuple[int, ...]
    card: int

    @property
    def end(self) -> int:
        """Where the last row ends."""
        return self.tops[-1] + self.card

    def gap(self, gap: int) -> tuple[int, int]:
        """Return where a gap starts and ends."""
        return (self.tops[gap] + self.card if gap >= 0 else 0), self.tops[gap + 1]


@dataclass(slots=True)
class _Traffic:
    """What is in the way, row by row, and how many lines use a gap or a card's side already."""

    rows: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    gaps: Counter[int] = field(default_factory=Counter)
    ports: Counter[tuple[int, bool, bool]] = field(default_factory=Counter)

    def block(self, row: int, left: int, right: int) -> None:
        """Keep lines out of a stretch of a row, and a little away from it."""
        self.rows.setdefault(row, []).append((left - _CLEAR, right + _CLEAR))

    def lane(self, gap: int) -> int:
        """Return the number of a further line in a gap."""
        self.gaps[gap] += 1
        return self.gaps[gap] - 1

    def port(self, who: int, place: Place, *, top: bool, left: bool) -> int:
        """Return the ``x`` at which a further line touches a card, from its left or right corner inwards."""
        taken = self.ports[who, top, left] % _PORTS
        self.ports[who, top, left] += 1
        inwards = _PORT + _PORT_STEP * taken
        return place.x + (inwards if left else CARD_WIDTH - inwards)

    def channel(self, rows: range, from_x: int, to_x: int) -> int:
        """Return the ``x`` of the free way through some rows that makes the shortest line, and use it."""
        blocked = [stretch for row in rows for stretch in self.rows.get(row, ())]
        ways = {from_x, to_x, *(edge for stretch in blocked for edge in stretch)}
        free = (x for x in ways if not any(left < x < right for left, right in blocked))
        best = min(free, key=lambda x: (abs(x - from_x) + abs(x - to_x), abs(x - from_x), x))
        for row in rows:
            self.block(row, best, best)
        return best


def find_routes(layout: Layout, pairs: Sequence[tuple[int, int]]) -> tuple[Route, ...]:
    """Return the ways of influence lines between pairs of people, in the same order."""
    if not pairs:
        return ()
    traffic = _Traffic()
    for place in layout.places:
        traffic.block(place.row, place.x, place.x + CARD_WIDTH)
    for family in layout.families:
        for shelf in family.shelves:
            for x, members in shelf.columns:
                for who in members:
                    traffic.block(layout.places[who].row, x, x)
        for row in range(family.shelves[0].row, family.shelves[-1].row):
            traffic.block(row, family.trunk, family.trunk)
    return tuple(_route(layout.places, traffic, who, whom) for who, whom in pairs)


def _route(places: Sequence[Place], traffic: _Traffic, who: int, whom: int) -> Route:
    one, other = places[who], places[whom]
    up, below = other.row <= one.row, other.row < one.row
    gaps = (one.row - 1 if up else one.row, other.row if below else other.row - 1)
    same_column = abs(other.x - one.x) < CARD_WIDTH // 2
    left = other.x < one.x and not same_column
    from_x = traffic.port(who, one, top=up, left=left)
    to_x = traffic.port(whom, other, top=not below, left=not left and not same_column)
    channel = None
    if gaps[0] != gaps[1]:
        channel = traffic.channel(range(min(gaps) + 1, max(gaps) + 1), from_x, to_x)
    first = traffic.lane(gaps[0])
    lanes = (first, first if channel is None else traffic.lane(gaps[1]))
    return Route(from_x, to_x, up, below, gaps, lanes, channel)


def row_heights(layout: Layout, routes: Sequence[Route], card: int, above_alone: int) -> Heights:
    """Return where rows stand; ``above_alone`` is kept free above those without any line, for a caption."""
    lines = Counter(gap for route in routes for gap in set(route.gaps))
    across = {shelf.row - 1 for family in layout.families if not family.hanging for shelf in family.shelves}
    top = _TOP_ROOM + _LANE * lines[-1] if lines[-1] else 2
    tops = []
    for row in range(layout.rows):
        if row == layout.first_alone:
            top += above_alone
        tops.append(top)
        room = _LINE_ROOM if row in across else _BREAK_ROOM if row + 1 in layout.breaks else _STACK_ROOM
        if lines[row]:
            room = max(room, _LINE_ROOM - 4) + _LANE * (lines[row] - 1)
        top += card + room
    return Heights(tuple(tops), card)


def reporting_path(family: Family, places: Sequence[Place], at: Heights) -> str:
    """Return the lines from a boss to all direct reports as one path."""
    boss = places[family.boss]
    start = at.tops[boss.row] + at.card
    if family.hanging:
        return _column_path(family.shelves[0].columns[0], start, places, at)
    middle = boss.x + CARD_WIDTH // 2
    path = []
    for number, shelf in enumerate(family.shelves):
        top = at.tops[shelf.row]
        bus = top - _BUS
        drops = [places[who].x + CARD_WIDTH // 2 for who in shelf.reports]
        ends = drops + [x for x, _ in shelf.columns]
        if number == 0:
            ends.append(middle)
            path.append(f"M{middle} {start}V{bus}")
        if len(family.shelves) > 1:
            ends.append(family.trunk)
        if min(ends) < max(ends):
            path.append(f"M{min(ends)} {bus}H{max(ends)}")
        path.extend(f"M{x} {bus}V{top}" for x in drops)
        path.extend(_column_path(column, bus, places, at) for column in shelf.columns)
    if len(family.shelves) > 1:
        first, last = family.shelves[0].row, family.shelves[-1].row
        path.append(f"M{family.trunk} {at.tops[first] - _BUS}V{at.tops[last] - _BUS}")
    return "".join(path)


def _column_path(column: tuple[int, tuple[int, ...]], start: int, places: Sequence[Place], at: Heights) -> str:
    x, members = column
    middles = [at.tops[places[who].row] + at.card // 2 for who in members]
    ticks = "".join(f"M{x} {y}H{places[who].x}" for who, y in zip(members, middles, strict=True))
    return f"M{x} {start}V{middles[-1]}{ticks}"


def influence_path(route: Route, strength: int, at: Heights) -> tuple[str, str]:
    """Return the curve of an influence line, and its arrowheads: as many as its ``strength``, 1 to 3."""
    (top, bottom), (to_top, to_bottom) = at.gap(route.gaps[0]), at.gap(route.gaps[1])
    start = bottom if route.up else top
    tip, back = (to_top + 1, 6) if route.below else (to_bottom - 1, -6)
    lane = _lane(top, route.lanes[0])
    if route.channel is None:
        curve = f"C{route.from_x} {lane} {route.to_x} {lane} {route.to_x} {tip + back // 2}"
    else:
        x, to_lane = route.channel, _lane(to_top, route.lanes[1])
        edge, to_edge = (top, to_bottom) if route.up else (bottom, to_top)
        curve = (
            f"C{route.from_x} {lane} {x} {lane} {x} {edge}V{to_edge}"
            f"C{x} {to_lane} {route.to_x} {to_lane} {route.to_x} {tip + back // 2}"
        )
    heads = [tip + back * 2 // 3 * step for step in range(strength)]
    head = "".join(f"M{route.to_x - 3} {y + back}L{route.to_x} {y}L{route.to_x + 3} {y + back}" for y in heads)
    return f"M{route.from_x} {start}{curve}", head


def _lane(top: int, number: int) -> int:
    return top + 7 + _LANE * number
