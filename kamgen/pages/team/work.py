"""The open work of one member, week by week: what is late first, then this week, the next ones, and the rest (F2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kamgen.pages.calendar.planned_work import planned_hours, weeks_from
from kamgen.pages.calendar.rows import WorkRow, work_row
from kamgen.pages.context import Context
from kamgen.pages.extracts.work import Work
from kamgen.pages.summary import AccountSummary
from kamgen.pages.team.records import WEEKS_AHEAD

MOST_SHOWN = 150
"""How many pieces of work are listed, in the order of their days; a page stays light, and nobody plans further."""

_OVERDUE, _LATER, _UNDATED = -1, WEEKS_AHEAD, WEEKS_AHEAD + 1
"""What work is grouped by besides the weeks, which count from 0, this week."""


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """The work of a week, or what is late, later or without a day; ``hours`` are empty where none are planned."""

    title: str
    late: bool
    count: str
    hours: str
    rows: tuple[WorkRow, ...]


@dataclass(frozen=True, slots=True)
class WorkSection:
    """The work in groups, in the order in which it is due; ``beyond`` says how much is not listed."""

    headline: str
    groups: tuple[WorkGroup, ...]
    beyond: str


def work_section(
    open_work: Sequence[tuple[str, Work]], summaries: Mapping[str, AccountSummary], context: Context
) -> WorkSection | None:
    """Return open work with its accounts, week by week; None where there is none."""
    if not open_work:
        return None
    t, as_of = context.wording, context.as_of
    ordered = sorted(open_work, key=lambda pair: (_week(pair[1], as_of), pair[1].due or date.max, *_place(pair)))
    beyond = len(ordered) - MOST_SHOWN
    return WorkSection(
        headline=_headline(ordered, context),
        groups=tuple(_groups(ordered, summaries, context)),
        beyond=t.text("{n} more on the accounts’ own pages", n=beyond) if beyond > 0 else "",
    )


def _place(pair: tuple[str, Work]) -> tuple[str, str]:
    return pair[0], pair[1].anchor


def _week(work: Work, as_of: date) -> int:
    if work.due is None:
        return _UNDATED
    if work.due < as_of:
        return _OVERDUE
    weeks = weeks_from(as_of, WEEKS_AHEAD)
    return next((number for number, week in enumerate(weeks) if work.due <= week.sunday), _LATER)


def _groups(
    ordered: Sequence[tuple[str, Work]], summaries: Mapping[str, AccountSummary], context: Context
) -> Iterator[WorkGroup]:
    """Yield the groups that show anything; their figures count what is beyond the last row too."""
    t, room = context.wording, MOST_SHOWN
    for week, found in groupby(ordered, key=lambda pair: _week(pair[1], context.as_of)):
        works = list(found)
        if room <= 0:
            return
        yield WorkGroup(
            title=_title(week, context),
            late=week == _OVERDUE,
            count=t.number(len(works)),
            hours=t.number(planned_hours(work for _, work in works)),
            rows=tuple(work_row(account_id, work, summaries, context) for account_id, work in works[:room]),
        )
        room -= len(works)


def _title(week: int, context: Context) -> str:
    titles = {_OVERDUE: "Overdue", 0: "This week", 1: "Next week", _LATER: "Later", _UNDATED: "Without a day"}
    if week in titles:
        return context.wording.text(titles[week])
    return weeks_from(context.as_of, WEEKS_AHEAD)[week].words(context)


def _headline(ordered: Sequence[tuple[str, Work]], context: Context) -> str:
    t = context.wording
    late = sum(_week(work, context.as_of) == _OVERDUE for _, work in ordered)
    said = [t.text("{n} open", n=len(ordered))]
    if late:
        said.append(t.text("{n} overdue", n=late))
    return t.listing(said)
