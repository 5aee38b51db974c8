"""What one rule finds in a plan or a workspace, as tests like to compare it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from kamgen.checks.catalogue import RULES
from kamgen.output.survey import survey_root
from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding

Write = Callable[..., Path]
DAY = date(2026, 6, 15)
HEAD = "kamgen: 1\nname: North Foods\nowner: lin-yue\n"
HEAD_LINES = HEAD.count("\n")


def of_rule(rule: str, root: Path) -> list[Finding]:
    """Return a rule's findings in a workspace on 15 June 2026; its plans and settings are right in form."""
    findings = survey_root(root, None, DAY).findings
    assert not [finding for finding in findings if RULES[finding.rule].family == "form"]
    return [finding for finding in findings if finding.rule == rule]


def in_plan(rule: str, plan: str, workspace: Write, settings: str = "") -> list[tuple[int, str, str]]:
    """Return line, marked text and message of a rule's findings; lines count from the first that is given."""
    findings = of_rule(rule, workspace({"accounts/north-foods.yaml": HEAD + plan}, settings))
    say = WORDINGS["en"].say
    return [((finding.line or 0) - HEAD_LINES, marked(finding), say(finding.message)) for finding in findings]


def marked(finding: Finding) -> str:
    """Return what stands in a finding's line at its column."""
    assert finding.source is not None
    assert finding.column is not None
    return finding.source[finding.column - 1 :][: finding.width]


def messages(rule: str, plan: str, workspace: Write, settings: str = "") -> list[str]:
    """Return the messages of a rule's findings in a plan."""
    return [message for _, _, message in in_plan(rule, plan, workspace, settings)]
