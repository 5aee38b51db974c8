"""The battle map: who does what for which account, week by week (F2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Literal

from kamgen.pages.account.terms import Mention
from kamgen.pages.calendar.planned_work import (
    CalendarWeek,
    PlannedWork,
    hours_words,
    owner,
    planned_hours,
    weeks_from,
    what,
)
from kamgen.pages.context import Context
from kamgen.pages.extracts.work import Work
from kamgen.pages.summary import AccountSummary
from kamgen.wording.spans import short_day, weekday

WEEKS = 8
"""How many weeks the map looks ahead, the one of the day included: two months are as far as plans name days."""

MOST_MEMBERS = 30
"""How many members have a row, those with most to do; the page of the team has all."""

MOST_IN_CELL = 3
"""How many pieces of work a cell names; the others stand on the member's page."""

SHADES = (4, 8, 16, 32)
"""Planned hours up to which a week has the first four shades: half a day, a day, two days, four days."""

ColumnKind = Literal["overdue", "week", "later"]


@dataclass(frozen=True, slots=True)
class MapColumn:
    """A column of the map: a week with its days, what is overdue, or what is due later; ``note`` marks today."""

    kind: ColumnKind
    name: str
    days: str
    note: str


@dataclass(frozen=True, slots=True)
class MapItem:
    """A piece of work in a cell: for whom, what, when; ``full`` is all of it, where there is no room for it."""

    account: str
    what: Mention
    when: str
    full: str


@dataclass(frozen=True, slots=True)
class MapCell:
    """What one member has to do in one column.

    ``shade`` is 1 to 5 by the planned hours of a week, 0 for none known and for columns that are no weeks; ``hours``
    are empty where none are known; ``more`` leads to what is not named.
    """

    items: tuple[MapItem, ...]
    count: str
    hours: str
    shade: int
    more: Mention


@dataclass(frozen=True, slots=True)
class MapRow:
    """A member with a cell for every column; ``load`` is all of it in words."""

    member: Mention
    load: str
    cells: tuple[MapCell, ...]


@dataclass(frozen=True, slots=True)
class BattleMap:
    """Members by weeks; ``total`` sums up every column, ``beyond`` says who has no row."""

    columns: tuple[MapColumn, ...]
    rows: tuple[MapRow, ...]
    total: MapRow
    shades: tuple[str, ...]
    beyond: str


def battle_map(dated: Sequence[PlannedWork], summaries: Mapping[str, AccountSummary], context: Context) -> BattleMap:
    """Return the open work that has a day, by member and week.

    Members of the settings have a row even with nothing to do, in the settings' order; then other owners, then nobody.
    """
    return _Cartographer(dated, summaries, context).map()


class _Cartographer:
    def __init__(self, dated: Sequence[PlannedWork], summaries: Mapping[str, AccountSummary], context: Context) -> None:
        self._context, self._t = context, context.wording
        self._names = {id_: context.wording.of(summary.name) for id_, summary in summaries.items()}
        self._weeks = weeks_from(context.as_of, WEEKS)
        weeks: list[ColumnKind] = ["week"] * len(self._weeks)
        self._kinds: tuple[ColumnKind, ...] = ("overdue", *weeks, "later")
        self._cells: defaultdict[tuple[str | None, int], list[PlannedWork]] = defaultdict(list)
        for one in dated:
            self._cells[one.work.owner, self._column_of(one)].append(one)
        self._open: defaultdict[str | None, int] = defaultdict(int)
        for (member, _), cell in self._cells.items():
            self._open[member] += len(cell)

    def map(self) -> BattleMap:
        members = self._members()
        most = sorted(members, key=lambda member: -self._open[member])[:MOST_MEMBERS]
        beyond = len(members) - len(most)
        return BattleMap(
            columns=tuple(self._columns()),
            rows=tuple(self._row(member) for member in members if member in most),
            total=self._total(),
            shades=(*(self._t.text("to {hours} h", hours=hours) for hours in SHADES), self._t.text("more")),
            beyond=self._t.text(
                "{n} member with less to do has no row here; the page of the team has all."
                "|{n} members with less to do have no row here; the page of the team has all.",
                n=beyond,
            )
            if beyond
            else "",
        )

    def _members(self) -> list[str | None]:
        known: list[str | None] = [member.id for member in self._context.settings.team]
        others = sorted(member for member in self._open if member is not None and member not in known)
        return [*known, *others, *([None] if None in self._open else [])]

    def _column_of(self, planned: PlannedWork) -> int:
        if planned.due < self._context.as_of:
            return 0
        return min((planned.due - self._weeks[0].monday).days // 7, len(self._weeks)) + 1

    def _columns(self) -> list[MapColumn]:
        t, language, today = self._t, self._context.language, self._context.as_of
        first, *others = self._weeks
        now = t.text("today: {day}", day=weekday(today, language))
        return [
            MapColumn("overdue", t.text("Overdue"), t.text("before today"), ""),
            MapColumn("week", t.text("This week"), first.words(self._context), now),
            *(self._week(week) for week in others),
            MapColumn("later", t.text("Later"), self._after(), ""),
        ]

    def _week(self, week: CalendarWeek) -> MapColumn:
        name = self._t.text("Week {number}", number=str(week.number))
        return MapColumn("week", name, week.words(self._context), "")

    def _after(self) -> str:
        return self._t.text("after {day}", day=short_day(self._weeks[-1].sunday, self._context.language))

    def _row(self, member: str | None) -> MapRow:
        cells = [self._cells.get((member, column), []) for column in range(len(self._kinds))]
        named = owner(member, self._context) if member else Mention(self._t.text("Without an owner"), "#incomplete")
        return MapRow(
            member=named,
            load=self._load([one for cell in cells for one in cell]),
            cells=tuple(self._cell(cell, kind, named) for cell, kind in zip(cells, self._kinds, strict=True)),
        )

    def _total(self) -> MapRow:
        columns: list[list[PlannedWork]] = [[] for _ in self._kinds]
        for (_, column), cell in self._cells.items():
            columns[column] += cell
        cells = (self._cell(cell, kind, Mention(""), named=0) for cell, kind in zip(columns, self._kinds, strict=True))
        every = list(chain.from_iterable(columns))
        return MapRow(Mention(self._t.text("All together")), self._load(every), tuple(cells))

    def _load(self, work: Sequence[PlannedWork]) -> str:
        if not work:
            return self._t.text("nothing with a day")
        said = [
            self._t.text("{n} piece|{n} pieces", n=len(work)),
            hours_words(planned_hours(one.work for one in work), self._context),
        ]
        return " · ".join(filter(None, said))

    def _cell(
        self, work: Sequence[PlannedWork], kind: ColumnKind, member: Mention, named: int = MOST_IN_CELL
    ) -> MapCell:
        t, hours, beyond = self._t, planned_hours(one.work for one in work), len(work) - named
        more = t.text("{n} more|{n} more", n=beyond)
        return MapCell(
            items=tuple(self._item(one.account, one.work, kind) for one in work[:named]),
            count=t.text("{n} piece|{n} pieces", n=len(work)) if work else "",
            hours=hours_words(hours, self._context),
            shade=shade_of(hours) if kind == "week" and named else 0,
            more=Mention(more, member.href) if named and beyond > 0 else Mention(""),
        )

    def _item(self, account: str, work: Work, kind: ColumnKind) -> MapItem:
        t, said = self._t, what(PlannedWork(account, work), self._context)
        name, day = self._names.get(account, account), work.due or self._context.as_of
        facts = [t.label("work_kind", work.kind), t.day(day, weekday=True), hours_words(work.hours, self._context)]
        return MapItem(name, said, self._when(work, kind), " · ".join(filter(None, (name, said.text, *facts))))

    def _when(self, work: Work, kind: ColumnKind) -> str:
        """Return the day as a column needs it: how late, which weekday, or which day."""
        day, today, language = work.due or self._context.as_of, self._context.as_of, self._context.language
        if kind == "overdue":
            return self._t.text("{n} day late|{n} days late", n=(today - day).days)
        if kind == "week":
            return self._t.text("today") if day == today else weekday(day, language)
        return short_day(day, language) if day.year == today.year else self._t.day(day)


def shade_of(hours: Decimal | None) -> int:
    """Return the shade of a week with so many planned hours, 1 to 5; 0 for none."""
    if not hours:
        return 0
    return next((shade for shade, most in enumerate(SHADES, start=1) if hours <= most), len(SHADES) + 1)
