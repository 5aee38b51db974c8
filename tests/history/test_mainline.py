"""Every version of every plan on the line that the branch itself went, in real repositories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.history.git import repository_of
from kamgen.history.mainline import Mainline, PlanVersion, mainline
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
ACME, SHOP = "accounts/acme.yaml", "accounts/shop.yaml"
MORE = "summary: A shop of shops that buys from us since the beginning\nstatus: active\ntags: [food, north]\n"


def plan(name: str) -> str:
    return SMALLEST_PLAN.replace("Acme", name)


def line_of(root: Path, until: date | None = None) -> Mainline:
    found = mainline(repository_of(root), until)
    assert found is not None
    return found


def days(versions: tuple[PlanVersion, ...]) -> list[str]:
    return [str(version.day) for version in versions]


def test_a_plan_has_a_version_for_each_commit_that_changed_it(workspace: Write) -> None:
    root = workspace({ACME: plan("First"), SHOP: plan("Shop")})
    commit(root, "Begin\n\nWith more below", day="2026-01-10T09:00:00Z")
    workspace({ACME: plan("Second")})
    second = commit(root, "Rename", day="2026-02-10T23:30:00-02:00")
    line = line_of(root)
    assert line.accounts == ("acme", "shop")
    assert days(line.of("acme")) == ["2026-01-10", "2026-02-11"]
    assert days(line.of("shop")) == ["2026-01-10"]
    assert [version.subject for version in line.of("acme")] == ["Begin", "Rename"]
    assert line.of("acme")[1].commit == second == line.tip
    assert line.of("acme")[1].authors == ("Lin Yue",)
    assert line.of("nobody") == ()


def test_a_version_knows_what_git_calls_its_files(workspace: Write) -> None:
    purchases = "accounts/acme.purchases.csv"
    root = workspace({ACME: plan("Acme"), purchases: "date,amount\n2026-01-01,10\n", "kamgen.yaml": "currency: EUR\n"})
    commit(root, day="2026-01-10T09:00:00Z")
    (root / purchases).write_text("date,amount\n2026-01-01,20\n", encoding="utf-8")
    commit(root, day="2026-01-11T09:00:00Z")
    workspace({"kamgen.yaml": "currency: CNY\n"})
    commit(root, day="2026-01-12T09:00:00Z")
    (root / purchases).unlink()
    commit(root, day="2026-01-13T09:00:00Z")
    repository = repository_of(root)
    line = line_of(root)
    assert repository is not None
    assert [version.purchases is not None for version in line.of("acme")] == [True, True, False]
    assert len({version.plan for version in line.of("acme")}) == 1
    named = [line.of("acme")[1].purchases, line.of("acme")[0].settings, line.of("acme")[2].settings]
    assert repository.blobs([name for name in named if name]) == [
        b"date,amount\n2026-01-01,20\n",
        b"currency: EUR\n",
        b"currency: CNY\n",
    ]
    assert [str(found.day) for found in line.settings] == ["2026-01-10", "2026-01-12"]


def test_purchases_may_be_there_before_their_plan_is(workspace: Write) -> None:
    root = workspace({SHOP: plan("Shop"), "accounts/acme.purchases.csv": "date,amount\n2026-01-01,10\n"})
    commit(root, day="2026-01-10T09:00:00Z")
    assert line_of(root).of("acme") == ()
    workspace({ACME: plan("Acme")})
    commit(root, day="2026-01-11T09:00:00Z")
    assert [(str(version.day), version.purchases is not None) for version in line_of(root).of("acme")] == [
        ("2026-01-11", True)
    ]


def test_a_merge_is_one_version_by_those_who_wrote_what_it_brought(workspace: Write) -> None:
    root = workspace({ACME: plan("First"), SHOP: plan("Shop")})
    commit(root, day="2026-01-10T09:00:00Z")
    git(root, "switch", "--quiet", "--create", "draft")
    for number, (author, name) in enumerate((("Wei Chen", "Draft"), ("Ana Ruiz", "Better"), ("Wei Chen", "Best"))):
        workspace({ACME: plan(name)})
        git(
            root,
            "commit",
            "--all",
            "-m",
            name,
            f"--author={author} <x@example.com>",
            day=f"2026-01-1{number + 1}T09:00Z",
        )
    git(root, "switch", "--quiet", "main")
    workspace({SHOP: plan("Other")})
    commit(root, day="2026-01-20T09:00:00Z")
    git(root, "merge", "--no-ff", "-m", "Merge the draft", "draft", day="2026-02-01T09:00:00Z")
    acme = line_of(root).of("acme")
    assert [(str(version.day), version.authors) for version in acme] == [
        ("2026-01-10", ("Lin Yue",)),
        ("2026-02-01", ("Wei Chen", "Ana Ruiz")),
    ]
    assert days(line_of(root).of("shop")) == ["2026-01-10", "2026-01-20"]


def test_a_renamed_plan_brings_its_versions_along(workspace: Write) -> None:
    root = workspace({ACME: plan("Acme") + MORE, "accounts/acme.purchases.csv": "date,amount\n2026-01-01,10\n"})
    commit(root, day="2026-01-10T09:00:00Z")
    git(root, "mv", ACME, SHOP)
    git(root, "mv", "accounts/acme.purchases.csv", "accounts/shop.purchases.csv")
    commit(root, day="2026-02-10T09:00:00Z")
    line = line_of(root)
    assert line.accounts == ("shop",)
    assert [(version.id, str(version.day)) for version in line.of("shop")] == [
        ("acme", "2026-01-10"),
        ("shop", "2026-02-10"),
    ]
    assert all(version.plan and version.purchases for version in line.of("shop"))
    assert line.of("acme")[-1].plan is None


def test_a_removed_plan_ends_with_a_version_without_a_plan_and_may_come_back(workspace: Write) -> None:
    root = workspace({ACME: plan("Acme"), SHOP: plan("Shop")})
    commit(root, day="2026-01-10T09:00:00Z")
    (root / ACME).unlink()
    commit(root, day="2026-02-10T09:00:00Z")
    assert line_of(root).accounts == ("shop",)
    assert [version.plan is None for version in line_of(root).of("acme")] == [False, True]
    workspace({ACME: plan("Back")})
    commit(root, day="2026-03-10T09:00:00Z")
    assert line_of(root).accounts == ("acme", "shop")
    assert [version.plan is None for version in line_of(root).of("acme")] == [False, True, False]


def test_the_line_ends_with_a_day_that_is_asked_for(workspace: Write) -> None:
    root = workspace({ACME: plan("First")})
    commit(root, day="2026-01-10T09:00:00Z")
    workspace({ACME: plan("Second"), SHOP: plan("Shop")})
    commit(root, day="2026-02-10T00:00:00Z")
    assert days(line_of(root, date(2026, 2, 9)).of("acme")) == ["2026-01-10"]
    assert line_of(root, date(2026, 2, 9)).accounts == ("acme",)
    assert days(line_of(root, date(2026, 2, 10)).of("acme")) == ["2026-01-10", "2026-02-10"]
    assert mainline(repository_of(root), date(2026, 1, 9)) is None


def test_the_line_ends_at_the_tip_of_the_repository(workspace: Write) -> None:
    root = workspace({ACME: plan("First")})
    first = commit(root, day="2026-01-10T09:00:00Z")
    workspace({ACME: plan("Second")})
    commit(root, day="2026-02-10T09:00:00Z")
    repository = repository_of(root)
    assert repository is not None
    earlier = mainline(repository.at(first))
    assert earlier is not None
    assert days(earlier.of("acme")) == ["2026-01-10"]


def test_a_shallow_clone_says_where_it_begins(workspace: Write, tmp_path: Path) -> None:
    root = workspace({ACME: plan("First")})
    for number, name in enumerate(("First", "Second", "Third"), 1):
        workspace({ACME: plan(name)})
        commit(root, day=f"2026-01-1{number}T09:00:00Z")
    git(tmp_path, "clone", "--quiet", "--depth=2", root.as_uri(), "clone")
    line = line_of(tmp_path / "clone")
    assert line.cut_off
    assert [(str(version.day), version.cut_off) for version in line.of("acme")] == [
        ("2026-01-12", True),
        ("2026-01-13", False),
    ]
    assert not line_of(root).cut_off


def test_a_workspace_may_lie_below_the_top_of_the_repository(workspace: Write) -> None:
    root = workspace({"plans/" + ACME: plan("First"), ACME: plan("Not this one")})
    commit(root, day="2026-01-10T09:00:00Z")
    line = line_of(root / "plans")
    assert line.accounts == ("acme",)
    assert days(line.of("acme")) == ["2026-01-10"]


def test_strange_names_and_links_are_no_accounts_but_lose_nothing(workspace: Write) -> None:
    root = workspace({ACME: plan("First")})
    (root / "accounts" / "line\nbreak\x1e.yaml").write_text(plan("Strange"), "utf-8")
    (root / "accounts" / "link.yaml").symlink_to("acme.yaml")
    (root / "accounts" / "below").mkdir()
    (root / "accounts" / "below" / "shop.yaml").write_text(plan("Below"), "utf-8")
    commit(root, "A subject with \x1e and ümlaut", day="2026-01-10T09:00:00Z")
    line = line_of(root)
    assert days(line.of("acme")) == ["2026-01-10"]
    assert {"link", "shop"}.isdisjoint(line.accounts)


def test_without_a_repository_or_a_commit_there_is_no_line(workspace: Write) -> None:
    root = workspace({ACME: plan("First")})
    assert mainline(repository_of(root)) is None
    git(root, "init", "--quiet")
    assert mainline(repository_of(root)) is None


@pytest.mark.parametrize(
    "setting", ["log.showSignature=true", "log.mailmap=false", "diff.renames=false", "core.quotePath=true"]
)
def test_settings_of_the_repository_change_nothing(workspace: Write, setting: str) -> None:
    root = workspace({ACME: plan("Acme") + MORE})
    commit(root, day="2026-01-10T09:00:00Z")
    name, _, value = setting.partition("=")
    git(root, "config", name, value)
    git(root, "mv", ACME, SHOP)
    commit(root, day="2026-02-10T09:00:00Z")
    assert days(line_of(root).of("shop")) == ["2026-01-10", "2026-02-10"]
