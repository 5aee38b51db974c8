"""Findings for people: by account, each with its line, a caret under the value, what is wrong, why, and a way out."""

from __future__ import annotations

from itertools import groupby

from kamgen.exchange.finding_report import FindingFormat, FindingGroup, FindingReport, grouped
from kamgen.exchange.finding_words import heading, ranked_rules, rules_sentence, summary_sentence, told_why
from kamgen.exchange.terminal_text import beginning, columns, printable, styled, wrapped
from kamgen.workspace.problems import Finding

WIDEST = 100
"""Columns of a source line that are shown; of a longer one, the part around the value."""
_LEAD = WIDEST // 2
"""Columns that are shown before the value in a line that is too long."""


def write(report: FindingReport) -> str:
    """Return findings as text, grouped by account, with a summary at the end."""
    explained: set[str] = set()
    blocks = [block for group in grouped(report.findings) for block in _group(group, report, explained)]
    return "\n\n".join([*blocks, _summary(report)]) + "\n"


def _summary(report: FindingReport) -> str:
    lines = [summary_sentence(report)]
    if report.findings:
        most_frequent = ranked_rules(report.findings)[0][0]
        lines.append(rules_sentence(report))
        lines.append(report.wording.text("More about a rule: kamgen explain {rule}", rule=most_frequent))
    return "\n".join(printable(line) for line in lines)


def _group(group: FindingGroup, report: FindingReport, explained: set[str]) -> list[str]:
    about, found = heading(group, report)
    title = report.wording.text("{about}: {found}", about=about, found=found)
    blocks = [styled(f"── {printable(title)}", "bold", report.color)]
    for _, same_place in groupby(group.findings, key=lambda finding: (finding.file, finding.line, finding.column)):
        blocks.append("\n".join(_at_one_place(tuple(same_place), report, explained)))
    return blocks


def _at_one_place(findings: tuple[Finding, ...], report: FindingReport, explained: set[str]) -> list[str]:
    """Return the lines of findings about one value: they share the frame of its source line."""
    lines: list[str] = []
    for position, finding in enumerate(findings):
        lines.append(_head(finding, report))
        if position == 0 and finding.source is not None and finding.line is not None and finding.column is not None:
            widest = max(other.width for other in findings)
            lines += _frame(finding.source, finding.line, finding.column, widest, finding.level, report.color)
        lines += _words(finding, report, explained)
    return lines


def _head(finding: Finding, report: FindingReport) -> str:
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
    level = report.wording.label("finding_level", finding.level).lower()
    shown = styled(printable(place), "bold", report.color)
    return f"{shown} {styled(level, finding.level, report.color)} {printable(finding.rule)}"


def _words(finding: Finding, report: FindingReport, explained: set[str]) -> list[str]:
    """Return what is wrong, what to do, and why it matters where the rule has not said it in this report."""
    wording = report.wording
    lines = [f"  {printable(wording.say(finding.message))}"]
    if finding.hint is not None:
        lines.append(f"  {styled('→', 'hint', report.color)} {printable(wording.say(finding.hint))}")
    reason = None if finding.rule in explained else told_why(finding.rule, wording)
    explained.add(finding.rule)
    if reason is not None:
        lines += [f"  {styled(line, 'dim', report.color)}" for line in wrapped(reason, WIDEST)]
    return lines


def _frame(source: str, line: int, column: int, width: int, level: str, color: bool) -> list[str]:
    before, rest = _window(source, column - 1)
    shown = beginning(rest, max(1, WIDEST - columns(before)))
    end = "…" if len(shown) < len(source) - column + 1 else ""
    carets = "^" * max(1, columns(shown[:width]))
    margin = " " * len(str(line))
    return [
        f"  {styled(f'{line} │', 'dim', color)} {before}{shown}{end}",
        f"  {margin} {styled('│', 'dim', color)} {' ' * columns(before)}{styled(carets, level, color)}",
    ]


def _window(source: str, start: int) -> tuple[str, str]:
    """Return what is shown of a line before a position, and what may be shown from there on.

    Of a line of many thousand characters only the neighbourhood is looked at: it may have as many findings.
    """
    near = printable(source[max(0, start - WIDEST) : start])
    rest = printable(source[start : start + WIDEST])
    whole = start <= WIDEST and len(source) <= WIDEST and columns(near) + columns(rest) <= WIDEST
    if whole or (len(near) == start and columns(near) <= _LEAD):
        return near, rest
    return "…" + beginning(near[::-1], _LEAD)[::-1], rest


FORMAT = FindingFormat("text", "for people: the line, a caret under the value, what to do", write)
