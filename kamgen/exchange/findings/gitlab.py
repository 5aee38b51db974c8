"""Findings as a code quality report, which GitLab shows beside the changes of a merge request."""

from __future__ import annotations

import json

from kamgen.exchange.finding_identity import fingerprints
from kamgen.exchange.finding_report import FindingFormat, FindingReport
from kamgen.exchange.finding_words import told
from kamgen.exchange.terminal_text import printable

_SEVERITIES = {"error": "major", "warning": "minor"}


def write(report: FindingReport) -> str:
    """Return findings as a JSON array; a finding about a whole file stands at its first line."""
    issues = [
        {
            "description": printable(told(finding, report.wording)),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.level],
            "location": {"path": report.place(finding), "lines": {"begin": finding.line or 1}},
        }
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


FORMAT = FindingFormat("gitlab", "a GitLab code quality report", write)
