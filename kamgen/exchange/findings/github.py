"""Findings as commands that GitHub turns into annotations of the changed lines.

GitHub shows ten errors, ten warnings and ten notices of a step: errors come first, and the last line counts them all.
"""

from __future__ import annotations

from kamgen.exchange.finding_report import FindingFormat, FindingReport, end_column
from kamgen.exchange.finding_words import rules_sentence, summary_sentence, why
from kamgen.exchange.terminal_text import printable
from kamgen.workspace.problems import Finding


def write(report: FindingReport) -> str:
    """Return one command for each finding, and a notice that sums them up."""
    commands = [_annotation(finding, report) for finding in report.errors_first]
    summary = _message(summary_sentence(report), rules_sentence(report))
    return "\n".join([*commands, f"::notice title=kamgen::{summary}"]) + "\n"


def _annotation(finding: Finding, report: FindingReport) -> str:
    wording = report.wording
    properties: dict[str, object] = {"file": report.place(finding)}
    if finding.line is not None:
        properties["line"] = finding.line
        if finding.column is not None:
            properties |= {"endLine": finding.line, "col": finding.column, "endColumn": end_column(finding)}
    properties["title"] = finding.rule
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    hint = "" if finding.hint is None else f"→ {wording.say(finding.hint)}"
    message = _message(wording.say(finding.message), hint, why(finding.rule, report.language) or "")
    return f"::{finding.level} {written}::{message}"


def _message(*lines: str) -> str:
    return _escaped("\n".join(printable(line) for line in lines if line))


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMAT = FindingFormat("github", "annotations of a GitHub workflow, and the job's summary", write)
