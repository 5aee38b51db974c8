"""The JSON Schema that editors check plans with: valid draft-07, and never stricter than kamgen itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, Language
from kamgen.wording.labels import LABELS
from kamgen.workspace.plan_file import plan_from_text, read_settings_text
from kamgen.workspace.schema import DRAFT, plan_schema, schema_text, settings_schema
from kamgen.workspace.schema_examples import example_file, examples_of
from tests.conftest import REPOSITORY

PLAN = plan_schema()
SETTINGS = settings_schema()
IN_CHINESE = {"plan": plan_schema("zh"), "settings": settings_schema("zh")}
SAMPLES = sorted((REPOSITORY / "accounts").glob("*.yaml"))


class EditorLoader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, like the editors' servers: no dates, no yes and no, no sexagesimals."""

    yaml_implicit_resolvers: dict[str, Any] = {}


class OldEditorLoader(yaml.SafeLoader):
    """Reads scalars as YAML 1.1 does, but for dates, which JSON does not know."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _resolve(tag: str, pattern: str, first: str) -> None:
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
_resolve("null", r"^(?:~|null|Null|NULL|)$", "~nN")
EditorLoader.yaml_implicit_resolvers.setdefault("", []).extend(EditorLoader.yaml_implicit_resolvers["~"])
_resolve("int", r"^(?:[-+]?[0-9]+)$", "-+0123456789")
_resolve("float", r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$", "-+.0123456789")


def _decimal(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
    return float(loader.construct_scalar(node))


def _whole(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


EditorLoader.add_constructor("tag:yaml.org,2002:float", _decimal)
EditorLoader.add_constructor("tag:yaml.org,2002:int", _whole)


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(item) for key, item in value.items()}
    return [_with_text_keys(item) for item in value] if isinstance(value, list) else value


def problems_in_editor(schema: dict[str, Any], text: str, loader: Any = EditorLoader) -> list[str]:
    data = _with_text_keys(yaml.load(text, Loader=loader))
    checker = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(data)]


def _sections(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    yield from (section for section in schema["definitions"].values() if "properties" in section)


def _keywords(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            children = value.values() if key in ("properties", "definitions", "patternProperties") else [value]
            for child in children:
                yield from _keywords(child)
    elif isinstance(schema, list):
        for item in schema:
            yield from _keywords(item)


def _keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for section in _sections(schema):
        yield from section["properties"].items()


def _examples(key: dict[str, Any]) -> list[Any]:
    found: list[Any] = key["examples"] if "examples" in key else key["then"]["examples"]
    return found


def _demands(node: Any) -> Any:
    """Return what a schema demands, without the words it says."""
    said = {"title", "description", "enumDescriptions", "patternErrorMessage", "then"}
    if isinstance(node, list):
        return [_demands(item) for item in node]
    if not isinstance(node, dict):
        return node
    demands = {name: _demands(item) for name, item in node.items() if name not in said and name != "properties"}
    keys = node.get("properties", {})
    return demands | {"properties": {key: _demands(item) for key, item in keys.items()}}


@pytest.mark.parametrize(
    "schema", [PLAN, SETTINGS, *IN_CHINESE.values()], ids=["plan", "settings", "plan-zh", "settings-zh"]
)
class TestForm:
    def test_is_valid_draft_07_and_says_so(self, schema: dict[str, Any]) -> None:
        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == DRAFT == "http://json-schema.org/draft-07/schema#"

    def test_uses_no_keyword_of_later_drafts(self, schema: dict[str, Any]) -> None:
        later = {"$defs", "prefixItems", "discriminator", "unevaluatedProperties", "dependentSchemas", "$dynamicRef"}
        assert later.isdisjoint(_keywords(schema))

    def test_every_reference_leads_somewhere(self, schema: dict[str, Any]) -> None:
        text = json.dumps(schema)
        for part in text.split('"$ref": "')[1:]:
            reference = part.split('"')[0]
            assert reference.startswith("#/definitions/")
            assert reference.removeprefix("#/definitions/") in schema["definitions"]

    def test_every_key_is_described(self, schema: dict[str, Any]) -> None:
        bare = [
            key
            for section in _sections(schema)
            for key, value in section["properties"].items()
            if not value.get("description") or not value.get("title")
        ]
        assert bare == []

    def test_every_key_has_an_example_that_fits_it(self, schema: dict[str, Any]) -> None:
        for name, key in _keys(schema):
            assert _examples(key), name
            checker = Draft7Validator({**key, "definitions": schema["definitions"]})
            for example in _examples(key):
                assert [error.message for error in checker.iter_errors(example)] == [], name

    def test_an_example_of_a_section_is_short_enough_to_be_shown(self, schema: dict[str, Any]) -> None:
        for name, key in _keys(schema):
            assert len(yaml.safe_dump(_examples(key)[0]).splitlines()) <= 24, name

    def test_values_of_every_scale_have_labels(self, schema: dict[str, Any]) -> None:
        def scales(node: Any) -> Iterator[dict[str, Any]]:
            if isinstance(node, dict):
                if isinstance(node.get("enum"), list):
                    yield node
                for item in node.values():
                    yield from scales(item)
            elif isinstance(node, list):
                for item in node:
                    yield from scales(item)

        found = list(scales(schema))
        bare = [scale["enum"] for scale in found if len(scale.get("enumDescriptions", [])) != len(scale["enum"])]
        # What 1 to 5 mean differs from rating to rating; the description says it.
        assert all(values[0] in (0, 1) for values in bare), bare
        assert len(found) > len(bare)

    def test_unknown_keys_are_refused(self, schema: dict[str, Any]) -> None:
        definitions = {"": schema, **schema["definitions"]}
        open_sections = [name for name, section in definitions.items() if section.get("additionalProperties")]
        assert open_sections in ([], ["CheckSetting"])

    def test_prints_the_same_json_every_time(self, schema: dict[str, Any]) -> None:
        text = schema_text(schema)
        assert json.loads(text) == schema
        assert text.endswith("}\n")
        language: Language = "en" if schema in (PLAN, SETTINGS) else "zh"
        again = plan_schema(language) if "owner" in schema["properties"] else settings_schema(language)
        assert schema_text(again) == text


def test_keys_stand_under_the_names_that_people_write() -> None:
    definitions = PLAN["definitions"]
    assert "in" in definitions["Scope"]["properties"]
    assert "from" in definitions["Handover"]["properties"]
    assert "high-high" in SETTINGS["definitions"]["Postures"]["properties"]
    assert set(PLAN["properties"]) == {field.alias or name for name, field in Account.model_fields.items()}
    assert set(SETTINGS["properties"]) == set(Settings.model_fields)


def test_scales_are_explained_in_the_language() -> None:
    for schema, labels in ((PLAN, ("Economic buyer", "Opponent")), (IN_CHINESE["plan"], ("经济购买影响者", "反对"))):
        person = schema["definitions"]["Person"]["properties"]
        assert f"economic = {labels[0]}" in person["role"]["description"]
        assert f"-2 = {labels[1]}" in person["support"]["description"]
        scale = next(choice for choice in person["role"]["anyOf"] if "enum" in choice)
        assert scale["enum"] == list(LABELS["role"])
        assert scale["enumDescriptions"][0] == labels[0]


def test_the_chinese_schemas_say_everything_in_chinese() -> None:
    for schema in IN_CHINESE.values():
        texts = [schema["title"], *(section["description"] for section in _sections(schema))]
        texts += [key[part] for _, key in _keys(schema) for part in ("title", "description")]
        assert [text for text in texts if not re.search("[\u4e00-\u9fff]", text)] == []


def test_both_languages_demand_the_same() -> None:
    assert _demands(IN_CHINESE["plan"]) == _demands(PLAN)
    assert _demands(IN_CHINESE["settings"]) == _demands(SETTINGS)


@pytest.mark.parametrize("language", LANGUAGES)
class TestExamples:
    def test_are_read_as_any_plan_and_settings_are(self, language: Language) -> None:
        plan = example_file("plan", language).read_text(encoding="utf-8")
        settings = example_file("kamgen", language).read_text(encoding="utf-8")
        assert plan_from_text("alder-foods", "accounts/alder-foods.yaml", plan).findings == ()
        assert read_settings_text(settings, "kamgen.yaml")[1] == []

    def test_are_fine_in_an_editor(self, language: Language) -> None:
        for schema, kind in ((PLAN, "plan"), (SETTINGS, "kamgen")):
            text = example_file("plan" if kind == "plan" else "kamgen", language).read_text(encoding="utf-8")
            assert problems_in_editor(schema, text) == []
            assert problems_in_editor(schema, text, OldEditorLoader) == []

    def test_hold_every_key(self, language: Language) -> None:
        for model, kind in ((Account, "plan"), (Settings, "kamgen")):
            source = model.model_json_schema()
            keys = {
                (section["title"], key)
                for section in (source, *source["$defs"].values())
                for key in section.get("properties", {})
            }
            assert examples_of(source, "plan" if kind == "plan" else "kamgen", language).keys() == keys


def test_no_example_is_written_by_an_editor_that_completes_a_key() -> None:
    offered = {name for name, key in [*_keys(PLAN), *_keys(SETTINGS)] if "examples" in key}
    assert offered == {"currency"}


def test_defaults_are_of_the_type_that_people_write() -> None:
    lifetime = SETTINGS["definitions"]["Lifetime"]["properties"]
    assert lifetime["years"]["default"] == 10
    assert lifetime["discount"]["default"] == 0.08
    assert PLAN["properties"]["status"]["default"] == "active"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("loader", [EditorLoader, OldEditorLoader], ids=["yaml-1.2", "yaml-1.1"])
def test_the_sample_plans_are_fine_in_an_editor(path: Path, loader: Any) -> None:
    assert problems_in_editor(PLAN, path.read_text(encoding="utf-8"), loader) == []


def test_the_sample_settings_are_fine_in_an_editor() -> None:
    assert problems_in_editor(SETTINGS, (REPOSITORY / "kamgen.yaml").read_text(encoding="utf-8")) == []


BEGINNING = "kamgen: 1\nname: Acme\nowner: lin\n"

ACCEPTED = {
    "an order number": "value: {purchases: [{date: 2026-01-02, amount: 12, order: 11064}]}",
    "an order number with zeros": "value: {purchases: [{date: 2026-01-02, amount: 12, order: 000001}]}",
    "an amount in quotes": 'value: {purchases: [{date: 2026-01-02, amount: "-12.50", margin: .5}]}',
    "a number with an exponent": "value: {wallet: [{year: 2026, amount: 1e6}]}",
    "a unit that is a number": "goals: {goals: [{id: a, text: Stores, unit: 3}]}",
    "an answer of yes": "profile: {key_account_tests: {need: {answer: yes}, premium: {answer: no}}}",
    "wanted, in words": "power_map: {people: [{id: a, wanted: yes}, {id: b, wanted: No}, {id: c, wanted: true}]}",
    "tags that look like something else": "tags: [NO, on, 2026, 1.5, 000001]",
    "an id of digits": "risks: [{id: 2026, text: A year}]",
    "a text of one word": "summary: yes",
    "a text in two languages": "summary: {en: 2026, zh: 是}",
    "a text in Chinese only": "summary: {zh: 客户}",
    "a period that is a year": "joint_plan: {supply: [{product: dairy, period: 2026}]}",
    "a rating in quotes": 'sentiment: {value: "4"}',
    "a key with nothing": "status:\ntags:\nprofile: ~\nopportunities: null\nreviewed:",
    "a key with an empty text": 'status: ""\nstage: ""\nreviewed: {date: 2026-01-02, by: ""}\ntags: ""',
    "a day": "profile: {since: 2026-02-28}",
    "a day in quotes": 'profile: {since: "2026-02-28"}',
}


@pytest.mark.parametrize("said", ACCEPTED.values(), ids=ACCEPTED.keys())
@pytest.mark.parametrize("loader", [EditorLoader, OldEditorLoader], ids=["yaml-1.2", "yaml-1.1"])
def test_what_kamgen_accepts_is_not_marked(said: str, loader: Any) -> None:
    text = f"{BEGINNING}{said}\n"
    assert plan_from_text("acme", "accounts/acme.yaml", text).findings == ()
    assert problems_in_editor(PLAN, text, loader) == []


def test_the_version_may_stand_in_quotes() -> None:
    text = 'kamgen: "1"\nname: Acme\nowner: lin\n'
    assert plan_from_text("acme", "accounts/acme.yaml", text).findings == ()
    assert problems_in_editor(PLAN, text) == []


REFUSED = {
    "a misspelt key": ("stauts: active", "stauts"),
    "a value off the scale": ("status: activ", "$.status"),
    "a number with a unit": ("value: {wallet: [{year: 2026, amount: 12%}]}", "amount"),
    "a number with underscores": ("value: {wallet: [{year: 2026, amount: 1_000}]}", "amount"),
    "a share above one": ("opportunities: [{id: a, name: A, probability: 40}]", "$.opportunities"),
    "a day that no calendar has": ("profile: {since: 2026-02-30}", "$.profile"),
    "a day the other way round": ("profile: {since: 31.12.2025}", "$.profile"),
    "an id with capitals": ("risks: [{id: A1, text: Risk}]", "$.risks"),
    "a currency that is none": ("value: {currency: dollar}", "$.value"),
    "a list where a text is": ("summary: [a, b]", "$.summary"),
    "a text where a list is": ("tags: food", "$.tags"),
    "an item without its text": ("risks: [{id: a}]", "$.risks"),
    "a text in no language": ("summary: {}", "$.summary"),
    "an unknown format": ("kamgen: 2", "$.kamgen"),
}


@pytest.mark.parametrize(("said", "where"), REFUSED.values(), ids=REFUSED.keys())
def test_what_kamgen_refuses_is_marked(said: str, where: str) -> None:
    text = f"name: Acme\nowner: lin\n{said}\n" if said.startswith("kamgen") else f"{BEGINNING}{said}\n"
    assert plan_from_text("acme", "accounts/acme.yaml", text).findings
    problems = problems_in_editor(PLAN, text)
    assert any(where in problem for problem in problems), problems


@pytest.mark.parametrize("key", ["kamgen", "name", "owner"])
def test_the_three_mandatory_keys_are_missed(key: str) -> None:
    text = "\n".join(line for line in BEGINNING.splitlines() if not line.startswith(key))
    assert any(f"'{key}' is a required property" in problem for problem in problems_in_editor(PLAN, text))


SETTINGS_TEXTS = {
    "pairs": ("scoring: {stars: [[85, 5], [0, 1]], classes: [[50, A1], [0, 2]]}", True),
    "a pair of three": ("scoring: {stars: [[85, 5, 1]]}", False),
    "stars with what they bring": ("scoring: {entitlements: {5: [Sponsor], 1: [{zh: 标准服务}]}}", True),
    "a sixth star": ("scoring: {entitlements: {6: [Sponsor]}}", False),
    "rates": ("rates: {EUR: 1.08, CNY: 0.14}", True),
    "a rate of no currency": ("rates: {euro: 1.08}", False),
    "a rule's own parameter": ("checks: {stale-plan: {level: off, days: 90}}", True),
    "a level that is none": ("checks: {stale-plan: {level: fatal}}", False),
    "points of a tag or of values": (
        "scoring: {criteria: [{id: a, tag: x, points: 10}, {id: b, field: type, points: {group: 80}}]}",
        True,
    ),
    "a folder on the web": ("repository: https://github.com/acme/plans/blob/main", True),
    "a template of addresses": ('repository: "https://bitbucket.org/acme/plans/src/main/{file}#lines-{line}"', True),
    "an address that runs a script": ('repository: "javascript:alert(1)"', False),
    "a file of this machine": ("repository: file:///home/lin/plans", False),
    "a process": ("processes: {spot: {stages: [{id: quote, probability: 0.5, tasks: [sent]}]}}", True),
}


@pytest.mark.parametrize(("text", "fine"), SETTINGS_TEXTS.values(), ids=SETTINGS_TEXTS.keys())
def test_settings_are_judged_as_kamgen_does(text: str, fine: bool) -> None:
    assert (read_settings_text(text, "kamgen.yaml")[1] == []) is fine
    assert (problems_in_editor(SETTINGS, text) == []) is fine


@pytest.mark.parametrize("text", ["checks: {stale-plan: {level: off}}", "checks: {stale-plan: off}"])
def test_a_rule_switched_off_is_read_the_same_by_old_editors(text: str) -> None:
    accepted = read_settings_text(text, "kamgen.yaml")[1] == []
    assert (problems_in_editor(SETTINGS, text, OldEditorLoader) == []) is accepted
