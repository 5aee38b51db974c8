"""What the formats of findings say in the same words: counts, headings, a finding in one line, and why it matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kamgen.checks.catalogue import RULES
from kamgen.checks.documentation import rule_documentation
from kamgen.exchange.finding_report import FindingGroup, FindingReport
from kamgen.plan.values import Language
from kamgen.wording.language import Wording
from kamgen.workspace.problems import Finding

RULES_NAMED = 5
"""Rules that a summary counts by name; the others are only counted together."""


def summary_sentence(report: FindingReport) -> str:
    """Return how many files were checked and how many errors and warnings were found."""
    wording, files = report.wording, len(report.files)
    if not report.findings:
        return wording.text("{n} file checked, nothing to mend.|{n} files checked, nothing to mend.", n=files)
    return wording.text(
        "{n} file checked: {found}.|{n} files checked: {found}.", n=files, found=counted(report.findings, wording)
    )


def rules_sentence(report: FindingReport) -> str:
    """Return how often each rule was broken, the most frequent ones by name; empty where none was."""
    ranked = ranked_rules(report.findings)
    if not ranked:
        return ""
    wording = report.wording
    named = wording.listing([f"{rule} {times}" for rule, times in ranked[:RULES_NAMED]])
    if len(ranked) <= RULES_NAMED:
        return wording.text("By rule: {rules}.", rules=named)
    return wording.text(
        "By rule: {rules}, and {n} other rule.|By rule: {rules}, and {n} other rules.",
        rules=named,
        n=len(ranked) - RULES_NAMED,
    )


def ranked_rules(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """Return the rules that were broken with how often, the most frequent first, then by name."""
    times = Counter(finding.rule for finding in findings)
    return sorted(times.items(), key=lambda item: (-item[1], item[0]))


def counted(findings: Iterable[Finding], wording: Wording) -> str:
    """Return how many errors and warnings there are: ``2 errors and 1 warning``."""
    levels = Counter(finding.level for finding in findings)
    errors = wording.text("{n} error|{n} errors", n=levels["error"])
    warnings = wording.text("{n} warning|{n} warnings", n=levels["warning"])
    if levels["error"] and levels["warning"]:
        return wording.text("{errors} and {warnings}", errors=errors, warnings=warnings)
    return warnings if levels["warning"] else errors


def heading(group: FindingGroup, report: FindingReport) -> tuple[str, str]:
    """Return what a group of findings is about and how many there are: an account's name and id, or the file's name."""
    wording = report.wording
    found = counted(group.findings, wording)
    if group.account is None:
        return group.file or "", found
    name = report.names.get(group.account)
    if name is None:
        return group.account, found
    return wording.text("{name} ({id})", name=wording.of(name), id=group.account), found


def told(finding: Finding, wording: Wording) -> str:
    """Return what is wrong and what to do about it, in one line."""
    message = wording.say(finding.message)
    return message if finding.hint is None else f"{message} → {wording.say(finding.hint)}"


def why(rule: str, language: Language) -> str | None:
    """Return why a rule matters, in one line; None where the rule is not in the catalogue or does not say."""
    paragraphs = documentation(rule, language)
    return paragraphs[1] if len(paragraphs) > 1 else None


def told_why(rule: str, wording: Wording) -> str | None:
    """Return why a rule matters as a sentence that says so."""
    reason = why(rule, wording.language)
    return None if reason is None else wording.text("Why: {reason}", reason=reason)


def documentation(rule: str, language: Language) -> tuple[str, ...]:
    """Return a rule's documentation, each paragraph in one line; empty where the rule is not in the catalogue."""
    known = RULES.get(rule)
    return () if known is None else rule_documentation(known, language)
