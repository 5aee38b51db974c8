"""What a unit of changes says: its subject, and in one line what happened to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, cast, get_origin

from kamgen.changes.comparison import Change, Item
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.changes.field_words import NOUNS, field_words, opened, speaks_for_itself
from kamgen.pages.changes.moves import Moves
from kamgen.pages.changes.person_words import PersonWords
from kamgen.pages.changes.purchase_batches import purchases_said
from kamgen.pages.changes.things import CALLED, Things
from kamgen.pages.changes.units import Place, Unit, marks
from kamgen.pages.changes.values import FIGURES, MEASURED, Around, Values
from kamgen.plan.account import Account, TeamMember
from kamgen.plan.power_map import Person
from kamgen.plan.values import Section
from kamgen.scoring.progress import Measured, reached
from kamgen.workspace.model_types import type_at


class Telling:
    """The words for the changes of one plan: names that were known before, and those that are known now."""

    def __init__(self, before: AccountTerms, after: AccountTerms, changes: Iterable[Change]) -> None:
        self._before, self._after = Values(before), Values(after)
        self._was, self._now = Things(self._before), Things(self._after)
        self._moves = Moves(self._before, self._after)
        self._persons = PersonWords(self._was, self._now, self._moves, self._field)
        self._s, self._t, self._account = self._after.s, after.t, before.account
        self._fields: dict[Any, dict[str, Any]] = {}
        for change in changes:
            if isinstance(change.place[-1], str):
                self._fields.setdefault(marks(change.place[:-1]), {})[change.place[-1]] = change.after

    def subject(self, unit: Unit) -> str:
        """Return what a unit is about; empty where its text says it."""
        step = unit.subject[-1]
        if isinstance(step, Item):
            return opened(self._was.called(cast("Section", step.item)))
        if unit.kind in ("thing", "purchases"):
            return ""
        return opened(field_words(Account, step, self._t.language))

    def text(self, unit: Unit) -> str:
        """Return what happened, in one line."""
        match unit.kind:
            case "thing":
                return self._thing(unit.changes[0])
            case "purchases":
                return purchases_said(unit.changes, self._before, self._after)
            case "words":
                return self._words(unit)
            case "rating":
                return self._persons.rating(unit.changes)
            case "influence":
                return self._persons.influences(unit.changes)
            case "part":
                return self._part(unit)
        return self._fields_of(unit)

    def _thing(self, change: Change) -> str:
        """Return that a thing came, with all that it says, or that it went."""
        s = self._s
        if change.after is None:
            thing = self._was.called(change.before)
            if isinstance(change.before, Person):
                return s.text("{name} is no longer on the power map", name=thing)
            return s.text("{thing} is gone", thing=thing)
        thing, details = self._now.called(change.after), s.listing(self._now.details(change.after))
        if isinstance(change.after, Person):
            return s.listing([s.text("new person {name}", name=thing), details])
        if isinstance(change.after, TeamMember):
            return s.listing([s.text("new {thing}", thing=thing), details])
        if not details:
            return s.text("new {thing}", thing=thing)
        return s.text("new {thing} ({details})", thing=thing, details=details)

    def _words(self, unit: Unit) -> str:
        """Return which texts, names or references came into a list and which went."""
        list_ = unit.changes[0].place[:-1]
        kind, name = _kind_of(list_), str(list_[-1])
        gone = [change.before for change in unit.changes if change.before is not None]
        come = [change.after for change in unit.changes if change.after is not None]
        label = "" if len(list_) == 1 else field_words(kind, name, self._t.language)
        return self._moves.lists.entries(label, kind, name, gone, come, self._around(list_))

    def _part(self, unit: Unit) -> str:
        """Return what happened to a section of the subject: to the field it is named after first."""
        place = unit.changes[0].place[:-1]
        kind = _section_at(place)
        label = "" if len(place) == 1 else field_words(_kind_of(place), str(place[-1]), self._t.language)
        if speaks_for_itself(kind):
            return self._s.listing([self._field(change) for change in unit.changes])
        old, new = self._around(unit.changes[0].place)
        named = next((change for change in unit.changes if not self._label(change)), None)
        if named is not None and named.before is None:
            return self._moves.texts.set_to(label, self._now.section(kind, new))
        if named is not None and named.after is None:
            return self._moves.texts.removed(label, self._was.section(kind, old))
        others = [self._field(change) for change in unit.changes if change is not named]
        if named is not None:
            return self._s.listing([self._field(named, label), *others])
        said = self._s.listing(others)
        return self._s.text("{label}: {changes}", label=label, changes=said) if label else said

    def _fields_of(self, unit: Unit) -> str:
        """Return what happened to the subject's own fields, and how far a figure is now."""
        step = unit.subject[-1]
        if not isinstance(step, Item):
            return self._s.listing([self._field(each, "" if len(each.place) == 1 else None) for each in unit.changes])
        item, now = cast("Section", step.item), self._fields[marks(unit.subject)]
        if isinstance(item, Person) and item.name is None and now.get("name") and now.get("wanted") is False:
            found = self._s.text("now found: {name}", name=self._after.words(Person, "name", now["name"]))
            others = [self._field(each) for each in unit.changes if each.place[-1] not in ("name", "wanted")]
            return self._s.listing([found, *others])
        if unit.changes[0].place[-1] in CALLED and type(item) in NOUNS and not isinstance(item, Person):
            change = unit.changes[0]
            name = str(change.place[-1])
            return self._moves.texts.called_now(self._label(change), type(item), name, change.before, change.after)
        said = self._s.listing([self._field(change) for change in unit.changes])
        names = {change.place[-1] for change in unit.changes}
        if isinstance(item, MEASURED) and not names.isdisjoint(FIGURES):
            return said + self._progress(item, item.model_copy(update=now))
        return said

    def _progress(self, before: Measured, after: Measured) -> str:
        """Return how much of the way was gone and is gone, in brackets; nothing where the figures do not say."""
        was, now = reached(before), reached(after)
        if now is None:
            return ""
        old, new = self._t.percent(was), self._t.percent(now)
        if old in ("", new):
            return self._s.text(" ({share} of the way)", share=new)
        return self._s.text(" ({before} → {after} of the way)", before=old, after=new)

    def _field(self, change: Change, label: str | None = None) -> str:
        kind, name = _kind_of(change.place), str(change.place[-1])
        said = self._label(change) if label is None else label
        return self._moves.value(said, kind, name, change.before, change.after, self._around(change.place))

    def _label(self, change: Change) -> str:
        return field_words(_kind_of(change.place), str(change.place[-1]), self._t.language)

    def _around(self, place: Place) -> tuple[Around, Around]:
        """Return the fields of the section that a field stands in, before and after."""
        at = max((at for at, step in enumerate(place[:-1]) if isinstance(step, Item)), default=-1)
        section: Any = self._account if at < 0 else cast("Item", place[at]).item
        for step in place[at + 1 : -1]:
            section = None if section is None else getattr(section, cast("str", step))
        old = {} if section is None else vars(section)
        return old, {**old, **self._fields.get(marks(place[:-1]), {})}


def _kind_of(place: Place) -> type[Section]:
    """Return the section that the last step of a place is a field of."""
    return _section_at(place[:-1])


def _section_at(place: Place) -> type[Section]:
    kind: type[Section] = Account
    for step in place:
        kind = type(step.item) if isinstance(step, Item) else _inner(kind, step)  # type: ignore[assignment]
    return kind


@cache
def _inner(kind: type[Section], name: str) -> Any:
    """Return the section that a field holds, on its own or in a list."""
    typed = type_at(kind, (kind.model_fields[name].alias or name,))
    return type_at(typed, (0,)) if get_origin(typed) is tuple else typed
