"""What is wrong with how plans were changed since a revision."""

from __future__ import annotations

from datetime import date

from kamgen.checks.run import Checks
from kamgen.history.git import LAST_COMMIT, Repository
from kamgen.history.git_failures import UnknownRevision
from kamgen.plan.settings import Settings
from kamgen.workspace.plan_file import plan_from_text, read_plan
from kamgen.workspace.problems import Finding
from kamgen.workspace.root import ACCOUNTS_FOLDER
from kamgen.workspace.text_file import decode


def findings_since(
    repository: Repository | None, revision: str | None, settings: Settings, as_of: date
) -> tuple[Finding, ...]:
    """Return what the rules about changes find in the plans that are not as they were at a revision.

    Only plans that were there then and are still there are compared. Without a revision they are compared with the last
    commit, as far as there is one.

    Raises:
        UnknownRevision: if the revision that was asked for cannot be found.

    """
    if repository is None:
        if revision is not None:
            raise UnknownRevision(revision, in_repository=False)
        return ()
    commit = repository.commit(LAST_COMMIT) if revision is None else repository.required_commit(revision)
    if commit is None:
        return ()
    root = repository.folder
    changed = repository.changed_since(commit, ACCOUNTS_FOLDER)
    plans = {file: blob for file, blob in changed.items() if file.endswith(".yaml")}
    checks = Checks(settings, as_of)
    findings: list[Finding] = []
    for file, data in zip(plans, repository.blobs(list(plans.values())), strict=True):
        text = None if data is None else decode(data, file)
        if isinstance(text, str):
            after = read_plan(root, file)
            findings += checks.of_change(plan_from_text(after.id, file, text), after)
    return tuple(findings)
