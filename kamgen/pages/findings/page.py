"""The page of everything that is to be mended in the workspace: by rule, by account, and one by one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

from kamgen.checks.catalogue import RULES
from kamgen.checks.documentation import rule_documentation
from kamgen.checks.run import rule_level
from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.explain.explanation import address_of
from kamgen.pages.explain.links import FAMILY_NAMES
from kamgen.pages.findings.anchors import finding_anchors
from kamgen.pages.navigation import Link
from kamgen.pages.register import Register
from kamgen.pages.source_link import SourceLink
from kamgen.pages.summary import AccountSummary
from kamgen.wording.language import rounded
from kamgen.workspace.problems import Finding, FindingLevel

MOST_SHOWN = 150
"""So many findings are shown one by one, the most urgent; with a thousand accounts the page stays below 300 KB."""

Subject = tuple[str, str]
"""What a finding is about: an account's id, or else a file; the other is empty."""

_SENTENCE = re.compile(r".+?(?:\.(?= [A-Z])|。)")

_STATES: Mapping[FindingLevel, Literal["red", "amber"]] = {"error": "red", "warning": "amber"}


@dataclass(frozen=True, slots=True)
class Level:
    """How urgent something is: the word, and the state that gives its shape and colour."""

    word: str
    state: Literal["red", "amber"]


@dataclass(frozen=True, slots=True)
class FindingFigure:
    """A figure that opens the page."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule that found something: ``rule`` leads to what it is for, ``title`` says what it finds."""

    rule: Link
    title: str
    family: str
    level: Level
    findings: int
    accounts: int


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """An account, or a file of no account, in which something is to be mended; ``quality`` is empty if not known."""

    subject: Link
    note: str
    owner: Link
    errors: int
    warnings: int
    quality: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Something to mend; ``hint`` may be empty. ``family`` is what a list is filtered by."""

    anchor: str
    level: Level
    message: str
    hint: str
    rule: Link
    family: str
    family_name: str
    place: SourceLink


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What is to be mended in one account, or in a file of none; ``account`` and ``owner_id`` are for filters."""

    subject: SubjectRow
    account: str
    owner_id: str
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Everything to mend, as the page says it.

    Attributes:
        title: Its heading.
        lead: How much there is.
        checked: What was checked; says on an empty page what it rests on.
        figures: Figures that open the page; none where nothing was found.
        rules: Rules that found something, those of errors first, then by how much they found.
        subjects: What can be read least first: files of no account, plans with errors, then most warnings first.
        groups: The same in the same order, with what was found; at most :data:`MOST_SHOWN` findings, errors first.
        facets: What the findings can be filtered by, for the script of lists.
        shown: How many of all are shown; empty where all are.
        beyond: Where the others stand.

    """

    title: str
    lead: str
    checked: str
    figures: tuple[FindingFigure, ...]
    rules: tuple[RuleRow, ...]
    subjects: tuple[SubjectRow, ...]
    groups: tuple[FindingGroup, ...]
    facets: str
    shown: str
    beyond: tuple[str, ...]


def findings_page(register: Register, context: Context) -> FindingsPage:
    """Return the page of all findings of a workspace.

    An account that has findings and is not among the register's summaries cannot be read; it has no page.
    """
    return _Writer(register.findings, register.summaries, context).page()


class _Writer:
    """Says the findings of one workspace in one language."""

    def __init__(self, findings: Sequence[Finding], summaries: Mapping[str, AccountSummary], context: Context) -> None:
        self._findings = findings
        self._summaries = summaries
        self._context = context
        self._t = context.wording
        self._levels = Counter((_subject_of(finding), finding.level) for finding in findings)
        subjects = sorted(set(map(_subject_of, findings)), key=self._rank)
        self._order = {subject: place for place, subject in enumerate(subjects)}

    def page(self) -> FindingsPage:
        t, shown = self._t, self._most_urgent()
        return FindingsPage(
            title=t.text("Findings"),
            lead=self._lead(),
            checked=self._checked(),
            figures=tuple(self._figures()) if self._findings else (),
            rules=tuple(self._rules()),
            subjects=tuple(map(self._subject_row, self._order)),
            groups=tuple(self._groups(shown)),
            facets=self._facets([finding for _, finding in shown]),
            shown=self._shown(len(shown)),
            beyond=tuple(self._beyond([finding for _, finding in shown])),
        )

    def _rank(self, subject: Subject) -> tuple[bool, bool, int, int, str, str]:
        """Return what sorts subjects: files of no account first, since they may be the cause of others."""
        account, file = subject
        name = self._name(subject).casefold()
        errors, warnings = self._levels[subject, "error"], self._levels[subject, "warning"]
        return account != "", account in self._summaries, -errors, -warnings, name, account or file

    def _name(self, subject: Subject) -> str:
        account, file = subject
        summary = self._summaries.get(account)
        return account or file if summary is None else self._t.of(summary.name)

    def _most_urgent(self) -> list[tuple[str, Finding]]:
        """Return the findings that are shown, in the order of their subjects, each with its anchor."""
        every = zip(finding_anchors(self._findings), self._findings, strict=True)
        urgent = sorted(every, key=lambda pair: (pair[1].level != "error", self._order[_subject_of(pair[1])]))
        return sorted(
            urgent[:MOST_SHOWN], key=lambda pair: (self._order[_subject_of(pair[1])], pair[1].level != "error")
        )

    # What opens the page

    def _count(self, level: FindingLevel) -> int:
        return sum(finding.level == level for finding in self._findings)

    def _lead(self) -> str:
        t = self._t
        if not self._findings:
            return t.text("Nothing to mend.")
        said = [
            t.text(pattern, n=count)
            for pattern, count in (
                ("{n} error|{n} errors", self._count("error")),
                ("{n} warning|{n} warnings", self._count("warning")),
            )
            if count
        ]
        return t.text("{findings} in the files of this workspace.", findings=t.listing(said))

    def _checked(self) -> str:
        settings = self._context.settings
        rules = sum(rule_level(rule, settings) is not None for rule in RULES.values())
        return self._t.text(
            "{plans} and the settings, checked against {rules}",
            plans=self._t.text("{n} plan|{n} plans", n=len(self._accounts())),
            rules=self._t.text("{n} rule|{n} rules", n=rules),
        )

    def _accounts(self) -> set[str]:
        """Return the ids of all accounts, whether they can be read or not."""
        return {*self._summaries, *(account for account, _ in self._order if account)}

    def _figures(self) -> Iterator[FindingFigure]:
        t = self._t
        accounts = self._accounts()
        broken = [account for account in accounts if account not in self._summaries]
        warned = [subject for subject in self._order if self._levels[subject, "warning"]]
        clean = sum((account, "") not in self._order for account in accounts)
        if broken:
            left_out = "{n} plan is left out until it is mended|{n} plans are left out until they are mended"
            note = t.text(left_out, n=len(broken))
        else:
            note = t.text("every plan can be read")
        yield FindingFigure(t.text("Errors"), t.number(self._count("error")), note)
        yield FindingFigure(
            t.text("Warnings"), t.number(self._count("warning")), t.text("in {n} file|in {n} files", n=len(warned))
        )
        yield FindingFigure(
            t.text("Nothing to mend"), t.number(clean), t.text("of {n} account|of {n} accounts", n=len(accounts))
        )
        if (quality := self._quality()) is not None:
            yield quality

    def _quality(self) -> FindingFigure | None:
        """Return the mean quality of the plans that can be read, and the plan that needs us most."""
        t = self._t
        known = [
            (summary.plan_quality.score, account)
            for account, summary in self._summaries.items()
            if summary.plan_quality.score is not None
        ]
        if not known:
            return None
        mean = sum((score for score, _ in known), Decimal(0)) / len(known)
        lowest, account = min(known)
        note = t.text("lowest: {name} {points}", name=self._name((account, "")), points=t.number(lowest, 0))
        return FindingFigure(t.text("Plan quality, mean"), t.number(mean, 0), note)

    # The tables

    def _rules(self) -> Iterator[RuleRow]:
        """Yield the rules that found something."""
        found = Counter(finding.rule for finding in self._findings)
        subjects = Counter(rule for rule, _ in {(finding.rule, _subject_of(finding)) for finding in self._findings})
        errors = {finding.rule for finding in self._findings if finding.level == "error"}
        for name in sorted(found, key=lambda name: (name not in errors, -found[name], name)):
            rule = RULES.get(name)
            title = name if rule is None else _first_sentence(rule_documentation(rule, self._context.language)[0])
            level = self._level("error" if name in errors else "warning")
            yield RuleRow(self._rule(name), title, self._family(name), level, found[name], subjects[name])

    def _rule(self, name: str) -> Link:
        return Link(name, address_of("rule", name))

    def _family(self, name: str) -> str:
        return self._t.text(FAMILY_NAMES[RULES[name].family]) if name in RULES else ""

    def _level(self, level: FindingLevel) -> Level:
        return Level(self._t.label("check_level", level), _STATES[level])

    def _subject_row(self, subject: Subject) -> SubjectRow:
        account, _ = subject
        summary = self._summaries.get(account)
        score = None if summary is None else summary.plan_quality.score
        return SubjectRow(
            subject=Link(self._name(subject), f"{account_address(account)}#findings" if summary else ""),
            note=self._t.text("cannot be read") if account and summary is None else "",
            owner=self._owner(account),
            errors=self._levels[subject, "error"],
            warnings=self._levels[subject, "warning"],
            quality="" if score is None else self._t.number(rounded(score)),
        )

    def _owner(self, account: str) -> Link:
        summary = self._summaries.get(account)
        if summary is None:
            return Link("", "")
        known = any(member.id == summary.owner for member in self._context.settings.team)
        return Link(self._context.member(summary.owner), member_address(summary.owner) if known else "")

    def _groups(self, shown: Sequence[tuple[str, Finding]]) -> Iterator[FindingGroup]:
        for subject, found in groupby(shown, key=lambda pair: _subject_of(pair[1])):
            summary = self._summaries.get(subject[0])
            yield FindingGroup(
                subject=self._subject_row(subject),
                account=subject[0],
                owner_id="" if summary is None else summary.owner,
                findings=tuple(self._finding_row(anchor, finding) for anchor, finding in found),
            )

    def _finding_row(self, anchor: str, finding: Finding) -> FindingRow:
        t = self._t
        return FindingRow(
            anchor=anchor,
            level=self._level(finding.level),
            message=t.say(finding.message),
            hint=t.say(finding.hint) if finding.hint else "",
            rule=self._rule(finding.rule),
            family=RULES[finding.rule].family if finding.rule in RULES else "",
            family_name=self._family(finding.rule),
            place=self._context.source_link(finding.file, finding.line),
        )

    def _facets(self, shown: Sequence[Finding]) -> str:
        """Return what findings can be filtered by beside their level, with what people read for each value."""
        t = self._t
        accounts = [subject for subject in self._order if subject[0] in {finding.account for finding in shown}]
        owners = [self._summaries[account].owner for account, _ in accounts if account in self._summaries]
        facets = [
            ["family", t.text("Subject"), {family: t.text(name) for family, name in FAMILY_NAMES.items()}],
            ["owner", t.text("Owner"), {owner: self._context.member(owner) for owner in owners}],
            ["account", t.text("Account"), {subject[0]: self._name(subject) for subject in accounts}],
        ]
        return json.dumps(facets, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    # What is not shown

    def _shown(self, shown: int) -> str:
        if shown == len(self._findings):
            return ""
        return self._t.text("The {n} most urgent of {all}", n=shown, all=len(self._findings))

    def _on_pages(self, findings: Sequence[Finding]) -> int:
        return sum(_subject_of(finding)[0] in self._summaries for finding in findings)

    def _beyond(self, shown: Sequence[Finding]) -> Iterator[str]:
        """Yield where the findings stand that are not shown: on the account's page, if it has one."""
        t = self._t
        on_pages = self._on_pages(self._findings) - self._on_pages(shown)
        elsewhere = len(self._findings) - len(shown) - on_pages
        if on_pages:
            yield t.text(
                "{n} more stands on the page of its account, which the table by account leads to."
                "|{n} more stand on the pages of their accounts, which the table by account leads to.",
                n=on_pages,
            )
        if elsewhere:
            yield t.text(
                "{n} more is in a file that cannot be read: kamgen validate lists it."
                "|{n} more are in files that cannot be read: kamgen validate lists them.",
                n=elsewhere,
            )


def _subject_of(finding: Finding) -> Subject:
    return (finding.account, "") if finding.account is not None else ("", finding.file)


def _first_sentence(paragraph: str) -> str:
    """Return the first sentence of a rule's documentation: what it finds, without what it lets pass."""
    found = _SENTENCE.match(paragraph)
    return paragraph if found is None else found[0]
