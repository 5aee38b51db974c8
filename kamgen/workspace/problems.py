"""Findings: what is wrong or missing, where, and what to do about it, as values that others print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kamgen.wording.phrase import Phrase

FindingLevel = Literal["error", "warning"]
Path = tuple[str | int, ...]
"""The way to a value of a file: keys and list positions, such as ``("power_map", "people", 2, "influence")``."""


@dataclass(frozen=True)
class Finding:
    """Something that a person should mend.

    Attributes:
        rule: Name of the rule, such as ``unknown-key``.
        level: ``error`` fails a build, ``warning`` does not.
        message: What is wrong.
        file: The file, relative to the workspace, with forward slashes.
        account: Id of the account, if it is about one.
        path: The way to the value inside the file; empty for the file as a whole.
        hint: A way out, where one is known.
        line: Line from 1, where it is known.
        column: Column from 1, in characters.
        width: How many characters the value takes on its line, at least 1.
        source: The line itself, without its end.

    """

    rule: str
    level: FindingLevel
    message: Phrase
    file: str
    account: str | None = None
    path: Path = ()
    hint: Phrase | None = None
    line: int | None = None
    column: int | None = None
    width: int = 1
    source: str | None = None


def written_path(path: Path) -> str:
    """Return a path as people write it: ``power_map.people[2].influence``."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        else:
            written += f".{part}" if written else part
    return written


def order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    """Return the key that sorts findings by file, line and column."""
    return (
        finding.file,
        finding.line or 0,
        finding.column or 0,
        finding.rule,
        written_path(finding.path),
        finding.message.pattern,
    )
