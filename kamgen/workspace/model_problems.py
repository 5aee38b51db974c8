"""What pydantic found wrong with a file, in the words of plans: by error type, never by its sentences."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kamgen.wording.labels import LABELS
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.problems import Path, written_path

Problem = tuple[str, Path, Phrase, Phrase | None]
"""Rule, path, message, hint."""


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like another one, if any is like it at all."""
    close = difflib.get_close_matches(name.lower(), list(names), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(name: str, names: Iterable[str]) -> Phrase | None:
    """Return the hint that offers the nearest name; or all names where there are few and none is near."""
    names = list(names)
    close = nearest(name, names)
    if close is not None:
        return phrase("did you mean {name}?", name=close)
    return phrase("one of: {names}", names=tuple(names)) if 0 < len(names) <= 12 else None


def problem_of(error: ErrorDetails, path: Path, model: type[BaseModel]) -> Problem:
    """Return what one pydantic error means for the person who wrote the file."""
    kind = error["type"]
    value = error.get("input")
    shown = _shown(value)
    if kind == "extra_forbidden":
        return _unknown_key(path, model)
    if kind == "missing":
        return (
            "missing-key",
            path,
            phrase("{key} is missing here", key=str(path[-1])),
            phrase("add {key}: with a value", key=str(path[-1])),
        )
    if kind == "literal_error":
        return _off_scale(path, value, model)
    if kind in _WRONG_TYPES:
        message, hint = _WRONG_TYPES[kind]
        return "wrong-type", path, phrase(message, value=shown), phrase(hint) if hint else _type_hint(value)
    if kind in ("greater_than_equal", "less_than_equal"):
        return _out_of_range(error, path, shown, model)
    if kind == "string_pattern_mismatch":
        return _bad_pattern(path, shown, str(error.get("ctx", {}).get("pattern", "")))
    if kind in _RULES:
        message, hint = _RULES[kind]
        return "off-scale-value", path, phrase(message, value=shown), phrase(hint)
    return (
        "wrong-type",
        path,
        phrase("{value} does not fit here", value=shown),
        phrase("see the key {key} in: kamgen schema", key=written_path(path)),
    )


_WRONG_TYPES: dict[str, tuple[str, str | None]] = {
    "number": (
        "{value} is not a number",
        "write it plainly, such as 1200 or 0.25: no units, %, commas or underscores",
    ),
    "number_size": (
        "the number {value} is too large or has too many decimals",
        "up to 10^15, up to 12 decimals",
    ),
    "whole": ("{value} is not a whole number", "write digits only, such as 4"),
    "day": ("{value} is not a date", "write year-month-day, such as 2026-05-31"),
    "day_exists": (
        "there is no day {value}",
        "look at the calendar: month 01 to 12, and how many days the month has",
    ),
    "yes_no": ("{value} is neither yes nor no", "write true or false"),
    "string_type": ("a text is expected here, not {value}", None),
    "model_type": (
        "keys and values are expected here, not {value}",
        "write key: value lines, indented below",
    ),
    "model_attributes_type": (
        "keys and values are expected here, not {value}",
        "write key: value lines, indented below",
    ),
    "dict_type": ("keys and values are expected here, not {value}", "write key: value lines, indented below"),
    "tuple_type": ("a list is expected here, not {value}", "begin each item with a hyphen: - item"),
    "too_short": ("this list has too few items", "look at the example in: kamgen schema"),
    "too_long": ("this list has too many items", "look at the example in: kamgen schema"),
    "string_too_long": (
        "this text is longer than 20,000 characters",
        "keep the plan short; link to the long text",
    ),
    "string_too_short": ("this text is empty", "write it, or leave the key out"),
    "format_version": ("plan format {value} is not known", "this kamgen reads format 1: write kamgen: 1"),
    "no_language": ("this text has no language", "write en: or zh: with the text, or just the text"),
}

_RULES: dict[str, tuple[str, str]] = {
    "not_rising": ("these values are not in order", "sort them; no value may stand twice"),
    "criterion_source": (
        "a criterion reads exactly one of metric, tag or field",
        "keep one of the three; one criterion for each",
    ),
    "criterion_scale": ("a metric needs either line or bands", "add line: [[0, 0], [10, 100]], or bands"),
    "criterion_points": (
        "the points do not fit what the criterion reads",
        "a tag takes one number; a field takes points for each value",
    ),
}


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    if value is None:
        return "null"
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _type_hint(value: object) -> Phrase | None:
    if isinstance(value, list):
        return phrase("write one text, not a list")
    if isinstance(value, dict):
        return phrase('if the text holds ": ", put it in quotes')
    return phrase("write a text, or leave the key out")


def _unknown_key(path: Path, model: type[BaseModel]) -> Problem:
    key = str(path[-1])
    parent = _type_at(model, path[:-1])
    names = [field.alias or name for name, field in parent.model_fields.items()] if _is_model(parent) else []
    where = written_path(path[:-1])
    if key == "<<":
        return (
            "unknown-key",
            path,
            phrase("merge keys are not read in plans"),
            phrase("write the keys out here"),
        )
    message = (
        phrase("{key} is not a key of {where}", key=key, where=where)
        if where
        else phrase("{key} is not a key here", key=key)
    )
    return "unknown-key", path, message, did_you_mean(key, names)


def _off_scale(path: Path, value: object, model: type[BaseModel]) -> Problem:
    expected = _literals(_type_at(model, path))
    labelled = {
        label.lower(): name
        for scale in LABELS.values()
        for name, pair in scale.items()
        for label in pair
        if name in expected
    }
    known = labelled.get(str(value).strip().lower())
    hint = phrase("write {name}", name=known) if known else did_you_mean(str(value), expected)
    return "off-scale-value", path, phrase("{value} is not on the scale", value=_shown(value)), hint


def _out_of_range(error: ErrorDetails, path: Path, shown: str, model: type[BaseModel]) -> Problem:
    context = error.get("ctx", {})
    least, most = context.get("ge"), context.get("le")
    if most is not None and most <= 1 and str(error.get("input", "")).strip().replace(".", "").isdigit():
        hint = phrase("a share is written from 0 to 1: 0.25 for 25%")
    elif least is not None:
        hint = phrase("{least} is the least", least=str(least))
    else:
        hint = phrase("{most} is the most", most=str(most))
    del model
    return "off-scale-value", path, phrase("{value} is off the scale", value=shown), hint


def _bad_pattern(path: Path, shown: str, pattern: str) -> Problem:
    if "A-Z" in pattern:
        hint = phrase("write its three letters, such as USD, EUR or CNY")
        return "wrong-type", path, phrase("{value} is not a currency", value=shown), hint
    return (
        "wrong-type",
        path,
        phrase("{value} is not an id", value=shown),
        phrase("use small letters, digits and hyphens, such as cold-chain"),
    )


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _type_at(kind: Any, path: Path) -> Any:
    """Return the type that the model gives to the value at a path; ``Any`` where it gives none."""
    for part in path:
        kind = _bare(kind)
        if _is_model(kind):
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
            models = [option for option in options if _is_model(_bare(option))]
            kind = (models or options)[0]
        else:
            return kind


def _literals(kind: Any) -> list[str]:
    return [str(value) for value in typing.get_args(kind)] if typing.get_origin(kind) is typing.Literal else []
