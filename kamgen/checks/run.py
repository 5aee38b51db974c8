"""Run the rules over plans and settings, and turn what they find into findings with places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kamgen.checks.rule import PlanRule, PortfolioRule, Problem, Rule, SettingsRule, Subject
from kamgen.checks.rules import (
    duplicate_id,
    duplicate_setting_id,
    missing_rate,
    parent_cycle,
    reporting_cycle,
    unknown_parent,
    unknown_reference,
    unknown_setting_reference,
)
from kamgen.plan.settings import Settings
from kamgen.workspace.locate import Places
from kamgen.workspace.plan_file import PlanFile, YamlFile
from kamgen.workspace.problems import Finding, FindingLevel, order
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE

PLAN_RULES: tuple[PlanRule, ...] = (duplicate_id, missing_rate, reporting_cycle, unknown_reference)
SETTINGS_RULES: tuple[SettingsRule, ...] = (duplicate_setting_id, unknown_setting_reference)
PORTFOLIO_RULES: tuple[PortfolioRule, ...] = (parent_cycle, unknown_parent)


def check_plan(plan: PlanFile, settings: Settings, as_of: date) -> tuple[Finding, ...]:
    """Return everything that the rules find wrong with a plan, as far as it can be read, in the order of lines.

    A finding about a value that is itself wrong in form is left out: it has been reported.
    """
    if plan.usable is None:
        return ()
    subject = Subject(plan.id, plan.usable, settings, as_of)
    reported = {finding.path for finding in plan.findings}
    file = YamlFile(plan.file, plan.text, plan.id)
    places: Places | None = None
    findings: list[Finding] = []
    for rule in PLAN_RULES:
        level = _level(rule, settings)
        if level is None:
            continue
        for problem in rule.check(subject):
            path = plan.original(problem.path)
            if path in reported or path[:-1] in reported:
                continue
            places = places or Places(plan.text)
            findings.append(_finding(file, rule, level, problem, path, places))
    return tuple(sorted(findings, key=order))


def check_settings(settings: Settings, text: str) -> tuple[Finding, ...]:
    """Return everything that the rules find wrong with the settings."""
    file = YamlFile(SETTINGS_FILE, text)
    places = Places(text)
    findings = [
        _finding(file, rule, level, problem, problem.path, places)
        for rule in SETTINGS_RULES
        if (level := _level(rule, settings)) is not None
        for problem in rule.check(settings)
    ]
    return tuple(sorted(findings, key=order))


def check_portfolio(
    parents: Mapping[str, str | None], settings: Settings, text_of: Callable[[str], str]
) -> tuple[Finding, ...]:
    """Return what is wrong with how accounts belong together; ``text_of`` gives a plan's text by its id."""
    findings = []
    for rule in PORTFOLIO_RULES:
        level = _level(rule, settings)
        if level is None:
            continue
        for account_id, problem in rule.check(parents):
            file = YamlFile(f"{ACCOUNTS_FOLDER}/{account_id}.yaml", text_of(account_id), account_id)
            findings.append(_finding(file, rule, level, problem, problem.path, Places(file.text)))
    return tuple(sorted(findings, key=order))


def _level(rule: Rule, settings: Settings) -> FindingLevel | None:
    """Return the level of a rule in this workspace; None where it is switched off."""
    setting = settings.checks.get(rule.NAME)
    level = rule.LEVEL if setting is None or setting.level is None else setting.level
    return None if level == "off" else level


def _finding(
    file: YamlFile, rule: Rule, level: FindingLevel, problem: Problem, path: tuple[str | int, ...], places: Places
) -> Finding:
    return file.finding(rule.NAME, problem.message, path, hint=problem.hint, places=places, warning=level == "warning")
