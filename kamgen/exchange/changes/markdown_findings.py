"""What became of findings, as Markdown tables: those on changed lines first."""

from __future__ import annotations

from kamgen.checks.finding_changes import FindingChanges
from kamgen.exchange.changes.change_words import findings_sentence
from kamgen.exchange.markdown_text import markdown_text
from kamgen.pages.changes.report import ChangeReport
from kamgen.workspace.problems import Finding

_ROOM_FOR_WORDS = 200
"""Characters for how many are left out."""


def findings_part(findings: FindingChanges, report: ChangeReport, room: int) -> str:
    """Return findings, those on changed lines first, in at most so many characters."""
    t = report.t
    mark = "✅" if not findings.on_changed_lines and not findings.new else "⚠️"
    if any(found.level == "error" for found in (*findings.on_changed_lines, *findings.new)):
        mark = "❌"
    head = f"#### {mark} {markdown_text(findings_sentence(findings, t))}\n"
    room -= len(head) + _ROOM_FOR_WORDS
    parts = [head]
    left_out = 0
    for title, found in (
        (t.text("On changed lines"), findings.on_changed_lines),
        (t.text("Elsewhere, and not there before"), findings.new),
    ):
        names = (title, t.text("What"), t.text("What to do"), t.text("Rule"))
        table = f"| {' | '.join(names)} |\n|---|---|---|---|\n"
        rows = []
        for finding in found:
            row = _finding(finding, report)
            room -= len(row)
            if room - len(table) < 0:
                break
            rows.append(row)
        left_out += len(found) - len(rows)
        if rows:
            parts.append(table + "".join(rows))
            room -= len(table)
    if left_out:
        parts.append(t.text("And {n} more finding.|And {n} more findings.", n=left_out) + "\n")
    return "\n".join(parts)


def _finding(finding: Finding, report: ChangeReport) -> str:
    t = report.t
    place = f"{report.prefix}{finding.file}"
    where = place if finding.line is None else f"{place}:{finding.line}"
    level = t.label("finding_level", finding.level)
    hint = "" if finding.hint is None else markdown_text(t.say(finding.hint))
    message = f"**{markdown_text(level)}** {markdown_text(t.say(finding.message))}"
    return f"| {markdown_text(where)} | {message} | {hint} | {markdown_text(finding.rule)} |\n"
