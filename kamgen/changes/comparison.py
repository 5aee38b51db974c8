"""What changed between two plans, value by value: items of lists are matched by what they are, not by where they stand.

Order is no content: a list that was only sorted anew has not changed, and neither has a plan that was only written
differently, for plans are compared as they are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kamgen.changes.matching import is_thing, key_of, matched, nothing_in, plain
from kamgen.plan.account import Account
from kamgen.plan.values import Section

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Item:
    """A place in a list: the item as it was before the change, or as it is where it is new."""

    item: Section | str


@dataclass(frozen=True, slots=True)
class Change:
    """One value, or one whole item of a list, that is not what it was.

    Attributes:
        place: The way to it from the plan's top: names of fields, and items of lists.
        before: What it was; None where it was not there.
        after: What it is; None where it is no longer there.

    """

    place: tuple[str | Item, ...]
    before: Any
    after: Any

    @property
    def path(self) -> str:
        """The way as text, with ids in place of numbers, such as ``power_map.people[cfo].support``."""
        text = ""
        for step in self.place:
            text += f"[{item_name(step.item)}]" if isinstance(step, Item) else f".{step.removesuffix('_')}"
        return text.removeprefix(".")


def item_name(item: Section | str) -> str:
    """Return an item's id, or the values of the fields that name it, in one line of at most about 80 characters."""
    name = " ".join(plain(part) for part in key_of(item) if part is not None)
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"


def compare(before: Account, after: Account) -> tuple[Change, ...]:
    """Return what changed between two plans, in the order of the plan format; nothing where they say the same.

    A section that says nothing is the same as none. In a list, what changed comes first, then what went and what came.
    """
    return tuple(_sections(Account, before, after, ()))


def _sections(
    kind: type[Section], before: Section | None, after: Section | None, place: tuple[str | Item, ...]
) -> Iterator[Change]:
    for name, nothing in nothing_in(kind):
        old = nothing if before is None else getattr(before, name)
        new = nothing if after is None else getattr(after, name)
        if old is not new and old != new:
            yield from _values(old, new, (*place, name))


def _values(old: Any, new: Any, place: tuple[str | Item, ...]) -> Iterator[Change]:
    part = new if old is None else old
    if is_thing(part):
        yield from _sections(type(part), old, new, place)
    elif isinstance(part, tuple):
        yield from _lists(old or (), new or (), place)
    else:
        yield Change(place, old, new)


def _lists(old: Sequence[Any], new: Sequence[Any], place: tuple[str | Item, ...]) -> Iterator[Change]:
    """Yield what changed in a list: items that changed, then those that went, then those that came."""
    pairs, gone, come = matched(old, new)
    for was, now in pairs:
        yield from _sections(type(was), was, now, (*place, Item(was)))
    for was in gone:
        yield Change((*place, Item(was)), was, None)
    for now in come:
        yield Change((*place, Item(now)), None, now)
