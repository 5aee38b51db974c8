"""Plans as people and programs edit them: values, items, ids and lists changed anywhere, by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

from pydantic import ValidationError

from kamgen.plan.account import Account
from kamgen.workspace.plan_file import plan_from_text
from kamgen.workspace.schema_examples import example_file
from tests.conftest import REPOSITORY

Typed = Any
"""A plan as nested dicts, lists and texts."""

NAMES = ("every-key", "save-a-lot", "lichuan-jingmi")
"""Rich plans: one that holds every key of the format, two of the sample workspace."""

TEXTS = (
    "5 stores",
    "A\nlong  text\twith “quotes”, {braces} and\x1b[31m colour",
    "word " * 60,
    "二号车间，三家门店。" * 12,
    "→ – |",
)


@cache
def rich_plan(name: str) -> Account:
    """Return one of the plans of :data:`NAMES`."""
    path = example_file("plan", "en") if name == "every-key" else REPOSITORY / "accounts" / f"{name}.yaml"
    account = plan_from_text("acme", "accounts/acme.yaml", path.read_text(encoding="utf-8")).account
    assert account is not None
    return account


def typed(account: Account) -> Typed:
    return account.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True) | {"kamgen": "1"}


@cache
def _pool() -> dict[tuple[str, ...], list[Typed]]:
    """Return values that may stand at each place of a plan, from plans that hold such."""
    found: dict[tuple[str, ...], list[Typed]] = {}
    for account in map(rich_plan, NAMES):
        for place, value in _values(typed(account), ()):
            found.setdefault(place, []).append(value)
    return found


def _values(value: Typed, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Typed]]:
    yield place, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*place, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, (*place, "*"))


Node = tuple[Any, Any, tuple[str, ...]]
"""A dict or list, a key or index in it, and the place without indices."""


def _nodes(value: Typed, place: tuple[str, ...] = ()) -> Iterator[Node]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        below = (*place, key if isinstance(value, dict) else "*")
        yield value, key, below
        yield from _nodes(inner, below)


def edited(account: Account, chance: Random, times: int) -> Account:
    """Return the plan after so many edits; what would not be a plan any more is not done."""
    for _ in range(times):
        tree = typed(account)
        chance.choice(EDITS)(tree, chance)
        try:
            account = Account.model_validate(tree)
        except ValidationError:
            continue
    return account


def two_plans(name: str, chance: Random, times: int) -> tuple[Account, Account]:
    """Return a plan and its edited self, in either order."""
    plan = rich_plan(name)
    changed = edited(plan, chance, times)
    return (plan, changed) if chance.random() < 0.5 else (changed, plan)


def each_without_a_value(account: Account) -> Iterator[Account]:
    """Yield the plan without one of its values, sections or items, for each that it can be without."""
    for at in range(len(list(_nodes(typed(account))))):
        tree = typed(account)
        holder, key, _ = list(_nodes(tree))[at]
        del holder[key]
        try:
            yield Account.model_validate(tree)
        except ValidationError:
            continue


def _change(tree: Typed, chance: Random) -> None:
    holder, key, place = chance.choice(list(_nodes(tree)))
    holder[key] = chance.choice(_pool().get(place, [holder[key]]))


def _write(tree: Typed, chance: Random) -> None:
    texts = [node for node in _nodes(tree) if isinstance(node[0][node[1]], str)]
    holder, key, _ = chance.choice(texts)
    holder[key] = chance.choice([*TEXTS, f"{holder[key]} ", holder[key].upper(), f"{holder[key]} and more"])


def _remove(tree: Typed, chance: Random) -> None:
    holder, key, _ = chance.choice(list(_nodes(tree)))
    del holder[key]


def _add(tree: Typed, chance: Random) -> None:
    place = chance.choice([place for place in _pool() if place])
    holders = [tree] if len(place) == 1 else [h[k] for h, k, p in _nodes(tree) if p == place[:-1]]
    holders = [holder for holder in holders if isinstance(holder, dict | list)]
    if holders:
        holder = chance.choice(holders)
        value = chance.choice(_pool()[place])
        if isinstance(holder, list):
            holder.insert(chance.randrange(len(holder) + 1), value)
        else:
            holder[place[-1]] = value


def _sort(tree: Typed, chance: Random) -> None:
    lists = [holder[key] for holder, key, _ in _nodes(tree) if isinstance(holder[key], list)]
    if lists:
        chance.shuffle(chance.choice(lists))


def _double(tree: Typed, chance: Random) -> None:
    items = [node for node in _nodes(tree) if isinstance(node[0], list)]
    if items:
        holder, at, _ = chance.choice(items)
        holder.append(holder[at])


def _rename(tree: Typed, chance: Random) -> None:
    ids = [node for node in _nodes(tree) if node[1] == "id"]
    if not ids:
        return
    holder, key, _ = chance.choice(ids)
    old, new = holder[key], chance.choice([f"{holder[key]}-2", "a", chance.choice(ids)[0]["id"]])
    holder[key] = new
    if chance.random() < 0.7:
        for other, at, _ in list(_nodes(tree)):
            if other[at] == old and at not in ("text", "name"):
                other[at] = new


def _translate(tree: Typed, chance: Random) -> None:
    texts = [node for node in _nodes(tree) if isinstance(node[0][node[1]], str)]
    holder, key, _ = chance.choice(texts)
    said = holder[key]
    holder[key] = chance.choice([{"en": said}, {"zh": said}, {"en": said, "zh": "译文"}, {"en": "Other", "zh": said}])


EDITS: tuple[Callable[[Typed, Random], None], ...] = (
    *(_change, _change, _change, _write, _write, _remove, _add, _add),
    *(_sort, _double, _rename, _translate),
)


def shuffled(account: Account, chance: Random) -> Account:
    """Return the same plan: lists in another order, other zeros in numbers, and sections that say nothing."""
    tree = typed(account)
    for holder, key, place in list(_nodes(tree)):
        if isinstance(holder[key], list):
            chance.shuffle(holder[key])
        elif place[-1] in ("amount", "target") and isinstance(holder[key], str) and holder[key].isdigit():
            holder[key] += ".00"
    for person in tree.get("power_map", {}).get("people", []):
        person.setdefault("contact", {})
    return Account.model_validate(tree)
