"""Run the rules over plans and settings, and turn what they find into findings with places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kamgen.changes.freshness import Freshness
from kamgen.checks.catalogue import RULES
from kamgen.checks.facts import AccountFacts, facts_of
from kamgen.checks.intended import with_ids_for_names
from kamgen.checks.rule import (
    ChangeRule,
    Numbers,
    PlanRule,
    Portfolio,
    PortfolioRule,
    Problem,
    ReadingRule,
    Rule,
    SettingsRule,
    SettingsSubject,
    Subject,
    WaiverRule,
    WaiverSubject,
)
from kamgen.checks.rules.stale_plan import RULE as STALE_PLAN
from kamgen.plan.reviews import Waiver
from kamgen.plan.settings import CheckSetting, Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.score import AccountScores, PortfolioScores
from kamgen.workspace.locate import Places
from kamgen.workspace.plan_file import PlanFile, YamlFile
from kamgen.workspace.problems import Finding, FindingLevel, Path, order
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE


@dataclass(frozen=True)
class CheckedPlan:
    """What is wrong with a plan, its form included, in the order of lines; and what the portfolio must know of it.

    ``scores`` and ``facts`` are None where nothing of the plan can be read.
    """

    findings: tuple[Finding, ...]
    scores: AccountScores | None
    facts: AccountFacts | None


@dataclass(frozen=True, slots=True)
class _Active:
    """A rule that is not switched off: its level and parameters in a workspace."""

    rule: Rule
    level: FindingLevel
    numbers: Numbers


class Checks:
    """The rules as a workspace wants them, for one day."""

    def __init__(self, settings: Settings, as_of: date) -> None:
        self._settings = settings
        self._as_of = as_of
        self._active = tuple(_active(settings))

    def of_plan(self, plan: PlanFile, freshness: Freshness | None = None) -> CheckedPlan:
        """Return everything wrong with a plan: with its form, and what the rules find as far as it can be read.

        A finding about a value that is itself wrong in form is left out: it has been reported. What a waiver of
        the plan holds back is left out too.
        """
        account = plan.usable
        if account is None:
            return CheckedPlan(plan.findings, None, None)
        scores = score_account(plan.id, account, self._settings, self._as_of)
        lines = plan.text.count("\n") + 1
        subject = Subject(plan.id, account, self._settings, self._as_of, scores, lines, freshness)
        writer = _Writer(YamlFile(plan.file, plan.text, plan.id), plan)
        waivers = _Waivers(account.waivers, self._as_of)
        findings = list(with_ids_for_names(plan.findings, account, self._settings))
        for found in self._active:
            if not isinstance(found.rule, PlanRule):
                continue
            asked = replace(subject, numbers=found.numbers) if found.numbers else subject
            for problem in found.rule.check(asked):
                if not waivers.hold_back(found.rule):
                    findings += writer.finding(found, problem)
        postponed = waivers.of_portfolio()
        for found in self._active:
            if isinstance(found.rule, WaiverRule):
                for problem in found.rule.check(waivers.subject(without=postponed)):
                    findings += writer.finding(found, problem)
        stale = any(finding.rule == STALE_PLAN.name for finding in findings)
        facts = facts_of(plan.id, account, scores, postponed, stale=stale)
        return CheckedPlan(tuple(sorted(findings, key=order)), scores, facts)

    def of_settings(self, text: str) -> tuple[Finding, ...]:
        """Return everything that the rules find wrong with the settings, whose text is given for places."""
        writer = _Writer(YamlFile(SETTINGS_FILE, text))
        subject = SettingsSubject(self._settings, RULES)
        findings = [
            finding
            for found in self._active
            if isinstance(found.rule, SettingsRule)
            for problem in found.rule.check(subject)
            for finding in writer.finding(found, problem)
        ]
        return tuple(sorted(findings, key=order))

    def of_portfolio(
        self, accounts: Mapping[str, AccountFacts | None], scores: PortfolioScores, text_of: Callable[[str | None], str]
    ) -> tuple[Finding, ...]:
        """Return what is wrong with all accounts together.

        Args:
            accounts: What is known of each account, by id in their order; None where nothing of it can be read.
            scores: The scores of all together.
            text_of: Gives a plan's text by its id, and the settings' text for None.

        """

        @cache
        def writer(account_id: str | None) -> _Writer:
            file = SETTINGS_FILE if account_id is None else f"{ACCOUNTS_FOLDER}/{account_id}.yaml"
            return _Writer(YamlFile(file, text_of(account_id), account_id))

        known = {id_: facts for id_, facts in accounts.items() if facts is not None}
        portfolio = Portfolio(frozenset(accounts), known, scores, self._settings, self._as_of)
        waivers = {id_: _Waivers(facts.waivers, self._as_of) for id_, facts in known.items() if facts.waivers}
        findings: list[Finding] = []
        for found in self._active:
            if not isinstance(found.rule, PortfolioRule):
                continue
            for account_id, problem in found.rule.check(replace(portfolio, numbers=found.numbers)):
                if account_id not in waivers or not waivers[account_id].hold_back(found.rule):
                    findings += writer(account_id).finding(found, problem)
        for found in self._active:
            if not isinstance(found.rule, WaiverRule):
                continue
            for account_id, waived in waivers.items():
                for problem in found.rule.check(waived.subject(only=known[account_id].open_waivers)):
                    findings += writer(account_id).finding(found, problem)
        return tuple(sorted(findings, key=order))

    def of_change(self, before: PlanFile, after: PlanFile) -> tuple[Finding, ...]:
        """Return what is wrong with how a plan was changed since it was committed."""
        if before.usable is None or after.usable is None:
            return ()
        writer = _Writer(YamlFile(after.file, after.text, after.id), after)
        waivers = _Waivers(after.usable.waivers, self._as_of)
        findings = [
            finding
            for found in self._active
            if isinstance(found.rule, ChangeRule)
            for problem in found.rule.check(before.usable, after.usable)
            if not waivers.hold_back(found.rule)
            for finding in writer.finding(found, problem)
        ]
        return tuple(sorted(findings, key=order))


def rule_level(rule: Rule, settings: Settings) -> FindingLevel | None:
    """Return what a finding of a rule is worth in this workspace; None where the rule is switched off."""
    setting = settings.checks.get(rule.name)
    level = rule.level if setting is None or setting.level is None or isinstance(rule, ReadingRule) else setting.level
    return None if level == "off" else level


def rule_numbers(rule: Rule, setting: CheckSetting | None) -> Numbers:
    """Return the parameters that a workspace has set rightly; a rule about the settings finds the others."""
    written = {} if setting is None else (setting.model_extra or {})
    read = {found.name: found.read(written[found.name]) for found in rule.parameters if found.name in written}
    return {name: number for name, number in read.items() if number is not None}


def _active(settings: Settings) -> Iterator[_Active]:
    for rule in RULES.values():
        level = rule_level(rule, settings)
        if level is not None:
            yield _Active(rule, level, rule_numbers(rule, settings.checks.get(rule.name)))


class _Waivers:
    """A plan's waivers and which of them have held something back."""

    def __init__(self, waivers: tuple[Waiver, ...], as_of: date) -> None:
        self.waivers = waivers
        self.as_of = as_of
        self._by_rule: dict[str, list[int]] = {}
        self._used: set[int] = set()
        for index, waiver in enumerate(waivers):
            if waiver.until is None or waiver.until >= as_of:
                self._by_rule.setdefault(waiver.rule, []).append(index)

    def hold_back(self, rule: Rule) -> bool:
        """Tell whether a waiver holds back a rule's finding, and remember that it did."""
        indexes = self._by_rule.get(rule.name)
        if not indexes:
            return False
        self._used.update(indexes)
        return True

    def of_portfolio(self) -> tuple[int, ...]:
        """Return the positions of the waivers that only rules about the portfolio can use."""
        return tuple(
            index for index, waiver in enumerate(self.waivers) if isinstance(RULES.get(waiver.rule), PortfolioRule)
        )

    def subject(self, *, only: Iterable[int] | None = None, without: Iterable[int] = ()) -> WaiverSubject:
        """Return what a rule about waivers looks at."""
        asked = tuple(sorted(set(range(len(self.waivers)) if only is None else only) - set(without)))
        return WaiverSubject(self.waivers, asked, frozenset(self._used), RULES, self.as_of)


class _Writer:
    """Turns problems of one file into findings; the file is only composed for places when there is one."""

    def __init__(self, file: YamlFile, plan: PlanFile | None = None) -> None:
        self._file = file
        self._plan = plan
        self._places: Places | None = None
        self._wrong_in_form = frozenset() if plan is None else frozenset(_wrong_in_form(plan.findings))

    def finding(self, found: _Active, problem: Problem) -> tuple[Finding, ...]:
        """Return the finding of a problem; nothing where a wrong form, which has been reported, may be its cause."""
        path: Path = problem.path if self._plan is None else self._plan.original(problem.path)
        if self._wrong_in_form and self._follows_from_form(path, problem.path):
            return ()
        self._places = self._places or Places(self._file.text)
        return (
            self._file.finding(
                found.rule.name,
                problem.message,
                path,
                hint=problem.hint,
                places=self._places,
                key=problem.of_key,
                warning=found.level == "warning",
            ),
        )

    def _follows_from_form(self, path: Path, usable: Path) -> bool:
        """Tell whether a problem may be there only because something could not be read and was left out.

        That is so where the value itself or what surrounds it is wrong in form, and where a list is said to lack
        something while an item of it could not be read as a whole.
        """
        if any(path[:end] in self._wrong_in_form for end in range(1, len(path) + 1)):
            return True
        about_a_list = self._plan is not None and isinstance(self._plan.value(usable), list)
        return about_a_list and any(wrong[: len(path)] == path for wrong in self._wrong_in_form)


def _wrong_in_form(findings: Iterable[Finding]) -> Iterator[Path]:
    """Yield the paths of values that could not be read; of a misspelt key also the one that was meant."""
    for finding in findings:
        yield finding.path
        if finding.rule == "unknown-key" and finding.hint is not None and "name" in finding.hint.parameters:
            yield (*finding.path[:-1], str(finding.hint.parameters["name"]))
