"""The JSON Schema of a plan and of the settings, for editors that complete and check while a person types.

It follows draft-07, the latest that editors' YAML servers know. An editor guesses a type from how a scalar looks
(``order: 11064`` is a number to it); kamgen reads every scalar as the text it is, and the field decides. So the
schema takes every type that kamgen would take: it may miss a mistake, but it never marks what kamgen accepts.

Every key has a title, a description and an example in the language asked for; scales have the labels of their values.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.plan.web_address import WEB_ADDRESS_PATTERN
from kamgen.wording.keys import KEYS
from kamgen.wording.labels import scale_of
from kamgen.wording.language import WORDINGS
from kamgen.workspace.schema_examples import Kind, examples_of

DRAFT = "http://json-schema.org/draft-07/schema#"

Node = dict[str, Any]

_DEFINITIONS = "#/definitions/"
_PLAIN_NUMBER = r"^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\s*$"
_PLAIN_WHOLE = r"^\s*[+-]?[0-9]{1,15}\s*$"
_YES_OR_NO = r"^\s*([Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo])\s*$"
_CURRENCY_PATTERN = "^[A-Z]{3}$"
_CURRENCIES = ["USD", "EUR", "CNY"]
_LINE = 110
_LIMITS = ("minimum", "maximum", "maxLength", "pattern", "format", "minItems", "maxItems")
_MOST_OFFERED = 6
"""So many whole numbers, such as those of a rating, are offered one by one."""
_YAML_TRUTHS = {"yes", "no", "true", "false", "on", "off"}
_NUMBER_OR_TRUTH: Node = {"not": {"type": ["string", "object", "array", "null"]}}
"""Said by what it is not, so that no editor offers true and false where any text may stand."""
_NOTHING: Node = {
    # The empty text or null. Said by what it is not, so that no editor offers it as a value.
    "maxLength": 0,
    "not": {"type": ["number", "boolean", "object", "array"]},
}


def plan_schema(language: Language = "en") -> Node:
    """Return the JSON Schema (draft-07) of an account plan, explained in a language."""
    schema = _Writer(Account, "plan", language).schema("Account plan of kamgen")
    # Not ``const``: the version may stand in quotes, and an editor should offer the plain number only.
    schema["properties"]["kamgen"] |= {"default": 1}
    return schema


def settings_schema(language: Language = "en") -> Node:
    """Return the JSON Schema (draft-07) of ``kamgen.yaml``, explained in a language."""
    return _Writer(Settings, "kamgen", language).schema("Settings of a kamgen workspace")


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


class _Writer:
    """Turns what pydantic says of a model into a schema for editors, in one language."""

    def __init__(self, model: type[BaseModel], kind: Kind, language: Language) -> None:
        self._source = model.model_json_schema()
        self._examples = examples_of(self._source, kind, language)
        self._say = WORDINGS[language].text
        self._column = 1 if language == "zh" else 0

    def schema(self, title: str) -> Node:
        whole = self._section(self._source)
        definitions = {name: self._section(section) for name, section in sorted(self._source["$defs"].items())}
        definitions["LocalisedText"]["minProperties"] = 1
        definitions["Nothing"] = _NOTHING
        return {"$schema": DRAFT, "title": self._say(title), **whole, "definitions": definitions}

    def _section(self, source: Node) -> Node:
        """Return a section: an empty value is the same as none wherever a key may be left out.

        It has no title: an editor shows that of the key it stands under.
        """
        required = source.get("required", [])
        properties = {
            key: self._property(source["title"], key, value, may_be_empty=key not in required)
            for key, value in source["properties"].items()
        }
        section: Node = {"description": self._say(" ".join(source["description"].split())), "type": "object"}
        section["properties"] = properties
        if required:
            section["required"] = required
        section["additionalProperties"] = source.get("additionalProperties", True)
        return section

    def _property(self, section: str, key: str, source: Node, *, may_be_empty: bool) -> Node:
        converted = self._value(source)
        if may_be_empty:
            converted = _or_nothing(converted)
        if "$ref" in converted:
            converted = {"allOf": [converted]}  # draft-07 does not see what stands beside a $ref
        explanation = [self._say(source["description"]), self._labels_of(source)]
        described: Node = {
            "title": KEYS[key][self._column],
            "description": " · ".join(part for part in explanation if part),
        }
        default = source.get("default")
        if default is not None and default != []:
            described["default"] = _plain(default)
        if _chosen(source).get("pattern") == _CURRENCY_PATTERN:
            return described | converted | {"examples": _CURRENCIES}
        return described | converted | _shown([self._examples[section, key]])

    def _value(self, source: Node) -> Node:
        """Return what fits a value, with every type that its scalars may have in an editor's eyes."""
        all_choices: list[Node] = source.get("anyOf") or source.get("oneOf") or []
        choices = [choice for choice in all_choices if choice.get("type") != "null"]
        if len(choices) == 1:
            return self._value(choices[0])
        if choices:
            return {"anyOf": _flat(self._value(choice) for choice in choices)}
        if "$ref" in source:
            return {"$ref": source["$ref"].replace("#/$defs/", _DEFINITIONS)}
        if "const" in source:
            only = source["const"]
            limits = {"minimum": only, "maximum": only, "pattern": rf"^\s*{only}\s*$"}
            message = self._say("Only {only} is known here.", only=only)
            return {"type": ["integer", "string"], **limits, "patternErrorMessage": message}
        if "enum" in source:
            return self._scale([str(value) for value in source["enum"]])
        kinds = {
            "string": self._text,
            "number": self._number,
            "integer": self._whole,
            "boolean": self._yes_or_no,
            "array": self._list,
            "object": self._map,
        }
        return kinds[source["type"]](source)

    def _scale(self, values: list[str]) -> Node:
        scale: Node = {"enum": values}
        labels = self._labels(values)
        if labels:
            scale["enumDescriptions"] = labels
        if _YAML_TRUTHS.isdisjoint(values):
            return scale
        # To a YAML 1.1 editor ``yes`` is a truth value. Said by what it is not, so that no editor offers true or false.
        return {"anyOf": [scale, {"not": {"type": ["string", "number", "object", "array", "null"]}}]}

    def _text(self, source: Node) -> Node:
        limits = {key: source[key] for key in _LIMITS if key in source}
        if source.get("format") == "date":
            return {"type": "string", **limits}
        if source.get("pattern") == _CURRENCY_PATTERN:
            hint = self._say("Three capital letters, such as USD, EUR or CNY.")
            return {"type": "string", **limits, "patternErrorMessage": hint}
        if source.get("pattern") == WEB_ADDRESS_PATTERN:
            hint = self._say("A web address that begins with https:// or http://.")
            return {"type": "string", **limits, "patternErrorMessage": hint}
        if "pattern" in source:
            hint = self._say("Small letters, digits and hyphens, such as cold-chain; at most 64.")
            limits["patternErrorMessage"] = hint
        return {"anyOf": [{"type": "string", **limits}, _NUMBER_OR_TRUTH]}

    def _number(self, source: Node) -> Node:
        limits = {key: source[key] for key in _LIMITS if key in source}
        hint = self._say("Write it plainly, such as 1200 or 0.25: no units, %, commas or underscores.")
        return {"type": ["number", "string"], **limits, "pattern": _PLAIN_NUMBER, "patternErrorMessage": hint}

    def _whole(self, source: Node) -> Node:
        limits = {key: source[key] for key in _LIMITS if key in source}
        hint = self._say("A whole number: digits only, such as 4.")
        as_text = {"pattern": _PLAIN_WHOLE, "patternErrorMessage": hint}
        values = _few_numbers(source)
        if not values:
            return {"type": ["integer", "string"], **limits, **as_text}
        scale: Node = {"enum": values}
        labels = self._labels([str(value) for value in values])
        if labels:
            scale["enumDescriptions"] = labels
        return {"anyOf": [scale, {"type": "string", **as_text}]}

    def _yes_or_no(self, _source: Node) -> Node:
        hint = self._say("Write true or false.")
        return {"type": ["boolean", "string"], "pattern": _YES_OR_NO, "patternErrorMessage": hint}

    def _list(self, source: Node) -> Node:
        limits = {key: source[key] for key in _LIMITS if key in source}
        if "prefixItems" in source:
            items = [self._value(item) for item in source["prefixItems"]]
            return {"type": "array", "items": items, "additionalItems": False, **limits}
        return {"type": "array", "items": self._value(source["items"]), **limits}

    def _map(self, source: Node) -> Node:
        """Return a map whose keys people choose; where there are few possible keys, with each of them by name."""
        names = source.get("propertyNames", {}).get("enum")
        if names:
            value = self._value(source["additionalProperties"])
            # By pattern as well: YAML servers take the plain key 5 for a number, which is no property's name to them.
            named = {"properties": dict.fromkeys(names, value), "patternProperties": {f"^({'|'.join(names)})$": {}}}
            return {"type": "object", **named, "additionalProperties": False}
        patterns = source.get("patternProperties")
        if patterns:
            values = {pattern: self._value(value) for pattern, value in patterns.items()}
            return {"type": "object", "patternProperties": values, "additionalProperties": False}
        return {"type": "object", "additionalProperties": self._value(source["additionalProperties"])}

    def _labels(self, values: list[str]) -> list[str]:
        """Return what people read for the values of a scale; nothing where they read the values themselves."""
        scale = scale_of(values)
        return [scale[value][self._column] for value in values if scale]

    def _labels_of(self, source: Node) -> str:
        """Return the values of a property's scale with what people read for them."""
        node = _chosen(source)
        values = [str(value) for value in node.get("enum") or _few_numbers(node)]
        pairs = zip(values, self._labels(values), strict=False)
        return "; ".join(f"{value} = {label}" for value, label in pairs)


def _shown(examples: list[Any]) -> Node:
    """Return examples as what an editor shows but does not write.

    YAML servers insert ``examples`` of a key when a person completes it: a figure that nobody looked up would stand in
    the plan. Under a condition that always holds they are annotations of the key all the same.
    """
    return {"if": {}, "then": {"examples": examples}}


def _few_numbers(source: Node) -> list[int]:
    """Return the values of a rating; none where a number is free or the range is long."""
    least, most = source.get("minimum"), source.get("maximum")
    if source.get("type") != "integer" or least is None or most is None or most - least >= _MOST_OFFERED:
        return []
    return list(range(least, most + 1))


def _flat(nodes: Any) -> list[Node]:
    """Return choices without choices among them, so that an editor names each possible type."""
    return [choice for node in nodes for choice in (node["anyOf"] if set(node) == {"anyOf"} else [node])]


def _or_nothing(node: Node) -> Node:
    """Return what fits a value or nothing: ``key:``, ``key: null`` or ``key: ""``."""
    return {"anyOf": [*_flat([node]), {"$ref": f"{_DEFINITIONS}Nothing"}]}


def _chosen(source: Node) -> Node:
    """Return what a property holds when it is not empty."""
    return next((choice for choice in source.get("anyOf", []) if choice.get("type") != "null"), source)


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
