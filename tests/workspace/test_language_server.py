"""Hover, completion and marks in an editor: a scaffolded workspace in the YAML language server that editors run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kamgen.checks.catalogue import RULES
from kamgen.checks.documentation import rule_documentation
from kamgen.output.scaffold import plan_text, workspace_files
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, Language
from kamgen.workspace.schema_examples import example_file
from tests.conftest import REPOSITORY
from tests.node import why_missing
from tests.workspace.language_server import PROGRAM, LanguageServer

MISSING = why_missing(PROGRAM)
pytestmark = pytest.mark.skipif(MISSING is not None, reason=MISSING or "")

DAY = date(2026, 5, 6)
PLAN = "accounts/acme.yaml"
BEGINNING = "# yaml-language-server: $schema=../plan.schema.json\nkamgen: 1\nname: Acme\nowner: lin\n"
SETTINGS_BEGINNING = "# yaml-language-server: $schema=./kamgen.schema.json\n"


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    return chosen


@pytest.fixture(scope="module")
def workspace(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(language)
    for address, text in workspace_files(language, DAY, sample=True).items():
        path = root / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def editor(workspace: Path) -> Iterator[LanguageServer]:
    with LanguageServer(workspace) as server:
        yield server


def test_keys_are_offered_with_what_they_mean_and_without_a_value(editor: LanguageServer, language: Language) -> None:
    offered = {offer.label: offer for offer in editor.offers(PLAN, f"{BEGINNING}po")}
    assert {"power_map", "stage", "risks"} <= offered.keys()
    assert "owner" not in offered  # stands there already
    assert offered["power_map"].explained == {"en": "People who decide (D1)", "zh": "参与决策的人（D1）"}[language]
    # No example is written into a plan: a figure that nobody looked up would stand there.
    assert {offer.inserted.removesuffix("$1").strip() for offer in offered.values() if offer.label != "status"} == {
        f"{label}:" for label in offered if label != "status"
    }


def test_values_of_a_scale_are_offered_with_their_labels(editor: LanguageServer, language: Language) -> None:
    column = LANGUAGES.index(language)
    offered = editor.offers(PLAN, f"{BEGINNING}type: ")
    assert {offer.inserted: offer.explained for offer in offered} == {
        "economic": ("Economic", "经济大客户")[column],
        "important": ("Important", "重要客户")[column],
        "group": ("Group", "集团客户")[column],
        "strategic": ("Strategic", "战略客户")[column],
    }


def test_values_of_a_rating_are_offered_with_their_labels(editor: LanguageServer, language: Language) -> None:
    offered = editor.offers(PLAN, f"{BEGINNING}power_map:\n  people:\n    - id: ceo\n      support: ")
    assert {offer.label for offer in offered} == {"-2", "-1", "0", "1", "2"}
    assert {"en": "Opponent", "zh": "反对"}[language] in {offer.explained for offer in offered}


@pytest.mark.parametrize("key", ["name", "owner", "summary", "tags", "team", "profile"])
def test_nothing_is_offered_where_only_the_person_knows(editor: LanguageServer, key: str) -> None:
    beginning = "\n".join(line for line in BEGINNING.split("\n") if not line.startswith(key))
    assert editor.offers(PLAN, f"{beginning}{key}: ") == []


def test_hover_explains_a_key_with_labels_and_an_example(editor: LanguageServer, language: Language) -> None:
    shown = editor.hover(PLAN, f"{BEGINNING}type: group\n", "type")
    for words in {
        "en": ("Type", "Kind of account (A5)", "strategic = Strategic", "`strategic`: Strategic"),
        "zh": ("类型", "客户类型（A5）", "strategic = 战略客户", "`strategic`: 战略客户"),
    }[language]:
        assert words in shown
    assert "Example:\n\n```yaml\nstrategic\n```" in shown


def test_hover_explains_a_section_by_an_example_of_it(editor: LanguageServer, language: Language) -> None:
    shown = editor.hover(PLAN, f"{BEGINNING}risks:\n  - {{id: a, text: A}}\n", "risks")
    assert {"en": "The buyer retires in autumn", "zh": "采购负责人秋季退休"}[language] in shown
    assert "- id: new-buyer\n" in shown


def test_hover_explains_a_key_that_is_still_empty(editor: LanguageServer, language: Language) -> None:
    shown = editor.hover(PLAN, f"{BEGINNING}reviewed:\n", "reviewed")
    assert {"en": "Last review of the whole plan", "zh": "最近一次通盘检查本计划"}[language] in shown
    assert "date: 2026-04-20\nby: lin-yue\n" in shown


def test_hover_and_completion_work_in_the_settings(editor: LanguageServer, language: Language) -> None:
    text = f"{SETTINGS_BEGINNING}currency: USD\n"
    assert {"en": "Reporting currency", "zh": "报告货币"}[language] in editor.hover("kamgen.yaml", text, "currency")
    offered = editor.offers("kamgen.yaml", f"{SETTINGS_BEGINNING}checks:\n  stale-plan:\n    level: ")
    assert {offer.label for offer in offered} == {"error", "warning", '"off"'}


def test_rules_and_metrics_are_offered_by_name_with_what_they_are(editor: LanguageServer, language: Language) -> None:
    column = LANGUAGES.index(language)
    waivers = {offer.label: offer.explained for offer in editor.offers(PLAN, f"{BEGINNING}waivers:\n  - rule: ")}
    assert waivers["stale-plan"] == (rule_documentation(RULES["stale-plan"], language)[0])
    assert "unknown-key" not in waivers  # cannot be waived
    checks = {offer.label for offer in editor.offers("kamgen.yaml", f"{SETTINGS_BEGINNING}checks:\n  st")}
    assert "stale-plan" in checks
    parameters = {
        offer.label for offer in editor.offers("kamgen.yaml", f"{SETTINGS_BEGINNING}checks:\n  stale-plan:\n    d")
    }
    assert "days" in parameters
    criteria = f"{SETTINGS_BEGINNING}scoring:\n  criteria:\n    - id: growth\n      metric: "
    metrics = {offer.label: offer.explained for offer in editor.offers("kamgen.yaml", criteria)}
    assert metrics["growth"].startswith(("Growth: ", "增长率: ")[column])


def test_hover_says_what_a_rule_finds_and_why_that_matters(editor: LanguageServer, language: Language) -> None:
    shown = editor.hover("kamgen.yaml", f"{SETTINGS_BEGINNING}checks:\n  stale-plan: {{days: 60}}\n", "stale-plan")
    for paragraph in rule_documentation(RULES["stale-plan"], language)[:2]:
        assert paragraph in shown


@pytest.mark.parametrize(
    ("mistake", "marked"),
    [
        ("stauts: active", "5: Property stauts is not allowed."),
        ("type: strategical", '5: Value is not accepted. Valid values: "economic", "important", "group", "strategic".'),
        ("risks: [{id: a, text: A, impact: 7}]", "5: Value is not accepted. Valid values: 1, 2, 3, 4, 5."),
        ("summary:\n  - a", '6: Incorrect type. Expected "string'),
    ],
)
def test_mistakes_are_marked_where_they_stand(editor: LanguageServer, mistake: str, marked: str) -> None:
    (problem,) = editor.problems(PLAN, f"{BEGINNING}{mistake}\n")
    assert problem.startswith(marked)


def test_what_is_wrong_with_a_form_is_said_in_the_language(editor: LanguageServer, language: Language) -> None:
    (problem,) = editor.problems(PLAN, f"{BEGINNING}risks: [{{id: New Buyer, text: A}}]\n")
    assert {"en": "Small letters, digits and hyphens", "zh": "只用小写字母、数字和连字符"}[language] in problem


def test_nothing_is_marked_in_a_fresh_workspace(editor: LanguageServer, workspace: Path) -> None:
    files = [workspace / "kamgen.yaml", *sorted((workspace / "accounts").iterdir())]
    assert len(files) == 3
    for file in files:
        address = file.relative_to(workspace).as_posix()
        assert editor.problems(address, file.read_text(encoding="utf-8")) == [], address


def test_nothing_is_marked_in_a_new_plan(editor: LanguageServer, workspace: Path, language: Language) -> None:
    text = plan_text(workspace, "acme", "Acme", Settings(language=language), DAY)
    assert editor.problems(PLAN, text) == []


def test_nothing_is_marked_in_the_sample_plans(editor: LanguageServer) -> None:
    for file in sorted((REPOSITORY / "accounts").glob("*.yaml")):
        assert editor.problems(f"accounts/{file.name}", file.read_text(encoding="utf-8")) == [], file.name


def test_nothing_is_marked_in_the_examples(editor: LanguageServer, language: Language) -> None:
    plan = example_file("plan", language).read_text(encoding="utf-8")
    settings = example_file("kamgen", language).read_text(encoding="utf-8")
    assert editor.problems(PLAN, BEGINNING.split("\n")[0] + "\n" + plan) == []
    assert editor.problems("kamgen.yaml", SETTINGS_BEGINNING + settings) == []
