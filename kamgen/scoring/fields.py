"""Fields of a plan by their written name, such as ``type`` or ``profile.industry``: static criteria, segments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from kamgen.plan.account import Account
from kamgen.plan.values import LocalisedText, in_language
from kamgen.scoring.score import MetricValue


def field_value(account: Account, field: str) -> MetricValue:
    """Return what a plan says in a field: a word, a number, yes or no; a day as ``YYYY-MM-DD``.

    A text in two languages is read in English where it has it. None where the plan says nothing, where the answer
    is ``unknown``, where the field holds a list or a section, and where plans have no such field.
    """
    value: Any = account
    for part in field.split("."):
        if not isinstance(value, BaseModel) or part not in type(value).model_fields:
            return None
        value = getattr(value, part)
    return _plain(value)


def field_names(section: type[BaseModel] = Account) -> tuple[str, ...]:
    """Return the names of a plan's single-valued fields, such as ``type`` or ``profile.industry``, in its order."""
    names: list[str] = []
    for name, field in section.model_fields.items():
        kinds = _kinds(field.annotation)
        inner = [kind for kind in kinds if _is_section(kind)]
        if inner:
            names += [f"{name}.{rest}" for kind in inner for rest in field_names(kind)]
        elif not any(get_origin(kind) is tuple for kind in kinds):
            names.append(name)
    return tuple(names)


def _plain(value: Any) -> MetricValue:
    match value:
        case bool() | Decimal():
            return value
        case int():
            return Decimal(value)
        case date():
            return value.isoformat()
        case LocalisedText():
            return in_language(value, "en")
        case str():
            return None if value == "unknown" else value
        case _:
            return None


def _kinds(annotation: Any) -> list[Any]:
    """Return the alternatives of an annotation, without its metadata."""
    if get_origin(annotation) is Annotated:
        return _kinds(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [kind for choice in get_args(annotation) for kind in _kinds(choice)]
    return [annotation]


def _is_section(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel) and not issubclass(kind, LocalisedText)
