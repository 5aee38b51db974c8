"""Which item of a list is which after a change: by id or name, else by what it says.

An item with an ``id`` stays the same item while its id does; others are told apart by the fields that name them
(:data:`IDENTITY`). What is left over is paired where it has the same name, says the same, or is mostly alike: a person
whose id was changed, a milestone that was reworded.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from typing import Any, TypeGuard

from kamgen.changes.rewording import is_edited
from kamgen.plan.account import TeamMember
from kamgen.plan.goals import HorizonStep
from kamgen.plan.joint_plan import Supply
from kamgen.plan.power_map import Evidence, Influence
from kamgen.plan.profile import Fact, NetworkMember, Rival
from kamgen.plan.reviews import Handover, Review, Waiver
from kamgen.plan.service import Binding, Loss, Referral, Survey
from kamgen.plan.success_plan import Dimension, Milestone
from kamgen.plan.value import Purchase, Wallet, WhiteSpace
from kamgen.plan.values import Amount, LocalisedText, Section

IDENTITY: Mapping[type[Section], tuple[str, ...]] = {
    Binding: ("text",),
    Dimension: ("dimension",),
    Evidence: ("about", "text"),
    Fact: ("text",),
    Handover: ("date", "from_", "to"),
    HorizonStep: ("year",),
    Influence: ("person",),
    Loss: ("date", "what"),
    Milestone: ("text",),
    NetworkMember: ("name",),
    Purchase: ("date", "order", "product"),
    Referral: ("to",),
    Review: ("date", "kind"),
    Rival: ("name",),
    Supply: ("product", "period"),
    Survey: ("date",),
    TeamMember: ("member",),
    Wallet: ("year",),
    Waiver: ("rule",),
    WhiteSpace: ("product", "unit"),
}
"""Fields that tell the items of a list apart where they have no id; two that are alike are taken in their order."""

WHOLE = (LocalisedText, Amount)
"""Sections that are one value to people."""

_NAMES = ("name", "text", "what", "step")
"""Fields that people call an item by."""

_MOST_PAIRS = 4_000
"""Leftovers of a list are held against each other as long as there are no more pairs than these, about 30 ms of work.

Beyond, a list was made anew rather than edited, and its items count as gone and new.
"""


def identity_of(kind: type[Section]) -> tuple[str, ...]:
    """Return the fields that items of a list are known by: their id, else those of :data:`IDENTITY`."""
    return ("id",) if "id" in kind.model_fields else IDENTITY[kind]


@cache
def nothing_in(kind: type[Section]) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a section, each with what it is where nobody says anything."""
    fields = kind.model_fields.items()
    return tuple(
        (name, None if info.is_required() else info.get_default(call_default_factory=True)) for name, info in fields
    )


Matched = tuple[list[tuple[Any, Any]], list[Any], list[Any]]
"""Items that are the same before and after although they changed; those that went; those that came."""


def matched(old: Sequence[Any], new: Sequence[Any]) -> Matched:
    """Return what became of the items of a list; those that are equal in both are left out."""
    old, new = _without_same_ends(old, new)
    gone, come = _beyond(old, new), _beyond(new, old)
    if not gone or not come:
        return [], gone, come
    order = {id(item): at for at, item in enumerate(gone)}
    pairs: list[tuple[Any, Any]] = []
    for pair_up in (_with_same_meaning, _with_same_key, _with_same_name, _with_same_content, _most_alike):
        found, gone, come = pair_up(gone, come)
        pairs += found
    return sorted(pairs, key=lambda pair: order[id(pair[0])]), gone, come


def _without_same_ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Any]]:
    """Return two lists without what both begin and end with: most edits touch one place of a list."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return old[start : len(old) - end], new[start : len(new) - end]


def _beyond(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """Return the items that are not among others, in their order; the same item twice needs two."""
    spare = Counter(others)
    found = []
    for item in items:
        if spare[item] > 0:
            spare[item] -= 1
        else:
            found.append(item)
    return found


def _with_same_meaning(gone: list[Any], come: list[Any]) -> Matched:
    """Pair items that say the same although their own lists are in another order.

    Only where several have the same key: others meet by it and are compared then.
    """
    if all(len({key_of(item) for item in items}) == len(items) for items in (gone, come)):
        return [], gone, come
    return _paired(gone, come, _meaning)


def _meaning(value: Any) -> Hashable:
    """Return what a value says, whatever the order of its lists; None for a section that says nothing."""
    if isinstance(value, tuple):
        return frozenset(Counter(_meaning(item) for item in value).items())
    if not is_thing(value):
        return value  # type: ignore[no-any-return]
    said = (
        (name, _meaning(inner))
        for name, nothing in nothing_in(type(value))
        if (inner := getattr(value, name)) != nothing
    )
    return tuple((name, meaning) for name, meaning in said if meaning is not None) or None


def _with_same_key(gone: list[Any], come: list[Any]) -> Matched:
    return _paired(gone, come, lambda item: key_of(item) if isinstance(item, Section) else None)


def _with_same_name(gone: list[Any], come: list[Any]) -> Matched:
    """Pair what people call the same although it has another id, if nothing else is called so."""
    named, called = Counter(map(_name, gone)), Counter(map(_name, come))
    return _paired(gone, come, lambda item: name if named[name := _name(item)] == called[name] == 1 else None)


def _with_same_content(gone: list[Any], come: list[Any]) -> Matched:
    """Pair items that say the same under another id or name."""
    return _paired(gone, come, _content)


def _paired(gone: list[Any], come: list[Any], key: Callable[[Any], Hashable]) -> Matched:
    """Pair items of the same key, in their order; those without one stay alone."""
    waiting: dict[Hashable, deque[Any]] = {}
    for now in come:
        waiting.setdefault(key(now), deque()).append(now)
    waiting.pop(None, None)
    pairs, left = [], []
    for was in gone:
        same = waiting.get(key(was))
        if same:
            pairs.append((was, same.popleft()))
        else:
            left.append(was)
    taken = {id(now) for _, now in pairs}
    return pairs, left, [now for now in come if id(now) not in taken]


def _most_alike(gone: list[Any], come: list[Any]) -> Matched:
    """Pair items that are one and the same edited: more of what either says is equal than not, the most alike first."""
    if len(gone) * len(come) > _MOST_PAIRS:
        return [], gone, come
    likeness = [
        (-alike, at_gone, at_come)
        for at_gone, was in enumerate(gone)
        for at_come, now in enumerate(come)
        if (alike := _likeness(was, now)) > 0.5
    ]
    paired: dict[int, int] = {}
    for _, at_gone, at_come in sorted(likeness):
        if at_gone not in paired and at_come not in paired.values():
            paired[at_gone] = at_come
    return (
        [(gone[at_gone], come[at_come]) for at_gone, at_come in paired.items()],
        [item for at, item in enumerate(gone) if at not in paired],
        [item for at, item in enumerate(come) if at not in paired.values()],
    )


def _likeness(was: Any, now: Any) -> float:
    """Return how much of what either item says is equal, 0 to 1; a name that was reworded counts half."""
    if not is_thing(was) or type(was) is not type(now):
        return 0
    said, equal = 0, 0.0
    for name, nothing in nothing_in(type(was)):
        old, new = getattr(was, name), getattr(now, name)
        if old == new:
            equal += old != nothing
            said += old != nothing
        else:
            said += 1
            equal += name in _NAMES and is_edited(plain(old), plain(new)) and 0.5
    return equal / said if said else 0


def _name(item: Any) -> Hashable:
    """Return what people call an item; None where they do not."""
    return next((said for name in _NAMES if (said := getattr(item, name, None)) is not None), None)


def _content(item: Any) -> Hashable:
    """Return what an item says beside its id or name; None where that is too little to know it by."""
    if not is_thing(item):
        return None
    known_by = identity_of(type(item))
    said = tuple(
        (name, value)
        for name, nothing in nothing_in(type(item))
        if name not in known_by and (value := getattr(item, name)) != nothing
    )
    return said if len(said) > len(known_by) else None


def is_thing(item: Any) -> TypeGuard[Section]:
    """Tell whether a value is a section of more than one value to people."""
    return isinstance(item, Section) and not isinstance(item, WHOLE)


def key_of(item: Any) -> tuple[Any, ...]:
    """Return what an item is known by, hashable."""
    return tuple(getattr(item, name) for name in identity_of(type(item))) if is_thing(item) else (item,)


def plain(value: Any) -> str:
    """Return a value as text, of one in languages the first that is there."""
    if isinstance(value, LocalisedText):
        return value.en or value.zh or ""
    return str(value)
