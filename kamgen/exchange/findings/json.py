"""Findings for other programs, as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from kamgen.exchange.finding_report import FindingFormat, FindingReport, end_column
from kamgen.exchange.finding_words import why
from kamgen.wording.language import Wording
from kamgen.workspace.problems import Finding, written_path

VERSION = 1
"""Of the document: keys may come, none goes or changes its meaning."""


def write(report: FindingReport) -> str:
    """Return findings as one JSON document.

    Lines and columns count from 1, ``end_column`` is the first one after the value; what is not known is null.
    """
    levels = Counter(finding.level for finding in report.findings)
    document = {
        "format": VERSION,
        "as_of": report.as_of.isoformat(),
        "summary": {"files": len(report.files), "errors": levels["error"], "warnings": levels["warning"]},
        "findings": [finding_data(finding, report.wording) for finding in report.findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def finding_data(finding: Finding, wording: Wording) -> dict[str, Any]:
    """Return one finding as plain data, with its sentences in a language."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "account": finding.account,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_column": end_column(finding),
        "path": written_path(finding.path),
        "message": wording.say(finding.message),
        "hint": None if finding.hint is None else wording.say(finding.hint),
        "why": why(finding.rule, wording.language),
    }


FORMAT = FindingFormat("json", "for other programs", write, language="en")
