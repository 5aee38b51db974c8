"""``kamgen explain`` from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.exchange.explanation_text import explanations_text, names_text
from kamgen.exchange.terminal_text import columns
from kamgen.pages.context import Context
from kamgen.pages.explain.explanations import all_explanations
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, Language
from kamgen.wording.language import WORDINGS
from tests.conftest import REPOSITORY, SMALL_SETTINGS, Said

Write = Callable[..., Path]
Run = Callable[..., Said]


def test_a_rule_is_explained_with_what_why_what_to_do_and_examples(kamgen: Run) -> None:
    said = kamgen("explain", "stale-plan", root=REPOSITORY)
    assert said.code == 0
    for words in (
        "The plan was last reviewed too long ago, by default more than 90 days.",
        "Why it matters",
        "What to do",
        "Found",
        "Fine",
    ):
        assert words in said.out
    for lines in ("  │ reviewed: {date: 2026-02-02, by: lin-yue}\n", "  │   stale-plan:\n", "F6  "):
        assert lines in said.out
    assert "\x1b" not in said.out


def test_a_terminal_gets_bold_headings(kamgen: Run) -> None:
    assert "\x1b[1mWhy it matters\x1b[0m" in kamgen("explain", "stale-plan", "--color", "always", root=REPOSITORY).out


def test_the_language_is_the_workspaces_unless_another_is_asked_for(workspace: Write, kamgen: Run) -> None:
    root = workspace(settings=SMALL_SETTINGS + "language: zh\n")
    assert "为何重要" in kamgen("explain", "stale-plan", root=root).out
    assert "Why it matters" in kamgen("explain", "stale-plan", "--language", "en", root=root).out


def test_it_works_outside_of_a_workspace(kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = kamgen("explain", "wallet")
    assert (said.code, said.err) == (0, "")
    assert "60%" in said.out, "the default criteria"


def test_settings_that_cannot_be_read_do_not_stand_in_the_way(workspace: Write, kamgen: Run) -> None:
    assert kamgen("explain", "bad-yaml", root=workspace(settings="title: [\n")).code == 0


def test_without_a_name_everything_is_listed(kamgen: Run) -> None:
    said = kamgen("explain", root=REPOSITORY)
    assert said.code == 0
    for words in (
        "Methods: Identify",
        "Rules: Goals",
        "Metrics",
        "  A1 ",
        "  share-of-wallet ",
        "  wallet ",
        "  stale-plan ",
    ):
        assert words in said.out


@pytest.mark.parametrize(
    ("typed", "hint"),
    [(("stale-plans",), "did you mean stale-plan"), (("qqqq",), "kamgen explain lists all names")],
)
def test_a_name_that_nobody_knows_is_wrong_usage_with_a_hint(typed: tuple[str, ...], hint: str, kamgen: Run) -> None:
    said = kamgen("explain", *typed, root=REPOSITORY)
    assert said.code == 2
    assert hint in said.err


def test_a_title_can_be_asked_for_without_quotation_marks(kamgen: Run) -> None:
    assert "share-of-wallet" in kamgen("explain", "share", "of", "wallet", root=REPOSITORY).out


def test_json_has_all_there_is_to_say(kamgen: Run) -> None:
    document = json.loads(kamgen("explain", "b7", "--format", "json", "--language", "zh", root=REPOSITORY).out)
    (found,) = document["explanations"]
    assert (document["format"], found["kind"], found["name"]) == (1, "method", "B7")
    assert found["address"] == "explain/methods.html#B7"
    names = json.loads(kamgen("explain", "--format", "json", root=REPOSITORY).out)["names"]
    assert {"rule", "metric", "criterion", "method"} == {item["kind"] for item in names}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [50, 80, 200])
def test_lines_are_no_wider_than_the_terminal(language: Language, width: int) -> None:
    found = all_explanations(Context(Settings(), date(2026, 5, 6), language))
    text = names_text(found, WORDINGS[language], width=width)
    # Examples are shown as they are: broken lines would not be YAML any more.
    text += explanations_text(found, WORDINGS[language], width=width)
    wide = [line for line in text.splitlines() if columns(line) > min(width, 100) and "│" not in line]
    assert [line for line in wide if len(line.split()) > 1 and "·" not in line] == []


def test_a_name_in_the_settings_cannot_steer_the_terminal(workspace: Write, kamgen: Run) -> None:
    settings = SMALL_SETTINGS + 'scoring: {criteria: [{id: x, name: "a\\u202eb", tag: t, points: 10}]}\n'
    said = kamgen("explain", "x", root=workspace(settings=settings))
    assert said.code == 0
    assert "\u202e" not in said.out
