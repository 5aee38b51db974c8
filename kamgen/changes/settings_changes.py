"""What changed in the settings, value by value, as far as one line can tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kamgen.plan.settings import Settings

RULES: frozenset[str] = frozenset(
    {"scoring", "processes", "rates", "currency", "fiscal_year_start", "checks", "products", "blueprint"}
)
"""Parts of the settings that scores and findings follow from."""

_KNOWN_BY = ("id", "tag", "module")
"""Keys that tell the items of a list apart, the first that an item has."""


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A value of the settings that is not what it was: the way to it, such as ``scoring.criteria[wallet].weight``.

    ``before`` and ``after`` are as one writes them; None where there was or is nothing.
    """

    path: str
    before: str | None
    after: str | None

    @property
    def part(self) -> str:
        """The part of the settings that it belongs to, such as ``scoring``."""
        return self.path.partition(".")[0].partition("[")[0]

    @property
    def is_rule(self) -> bool:
        """Whether scores or findings may follow from it."""
        return self.part in RULES


def settings_changes(before: Settings, after: Settings) -> tuple[SettingChange, ...]:
    """Return what changed between two settings, rules first, in the order of the later ones; order is no content.

    What is left out has its default, so that a default that is written out is no change.
    """
    was, now = dict(_values(before)), dict(_values(after))
    changes = [
        SettingChange(path, was.get(path), now.get(path)) for path in (*now, *was) if was.get(path) != now.get(path)
    ]
    return tuple(sorted(dict.fromkeys(changes), key=lambda change: not change.is_rule))


def _values(settings: Settings) -> Iterator[tuple[str, str]]:
    return _flat(settings.model_dump(mode="json", by_alias=True, exclude_none=True), "")


def _flat(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and value and all(isinstance(item, Mapping) and _key(item) for item in value):
        for item in value:
            yield from _flat(item, f"{path}[{_key(item)}]")
    elif value not in ([], {}):
        yield path, _written(value)


def _key(item: Mapping[str, Any]) -> str:
    return next((str(item[key]) for key in _KNOWN_BY if item.get(key)), "")


def _written(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_written(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
