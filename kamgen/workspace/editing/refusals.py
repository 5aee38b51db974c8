"""What cannot be edited, with the way out: shared values, lists and sections in place of one value, missing items."""

from __future__ import annotations

from typing import get_origin

from pydantic import BaseModel

from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import phrase
from kamgen.workspace.editing.plain_values import value_at
from kamgen.workspace.editing.problem import NotEdited
from kamgen.workspace.editing.source import Source, Spot
from kamgen.workspace.model_types import is_model, type_at
from kamgen.workspace.problems import Path, written_path
from kamgen.workspace.yaml_text import Plain


def refuse_shared(source: Source, spots: list[Spot], path: Path) -> None:
    """Refuse to change what stands in several places by an anchor and aliases."""
    if source.is_shared(spots):
        message = phrase(
            "{path} is written once and repeated by an alias: a change would show in every place",
            path=written_path(path[: len(spots) - 1]),
        )
        raise NotEdited(message, phrase("write it out where it is to differ, then set it"), line=line_of(spots[-1]))


def refuse_unfit(plain: Plain, spots: list[Spot], path: Path) -> None:
    """Refuse to put a key or an item into something that is neither a map, a list, nor nothing at all."""
    at = path[: len(spots) - 1]
    there, part = value_at(plain, at), path[len(spots) - 1]
    only_keys = all(isinstance(part, str) for part in path[len(spots) - 1 :])
    if only_keys and (there is None or isinstance(there, dict)):
        return
    if part in LocalisedText.model_fields and isinstance(there, str):
        message = phrase("{path} is one text here, for both languages", path=written_path(at))
        hint = phrase("write it as {{en: …, zh: …}} in the file, then each can be set")
        raise NotEdited(message, hint, line=line_of(spots[-1]))
    raise NotEdited(phrase("{path} is not there", path=written_path(path)), line=line_of(spots[-1]))


def refuse_several(there: Plain, path: Path, model: type[BaseModel], line: int | None) -> None:
    """Refuse to put one value where a list or a section stands, or belongs."""
    kind, written = type_at(model, path), written_path(path)
    if isinstance(there, list) or get_origin(kind) is tuple:
        hints = []
        if isinstance(there, list) and there:
            name = there[0]["id"] if isinstance(there[0], dict) and "id" in there[0] else "0"
            hints.append(phrase("name one of its items in brackets, such as {example}", example=f"{written}[{name}]"))
        item = type_at(model, (*path, 0))
        if item is LocalisedText or not is_model(item):
            hints.append(phrase("to add a word: --add"))
        raise NotEdited(phrase("{path} is a list, not one value", path=written), *hints, line=line)
    keys = [field.alias or name for name, field in kind.model_fields.items()] if is_model(kind) else []
    if isinstance(there, dict) or (keys and kind is not LocalisedText):
        names = tuple(f"{written}.{key}" for key in keys or there or ())
        message = phrase("{path} holds several values", path=written)
        raise NotEdited(message, phrase("set one of: {names}", names=names), line=line)


def line_of(spot: Spot) -> int | None:
    """Return the line that a value's key stands on, from 1; None for the whole file."""
    return None if spot.holder is None else int((spot.key or spot.node).start_mark.line) + 1
