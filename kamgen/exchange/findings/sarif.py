"""Findings in SARIF 2.1.0, the OASIS standard that code scanning services and editors read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from kamgen import __version__
from kamgen.checks.catalogue import RULES
from kamgen.exchange.finding_identity import fingerprints
from kamgen.exchange.finding_report import FindingFormat, FindingReport, end_column
from kamgen.exchange.finding_words import documentation, told
from kamgen.exchange.terminal_text import printable
from kamgen.plan.values import Language
from kamgen.workspace.problems import Finding, written_path

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_LANGUAGES = {"en": "en", "zh": "zh-CN"}

Json = dict[str, Any]


def write(report: FindingReport) -> str:
    """Return findings as a SARIF log with one run; it describes the rules that were broken, not all there are."""
    broken = sorted({finding.rule for finding in report.findings})
    results = [
        _result(finding, broken.index(finding.rule), fingerprint, report)
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
    ]
    driver = {
        "name": "kamgen",
        "semanticVersion": __version__,
        "rules": [_rule(name, report.language) for name in broken],
    }
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[report.language],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The top of the repository"}}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, language: Language) -> Json:
    rule, paragraphs = RULES.get(name), documentation(name, language)
    described: Json = {"id": name}
    if paragraphs:
        described["shortDescription"] = {"text": paragraphs[0]}
        described["fullDescription"] = {"text": "\n\n".join(paragraphs[:2])}
        described["help"] = {"text": "\n\n".join(paragraphs), "markdown": _markdown(name, paragraphs)}
    if rule is not None:
        level = {"enabled": False} if rule.level == "off" else {"level": rule.level}
        described |= {"defaultConfiguration": level, "properties": {"tags": [rule.family, *rule.methods]}}
    return described


def _markdown(name: str, paragraphs: tuple[str, ...]) -> str:
    first, *others = paragraphs
    return "\n\n".join([f"**{first}**", *others, f"`kamgen explain {name}`"])


def _result(finding: Finding, rule_index: int, fingerprint: str, report: FindingReport) -> Json:
    uri = quote(report.place(finding), errors="surrogateescape")  # as Python reads names that are not UTF-8
    location: Json = {"artifactLocation": {"uri": uri, "uriBaseId": _BASE}}
    if finding.line is not None:
        location["region"] = _region(finding, finding.line)
    where: Json = {"physicalLocation": location}
    if finding.path:
        where["logicalLocations"] = [{"fullyQualifiedName": written_path(finding.path)}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": finding.level,
        "message": {"text": _without_links(printable(told(finding, report.wording)))},
        "locations": [where],
        "partialFingerprints": {"kamgenFinding/v1": fingerprint},
    }


def _region(finding: Finding, line: int) -> Json:
    region: Json = {"startLine": line}
    end = end_column(finding)
    if finding.column is not None and end is not None:
        region |= {"startColumn": finding.column, "endColumn": end}
        value = (finding.source or "")[finding.column - 1 : end - 1]
        if value:
            region["snippet"] = {"text": value}
    return region


def _without_links(text: str) -> str:
    """Return a text in which viewers find none of the links that SARIF messages may hold."""
    return text.replace("](", "] (")


FORMAT = FindingFormat("sarif", "SARIF 2.1.0, for code scanning services and editors", write)
