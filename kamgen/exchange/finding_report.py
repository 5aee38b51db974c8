"""What a check of plans came to, as the one value that every format of findings is written from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from kamgen.plan.values import Language, LocalisedText
from kamgen.wording.language import WORDINGS, Wording
from kamgen.workspace.problems import Finding
from kamgen.workspace.root import SETTINGS_FILE


@dataclass(frozen=True, kw_only=True)
class FindingReport:
    """Findings and what was checked for them.

    Attributes:
        findings: In the order of files and lines.
        files: The files that were checked, relative to the workspace.
        as_of: The day that they were checked for.
        names: Names of accounts by id, as far as they are known.
        language: The language to say them in.
        color: Whether to write colours for a terminal.
        strict: Whether warnings count as failures.
        prefix: The way from the repository's top to the workspace, such as ``plans/``; empty where they are the same.

    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    as_of: date
    names: Mapping[str, str | LocalisedText] = field(default_factory=dict)
    language: Language = "en"
    color: bool = False
    strict: bool = False
    prefix: str = ""

    @property
    def wording(self) -> Wording:
        """The wording of the report's language."""
        return WORDINGS[self.language]

    def place(self, finding: Finding) -> str:
        """Return a finding's file relative to the repository's top."""
        return self.prefix + finding.file

    def fails(self, finding: Finding) -> bool:
        """Tell whether a finding makes the check fail."""
        return self.strict or finding.level == "error"

    @property
    def errors_first(self) -> tuple[Finding, ...]:
        """The findings with all errors before all warnings, for readers that show only the first few."""
        return tuple(sorted(self.findings, key=lambda finding: finding.level != "error"))


@dataclass(frozen=True)
class FindingGroup:
    """Findings about one account, or about one file that belongs to none; in the order of the report."""

    account: str | None
    file: str | None
    findings: tuple[Finding, ...]


def grouped(findings: tuple[Finding, ...]) -> tuple[FindingGroup, ...]:
    """Return findings by what they are about: the settings, which may be the cause of others, files, accounts by id."""
    ranked = sorted(findings, key=lambda finding: _rank(*subject(finding)))
    return tuple(FindingGroup(*about, tuple(group)) for about, group in groupby(ranked, key=subject))


def subject(finding: Finding) -> tuple[str | None, str | None]:
    """Return what a finding is about: an account's id, else a file."""
    return (finding.account, None) if finding.account is not None else (None, finding.file)


def _rank(account: str | None, file: str | None) -> tuple[str, bool, str]:
    return account or "", file != SETTINGS_FILE, file or ""


def end_column(finding: Finding) -> int | None:
    """Return the first column after a finding's value; None where its place is not known."""
    return None if finding.column is None else finding.column + finding.width


@dataclass(frozen=True)
class FindingFormat:
    """A format that findings are written in.

    Attributes:
        name: What people ask for it by; the name of its module.
        description: What it is for, in a few words.
        write: Returns a report as text.
        language: The language to write it in where nobody asks for one; None for the workspace's.

    """

    name: str
    description: str
    write: Callable[[FindingReport], str]
    language: Language | None = None
