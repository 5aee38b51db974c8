"""What is wrong with how plans were changed since a revision."""

from __future__ import annotations

from datetime import date

from kamgen.checks.run import Checks
from kamgen.history.git import LAST_COMMIT, Repository, UnknownRevision
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
    commit = None if repository is None else repository.commit(revision or LAST_COMMIT)
    if repository is None or commit is None:
        if revision is not None:
            raise UnknownRevision(revision, in_repository=repository is not None)
        return ()
    root = repository.folder
    changed = [file for file in repository.changed_since(commit, ACCOUNTS_FOLDER) if file.endswith(".yaml")]
    before = repository.contents(commit, [file for file in changed if (root / file).is_file()])
    if not before:
        return ()
    checks = Checks(settings, as_of)
    findings: list[Finding] = []
    for file, data in before.items():
        text = decode(data, file)
        if isinstance(text, str):
            after = read_plan(root, file)
            findings += checks.of_change(plan_from_text(after.id, file, text), after)
    return tuple(findings)
