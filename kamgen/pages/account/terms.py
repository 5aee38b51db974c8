"""What the sections of an account's page have in common: people, deadlines, figures with a unit, progress."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kamgen.pages.charts.small import Progress, progress
from kamgen.pages.context import Context, member_address
from kamgen.pages.measures import figure
from kamgen.plan.account import Account
from kamgen.plan.goals import WorkStatus
from kamgen.plan.values import LocalisedText
from kamgen.scoring.money import currency_of
from kamgen.scoring.progress import Measured, reached, time_gone

State = Literal["green", "amber", "red", "none"]
WorkMark = Literal["open", "done", "dropped"]
SOON_DAYS = 7

_MOST_DOTS = 5
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something by name, with where more is said; written as text, it is the name alone.

    ``href`` is an anchor of the account's page, such as ``#person-ceo``, or an address from the language's folder;
    empty where there is nothing more to say.
    """

    text: str
    href: str = ""

    def __str__(self) -> str:
        """Return the name, as paper shows it."""
        return self.text

    def __bool__(self) -> bool:
        """Return whether anything is named at all."""
        return bool(self.text)


NOBODY = Mention("")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is due; ``note`` says how late or how soon it is, where that matters."""

    text: str
    note: str = ""
    state: Literal["", "late", "soon"] = ""


def deadline(due: date | None, context: Context, *, open_: bool = True) -> Deadline | None:
    """Return a day with its weekday and, as long as the work is open, how late or soon it is."""
    if due is None:
        return None
    t, days = context.wording, (due - context.as_of).days
    text = t.day(due, weekday=open_)
    if not open_ or days > SOON_DAYS:
        return Deadline(text)
    if days < 0:
        return Deadline(text, t.text("{n} day overdue|{n} days overdue", n=-days), "late")
    if days == 0:
        return Deadline(text, t.text("today"), "soon")
    return Deadline(text, t.text("tomorrow|in {n} days", n=days), "soon")


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a figure is: ``start → now → target`` in words, a bar, and how that stands to the elapsed time.

    ``bar`` is ``None`` where the figures do not say how far it is; ``note`` then says what is missing.
    """

    target: str
    course: str
    bar: Progress | None
    note: str
    state: State


class AccountTerms:
    """One account in one language: the words that every section needs.

    Attributes:
        account: The plan.
        context: Settings, day and language.
        t: The wording.

    """

    def __init__(self, account: Account, context: Context) -> None:
        self.account = account
        self.context = context
        self.t = context.wording
        self.currency = currency_of(None, account, context.settings)
        self._members = {account.owner, *(member.id for member in context.settings.team)}
        self._people = {person.id: person for person in account.power_map.people}

    def of(self, text: str | LocalisedText | None) -> str:
        """Return a plan's text in the page's language."""
        return self.t.of(text)

    def somebody(self, person_id: str | None) -> str:
        """Return the name of a member of our team or of a person at the customer; the id if nobody knows it."""
        if person_id is None:
            return ""
        person = self._people.get(person_id)
        if person is None:
            return self.context.member(person_id)
        return self.of(person.name or person.title) or person_id

    def who(self, person_id: str | None) -> Mention:
        """Return the same name with the way to what is said of them; nobody for none.

        Only members whom the settings name, and the account's owner, have a page for certain.
        """
        if person_id is None:
            return NOBODY
        name = self.somebody(person_id)
        if person_id in self._people:
            return Mention(name, f"#person-{person_id}")
        return Mention(name, member_address(person_id) if person_id in self._members else "")

    def money(self, amount: Decimal | None, currency: str | None = None, *, short: bool = False) -> str:
        """Return an amount of the plan, in its own currency unless another is named."""
        return self.t.money(amount, currency or self.currency, short=short)

    def reported(self, amount: Decimal | None, *, short: bool = False) -> str:
        """Return an amount of the scores, which are in the reporting currency."""
        return self.t.money(amount, self.context.settings.currency, short=short)

    def signed(self, value: Decimal | None) -> str:
        """Return a whole number with its sign; a zero has none."""
        said = self.t.signed(value)
        return said[1:] if said in ("+0", "−0") else said

    def deadline(self, due: date | None, *, open_: bool = True) -> Deadline | None:
        """Return a day with its weekday and, as long as the work is open, how late or soon it is."""
        return deadline(due, self.context, open_=open_)

    def reach(self, anchor: str, measured: Measured, unit: str | None) -> Reach:
        """Return how far a goal, measure or outcome is; ``anchor`` names its bar."""
        figures = (measured.baseline, measured.actual, measured.target)
        course = " → ".join(figure(value, unit, self.t) for value in figures if value is not None)
        aim = figure(measured.target, unit, self.t)
        done = reached(measured)
        if done is None:
            return Reach(aim, course, None, self._missing(measured), "none")
        elapsed = time_gone(measured, self.context.as_of)
        bar = progress(anchor, done, elapsed, self.t)
        return Reach(aim, course, bar, bar.title, self._standing(done, elapsed))

    def _missing(self, measured: Measured) -> str:
        """Return what would make the progress known."""
        if measured.target is None:
            return self.t.text("No target yet")
        if measured.actual is None:
            return self.t.text("Not measured yet")
        return self.t.text("Needs a baseline to show progress") if measured.baseline is None else ""

    def _standing(self, done: Decimal, elapsed: Decimal | None) -> State:
        """Green where the bar has come as far as today's tick, red from the health's red band downwards."""
        if done >= 1:
            return "green"
        if not elapsed:
            return "none"
        if done >= elapsed:
            return "green"
        return "amber" if _HUNDRED * done / elapsed > self.context.settings.scoring.health.bands.red else "red"


def work_mark(status: WorkStatus) -> WorkMark:
    """Return how a piece of work is marked: it is open until it is done or dropped."""
    return "open" if status in ("todo", "doing") else "done" if status == "done" else "dropped"


def stars(number: int | None) -> str:
    """Return 1 to 5 stars, filled and empty, as paper shows them; empty for none."""
    return "" if number is None else "★" * number + "☆" * (_MOST_DOTS - number)


def dots(rating: int | None) -> str:
    """Return a rating of 1 to 5 as filled and empty dots; empty for none."""
    return "" if rating is None else "●" * rating + "○" * (_MOST_DOTS - rating)
