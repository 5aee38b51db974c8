"""What pydantic found wrong with a file, in the words of plans: by error type, never by its sentences."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kamgen.wording.keys import KEYS
from kamgen.wording.labels import LABELS, scale_of
from kamgen.wording.nearest_word import named_exactly, named_nearly
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.model_types import is_model, keys_of, type_at, values_of_scale
from kamgen.workspace.problems import Path, written_path

Problem = tuple[str, Path, Phrase, Phrase | None]
"""Rule, path, message, hint."""

_HARDLY_MISSPELT = 0.8
"""Likeness from which a key is a misspelling of one that belongs here, though it is a key elsewhere: need, needs."""


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like another one, if any is like it at all."""
    # Chinese words are short: of two characters, one may be the wrong one.
    close = difflib.get_close_matches(name.lower(), list(names), n=1, cutoff=0.6 if name.isascii() else 0.5)
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
    if kind == "whole" and path[-1] == "support" and isinstance(value, str):
        message = phrase("{value} is not on the scale", value=shown)
        return "off-scale-value", path, message, _value_hint(value, list(LABELS["support"]))
    if kind in _WRONG_TYPES:
        pattern, hint = _WRONG_TYPES[kind]
        return "wrong-type", path, phrase(pattern, value=shown), phrase(hint) if hint else _type_hint(value)
    if kind in ("greater_than_equal", "less_than_equal"):
        return _out_of_range(error, path, shown, model)
    if kind == "string_pattern_mismatch":
        return _bad_pattern(path, shown, str(error.get("ctx", {}).get("pattern", "")))
    if kind in _RULES:
        pattern, hint = _RULES[kind]
        return "off-scale-value", path, phrase(pattern, value=shown), phrase(hint)
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
    "web_address": (
        "{value} is not a web address",
        "write where this folder is read in the browser, such as https://github.com/acme/plans/blob/main",
    ),
    "web_address_secret": (
        "this web address holds a user name or a password",
        "write it without: everybody who reads the pages could read them",
    ),
    "web_address_file": (
        "{value} does not say where the file goes",
        "end it with the folder, or write {{file}} and {{line}} in their places and nothing else in braces",
    ),
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
    parent = type_at(model, path[:-1])
    names = [field.alias or name for name, field in parent.model_fields.items()] if is_model(parent) else []
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
    return "unknown-key", path, message, _key_hint(key, names, model)


def _key_hint(typed: str, names: list[str], model: type[BaseModel]) -> Phrase | None:
    """Return the hint for a key of another section, or one that is misspelt, or written as people call it."""
    if typed in KEYS and not difflib.get_close_matches(typed, names, cutoff=_HARDLY_MISSPELT):
        return _home_hint(typed, model) or _word_hint(typed, names)
    return _word_hint(typed, names) or _home_hint(typed, model)


def _word_hint(typed: str, names: list[str]) -> Phrase | None:
    """Return the hint for a key that is misspelt, or written in Chinese or with another word for the same thing."""
    words = {name: KEYS[name] for name in names if name in KEYS}
    said = named_exactly(typed, words)
    if said is None and nearest(typed, names) is None:
        said = named_nearly(typed, words)
    if said is None:
        return did_you_mean(typed, names)
    return _did_you_mean_labelled(typed, said, KEYS[said][0], KEYS[said][1])


def _home_hint(typed: str, model: type[BaseModel]) -> Phrase | None:
    """Return where a key belongs that stands in the wrong section; nothing if it could be meant in several places."""
    homes = [(where, key) for where, key in keys_of(model) if key == typed or named_exactly(typed, {key: KEYS[key]})]
    if len(homes) != 1 or not homes[0][0]:
        return None
    return phrase("write {name} under {where}", name=homes[0][1], where=homes[0][0])


def _off_scale(path: Path, value: object, model: type[BaseModel]) -> Problem:
    hint = _value_hint(str(value), values_of_scale(type_at(model, path)))
    return "off-scale-value", path, phrase("{value} is not on the scale", value=_shown(value)), hint


def _value_hint(typed: str, values: list[str]) -> Phrase | None:
    """Return the hint for a value that is misspelt, or written as people read it: its label, whole or in part."""
    labels = scale_of(values)
    said = named_exactly(typed, labels)
    if said is not None:
        return phrase("write {name}", name=said)
    said = None if nearest(typed, values) else named_nearly(typed, labels)
    if said is not None:
        return _did_you_mean_labelled(typed, said, *labels[said])
    if labels and not typed.isascii():
        return phrase("one of: {names}", names=tuple(f"{value} ({labels[value][1]})" for value in values))
    return did_you_mean(typed, values)


def _did_you_mean_labelled(typed: str, name: str, english: str, chinese: str) -> Phrase:
    """Return the hint that offers a name with its label, in the language that was typed."""
    label = english if typed.isascii() else chinese
    if label.lower() == name.replace("_", " ").replace("-", " "):
        return phrase("did you mean {name}?", name=name)
    return phrase("did you mean {name} ({label})?", name=name, label=label)


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
