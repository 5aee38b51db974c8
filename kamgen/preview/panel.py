"""The panel above a page: what is to be mended before everything can be shown. Said in the page's language."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.checks.catalogue import RULES
from kamgen.exchange.finding_words import counted
from kamgen.exchange.terminal_text import printable
from kamgen.pages.context import home
from kamgen.pages.explain.explanation import address_of
from kamgen.preview.shown import Kept, Shown
from kamgen.wording.language import WORDINGS, Wording
from kamgen.workspace.problems import Finding

SHOWN_AT_MOST = 20
"""Findings in a panel; the others are only counted."""
_WIDEST = 160
"""Characters of a source line that are shown; of a longer one, the part around the value."""
_LEAD = 60
"""Characters that are shown before the value in a line that is too long."""

_KEPT: dict[Kept, str] = {
    "nothing": "",
    "accounts": "The pages of an account with errors stay as they were until its plan is mended.",
    "everything": "All pages stay as they were until this is mended.",
}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a file, cut to what is shown: what stands before the value, the value, and what comes after it."""

    number: int
    before: str
    value: str
    after: str


@dataclass(frozen=True, slots=True)
class Mending:
    """Something to mend.

    Attributes:
        place: File, line and column; empty where it is in no file.
        rule: The rule's name.
        rule_href: The page that explains the rule; empty where the site has none.
        message: What is wrong.
        hint: A way out; may be empty.
        source: The line itself, where it is known.

    """

    place: str
    rule: str
    rule_href: str
    message: str
    hint: str
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands above a page: how much is to be mended, which pages are old because of it, and what it is."""

    title: str
    kept: str
    mendings: tuple[Mending, ...]
    more: str


def panel(shown: Shown, address: str, wording: Wording) -> Panel | None:
    """Return the panel of a page; None where there is nothing to mend.

    Args:
        shown: What is shown now.
        address: The page's address: what is wrong with its own account comes first.
        wording: The words of the page's language.

    """
    if not shown.errors:
        return None
    errors = sorted(shown.errors, key=lambda finding: not _is_about(finding, address))
    left_out = len(errors) - SHOWN_AT_MOST
    return Panel(
        title=wording.text("To mend: {found}", found=counted(errors, wording)),
        kept=wording.text(_KEPT[shown.kept]) if _KEPT[shown.kept] else "",
        mendings=tuple(_mending(finding, shown, wording) for finding in errors[:SHOWN_AT_MOST]),
        more="" if left_out <= 0 else wording.text("And {n} more finding.|And {n} more findings.", n=left_out),
    )


def _is_about(finding: Finding, address: str) -> bool:
    account = finding.account
    return account is not None and (
        f"/accounts/{account}." in f"/{address}" or f"/accounts/{account}/" in f"/{address}"
    )


def _mending(finding: Finding, shown: Shown, wording: Wording) -> Mending:
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part not in (None, ""))
    explained = (
        home(wording.language, shown.language) + address_of("rule", finding.rule) if finding.rule in RULES else ""
    )
    return Mending(
        place=printable(place),
        rule=finding.rule,
        rule_href=f"/{explained}" if explained.split("#")[0] in shown.addresses else "",
        message=printable(wording.say(finding.message)),
        hint="" if finding.hint is None else printable(wording.say(finding.hint)),
        source=_source(finding),
    )


def _source(finding: Finding) -> SourceLine | None:
    if not finding.source or finding.line is None or finding.column is None:
        return None
    text, start = finding.source, finding.column - 1
    first = 0 if len(text) <= _WIDEST else max(0, min(start - _LEAD, len(text) - _WIDEST))
    last = first + _WIDEST
    end = min(start + finding.width, last)
    return SourceLine(
        number=finding.line,
        before=("…" if first else "") + printable(text[first:start]),
        value=printable(text[start:end]),
        after=printable(text[end:last]) + ("…" if last < len(text) else ""),
    )


def wording_of(html_language: str | None, shown: Shown) -> Wording:
    """Return the words of a page that says its language; those of the site's main one where it says none."""
    for wording in WORDINGS.values():
        if wording.html_language == html_language:
            return wording
    return WORDINGS[shown.language]
