"""What happened to a person of the power map: ratings with the evidence for them, and whom the person influences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from kamgen.changes.comparison import Change, Item
from kamgen.pages.changes.field_words import lowered
from kamgen.pages.changes.moves import Moves
from kamgen.pages.changes.things import Things
from kamgen.pages.changes.values import scale
from kamgen.plan.power_map import Evidence, Influence
from kamgen.plan.values import Section


class PersonWords:
    """The words for what changed in and around a person, in one language."""

    def __init__(self, was: Things, now: Things, moves: Moves, field: Callable[[Change], str]) -> None:
        self._was, self._now, self._moves, self._field = was, now, moves, field
        self._s, self._t = now.values.s, now.values.t

    def rating(self, changes: tuple[Change, ...]) -> str:
        """Return what happened to a rating of a person and to the evidence for it."""
        rated = [change for change in changes if not _is_inside(change, Evidence)]
        parts = [self._field(change) for change in rated]
        for item, inside in _by_item(changes, Evidence):
            parts.append(self._evidence(cast("Evidence", item), inside))
        said = self._s.listing(parts)
        if rated:
            return said
        item = next(item for item, _ in _by_item(changes, Evidence))
        english, chinese = scale(Evidence, "about")[cast("Evidence", item).about]
        about = chinese if self._t.language == "zh" else lowered(english)
        return self._s.text("{label}: {changes}", label=about, changes=said)

    def _evidence(self, item: Evidence, changes: list[Change]) -> str:
        s, change = self._s, changes[0]
        text = self._now.values.words(Evidence, "text", item.text)
        if isinstance(change.place[-1], Item) and change.after is None:
            return s.text("evidence {text} removed", text=text)
        if isinstance(change.place[-1], Item):
            status = self._now.values.said(Evidence, "status", item.status, {})
            details = s.listing([status, self._t.day(item.date)])
            return s.text("new evidence {text} ({details})", text=text, details=details)
        return s.text(
            "evidence {text}: {changes}", text=text, changes=s.listing([self._field(each) for each in changes])
        )

    def influences(self, changes: tuple[Change, ...]) -> str:
        """Return whom a person influences more or less than before, now, or no longer."""
        come = [change for change in changes if change.before is None]
        parts = []
        for change in changes:
            if change.before is None:
                continue
            called = "" if change.after is not None else self._was.named(change.before)
            same = next((each for each in come if self._now.named(each.after) == called), None)
            if same is None:
                parts.append(self._influence(change))
            else:
                come = [each for each in come if each is not same]
                parts.append(self._same_influence(change.before, same.after))
        return self._s.listing([*parts, *map(self._influence, come)])

    def _influence(self, change: Change) -> str:
        s = self._s
        if change.before is None:
            name, number = self._now.named(change.after), str(change.after.strength)
            return s.text("now influences {name} (strength {number})", name=name, number=number)
        if change.after is None:
            return s.text("no longer influences {name}", name=self._was.named(change.before))
        item = next(item for item, _ in _by_item([change], Influence))
        label, field = s.text("influence on {name}", name=self._was.named(item)), str(change.place[-1])
        return self._moves.value(label, Influence, field, change.before, change.after, ({}, {}))

    def _same_influence(self, was: Influence, now: Influence) -> str:
        """Return that the person who is influenced has another id, and how strong the influence is."""
        label = self._s.text("influence on {name}", name=self._was.named(was))
        said = self._moves.lists.renamed(label, was.person, now.person)
        if was.strength == now.strength:
            return said
        strength = self._moves.value("", Influence, "strength", was.strength, now.strength, ({}, {}))
        return self._s.listing([said, strength])


def _is_inside(change: Change, kind: type[Section]) -> bool:
    return any(isinstance(step, Item) and isinstance(step.item, kind) for step in change.place)


def _by_item(changes: Iterable[Change], kind: type[Section]) -> list[tuple[Section, list[Change]]]:
    """Return the items of a kind that changes are inside of, each with its changes."""
    found: dict[int, tuple[Section, list[Change]]] = {}
    for change in changes:
        for step in change.place:
            if isinstance(step, Item) and isinstance(step.item, kind):
                found.setdefault(id(step.item), (step.item, []))[1].append(change)
    return list(found.values())
