"""A workspace as it was at a commit: the bytes that git stored, in a folder of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.history.git import required_repository
from kamgen.history.git_failures import HistoryUnreadable
from kamgen.history.replay import CannotReplay, replayed
from kamgen.workspace.text_file import LARGEST_FILE
from kamgen.workspace.workspace import list_files
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
ACME = "accounts/acme.yaml"
SETTINGS = "language: en\n"
DAY = "2026-02-10T23:30:00-02:00"


def files_at(root: Path, revision: str = "HEAD", *, with_templates: bool = True) -> dict[str, bytes]:
    with replayed(required_repository(root), revision, with_templates=with_templates) as replay:
        assert not replay.root.is_relative_to(root)
        return {
            path.relative_to(replay.root).as_posix(): path.read_bytes()
            for path in replay.root.rglob("*")
            if path.is_file()
        }


def left_out(root: Path) -> tuple[str, ...]:
    with replayed(required_repository(root), "HEAD", with_templates=True) as replay:
        return replay.left_out


def why_not(root: Path) -> str:
    with (
        pytest.raises(CannotReplay) as raised,
        replayed(required_repository(root), "HEAD", with_templates=True),
    ):
        pass
    return raised.value.why


def test_it_has_what_a_build_reads_and_nothing_else(workspace: Write) -> None:
    files = {
        "kamgen.yaml": SETTINGS,
        ACME: SMALLEST_PLAN,
        "accounts/acme.purchases.csv": "date,amount\n",
        "accounts/wrong.yml": "x",
        "accounts/folder/deep.yaml": "y",
        "templates/briefs/logo.svg": b"<svg/>",
        "templates/briefs/font.otf": b"\0\xff",
        "templates/site/account.html": "z",
    }
    root = workspace({**files, "accounts/notes.docx": "n", "readme.md": "r", "site/index.html": "s"}, SETTINGS)
    commit(root, day=DAY)
    expected = {name: data if isinstance(data, bytes) else data.encode() for name, data in files.items()}
    assert files_at(root) == expected
    kept = {name for name in files if not name.startswith("templates/")}
    assert files_at(root, with_templates=False).keys() == kept


def test_it_is_of_the_commits_day_in_greenwich_and_its_history_ends_there(workspace: Write) -> None:
    first = commit(workspace({ACME: SMALLEST_PLAN}), day=DAY)
    root = workspace({ACME: SMALLEST_PLAN + "tags: [new]\n"})
    commit(root, day="2026-06-01T09:00:00Z")
    with replayed(required_repository(root), "HEAD~1", with_templates=True) as replay:
        assert (replay.commit, replay.short, replay.day) == (first, first[:7], date(2026, 2, 11))
        assert [found.name for found in replay.repository.log("accounts", mainline=True)] == [first]
        assert replay.repository.commit_up_to(date(2026, 7, 1)) == first
        folder = replay.root
    assert not folder.exists()


def test_bytes_are_those_that_git_stored_whatever_it_would_turn_them_into(workspace: Write) -> None:
    data = b"kamgen: 1\r\nname: $Id$\nowner: lin\n"
    root = workspace(
        {ACME: data, ".gitattributes": "*.yaml ident text eol=crlf filter=up export-ignore export-subst\n"}
    )
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "core.autocrlf", "false")
    stored = git(root, "hash-object", "-w", "--no-filters", ACME).strip()
    git(root, "update-index", "--add", "--cacheinfo", f"100644,{stored},{ACME}")
    git(root, "commit", "--quiet", "--message", "x")
    git(root, "config", "filter.up.smudge", "tr a-z A-Z")
    assert files_at(root)[ACME] == data


def test_a_workspace_below_the_top_is_itself(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    (root.parent / "accounts").mkdir()
    (root.parent / "accounts/other.yaml").write_text("x")
    commit(root.parent)
    assert files_at(root).keys() == {"kamgen.yaml", ACME}


def test_a_workspace_without_settings_or_without_plans_is_one(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    (root / "kamgen.yaml").unlink()
    commit(root)
    assert files_at(root).keys() == {ACME}
    (root / ACME).unlink()
    workspace()
    commit(root)
    assert files_at(root).keys() == {"kamgen.yaml"}


def test_before_it_was_begun_or_in_another_folder_there_is_none(workspace: Write) -> None:
    root = workspace()
    (root / "kamgen.yaml").unlink()
    (root / "readme.md").write_text("x")
    commit(root)
    assert why_not(root) == "no workspace"
    (root.parent / "top").mkdir()
    (root / "sub").mkdir()
    assert why_not(root / "sub") == "no workspace"


def test_plans_in_another_repository_or_behind_a_link_are_not_to_be_had(workspace: Write, tmp_path: Path) -> None:
    inner = workspace({ACME: SMALLEST_PLAN})
    commit(inner)
    outer = tmp_path / "outer"
    git(tmp_path, "init", "--quiet", "outer")
    (outer / "kamgen.yaml").write_text(SETTINGS)
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "accounts")
    commit(outer)
    assert why_not(outer) == "submodule"
    git(outer, "rm", "--quiet", "--cached", "accounts")
    (outer / "accounts").rename(outer / "elsewhere")
    (outer / "accounts").symlink_to("elsewhere")
    git(outer, "add", "accounts", "kamgen.yaml")
    git(outer, "commit", "--quiet", "--message", "x")
    assert why_not(outer) == "link"


def test_links_and_other_repositories_inside_are_left_out_and_named(workspace: Write, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    root = workspace({ACME: SMALLEST_PLAN, "templates/site/a.html": "x"})
    (root / "accounts/link.yaml").symlink_to(secret)
    (root / "templates/folder").symlink_to(tmp_path)
    commit(root)
    assert files_at(root).keys() == {"kamgen.yaml", ACME, "templates/site/a.html"}
    assert left_out(root) == ("accounts/link.yaml", "templates/folder")


def forged_tree(root: Path, mode: str, name: str, held: str) -> str:
    """Return a tree with one entry, whose name may be one that git would not take."""
    file = root.parent / "tree"
    file.write_bytes(f"{mode} {name}".encode() + b"\0" + bytes.fromhex(git(root, "rev-parse", held).strip()))
    return git(root, "hash-object", "-t", "tree", "-w", "--literally", str(file)).strip()


@pytest.mark.parametrize(
    "name", ["../../escaped.yaml", "/{}/escaped.yaml", "a\\b.yaml", "./c.yaml", "../accounts/d.yaml"]
)
def test_a_name_that_would_lead_elsewhere_leads_nowhere(workspace: Write, name: str, tmp_path: Path) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root)
    forged = f"HEAD:{ACME}"
    *folders, file = name.replace("/{}", str(tmp_path)).split("/") if name.startswith("..") else [name.format(tmp_path)]
    for mode, part in (("100644", file), *(("40000", folder) for folder in reversed(folders)), ("40000", "accounts")):
        forged = forged_tree(root, mode, part, forged)
    git(root, "update-ref", "HEAD", git(root, "commit-tree", forged, "-m", "Forged").strip())
    assert files_at(root) == {}
    assert len(left_out(root)) == 1
    assert not list(tmp_path.rglob("escaped.yaml"))


def test_a_plan_that_is_too_large_stays_so_and_is_never_read(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN, "accounts/vast.yaml": "#" * (LARGEST_FILE + 1)})
    commit(root)
    with replayed(required_repository(root), "HEAD", with_templates=True) as replay:
        assert list_files(replay.root).plans == (ACME, "accounts/vast.yaml")
        assert (replay.root / "accounts/vast.yaml").stat().st_size == LARGEST_FILE + 1
        assert (replay.root / "accounts/vast.yaml").stat().st_blocks * 512 < LARGEST_FILE


def test_what_this_clone_lacks_is_said(workspace: Write, tmp_path: Path) -> None:
    commit(workspace({ACME: SMALLEST_PLAN}))
    root = workspace({ACME: SMALLEST_PLAN + "tags: [new]\n"})
    commit(root)
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", root.as_uri(), "partial")
    assert files_at(tmp_path / "partial").keys() == {"kamgen.yaml", ACME}
    with pytest.raises(HistoryUnreadable, match=r"accounts/acme\.yaml is missing"):
        files_at(tmp_path / "partial", "HEAD~1")


def test_it_looks_at_every_file_in_one_call_of_git(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace({f"accounts/a{number}.yaml": SMALLEST_PLAN for number in range(40)})
    commit(root)
    called: list[str] = []

    class Counted(subprocess.Popen[bytes]):
        def __init__(self, command: list[str], **options: object) -> None:
            called.append(" ".join(command))
            super().__init__(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", Counted)
    assert len(files_at(root)) == 41
    assert len(called) < 10
