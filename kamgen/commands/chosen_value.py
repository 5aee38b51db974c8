"""Which value of a plan is meant by the path that a person writes, as findings and ``kamgen diff`` print it."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable
from typing import Any

from pydantic_core import ErrorDetails

from kamgen.changes.matching import IDENTITY
from kamgen.plan.account import Account
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.editing.plain_values import value_at
from kamgen.workspace.editing.problem import NotEdited
from kamgen.workspace.model_problems import nearest, problem_of
from kamgen.workspace.model_types import is_model, type_at
from kamgen.workspace.problems import Path, written_path
from kamgen.workspace.yaml_text import Plain

_KEY = re.compile(r"\.?([^.\[\]]+)")
_POSITION = re.compile(r"\[([0-9]{1,9})\]")
_MOST_NAMES = 40
_LONGEST_NAME = 60


def chosen_value(written: str, plain: Plain) -> Path:
    """Return the way to the value that is meant: keys of the plan format and positions of items that there are.

    Items of lists are named in brackets: by their id, by the fields that name them where they have none, or by their
    position from 0. The value itself and the sections on its way may be missing yet.

    Args:
        written: The path, such as ``power_map.people[cfo].support``.
        plain: The plain values of the plan.

    Raises:
        NotEdited: if the plan format has no such key or the plan no such item; it offers the nearest one.

    """
    path: Path = ()
    rest = written.strip()
    while rest or not path:
        if typing.get_origin(type_at(Account, path)) is tuple:
            position, rest = _item(rest, path, value_at(plain, path))
            path = (*path, position)
        else:
            key, rest = _key(rest, path)
            path = (*path, key)
    return path


def _key(rest: str, path: Path) -> tuple[str, str]:
    found = _KEY.match(rest)
    kind = type_at(Account, path)
    if found is None or bool(path) != rest.startswith("."):
        example = "power_map.people[cfo].support"
        hint = phrase("write keys with points between them and items in brackets, such as {example}", example=example)
        raise NotEdited(phrase("{path} does not name a value", path=f"{written_path(path)}{rest}"), hint)
    key = found[1]
    if not is_model(kind):
        raise NotEdited(phrase("{path} is one value: it has no keys", path=written_path(path)))
    keys = [field.alias or name for name, field in kind.model_fields.items()]
    if key not in keys:
        raise _unknown_key(key, path, keys)
    return key, rest[found.end() :]


def _unknown_key(key: str, path: Path, keys: list[str]) -> NotEdited:
    """Return the refusal of a key, in the words that ``validate`` has for it."""
    detail = ErrorDetails(type="extra_forbidden", loc=(), msg="", input=None)
    _, _, message, hint = problem_of(detail, (*path, key), Account)
    listed = _one_of(keys)
    hints = [listed] if hint is None or hint.pattern == listed.pattern else [hint, listed]
    return NotEdited(message, *hints)


def _item(rest: str, path: Path, items: Plain) -> tuple[int, str]:
    there = items if isinstance(items, list) else []
    where = written_path(path)
    if not there:
        raise NotEdited(phrase("{where} has no items yet", where=where), phrase("add the first one in an editor"))
    names = [_name(item, type_at(Account, (*path, 0))) for item in there]
    named = [place for place, name in enumerate(names) if name and _begins(rest, f"[{name}]")]
    if named:
        longest = max(len(names[place]) for place in named)
        best = [place for place in named if len(names[place]) == longest]
        if len(best) > 1:
            positions = tuple(f"{where}[{place}]" for place in best)
            raise NotEdited(
                phrase("several items of {where} are called {name}", where=where, name=names[best[0]]),
                phrase("say which by its position: {names}", names=positions),
            )
        return best[0], rest[longest + 2 :]
    found = _POSITION.match(rest)
    if found is not None and int(found[1]) < len(there):
        return int(found[1]), rest[found.end() :]
    raise _unknown_item(rest, where, names)


def _begins(rest: str, bracketed: str) -> bool:
    return rest.startswith(bracketed) and rest[len(bracketed) : len(bracketed) + 1] in ("", ".", "[")


def _unknown_item(rest: str, where: str, names: list[str]) -> NotEdited:
    shown = [name[:_LONGEST_NAME] if name else f"{position}" for position, name in enumerate(names)]
    if not rest.startswith("["):
        hint = phrase("name one of its items in brackets, such as {example}", example=f"{where}[{shown[0]}]")
        return NotEdited(phrase("{path} is a list, not one value", path=where), hint, _one_of(shown))
    typed = rest[1:].split("]")[0]
    close = nearest(typed[:_LONGEST_NAME], shown)
    hints = [] if close is None else [phrase("did you mean {name}?", name=close)]
    return NotEdited(phrase("{where} has no item {name}", where=where, name=typed), *hints, _one_of(shown))


def _one_of(names: Iterable[str]) -> Phrase:
    listed = tuple(names)
    more = ("…",) if len(listed) > _MOST_NAMES else ()
    return phrase("one of: {names}", names=(*listed[:_MOST_NAMES], *more))


def _name(item: Any, kind: Any) -> str:
    """Return what an item is called, as ``kamgen diff`` has it; empty for nothing."""
    if not isinstance(item, dict):
        return item.strip() if isinstance(item, str) else ""
    if kind is LocalisedText:
        return _plain(item)
    fields = ("id",) if "id" in kind.model_fields else IDENTITY.get(kind, ())
    keys = [kind.model_fields[name].alias or name for name in fields]
    return " ".join(text for key in keys if (text := _plain(item.get(key))))


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("en") or value.get("zh")
    return value.strip() if isinstance(value, str) else ""
