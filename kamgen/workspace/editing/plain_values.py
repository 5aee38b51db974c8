"""Plain values with one of them changed, and whether two plans say the same: the proof of an edit."""

from __future__ import annotations

from typing import Any

from kamgen.workspace.problems import Path
from kamgen.workspace.yaml_text import Plain


def value_at(plain: Plain, path: Path) -> Plain:
    """Return the plain value at a path; None where there is none."""
    value: Any = plain
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value  # type: ignore[no-any-return]


def is_there(plain: Plain, path: Path) -> bool:
    """Tell whether a key or an item is there, though it may say nothing."""
    holder, last = value_at(plain, path[:-1]), path[-1]
    if isinstance(holder, list):
        return isinstance(last, int) and last < len(holder)
    return isinstance(holder, dict) and last in holder


def says_the_same(after: Plain, expected: Plain) -> bool:
    """Tell whether plain values are the same but for space at the end of texts, which no field keeps.

    A block at the end of a file without a last break gets one when a line follows it.
    """
    return after == expected or _trimmed(after) == _trimmed(expected)


def _trimmed(plain: Plain) -> Plain:
    if isinstance(plain, dict):
        return {key: _trimmed(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_trimmed(value) for value in plain]
    return plain.rstrip() if isinstance(plain, str) else plain


def with_value(plain: Plain, path: Path, value: Plain) -> Plain:
    """Return plain values with one of them changed or added; only what surrounds it is copied."""
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        items = list(plain) if isinstance(plain, list) else []
        inner = with_value(items[part] if part < len(items) else None, rest, value)
        return [*items[:part], inner, *items[part + 1 :]]
    values = plain if isinstance(plain, dict) else {}
    return {**values, part: with_value(values.get(part), rest, value)}


def without_value(plain: Plain, path: Path) -> Plain:
    """Return plain values without one of them."""
    holder, last = value_at(plain, path[:-1]), path[-1]
    if isinstance(holder, list):
        return with_value(plain, path[:-1], [item for position, item in enumerate(holder) if position != last])
    values = holder if isinstance(holder, dict) else {}
    return with_value(plain, path[:-1], {key: value for key, value in values.items() if key != last})
