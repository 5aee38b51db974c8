"""Examples of every key, taken from one complete plan and one complete settings file.

The two files are read by kamgen's own tests as any plan is, so an example cannot rot.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import yaml

from kamgen.plan.values import Language

Examples = dict[tuple[str, str], Any]
"""What a key holds in the example, by the name of its section and the key."""

Kind = Literal["plan", "kamgen"]

_MOST_PAIRS = 4
"""So many pairs of a scale are shown as part of a section."""

FOLDER = Path(__file__).parent / "examples"


class _EditorLoader(yaml.SafeLoader):
    """Reads days as texts, as JSON does."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the class above has it
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def example_file(kind: Kind, language: Language) -> Path:
    """Return the file that holds every key of a plan (``plan``) or of the settings (``kamgen``) once."""
    return FOLDER / f"{kind}.{language}.yaml"


def examples_of(schema: dict[str, Any], kind: Kind, language: Language) -> Examples:
    """Return an example for each key of a schema as pydantic writes it; sections are shortened to what shows them."""
    text = example_file(kind, language).read_text(encoding="utf-8")
    found: Examples = {}
    _collect(schema, yaml.load(text, Loader=_EditorLoader), schema, found)  # noqa: S506 - a SafeLoader
    return found


def _collect(node: dict[str, Any], value: Any, schema: dict[str, Any], found: Examples) -> None:
    for choice in _choices(node):
        section = schema["$defs"][choice["$ref"].rsplit("/", 1)[-1]] if "$ref" in choice else choice
        if isinstance(value, dict):
            for key, held in value.items():
                kind = section.get("properties", {}).get(key)
                if kind is not None:
                    found.setdefault((section["title"], key), _shortened(held))
                _collect(kind or _value_kind(section), held, schema, found)
        elif isinstance(value, list):
            for item in value:
                _collect(section.get("items", {}), item, schema, found)


def _choices(node: dict[str, Any]) -> list[dict[str, Any]]:
    inner = node.get("anyOf") or node.get("oneOf")
    return [choice for one in inner for choice in _choices(one)] if inner else [node]


def _value_kind(section: dict[str, Any]) -> dict[str, Any]:
    """Return what the values of a map are whose keys people choose."""
    for kinds in (section.get("patternProperties", {}).values(), [section.get("additionalProperties")]):
        for kind in kinds:
            if isinstance(kind, dict):
                return kind
    return {}


def _shortened(value: Any) -> Any:
    """Return as much as an editor shows well: of a list of sections the first, of a section its own values."""
    if _is_sections(value):
        return [_shortened(value[0])]
    if not isinstance(value, dict):
        return value
    own = {key: item for key, item in value.items() if not _is_deep(item)}
    if own:
        return own
    first = next(iter(value))
    return {first: _shortened(value[first])}


def _is_sections(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _is_deep(value: Any) -> bool:
    """Tell whether a value takes more lines than it tells about the section that holds it."""
    if isinstance(value, list):
        return _is_sections(value) or (len(value) > _MOST_PAIRS and isinstance(value[0], list))
    inner = value.values() if isinstance(value, dict) else []
    return any(isinstance(item, dict) or _is_sections(item) for item in inner)
