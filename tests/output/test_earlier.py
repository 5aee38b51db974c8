"""How every account stood a quarter before, in the site: shown where git knows it, and never wrong."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.output import earlier as earlier_module
from kamgen.output.site import BuildOptions, BuildReport, build_site
from tests.conftest import SMALLEST_PLAN, Said
from tests.repositories import commit, git

Write = Callable[..., Path]
Run = Callable[..., Said]
ACME = "accounts/acme.yaml"
SETTINGS = "team: [{id: lin, name: Lin}]\nlanguages: [en, zh]\n"
DAY = date(2026, 5, 6)
"""It is held against 4 February."""
JANUARY, MARCH = "2026-01-10T09:00:00Z", "2026-03-10T09:00:00Z"
TREND = 'class="trend"'


LEVELS = ("very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied")


def plan(answer: int) -> str:
    """Return a plan whose health is one answer to a survey: 1 is worth 0 points, 5 is worth 100."""
    return f"{SMALLEST_PLAN}service: {{surveys: [{{date: 2025-12-01, {LEVELS[answer - 1]}: 1}}]}}\n"


def build(root: Path, day: date = DAY, site: Path | None = None) -> BuildReport:
    return build_site(root, site or root / "site", BuildOptions(today=day, pdf=False))


def page(root: Path, name: str = "accounts/acme.html") -> str:
    return (root / "site" / name).read_text(encoding="utf-8")


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def root(workspace: Write) -> Path:
    """Return a workspace that asked acme in January and again in March, when it was less content."""
    commit(workspace({ACME: plan(5)}, SETTINGS), day=JANUARY)
    root = workspace({ACME: plan(3), "accounts/new.yaml": plan(4)}, SETTINGS)
    commit(root, day=MARCH)
    return root


def test_the_page_of_an_account_tells_how_its_health_has_moved(root: Path) -> None:
    build(root)
    assert ">↓ 50 since 4 Feb<" in page(root)
    assert ">down 50 points since 4 Feb<" in page(root)
    assert ">↓ 50 since 4 Feb<" in page(root, "accounts/acme/scores.html")
    assert ">较 2月4日 ↓ 50<" in page(root, "zh/accounts/acme.html")


def test_an_account_that_was_not_there_then_has_no_trend(root: Path) -> None:
    build(root)
    assert TREND not in page(root, "accounts/new.html")


def test_the_portfolio_names_the_accounts_whose_health_has_moved(root: Path) -> None:
    build(root)
    (section,) = page(root, "index.html").split('id="health-changes"')[1:]
    section = section.split("</section>")[0]
    assert "accounts/acme.html" in section
    assert "−50" in section
    assert "accounts/new.html" not in section


def test_without_a_repository_nothing_is_said(workspace: Write) -> None:
    root = workspace({ACME: plan(3)}, SETTINGS)
    assert build(root).history_cut_off is False
    assert TREND not in page(root)
    assert "health-changes" not in page(root, "index.html")


def test_another_day_is_held_against_another_state(root: Path) -> None:
    build(root)
    build(root, date(2026, 7, 1))
    assert ">unchanged since 1 Apr<" in page(root)
    build(root)
    assert ">↓ 50 since 4 Feb<" in page(root)


def test_an_edit_is_held_against_the_same_earlier_plan_which_is_not_scored_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root)
    monkeypatch.setattr(earlier_module, "earlier_scores", lambda *_: pytest.fail("scored again"))
    (root / ACME).write_text(plan(4), encoding="utf-8")
    build(root)
    assert ">↓ 25 since 4 Feb<" in page(root)


def test_an_account_that_comes_back_is_held_against_what_it_was(root: Path) -> None:
    (root / ACME).rename(root / "acme.yaml")
    build(root)
    (root / "acme.yaml").rename(root / ACME)
    build(root)
    assert ">↓ 50 since 4 Feb<" in page(root)


def test_another_history_gives_another_page(root: Path) -> None:
    build(root)
    git(root, "checkout", "--quiet", "--orphan", "again")
    (root / ACME).write_text(plan(1), encoding="utf-8")
    commit(root, day=JANUARY)
    (root / ACME).write_text(plan(3), encoding="utf-8")
    assert ACME.replace("yaml", "html") in build(root).written
    assert ">↑ 50 since 4 Feb<" in page(root)


def test_a_commit_of_today_changes_nothing(root: Path) -> None:
    (root / "accounts/new.yaml").write_text(plan(5), encoding="utf-8")
    build(root)
    commit(root, day="2026-05-06T09:00:00Z")
    (root / "kamgen.yaml").touch()
    assert build(root).written == ()


def test_two_builds_are_equal_with_and_without_what_was_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    build(root)
    monkeypatch.setenv("KAMGEN_CACHE", str(tmp_path / "elsewhere"))
    build(root, site=tmp_path / "site")
    assert contents(root / "site") == contents(tmp_path / "site")


def test_what_was_kept_may_be_damaged(root: Path) -> None:
    build(root)
    for path in Path(os.environ["KAMGEN_CACHE"]).rglob("earlier.pickle"):
        path.write_bytes(b"\x80damaged")
    (root / ACME).write_text(plan(4), encoding="utf-8")
    build(root)
    assert ">↓ 25 since 4 Feb<" in page(root)


def test_a_build_with_nothing_to_do_does_not_ask_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamgen.output.site.settled", lambda _: True)
    build(root)
    monkeypatch.setattr("kamgen.output.site_update.required_repository", lambda _: pytest.fail("git was asked"))
    assert build(root).accounts is None


# A history that is cut off.

WARNING = "kamgen: this clone's history is cut off, so the pages show no trends."


@pytest.fixture
def shallow(root: Path) -> Path:
    clone = root.parent / "shallow"
    git(root.parent, "clone", "--quiet", "--depth=1", root.as_uri(), str(clone))
    return clone


def test_a_build_says_that_the_history_is_cut_off_and_shows_no_trend(shallow: Path, kamgen: Run) -> None:
    for _ in range(2):
        said = kamgen("build", "--no-pdf", "--quiet", "--as-of", DAY, root=shallow)
        assert (said.code, said.out) == (0, "")
        (line,) = said.err.splitlines()
        assert line.startswith(WARNING)
        assert "git fetch --unshallow" in line
    assert TREND not in page(shallow)


def test_a_check_says_why_the_site_is_not_what_it_would_build(root: Path, kamgen: Run) -> None:
    kamgen("build", "--no-pdf", "--as-of", DAY, root=root)
    commit(root, "Site", day=MARCH)
    clone = root.parent / "shallow"
    git(root.parent, "clone", "--quiet", "--depth=1", root.as_uri(), str(clone))
    said = kamgen("build", "--no-pdf", "--check", root=clone)
    assert said.code == 1
    assert said.err.startswith(WARNING)
    assert "out of date: accounts/acme.html" in said.err
    git(clone, "fetch", "--quiet", "--unshallow")
    whole = kamgen("build", "--no-pdf", "--check", root=clone)
    assert (whole.code, whole.err) == (0, "")


def test_the_next_build_finds_the_rest_of_the_history_once_it_is_there(shallow: Path) -> None:
    assert build(shallow).history_cut_off
    git(shallow, "fetch", "--quiet", "--unshallow")
    assert not build(shallow).history_cut_off
    assert ">↓ 50 since 4 Feb<" in page(shallow)
