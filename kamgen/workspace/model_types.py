"""What the model says of a place in a file: its type, its keys, the values of its scale."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Any

from pydantic import BaseModel

from kamgen.plan.values import LocalisedText
from kamgen.workspace.problems import Path


def is_model(kind: Any) -> bool:
    """Tell whether a type is a section, which has keys."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def type_at(kind: Any, path: Path) -> Any:
    """Return the type that the model gives to the value at a path; ``Any`` where it gives none."""
    for part in path:
        kind = _bare(kind)
        if is_model(kind):
            fields = kind.model_fields
            found = next((field for name, field in fields.items() if (field.alias or name) == part), None)
            if found is None:
                return Any
            kind = found.annotation
        else:
            arguments = typing.get_args(kind)
            if not arguments:
                return Any
            kind = arguments[1] if typing.get_origin(kind) is dict else arguments[0]
    return _bare(kind)


def _bare(kind: Any) -> Any:
    """Strip ``Annotated`` and ``| None``; of other unions keep the model, which alone has keys."""
    while True:
        origin = typing.get_origin(kind)
        if origin is typing.Annotated:
            kind = typing.get_args(kind)[0]
        elif origin in (typing.Union, types.UnionType):
            options = [option for option in typing.get_args(kind) if option is not type(None)]
            models = [option for option in options if is_model(_bare(option))]
            kind = (models or options)[0]
        else:
            return kind


def values_of_scale(kind: Any) -> list[str]:
    """Return the values of a scale; none for a type that is no scale."""
    return [str(value) for value in typing.get_args(kind)] if typing.get_origin(kind) is typing.Literal else []


@cache
def keys_of(model: type[BaseModel], where: str = "") -> tuple[tuple[str, str], ...]:
    """Return every key of a model and of its sections, each after the keys it stands under: ``("profile", "since")``.

    Texts in two languages do not count: ``en`` and ``zh`` may stand almost anywhere.
    """
    found: list[tuple[str, str]] = []
    for name, field in model.model_fields.items():
        key = field.alias or name
        found.append((where, key))
        inner = _bare(field.annotation)
        if typing.get_origin(inner) in (tuple, dict):
            inner = _bare([kind for kind in typing.get_args(inner) if kind is not ...][-1])
        if is_model(inner) and inner is not LocalisedText:
            found += keys_of(inner, f"{where}.{key}" if where else key)
    return tuple(found)
