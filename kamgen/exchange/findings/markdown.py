"""Findings as Markdown, for the comment of a pull request and the summary of a job.

Whoever writes a plan also writes here: nothing of it becomes markup, a link, a picture or a mention.
"""

from __future__ import annotations

from kamgen.exchange.finding_report import FindingFormat, FindingGroup, FindingReport, grouped, subject
from kamgen.exchange.finding_words import heading, ranked_rules, summary_sentence, why
from kamgen.exchange.markdown_text import LONGEST_TEXT, markdown_text
from kamgen.workspace.problems import Finding

LONGEST = 60_000
"""Characters of a report: GitHub takes 65,536 in a comment, and whoever posts it may add some words."""


def write(report: FindingReport) -> str:
    """Return findings as a table for each account, errors first, in at most :data:`LONGEST` characters."""
    groups = {(group.account, group.file): group for group in grouped(report.findings)}
    mark = "✅" if not report.findings else "❌" if any(map(report.fails, report.findings)) else "⚠️"
    head = f"### {mark} {summary_sentence(report)}\n"
    shown = _that_fit(report, groups, LONGEST - len(head))
    tables = sorted(grouped(shown), key=lambda group: group.findings[0].level != "error")
    parts = [head]
    for group in tables:
        parts.append(_table_head(groups[group.account, group.file], report) + _rows(group, report))
    left_out = len(report.findings) - len(shown)
    if left_out:
        parts.append(report.wording.text("And {n} more finding.|And {n} more findings.", n=left_out) + "\n")
    if shown:
        parts.append(_reasons(shown, report))
    return "\n".join(part for part in parts if part)


def _that_fit(
    report: FindingReport, groups: dict[tuple[str | None, str | None], FindingGroup], room: int
) -> tuple[Finding, ...]:
    """Return as many findings as there is room for, errors first, with all that they bring along."""
    room -= len(_reasons((), report)) + LONGEST_TEXT  # for the words at the end
    brought: set[str] = set()
    findings = report.errors_first
    for number, finding in enumerate(findings):
        along = {_table_head(groups[subject(finding)], report), _reason(finding.rule, report)} - brought
        room -= len(_row(finding, report)) + sum(len(piece) + 1 for piece in along)
        if room < 0:
            return findings[:number]
        brought |= along
    return findings


def _table_head(group: FindingGroup, report: FindingReport) -> str:
    wording = report.wording
    about, found = heading(group, report)
    names = (wording.text("Where"), wording.text("What"), wording.text("What to do"), wording.text("Rule"))
    title = wording.text("{about}: {found}", about=markdown_text(about), found=found)
    return f"#### {title}\n\n| {' | '.join(names)} |\n|---|---|---|---|\n"


def _rows(group: FindingGroup, report: FindingReport) -> str:
    return "".join(_row(finding, report) for finding in group.findings)


def _row(finding: Finding, report: FindingReport) -> str:
    wording = report.wording
    place = report.place(finding) if finding.line is None else f"{report.place(finding)}:{finding.line}"
    level = wording.label("finding_level", finding.level)
    hint = "" if finding.hint is None else markdown_text(wording.say(finding.hint))
    cells = (
        markdown_text(place),
        f"**{level}** {markdown_text(wording.say(finding.message))}",
        hint,
        markdown_text(finding.rule),
    )
    return f"| {' | '.join(cells)} |\n"


def _reasons(findings: tuple[Finding, ...], report: FindingReport) -> str:
    title = report.wording.text("Why these rules matter")
    reasons = "".join(_reason(rule, report) for rule, _ in ranked_rules(findings))
    return f"<details><summary>{title}</summary>\n\n{reasons}\n</details>\n"


def _reason(rule: str, report: FindingReport) -> str:
    reason = why(rule, report.language)
    if reason is None:
        return ""
    about, found = f"**{markdown_text(rule)}**", markdown_text(reason)
    return f"- {report.wording.text('{about}: {found}', about=about, found=found)}\n"


FORMAT = FindingFormat("markdown", "for the comment of a pull request", write)
