"""The year of all accounts: how much work falls into which month, and what of it is done (F2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kamgen.pages.account.terms import Mention
from kamgen.pages.calendar.planned_work import PlannedWork, hours_words, planned_hours
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context
from kamgen.pages.summary import AccountSummary
from kamgen.wording.spans import months, short_month

MOST_ACCOUNTS = 40
"""How many accounts have a row of their own, those with most work; all count in the sums."""

PIECE_SHADES = (1, 3, 6, 10)
"""Pieces of work up to which a month has the first four shades."""

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """A month of the year; ``note`` marks the one that the day is in."""

    name: str
    full: str
    note: str


@dataclass(frozen=True, slots=True)
class MonthCell:
    """The work of one month: how much, how much of it is open, its planned hours; all empty for no work.

    ``late`` where the month is over and something is open; ``shade`` is 1 to 5 by the pieces of work, 0 for none.
    """

    count: str
    still_open: str
    hours: str
    late: bool
    shade: int


@dataclass(frozen=True, slots=True)
class MonthRow:
    """An account, or all together, with a cell for each month and one for the year."""

    account: Mention
    cells: tuple[MonthCell, ...]
    year: MonthCell


@dataclass(frozen=True, slots=True)
class YearOverview:
    """Accounts by months of one (fiscal) year; ``outside`` and ``beyond`` say what is not in the table."""

    year: str
    columns: tuple[MonthColumn, ...]
    rows: tuple[MonthRow, ...]
    total: MonthRow
    shades: tuple[str, ...]
    outside: str
    beyond: str


def year_overview(
    work: Iterable[PlannedWork], summaries: Mapping[str, AccountSummary], context: Context
) -> YearOverview | None:
    """Return the work due in the fiscal year that the day is in, done and open; None where there is none."""
    t, year = context.wording, fiscal_months(context.as_of, context.settings.fiscal_year_start)
    by_account: defaultdict[str, list[list[PlannedWork]]] = defaultdict(lambda: [[] for _ in year])
    places = {month: place for place, month in enumerate(year)}
    outside = 0
    for one in work:
        if one.work.due is None:
            continue
        place = places.get(one.work.due.replace(day=1))
        if place is None:
            outside += 1
        else:
            by_account[one.account][place].append(one)
    if not by_account:
        return None
    sums = {account: sum(map(len, cells)) for account, cells in by_account.items()}
    most = sorted(sums, key=lambda account: (-sums[account], account))
    beyond = len(most) - MOST_ACCOUNTS
    everything = [[one for cells in by_account.values() for one in cells[place]] for place in range(len(year))]
    return YearOverview(
        year=months(year[0], year[-1], context.language),
        columns=tuple(_column(month, context) for month in year),
        rows=tuple(
            _row(account_mention(account, summaries, context), by_account[account], year, context)
            for account in most[:MOST_ACCOUNTS]
        ),
        total=_row(Mention(t.text("All accounts")), everything, year, context),
        shades=_shade_words(context),
        outside=t.text("{n} piece is due in other years.|{n} pieces are due in other years.", n=outside)
        if outside
        else "",
        beyond=t.text(
            "{n} account with less work counts in the sums alone.|{n} accounts with less work count in the sums alone.",
            n=beyond,
        )
        if beyond > 0
        else "",
    )


def fiscal_months(day: date, first_month: int) -> tuple[date, ...]:
    """Return the first days of the months of the fiscal year that a day is in; fewer at either end of all days."""
    start = (day.year if day.month >= first_month else day.year - 1) * _MONTHS + first_month - 1
    pairs = (divmod(month, _MONTHS) for month in range(start, start + _MONTHS))
    return tuple(date(year, month + 1, 1) for year, month in pairs if date.min.year <= year <= date.max.year)


def _column(month: date, context: Context) -> MonthColumn:
    now = month == context.as_of.replace(day=1)
    return MonthColumn(
        name=short_month(month, context.language),
        full=context.wording.month(month),
        note=context.wording.text("this month") if now else "",
    )


def _shade_words(context: Context) -> tuple[str, ...]:
    ends = [(1, PIECE_SHADES[0]), *((low + 1, high) for low, high in pairwise(PIECE_SHADES))]
    spans = [str(high) if low == high else f"{low}–{high}" for low, high in ends]
    return (*spans, context.wording.text("more"))


def _row(account: Mention, cells: Sequence[Sequence[PlannedWork]], year: Sequence[date], context: Context) -> MonthRow:
    this_month = context.as_of.replace(day=1)
    every = [one for cell in cells for one in cell]
    return MonthRow(
        account=account,
        cells=tuple(_cell(cell, context, over=month < this_month) for cell, month in zip(cells, year, strict=True)),
        year=_cell(every, context, over=False),
    )


def _cell(work: Sequence[PlannedWork], context: Context, *, over: bool) -> MonthCell:
    if not work:
        return MonthCell("", "", "", late=False, shade=0)
    still_open = sum(one.work.is_open for one in work)
    return MonthCell(
        count=context.wording.number(len(work)),
        still_open=_still_open(still_open, context, over=over),
        hours=hours_words(planned_hours(one.work for one in work), context),
        late=over and still_open > 0,
        shade=next((shade for shade, most in enumerate(PIECE_SHADES, start=1) if len(work) <= most), 5),
    )


def _still_open(number: int, context: Context, *, over: bool) -> str:
    t = context.wording
    if not number:
        return t.text("all done")
    return t.text("{n} late|{n} late", n=number) if over else t.text("{n} to do|{n} to do", n=number)
