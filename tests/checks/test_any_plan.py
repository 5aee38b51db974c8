"""Whatever a plan says, checking it ends, and every finding is at its place, can be said, and has no other cause."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kamgen.checks.catalogue import RULES
from kamgen.checks.rule import ChangeRule, ReadingRule, WaiverRule
from kamgen.checks.run import CheckedPlan, Checks
from kamgen.plan.settings import Settings
from kamgen.scoring.portfolio import score_portfolio
from kamgen.wording.chinese import PHRASES
from kamgen.wording.language import WORDINGS
from kamgen.workspace.plan_file import PlanFile, plan_from_text, read_settings_text
from kamgen.workspace.problems import Finding, Path
from kamgen.workspace.root import SETTINGS_FILE
from kamgen.workspace.text_file import decode
from tests.any_plan import ANY_PLAN, ANY_SETTINGS, AS_OF, BUSY_PLAN, STYLES, Typed, mutated, with_own_ids, written
from tests.conftest import REPOSITORY

FOR_EVER = "9999-12-31"
PHASES = [phase for phase in Phase if phase is not Phase.explain]
"""Explaining what has failed takes minutes for plans of this size."""


@dataclass(frozen=True)
class Case:
    """Plans and settings as they were typed, how they are written down, and the day."""

    plans: list[Typed]
    settings: Typed
    style: bool | None
    as_of: date

    @cached_property
    def texts(self) -> dict[str | None, str]:
        """The text of each plan by its id, and that of the settings for None."""
        ids = [f"account-{index}" for index in range(len(self.plans))]
        typed = {None: self.settings, **dict(zip(ids, self.plans, strict=True))}
        return {account_id: written(value, self.style) for account_id, value in typed.items()}

    def text(self, account_id: str | None) -> str:
        return self.texts[account_id]

    def files(self) -> list[PlanFile]:
        return [
            plan_from_text(account_id, f"accounts/{account_id}.yaml", text)
            for account_id, text in self.texts.items()
            if account_id is not None
        ]

    def checks(self) -> Checks:
        return Checks(self.read_settings(), self.as_of)

    def read_settings(self) -> Settings:
        read, findings = read_settings_text(self.text(None), SETTINGS_FILE)
        assert not findings, findings
        return read


cases = st.builds(
    Case,
    plans=st.one_of(st.lists(ANY_PLAN, min_size=1, max_size=2), st.lists(BUSY_PLAN, min_size=1, max_size=6)),
    settings=ANY_SETTINGS,
    style=STYLES,
    as_of=st.sampled_from(AS_OF),
)


def findings_of(case: Case) -> list[Finding]:
    """Return everything found in a case, in the settings, in each plan and in all together."""
    checks = case.checks()
    checked = {file.id: checks.of_plan(file) for file in case.files()}
    return [
        *checks.of_settings(case.text(None)),
        *(finding for found in checked.values() for finding in found.findings),
        *of_portfolio(case, checks, checked),
    ]


def of_portfolio(case: Case, checks: Checks, checked: dict[str, CheckedPlan]) -> tuple[Finding, ...]:
    scores = {account_id: found.scores for account_id, found in checked.items() if found.scores is not None}
    facts = {account_id: found.facts for account_id, found in checked.items()}
    return checks.of_portfolio(facts, score_portfolio(scores, case.read_settings()), case.text)


def assert_is_placed_and_said(finding: Finding, text: str) -> None:
    lines = text.splitlines() or [""]
    assert finding.line is not None
    assert finding.column is not None
    assert 1 <= finding.line <= len(lines)
    assert finding.source == lines[finding.line - 1]
    assert finding.column >= 1
    assert finding.width >= 1
    assert finding.column - 1 + finding.width <= max(1, len(finding.source))
    for said in (finding.message, finding.hint):
        if said is not None:
            assert said.pattern in PHRASES
            assert all(wording.say(said) for wording in WORDINGS.values())


def missing_end(value: Any, path: Path) -> Path:
    """Return the part of a path that leads to nothing."""
    for index, part in enumerate(path):
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return path[index:]
    return ()


@settings(max_examples=100, phases=PHASES)
@given(cases)
def test_a_finding_is_at_its_value_or_at_what_lacks_it_and_can_be_said_in_both_languages(case: Case) -> None:
    for finding in findings_of(case):
        text = case.text(finding.account)
        assert RULES[finding.rule].family != "form", finding
        assert_is_placed_and_said(finding, text)
        typed = case.settings if finding.account is None else case.plans[int(finding.account[-1])]
        missing = missing_end(typed, finding.path)
        assert len(missing) <= 1
        assert not any(isinstance(part, int) for part in missing)


@settings(max_examples=20, phases=PHASES)
@given(cases)
def test_the_same_plans_give_the_same_findings(case: Case) -> None:
    assert findings_of(case) == findings_of(case)


@settings(max_examples=40, phases=PHASES)
@given(ANY_PLAN, ANY_PLAN, st.booleans())
def test_a_change_from_any_plan_to_any_other_can_be_checked(before: Typed, after: Typed, keeps_words: bool) -> None:
    if keeps_words:
        after = {**before, "goals": renamed(before.get("goals", {}))}
    case = Case([before, after], {}, None, date(2026, 6, 15))
    old, new = case.files()
    for finding in case.checks().of_change(old, new):
        assert_is_placed_and_said(finding, new.text)
        assert not missing_end(after, finding.path)


def renamed(goals: Typed) -> Typed:
    found = [{**goal, "id": f"new-{index}"} for index, goal in enumerate(goals.get("goals", ()))]
    return {**goals, "goals": found} if found else goals


def turned(value: Any) -> Any:
    """Return the same with the keys of every mapping the other way round."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(item) for item in value] if isinstance(value, list) else value


@settings(max_examples=50, phases=PHASES)
@given(cases)
def test_the_order_of_keys_changes_nothing(case: Case) -> None:
    other = replace(case, plans=[turned(plan) for plan in case.plans], settings=turned(case.settings))
    one, two = ([found for found in findings_of(each) if found.rule not in ABOUT_ORDER] for each in (case, other))
    assert sorted(map(without_place, one)) == sorted(map(without_place, two))


ABOUT_ORDER = {"plan-too-long", "uncovered-target"}
"""Lines are filled in the order of the keys, and the first of several goals in money is the revenue goal."""


def without_place(finding: Finding) -> tuple[str, ...]:
    said = WORDINGS["en"].say(finding.message)
    return (finding.file, finding.rule, finding.level, str(finding.path), said, str(finding.hint))


def reversed_lists(value: Any) -> Any:
    """Return the same with every list the other way round."""
    if isinstance(value, dict):
        return {key: reversed_lists(inner) for key, inner in value.items()}
    return [reversed_lists(item) for item in reversed(value)] if isinstance(value, list) else value


@settings(max_examples=50, phases=PHASES)
@given(cases)
def test_the_order_of_lists_changes_no_rule_that_is_broken(case: Case) -> None:
    plans = [with_own_ids(plan) for plan in case.plans]
    one, other = replace(case, plans=plans), replace(case, plans=[reversed_lists(plan) for plan in plans])
    assert broken(one) == broken(other)


def broken(case: Case) -> set[tuple[str, str]]:
    return {(finding.file, finding.rule) for finding in findings_of(case) if finding.rule not in ABOUT_ORDER}


@settings(max_examples=20, phases=PHASES)
@given(cases)
def test_the_order_of_accounts_changes_nothing(case: Case) -> None:
    checks = case.checks()
    checked = {file.id: checks.of_plan(file) for file in case.files()}
    backwards = dict(reversed(checked.items()))
    assert of_portfolio(case, checks, checked) == of_portfolio(case, checks, backwards)


@settings(max_examples=40, phases=PHASES)
@given(cases, st.randoms(use_true_random=False))
def test_a_rule_that_is_off_finds_nothing_and_one_that_is_an_error_finds_errors(
    case: Case, chance: random.Random
) -> None:
    found = findings_of(case)
    rules = sorted({finding.rule for finding in found if finding.rule not in FORM})
    if not rules:
        return
    rule = chance.choice(rules)
    assert rule not in {finding.rule for finding in findings_of(at_level(case, rule, "off"))}
    others = [finding for finding in found if finding.rule != rule]
    raised = [replace(finding, level="error") for finding in found if finding.rule == rule]
    strict = findings_of(at_level(case, rule, "error"))
    assert [plain(finding) for finding in strict if finding.rule == rule] == [plain(finding) for finding in raised]
    assert len(strict) == len(found) == len(others) + len(raised)


FORM = {rule.name for rule in RULES.values() if isinstance(rule, ReadingRule)}


def at_level(case: Case, rule: str, level: str) -> Case:
    checks = case.settings["checks"]
    return replace(
        case, settings={**case.settings, "checks": {**checks, rule: {**checks.get(rule, {}), "level": level}}}
    )


def plain(finding: Finding) -> tuple[str, str, Path, str]:
    return (finding.rule, finding.level, finding.path, str(finding.message))


@settings(max_examples=40, phases=PHASES)
@given(cases, st.randoms(use_true_random=False))
def test_a_waiver_holds_back_every_finding_of_its_rule_and_is_then_of_use(case: Case, chance: random.Random) -> None:
    plan = {key: value for key, value in case.plans[0].items() if key != "waivers"}
    case = replace(case, plans=[plan, *case.plans[1:]])
    found = sorted({finding.rule for finding in findings_of(case) if can_be_waived(finding)})
    if not found:
        return
    rule = chance.choice(found)
    waived = {**plan, "waivers": [{"rule": rule, "reason": "Agreed", "until": FOR_EVER}]}
    own = [
        finding.rule for finding in findings_of(replace(case, plans=[waived, *case.plans[1:]])) if is_of_first(finding)
    ]
    assert rule not in own
    assert "unused-waiver" not in own


def is_of_first(finding: Finding) -> bool:
    return finding.account == "account-0"


def can_be_waived(finding: Finding) -> bool:
    return is_of_first(finding) and not isinstance(RULES[finding.rule], ReadingRule | WaiverRule | ChangeRule)


PLANS = {
    path.name: path.read_text(encoding="utf-8")
    for path in (*sorted((REPOSITORY / "accounts").glob("*.yaml")), REPOSITORY / "tests/checks/planted.yaml")
}
SETTINGS = (REPOSITORY / SETTINGS_FILE).read_text(encoding="utf-8")
SAMPLE = Checks(read_settings_text(SETTINGS, SETTINGS_FILE)[0], date(2026, 5, 6))


def broken_text(text: str, chance: random.Random) -> str | None:
    """Return a text with a few things changed, cut at any byte; None where it is no text any more."""
    for _ in range(chance.randint(1, 3)):
        text = mutated(text, chance)
    data = text.encode()
    data = data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else data
    decoded = decode(data, "accounts/a.yaml")
    if isinstance(decoded, str):
        return decoded
    assert_is_in(decoded, text)
    return None


def assert_is_in(finding: Finding, text: str) -> None:
    """Hold the finding about a file that is no text to the lines that an editor would count."""
    assert finding.line is not None
    assert 1 <= finding.line <= text.count("\n") + 1
    assert finding.column is not None
    assert 1 <= finding.column <= len(text.split("\n")[finding.line - 1]) + 1


@settings(max_examples=350, phases=PHASES)
@given(st.sampled_from(sorted(PLANS)), st.randoms(use_true_random=False))
def test_a_plan_that_was_broken_in_any_way_has_its_findings_inside_its_text(name: str, chance: random.Random) -> None:
    text = broken_text(PLANS[name], chance)
    if text is not None:
        for finding in SAMPLE.of_plan(plan_from_text("a", "accounts/a.yaml", text)).findings:
            assert_is_placed_and_said(finding, text)


@settings(max_examples=50, phases=PHASES)
@given(st.randoms(use_true_random=False))
def test_settings_that_were_broken_in_any_way_have_their_findings_inside_their_text(chance: random.Random) -> None:
    text = broken_text(SETTINGS, chance)
    if text is not None:
        usable, findings = read_settings_text(text, SETTINGS_FILE)
        for finding in (*findings, *Checks(usable, date(2026, 5, 6)).of_settings(text)):
            assert_is_placed_and_said(finding, text)


@settings(max_examples=100, phases=PHASES)
@given(st.randoms(use_true_random=False))
def test_purchases_that_were_broken_in_any_way_have_their_findings_inside_their_text(chance: random.Random) -> None:
    text = 'date,amount,margin,product,order\n2026-01-05,120.50,30,dairy,1\n2026-02-30,x,,grains,"2"\n'
    for _ in range(chance.randint(1, 3)):
        text = mutated(text, chance)
    plan = plan_from_text("a", "accounts/a.yaml", PLANS["planted.yaml"], "accounts/a.purchases.csv", text.encode())
    for finding in SAMPLE.of_plan(plan).findings:
        if finding.file == "accounts/a.purchases.csv" and finding.line is not None:
            assert_is_in(finding, text)
