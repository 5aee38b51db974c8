"""When a plan is stale: by its last review, and by what git knows of its last change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kamgen.output.survey import survey_root
from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding
from tests.checks.one_rule import DAY, HEAD, of_rule
from tests.repositories import commit, git

Write = Callable[..., Path]
PLAN = "accounts/north-foods.yaml"
REVIEWED = "reviewed: {date: 2026-02-02}\n"
"""133 days before the day of these tests, 15 June 2026."""
RISK, OTHER_RISK = "risks: [{id: a, text: Buyer leaves}]\n", "risks: [{id: a, text: Buyer retires}]\n"
GOAL = "goals: {goals: [{id: g, text: Purchases}]}\n"
FACT = "profile: {industry: Food}\n"
PARTS = "head of the plan, Profile, Goals"
NEVER, LAST = "the plan was never reviewed", "the plan was last reviewed 133 days ago"


def said(findings: list[Finding], language: str = "en") -> list[str]:
    return [WORDINGS[language].say(finding.message) for finding in findings]  # type: ignore[index]


@pytest.fixture
def history(workspace: Write) -> Write:
    """Return a function that commits states of a plan, each on its day, in a workspace that was begun without it."""

    def written(*states: tuple[str, str]) -> Path:
        root = workspace({"accounts/first.yaml": HEAD + "status: lost\n"}, "")
        commit(root, day="2025-01-02T09:00:00Z")
        for day, text in states:
            commit(workspace({PLAN: HEAD + text}, ""), day=f"{day}T09:00:00Z")
        return root

    return written


def stale(root: Path) -> list[Finding]:
    return of_rule("stale-plan", root)


@pytest.mark.parametrize(
    ("states", "message"),
    [
        ([("2026-03-01", REVIEWED)], f"{LAST}, and last changed 106 days ago (head of the plan)"),
        ([("2026-02-01", REVIEWED), ("2026-03-01", REVIEWED + RISK)], f"{LAST}, and last changed 106 days ago (Risks)"),
        ([("2026-03-01", RISK)], f"{NEVER}, and last changed 106 days ago (head of the plan, Risks)"),
        ([("2026-03-01", RISK + GOAL + FACT)], f"{NEVER}, and last changed 106 days ago ({PARTS}, …)"),
        ([("2026-02-01", RISK), ("2026-03-01", OTHER_RISK)], f"{NEVER}, and last changed 106 days ago (Risks)"),
        ([("2026-02-01", RISK), ("2026-03-01", "")], f"{NEVER}, and last changed 106 days ago (Risks)"),
    ],
)  # fmt: skip
def test_a_plan_that_nobody_reviewed_or_changed_for_long_is_stale(
    states: list[tuple[str, str]], message: str, history: Write
) -> None:
    (finding,) = stale(history(*states))
    assert said([finding]) == [f"{message}; the limit is 90"]
    assert finding.path == (("reviewed", "date") if REVIEWED in states[-1][1] else ("reviewed",))


@pytest.mark.parametrize(
    "states",
    [
        [("2026-02-01", RISK), ("2026-05-01", OTHER_RISK)],
        [("2026-02-01", REVIEWED + RISK), ("2026-05-01", REVIEWED + OTHER_RISK)],
        [("2026-05-01", REVIEWED + RISK)],
        [("2026-02-01", "reviewed: {date: 2026-05-20}\n")],
        [("2026-03-17", RISK)],
        [("2026-02-01", "status: lost\n" + RISK)],
        [("2026-02-01", "waivers: [{rule: stale-plan, reason: On leave, until: 2026-07-01}]\n")],
    ],
)
def test_a_plan_that_was_changed_or_reviewed_or_is_not_planned_for_is_not_stale(
    states: list[tuple[str, str]], history: Write
) -> None:
    assert stale(history(*states)) == []


def test_what_was_changed_and_not_committed_yet_is_a_sign_of_life(history: Write) -> None:
    root = history(("2026-02-01", REVIEWED + RISK))
    assert len(stale(root)) == 1
    (root / PLAN).write_text(HEAD + REVIEWED + "# checked\n" + RISK, encoding="utf-8")
    assert len(stale(root)) == 1
    (root / PLAN).write_text(HEAD + REVIEWED + OTHER_RISK, encoding="utf-8")
    assert stale(root) == []


def test_new_purchases_are_no_sign_that_anyone_looks_after_the_plan(history: Write) -> None:
    root = history(("2026-02-01", REVIEWED + RISK))
    (root / "accounts/north-foods.purchases.csv").write_text("date,amount\n2026-05-01,10\n", encoding="utf-8")
    commit(root, day="2026-05-02T09:00:00Z")
    assert said(stale(root)) == [f"{LAST}, and last changed 134 days ago (head of the plan, Risks); the limit is 90"]


def test_the_parts_that_sleep_while_others_are_kept_up_are_named(history: Write) -> None:
    service = "service: {switching_costs: [%s]}\n"
    root = history(
        ("2025-06-01", GOAL), ("2025-09-01", GOAL + RISK), ("2026-01-20", GOAL + RISK + service % "A"),
        ("2026-03-01", GOAL + RISK + service % "B"),
    )  # fmt: skip
    (finding,) = stale(root)
    assert finding.hint is not None
    assert WORDINGS["en"].say(finding.hint) == (
        "go through the plan with the team, first through what nobody has touched for 287 days and more "
        "(head of the plan, Goals, Risks); then write the date under reviewed:"
    )
    assert WORDINGS["zh"].say(finding.hint) == (
        "请与团队过一遍计划，先看已有 287 天以上没人动过的部分（计划开头、目标、风险），然后把日期写入 reviewed:"
    )
    assert said([finding], "zh") == ["计划从未评审，上次改动在 106 天前（服务），上限为 90 天"]


def test_without_a_repository_the_review_alone_counts(workspace: Write) -> None:
    root = workspace({PLAN: HEAD + REVIEWED + RISK}, "")
    assert said(stale(root)) == [f"{LAST}; the limit is 90"]
    assert stale(workspace({PLAN: HEAD + RISK}, "")) == []


@pytest.mark.parametrize(
    ("reviewed", "message"),
    [
        ("", f"{NEVER}, and has not changed for 106 days or more; the limit is 90"),
        (REVIEWED, f"{LAST}, and has not changed for 106 days or more; the limit is 90"),
    ],
)
def test_what_has_not_changed_in_a_clone_that_reaches_back_far_enough_is_stale(
    reviewed: str, message: str, history: Write, tmp_path: Path
) -> None:
    root = history(("2026-02-01", reviewed + RISK), ("2026-03-01", "# checked\n" + reviewed + RISK))
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "clone")
    assert said(stale(tmp_path / "clone")) == [message]


def test_a_clone_that_does_not_reach_back_far_enough_tells_nothing(history: Write, tmp_path: Path) -> None:
    root = history(("2026-02-01", RISK), ("2026-05-01", "# checked\n" + RISK))
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "clone")
    assert stale(tmp_path / "clone") == []
    assert len(stale(root)) == 1


def test_a_clone_that_cannot_tell_says_what_the_plan_does(history: Write, tmp_path: Path) -> None:
    root = history(("2026-02-01", REVIEWED + RISK), ("2026-05-01", "# checked\n" + REVIEWED + RISK))
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "clone")
    assert said(stale(tmp_path / "clone")) == [f"{LAST}; the limit is 90"]


def test_a_plan_with_something_wrong_in_its_form_is_judged_by_its_review_alone(history: Write) -> None:
    root = history(("2026-05-01", REVIEWED + RISK))
    assert stale(root) == []
    (root / PLAN).write_text(HEAD + REVIEWED + "risks: [{text: No id}]\n", encoding="utf-8")
    found = [finding for finding in survey_root(root, None, DAY).findings if finding.rule == "stale-plan"]
    assert said(found) == [f"{LAST}; the limit is 90"]


def test_a_top_account_that_is_stale_is_not_told_of_a_second_time(workspace: Write) -> None:
    settings = "checks: {top-account-without-review: {accounts: 1}}\n"
    bought = "value: {purchases: [{date: 2026-02-02, amount: 48000}, {date: 2026-05-04, amount: 51000}]}\n"
    commit(workspace({"accounts/first.yaml": HEAD + "status: lost\n"}, settings), day="2025-01-02T09:00:00Z")
    root = workspace({PLAN: HEAD + bought}, settings)
    commit(root, day="2026-05-01T09:00:00Z")
    assert [len(of_rule(rule, root)) for rule in ("stale-plan", "top-account-without-review")] == [0, 1]
    git(root, "commit", "-q", "--amend", "--no-edit", "--date=now", day="2026-02-01T09:00:00Z")
    assert [len(of_rule(rule, root)) for rule in ("stale-plan", "top-account-without-review")] == [1, 0]
