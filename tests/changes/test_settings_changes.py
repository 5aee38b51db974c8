"""What changed in the settings."""

from __future__ import annotations

from kamgen.changes.settings_changes import settings_changes
from kamgen.plan.settings import Settings
from kamgen.workspace.plan_file import read_settings_text


def read(text: str) -> Settings:
    settings, findings = read_settings_text(text, "kamgen.yaml")
    assert findings == []
    return settings


def told(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    return [(found.path, found.before, found.after) for found in settings_changes(read(before), read(after))]


TEAM = "team:\n  - {id: lin, name: Lin}\n  - {id: bo, name: Bo}\n"
CRITERIA = "scoring:\n  criteria:\n    - {id: type, field: type, points: {group: 80}, weight: 10}\n"


def test_a_value_is_told_with_what_it_was() -> None:
    assert told("scoring: {key_account: {threshold: 60}}", "scoring: {key_account: {threshold: 65}}") == [
        ("scoring.key_account.threshold", "60", "65")
    ]


def test_an_item_of_a_list_is_known_by_its_id() -> None:
    heavier = CRITERIA.replace("weight: 10", "weight: 20")
    assert told(CRITERIA, heavier) == [("scoring.criteria[type].weight", "10", "20")]
    assert told(TEAM, "team:\n  - {id: bo, name: Bo}\n  - {id: lin, name: Lin Yue}\n") == [
        ("team[lin].name", "Lin", "Lin Yue")
    ]


def test_a_default_that_is_written_out_is_no_change() -> None:
    assert told("currency: USD\n", "scoring: {key_account: {threshold: 65}, version: 1}\n") == []


def test_rules_come_before_what_no_score_follows_from() -> None:
    changes = settings_changes(
        read(TEAM), read("title: Ours\nrates: {EUR: 1.08}\nchecks: {stale-plan: {level: off}}\n")
    )
    assert [change.part for change in changes[:2]] == ["rates", "checks"]
    assert [change.is_rule for change in changes] == [True] * 2 + [False] * (len(changes) - 2)
    assert {change.part for change in changes[2:]} == {"title", "team"}


def test_bands_and_lists_are_said_whole() -> None:
    assert told("languages: [en]", "languages: [en, zh]") == [("languages", "[en]", "[en, zh]")]
    ((path, _, after),) = told("", "scoring: {stars: [[90, 5], [0, 1]]}")
    assert (path, after) == ("scoring.stars", "[[90, 5], [0, 1]]")
