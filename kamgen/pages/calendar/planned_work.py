"""The work of all accounts, sorted into weeks: what the calendar is made from (F2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from kamgen.pages.account.terms import Mention
from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.extracts.work import Work
from kamgen.wording.spans import days

_DAYS = 7


class PlannedWork(NamedTuple):
    """A piece of work of one of the accounts, given by its id."""

    account: str
    work: Work

    @property
    def due(self) -> date:
        """The day it is due; the last of all days where it has none."""
        return self.work.due or date.max


class CalendarWeek(NamedTuple):
    """A week from Monday to Sunday; the last week of all ends where days end."""

    monday: date
    sunday: date

    @property
    def number(self) -> int:
        """Its number by ISO 8601: week 1 has the year's first Thursday."""
        return self.monday.isocalendar().week

    def words(self, context: Context) -> str:
        """Return its days, such as ``18–24 May``."""
        return days(self.monday, self.sunday, context.language)


def weeks_from(day: date, number: int) -> tuple[CalendarWeek, ...]:
    """Return so many weeks, the first being that of the day; fewer at the end of all days."""
    monday = day - timedelta(days=day.weekday())
    found = []
    for _ in range(number):
        sunday = monday + timedelta(days=min(_DAYS - 1, (date.max - monday).days))
        found.append(CalendarWeek(monday, sunday))
        if (date.max - monday).days < _DAYS:
            break
        monday += timedelta(days=_DAYS)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Workload:
    """All work that was not dropped, by the day that it is due; what has the same day is in the order of accounts.

    Attributes:
        dated: What is open and has a day.
        undated: What is open and has none.
        done: What is done and had a day, the last first.
        all: All of these, and what is done and had no day.

    """

    dated: tuple[PlannedWork, ...]
    undated: tuple[PlannedWork, ...]
    done: tuple[PlannedWork, ...]
    all: tuple[PlannedWork, ...]


def workload(work: Mapping[str, Iterable[Work]]) -> Workload:
    """Return the work of all accounts, given by account id."""
    every = [PlannedWork(id_, one) for id_ in sorted(work) for one in work[id_] if one.status != "dropped"]
    still_open = [one for one in every if one.work.is_open]
    done = [one for one in every if not one.work.is_open and one.work.due is not None]
    by_day = attrgetter("due")
    return Workload(
        dated=tuple(sorted((one for one in still_open if one.work.due is not None), key=by_day)),
        undated=tuple(one for one in still_open if one.work.due is None),
        done=tuple(sorted(done, key=by_day, reverse=True)),
        all=tuple(every),
    )


def planned_hours(works: Iterable[Work]) -> Decimal | None:
    """Return the planned hours of some work together; None where none of it states any."""
    stated = [work.hours for work in works if work.hours is not None]
    return sum(stated, Decimal(0)) if stated else None


def hours_words(hours: Decimal | None, context: Context) -> str:
    """Return hours as people write them; empty where they are not known."""
    return "" if hours is None else context.wording.text("{hours} h", hours=hours)


def what(planned: PlannedWork, context: Context) -> Mention:
    """Return what is to be done, with the way to its place on the account's page."""
    text = context.wording.of(planned.work.text) or context.wording.label("work_kind", planned.work.kind)
    return Mention(text, f"{account_address(planned.account)}#{planned.work.anchor}")


def owner(member: str | None, context: Context) -> Mention:
    """Return who does it, with the way to the member's page; nobody for nobody. Everyone who owns work has a page."""
    return Mention(context.member(member), member_address(member) if member else "")


def due_within(work: Iterable[PlannedWork], first: date, last: date) -> Iterator[PlannedWork]:
    """Yield the work that is due from one day to another."""
    return (one for one in work if first <= one.due <= last)
