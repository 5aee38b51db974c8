"""What is to be mended in an account's plan: level by level, each with a way out and the rule behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kamgen.pages.account.terms import AccountTerms, State
from kamgen.pages.explain.explanation import address_of
from kamgen.pages.findings.anchors import finding_anchors
from kamgen.pages.navigation import Link
from kamgen.pages.source_link import SourceLink
from kamgen.plan.values import LocalisedText, Section
from kamgen.workspace.problems import Finding, FindingLevel, Path, written_path

_LEVELS: Mapping[FindingLevel, tuple[str, State]] = {
    "error": ("{n} error|{n} errors", "red"),
    "warning": ("{n} warning|{n} warnings", "amber"),
}

_NAMED_BY = ("name", "text", "what", "title", "step")
"""Keys that say what a thing of a plan is, the best first."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """Something in the plan to mend.

    Attributes:
        anchor: The same on every page that shows it.
        about: The thing of the plan that it is about; empty where the message says so itself.
        message: What is wrong.
        hint: A way out; may be empty.
        rule: Leads to what the rule is for, from the language's folder.
        place: File and line, leading there where it is known how.
        path: The keys that lead to the value.

    """

    anchor: str
    about: str
    message: str
    hint: str
    rule: Link
    place: SourceLink
    path: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What is to be mended, of one level."""

    title: str
    state: State
    findings: tuple[FindingLine, ...]


def finding_groups(findings: tuple[Finding, ...], terms: AccountTerms) -> tuple[FindingGroup, ...]:
    """Return findings level by level, what stops a build first; inside a level in the order of the file."""
    return tuple(_groups(tuple(zip(finding_anchors(findings), findings, strict=True)), terms))


def _groups(findings: tuple[tuple[str, Finding], ...], terms: AccountTerms) -> Iterator[FindingGroup]:
    for level, (pattern, state) in _LEVELS.items():
        lines = tuple(_line(anchor, finding, terms) for anchor, finding in findings if finding.level == level)
        if lines:
            yield FindingGroup(terms.t.text(pattern, n=len(lines)), state, lines)


def _line(anchor: str, finding: Finding, terms: AccountTerms) -> FindingLine:
    message = terms.t.say(finding.message)
    about = _about(finding.path, terms)
    return FindingLine(
        anchor=anchor,
        about="" if about in message else about,
        message=message,
        hint=terms.t.say(finding.hint) if finding.hint else "",
        rule=Link(finding.rule, address_of("rule", finding.rule)),
        place=terms.context.source_link(finding.file, finding.line),
        path=written_path(finding.path),
    )


def _about(path: Path, terms: AccountTerms) -> str:
    """Return the name of the innermost thing of a list that a path leads into; empty where there is none."""
    thing: object = terms.account
    about = ""
    for step in path:
        if isinstance(thing, Section) and isinstance(step, str):
            thing = getattr(thing, step, None)
        elif isinstance(thing, tuple) and isinstance(step, int) and step < len(thing):
            thing = thing[step]
        else:
            break
        if isinstance(thing, Section) and isinstance(step, int):
            about = _name(thing, terms) or about
    return about


def _name(thing: Section, terms: AccountTerms) -> str:
    for key in _NAMED_BY:
        value = getattr(thing, key, None)
        if isinstance(value, str | LocalisedText):
            return terms.of(value)
    return ""
