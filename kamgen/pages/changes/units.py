"""Changes that are told together, in the order in which readers ask for them.

A subject is the innermost thing with a name of its own, such as a person or a goal, else a section of the plan. Of one
subject, changes that are one event for people are one unit: a rating with the evidence for it, the figures of a goal,
a batch of purchases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kamgen.changes.comparison import Change, Item
from kamgen.pages.changes.values import is_text
from kamgen.plan.power_map import Evidence, Influence
from kamgen.plan.values import LocalisedText

_FIRST = ("status", "type", "owner", "service_level", "stage", "name", "power_map", "goals", "opportunities")
_THEN = ("success_plan", "joint_plan", "service", "risks", "reviews", "sentiment", "reviewed", "profile", "value")
_RANKS = {name: rank for rank, name in enumerate((*_FIRST, *_THEN))}
"""What readers ask for first; the rest follows in the order of the plan format."""

_MOST_PURCHASES = 3
"""So many purchases that came, went or were corrected are told one by one, more in one sentence."""

_RATINGS = frozenset({"support", "influence", "role", "response", "orientation", "relationship"})
_FIGURES = frozenset({"baseline", "target", "actual", "unit"})
_HEADLINES = ("wanted", "status", "lost_reason", "process", "stage", "amount")
"""What is said first of several fields of a thing."""


_AS_ONE = ("sentiment", "reviewed")
"""Sections that are one event as a whole."""


Place = tuple[str | Item, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """Changes that one sentence tells.

    Attributes:
        kind: What happened: ``thing`` (came or went), ``words`` (of a list), ``rating`` (of a person), ``influence``,
            ``purchases`` (many at once), ``part`` (a section of the subject), ``fields`` (of the subject).
        subject: The steps of a change's place that lead to what it is about.
        changes: The changes, in the order of the plan format.

    """

    kind: str
    subject: Place
    changes: tuple[Change, ...]


def units(changes: Iterable[Change]) -> Iterator[Unit]:
    """Yield the units of a plan's changes; those of one subject follow each other."""
    ranked = sorted(changes, key=lambda change: _RANKS.get(str(change.place[0]), len(_RANKS)))
    batches = _batches(ranked)
    subjects: dict[Any, dict[Any, list[Change]]] = {}
    for change in ranked:
        batch = _of_purchases(change)
        event = ("purchases", batch) if batch in batches else _event(change)
        subjects.setdefault(_beside(change, event[0]), {}).setdefault(event, []).append(change)
    for events in subjects.values():
        for (kind, *_), together in events.items():
            yield Unit(kind, _subject(together[0], kind), tuple(sorted(together, key=_order)))


def _subject(change: Change, kind: str) -> Place:
    return change.place[:1] if kind == "purchases" else change.place[: _subject_end(change)]


def _beside(change: Change, kind: str) -> tuple[Any, ...]:
    """Return what a change stands beside: others of its subject, or of its list where it is no part of a thing."""
    subject = _subject(change, kind)
    of_a_list = kind in ("thing", "purchases") and len(subject) == 1
    return marks(change.place[:2] if of_a_list else subject)


def _batches(changes: Iterable[Change]) -> set[str]:
    """Return what happened to more purchases than are told one by one."""
    purchases = {(_of_purchases(change), marks(change.place[2:3])) for change in changes}
    found = Counter(batch for batch, _ in purchases if batch)
    return {batch for batch, number in found.items() if number > _MOST_PURCHASES}


def _of_purchases(change: Change) -> str:
    """Return whether a purchase came, went or was corrected; empty for other changes."""
    if change.place[:2] != ("value", "purchases"):
        return ""
    if len(change.place) > 3:
        return "corrected"
    return "new" if change.before is None else "gone"


def _subject_end(change: Change) -> int:
    """Return up to which step a change's place leads to its subject."""
    for at in range(len(change.place) - 2, 0, -1):
        step = change.place[at]
        if isinstance(step, Item) and not isinstance(step.item, Evidence | Influence):
            return at + 1
    return 1


def marks(place: Place) -> tuple[Any, ...]:
    """Return a place as a key: two items that say the same are two."""
    return tuple(id(step.item) if isinstance(step, Item) else step for step in place)


def _event(change: Change) -> tuple[Any, ...]:
    """Return what kind of event a change belongs to, and which of its subject's."""
    end = _subject_end(change)
    inner, last = change.place[end:], change.place[-1]
    items = [step.item for step in inner if isinstance(step, Item)]
    if items and isinstance(items[0], Evidence):
        return "rating", items[0].about
    if items and isinstance(items[0], Influence):
        return ("influence",)
    if isinstance(last, Item):
        is_words = isinstance(last.item, str | LocalisedText)
        return ("words", *inner[:-1]) if is_words else ("thing", id(last.item))
    if inner and inner[0] in _RATINGS and change.place[0] == "power_map":
        return "rating", inner[0]
    if len(inner) > 1 or change.place[0] in _AS_ONE:
        return ("part", *inner[:-1])
    name, owner = str(last), change.place[end - 1]
    if not isinstance(owner, Item) or (name != "lost_reason" and is_text(type(owner.item), name)):
        return "fields", name
    return "fields", "figures" if name in _FIGURES else "all"


def _order(change: Change) -> int:
    name = change.place[-1]
    return _HEADLINES.index(name) if name in _HEADLINES else len(_HEADLINES)
