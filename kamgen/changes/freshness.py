"""Since when each part of a plan has said what it says: what counts as a change, and what is known of the last one.

Parts are compared as they are read, by a digest of their content: other quotes, comments, the order of keys and of
items are no change. The day on which the plan was gone through (``reviewed:``) is no part of it: it stands for itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, get_args

from kamgen.plan.account import Account
from kamgen.plan.values import Section

PlanPart = Literal[
    "head",
    "team",
    "profile",
    "value",
    "purchases",
    "goals",
    "power_map",
    "success_plan",
    "opportunities",
    "joint_plan",
    "reviews",
    "service",
    "risks",
]
"""A part of a plan that people keep up by itself, named by its key where it has one of its own."""
PARTS: tuple[PlanPart, ...] = get_args(PlanPart)

KEYS_OF: Mapping[PlanPart, tuple[str, ...]] = {
    "head": ("name", "owner", "language", "status", "type", "stage", "service_level", "tags", "sentiment", "summary"),
    "team": ("team", "handovers", "waivers"),
    "profile": ("profile",),
    "value": ("value",),
    "goals": ("goals",),
    "power_map": ("power_map",),
    "success_plan": ("success_plan",),
    "opportunities": ("opportunities",),
    "joint_plan": ("joint_plan",),
    "reviews": ("reviews",),
    "service": ("service",),
    "risks": ("risks",),
}
"""The keys of each part; purchases stand in ``value`` or in a file of their own and are told apart from the rest."""

RECORDS: PlanPart = "purchases"
"""The part that no one plans: it often comes from another system, so it is no sign that anyone looks after the plan."""

Digests = Mapping[PlanPart, str]
"""What each part says, in short: equal digests, equal content. A part that says nothing has one too."""


@dataclass(frozen=True, slots=True)
class LastChange:
    """The day since which a part has said what it says.

    Attributes:
        day: The day.
        authors: Who wrote it, by their names in git; empty where that is not known.
        or_before: Whether it may be older: what is known of the plan begins that day.

    """

    day: date
    authors: tuple[str, ...] = ()
    or_before: bool = False


@dataclass(frozen=True)
class PlanPast:
    """A plan as history has it at the end of a day.

    Attributes:
        version: The commit that left it so, and its id then; the same name, the same past.
        digests: What each part said.
        changes: Since when each part had said that.

    """

    version: str = ""
    digests: Digests = field(default_factory=dict)
    changes: Mapping[PlanPart, LastChange] = field(default_factory=dict)

    @cached_property
    def key(self) -> str:
        """The digest of what it tells of a plan: other commits that say the same have the same."""
        told = [(part, self.digests[part], self.changes[part]) for part in sorted(self.changes)]
        return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


NO_PAST = PlanPast()
"""The past of a plan that was not there yet."""


@dataclass(frozen=True)
class Freshness:
    """Since when each part of a plan has said what it says on a day."""

    changes: Mapping[PlanPart, LastChange]

    def of(self, parts: Iterable[PlanPart]) -> LastChange | None:
        """Return the latest change of some parts; None for none. Who changed another one the same day is told too."""
        found = [self.changes[part] for part in parts if part in self.changes]
        if not found:
            return None
        day = max(change.day for change in found)
        latest = [change for change in found if change.day == day]
        exact = [change for change in latest if not change.or_before] or latest
        authors = dict.fromkeys(author for change in exact for author in change.authors)
        return LastChange(day, tuple(authors), exact[0].or_before)

    @property
    def last(self) -> LastChange | None:
        """The last time that someone worked on the plan: purchases alone are no work on it."""
        return self.of(part for part in self.changes if part != RECORDS)


def freshness(past: PlanPast, now: Digests, as_of: date) -> Freshness:
    """Return since when each part of a plan has said what it says ``now``.

    What is not as it was in the ``past``, which ends with the day before, was changed on the day itself. A commit whose
    clock was ahead is not later than the day.
    """
    return Freshness(
        {
            part: _not_after(past.changes[part], as_of) if past.digests.get(part) == digest else LastChange(as_of)
            for part, digest in now.items()
        }
    )


def _not_after(change: LastChange, day: date) -> LastChange:
    return change if change.day <= day else LastChange(day, change.authors, change.or_before)


def part_digests(account: Account, parts: Iterable[PlanPart] = PARTS) -> dict[PlanPart, str]:
    """Return what each part of a plan says, in short; all of them, or some."""
    return {
        part: hashlib.sha256(repr(_part(account, part)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        for part in parts
    }


def filled_parts(account: Account) -> frozenset[PlanPart]:
    """Return the parts of a plan that say anything."""
    return frozenset(part for part in PARTS if _part(account, part))


def _part(account: Account, part: PlanPart) -> Any:
    if part == "value":
        return _content(account.value.model_copy(update={RECORDS: ()}))
    if part == "purchases":
        return _content(account.value.purchases)
    contents = {key: _content(getattr(account, key)) for key in KEYS_OF[part]}
    return {key: content for key, content in contents.items() if content not in _NOTHING}


_NOTHING: tuple[object, ...] = (None, {}, [])


def _content(value: Any) -> Any:
    """Return a value in a form that does not tell how it was written.

    What says nothing is left out, and lists are sorted, because their order says nothing either.
    """
    if isinstance(value, Section):
        fields = type(value).model_fields
        said = ((name, getattr(value, name)) for name in fields)
        contents = {name: _content(part) for name, part in said if part is not None and part != fields[name].default}
        return {name: content for name, content in contents.items() if content not in _NOTHING}
    if isinstance(value, tuple):
        return sorted(map(_content, value), key=repr)
    if isinstance(value, Decimal):
        return str(value.normalize() + 0)
    return value
