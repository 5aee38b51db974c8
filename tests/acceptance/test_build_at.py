"""``kamgen build --at``: the site as it would have been, beside a working tree that nobody touches."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kamgen.history import git_process
from tests.conftest import SMALLEST_PLAN, Said
from tests.repositories import commit, git

Write = Callable[..., Path]
Run = Callable[..., Said]
ACME, SHOP = "accounts/acme.yaml", "accounts/shop.yaml"
SETTINGS = "team: [{id: lin, name: Lin}]\nlanguages: [en, zh]\n"
FEBRUARY, APRIL, MAY = "2026-02-10T09:00:00Z", "2026-04-12T09:00:00Z", "2026-05-06T09:00:00Z"


def plan(name: str) -> str:
    return SMALLEST_PLAN.replace("Acme", name) + "service: {surveys: [{date: 2025-12-01, satisfied: 1}]}\n"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def state_of(root: Path) -> dict[str, tuple[int, bytes]]:
    """Return every file of a workspace, its repository included, with the time of its last change."""
    return {name: ((root / name).stat().st_mtime_ns, data) for name, data in contents(root).items()}


@pytest.fixture
def root(workspace: Write) -> Path:
    """Return a workspace whose account had another name in February and in April, and has one since May."""
    commit(workspace({ACME: plan("Winter")}, SETTINGS), "Begin", day=FEBRUARY)
    commit(workspace({ACME: plan("Spring"), SHOP: plan("Shop")}, SETTINGS), "Rename", day=APRIL)
    root = workspace({ACME: plan("Summer")}, SETTINGS)
    (root / SHOP).unlink()
    commit(root, "Rename again", day=MAY)
    return root


def test_it_builds_the_plans_of_a_commit_for_its_day(root: Path, kamgen: Run, tmp_path: Path) -> None:
    then = git(root, "rev-parse", "--short=7", "HEAD~1").strip()
    said = kamgen("build", "--no-pdf", "--at", "HEAD~1", "--output", tmp_path / "then", root=root)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Built the site as of {then} (12 Apr 2026) in {tmp_path / 'then'}: 2 accounts, ")
    page = (tmp_path / "then/accounts/acme.html").read_text(encoding="utf-8")
    assert "Spring" in page
    assert "Summer" not in page
    assert '"as_of": "2026-04-12"' in (tmp_path / "then/manifest.json").read_text(encoding="utf-8")
    again = kamgen("build", "--no-pdf", "--at", "HEAD~1", "--output", tmp_path / "then", root=root)
    assert "nothing changed" in again.out


def test_the_working_tree_the_index_and_the_workspaces_site_stay_as_they_are(
    root: Path, kamgen: Run, tmp_path: Path
) -> None:
    kamgen("build", "--no-pdf", root=root)
    (root / ACME).write_text("half-written: [", encoding="utf-8")
    (root / SHOP).write_text(plan("Not committed"), encoding="utf-8")
    git(root, "add", SHOP)
    (root / ".git/index.lock").touch()
    before = state_of(root)
    said = kamgen("build", "--no-pdf", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    assert said.code == 0
    assert state_of(root) == before
    assert not (tmp_path / "then/accounts/shop.html").exists()


def test_of_the_last_commit_it_is_byte_for_byte_what_a_build_of_a_clean_tree_is(
    root: Path, kamgen: Run, tmp_path: Path
) -> None:
    kamgen("build", "--no-pdf", "--as-of", "2026-05-06", "--output", tmp_path / "now", root=root)
    kamgen("build", "--no-pdf", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    now, then = contents(tmp_path / "now"), contents(tmp_path / "then")
    assert now.keys() == then.keys()
    assert [name for name in now if now[name] != then[name]] == []


@pytest.mark.pdf
def test_briefs_too(root: Path, kamgen: Run, tmp_path: Path) -> None:
    kamgen("build", "acme", "--as-of", "2026-05-06", "--output", tmp_path / "now", root=root)
    said = kamgen("build", "acme", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    assert "of them PDF" in said.out
    assert contents(tmp_path / "now") == contents(tmp_path / "then")


def test_what_came_later_is_not_known_then(root: Path, kamgen: Run, tmp_path: Path) -> None:
    """A build for the same day that was made back then, in a clone that ends there, is the same."""
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", root.as_uri(), str(clone))
    git(clone, "checkout", "--quiet", "HEAD~1")
    kamgen("build", "--no-pdf", "--as-of", "2026-08-01", "--output", tmp_path / "back-then", root=clone)
    asked = ("--at", "HEAD~1", "--as-of", "2026-08-01", "--output", tmp_path / "then")
    assert kamgen("build", "--no-pdf", *asked, root=root).code == 0
    assert contents(tmp_path / "back-then") == contents(tmp_path / "then")


def test_settings_of_the_commit_name_the_day_and_as_of_comes_before(workspace: Write, kamgen: Run) -> None:
    root = workspace({ACME: plan("Acme")}, SETTINGS + "as_of: 2026-01-31\n")
    commit(root, day=FEBRUARY)
    site = root.parent / "then"
    assert "(31 Jan 2026)" in kamgen("build", "--no-pdf", "--at", "HEAD", "--output", site, root=root).out
    asked = ("--at", "HEAD", "--as-of", "2026-03-01", "--output", site)
    assert "(1 Mar 2026)" in kamgen("build", "--no-pdf", *asked, root=root).out


def test_one_language_and_some_accounts_can_be_asked_for(root: Path, kamgen: Run, tmp_path: Path) -> None:
    asked = ("--at", "HEAD~1", "--language", "zh", "--output", tmp_path / "then")
    assert kamgen("build", "shop", "--no-pdf", *asked, root=root).code == 0
    assert (tmp_path / "then/accounts/shop.html").is_file()
    assert not (tmp_path / "then/accounts/acme.html").exists()
    assert 'lang="zh' in (tmp_path / "then/index.html").read_text(encoding="utf-8")
    nobody = kamgen("build", "nobody", "--no-pdf", *asked, root=root)
    assert (nobody.code, "no account nobody" in nobody.err) == (2, True)


def test_a_check_tells_whether_a_folder_holds_it(root: Path, kamgen: Run, tmp_path: Path) -> None:
    asked = ("--no-pdf", "--at", "HEAD~1", "--output", tmp_path / "then")
    then = git(root, "rev-parse", "--short=7", "HEAD~1").strip()
    assert kamgen("build", "--check", *asked, root=root).code == 1
    kamgen("build", *asked, root=root)
    good = kamgen("build", "--check", *asked, root=root)
    assert (good.code, good.out) == (0, f"{tmp_path / 'then'} is what the plans said at {then}.\n")
    other = kamgen("build", "--check", "--no-pdf", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    assert other.code == 1
    assert "out of date: accounts/acme.html" in other.err
    assert "kamgen build --at" in other.err


def test_errors_are_told_by_the_names_that_files_had_then(workspace: Write, kamgen: Run, tmp_path: Path) -> None:
    root = workspace({ACME: plan("Acme"), SHOP: "kamgen: 1\nname: Shop\nowner: x y\n"})
    then = commit(root, day=FEBRUARY)[:7]
    workspace({SHOP: plan("Shop")})
    asked = ("--no-pdf", "--at", "HEAD", "--output", tmp_path / "then")
    said = kamgen("build", *asked, root=root)
    assert said.code == 1
    assert f"{then}:{SHOP}:3:8 error" in said.err
    assert f"At {then} the plans had errors: nothing was written." in said.err
    assert tempfile.gettempdir() + "/kamgen" not in said.err
    assert not (tmp_path / "then/index.html").exists()
    going = kamgen("build", "--keep-going", *asked, root=root)
    assert going.code == 1
    assert "Left out: shop." in going.err
    assert (tmp_path / "then/accounts/acme.html").is_file()


@pytest.mark.parametrize("output", [[], ["--output", "site"], ["--output", "accounts/../site/"]], ids=" ".join)
def test_it_asks_for_a_folder_of_its_own(
    root: Path, kamgen: Run, output: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    said = kamgen("build", "--at", "HEAD", *output)
    assert said.code == 2
    assert "kamgen build --at HEAD --output ../site-then" in said.err
    assert not (root / "site").exists()


OWN = '{% extends "kamgen/site/account.html" %}{% block contents %}{{ super() }}<p>OWN</p>{% endblock %}'


def test_own_templates_are_those_of_the_commit(workspace: Write, kamgen: Run, tmp_path: Path) -> None:
    workspace({ACME: plan("Acme"), "templates/site/account.html": OWN.replace("OWN", "Ours of old")}, SETTINGS)
    commit(tmp_path / "workspace", day=FEBRUARY)
    root = workspace({"templates/site/account.html": OWN.replace("OWN", "Ours of today")}, SETTINGS)
    commit(root, day=APRIL)
    kamgen("build", "--no-pdf", "--at", "HEAD~1", "--output", tmp_path / "then", root=root)
    page = (tmp_path / "then/accounts/acme.html").read_text(encoding="utf-8")
    assert "Ours of old" in page
    assert "Ours of today" not in page


def test_a_template_that_was_wrong_then_is_named_as_it_was(workspace: Write, kamgen: Run, tmp_path: Path) -> None:
    root = workspace({ACME: plan("Acme"), "templates/site/account.html": "{% if %}"}, SETTINGS)
    then = commit(root, day=FEBRUARY)[:7]
    said = kamgen("build", "--no-pdf", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    assert said.code == 2
    assert f"{then}:templates/site/account.html:1: " in said.err


def test_what_the_next_build_relies_on_is_kept_and_replays_leave_nothing_behind(
    root: Path, kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kamgen.output import account_survey

    monkeypatch.setattr("kamgen.output.inputs.settled", lambda _: True)
    monkeypatch.setattr("kamgen.output.survey.settled", lambda _: True)
    monkeypatch.setattr("kamgen.output.site.settled", lambda _: True)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    workspace_templates = root / "templates/site/account.html"
    workspace_templates.parent.mkdir(parents=True)
    workspace_templates.write_text(OWN, encoding="utf-8")
    commit(root, "Templates", day="2026-06-01T09:00:00Z")
    kamgen("build", "--no-pdf", root=root)
    cache = Path(os.environ["KAMGEN_CACHE"])
    before = {name: data for name, data in contents(cache).items() if "/replay/" not in name}
    sizes = []
    for revision in ("HEAD", "HEAD~2", "HEAD", "HEAD~1", "HEAD"):
        kamgen("build", "--no-pdf", "--at", revision, "--output", tmp_path / "then", root=root)
        sizes.append(len(contents(cache)))
    assert {name: data for name, data in contents(cache).items() if "/replay/" not in name} == before
    assert sizes[2] == sizes[-1]
    assert list(temporary.iterdir()) == []
    monkeypatch.setattr(account_survey, "read_plan", lambda *_: pytest.fail("read again"))
    assert kamgen("build", "--no-pdf", root=root).out.startswith("Nothing changed.")


def test_a_link_is_left_out_and_said(workspace: Write, kamgen: Run, tmp_path: Path) -> None:
    root = workspace({ACME: plan("Acme")}, SETTINGS)
    (root / SHOP).symlink_to("acme.yaml")
    commit(root, day=FEBRUARY)
    said = kamgen("build", "--no-pdf", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    assert said.code == 0
    assert said.err == f"kamgen: not in the site, for links and the like are not followed: {SHOP}\n"
    assert not (tmp_path / "then/accounts/shop.html").exists()


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("nowhere", "git knows no revision nowhere"),
        ("--help-me", "git knows no revision --help-me"),
        ("", "a revision has no name"),
        ("HEAD:accounts", "HEAD:accounts is no commit"),
        ("HEAD:accounts/acme.yaml", "is no commit"),
        ("of-a-file", "of-a-file is no commit"),
        ("HEAD~9", "git knows no revision HEAD~9"),
        ("HEAD~1..HEAD", "git knows no revision HEAD~1..HEAD"),
    ],
)
def test_a_revision_must_be_a_commit(root: Path, kamgen: Run, tmp_path: Path, revision: str, words: str) -> None:
    git(root, "tag", "of-a-file", "HEAD:accounts/acme.yaml")
    said = kamgen("build", f"--at={revision}", "--output", tmp_path / "then", root=root)
    assert said.code == 2
    assert words in said.err
    assert not (tmp_path / "then").exists()


def test_a_tag_of_a_commit_will_do(root: Path, kamgen: Run, tmp_path: Path) -> None:
    git(root, "tag", "--annotate", "--message", "Quarter", "q1", "HEAD~1")
    said = kamgen("build", "--no-pdf", "--at", "q1", "--output", tmp_path / "then", root=root)
    assert "(12 Apr 2026)" in said.out


def test_without_a_repository_or_a_commit_it_says_so(workspace: Write, kamgen: Run, tmp_path: Path) -> None:
    root = workspace({ACME: plan("Acme")})
    asked = ("--at", "HEAD", "--output", tmp_path / "then")
    none = kamgen("build", *asked, root=root)
    assert (none.code, "git init" in none.err) == (2, True)
    git(root, "init", "--quiet")
    young = kamgen("build", *asked, root=root)
    assert (young.code, "nothing has been committed yet" in young.err) == (2, True)


def test_without_git_it_says_so(root: Path, kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = kamgen("build", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    assert said.code == 2
    assert "git is not installed" in said.err


def test_before_there_was_a_workspace_there_is_nothing_to_build(root: Path, kamgen: Run, tmp_path: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "empty")
    git(root, "read-tree", "--empty")
    (root / "readme.txt").write_text("x")
    git(root, "add", "readme.txt")
    git(root, "commit", "--quiet", "--message", "Elsewhere")
    said = kamgen("build", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    assert (said.code, "there was no workspace at" in said.err) == (2, True)


def test_plans_in_another_repository_are_not_to_be_had(root: Path, kamgen: Run, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "acme.yaml").write_text(plan("Acme"), encoding="utf-8")
    commit(inner)
    outer = tmp_path / "outer"
    outer.mkdir()
    (outer / "kamgen.yaml").write_text(SETTINGS, encoding="utf-8")
    git(outer, "init", "--quiet")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "accounts")
    commit(outer)
    assert kamgen("build", "--no-pdf", "--as-of", "2026-08-01", root=outer).code == 0
    said = kamgen("build", "--at", "HEAD", "--output", tmp_path / "then", root=outer)
    assert (said.code, "accounts/ was a repository of its own (a submodule)" in said.err) == (2, True)


def test_a_clone_says_how_to_get_what_it_lacks(root: Path, kamgen: Run, tmp_path: Path) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    for kind, words in (
        ("--depth=1", "git fetch --unshallow"),
        ("--filter=blob:none", "git fetch --refetch"),
        ("--filter=tree:0", "git fetch --refetch"),
    ):
        clone = tmp_path / kind.strip("-").replace(":", "-")
        git(tmp_path, "clone", "--quiet", kind, root.as_uri(), str(clone))
        said = kamgen("build", "--no-pdf", "--at", "HEAD~1", "--output", tmp_path / "then", root=clone)
        assert (said.code, words in said.err) == (2, True), said.err
        last = kamgen("build", "--no-pdf", "--at", "HEAD", "--output", tmp_path / "then", root=clone)
        assert last.code == 0, last.err


# A build of the working tree, where git tells nothing of the past.


def test_a_folder_that_git_does_not_trust_is_built_without_its_history_and_said_to_be(
    root: Path, kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(git_process.SURROUNDINGS, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for _ in range(2):
        said = kamgen("build", "--no-pdf", "--as-of", "2026-08-01", root=root)
        assert said.code == 0
        assert f"git config --global --add safe.directory {root}. The pages show no history.\n" in said.err
    asked = kamgen("build", "--at", "HEAD", "--output", tmp_path / "then", root=root)
    assert (asked.code, "safe.directory" in asked.err) == (2, True)


def test_a_damaged_history_is_said_and_the_site_built_without_it(root: Path, kamgen: Run, tmp_path: Path) -> None:
    name = git(root, "rev-parse", "HEAD~2").strip()
    path = root / ".git/objects" / name[:2] / name[2:]
    path.chmod(0o644)
    path.write_bytes(b"damaged")
    said = kamgen("build", "--no-pdf", "--as-of", "2026-08-01", root=root)
    assert said.code == 0
    assert "is corrupt). Look for damage with: git fsck" in said.err
    assert "Summer" in (root / "site/accounts/acme.html").read_text(encoding="utf-8")
    assert kamgen("score", root=root).code == 0
    assert kamgen("validate", root=root).code == 0
