"""Findings for other programs, as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date

from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding, written_path

FORMAT = 1


def findings_json(findings: Sequence[Finding], files: int, as_of: date) -> str:
    """Return findings as one JSON document; lines and columns count from 1, what is not known is null."""
    say = WORDINGS["en"].say
    levels = Counter(finding.level for finding in findings)
    document = {
        "format": FORMAT,
        "as_of": as_of.isoformat(),
        "summary": {"files": files, "errors": levels["error"], "warnings": levels["warning"]},
        "findings": [
            {
                "rule": finding.rule,
                "level": finding.level,
                "account": finding.account,
                "file": finding.file,
                "line": finding.line,
                "column": finding.column,
                "path": written_path(finding.path),
                "message": say(finding.message),
                "hint": None if finding.hint is None else say(finding.hint),
            }
            for finding in findings
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
