"""``kamgen diff`` from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SMALLEST_PLAN, Said
from tests.repositories import commit, git

Write = Callable[..., Path]
Run = Callable[..., Said]
ACME = SMALLEST_PLAN + "power_map:\n  people:\n    - {id: cfo, name: Ann, role: economic, influence: 4, support: 0}\n"
FILE = "accounts/acme.yaml"


@pytest.fixture
def root(workspace: Write) -> Path:
    """Return a repository whose plan says something else in the working tree."""
    root = workspace({FILE: ACME})
    commit(root, day="2026-05-01T09:00:00Z")
    (root / FILE).write_text(ACME.replace("support: 0", "support: 2") + "status: dormant\n")
    return root


def test_it_says_what_changed_and_what_that_did(root: Path, kamgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    said = kamgen("diff", root=root)
    name = git(root, "rev-parse", "HEAD")[:8]
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        f"Plans: HEAD ({name} of 1 May 2026) → working tree\n"
        "1 plan changed. Scores are those of 6 May 2026.\n"
        "\n"
        "What matters most\n"
        "  Acme: health red → amber (facts)\n"
        "    Status: active → dormant\n"
        "\n"
        "── Acme (acme)\n"
        "  Status: active → dormant\n"
        "  Ann: support neutral → advocate\n"
        "  Scores\n"
        "    Relationship  32 → 54      facts +22  mostly support index: 0 → +100\n"
        "    Health        32 → 54      facts +22  mostly relationship: 32 → 54\n"
        "    Health band   Red → Amber  facts\n"
        "    Plan quality  32 → 41      facts +9\n"
    )


def test_it_speaks_the_language_that_is_asked_for(root: Path, kamgen: Run) -> None:
    said = kamgen("diff", "--language", "zh", root=root)
    assert "── Acme（acme）\n" in said.out
    assert "1 份计划有变更" in said.out


def test_json_is_for_machines(root: Path, kamgen: Run) -> None:
    (root / "kamgen.yaml").write_text("language: zh\nas_of: 2026-05-06\n")
    document = json.loads(kamgen("diff", "--format", "json", root=root).out)
    assert (document["format"], document["to"]) == (1, None)
    assert document["from"] == git(root, "rev-parse", "HEAD").strip()
    (account,) = document["accounts"]
    assert (account["id"], account["change"]) == ("acme", "changed")
    assert account["changes"][0] == {
        "path": "status",
        "before": "active",
        "after": "dormant",
        "sentence": "Status: active → dormant",
    }
    relationship = next(move for move in account["scores"] if move["score"] == "relationship.score")
    assert relationship["because"] == "facts"
    assert relationship["after"] - relationship["before"] == pytest.approx(relationship["parts"]["facts"], abs=0.001)


def test_revisions_are_compared_without_touching_the_working_tree(root: Path, kamgen: Run) -> None:
    before = (root / FILE).read_text()
    commit(root, "May", day="2026-05-02T09:00:00Z")
    said = kamgen("diff", "HEAD~1..HEAD", root=root)
    assert "support neutral → advocate" in said.out
    assert (root / FILE).read_text() == before
    assert git(root, "status", "--short") == ""


def test_the_exit_code_tells_on_request_whether_anything_is_different(root: Path, kamgen: Run) -> None:
    assert kamgen("diff", root=root).code == 0
    assert kamgen("diff", "--exit-code", root=root).code == 1
    commit(root, "May")
    assert kamgen("diff", "--exit-code", root=root).code == 0
    assert "working tree: nothing changed" in kamgen("diff", root=root).out


def test_one_document_for_a_pull_request(root: Path, kamgen: Run, tmp_path: Path) -> None:
    (root / FILE).write_text(ACME + "risks:\n  - {id: r, text: Risk, owner: nobody}\n")
    file = tmp_path / "comment.md"
    pages = "https://plans.example/12/"
    said = kamgen(
        "diff", "HEAD", "--format", "markdown", "--findings", "--pages", pages, "-o", file, root=root
    )  # fmt: skip
    assert (said.code, said.out) == (0, f"Wrote {file}. 1 plan changed.\n")
    comment = file.read_text()
    assert comment.startswith("### Plans: HEAD ")
    assert f"| {FILE}:8 | **Error** nobody is not a member of the team |" in comment
    assert "<details><summary><b>Acme</b> <code>acme</code>: 1 change" in comment
    assert "plans.example" not in comment  # a plan with errors has no page
    (root / FILE).write_text(ACME + "status: dormant\n")
    assert "(<https://plans.example/12/accounts/acme.html>)" in kamgen(
        "diff", "--format", "markdown", "--pages", pages, root=root
    ).out  # fmt: skip


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "ftp://x.example/", "plans.example", "https://me:secret@x.example/", "https://x/{file}"],
)
def test_pages_lie_at_a_web_address(root: Path, kamgen: Run, address: str) -> None:
    said = kamgen("diff", "--pages", address, root=root)
    assert said.code == 2
    assert "is not the address of a site" in said.err


class TestFailures:
    def test_an_account_that_is_in_neither_state(self, root: Path, kamgen: Run) -> None:
        said = kamgen("diff", "--account", "nobody", root=root)
        assert said.code == 2
        assert "there is no account 'nobody' in either of the two states" in said.err

    def test_no_repository_and_no_commit(self, workspace: Write, kamgen: Run) -> None:
        root = workspace({FILE: ACME})
        assert "is in no git repository" in kamgen("diff", root=root).err
        git(root, "init", "--quiet")
        said = kamgen("diff", root=root)
        assert (said.code, said.out) == (2, "")
        assert "nothing has been committed yet" in said.err

    def test_a_shallow_clone_says_how_to_get_the_rest(self, root: Path, kamgen: Run, tmp_path: Path) -> None:
        commit(root, "May")
        git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "shallow")
        for asked in ("HEAD~1", "HEAD~1...HEAD"):
            said = kamgen("diff", asked, root=tmp_path / "shallow")
            assert said.code == 2
            assert "git fetch --unshallow" in said.err
            assert "fetch-depth: 0" in said.err

    def test_branches_without_a_common_commit(self, root: Path, kamgen: Run) -> None:
        git(root, "checkout", "--quiet", "--orphan", "other")
        commit(root, "Other")
        said = kamgen("diff", "main...other", root=root)
        assert said.code == 2
        assert "main and other have no commit in common; two dots compare them as they are: main..other" in said.err
