"""What every format of a comparison says in the same words."""

from __future__ import annotations

from kamgen.checks.finding_changes import FindingChanges
from kamgen.exchange.finding_words import counted
from kamgen.pages.changes.report import ChangeReport
from kamgen.pages.changes.spacing import SpacedWording
from kamgen.wording.language import Wording


def nothing_sentence(report: ChangeReport) -> str:
    """Return what is said where nothing is different."""
    return report.t.text("{title}: nothing changed, in plans, settings or scores.", title=report.title)


def findings_sentence(findings: FindingChanges, t: Wording) -> str:
    """Return how many findings a change brought, how many there are besides, and how many it mended."""
    said = []
    if findings.on_changed_lines:
        said.append(t.text("{found} on changed lines", found=counted(findings.on_changed_lines, t)))
    if findings.new:
        said.append(t.text("{found} new elsewhere", found=counted(findings.new, t)))
    if not said:
        said.append(t.text("nothing to mend that this change brought"))
    if findings.resolved:
        said.append(t.text("{n} mended", n=findings.resolved))
    if findings.remaining:
        said.append(t.text("{n} that was there before|{n} that were there before", n=findings.remaining))
    return t.text("Findings: {found}.", found=SpacedWording(t).listing(said))


def how_to_see(report: ChangeReport, account_id: str) -> str:
    """Return the command that shows all of one account's changes."""
    return f"kamgen diff {report.asked} --account {account_id}"
