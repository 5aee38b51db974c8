"""Influence against support: everyone's name in the cell of both ratings, the most influential on top (D1).

The companion of the power map for the question where the weight lies. As high as its fullest cells need; the
same names and marks as on the cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.pages.context import Context
from kamgen.pages.lettering import shortened, text_width
from kamgen.pages.power_map.people import PersonFacts, people_facts
from kamgen.plan.power_map import Person
from kamgen.wording.language import Wording

_SUPPORTS = (-2, -1, 0, 1, 2)
_INFLUENCES = (5, 4, 3, 2, 1)
_LEFT, _COLUMN, _INSET = 66, 134, 6
_HEAD, _LINE, _PAD, _LOWEST = 44, 17, 7, 30
_NAME, _NOTE = 12.0, 11.0
_BOLD = 1.06
_MARK = 15
_WIDTH = _LEFT + _COLUMN * len(_SUPPORTS) + 2

_Cells = dict[tuple[int, int], list[PersonFacts]]
"""Who is in the cell of an influence and a support, in the order of the file."""


@dataclass(frozen=True, slots=True)
class GridName:
    """A person in a cell: ``x`` and ``y`` of the name's base line, ``clock`` and ``nobody`` the ``x`` of its marks.

    ``person`` is the person's id in the plan, ``strong`` marks who decides.
    """

    person: str
    x: int
    y: int
    name: str
    strong: bool
    clock: int | None
    nobody: int | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of one influence, from its line at ``y`` down to ``y + height``."""

    influence: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of one support, from ``x``."""

    support: int
    label: str
    x: int


@dataclass(frozen=True, slots=True)
class SupportGrid:
    """The grid, ready to be written; ``notes`` says in lines who is not on it yet and what the marks mean."""

    title: str
    description: str
    width: int
    height: int
    influence_label: str
    support_label: str
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    names: tuple[GridName, ...]
    notes: tuple[tuple[str, int], ...]


def support_grid(people: tuple[Person, ...], context: Context) -> SupportGrid | None:
    """Return the grid of an account's people; None as long as nobody has both ratings."""
    wording = context.wording
    facts = people_facts(people, context)
    cells: _Cells = {}
    missing = []
    for person, fact in zip(people, facts, strict=True):
        if person.influence is not None and person.support is not None:
            cells.setdefault((person.influence, person.support), []).append(fact)
        elif not person.wanted:
            missing.append(fact.name)
    if not cells:
        return None
    rows = _rows(cells)
    bottom = rows[-1].y + rows[-1].height
    notes = tuple((line, bottom + 20 + 15 * number) for number, line in enumerate(_not_rated(missing, wording)))
    return SupportGrid(
        title=wording.text("Influence and support"),
        description=wording.text(
            "{n} person by influence and support.|{n} people by influence and support.",
            n=sum(map(len, cells.values())),
        ),
        width=_WIDTH,
        height=(notes[-1][1] if notes else bottom) + 6,
        influence_label=wording.label("evidence_about", "influence"),
        support_label=wording.label("evidence_about", "support"),
        columns=tuple(
            GridColumn(support, wording.label("support", support), _LEFT + _COLUMN * number)
            for number, support in enumerate(_SUPPORTS)
        ),
        rows=rows,
        names=tuple(name for row in rows for name in _names(row, cells)),
        notes=notes,
    )


def _rows(cells: _Cells) -> tuple[GridRow, ...]:
    rows = []
    y = _HEAD
    for influence in _INFLUENCES:
        most = max(len(cells.get((influence, support), ())) for support in _SUPPORTS)
        height = max(_LOWEST, most * _LINE + 2 * _PAD)
        rows.append(GridRow(influence, y, height))
        y += height
    return tuple(rows)


def _names(row: GridRow, cells: _Cells) -> list[GridName]:
    names = []
    for number, support in enumerate(_SUPPORTS):
        x = _LEFT + _COLUMN * number + _INSET
        for line, fact in enumerate(cells.get((row.influence, support), ())):
            late = fact.overdue is not None or fact.never_met
            room = _COLUMN - 2 * _INSET - _MARK * (late + fact.uncovered)
            size = _NAME * (_BOLD if fact.decides else 1)
            name = shortened(fact.name, size, room)
            after = x + round(text_width(name, size)) + _MARK // 2 + 3
            names.append(
                GridName(
                    person=fact.id,
                    x=x,
                    y=row.y + _PAD + 12 + _LINE * line,
                    name=name,
                    strong=fact.decides,
                    clock=after if late else None,
                    nobody=after + _MARK * late if fact.uncovered else None,
                )
            )
    return names


def _not_rated(names: Sequence[str], wording: Wording) -> list[str]:
    """Who is not on the grid yet, in lines of its width."""
    if not names:
        return []
    lines = [""]
    for name in names:
        longer = wording.listing([lines[-1], name]) if lines[-1] else shortened(name, _NOTE, _WIDTH / 2)
        if not lines[-1] and len(lines) == 1:
            longer = wording.text("Not rated yet: {names}", names=longer)
        if lines[-1] and text_width(longer, _NOTE) > _WIDTH:
            lines.append(shortened(name, _NOTE, _WIDTH))
        else:
            lines[-1] = longer
    return lines
