"""A workspace whose every text field was written by someone who means harm, or who has a very long name."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from tests.conftest import REPOSITORY

MODEL_PLAN = "save-a-lot"
"""The largest plan of the sample: it uses nearly every field."""

MARKUP = (
    "\"><img src=x onerror=alert(1)><script>window.ran = 1; alert(2)</script>'><svg onload=alert(3)>"
    "</title></style></textarea><iframe src=javascript:alert(4)></iframe>"
)
LINK = (
    "javascript:alert(1)//[press](javascript:alert(2)) <javascript:alert(3)> "
    "[x](data:text/html,<script>alert(4)</script>)"
)
TEMPLATE = "{{ 7777*7777 }}{% include '/etc/passwd' %}{x} %s ${7777*7777} #{7777*7777} {n}|{n}"
LONG = "Donaudampfschifffahrt" * 15 + "漢字" * 200
STRANGE = "\u202eevil\u202c שלום مرحبا \u200f👩‍👩‍👧‍👦🇨🇳👍🏽 e\u0301\u0301\u0301\u0301 \ufeff𠮷𝔘"

HOSTILE = {"markup": MARKUP, "link": LINK, "template": TEMPLATE, "long": LONG, "strange": STRANGE}

_NAMES_OF_THINGS = {"product", "metric", "field", "checks", "where"}
"""Fields of any text that must name something that is there, or hold such fields; the checks stop a build over them."""

_Path = tuple[str | int, ...]


def _leaves(data: Any, path: _Path = ()) -> Iterator[_Path]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _leaves(value, (*path, number))
    else:
        yield path


def _put(data: Any, path: _Path, text: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = text


def text_fields(model: type[BaseModel], data: Any) -> list[_Path]:
    """Return the fields that take any text: those that the model lets a hostile one into."""
    fields = [path for path in _leaves(data) if _NAMES_OF_THINGS.isdisjoint(path)]
    while True:
        try:
            model.model_validate(filled(data, fields, MARKUP))
        except ValidationError as refused:
            places = [_place(data, error["loc"]) for error in refused.errors()]
            left = [path for path in fields if not any(_concerns(place, path) for place in places)]
            assert len(left) < len(fields), f"refused for another reason: {places}"
            fields = left
        else:
            return fields


def _place(data: Any, loc: _Path) -> _Path:
    """Return where an error is, without the names of the types that were tried there."""
    place: _Path = ()
    for step in loc:
        if (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int)):
            place, data = (*place, step), data[step]
    return place


def _concerns(place: _Path, path: _Path) -> bool:
    shorter = min(len(place), len(path))
    return place[:shorter] == path[:shorter]


def filled(data: Any, fields: list[_Path], text: str) -> Any:
    """Return the data with a text in every one of these fields."""
    data = deepcopy(data)
    for path in fields:
        _put(data, path, text)
    return data


def write_hostile_workspace(root: Path) -> dict[str, int]:
    """Write a plan for every kind of harm, and settings with markup; return how many fields each holds it in."""
    accounts = root / "accounts"
    accounts.mkdir(parents=True, exist_ok=True)
    plan = _read(REPOSITORY / f"accounts/{MODEL_PLAN}.yaml")
    fields = text_fields(Account, plan)
    for kind, text in HOSTILE.items():
        _write(accounts / f"{kind}.yaml", filled(plan, fields, text))
        shutil.copy(REPOSITORY / f"accounts/{MODEL_PLAN}.purchases.csv", accounts / f"{kind}.purchases.csv")
    settings = _read(REPOSITORY / "kamgen.yaml")
    settings_fields = text_fields(Settings, settings)
    _write(root / "kamgen.yaml", filled(settings, settings_fields, MARKUP))
    return {"plan": len(fields), "settings": len(settings_fields)}


def _read(path: Path) -> Any:
    # Every scalar as the text it is, as kamgen itself reads them; what is empty is left out.
    return _known(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))


def _known(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _known(value) for key, value in data.items() if value not in ("null", "~", "")}
    return [_known(value) for value in data] if isinstance(data, list) else data


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
