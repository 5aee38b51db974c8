"""The JSON Schema of a plan and of the settings, for editors that complete and check while a person types.

It follows draft-07, the latest that editors' YAML servers know. An editor guesses a type from how a scalar looks
(``order: 11064`` is a number to it); kamgen reads every scalar as the text it is, and the field decides. So the
schema takes every type that kamgen would take: it may miss a mistake, but it never marks what kamgen accepts.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.wording.labels import LABELS

DRAFT = "http://json-schema.org/draft-07/schema#"

Node = dict[str, Any]

_DEFINITIONS = "#/definitions/"
_PLAIN_NUMBER = r"^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\s*$"
_PLAIN_WHOLE = r"^\s*[+-]?[0-9]{1,15}\s*$"
_YES_OR_NO = r"^\s*([Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo])\s*$"
_CURRENCY_PATTERN = "^[A-Z]{3}$"
_LINE = 110
_LIMITS = ("minimum", "maximum", "maxLength", "pattern", "format", "minItems", "maxItems")
_YAML_TRUTHS = {"yes", "no", "true", "false", "on", "off"}
_KEY_EXAMPLES = {
    "line": [[[0, 0], [10, 100]]],
    "bands": [[[0, 10], [20000, 40], [100000, 100]]],
    "serves": [["revenue"]],
    "website": ["https://example.com"],
    "period": ["2026-Q3"],
}
_NOTHING: Node = {
    "description": "Nothing: the same as leaving the key out",
    # The empty text or null. Said by what it is not, so that no editor offers it as a value.
    "maxLength": 0,
    "not": {"type": ["number", "boolean", "object", "array"]},
}


def plan_schema() -> Node:
    """Return the JSON Schema (draft-07) of an account plan."""
    schema = _schema(Account, "Account plan of kamgen")
    # Not ``const``: the version may stand in quotes, and an editor should offer the plain number only.
    schema["properties"]["kamgen"] |= {"default": 1}
    return schema


def settings_schema() -> Node:
    """Return the JSON Schema (draft-07) of ``kamgen.yaml``."""
    return _schema(Settings, "Settings of a kamgen workspace")


def schema_text(schema: Node) -> str:
    """Return a schema as it is printed and written: JSON with what is short on one line, the same every time."""
    return _written(schema, "") + "\n"


def _written(value: Any, indent: str) -> str:
    """Return JSON with whatever fits into a line on one line: a third of the lines, and git shows changes small."""
    short = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(short) <= _LINE or not isinstance(value, dict | list):
        return short
    deeper = indent + "  "
    if isinstance(value, list):
        items = [f"{deeper}{_written(item, deeper)}" for item in value]
        return "[\n" + ",\n".join(items) + f"\n{indent}]"
    pairs = [f"{deeper}{json.dumps(key, ensure_ascii=False)}: {_written(item, deeper)}" for key, item in value.items()]
    return "{\n" + ",\n".join(pairs) + f"\n{indent}}}"


def _schema(model: type[BaseModel], title: str) -> Node:
    source = model.model_json_schema()
    whole = _section(source)
    definitions = {name: _section(section) for name, section in sorted(source["$defs"].items())}
    definitions["LocalisedText"]["minProperties"] = 1
    definitions["Nothing"] = _NOTHING
    return {"$schema": DRAFT, **whole, "title": title, "definitions": definitions}


def _section(source: Node) -> Node:
    """Return a section: an empty value is the same as none wherever a key may be left out."""
    required = source.get("required", [])
    properties = {
        key: _property(key, value, may_be_empty=key not in required) for key, value in source["properties"].items()
    }
    section: Node = {"title": source["title"], "description": source.get("description", ""), "type": "object"}
    section["properties"] = properties
    if required:
        section["required"] = required
    section["additionalProperties"] = source.get("additionalProperties", True)
    return section


def _property(key: str, source: Node, *, may_be_empty: bool) -> Node:
    converted = _value(source)
    if may_be_empty:
        converted = _or_nothing(converted)
    described: Node = {}
    explanation = [source.get("description", ""), _labels_of(source)]
    text = " · ".join(part for part in explanation if part)
    if text:
        described["description"] = text
    if "$ref" in converted:
        converted = {"allOf": [converted]}  # draft-07 does not see what stands beside a $ref
    default = source.get("default")
    if default is not None and default != []:
        described["default"] = _plain(default)
    examples = _KEY_EXAMPLES.get(key) or _examples(source)
    if examples:
        described["examples"] = examples
    return described | converted


def _value(source: Node) -> Node:
    """Return what fits a value, with every type that its scalars may have in an editor's eyes."""
    all_choices: list[Node] = source.get("anyOf") or source.get("oneOf") or []
    choices = [choice for choice in all_choices if choice.get("type") != "null"]
    if len(choices) == 1:
        return _value(choices[0])
    if choices:
        return {"anyOf": [_value(choice) for choice in choices]}
    if "$ref" in source:
        return {"$ref": source["$ref"].replace("#/$defs/", _DEFINITIONS)}
    if "const" in source:
        only = source["const"]
        limits = {"minimum": only, "maximum": only, "pattern": rf"^\s*{only}\s*$"}
        return {"type": ["integer", "string"], **limits, "patternErrorMessage": f"Only {only} is known here."}
    if "enum" in source:
        return _scale([str(value) for value in source["enum"]])
    return _KINDS[source["type"]](source)


def _scale(values: list[str]) -> Node:
    scale: Node = {"enum": values}
    labels = _scale_labels(values)
    if labels:
        scale["enumDescriptions"] = [f"{english} {chinese}" for english, chinese in labels]
    if _YAML_TRUTHS.isdisjoint(values):
        return scale
    # To a YAML 1.1 editor ``yes`` is a truth value. Said by what it is not, so that no editor offers true or false.
    return {"anyOf": [scale, {"not": {"type": ["string", "number", "object", "array", "null"]}}]}


def _text(source: Node) -> Node:
    limits = {key: source[key] for key in _LIMITS if key in source}
    if source.get("format") == "date":
        return {"type": "string", **limits}
    if source.get("pattern") == _CURRENCY_PATTERN:
        hint = "Three capital letters, such as USD, EUR or CNY."
        return {"type": "string", **limits, "patternErrorMessage": hint}
    if "pattern" in source:
        hint = "Small letters, digits and hyphens, such as cold-chain; at most 64."
        return {"type": ["string", "number", "boolean"], **limits, "patternErrorMessage": hint}
    return {"type": ["string", "number", "boolean"], **limits}


def _number(source: Node) -> Node:
    limits = {key: source[key] for key in _LIMITS if key in source}
    hint = "Write it plainly, such as 1200 or 0.25: no units, %, commas or underscores."
    return {"type": ["number", "string"], **limits, "pattern": _PLAIN_NUMBER, "patternErrorMessage": hint}


def _whole(source: Node) -> Node:
    limits = {key: source[key] for key in _LIMITS if key in source}
    hint = "A whole number: digits only, such as 4."
    return {"type": ["integer", "string"], **limits, "pattern": _PLAIN_WHOLE, "patternErrorMessage": hint}


def _yes_or_no(_source: Node) -> Node:
    return {"type": ["boolean", "string"], "pattern": _YES_OR_NO, "patternErrorMessage": "Write true or false."}


def _list(source: Node) -> Node:
    limits = {key: source[key] for key in _LIMITS if key in source}
    if "prefixItems" in source:
        items = [_value(item) for item in source["prefixItems"]]
        return {"type": "array", "items": items, "additionalItems": False, **limits}
    return {"type": "array", "items": _value(source["items"]), **limits}


def _map(source: Node) -> Node:
    """Return a map whose keys people choose; where there are few possible keys, with each of them by name."""
    names = source.get("propertyNames", {}).get("enum")
    if names:
        value = _value(source["additionalProperties"])
        return {"type": "object", "properties": dict.fromkeys(names, value), "additionalProperties": False}
    patterns = source.get("patternProperties")
    if patterns:
        values = {pattern: _value(value) for pattern, value in patterns.items()}
        return {"type": "object", "patternProperties": values, "additionalProperties": False}
    return {"type": "object", "additionalProperties": _value(source["additionalProperties"])}


_KINDS = {
    "string": _text,
    "number": _number,
    "integer": _whole,
    "boolean": _yes_or_no,
    "array": _list,
    "object": _map,
}


def _or_nothing(node: Node) -> Node:
    """Return what fits a value or nothing: ``key:``, ``key: null`` or ``key: ""``."""
    nothing: Node = {"$ref": f"{_DEFINITIONS}Nothing"}
    return {"anyOf": [*node["anyOf"], nothing]} if "anyOf" in node else {"anyOf": [node, nothing]}


def _chosen(source: Node) -> Node:
    """Return what a property holds when it is not empty."""
    return next((choice for choice in source.get("anyOf", []) if choice.get("type") != "null"), source)


def _examples(source: Node) -> list[Any]:
    chosen = _chosen(source)
    if chosen.get("format") == "date":
        return ["2026-05-31"]
    return ["USD", "EUR", "CNY"] if chosen.get("pattern") == _CURRENCY_PATTERN else []


def _scale_labels(values: list[str]) -> list[tuple[str, str]]:
    """Return the labels of a scale, found by its values; nothing where people read the values themselves."""
    found = next((scale for scale in LABELS.values() if set(scale) == set(values)), {})
    return [found[value] for value in values if value in found]


def _labels_of(source: Node) -> str:
    """Return the values of a property's scale with what people read for them, English and Chinese."""
    node = _chosen(source)
    values = [str(value) for value in node.get("enum", [])]
    if node.get("type") == "integer" and node.get("minimum", 0) < 0:
        values = [str(value) for value in range(node["minimum"], node["maximum"] + 1)]
    labels = _scale_labels(values)
    pairs = zip(values, labels, strict=False)
    return "; ".join(f"{value} = {english} {chinese}" for value, (english, chinese) in pairs)


def _plain(default: Any) -> Any:
    """Return a default with its numbers as numbers: pydantic writes exact decimals as texts."""
    if isinstance(default, list):
        return [_plain(value) for value in default]
    if isinstance(default, dict):
        return {key: _plain(value) for key, value in default.items()}
    if isinstance(default, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", default):
        number = Decimal(default)
        return int(number) if number == number.to_integral_value() else float(number)
    return default
