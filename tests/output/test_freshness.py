"""Since when each part of a plan has said what it says, in the site: where git knows it, and all day the same."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.history.git import Repository
from kamgen.history.git_failures import HistoryUnreadable
from kamgen.output import freshness as freshness_module
from kamgen.output.site import BuildOptions, BuildReport, build_site
from kamgen.output.survey import Survey, survey_root
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
ACME = "accounts/acme.yaml"
SETTINGS = "team: [{id: lin, name: {en: Lin Yue, zh: 林悦}}, {id: bo, name: Bo}]\nlanguages: [en, zh]\n"
DAY = date(2026, 5, 6)
RISK, OTHER_RISK = "risks: [{id: a, text: Buyer leaves}]\n", "risks: [{id: a, text: Buyer retires}]\n"
GOAL = "goals: {goals: [{id: g, text: Purchases}]}\n"


def build(root: Path, day: date = DAY, **options: bool) -> BuildReport:
    return build_site(root, root / "site", BuildOptions(today=day, pdf=False, **options))  # type: ignore[arg-type]


def changes(root: Path, page: str = "accounts/acme.html") -> dict[str, str]:
    """Return what stands beside the headings of an account's page, by their anchors."""
    html = (root / "site" / page).read_text(encoding="utf-8")
    found = re.findall(r'<h2 id="([a-z-]+)-title">[^<]*</h2><p class="part-changed">(.*?)</p>', html)
    return {anchor: re.sub(r"<.*?>", "", text) for anchor, text in found}


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def root(workspace: Write) -> Path:
    """Return a workspace with a goal of November, by Bo, and a risk of April, by Lin Yue."""
    commit(workspace({"accounts/first.yaml": SMALLEST_PLAN}, SETTINGS), day="2025-10-01T09:00:00Z")
    for day, author, text in (("2025-11-03", "Bo", GOAL), ("2026-04-12", "Lin Yue", GOAL + RISK)):
        root = workspace({ACME: SMALLEST_PLAN + text}, SETTINGS)
        git(root, "add", "--all")
        git(root, "commit", "-q", "-m", "Plans", f"--author={author} <x@example.com>", day=f"{day}T09:00:00Z")
    return root


def test_beside_each_heading_stands_when_the_part_changed_and_by_whom(root: Path) -> None:
    build(root)
    assert changes(root) == {
        "goals": "changed 3 Nov 2025 by Bo untouched for 184 days",
        "risks": "changed 12 Apr 2026 by Lin Yue",
    }
    assert changes(root, "zh/accounts/acme.html") == {
        "goals": "2025年11月3日 Bo 更新 已 184 天未更新",
        "risks": "2026年4月12日 林悦 更新",
    }
    head = (root / "site/accounts/acme.html").read_text(encoding="utf-8")
    assert "<dt>Plan changed</dt><dd>12 Apr 2026</dd>" in head


def test_what_was_changed_since_has_the_day_and_no_author(root: Path) -> None:
    (root / ACME).write_text(SMALLEST_PLAN + GOAL + OTHER_RISK, encoding="utf-8")
    (root / "accounts/new.yaml").write_text(SMALLEST_PLAN + RISK, encoding="utf-8")
    build(root)
    assert changes(root)["risks"] == "changed 6 May 2026"
    assert changes(root)["goals"].startswith("changed 3 Nov 2025")
    assert changes(root, "accounts/new.html") == {"risks": "changed 6 May 2026"}


def test_what_may_be_older_is_told_so(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN + RISK}, SETTINGS)
    commit(root, day="2026-04-12T09:00:00Z")
    build(root)
    assert changes(root) == {"risks": "last changed 12 Apr 2026 or before"}
    assert changes(root, "zh/accounts/acme.html") == {"risks": "2026年4月12日 或更早更新"}
    build(root, date(2026, 9, 1))
    assert changes(root) == {"risks": "last changed 12 Apr 2026 or before untouched for 142 days or more"}


def test_a_lost_account_is_not_told_to_be_left_alone(root: Path) -> None:
    (root / ACME).write_text(SMALLEST_PLAN + "status: lost\n" + GOAL, encoding="utf-8")
    build(root)
    assert changes(root) == {"goals": "changed 3 Nov 2025 by Bo"}


def test_what_is_long_is_what_the_rule_about_stale_plans_takes_for_it(root: Path, workspace: Write) -> None:
    workspace({}, SETTINGS + "checks: {stale-plan: {level: off, days: 200}}\n")
    build(root)
    assert changes(root)["goals"] == "changed 3 Nov 2025 by Bo"


def test_many_authors_are_some_and_others(root: Path) -> None:
    for author in ("Ana\u202e Ruiz", "Wei Chen", "Kim", "Bo"):
        git(root, "switch", "-q", "-C", "draft")
        (root / ACME).write_text(SMALLEST_PLAN + GOAL + RISK.replace("leaves", author), encoding="utf-8")
        git(root, "add", "--all")
        git(root, "commit", "-q", "-m", "x", f"--author={author} <x@example.com>", day="2026-05-01T09:00:00Z")
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "--no-edit", "draft", day="2026-05-02T09:00:00Z")
    build(root)
    assert changes(root)["risks"] == "changed 2 May 2026 by Ana Ruiz, Wei Chen, Kim and others"
    assert changes(root, "zh/accounts/acme.html")["risks"] == "2026年5月2日 Ana Ruiz、Wei Chen、Kim 等更新"


def test_without_a_repository_or_before_its_first_commit_nothing_is_told(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN + RISK}, SETTINGS)
    build(root)
    assert changes(root) == {}
    before = contents(root / "site")
    commit(root, day="2026-05-06T09:00:00Z")
    build(root, force=True)
    assert contents(root / "site") == before
    assert "Plan changed" not in (root / "site/accounts/acme.html").read_text(encoding="utf-8")


def test_committing_the_work_of_a_day_changes_no_page_of_it(root: Path) -> None:
    git(root, "mv", ACME, "accounts/acme-group.yaml")
    (root / "accounts/acme-group.yaml").write_text(SMALLEST_PLAN + GOAL + OTHER_RISK, encoding="utf-8")
    (root / "accounts/new.yaml").write_text(SMALLEST_PLAN + RISK, encoding="utf-8")
    build(root)
    before = contents(root / "site")
    commit(root, day="2026-05-06T18:00:00Z")
    assert build(root, check=True).written == ()
    build(root, force=True)
    assert contents(root / "site") == before
    assert changes(root, "accounts/acme-group.html")["goals"].startswith("changed 3 Nov 2025 by Bo")


def test_the_next_day_knows_who_it_was(root: Path) -> None:
    (root / ACME).write_text(SMALLEST_PLAN + GOAL + OTHER_RISK, encoding="utf-8")
    build(root)
    commit(root, day="2026-05-06T18:00:00Z")
    build(root, date(2026, 5, 7))
    assert changes(root)["risks"] == "changed 6 May 2026 by Lin Yue"


def test_a_fuller_clone_renews_what_is_told(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", root.as_uri(), "clone")
    clone = tmp_path / "clone"
    build(clone)
    assert changes(clone)["goals"] == "last changed 12 Apr 2026 or before"
    git(clone, "fetch", "-q", "--unshallow")
    build(clone, force=True)
    build(root)
    assert changes(clone) == changes(root)


def survey(root: Path, day: date = DAY) -> Survey:
    return survey_root(root, None, day)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of what is asked of the history of plans: each walk, and each file's contents."""
    entered: list[str] = []
    walk, blobs = freshness_module.plan_pasts, Repository.blobs

    def walked(*given: object, **more: object) -> object:
        entered.append("walk")
        return walk(*given, **more)  # type: ignore[arg-type]

    def read(self: Repository, names: list[str]) -> list[bytes | None]:
        entered.extend(names)
        return blobs(self, names)

    monkeypatch.setattr(freshness_module, "plan_pasts", walked)
    monkeypatch.setattr(Repository, "blobs", read)
    return entered


def test_a_second_run_reads_nothing_of_the_past(root: Path, asked: list[str]) -> None:
    first = survey(root)
    assert len(asked) == 4
    asked.clear()
    assert survey(root).accounts == first.accounts
    assert asked == []


def test_a_new_commit_is_read_alone(root: Path, asked: list[str]) -> None:
    survey(root)
    (root / ACME).write_text(SMALLEST_PLAN + GOAL + OTHER_RISK, encoding="utf-8")
    commit(root, day="2026-05-07T09:00:00Z")
    asked.clear()
    survey(root, date(2026, 5, 8))
    assert len(asked) == 2


def test_another_name_for_an_author_is_taken_over(root: Path) -> None:
    build(root)
    (root / ".mailmap").write_text("Bo Chen <x@example.com> Bo <x@example.com>\n", encoding="utf-8")
    build(root, force=True)
    assert changes(root)["goals"] == "changed 3 Nov 2025 by Bo Chen untouched for 184 days"


def test_what_is_remembered_of_an_account_is_renewed_when_its_past_moves(root: Path) -> None:
    first = survey(root)
    git(root, "commit", "-q", "--amend", "--no-edit", "--date=now", day="2026-04-20T09:00:00Z")
    second = survey(root)
    assert first.accounts["first"] == second.accounts["first"]
    assert first.accounts["acme"].key != second.accounts["acme"].key
    found = second.accounts["acme"].summary
    assert found is not None
    assert found.freshness is not None
    assert found.freshness.changes["risks"].day == date(2026, 4, 20)


@pytest.mark.parametrize("kept", [b"", b"x", pickle.dumps(("another key", None)), pickle.dumps(1)])
def test_what_was_kept_is_not_believed_where_it_is_something_else(root: Path, kept: bytes) -> None:
    told = survey(root).accounts
    (file,) = Path(os.environ["KAMGEN_CACHE"]).rglob("freshness.pickle")
    file.write_bytes(kept)
    assert survey(root).accounts == told


def test_a_history_that_cannot_be_read_is_as_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(repository: Repository, *_: object) -> None:
        raise HistoryUnreadable("broken")

    monkeypatch.setattr(freshness_module, "plan_pasts", unreadable)
    found = survey(root).accounts["acme"].summary
    assert found is not None
    assert found.freshness is None
    build(root)
    assert changes(root) == {}


def test_several_processes_find_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root)
    told = changes(root)
    monkeypatch.setattr("kamgen.history.freshness._AT_ONCE", 1)
    monkeypatch.setenv("KAMGEN_CACHE", str(root.parent / "other-cache"))
    build_site(root, root / "site", BuildOptions(today=DAY, pdf=False, jobs=2, force=True))
    assert changes(root) == told
