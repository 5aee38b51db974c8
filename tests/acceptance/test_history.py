"""``kamgen history`` from outside."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SMALLEST_PLAN, Said
from tests.repositories import commit, git

Write = Callable[..., Path]
Run = Callable[..., Said]
ACME = "accounts/acme.yaml"
SETTINGS = "as_of: 2026-05-06\nteam: [{id: lin, name: Lin}, {id: bo, name: Bo}]\n"
STRICT = SETTINGS + "scoring: {health: {risk_penalty: 60}}\n"
JANUARY, FEBRUARY, MARCH, APRIL = (f"2026-0{month}-10T09:00:00Z" for month in (1, 2, 3, 4))
LEVELS = ("very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied")


def plan(answer: int, more: str = "") -> str:
    """Return a plan whose health is one answer to a survey: 1 is worth 0 points, 5 is worth 100."""
    return f"{SMALLEST_PLAN}service: {{surveys: [{{date: 2025-12-01, {LEVELS[answer - 1]}: 1}}]}}\n{more}"


RISK = "risks: [{id: price, text: Price, likelihood: 5, impact: 5, status: open}]\n"


@pytest.fixture
def root(workspace: Write) -> Path:
    """Return a workspace whose acme was asked in January, and again in March after the rules had changed."""
    commit(workspace({ACME: plan(5, RISK)}, STRICT), "Begin", day=JANUARY)
    commit(workspace({ACME: plan(5, RISK)}, SETTINGS), "Milder rules", day=FEBRUARY)
    root = workspace({ACME: plan(3, RISK)}, SETTINGS)
    commit(root, "Less content", day=MARCH)
    return root


def points(kamgen: Run, root: Path, *arguments: str, account: str = "acme") -> list[dict[str, Any]]:
    said = kamgen("history", account, "--format", "json", *arguments, root=root)
    assert (said.code, said.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(said.out)["accounts"][0]["points"]
    return found


def health(found: list[dict[str, Any]]) -> list[Any]:
    return [None if point["scores"] is None else point["scores"]["health"]["score"] for point in found]


def test_each_change_has_its_day_its_author_and_the_scores_by_todays_rules(root: Path, kamgen: Run) -> None:
    found = points(kamgen, root)
    assert [point["kind"] for point in found] == ["plan", "rules", "plan", "now"]
    assert [point["day"] for point in found] == ["2026-01-10", "2026-02-10", "2026-03-10", "2026-05-06"]
    assert [point["subject"] for point in found] == ["Begin", "Milder rules", "Less content", None]
    assert found[0]["authors"] == ["Lin Yue"]
    assert health(found) == [85, 85, 35, 35]


def test_moves_have_their_cause_and_rules_are_told_by_what_they_said_then(root: Path, kamgen: Run) -> None:
    begin, rules, facts, _ = points(kamgen, root)
    assert begin["scores_then"]["health"]["score"] == 40
    assert rules["scores_then"] is None
    assert rules["moves"] == [{"score": "health", "because": "rules", "before": 40, "after": 85}]
    assert facts["moves"] == [{"score": "health", "because": "facts", "before": 85, "after": 35}]
    assert "very satisfied" in facts["changes"][0]


def test_a_log_says_what_changed_what_it_did_and_why(root: Path, kamgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = kamgen("history", "acme", root=root)
    assert said.code == 0
    assert "Since 10 Jan 2026, scored with today’s rules, version 1." in said.out
    assert "10 Mar 2026  ■ 85 → 35" in said.out
    assert "Lin Yue: Less content" in said.out
    assert "Health: facts −50" in said.out
    assert "By the rules of the time: Health 40" in said.out
    assert "Health: rules +45" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_log_speaks_chinese(root: Path, kamgen: Run) -> None:
    said = kamgen("history", "acme", "--language", "zh", root=root)
    assert "2026年3月10日  ■ 85 → 35" in said.out
    assert "健康度：事实 −50" in said.out


def test_all_accounts_have_a_line_each_with_the_move_of_a_quarter_and_its_cause(root: Path, kamgen: Run) -> None:
    said = kamgen("history", root=root)
    assert said.code == 0
    lines = said.out.splitlines()
    (acme,) = (line for line in lines if line.startswith("acme"))
    *about, bars, mark, now, moved = acme.split()
    assert about == ["acme", "Jan", "2026", "3", "10", "Mar", "Lin", "Yue"]
    assert (bars, mark, now, moved) == ("▇▇▇▇▃▃▃▃", "■", "35", "−50")
    assert "facts −50:" in lines[lines.index(acme) + 1]
    assert lines[-1].startswith("All 1 account ")


def test_only_what_is_asked_for_is_shown(root: Path, kamgen: Run) -> None:
    assert [point["subject"] for point in points(kamgen, root, "--since", "2026-02-10", "--limit", "2")] == [
        "Less content",
        None,
    ]
    said = kamgen("history", "acme", "--limit", "1", root=root)
    assert "2 earlier changes are not shown here." in said.out
    assert "Milder rules" not in said.out


def test_what_is_not_committed_yet_is_the_last_point(root: Path, kamgen: Run) -> None:
    (root / ACME).write_text(plan(4, RISK), encoding="utf-8")
    found = points(kamgen, root)
    assert (found[-1]["kind"], found[-1]["commit"], found[-1]["authors"]) == ("now", None, [])
    assert health(found)[-1] == 60
    assert "not committed yet" in kamgen("history", "acme", root=root).out


def test_a_plan_that_was_only_written_differently_is_no_change(root: Path, kamgen: Run) -> None:
    (root / ACME).write_text("# Our best shop\n" + plan(3, RISK), encoding="utf-8")
    commit(root, "Comment", day=APRIL)
    assert points(kamgen, root)[-2]["changes"] == []
    assert "Comment" not in kamgen("history", "acme", root=root).out


def test_scores_go_on_after_a_version_that_cannot_be_read(root: Path, kamgen: Run) -> None:
    (root / ACME).write_bytes(b"name: [\n\xff\xfe")
    commit(root, "Broken", day="2026-03-20T09:00:00Z")
    (root / ACME).write_text(plan(4, RISK), encoding="utf-8")
    commit(root, "Mended", day=APRIL)
    found = points(kamgen, root)
    assert [point["kind"] for point in found] == ["plan", "rules", "plan", "unreadable", "plan", "now"]
    assert health(found) == [85, 85, 35, None, 60, 60]
    assert found[4]["moves"] == [{"score": "health", "because": "facts", "before": 35, "after": 60}]
    assert "could not be read here" in kamgen("history", "acme", root=root).out


def test_a_huge_file_in_the_past_is_unreadable(root: Path, kamgen: Run) -> None:
    (root / ACME).write_text("x" * (9 * 1024 * 1024), encoding="utf-8")
    commit(root, "Huge", day="2026-03-20T09:00:00Z")
    (root / ACME).write_text(plan(3, RISK), encoding="utf-8")
    commit(root, "Back", day=APRIL)
    assert [point["kind"] for point in points(kamgen, root)][3:] == ["unreadable", "plan", "now"]


def test_a_renamed_account_keeps_its_past(root: Path, kamgen: Run) -> None:
    git(root, "mv", ACME, "accounts/summit.yaml")
    commit(root, "New name", day=APRIL)
    found = points(kamgen, root, account="summit")
    assert health(found) == [85, 85, 35, 35, 35]
    assert found[3]["renamed_from"] == "acme"
    assert "renamed, was acme" in kamgen("history", "summit", root=root).out


def test_an_account_that_is_gone_has_its_history_still(root: Path, kamgen: Run) -> None:
    (root / ACME).unlink()
    said = kamgen("history", "acme", root=root)
    assert "The plan was removed." in said.out
    assert "not committed yet" in said.out
    commit(root, "Lost", day=APRIL)
    found = points(kamgen, root)
    assert (found[-1]["kind"], found[-1]["subject"], found[-1]["scores"]) == ("removed", "Lost", None)
    assert "acme" not in kamgen("history", root=root).out


def test_an_account_that_never_was_there_is_a_wrong_argument(root: Path, kamgen: Run) -> None:
    said = kamgen("history", "nobody", root=root)
    assert said.code == 2
    assert "no account 'nobody'" in said.err


def test_without_a_repository_there_is_no_history_to_tell(workspace: Write, kamgen: Run) -> None:
    said = kamgen("history", root=workspace({ACME: plan(3)}))
    assert said.code == 2
    assert "git" in said.err
    assert "Traceback" not in said.err


def test_before_the_first_commit_there_is_only_how_it_is_now(workspace: Write, kamgen: Run) -> None:
    root = workspace({ACME: plan(3)})
    git(root, "init", "--quiet")
    found = points(kamgen, root)
    assert [(point["kind"], point["commit"]) for point in found] == [("now", None)]
    assert kamgen("history", root=root).code == 0


def test_a_shallow_clone_says_where_it_begins(root: Path, kamgen: Run, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", str(clone))
    said = kamgen("history", "acme", root=clone)
    assert said.code == 0
    assert "This clone’s history begins on 10 Mar 2026" in said.out
    assert json.loads(kamgen("history", "--format", "json", root=clone).out)["cut_off"] is True


def test_text_of_commits_cannot_steer_a_terminal(root: Path, kamgen: Run) -> None:
    (root / ACME).write_text(plan(1, RISK), encoding="utf-8")
    commit(root, "\x1b[31mRed", day=APRIL)
    assert "\x1b" not in kamgen("history", "acme", root=root).out


@pytest.mark.skipif(os.name == "nt", reason="needs file modes")
def test_a_broken_cache_is_done_without(root: Path, kamgen: Run) -> None:
    before = kamgen("history", root=root).out
    for file in Path(os.environ["KAMGEN_CACHE"]).rglob("*.pickle"):
        file.write_bytes(file.read_bytes()[:50])
    assert kamgen("history", root=root).out == before
