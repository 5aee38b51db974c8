"""Repositories whose configuration, attributes and hooks would run something: kamgen runs none of it.

Such a configuration does not come with a clone. It comes with an archive of a whole folder, a shared disk, or a
repository inside another one.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.commands.main import COMMANDS
from kamgen.output.site import BuildOptions
from kamgen.preview.rebuilding import Rebuilding
from tests.conftest import SMALLEST_PLAN, Said
from tests.repositories import commit, git

Write = Callable[..., Path]
Run = Callable[..., Said]
ACME = "accounts/acme.yaml"
SETTINGS = "team: [{id: lin, name: Lin}]\n"
ATTRIBUTES = "* diff=trap filter=trap merge=trap text=auto\n*.yaml diff=trap filter=trap ident\n"
FEBRUARY, APRIL, MAY = "2026-02-10T09:00:00Z", "2026-04-12T09:00:00Z", "2026-05-06T09:00:00Z"

HOOKS = (
    "applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-checkout", "post-commit", "post-index-change",
    "post-merge", "post-rewrite", "pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase",
    "prepare-commit-msg", "push-to-checkout", "reference-transaction", "sendemail-validate", "update",
)  # fmt: skip

TRAPS = (
    "core.fsmonitor", "core.pager", "core.editor", "core.askPass", "core.sshCommand", "core.gitProxy",
    "core.alternateRefsCommand", "diff.external", "diff.trap.command", "diff.trap.textconv", "diff.guitool",
    "filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "merge.trap.driver", "mergetool.trap.cmd",
    "difftool.trap.cmd", "gpg.program", "gpg.ssh.program", "gpg.ssh.defaultKeyCommand", "gpg.x509.program",
    "credential.helper", "uploadpack.packObjectsHook", "interactive.diffFilter", "sequence.editor", "web.browser",
    "browser.trap.cmd", "man.trap.cmd", "remote.origin.uploadpack", "remote.origin.receivepack", "remote.origin.proxy",
    "trailer.sign.command", "trailer.sign.cmd", "sendemail.smtpServer", "imap.tunnel", "init.templateDir",
    "pager.log", "pager.diff", "pager.show", "pager.rev-parse", "pager.rev-list", "pager.ls-tree", "pager.cat-file",
    "pager.merge-base", "pager.hash-object",
)  # fmt: skip

CALLED = ("log", "rev-parse", "rev-list", "ls-tree", "cat-file", "merge-base")


class Traps:
    """A workspace in a repository that is set with traps.

    Attributes:
        root: The workspace.
        script: What is run where a trap is stepped on.

    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.script = root.parent / "trap.sh"
        self._sprung = root.parent / "sprung"
        self.script.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{self._sprung}'\nexit 1\n", encoding="utf-8")
        self.script.chmod(0o755)

    @property
    def sprung(self) -> list[str]:
        """What was run, one line each."""
        return self._sprung.read_text(encoding="utf-8").splitlines() if self._sprung.exists() else []

    def set(self) -> None:
        """Set all of them."""
        hooks = self.root / ".git/hooks"
        hooks.mkdir(exist_ok=True)
        for name in HOOKS:
            (hooks / name).symlink_to(self.script)
        more = self.root.parent / "more.config"
        more.write_text(f'[diff "trap"]\n\ttextconv = {self.script}\n[core]\n\tpager = {self.script}\n')
        lines = {
            **dict.fromkeys(TRAPS, str(self.script)),
            **{f"alias.{name}": f"!{self.script}" for name in CALLED},
            "core.hooksPath": str(hooks),
            "include.path": str(more),
            "log.showSignature": "true",
            "log.follow": "true",
            "diff.tool": "trap",
            "filter.trap.required": "true",
            "remote.origin.url": f"ext::{self.script} %S",
            "remote.origin.promisor": "true",
            "remote.origin.partialCloneFilter": "blob:none",
            "extensions.partialClone": "origin",
            "core.repositoryFormatVersion": "1",
            "protocol.allow": "always",
            "maintenance.auto": "true",
            "core.untrackedCache": "true",
        }
        for name, value in lines.items():
            git(self.root, "config", name, value)


def sign_the_last_commit(root: Path) -> None:
    """Give the last commit a signature, which some program would have to look at."""
    header, _, message = git(root, "cat-file", "commit", "HEAD").partition("\n\n")
    signature = "-----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----"
    file = root.parent / "commit"
    file.write_text(f"{header}\ngpgsig {signature}\n\n{message}", encoding="utf-8")
    signed = git(root, "hash-object", "-t", "commit", "-w", str(file)).strip()
    git(root, "update-ref", "refs/heads/main", signed)


@pytest.fixture
def traps(workspace: Write) -> Traps:
    """Return a repository with a history and a change that is not committed, and all traps set."""
    files = {ACME: SMALLEST_PLAN, ".gitattributes": ATTRIBUTES, ".mailmap": "Lin Yue <lin-yue@example.com>\n"}
    root = workspace(files, SETTINGS)
    commit(root, "Begin\n\nSign: me", day=FEBRUARY)
    git(root, "switch", "--quiet", "--create", "draft")
    commit(workspace({ACME: SMALLEST_PLAN + "summary: Draft\n"}, SETTINGS), "Draft", day=APRIL)
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--no-edit", "draft", day=MAY)
    sign_the_last_commit(root)
    workspace({ACME: SMALLEST_PLAN + "summary: Not committed\n", "accounts/new.yaml": SMALLEST_PLAN}, SETTINGS)
    traps = Traps(root)
    traps.set()
    return traps


def test_the_traps_are_sharp(traps: Traps) -> None:
    """Git itself steps on them, else this module would hold nothing."""
    surroundings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
    remove_object(traps.root, f"HEAD~1:{ACME}")
    sharp = (("status",), ("diff", "HEAD"), ("log", "-1"), ("log", "-p"), ("cat-file", "-p", f"HEAD~1:{ACME}"), ("gc",))
    for command in (*sharp, ("checkout", "--", ACME)):
        before = len(traps.sprung)
        subprocess.run(["git", *command], cwd=traps.root, env=surroundings, capture_output=True, check=False)
        assert len(traps.sprung) > before, command


def remove_object(root: Path, name: str) -> None:
    """Take an object away, as if it were still to be fetched."""
    full = git(root, "rev-parse", name).strip()
    (root / ".git/objects" / full[:2] / full[2:]).unlink()


READING = (
    ("validate",),
    ("validate", "--since", "HEAD~1"),
    ("score",),
    ("score", "acme", "--explain"),
    ("build", "--no-pdf", "--output", "OUTSIDE"),
    ("build", "--no-pdf", "--check", "--output", "OUTSIDE"),
    ("build", "--no-pdf", "--as-of", "2026-08-01", "--output", "OUTSIDE"),
    ("build", "--no-pdf", "--at", "HEAD~1", "--output", "OUTSIDE"),
    ("build", "--no-pdf", "--at", "draft", "--output", "OUTSIDE"),
    ("diff",),
    ("diff", "HEAD~1"),
    ("diff", "HEAD~1..HEAD", "--findings"),
    ("diff", "main...draft"),
    ("history",),
    ("history", "acme"),
)


@pytest.mark.parametrize("arguments", [pytest.param(words, id=" ".join(words[:3])) for words in READING])
def test_no_command_steps_on_one(
    traps: Traps, kamgen: Run, tmp_path: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    if arguments[0] not in COMMANDS:
        pytest.skip(f"there is no {arguments[0]} yet")
    for name in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_EDITOR"):
        monkeypatch.setenv(name, str(traps.script))
    said = kamgen(*(str(tmp_path / "site") if word == "OUTSIDE" else word for word in arguments), root=traps.root)
    assert said.code in (0, 1), said.err
    assert traps.sprung == []


@pytest.mark.parametrize("arguments", [pytest.param(words, id=" ".join(words[:3])) for words in READING])
def test_what_a_clone_lacks_is_not_fetched(
    traps: Traps, kamgen: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    if arguments[0] not in COMMANDS:
        pytest.skip(f"there is no {arguments[0]} yet")
    remove_object(traps.root, f"HEAD~1:{ACME}")
    said = kamgen(*(str(tmp_path / "site") if word == "OUTSIDE" else word for word in arguments), root=traps.root)
    assert said.code in (0, 1, 2), said.err
    assert traps.sprung == []


def test_nor_does_the_preview(traps: Traps, tmp_path: Path) -> None:
    day = date(2026, 8, 1)
    rebuilding = Rebuilding(traps.root, tmp_path / "site", lambda: BuildOptions(today=day, pdf=False), lambda _: None)
    assert rebuilding.rebuild().written > 0
    (traps.root / ACME).write_text(SMALLEST_PLAN + "summary: Again\n", encoding="utf-8")
    assert rebuilding.rebuild(frozenset({ACME})).written > 0
    assert traps.sprung == []


def test_nothing_in_the_repository_is_written(traps: Traps, kamgen: Run, tmp_path: Path) -> None:
    folder = traps.root / ".git"

    def state() -> dict[str, tuple[int, int]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*") if path.is_file()
        }

    before = state()
    for arguments in READING:
        if arguments[0] in COMMANDS:
            kamgen(*(str(tmp_path / "site") if word == "OUTSIDE" else word for word in arguments), root=traps.root)
    assert state() == before


def test_a_repository_that_came_with_somebodys_commit_is_not_asked(
    workspace: Write, kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that looks like a repository without a working tree would be taken for one, with its configuration."""
    root = workspace({ACME: SMALLEST_PLAN}, SETTINGS)
    git(root.parent, "init", "--quiet", "--bare", "bare")
    for path in (root.parent / "bare").iterdir():
        path.rename(root / path.name)
    trap = Traps(root)
    for name, value in (("core.fsmonitor", str(trap.script)), ("core.bare", "false"), ("core.worktree", str(root))):
        git(root, "config", "--file", "config", name, value)
    commit(root.parent, day=FEBRUARY)
    for arguments in (("validate",), ("build", "--no-pdf", "--output", str(tmp_path / "site"))):
        said = kamgen(*arguments, root=root)
        assert said.code == 0, said.err
    assert "safe.bareRepository" in said.err
    assert trap.sprung == []


def test_a_program_in_the_workspace_is_not_taken_for_git(
    workspace: Write, kamgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace({ACME: SMALLEST_PLAN}, SETTINGS)
    commit(root, day=FEBRUARY)
    trap = Traps(root)
    (root / "git").symlink_to(trap.script)
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", f"{os.pathsep}.{os.pathsep}{os.environ['PATH']}")
    assert kamgen("validate", "--since", "HEAD", root=root).code == 0
    assert trap.sprung == []
