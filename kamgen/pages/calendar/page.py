"""The calendar of all accounts, or battle map: who does what for whom, week by week and month by month (F2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kamgen.pages.calendar.battle_map import BattleMap, battle_map
from kamgen.pages.calendar.by_month import YearOverview, year_overview
from kamgen.pages.calendar.list import WorkList, dated_work, incomplete_work
from kamgen.pages.calendar.planned_work import Workload, due_within, hours_words, planned_hours, weeks_from, workload
from kamgen.pages.context import Context
from kamgen.pages.portfolio.page import Figure
from kamgen.pages.register import Register
from kamgen.scoring.action_calendar import customer_time
from kamgen.wording.spans import short_day

WEEKS_OF_HOURS = 4
"""How many weeks of planned hours the headline sums up, the week of the day included."""


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The work of all accounts.

    Attributes:
        title: Its heading.
        lead: What is overdue, and what is due this week.
        figures: Figures that open the page; none where there is no work at all.
        battle_map: Members by weeks; None where no open work has a day.
        year: Accounts by months; None where no work is due in the year.
        dated: The work that has a day.
        incomplete: Open work that lacks a day or an owner.
        incomplete_words: How much of it there is, and what it lacks; empty where nothing lacks anything.
        example_day: A day as a plan states it, for the example on an empty page.

    """

    title: str
    lead: str
    figures: tuple[Figure, ...]
    battle_map: BattleMap | None
    year: YearOverview | None
    dated: WorkList
    incomplete: WorkList
    incomplete_words: str
    example_day: str


def calendar_page(register: Register, context: Context) -> CalendarPage:
    """Return the calendar over all accounts that can be read."""
    t, summaries = context.wording, register.summaries
    work = workload({id_: own for id_, own in register.work.items() if id_ in summaries})
    return CalendarPage(
        title=t.text("Calendar"),
        lead=_lead(work, context),
        figures=tuple(_figures(work, context)) if work.all else (),
        battle_map=battle_map(work.dated, summaries, context) if work.dated else None,
        year=year_overview(work.all, summaries, context),
        dated=dated_work(work, summaries, context),
        incomplete=incomplete_work(work, summaries, context),
        incomplete_words=_incomplete_words(work, context),
        example_day=context.as_of.isoformat(),
    )


def _overdue(work: Workload, context: Context) -> int:
    return sum(one.due < context.as_of for one in work.dated)


def _this_week(work: Workload, context: Context) -> int:
    return sum(1 for _ in due_within(work.dated, context.as_of, weeks_from(context.as_of, 1)[0].sunday))


def _lead(work: Workload, context: Context) -> str:
    t = context.wording
    if not work.all:
        return t.text("Nobody has anything to do yet.")
    overdue, soon = _overdue(work, context), _this_week(work, context)
    said = [
        t.text("{n} piece of work is overdue.|{n} pieces of work are overdue.", n=overdue)
        if overdue
        else t.text("Nothing is overdue."),
        t.text("{n} is due this week.|{n} are due this week.", n=soon)
        if soon
        else t.text("Nothing more is due this week."),
    ]
    return ("" if context.language == "zh" else " ").join(said)


def _figures(work: Workload, context: Context) -> Iterator[Figure]:
    t, weeks = context.wording, weeks_from(context.as_of, WEEKS_OF_HOURS)
    still_open = (*work.dated, *work.undated)
    accounts = len({one.account for one in still_open})
    yield Figure(t.text("Open work"), t.number(len(still_open)), t.text("in {n} account|in {n} accounts", n=accounts))
    overdue = _overdue(work, context)
    longest = (context.as_of - work.dated[0].due).days if overdue else 0
    oldest = t.text("the oldest for {n} day|the oldest for {n} days", n=longest)
    yield Figure(t.text("Overdue"), t.number(overdue), oldest if overdue else t.text("everything in time"))
    sunday = t.text("until Sunday, {day}", day=short_day(weeks[0].sunday, context.language))
    yield Figure(t.text("Due this week"), t.number(_this_week(work, context)), sunday)
    yield _hours_ahead(work, context)
    yield _customer_share(work, context)


def _hours_ahead(work: Workload, context: Context) -> Figure:
    """Return the planned hours of what is due in the next weeks, and how much of that work states any."""
    t, last = context.wording, weeks_from(context.as_of, WEEKS_OF_HOURS)[-1].sunday
    ahead = list(due_within(work.dated, context.as_of, last))
    hours, stated = planned_hours(one.work for one in ahead), sum(one.work.hours is not None for one in ahead)
    label = t.text("Planned hours, {n} week|Planned hours, {n} weeks", n=WEEKS_OF_HOURS)
    if not ahead:
        return Figure(label, None, t.text("nothing is due in these weeks"))
    if hours is None:
        return Figure(label, None, t.text("give actions their hours to see the load"))
    note = t.text(
        "{stated} of {n} piece states its hours|{stated} of {n} pieces state hours", stated=stated, n=len(ahead)
    )
    return Figure(label, hours_words(hours, context), note)


def _customer_share(work: Workload, context: Context) -> Figure:
    t, time = context.wording, customer_time(one.work for one in work.all)
    label = t.text("In front of customers")
    if time.share is None:
        return Figure(label, None, t.text("needs hours and with_customer in actions"))
    if time.known == 1:
        return Figure(label, t.percent(time.share), t.text("of all planned hours"))
    return Figure(
        label, t.percent(time.share), t.text("of planned hours; {share} of them say", share=t.percent(time.known))
    )


def _incomplete_words(work: Workload, context: Context) -> str:
    t = context.wording
    nobody = sum(one.work.owner is None for one in (*work.dated, *work.undated))
    said = []
    if work.undated:
        said.append(t.text("{n} has no day|{n} have no day", n=len(work.undated)))
    if nobody:
        said.append(t.text("{n} has no owner|{n} have no owner", n=nobody))
    return t.listing(said)
