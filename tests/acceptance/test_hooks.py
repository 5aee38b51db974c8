"""The hooks for pre-commit, run by git and pre-commit themselves on real repositories."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kamgen.output.scaffold import workspace_files
from tests.conftest import REPOSITORY, SMALL_SETTINGS, SMALLEST_PLAN
from tests.repositories import commit

HOOKS = REPOSITORY / ".pre-commit-hooks.yaml"
BROKEN = "kamgen: 1\nname: Beta\nowner: nobody-here\n"
DAUGHTER = "kamgen: 1\nname: Beta\nowner: bo\nprofile: { parent: acme }\n"
FORMER_TEAM = SMALL_SETTINGS.replace("{id: lin, name: Lin}, ", "")


@pytest.fixture(autouse=True)
def _own_pre_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hooks find the kamgen that is tested, and no settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT")) or name == "SKIP"]:
        monkeypatch.delenv(name)
    given = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }
    identity = {f"GIT_{who}_{what}": "lin@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for name, value in (given | identity).items():
        monkeypatch.setenv(name, value)


class Attempt:
    """What came of a command that hooks may refuse.

    Attributes:
        passed: Whether it was done.
        said: All that it and its hooks said.

    """

    def __init__(self, root: Path, *command: str) -> None:
        done = subprocess.run(command, cwd=root, stdout=-1, stderr=subprocess.STDOUT, text=True, check=False)
        self.passed = done.returncode == 0
        self.said = done.stdout

    def outcome(self, hook: str) -> str | None:
        """Return how a hook went, such as ``Passed``; None where it was not run."""
        lines = (line for line in self.said.splitlines() if line.startswith(f"{hook}."))
        return next((re.split(r"[.)]", line)[-1] for line in lines), None)


def pre_commit(root: Path, *arguments: str) -> Attempt:
    return Attempt(root, sys.executable, "-m", "pre_commit", *arguments)


def commit_of(root: Path, **files: str) -> Attempt:
    """Try to commit files as somebody would, under their names without ending."""
    for name, text in files.items():
        (root / "accounts" / f"{name}.yaml").write_text(text, encoding="utf-8")
        assert Attempt(root, "git", "add", f"accounts/{name}.yaml").passed
    return Attempt(root, "git", "commit", "--message", "Plans")


def begun(root: Path) -> Path:
    """Return a workspace as a repository with its hooks installed, and another one to push to."""
    commit(root)
    assert pre_commit(root, "install").passed
    assert Attempt(root, "git", "init", "--quiet", "--bare", f"{root}.git").passed
    assert Attempt(root, "git", "remote", "add", "origin", f"{root}.git").passed
    return root


@pytest.fixture
def hooked(tmp_path: Path, workspace: Callable[..., Path]) -> Callable[..., Path]:
    """Return a function that begins a repository whose hooks come from kamgen's own, with some keys in other words."""
    published = tmp_path / "kamgen"
    published.mkdir()
    (published / HOOKS.name).write_bytes(HOOKS.read_bytes())
    revision = commit(published)

    def begin(*, place: str = ".", **overridden: object) -> Path:
        # A hook without an environment of its own runs the kamgen that is tested, and nothing is downloaded.
        hooks = [{"id": hook["id"], "language": "system", **overridden} for hook in manifest()]
        config = {
            "default_install_hook_types": ["pre-commit", "pre-push"],
            "repos": [{"repo": published.as_uri(), "rev": revision, "hooks": hooks}],
        }
        root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
        top = root if place == "." else root.rename(tmp_path / "top" / place).parent
        (top / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        return begun(top)

    return begin


def manifest() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    return found


class TestAtACommit:
    def test_a_good_plan_passes(self, hooked: Callable[..., Path]) -> None:
        done = commit_of(hooked(), beta=BROKEN.replace("nobody-here", "bo"))
        assert done.passed, done.said
        assert done.outcome("kamgen validate") == "Passed"

    def test_a_broken_plan_is_refused_with_its_line(self, hooked: Callable[..., Path]) -> None:
        done = commit_of(hooked(), beta=BROKEN)
        assert not done.passed
        assert done.outcome("kamgen validate") == "Failed"
        assert "accounts/beta.yaml:3:8" in done.said

    def test_what_is_no_plan_is_not_checked(self, hooked: Callable[..., Path]) -> None:
        root = hooked()
        (root / "notes.md").write_text("accounts\n", encoding="utf-8")
        Attempt(root, "git", "add", "notes.md")
        done = Attempt(root, "git", "commit", "--message", "Notes")
        assert done.passed, done.said
        assert done.outcome("kamgen validate") == "Skipped"

    def test_neither_a_colleagues_plan_nor_a_draft_is_in_the_way(self, hooked: Callable[..., Path]) -> None:
        root = hooked()
        (root / "accounts" / "beta.yaml").write_text(BROKEN, encoding="utf-8")
        done = commit_of(root, acme=f"{SMALLEST_PLAN}status: active\n")
        assert done.passed, done.said
        assert "beta" not in done.said

    def test_rules_about_several_plans_see_all_of_them(self, hooked: Callable[..., Path]) -> None:
        root = hooked()
        assert commit_of(root, beta=DAUGHTER).passed
        done = commit_of(root, gamma=DAUGHTER.replace("acme", "delta"))
        assert not done.passed
        assert "accounts/gamma.yaml:4:20" in done.said

    def test_broken_settings_are_refused(self, hooked: Callable[..., Path]) -> None:
        root = hooked()
        (root / "kamgen.yaml").write_text(f"{SMALL_SETTINGS}currency: much\n", encoding="utf-8")
        Attempt(root, "git", "add", "kamgen.yaml")
        done = Attempt(root, "git", "commit", "--message", "Settings")
        assert not done.passed
        assert "kamgen.yaml:3:11" in done.said

    def test_a_workspace_may_lie_below_the_top(self, hooked: Callable[..., Path], tmp_path: Path) -> None:
        (tmp_path / "top").mkdir()
        root = hooked(place="plans", entry="kamgen --workspace plans validate")
        plan = root / "plans" / "accounts" / "acme.yaml"
        plan.write_text(BROKEN, encoding="utf-8")
        done = Attempt(root, "git", "commit", "--all", "--message", "Plans")
        assert not done.passed
        assert "accounts/acme.yaml:3:8" in done.said


class TestAtAPush:
    def test_good_plans_pass(self, hooked: Callable[..., Path]) -> None:
        done = Attempt(hooked(), "git", "push", "origin", "main")
        assert done.passed, done.said
        assert done.outcome("kamgen validate, all plans") == "Passed"
        assert done.outcome("kamgen validate") is None

    def test_what_settings_broke_elsewhere_is_refused(self, hooked: Callable[..., Path]) -> None:
        root = hooked()
        (root / "kamgen.yaml").write_text(FORMER_TEAM, encoding="utf-8")
        assert Attempt(root, "git", "commit", "--all", "--message", "Lin has left").passed
        done = Attempt(root, "git", "push", "origin", "main")
        assert not done.passed
        assert "accounts/acme.yaml:3:8" in done.said

    def test_what_a_deleted_plan_left_behind_is_refused(self, hooked: Callable[..., Path]) -> None:
        root = hooked()
        assert commit_of(root, beta=DAUGHTER).passed
        Attempt(root, "git", "push", "origin", "main")
        Attempt(root, "git", "rm", "--quiet", "accounts/acme.yaml")
        assert Attempt(root, "git", "commit", "--message", "Acme is gone").passed
        done = Attempt(root, "git", "push", "origin", "main")
        assert not done.passed
        assert "accounts/beta.yaml:4:20" in done.said


class TestManifest:
    def test_pre_commit_accepts_it(self) -> None:
        done = pre_commit(REPOSITORY, "validate-manifest", str(HOOKS))
        assert done.passed, done.said

    def test_pre_commit_can_install_what_it_runs(self) -> None:
        with (REPOSITORY / "pyproject.toml").open("rb") as file:
            programs = tomllib.load(file)["project"]["scripts"]
        for hook in manifest():
            assert hook["language"] == "python"
            assert hook["entry"].split()[0] in programs

    def test_the_site_is_compared_only_when_that_is_asked_for(self, hooked: Callable[..., Path]) -> None:
        root = hooked()
        assert Attempt(root, "kamgen", "build", "--no-pdf", "--quiet").passed
        asked = ("run", "kamgen-build-check", "--hook-stage", "manual")
        assert pre_commit(root, *asked).passed
        done = commit_of(root, acme=SMALLEST_PLAN.replace("Acme", "Acme Foods"))
        assert done.passed
        assert done.outcome("kamgen build --check") is None
        assert not pre_commit(root, *asked).passed


class TestScaffold:
    """The hooks that a new workspace brings along."""

    @pytest.fixture
    def root(self, workspace: Callable[..., Path]) -> Path:
        texts = workspace_files("en", date(2026, 5, 6))
        return begun(workspace({name: text for name, text in texts.items() if name != "kamgen.yaml"}))

    def test_pre_commit_accepts_them(self, root: Path) -> None:
        done = pre_commit(root, "validate-config", ".pre-commit-config.yaml")
        assert done.passed, done.said

    def test_a_good_plan_passes(self, root: Path) -> None:
        done = commit_of(root, beta=BROKEN.replace("nobody-here", "bo"))
        assert done.passed, done.said
        assert done.outcome("kamgen validate") == "Passed"

    def test_a_broken_plan_is_refused_with_its_line(self, root: Path) -> None:
        done = commit_of(root, beta=BROKEN)
        assert not done.passed
        assert "accounts/beta.yaml:3:8" in done.said

    def test_all_plans_are_checked_at_a_push(self, root: Path) -> None:
        (root / "kamgen.yaml").write_text(FORMER_TEAM, encoding="utf-8")
        assert Attempt(root, "git", "commit", "--all", "--message", "Lin has left").passed
        done = Attempt(root, "git", "push", "origin", "main")
        assert not done.passed
        assert done.outcome("kamgen validate, all plans") == "Failed"
