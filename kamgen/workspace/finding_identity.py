"""What makes a finding the same one in the next run, so that it is not taken for a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import Parameter
from kamgen.workspace.problems import Finding, written_path


def identities(findings: Iterable[Finding], prefix: str = "") -> Iterator[bytes]:
    """Yield what identifies each finding, in the order given; no two are the same.

    It is made of the file (after ``prefix``, the way from the repository's top), the rule, the path, and the message
    without its numbers and days, and of how many such findings came before. So it outlives moved lines and another
    language, and what was late yesterday is the same finding today, when it is a day later.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        identity = _identity(prefix + finding.file, finding)
        seen[identity] += 1
        yield f"{identity}\0{seen[identity]}".encode("utf-8", "backslashreplace")


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
