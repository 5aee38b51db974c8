"""``kamgen validate`` from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SMALLEST_PLAN, Said

Write = Callable[..., Path]
Run = Callable[..., Said]
BROKEN = SMALLEST_PLAN + "status: alive\nprofile:\n  needs:\n    - {id: 冷链, text: 冷链, kidn: real}\n"


def test_good_plans_are_good_in_one_line(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
    assert (said.code, said.out) == (0, "2 files checked, nothing to mend.\n")


def test_every_problem_stands_with_its_line_and_a_caret_under_the_value(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", root=workspace({"accounts/acme.yaml": BROKEN}))
    assert said.code == 1
    assert said.out == (
        "accounts/acme.yaml:4:9 error off-scale-value\n"
        "  4 │ status: alive\n"
        "    │         ^^^^^\n"
        "  alive is not on the scale\n"
        "  → did you mean active?\n"
        "\n"
        "accounts/acme.yaml:7:12 error wrong-type\n"
        "  7 │     - {id: 冷链, text: 冷链, kidn: real}\n"
        "    │            ^^^^\n"
        "  冷链 is not an id\n"
        "  → use small letters, digits and hyphens, such as cold-chain\n"
        "\n"
        "accounts/acme.yaml:7:26 error unknown-key\n"
        "  7 │     - {id: 冷链, text: 冷链, kidn: real}\n"
        "    │                              ^^^^\n"
        "  kidn is not a key of profile.needs[0]\n"
        "  → did you mean kind?\n"
        "\n"
        "2 files checked: 3 errors.\n"
    )


def test_json_is_for_machines(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", "--format", "json", root=workspace({"accounts/acme.yaml": BROKEN}))
    data = json.loads(said.out)
    assert (data["format"], data["as_of"]) == (1, "2026-05-06")
    assert data["summary"] == {"files": 2, "errors": 3, "warnings": 0}
    assert data["findings"][2] == {
        "rule": "unknown-key",
        "level": "error",
        "account": "acme",
        "file": "accounts/acme.yaml",
        "line": 7,
        "column": 26,
        "path": "profile.needs[0].kidn",
        "message": "kidn is not a key of profile.needs[0]",
        "hint": "did you mean kind?",
    }


def test_all_files_are_reported_in_one_run_and_one_can_be_asked_for(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/a.yaml": "kamgen: 2\n", "accounts/b.yaml": "", "accounts/c.yaml": SMALLEST_PLAN})
    everything = kamgen("validate", root=root).out
    assert "accounts/a.yaml:1:9" in everything
    assert "accounts/b.yaml:1:1" in everything
    assert "accounts/a.yaml" not in kamgen("validate", "b", root=root).out
    assert kamgen("validate", "accounts/c.yaml", root=root).code == 0


def test_an_account_that_is_not_there_is_wrong_usage(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", "nobody", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
    assert said.code == 2
    assert "there is no account 'nobody'" in said.err


def test_warnings_fail_only_where_that_is_wanted(workspace: Write, kamgen: Run) -> None:
    settings = "team: [{id: lin, name: L}]\nchecks: {unknown-reference: {level: warning}}\n"
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + "reviewed: {date: 2026-01-01, by: nina}\n"}, settings)
    said = kamgen("validate", root=root)
    assert said.code == 0
    assert said.out.endswith("2 files checked: 1 warning.\n")
    assert kamgen("validate", "--strict", root=root).code == 1


def test_quiet_says_nothing(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", "--quiet", root=workspace({"accounts/acme.yaml": BROKEN}))
    assert (said.code, said.out, said.err) == (1, "", "")


def test_colour_is_for_those_who_ask(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": BROKEN})
    assert "\x1b[" not in kamgen("validate", root=root).out
    assert "\x1b[" in kamgen("validate", "--color", "always", root=root).out


def test_a_plan_cannot_steer_the_terminal(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + 'status: "\\e[31mred\\u202e"\n'})
    said = kamgen("validate", root=root)
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out


def test_outside_of_a_workspace_the_way_in_is_named(
    tmp_path: Path, kamgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = kamgen("validate")
    assert said.code == 2
    assert "kamgen init" in said.err


def test_a_thousand_problems_in_a_long_line_stay_readable(workspace: Write, kamgen: Run) -> None:
    long = "tags: [" + ", ".join(f"tag{n}" for n in range(400)) + ", {a: b}]\n"
    said = kamgen("validate", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN + long}))
    assert said.code == 1
    assert max(len(line) for line in said.out.splitlines()) < 130
    assert "{a: b}" in said.out
