"""What makes a finding the same one in the next run, so that it is not reported as new."""

from __future__ import annotations

import hashlib
from collections import Counter

from kamgen.exchange.finding_report import FindingReport
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import Parameter
from kamgen.workspace.problems import Finding, written_path


def fingerprints(report: FindingReport) -> tuple[str, ...]:
    """Return a digest for each finding of a report, in its order; no two are the same.

    It is made of the file, the rule, the path, and the message without its numbers and days, and of how many such
    findings came before. So it outlives moved lines and another language, and what was late yesterday is the
    same finding today, when it is a day later.
    """
    seen: Counter[str] = Counter()
    digests = []
    for finding in report.findings:
        identity = _identity(report.place(finding), finding)
        seen[identity] += 1
        digests.append(hashlib.sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "backslashreplace")).hexdigest())
    return tuple(digests)


def _identity(place: str, finding: Finding) -> str:
    message = finding.message
    texts = [f"{name}={_text(value)}" for name, value in sorted(message.parameters.items())]
    return "\0".join((place, finding.rule, written_path(finding.path), message.pattern, *texts))


def _text(value: Parameter) -> str:
    if isinstance(value, LocalisedText):
        return f"{value.en}/{value.zh}"
    if isinstance(value, tuple):
        return ",".join(value)
    return value if isinstance(value, str) else ""
