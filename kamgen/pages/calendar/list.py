"""Lists of the calendar: all work that has a day, and open work that lacks a day or an owner (F2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from kamgen.pages.account.terms import Deadline, Mention, WorkMark, deadline, work_mark
from kamgen.pages.calendar.planned_work import PlannedWork, Workload, owner, weeks_from, what
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context
from kamgen.pages.summary import AccountSummary

MOST_LISTED = 150
"""How many pieces of work the list has: what is open by its day, then what was done last."""

MOST_INCOMPLETE = 50
"""How many pieces of work without a day or an owner are listed."""


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A piece of work; ``sort`` is its day for sorting, ``when`` says for filters how it stands to the day."""

    what: Mention
    account: Mention
    kind: str
    owner: Mention
    due: Deadline | None
    sort: str
    hours: str
    with_customer: str
    status: str
    mark: WorkMark
    when: str


@dataclass(frozen=True, slots=True)
class WorkList:
    """Rows of work, what they can be filtered by beside their columns, and what is not shown."""

    rows: tuple[CalendarRow, ...]
    facets: str
    shown: str
    beyond: str


def dated_work(work: Workload, summaries: Mapping[str, AccountSummary], context: Context) -> WorkList:
    """Return the work that has a day, what is most urgent first."""
    t, every = context.wording, len(work.dated) + len(work.done)
    shown = (*work.dated, *work.done)[:MOST_LISTED]
    names = {
        "overdue": t.text("overdue"),
        "week": t.text("this week"),
        "later": t.text("later"),
        "past": t.text("done"),
    }
    return WorkList(
        rows=tuple(_row(one, summaries, context) for one in shown),
        facets=_facet("when", t.text("Due"), names),
        shown=t.text("The {n} most urgent of {all}", n=len(shown), all=every) if every > len(shown) else "",
        beyond=_beyond(every - len(shown), context),
    )


def incomplete_work(work: Workload, summaries: Mapping[str, AccountSummary], context: Context) -> WorkList:
    """Return the open work that lacks an owner or a day: first what lacks both, then what lacks the owner."""
    lacking = [
        *(one for one in work.undated if one.work.owner is None),
        *(one for one in work.dated if one.work.owner is None),
        *(one for one in work.undated if one.work.owner is not None),
    ]
    shown = lacking[:MOST_INCOMPLETE]
    return WorkList(
        rows=tuple(_row(one, summaries, context) for one in shown),
        facets="[]",
        shown="",
        beyond=_beyond(len(lacking) - len(shown), context),
    )


def _beyond(missing: int, context: Context) -> str:
    if missing <= 0:
        return ""
    return context.wording.text(
        "{n} more stands on the page of its account and of its owner."
        "|{n} more stand on the pages of their accounts and of their owners.",
        n=missing,
    )


def _row(planned: PlannedWork, summaries: Mapping[str, AccountSummary], context: Context) -> CalendarRow:
    t, work = context.wording, planned.work
    return CalendarRow(
        what=what(planned, context),
        account=account_mention(planned.account, summaries, context),
        kind=t.label("work_kind", work.kind),
        owner=owner(work.owner, context),
        due=deadline(work.due, context, open_=work.is_open),
        sort=str(work.due.toordinal()) if work.due else "",
        hours=t.number(work.hours),
        with_customer=t.number(work.with_customer),
        status=t.label("work_status", work.status),
        mark=work_mark(work.status),
        when=_when(planned, context),
    )


def _when(planned: PlannedWork, context: Context) -> str:
    if not planned.work.is_open:
        return "past"
    if planned.due < context.as_of:
        return "overdue"
    return "week" if planned.due <= weeks_from(context.as_of, 1)[0].sunday else "later"


def _facet(name: str, label: str, texts: Mapping[str, str]) -> str:
    return json.dumps([[name, label, texts]], ensure_ascii=False, separators=(",", ":"))
