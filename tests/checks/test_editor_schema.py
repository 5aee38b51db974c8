"""The schemas that editors get name every rule with what can be set of it, and every metric."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from kamgen.checks.catalogue import RULES
from kamgen.checks.editor_schema import plan_schema, settings_schema
from kamgen.checks.rule import ReadingRule
from kamgen.plan.values import LANGUAGES, Language
from kamgen.scoring.metrics.catalogue import METRICS
from tests.conftest import REPOSITORY

PLAN = "kamgen: 1\nname: Acme\nowner: lin\n"


def is_valid(schema: dict[str, Any], text: str) -> bool:
    return not list(Draft7Validator(schema).iter_errors(yaml.safe_load(text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_draft_07_and_take_the_sample(language: Language) -> None:
    for schema in (plan_schema(language), settings_schema(language)):
        Draft7Validator.check_schema(schema)
    settings = yaml.load((REPOSITORY / "kamgen.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert [error.message for error in Draft7Validator(settings_schema(language)).iter_errors(settings)] == []


@pytest.mark.parametrize(
    ("waiver", "valid"),
    [("stale-plan", True), ("stale-plans", False), ("unknown-key", False), ("unused-waiver", False)],
)
def test_a_plan_can_waive_the_rules_that_can_be_waived(waiver: str, valid: bool) -> None:
    assert is_valid(plan_schema(), f"{PLAN}waivers: [{{rule: {waiver}, reason: Agreed}}]\n") is valid


@pytest.mark.parametrize(
    ("checks", "valid"),
    [
        ("stale-plan: {level: warning, days: 30}", True),
        ('stale-plan: {days: "30"}', True),
        ("stale-plan: {level: 'off'}", True),
        ("stale-plan: {day: 30}", False),
        ("stale-plan: {days: 0}", False),
        ("stale-plan: {days: often}", False),
        ("stale-plan: {level: fatal}", False),
        ("stale-plans: {level: warning}", False),
        ("unknown-key: {level: error}", True),
        ("unknown-key: {level: warning}", False),
    ],
)
def test_what_can_be_set_of_a_rule_is_what_the_rule_knows(checks: str, valid: bool) -> None:
    assert is_valid(settings_schema(), f"checks: {{{checks}}}\n") is valid


@pytest.mark.parametrize(
    ("settings", "valid"),
    [
        ("scoring: {criteria: [{id: g, metric: growth, line: [[0, 0], [1, 100]]}]}", True),
        ("scoring: {criteria: [{id: g, metric: grwth, line: [[0, 0], [1, 100]]}]}", False),
        ("scoring: {criteria: [{id: t, field: type, points: {group: 80}}]}", True),
        ("scoring: {criteria: [{id: t, field: typ, points: {group: 80}}]}", False),
        ("scoring: {criteria: [{id: t, metric: null, tag: food, points: 80}]}", True),
        ("segments: [{id: s, where: {tag: food, growth: '> 0', health: [red, amber]}}]", True),
        ("segments: [{id: s, where: {grwth: '> 0'}}]", False),
        ("segments: [{id: s, where: {slice: summit}}]", True),
        ("scoring: {tags: [{tag: asleep, where: {activity: [cooling, dormant]}}]}", True),
        ("scoring: {tags: [{tag: top, where: {slice: summit}}]}", False),
    ],
)
def test_criteria_tags_and_segments_read_what_there_is(settings: str, valid: bool) -> None:
    assert is_valid(settings_schema(), settings) is valid


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_explained(language: Language) -> None:
    rules = settings_schema(language)["properties"]["checks"]["anyOf"][0]["properties"]
    assert set(rules) == set(RULES)
    assert all(rule["description"] for rule in rules.values())
    metric = settings_schema(language)["definitions"]["Criterion"]["properties"]["metric"]["anyOf"][0]
    assert metric["enum"] == list(METRICS)
    rule = plan_schema(language)["definitions"]["Waiver"]["properties"]["rule"]["anyOf"][0]
    assert not [name for name in rule["enum"] if isinstance(RULES[name], ReadingRule)]
    assert len(rule["enum"]) == len(rule["enumDescriptions"])
