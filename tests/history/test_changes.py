"""What is found in how plans were changed since a revision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.history.changes import findings_since
from kamgen.history.git import repository_of
from kamgen.history.git_failures import UnknownRevision
from kamgen.plan.settings import Settings
from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
RISK = "risks:\n  - {id: new-buyer, text: The buyer retires}\n"
RENAMED = RISK.replace("new-buyer", "buyer-gone")


def since(root: Path, revision: str | None = None) -> list[Finding]:
    return list(findings_since(repository_of(root), revision, Settings(), date(2026, 6, 15)))


def test_an_id_renamed_since_the_last_commit_is_found_at_its_place(workspace: Write) -> None:
    commit(workspace({"accounts/acme.yaml": SMALLEST_PLAN + RISK}))
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + RENAMED})
    (finding,) = since(root)
    assert (finding.file, finding.line, finding.column, finding.rule) == ("accounts/acme.yaml", 5, 10, "renamed-id")
    say = WORDINGS["en"].say
    assert say(finding.message) == "new-buyer was renamed to buyer-gone; its history ends here"
    assert finding.hint is not None
    assert say(finding.hint) == "write new-buyer"


def test_once_it_is_committed_it_is_found_only_against_an_earlier_revision(workspace: Write) -> None:
    before = commit(workspace({"accounts/acme.yaml": SMALLEST_PLAN + RISK}))
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + RENAMED})
    commit(root, "Rename")
    assert since(root) == []
    assert [finding.rule for finding in since(root, before)] == ["renamed-id"]
    assert [finding.rule for finding in since(root, "HEAD~1")] == ["renamed-id"]


@pytest.mark.parametrize(
    "after",
    [
        RISK + "  - {id: rival, text: A rival is invited}\n",
        RISK.replace("The buyer retires", "The buyer retires in autumn"),
        "risks:\n  - {id: rival, text: A rival is invited}\n",
        "",
        "risks: [{id: \n",
    ],
    ids=["added", "reworded", "replaced", "removed", "broken"],
)
def test_other_changes_are_nobodys_business(workspace: Write, after: str) -> None:
    commit(workspace({"accounts/acme.yaml": SMALLEST_PLAN + RISK}))
    assert since(workspace({"accounts/acme.yaml": SMALLEST_PLAN + after})) == []


def test_an_action_that_moves_to_another_strategy_keeps_its_id_and_is_fine(workspace: Write) -> None:
    plan = (
        "goals:\n  strategies:\n    - {id: a, text: A, actions: [{id: visit, text: Visit}]}\n    - {id: b, text: B}\n"
    )
    moved = (
        "goals:\n  strategies:\n    - {id: a, text: A}\n    - {id: b, text: B, actions: [{id: visit, text: Visit}]}\n"
    )
    commit(workspace({"accounts/acme.yaml": SMALLEST_PLAN + plan}))
    assert since(workspace({"accounts/acme.yaml": SMALLEST_PLAN + moved})) == []
    renamed = workspace({"accounts/acme.yaml": SMALLEST_PLAN + moved.replace("id: visit", "id: call")})
    assert [finding.line for finding in since(renamed)] == [7]


def test_a_rename_can_be_waived_and_the_waiver_is_not_called_unused(workspace: Write) -> None:
    from kamgen.output.survey import survey_root

    commit(workspace({"accounts/acme.yaml": SMALLEST_PLAN + RISK}))
    waiver = "waivers: [{rule: renamed-id, reason: Agreed, until: 2026-07-01}]\n"
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + RENAMED + waiver})
    assert since(root) == []
    rules = {finding.rule for finding in survey_root(root, None, date(2026, 6, 15)).findings}
    assert "unused-waiver" not in rules


def test_a_workspace_inside_a_repository_is_compared_by_its_own_files(workspace: Write, tmp_path: Path) -> None:
    workspace({"accounts/acme.yaml": SMALLEST_PLAN + RISK, "accounts/大客户.txt": "x"})
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts" / "acme.yaml").write_text(SMALLEST_PLAN, encoding="utf-8")
    commit(tmp_path)
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + RENAMED, "accounts/大客户.txt": "y"})
    assert [finding.file for finding in since(root)] == ["accounts/acme.yaml"]
    repository = repository_of(root)
    assert repository is not None
    assert repository.prefix == "workspace/"


def test_a_plan_that_was_not_there_or_is_gone_is_not_compared(workspace: Write) -> None:
    root = workspace({"accounts/old.yaml": SMALLEST_PLAN + RISK})
    commit(root)
    (root / "accounts/old.yaml").unlink()
    assert since(workspace({"accounts/new.yaml": SMALLEST_PLAN + RENAMED})) == []


def test_without_a_repository_or_a_commit_there_is_nothing_to_compare_with(workspace: Write) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    assert since(root) == []
    git(root, "init", "--quiet")
    assert since(root) == []


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:accounts"])
def test_a_revision_that_was_asked_for_must_be_there(workspace: Write, revision: str) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    commit(root)
    with pytest.raises(UnknownRevision):
        since(root, revision)
    assert not (root / "x").exists()


def test_asked_for_a_revision_outside_of_a_repository_it_says_so(workspace: Write) -> None:
    with pytest.raises(UnknownRevision) as raised:
        since(workspace({"accounts/acme.yaml": SMALLEST_PLAN}), "HEAD")
    assert not raised.value.in_repository


def test_a_hook_of_another_repository_does_not_mislead_it(
    workspace: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(workspace({"accounts/acme.yaml": SMALLEST_PLAN + RISK}))
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + RENAMED})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert [finding.rule for finding in since(root)] == ["renamed-id"]
