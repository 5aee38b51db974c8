"""A plan before and after an edit, what the edit makes wrong, and the plan's file written anew."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kamgen.checks.run import Checks
from kamgen.output.staging import CannotWrite, explained, write_whole
from kamgen.output.survey import Survey, plan_text, survey_root
from kamgen.plan.settings import Settings
from kamgen.workspace.finding_identity import identities
from kamgen.workspace.plan_file import PlanFile, plan_from_text
from kamgen.workspace.problems import Finding
from kamgen.workspace.problems import Path as ValuePath
from kamgen.workspace.text_file import read_bytes


class ChangedMeanwhile(CannotWrite):
    """The plan was written by somebody else while it was being edited."""


@dataclass(frozen=True)
class PlanEdit:
    """A plan as it is in its file, and as it would be.

    Attributes:
        before: The plan in its file.
        after: The plan of the new text.
        settings: The workspace's settings.
        as_of: The day that it was checked for.
        found: What is wrong with the new text and was not with the old one, with places in the new text.

    """

    before: PlanFile
    after: PlanFile
    settings: Settings
    as_of: date
    found: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the new text from being written."""
        return tuple(finding for finding in self.found if finding.level == "error")


def plan_edit(root: Path, before: PlanFile, text: str, removed: ValuePath, as_of: date | None, today: date) -> PlanEdit:
    """Return a plan with a new text, checked as ``kamgen validate`` checks it: alone and beside the other accounts.

    Args:
        root: The workspace.
        before: The plan as it stands in its file.
        text: The new text.
        removed: The way to the item of a list that the new text is without, since those after it move up; else empty.
        as_of: The day to check for; else the settings', else ``today``.
        today: Today.

    """
    survey = survey_root(root, as_of, today)
    purchases_file = before.file.removesuffix(".yaml") + ".purchases.csv"
    path = root / purchases_file
    purchases = read_bytes(path, root, purchases_file) if path.is_file() or path.is_symlink() else None
    after = plan_from_text(before.id, before.file, text, purchases_file, purchases)
    known = set(identities(_moved_up(survey.findings, before.id, removed)))
    findings = sorted(_findings(root, survey, before, after), key=lambda finding: (finding.file, finding.line or 0))
    fresh = zip(findings, identities(findings), strict=True)
    found = tuple(finding for finding, identity in fresh if identity not in known)
    return PlanEdit(before, after, survey.settings, survey.as_of, found)


def _findings(root: Path, survey: Survey, before: PlanFile, after: PlanFile) -> Iterator[Finding]:
    """Yield all that is wrong with a new plan: with itself, with the change, and with it among the other accounts."""
    checks = Checks(survey.settings, survey.as_of)
    checked = checks.of_plan(after)
    yield from checked.findings
    yield from checks.of_change(before, after)
    facts = {account_id: found.facts for account_id, found in survey.accounts.items()} | {after.id: checked.facts}

    def text_of(account_id: str | None) -> str:
        if account_id is None:
            return ""
        return after.text if account_id == after.id else plan_text(root, account_id)

    # The scores of all together are those of before the edit: scoring everything anew would tell the same errors.
    of_portfolio = checks.of_portfolio(facts, survey.portfolio, text_of)
    yield from (finding for finding in of_portfolio if finding.account is not None)


def _moved_up(findings: Iterable[Finding], account_id: str, removed: ValuePath) -> list[Finding]:
    """Return findings as they stand once an item of a list has gone: later items are one place further up."""
    if not removed or not isinstance(removed[-1], int):
        return list(findings)
    last, depth = removed[-1], len(removed) - 1
    moved = []
    for finding in findings:
        path = finding.path
        position = path[depth] if len(path) > depth and path[:depth] == removed[:-1] else None
        if finding.account == account_id and isinstance(position, int) and position > last:
            moved.append(replace(finding, path=(*path[:depth], position - 1, *path[depth + 1 :])))
        elif finding.account != account_id or position != last:
            moved.append(finding)
    return moved


def write_edit(root: Path, edit: PlanEdit) -> None:
    """Write the new text into the plan's file, whole or not at all; its mode stays, and a link stays a link.

    Raises:
        CannotWrite: if it cannot be written, or the file is no longer as it was read.

    """
    target = Path(os.path.realpath(root / edit.before.file))
    if not os.access(target, os.W_OK) or not os.access(target.parent, os.W_OK):
        raise CannotWrite(f"{edit.before.file} cannot be written: no permission. It was left as it was.")
    with explained(target):
        mode = stat.S_IMODE(target.stat().st_mode)
        data = target.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    if data != mark + edit.before.text.encode():
        raise ChangedMeanwhile(f"{edit.before.file} was changed by another program meanwhile; nothing was written.")
    write_whole(target, mark + edit.after.text.encode(), mode)
