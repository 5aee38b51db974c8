"""Findings as a JUnit report, which every CI server can show among its tests.

A file is a suite, a finding one of its test cases; a file without findings has one that passed. What makes the check
fail is a failure. A warning that does not is *skipped*: the report must not be red where the command is content, and
a test case that passed would show its message nowhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree

from kamgen.exchange.finding_report import FindingFormat, FindingReport
from kamgen.exchange.finding_words import told_why
from kamgen.exchange.terminal_text import printable
from kamgen.workspace.problems import Finding, written_path

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: FindingReport) -> str:
    """Return findings as XML; without times, so that the same findings give the same bytes."""
    by_file: dict[str, list[Finding]] = {file: [] for file in report.files}
    for finding in report.findings:
        by_file.setdefault(finding.file, []).append(finding)
    root = ElementTree.Element("testsuites", {"name": "kamgen validate"})
    for file in sorted(by_file):
        root.append(_suite(file, by_file[file], report))
    for counter in ("tests", "failures", "errors", "skipped"):
        root.set(counter, str(sum(int(suite.get(counter, "0")) for suite in root)))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(file: str, findings: Sequence[Finding], report: FindingReport) -> ElementTree.Element:
    failures = sum(report.fails(finding) for finding in findings)
    counters = {"failures": failures, "errors": 0, "skipped": len(findings) - failures}
    suite = ElementTree.Element("testsuite", {"name": _xml(report.prefix + file), "tests": str(max(1, len(findings)))})
    suite.attrib |= {name: str(number) for name, number in counters.items()}
    seen: Counter[str] = Counter()
    for finding in findings:
        name = " ".join(part for part in (finding.rule, written_path(finding.path)) if part)
        seen[name] += 1
        suite.append(_case(name if seen[name] == 1 else f"{name} ({seen[name]})", finding, report))
    if not findings:
        ElementTree.SubElement(suite, "testcase", {"name": "no findings", "classname": _xml(report.prefix + file)})
    return suite


def _case(name: str, finding: Finding, report: FindingReport) -> ElementTree.Element:
    """Return a test case. Its name has no line number: servers know a test case by it from one run to the next."""
    wording, place = report.wording, report.place(finding)
    case = ElementTree.Element("testcase", {"name": _xml(name), "classname": _xml(place), "file": _xml(place)})
    message = _xml(wording.say(finding.message))
    if report.fails(finding):
        failure = ElementTree.SubElement(case, "failure", {"message": message, "type": finding.rule})
        failure.text = _details(finding, report)
    else:
        level = wording.label("finding_level", finding.level)
        said = wording.text("{about}: {found}", about=level, found=message)
        ElementTree.SubElement(case, "skipped", {"message": said})
        ElementTree.SubElement(case, "system-out").text = _details(finding, report)
    if finding.line is not None:
        case.set("line", str(finding.line))
    return case


def _details(finding: Finding, report: FindingReport) -> str:
    wording = report.wording
    place = ":".join(str(part) for part in (report.place(finding), finding.line, finding.column) if part is not None)
    lines = [place, wording.say(finding.message)]
    if finding.hint is not None:
        lines.append(f"→ {wording.say(finding.hint)}")
    return "\n".join(_xml(line) for line in [*lines, told_why(finding.rule, wording) or ""] if line)


def _xml(text: str) -> str:
    """Return a text without the characters that XML cannot hold, not even escaped."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", printable(text))


FORMAT = FindingFormat("junit", "a JUnit report, for any CI server", write)
