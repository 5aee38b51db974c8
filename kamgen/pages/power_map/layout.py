"""Where the people of a power map stand: a tidy tree of equal cards, in rows (D1).

The method is Reingold and Tilford's, with rows instead of levels: every part of the tree keeps, for each of its
rows, how far it reaches to the left and right, and parts are moved together until the rows touch. Two additions
keep wide organisations readable: reports without reports of their own can be stacked into columns under their
boss, and parts that do not fit side by side continue on a shelf below, led there by a trunk line on the left.

Reports are set in the order of their level, then in the order of the file. Everything is in whole units and
depends on nothing but who reports to whom and the levels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from kamgen.plan.power_map import Level, Person

CARD_WIDTH = 164
"""Width of a card, in units of the drawing."""
GAP = 16
"""Free room between two cards of a row."""
INDENT = 14
"""How far a stacked column stands right of its line."""
SPINE = 6
"""Where that line runs, from the left of the column's room."""

_STEP = CARD_WIDTH + GAP
_LEVELS: dict[str | None, int] = {level: rank for rank, level in enumerate(get_args(Level))}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands: its row from the top, and its left edge."""

    row: int
    x: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """One row of parts under a boss: reports that hang from the line above, and stacked columns of reports.

    A column is the ``x`` of its line and its people from top to bottom.
    """

    row: int
    reports: tuple[int, ...]
    columns: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A boss and all direct reports; ``trunk`` is the ``x`` of the line down to the second shelf and beyond.

    With ``hanging`` the only part is one column whose line starts under the boss's left side.
    """

    boss: int
    shelves: tuple[Shelf, ...]
    trunk: int
    hanging: bool

    def reports(self) -> tuple[int, ...]:
        """Return all direct reports as they stand, shelf by shelf."""
        return tuple(
            who
            for shelf in self.shelves
            for group in (shelf.reports, *(members for _, members in shelf.columns))
            for who in group
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """Everyone's place and superior, by index, and the families.

    ``breaks`` are the rows at which trees go on below others; ``first_alone`` is the first row of people without
    any line, None where there are none.
    """

    places: tuple[Place, ...]
    superiors: tuple[int | None, ...]
    families: tuple[Family, ...]
    width: int
    rows: int
    breaks: frozenset[int]
    first_alone: int | None


@dataclass(frozen=True, slots=True)
class Packing:
    """How a tree is set: up to ``beside`` childless reports side by side, else in columns of up to ``tall``."""

    beside: int
    tall: int


_ROOMY = (Packing(5, 4), Packing(3, 4), Packing(1, 4), Packing(1, 6))
_DENSE = (Packing(1, 4), Packing(1, 6), Packing(1, 8))


@dataclass(slots=True)
class _Part:
    """A part of the tree from its own row 0; ``left`` and ``right`` are its outline, row by row."""

    left: list[int]
    right: list[int]
    anchor: int
    boss: int | None = None
    boss_x: int = 0
    column: tuple[int, ...] = ()
    shelves: list[list[tuple[_Part, int, int]]] = field(default_factory=list)
    trunk: int = 0


def lay_out(people: Sequence[Person], widest: int) -> Layout:
    """Return the places of people, in a width of about ``widest`` units (a single card may be wider).

    The roomiest way of setting that fits is taken; where none fits side by side, the one with the fewest rows.
    An unknown superior, oneself as superior and a circle of superiors are read as none.
    """
    bosses = superiors(people)
    reports = _reports(people, bosses)
    heads = [who for who in reports[None] if reports.get(who)]
    alone = [who for who in reports[None] if not reports.get(who)]
    for packing in _ROOMY:
        forest = _forest(heads, reports, packing, None)
        if _width(forest) <= widest:
            break
    else:
        tried = [_forest(heads, reports, packing, widest) for packing in _DENSE]
        forest = min(tried, key=lambda part: (len(part.left), _width(part)))
    return _placed(forest, alone, tuple(bosses), widest)


def superiors(people: Sequence[Person]) -> list[int | None]:
    """Return the index of everyone's superior; None at the top, and where the plan names nobody it knows.

    Where people report to each other in a circle, the one who stands first in the file is set at the top.
    """
    index: dict[str, int] = {}
    for who, person in enumerate(people):
        index.setdefault(person.id, who)
    bosses = [index.get(person.reports_to) if person.reports_to else None for person in people]
    settled: set[int] = set()
    for start in range(len(people)):
        path: list[int] = []
        seen: set[int] = set()
        step: int | None = start
        while step is not None and step not in settled and step not in seen:
            path.append(step)
            seen.add(step)
            step = bosses[step]
        if step in seen:
            bosses[min(path[path.index(step) :])] = None
        settled |= seen
    return bosses


def _reports(people: Sequence[Person], bosses: Sequence[int | None]) -> dict[int | None, list[int]]:
    """Everyone's reports in the order they are set; under None those who stand at the top."""
    reports: dict[int | None, list[int]] = {None: []}
    order = sorted(range(len(people)), key=lambda who: (_LEVELS.get(people[who].level, len(_LEVELS)), who))
    for who in order:
        reports.setdefault(bosses[who], []).append(who)
    return reports


def _forest(
    heads: Sequence[int], reports: Mapping[int | None, list[int]], packing: Packing, widest: int | None
) -> _Part:
    """All trees side by side, built from the leaves up without recursion, for chains can be long."""
    order = list(heads)
    for who in order:
        order.extend(report for report in reports[who] if reports.get(report))
    parts: dict[int, _Part] = {}
    for who in reversed(order):
        parts[who] = _with_boss(who, _units(reports[who], reports, parts, packing), widest)
    top = _Part([], [], 0)
    _shelve(top, [parts[who] for who in heads], widest)
    return top


def _units(
    members: Sequence[int], reports: Mapping[int | None, list[int]], parts: Mapping[int, _Part], packing: Packing
) -> list[_Part]:
    """Return the parts under one boss: trees, single cards and, beyond ``packing.beside``, columns of them."""
    leaves = [who for who in members if not reports.get(who)]
    if len(leaves) <= packing.beside:
        return [parts[who] if who in parts else _column((who,), 0) for who in members]
    count = -(-len(leaves) // packing.tall)
    tall = -(-len(leaves) // count)
    columns = [_column(tuple(leaves[at : at + tall]), INDENT) for at in range(0, len(leaves), tall)]
    return [parts[who] for who in members if who in parts] + columns


def _column(members: tuple[int, ...], indent: int) -> _Part:
    """People one below the other; a column of one without indent is a plain card."""
    right = indent + CARD_WIDTH
    return _Part([0] * len(members), [right] * len(members), indent + CARD_WIDTH // 2, column=members)


def _with_boss(who: int, units: list[_Part], widest: int | None) -> _Part:
    """Set a boss over the middle of the first shelf, or over the line of a single column."""
    part = _Part([], [], 0, boss=who)
    _shelve(part, units, widest)
    first = part.shelves[0]
    if _hangs(part):
        part.boss_x = 0
    else:
        middle = first[0][0].anchor + first[0][1] + first[-1][0].anchor + first[-1][1]
        part.boss_x = middle // 2 - CARD_WIDTH // 2
    part.anchor = part.boss_x + CARD_WIDTH // 2
    if len(part.shelves) > 1:
        part.trunk = min(part.left) - INDENT + SPINE
        last = part.shelves[-1][0][2]
        part.left[:last] = [min(edge, part.trunk) for edge in part.left[:last]]
    part.left.insert(0, part.boss_x)
    part.right.insert(0, part.boss_x + CARD_WIDTH)
    return part


def _hangs(part: _Part) -> bool:
    """Whether the only thing under a boss is one indented column."""
    if len(part.shelves) != 1 or len(part.shelves[0]) != 1:
        return False
    unit = part.shelves[0][0][0]
    return bool(unit.column) and unit.anchor != CARD_WIDTH // 2


def _shelve(part: _Part, units: Sequence[_Part], widest: int | None) -> None:
    """Set units from left to right, close to each other, and go on below where the width is used up."""
    base = 0
    for unit in units:
        shift = _shift(part, unit, base)
        full = widest is not None and part.shelves and shift + max(unit.right) > widest
        if full or not part.shelves:
            part.shelves.append([])
            base = len(part.left)
            shift = -min(unit.left)
        part.shelves[-1].append((unit, shift, base))
        for row, (left, right) in enumerate(zip(unit.left, unit.right, strict=True), start=base):
            if row == len(part.left):
                part.left.append(left + shift)
                part.right.append(right + shift)
            else:
                part.right[row] = right + shift


def _shift(part: _Part, unit: _Part, base: int) -> int:
    """How far right a unit must go to clear what stands on the shelf already."""
    beside = zip(part.right[base:], unit.left, strict=False)
    return max((right + GAP - left for right, left in beside), default=0)


def _width(part: _Part) -> int:
    return max(part.right) - min(part.left) if part.left else 0


def _placed(forest: _Part, alone: Sequence[int], bosses: tuple[int | None, ...], widest: int) -> Layout:
    """Turn parts into places, the leftmost at 0, and set those without any line in rows below."""
    places: list[Place] = [Place(0, 0)] * len(bosses)
    families: list[Family] = []
    todo: list[tuple[_Part, int, int]] = [(forest, -min(forest.left, default=0), -1)]
    while todo:
        part, x, row = todo.pop()
        if part.boss is not None:
            places[part.boss] = Place(row, x + part.boss_x)
            families.append(_family(part, part.boss, x, row))
        indent = part.anchor - CARD_WIDTH // 2 if part.column else 0
        for step, who in enumerate(part.column):
            places[who] = Place(row + step, x + indent)
        for shelf in part.shelves:
            todo.extend((unit, x + shift, row + 1 + base) for unit, shift, base in shelf)
    families.sort(key=lambda family: family.boss)
    breaks = frozenset(shelf[0][2] for shelf in forest.shelves[1:])
    rows, width = len(forest.left), _width(forest)
    if not alone:
        return Layout(tuple(places), bosses, tuple(families), width, rows, breaks, None)
    most = max(1, (max(width, min(widest, 5 * _STEP)) + GAP) // _STEP)
    lines = -(-len(alone) // most)
    across = most if forest.left else -(-len(alone) // lines)
    for at, who in enumerate(alone):
        places[who] = Place(rows + at // across, at % across * _STEP)
    width = max(width, min(across, len(alone)) * _STEP - GAP)
    return Layout(tuple(places), bosses, tuple(families), width, rows + lines, breaks, rows)


def _family(part: _Part, boss: int, x: int, row: int) -> Family:
    shelves = []
    for shelf in part.shelves:
        reports = []
        columns = []
        for unit, shift, _ in shelf:
            if unit.boss is not None:
                reports.append(unit.boss)
            elif unit.anchor == CARD_WIDTH // 2:
                reports.extend(unit.column)
            else:
                columns.append((x + shift + SPINE, unit.column))
        shelves.append(Shelf(row + 1 + shelf[0][2], tuple(reports), tuple(columns)))
    return Family(boss, tuple(shelves), x + part.trunk, _hangs(part))
