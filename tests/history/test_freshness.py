"""Since when each part of the plans has said what it says, in real repositories."""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kamgen.changes.freshness import NO_PAST, PARTS, LastChange, PlanPart
from kamgen.history.freshness import PlanPasts, last_commit_before, plan_pasts
from kamgen.history.git import Repository, repository_of
from kamgen.history.git_failures import HistoryUnreadable
from kamgen.history.plain_plans import PlainPlans
from kamgen.workspace.schema_examples import example_file
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
DAY = date(2026, 5, 6)
ACME, PURCHASES = "accounts/acme.yaml", "accounts/acme.purchases.csv"
RISK = "risks: [{id: a, text: Buyer leaves}]\n"
OTHER_RISK = "risks: [{id: a, text: Buyer retires}]\n"
GOAL = "goals: {goals: [{id: g, text: Purchases}]}\n"
BEGIN = "2026-01-02"
TEAM = """\
team:
  - {member: lin, phase: sales}
  - {member: bo, phase: service}
"""


def repository(root: Path) -> Repository:
    found = repository_of(root)
    assert found is not None
    return found


def pasts(root: Path, day: date = DAY, before: PlanPasts | None = None) -> PlanPasts:
    tip = last_commit_before(repository(root), day)
    assert tip is not None
    return plan_pasts(repository(root), tip, before)


def last(root: Path, part: PlanPart, account_id: str = "acme") -> LastChange:
    past = pasts(root).of(account_id)
    assert past is not None
    return past.changes[part]


@pytest.fixture
def write(workspace: Write) -> Write:
    """Return a function that commits a plan of acme on a day, in a workspace that was begun without it."""
    commit(workspace({"accounts/first.yaml": SMALLEST_PLAN}), day=f"{BEGIN}T09:00:00Z")

    def written(text: str, day: str, author: str = "Lin Yue", **more: str) -> Path:
        plan = text if text.startswith("name: [") else SMALLEST_PLAN + text
        root = workspace({ACME: plan, **{f"accounts/acme.{name}.csv": content for name, content in more.items()}})
        git(root, "add", "--all")
        git(root, "commit", "-q", "-m", "Plans", f"--author={author} <x@example.com>", day=f"{day}T09:00:00Z")
        return root

    return written


def by(author: str, day: str) -> LastChange:
    return LastChange(date.fromisoformat(day), (author,))


def or_before(author: str, day: str) -> LastChange:
    return LastChange(date.fromisoformat(day), (author,), or_before=True)


def test_each_part_changed_when_it_was_written_last(write: Write) -> None:
    write(RISK + GOAL, "2026-02-01")
    root = write(OTHER_RISK + GOAL, "2026-03-01", "Wei Chen")
    assert last(root, "risks") == by("Wei Chen", "2026-03-01")
    assert last(root, "goals") == by("Lin Yue", "2026-02-01")
    assert set(pasts(root).pasts["acme"].changes) == set(PARTS)


@pytest.mark.parametrize(
    "again",
    [
        "# reviewed with the team\nrisks:\n  - text: 'Buyer leaves'\n    id: a\n" + TEAM,
        TEAM + RISK,
        RISK + "team:\n  - {phase: service, member: bo}\n  - {member: lin, phase: sales}\n",
        "reviewed: {date: 2026-03-01, by: lin}\n" + RISK + TEAM,
        RISK.replace("\n", "\r\n") + TEAM.replace("\n", "\r\n"),
    ],
    ids=["other quotes and a comment", "other order of keys", "a moved item", "reviewed", "other line ends"],
)
def test_another_way_of_writing_the_same_is_no_change(write: Write, again: str) -> None:
    write(RISK + TEAM, "2026-02-01")
    root = write(again, "2026-03-01", "Wei Chen")
    found = pasts(root).pasts["acme"]
    assert set(found.changes.values()) == {by("Lin Yue", "2026-02-01")}


def test_what_changed_and_changed_back_has_changed(write: Write) -> None:
    write(RISK, "2026-02-01")
    write(OTHER_RISK, "2026-03-01")
    assert last(write(RISK, "2026-04-01"), "risks") == by("Lin Yue", "2026-04-01")


def test_a_part_that_was_removed_has_changed(write: Write) -> None:
    write(RISK, "2026-02-01")
    assert last(write("", "2026-03-01"), "risks") == by("Lin Yue", "2026-03-01")


def test_purchases_beside_the_plan_count_for_themselves(write: Write) -> None:
    write(RISK, "2026-02-01", purchases="date,amount\n2026-01-02,10\n")
    root = write(RISK, "2026-03-01", "Import", purchases="date,amount\n2026-01-02,10\n2026-02-02,20\n")
    assert last(root, "purchases") == by("Import", "2026-03-01")
    assert last(root, "value") == by("Lin Yue", "2026-02-01")
    root = write(RISK, "2026-04-01", "Sorter", purchases="amount,date\n20,2026-02-02\n10.00,2026-01-02\n")
    assert last(root, "purchases") == by("Import", "2026-03-01")


def test_a_merge_is_told_by_those_who_wrote_what_it_brought(write: Write) -> None:
    root = write(RISK, "2026-02-01")
    git(root, "switch", "--quiet", "--create", "draft")
    write(OTHER_RISK, "2026-02-10", "Wei Chen")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--no-edit", "draft", day="2026-03-05T09:00:00Z")
    assert last(root, "risks") == by("Wei Chen", "2026-03-05")


def test_a_renamed_plan_keeps_its_past(write: Write) -> None:
    root = write(RISK + GOAL + TEAM, "2026-02-01")
    git(root, "mv", ACME, "accounts/acme-group.yaml")
    git(root, "commit", "-q", "-m", "Rename", day="2026-03-01T09:00:00Z")
    assert last(root, "risks", "acme-group") == by("Lin Yue", "2026-02-01")
    assert pasts(root).of("acme") is NO_PAST


def test_a_plan_that_was_renamed_today_keeps_its_past_too(write: Write) -> None:
    root = write(RISK + GOAL + TEAM, "2026-02-01")
    (root / ACME).rename(root / "accounts/acme-group.yaml")
    (root / "accounts/new.yaml").write_text(SMALLEST_PLAN, encoding="utf-8")
    known = pasts(root)
    found = known.following(repository(root), root, ["acme-group", "first", "new"])
    assert found.of("acme-group") == known.of("acme")
    assert found.of("new") is NO_PAST
    assert found.of("first") == known.of("first")


@pytest.mark.parametrize("broken", ["name: [\n", "nonsense: 1\n" + OTHER_RISK, "risks: [{text: No id}]\n"])
def test_a_version_that_cannot_be_read_is_no_change_until_it_can_be_read_again(write: Write, broken: str) -> None:
    write(RISK + GOAL, "2026-02-01")
    root = write(broken, "2026-03-01", "Wei Chen")
    assert last(root, "risks") == by("Lin Yue", "2026-02-01")
    root = write(RISK + GOAL.replace("Purchases", "Orders"), "2026-04-01", "Mender")
    assert last(root, "risks") == by("Lin Yue", "2026-02-01")
    assert last(root, "goals") == by("Mender", "2026-04-01")


def test_what_could_not_be_read_at_first_may_be_older(write: Write) -> None:
    write("name: [\n", "2026-02-01")
    assert last(write(RISK, "2026-03-01", "Mender"), "risks") == or_before("Mender", "2026-03-01")


def test_a_plan_that_could_never_be_read_has_no_known_past(write: Write) -> None:
    root = write("name: [\n", "2026-02-01")
    assert pasts(root).of("acme") is None
    assert pasts(root).of("nobody") is NO_PAST


def test_what_a_plan_said_when_the_history_began_may_be_older(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN + RISK})
    commit(root, day="2026-01-02T09:00:00Z")
    assert last(root, "risks") == or_before("Lin Yue", "2026-01-02")
    workspace({ACME: SMALLEST_PLAN + OTHER_RISK})
    commit(root, day="2026-02-02T09:00:00Z")
    assert last(root, "risks") == by("Lin Yue", "2026-02-02")
    assert last(root, "head") == or_before("Lin Yue", "2026-01-02")


def test_where_a_clone_is_cut_off_the_rest_may_be_older(write: Write, tmp_path: Path) -> None:
    write(RISK + GOAL, "2026-02-01")
    write(OTHER_RISK + GOAL, "2026-03-01")
    root = write(OTHER_RISK + GOAL.replace("Purchases", "Orders"), "2026-04-01", "Wei Chen")
    git(tmp_path, "clone", "--quiet", "--depth=2", root.as_uri(), "clone")
    assert last(tmp_path / "clone", "goals") == by("Wei Chen", "2026-04-01")
    assert last(tmp_path / "clone", "risks") == or_before("Lin Yue", "2026-03-01")
    assert last(root, "risks") == by("Lin Yue", "2026-03-01")


def test_versions_that_are_still_to_be_fetched_end_what_is_known(write: Write, tmp_path: Path) -> None:
    write(RISK + GOAL, "2026-02-01")
    root = write(RISK + GOAL.replace("Purchases", "Orders"), "2026-03-01", "Wei Chen")
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", root.as_uri(), "partial")
    try:
        found = pasts(tmp_path / "partial").of("acme")
    except HistoryUnreadable:
        return
    assert found is None or all(change.or_before for change in found.changes.values())


def test_a_day_knows_what_was_committed_up_to_the_end_of_the_day_before(write: Write) -> None:
    write(RISK, "2026-02-01")
    root = write(OTHER_RISK, "2026-05-06")
    assert last(root, "risks") == by("Lin Yue", "2026-02-01")
    later = pasts(root, date(2026, 5, 7)).of("acme")
    assert later is not None
    assert later.changes["risks"] == by("Lin Yue", "2026-05-06")


def test_before_there_was_a_commit_nothing_is_known(write: Write) -> None:
    root = write(RISK, "2026-02-01")
    assert last_commit_before(repository(root), date.fromisoformat(BEGIN)) is None
    assert last_commit_before(repository(root), date.min) is None
    assert last_commit_before(None, DAY) is None


def test_a_commit_without_plans_has_no_pasts(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    commit(tmp_path, day="2026-01-02T09:00:00Z")
    found = pasts(tmp_path)
    assert (found.pasts, found.accounts) == ({}, frozenset())
    assert found.of("acme") is NO_PAST


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that every file's contents asked of git is entered in."""
    asked: list[str] = []
    blobs = Repository.blobs

    def counted(self: Repository, names: list[str]) -> list[bytes | None]:
        asked.extend(names)
        return blobs(self, names)

    monkeypatch.setattr(Repository, "blobs", counted)
    return asked


def test_what_is_known_is_not_read_again(write: Write, read: list[str]) -> None:
    for number in range(1, 6):
        write(RISK + GOAL.replace("Purchases", f"Purchases {number}"), f"2026-02-0{number}")
    root = write(OTHER_RISK + GOAL, "2026-03-01")
    known = pasts(root)
    assert len(read) == 7
    write(RISK + GOAL, "2026-04-01", "Wei Chen")
    read.clear()
    again = pasts(root, before=known)
    assert len(read) == 1
    assert again == pasts(root)
    assert again.pasts["acme"].changes["risks"] == by("Wei Chen", "2026-04-01")
    assert again.pasts["acme"].changes["goals"] == by("Lin Yue", "2026-03-01")


def test_what_is_known_goes_on_over_a_rename_and_versions_that_cannot_be_read(write: Write) -> None:
    root = write(RISK + GOAL + TEAM, "2026-02-01")
    known = pasts(root)
    write("name: [\n", "2026-03-01")
    known = pasts(root, before=known)
    assert known == pasts(root)
    write(RISK + GOAL + TEAM, "2026-03-10", "Mender")
    known = pasts(root, before=known)
    assert known.pasts["acme"].changes["risks"] == by("Lin Yue", "2026-02-01")
    git(root, "mv", ACME, "accounts/acme-group.yaml")
    git(root, "commit", "-q", "-m", "Rename", day="2026-04-01T09:00:00Z")
    again = pasts(root, before=known)
    assert again == pasts(root)
    assert again.pasts["acme-group"].changes["risks"] == by("Lin Yue", "2026-02-01")


def test_a_history_that_was_rewritten_is_read_anew(write: Write) -> None:
    write(RISK, "2026-02-01")
    root = write(OTHER_RISK, "2026-03-01")
    known = pasts(root)
    git(root, "commit", "-q", "--amend", "--reset-author", "--no-edit", "--date=now", day="2026-03-09T09:00:00Z")
    again = pasts(root, before=known)
    assert again == pasts(root)
    assert again.pasts["acme"].changes["risks"].day == date(2026, 3, 9)


def test_the_walk_ends_where_every_part_was_found_otherwise(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("", "2026-02-01")
    write("status: dormant\n", "2026-02-02")
    every_key = example_file("plan", "en").read_text(encoding="utf-8")
    root = write("", "2026-02-03")
    (root / ACME).write_text(every_key, encoding="utf-8")
    commit(root, day="2026-02-04T09:00:00Z")
    read: list[str] = []
    original = PlainPlans.of

    def counted(self: PlainPlans, text: str) -> dict[str, Any] | None:
        read.append(text)
        return original(self, text)

    monkeypatch.setattr(PlainPlans, "of", counted)
    assert set(pasts(root).pasts["acme"].changes.values()) == {by("Lin Yue", "2026-02-04")}
    assert sorted(read) == sorted([every_key, SMALLEST_PLAN, SMALLEST_PLAN])


def test_many_plans_take_few_calls_of_git(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace({f"accounts/a{number}.yaml": SMALLEST_PLAN for number in range(30)})
    commit(root, day="2026-02-01T09:00:00Z")
    called: list[str] = []
    popen = subprocess.Popen

    def counted(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        called.append(" ".join(command))
        return popen(command, **options)

    monkeypatch.setattr(subprocess, "Popen", counted)
    assert len(pasts(root).pasts) == 30
    assert sum("cat-file" in call for call in called) == 1
    assert len(called) < 10


def test_what_is_known_travels_between_processes(write: Write) -> None:
    known = pasts(write(RISK, "2026-02-01"))
    assert pickle.loads(pickle.dumps(known)) == known
