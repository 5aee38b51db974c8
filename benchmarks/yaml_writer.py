"""Write plain values as YAML the way people do: short maps and lists on one line, longer ones below each other."""

from __future__ import annotations

import json
import re
from typing import Any

WIDTH = 150

_SAFE = re.compile(r"[A-Za-z0-9_\u4e00-\u9fff*][A-Za-z0-9_\u4e00-\u9fff .;，。、*%&@/+-]*", re.ASCII)
_WORDS = {"null", "true", "false", "yes", "no"}


def yaml_text(value: dict[str, Any]) -> str:
    """Return a map as a YAML document."""
    return "".join(_block(value, ""))


def _block(value: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for key, item in value.items():
        lines += _entry(f"{indent}{key}:", item, indent)
    return lines


def _entry(start: str, item: Any, indent: str) -> list[str]:
    inner = indent + "  "
    if isinstance(item, str) and "\n" in item:
        return [f"{start} |\n", *(f"{inner}{line}\n" if line else "\n" for line in item.rstrip("\n").split("\n"))]
    flow = _flow(item)
    if not isinstance(item, dict | list) or (len(start) + len(flow) < WIDTH and not _of_maps(item)):
        return [f"{start} {flow}\n"]
    if isinstance(item, dict):
        return [f"{start}\n", *_block(item, inner)]
    lines = [f"{start}\n"]
    for element in item:
        line = f"{inner}- {_flow(element)}\n"
        if not isinstance(element, dict) or (len(line) <= WIDTH and not _nested(element)):
            lines.append(line)
            continue
        block = _block(element, inner + "  ")
        lines += [f"{inner}- {block[0].lstrip(' ')}", *block[1:]]
    return lines


def _of_maps(item: Any) -> bool:
    return isinstance(item, list) and any(isinstance(element, dict) for element in item)


def _nested(element: dict[str, Any]) -> bool:
    return any(_of_maps(item) for item in element.values())


def _flow(item: Any) -> str:
    if isinstance(item, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in item.items()) + "}"
    if isinstance(item, list):
        return "[" + ", ".join(_flow(value) for value in item) + "]"
    if item is None:
        return "null"
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, int | float):
        return str(item)
    return _scalar(str(item))


def _scalar(text: str) -> str:
    plain = _SAFE.fullmatch(text) and text.lower() not in _WORDS and text[0] not in "*%@" and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)
