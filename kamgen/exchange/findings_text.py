"""Findings for people: the line itself, a caret under the value, what is wrong, and a way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kamgen.exchange.terminal_text import columns, printable, styled
from kamgen.plan.values import Language
from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding

WIDEST = 100
"""Characters of a source line that are shown; of a longer one, the part around the value."""


def findings_text(findings: Sequence[Finding], files: int, *, color: bool = False, language: Language = "en") -> str:
    """Return findings as text in their order, with a summary line at the end."""
    frames = [_frame(finding, color, language) for finding in findings]
    return "\n".join([*frames, summary_line(findings, files)]) + "\n"


def summary_line(findings: Sequence[Finding], files: int) -> str:
    """Return how many errors and warnings there are in how many files."""
    levels = Counter(finding.level for finding in findings)
    checked = f"{files} file" if files == 1 else f"{files} files"
    if not findings:
        return f"{checked} checked, nothing to mend."
    parts = [
        f"{levels[level]} {level}" + ("" if levels[level] == 1 else "s")
        for level in ("error", "warning")
        if levels[level]
    ]
    return f"{checked} checked: {' and '.join(parts)}."


def _frame(finding: Finding, color: bool, language: Language) -> str:
    wording = WORDINGS[language]
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
    head = f"{styled(printable(place), 'bold', color)} {styled(finding.level, finding.level, color)} {finding.rule}"
    lines = [head]
    if finding.source is not None and finding.line is not None and finding.column is not None:
        lines += _source(finding, color)
    lines.append(f"  {printable(wording.say(finding.message))}")
    if finding.hint is not None:
        lines.append(f"  {styled('→', 'hint', color)} {printable(wording.say(finding.hint))}")
    return "\n".join(lines) + "\n"


def _source(finding: Finding, color: bool) -> list[str]:
    column = finding.column or 1
    source = finding.source or ""
    start = 0
    if len(source) > WIDEST and column > WIDEST * 3 // 4:
        start = column - WIDEST // 2
    shown = printable(source[start : start + WIDEST])
    before = ("…" if start else "") + shown[: column - 1 - start]
    text = ("…" if start else "") + shown + ("…" if len(source) > start + WIDEST else "")
    value = shown[column - 1 - start : column - 1 - start + finding.width]
    number = str(finding.line)
    margin = " " * len(number)
    carets = "^" * max(1, columns(value))
    return [
        f"  {styled(number + ' │', 'dim', color)} {text}",
        f"  {margin} {styled('│', 'dim', color)} {' ' * columns(before)}{styled(carets, finding.level, color)}",
    ]
