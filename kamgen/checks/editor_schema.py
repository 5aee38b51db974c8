"""The schemas of a plan and of the settings as editors get them: with the names of all rules and metrics.

:mod:`kamgen.workspace.schema` knows what a plan is made of; which rules a plan can waive, what a workspace can set of
each, and which metrics a criterion can read, only this room knows.
"""

from __future__ import annotations

from collections.abc import Iterable

from kamgen.checks.catalogue import RULES
from kamgen.checks.documentation import rule_documentation
from kamgen.checks.rule import ReadingRule, Rule, WaiverRule
from kamgen.plan.values import Language
from kamgen.scoring.key_account import CRITERION_FIELDS
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.segments import known_names
from kamgen.scoring.tags import conditions_of_tags
from kamgen.wording.language import WORDINGS
from kamgen.workspace import schema
from kamgen.workspace.schema import Node

_LEVEL = "RuleLevel"


def plan_schema(language: Language = "en") -> Node:
    """Return the JSON Schema (draft-07) of an account plan, with the rules that it can waive."""
    whole = schema.plan_schema(language)
    waivable = [rule for rule in RULES.values() if not isinstance(rule, ReadingRule | WaiverRule)]
    _choice(whole, "Waiver", "rule", ((rule.name, rule_documentation(rule, language)[0]) for rule in waivable))
    return whole


def settings_schema(language: Language = "en") -> Node:
    """Return the JSON Schema (draft-07) of ``kamgen.yaml``, with all rules, what each has to set, and all metrics."""
    whole = schema.settings_schema(language)
    say = WORDINGS[language].text
    definitions = whole["definitions"]
    definitions[_LEVEL] = definitions.pop("CheckSetting")["properties"]["level"]
    named = {"properties": {rule.name: _settings_of(rule, language) for rule in RULES.values()}}
    whole["properties"]["checks"]["anyOf"][0] = {"type": "object", **named, "additionalProperties": False}
    metrics = ((metric.name, f"{say(metric.label)}: {say(metric.description)}") for metric in METRICS.values())
    _choice(whole, "Criterion", "metric", metrics)
    _choice(whole, "Criterion", "field", ((field, "") for field in CRITERION_FIELDS))
    _conditions(whole, "Segment", known_names())
    _conditions(whole, "TagRule", conditions_of_tags())
    return whole


def _conditions(whole: Node, section: str, names: Iterable[str]) -> None:
    """Let the conditions of a section ask for some names alone."""
    where = whole["definitions"][section]["properties"]["where"]["anyOf"][0]
    where |= {"properties": dict.fromkeys(names, where["additionalProperties"]), "additionalProperties": False}


def _choice(whole: Node, section: str, key: str, choices: Iterable[tuple[str, str]]) -> None:
    """Let a key take one of some names, each with what it is."""
    names, explained = zip(*choices, strict=True)
    found = whole["definitions"][section]["properties"][key]
    nothing = [choice for choice in found["anyOf"] if "$ref" in choice]
    scale: Node = {"enum": list(names)}
    if any(explained):
        scale["enumDescriptions"] = list(explained)
    found["anyOf"] = [scale, *nothing]


def _settings_of(rule: Rule, language: Language) -> Node:
    """Return what a workspace can set of a rule."""
    what, why, *_ = rule_documentation(rule, language)
    level: Node = {"enum": ["error"]} if isinstance(rule, ReadingRule) else {"$ref": f"#/definitions/{_LEVEL}"}
    properties = {"level": level} | {
        parameter.name: {
            "description": WORDINGS[language].text(parameter.description),
            "type": ["integer", "string"],
            "minimum": parameter.least,
            "maximum": parameter.most,
            "pattern": r"^\s*[0-9]+\s*$",
            "default": parameter.default,
        }
        for parameter in rule.parameters
    }
    described: Node = {"description": f"{what}\n\n{why}", "type": "object"}
    return described | {"properties": properties, "additionalProperties": False}
