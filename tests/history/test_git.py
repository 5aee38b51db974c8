"""What git is asked, in repositories as they are found: cut off, damaged, nested, written by other clocks."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.history import git_process
from kamgen.history.git import Repository, repository_of, required_repository
from kamgen.history.git_answers import Commit, blob_name
from kamgen.history.git_failures import HistoryUnreadable, NoRepository, UnknownRevision
from kamgen.workspace.text_file import LARGEST_FILE
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
ACME = "accounts/acme.yaml"
DAY = "2026-02-10T09:00:00Z"


def plan(name: str) -> str:
    return SMALLEST_PLAN.replace("Acme", name)


def opened(root: Path) -> Repository:
    return required_repository(root)


def log(root: Path, *, mainline: bool = True) -> list[Commit]:
    return list(opened(root).log("accounts", mainline=mainline))


def forged(root: Path, replaced: Callable[[bytes], bytes]) -> str:
    """Put a commit like the last one, but for some bytes, in its place; git's own commands would not make it."""
    data = subprocess.run(["git", "cat-file", "commit", "HEAD"], cwd=root, capture_output=True, check=True).stdout
    file = root.parent / "forged"
    file.write_bytes(replaced(data))
    name = git(root, "hash-object", "-t", "commit", "-w", "--literally", str(file)).strip()
    git(root, "update-ref", "HEAD", name)
    return name


# Where there is a repository.


def why_none(folder: Path) -> str:
    with pytest.raises(NoRepository) as raised:
        required_repository(folder)
    assert repository_of(folder) is None
    return raised.value.why


def test_a_folder_may_lie_in_none(workspace: Write) -> None:
    assert why_none(workspace()) == "none"


def test_without_git_it_is_only_missed_where_there_is_a_repository(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = workspace()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert why_none(root) == "none"
    monkeypatch.undo()
    commit(root)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert why_none(root) == "no git"


def test_a_folder_of_somebody_else_is_not_trusted(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace()
    commit(root)
    monkeypatch.setitem(git_process.SURROUNDINGS, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(NoRepository) as raised:
        required_repository(root)
    assert (raised.value.why, raised.value.said) == ("not trusted", str(root))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(root))
    assert required_repository(root).commit("HEAD") is not None, "the person has said that it may be read"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("extensions.fromTheFuture", "true", "unknown repository extension found: fromthefuture"),
        ("core.repositoryFormatVersion", "9", "Expected git repo version"),
        ("core.bare", "perhaps", "bad boolean"),
    ],
)
def test_what_this_git_cannot_read_is_said_in_its_words(workspace: Write, name: str, value: str, said: str) -> None:
    root = workspace()
    commit(root)
    git(root, "config", "core.repositoryFormatVersion", "1")
    git(root, "config", name, value)
    with pytest.raises(NoRepository) as raised:
        required_repository(root)
    assert raised.value.why == "unreadable"
    assert said in raised.value.said


def test_the_repositorys_own_folder_and_a_tree_that_is_elsewhere_are_none(workspace: Write, tmp_path: Path) -> None:
    root = workspace()
    commit(root)
    assert why_none(root / ".git") in ("none", "unreadable")
    git(root, "config", "core.worktree", str(tmp_path / "elsewhere"))
    assert why_none(root) == "none"


@pytest.mark.parametrize("name", ["with space", "quo'te \"s", "line\nbreak", "大客户", ":(top)", "-n"])
def test_a_workspace_may_have_any_name_below_the_top(workspace: Write, tmp_path: Path, name: str) -> None:
    root = workspace({ACME: SMALLEST_PLAN}).rename(tmp_path / name)
    commit(tmp_path, day=DAY)
    repository = opened(root)
    assert repository.prefix == f"{name}/"
    (only,) = log(root)
    assert [change.name for change in only.changes] == [ACME]
    assert [entry.name for entry in repository.entries(only.name, "accounts")] == [ACME]
    assert repository.changed_since(only.name, "accounts") == {}
    (root / ACME).write_text(plan("Other"), encoding="utf-8")
    assert list(repository.changed_since(only.name, "accounts")) == [ACME]


def test_a_worktree_has_a_last_commit_of_its_own(workspace: Write, tmp_path: Path) -> None:
    first = commit(workspace({ACME: plan("First")}))
    root = workspace({ACME: plan("Second")})
    second = commit(root)
    git(root, "worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"), first)
    assert opened(tmp_path / "tree").commit("HEAD") == first
    assert opened(root).commit("HEAD") == second


def test_a_submodule_is_a_repository_of_its_own(workspace: Write, tmp_path: Path) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    inner = commit(root)
    git(tmp_path, "init", "--quiet", "outer")
    outer = tmp_path / "outer"
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(root), "plans")
    commit(outer)
    repository = opened(outer / "plans")
    assert (repository.prefix, repository.commit("HEAD")) == ("", inner)
    assert [entry.kind for entry in opened(outer).entries("HEAD", "plans")] == ["submodule"]


def test_objects_may_lie_in_another_repository(workspace: Write, tmp_path: Path) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root)
    git(tmp_path, "clone", "--quiet", "--shared", str(root), "shared")
    assert [change.name for change in log(tmp_path / "shared")[0].changes] == [ACME]


@pytest.mark.parametrize(
    "variable", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"]
)
def test_what_a_hook_has_set_for_another_repository_does_not_count(
    workspace: Write, variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    name = commit(root)
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    assert opened(root).commit("HEAD") == name
    assert opened(root).blobs([f"HEAD:{ACME}"]) == [SMALLEST_PLAN.encode()]


def test_a_repository_may_name_things_by_longer_digests(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    git(root, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    name = commit(root)
    assert len(name) == 64
    assert opened(root).changed_since(name, "accounts") == {}
    assert opened(root).entries(name, ACME)[0].blob == blob_name(SMALLEST_PLAN.encode(), name)


# Which commit is meant.


@pytest.mark.parametrize(
    ("revision", "why"),
    [
        ("nowhere", "unknown"),
        ("-n", "unknown"),
        ("--output=x", "unknown"),
        ("HEAD~5", "unknown"),
        ("main..draft", "unknown"),
        ("ffffffff", "unknown"),
        ("", "unknown"),
        ("a\0b", "unknown"),
        ("HEAD:accounts", "no commit"),
        (f"HEAD:{ACME}", "no commit"),
        ("of-a-file", "no commit"),
    ],
)
def test_what_is_no_commit_is_said_to_be_none(workspace: Write, revision: str, why: str) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root)
    git(root, "tag", "--annotate", "--message", "x", "of-a-file", f"HEAD:{ACME}")
    with pytest.raises(UnknownRevision) as raised:
        opened(root).required_commit(revision)
    assert raised.value.why == why
    assert not (root / "x").exists()


def test_the_beginning_of_several_names_is_ambiguous(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root)
    seen: dict[str, str] = {}
    tree = git(root, "rev-parse", "HEAD^{tree}").strip()
    for number in range(2_000):
        name = git(root, "commit-tree", tree, "-m", str(number)).strip()
        if name[:4] in seen and seen[name[:4]] != name:
            break
        seen[name[:4]] = name
    with pytest.raises(UnknownRevision) as raised:
        opened(root).required_commit(name[:4])
    assert raised.value.why == "ambiguous"


def test_before_the_first_commit_there_is_none(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    git(root, "init", "--quiet")
    with pytest.raises(UnknownRevision) as raised:
        opened(root).required_commit("HEAD")
    assert raised.value.why == "no commits"
    assert log(root) == []
    assert opened(root).parents() == {}
    assert opened(root).commit_up_to(date(2026, 6, 1)) is None


def test_in_a_shallow_clone_it_may_lie_further_back(workspace: Write, tmp_path: Path) -> None:
    first = commit(workspace({ACME: plan("First")}))
    root = workspace({ACME: plan("Second")})
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    for revision in ("HEAD~1", first):
        with pytest.raises(UnknownRevision) as raised:
            opened(tmp_path / "shallow").required_commit(revision)
        assert raised.value.why == "cut off"


def test_a_last_commit_without_a_branch_is_one(workspace: Write) -> None:
    first = commit(workspace({ACME: plan("First")}))
    root = workspace({ACME: plan("Second")})
    commit(root)
    git(root, "checkout", "--quiet", "--detach", first)
    assert opened(root).commit("HEAD") == first
    assert len(log(root)) == 1


# What commits say.


def test_a_message_or_a_name_may_hold_any_character(workspace: Write) -> None:
    root = workspace({"accounts/\x1e\n:100644 'q\" ü.yaml": SMALLEST_PLAN})
    subject = ":100644 000000 \x1e\x01\x7f\t“”"
    commit(root, subject + "\n\nMore")
    workspace({ACME: plan("Next")})
    commit(root, "Next")
    latest, first = log(root)
    assert (first.subject, latest.subject) == (subject, "Next")
    assert [change.name for change in first.changes] == ["accounts/\x1e\n:100644 'q\" ü.yaml"]
    assert [change.name for change in latest.changes] == [ACME]


def test_file_names_that_are_no_utf_8_come_and_go_unharmed(workspace: Write) -> None:
    root = workspace()
    name = os.fsdecode(b"accounts/\xff\xfe.yaml")
    (root / name).write_text(SMALLEST_PLAN, encoding="utf-8")
    commit(root)
    assert [change.name for change in log(root)[0].changes] == [name]
    assert list(opened(root).files(opened(root).object("HEAD", "accounts") or "") or {}) == [name.rpartition("/")[2]]


def test_messages_in_another_encoding_are_read_in_it(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root, "x")
    said = "林越 客户计划".encode("gbk")
    forged(root, lambda data: data.replace(b"Lin Yue", said[:4]).replace(b"\n\nx", b"\nencoding GBK\n\n" + said))
    (only,) = log(root)
    assert (only.author, only.subject) == ("林越", "林越 客户计划")


def test_messages_in_no_encoding_are_read_as_far_as_they_can_be(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root, "x")
    forged(root, lambda data: data.replace(b"Lin Yue", b"Lin \xff").replace(b"\n\nx", b"\n\n\xfe plan"))
    (only,) = log(root)
    assert (only.author, only.subject) == ("Lin \ufffd", "\ufffd plan")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (b"4102444800 +0000", date(2100, 1, 1)),
        (b"253402300800 +0000", date.max),
        (b"99999999999999999 +0000", date.max),
        (b"-86400 +0000", date(1970, 1, 1)),
        (b"0 +0000", date(1970, 1, 1)),
        (b"nonsense", date(1970, 1, 1)),
    ],
    ids=lambda value: str(value),
)
def test_a_clock_may_be_wrong_by_any_time(workspace: Write, written: bytes, day: date) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root)
    when = b"%d +0000" % log(root)[0].time
    name = forged(root, lambda data: data.replace(when, written))
    assert log(root)[0].day == day
    assert opened(root).time_of(name) == log(root)[0].time
    assert opened(root).commit_up_to(date(2026, 1, 1)) in (None, name)


def test_a_clock_that_was_ahead_hides_no_commit_after_it(workspace: Write) -> None:
    first = commit(workspace({ACME: plan("First")}), day="2026-01-01T09:00:00Z")
    commit(workspace({ACME: plan("Second")}), day="2050-01-01T09:00:00Z")
    root = workspace({ACME: plan("Third")})
    third = commit(root, day="2026-03-01T09:00:00Z")
    repository = opened(root)
    assert repository.commit_up_to(date(2026, 2, 1)) == first
    assert repository.commit_up_to(date(2026, 3, 1)) == third
    assert [found.day.year for found in log(root)] == [2026, 2050, 2026]


def test_a_day_after_2038_is_told_from_the_one_before(workspace: Write) -> None:
    first = commit(workspace({ACME: plan("First")}), day="2040-01-01T09:00:00Z")
    root = workspace({ACME: plan("Second")})
    second = commit(root, day="2040-01-02T09:00:00Z")
    assert opened(root).commit_up_to(date(2040, 1, 1)) == first
    assert opened(root).commit_up_to(date(2040, 1, 2)) == second
    assert opened(root).commit_up_to(date(2039, 12, 31)) is None


def test_a_merge_of_many_branches_is_one_commit_of_the_main_line(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root)
    for name in ("a", "b", "c"):
        git(root, "switch", "--quiet", "--create", name, "main")
        (root / f"accounts/{name}.yaml").write_text(plan(name), encoding="utf-8")
        commit(root, name)
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "All", "a", "b", "c")
    merge, first = log(root)
    assert sorted(change.name for change in merge.changes) == [f"accounts/{name}.yaml" for name in "abc"]
    assert len(merge.parents) == 4
    assert first.parents == ()
    assert sorted(found.subject for found in log(root, mainline=False) if found.changes) == ["Plans", "a", "b", "c"]


def test_a_rename_is_known_by_both_names_even_if_only_its_case_moved(workspace: Write) -> None:
    root = workspace({"accounts/Acme.yaml": SMALLEST_PLAN})
    commit(root)
    git(root, "mv", "accounts/Acme.yaml", ACME)
    commit(root)
    (change,) = log(root)[0].changes
    assert (change.before, change.name) == ("accounts/Acme.yaml", ACME)


def test_without_old_files_only_what_was_renamed_unchanged_is_followed(workspace: Write, tmp_path: Path) -> None:
    long = SMALLEST_PLAN + "summary: A shop of shops that buys from us since the beginning\ntags: [food, north]\n"
    root = workspace({"accounts/old.yaml": long, "accounts/other.yaml": plan("Other")})
    commit(root)
    git(root, "mv", "accounts/old.yaml", ACME)
    git(root, "mv", "accounts/other.yaml", "accounts/same.yaml")
    (root / ACME).write_text(long + "status: active\n", encoding="utf-8")
    commit(root)
    (root / ACME).write_text(long + "status: prospect\n", encoding="utf-8")
    commit(root)
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", root.as_uri(), "partial")
    befores = {change.name: change.before for change in log(root)[1].changes}
    assert befores == {ACME: "accounts/old.yaml", "accounts/same.yaml": "accounts/other.yaml"}
    found = {change.name: change.before for change in log(tmp_path / "partial")[1].changes}
    assert found == {ACME: None, "accounts/old.yaml": None, "accounts/same.yaml": "accounts/other.yaml"}


def test_nobodys_own_corrections_of_the_past_count(workspace: Write) -> None:
    first = commit(workspace({ACME: plan("First")}))
    root = workspace({ACME: plan("Second")})
    second = commit(root)
    git(root, "replace", f"HEAD:{ACME}", f"{first}:{ACME}")
    assert opened(root).blobs([f"{second}:{ACME}"]) == [plan("Second").encode()]
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/grafts").write_text(f"{second}\n", encoding="utf-8")
    assert len(log(root)) == 2


def test_the_list_of_authors_is_read_where_git_reads_it_and_through_no_link(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    (root.parent / ".mailmap").write_text("Lin <lin-yue@example.com>\n")
    commit(root.parent)
    assert opened(root).mailmap() == b"Lin <lin-yue@example.com>\n"
    assert log(root)[0].author == "Lin"
    (root.parent / ".mailmap").unlink()
    (root.parent / ".mailmap").symlink_to("/dev/zero")
    assert opened(root).mailmap() == b""
    assert log(root)[0].author == "Lin Yue"


# What files held.


def test_contents_come_in_the_order_of_their_names_and_none_for_what_is_not_there(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN, "accounts/empty.yaml": "", "accounts/b.yaml": b"\0\n\xff missing\n"})
    commit(root)
    repository = opened(root)
    names = [f"HEAD:accounts/{name}.yaml" for name in ("b", "nobody", "empty", "acme", "b")]
    odd = b"\0\n\xff missing\n"
    assert repository.blobs([*names, "0" * 40]) == [odd, None, b"", SMALLEST_PLAN.encode(), odd, None]
    assert repository.blobs([]) == []


def test_of_what_is_too_large_only_that_is_known(workspace: Write) -> None:
    vast = b"#" * (LARGEST_FILE + 5)
    root = workspace({ACME: SMALLEST_PLAN, "accounts/vast.yaml": vast, "accounts/full.yaml": vast[:LARGEST_FILE]})
    commit(root)
    repository = opened(root)
    names = [f"HEAD:accounts/{name}.yaml" for name in ("vast", "acme", "vast", "full", "nobody")]
    assert list(repository.contents(names, 1_000)) == [
        len(vast), SMALLEST_PLAN.encode(), len(vast), LARGEST_FILE, None,
    ]  # fmt: skip
    first, *_, full, _ = repository.blobs(names)
    assert first is not None
    assert len(first) > LARGEST_FILE
    assert full == vast[:LARGEST_FILE]


@pytest.mark.parametrize("damaged", ["commit", "tree", "blob"])
def test_a_damaged_object_is_said_and_nothing_worse(workspace: Write, damaged: str) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root)
    name = git(root, "rev-parse", {"commit": "HEAD", "tree": "HEAD:accounts", "blob": f"HEAD:{ACME}"}[damaged]).strip()
    path = root / ".git/objects" / name[:2] / name[2:]
    path.chmod(0o644)
    path.write_bytes(b"damaged")
    repository = opened(root)
    if damaged == "blob":
        assert repository.blobs([name]) == [None]
        return
    with pytest.raises(HistoryUnreadable) as raised:
        list(repository.log("accounts", mainline=True))
    assert name in raised.value.said or "HEAD" in raised.value.said


@pytest.mark.parametrize("name", [None, ("core.autocrlf", "true")])
def test_a_file_is_changed_where_more_than_its_line_ends_are(workspace: Write, name: tuple[str, str] | None) -> None:
    root = workspace({ACME: SMALLEST_PLAN, "accounts/b.yaml": plan("B"), "accounts/c.yaml": plan("C")})
    commit(root)
    if name is not None:
        git(root, "config", *name)
    (root / ACME).write_bytes(SMALLEST_PLAN.replace("\n", "\r\n").encode())
    (root / "accounts/b.yaml").write_bytes(plan("New").replace("\n", "\r\n").encode())
    (root / "accounts/c.yaml").unlink()
    (root / "accounts/d.yaml").write_text(plan("D"), encoding="utf-8")
    held = opened(root).object("HEAD", "accounts/b.yaml")
    assert opened(root).changed_since("HEAD", "accounts") == {"accounts/b.yaml": held}
