"""The page of all findings: what stops a plan comes first, everything is counted, nothing is lost when it is long."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from kamgen.checks.catalogue import RULES
from kamgen.output.templates import Templates
from kamgen.pages.context import Context
from kamgen.pages.findings.page import MOST_SHOWN, FindingsPage, findings_page
from kamgen.pages.navigation import frame
from kamgen.pages.register import Register
from kamgen.pages.summary import summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Finding, FindingLevel

TODAY = date(2026, 5, 6)
SETTINGS = Settings.model_validate(
    {
        "team": [{"id": "lin-yue", "name": {"en": "Lin Yue", "zh": "林悦"}}],
        "repository": "https://git.example.com/plans",
        "languages": ["en", "zh"],
    }
)


def finding(account: str | None, line: int, level: FindingLevel = "warning", rule: str = "stale-plan") -> Finding:
    file = "kamgen.yaml" if account is None else f"accounts/{account}.yaml"
    return Finding(rule, level, phrase("{key} is missing here", key=f"key {line}"), file, account, ("name",), line=line)


def register(accounts: dict[str, dict[str, Any]], findings: Sequence[Finding], settings: Settings) -> Register:
    read = {
        id_: Account.model_validate({"kamgen": "1", "name": id_, "owner": "lin-yue"} | keys)
        for id_, keys in accounts.items()
    }
    scores = {id_: score_account(id_, account, settings, TODAY) for id_, account in read.items()}
    summaries = {
        id_: summarise(id_, account, scores[id_], [f for f in findings if f.account == id_], settings, TODAY)
        for id_, account in read.items()
    }
    return Register(summaries, score_portfolio(scores, settings), tuple(findings), {})


def page(
    accounts: dict[str, dict[str, Any]],
    *findings: Finding,
    settings: Settings = SETTINGS,
    language: Language = "en",
) -> FindingsPage:
    return findings_page(register(accounts, findings, settings), Context(settings, TODAY, language))


def html(said: FindingsPage, language: Language = "en", settings: Settings = SETTINGS) -> str:
    context = Context(settings, TODAY, language)
    site = frame(context, "findings.html", said.title, said.lead)
    return Templates().render("site/findings.html", page=said, t=context.wording, site=site)


def test_nothing_to_mend_says_what_that_rests_on() -> None:
    said = page({"acme": {}, "bolt": {}})
    on = sum(rule.level != "off" for rule in RULES.values())
    assert said.checked == f"2 plans and the settings, checked against {on} rules"
    assert (said.groups, said.figures, said.rules) == ((), (), ())
    assert "Nothing to mend" in html(said)


def test_a_rule_that_is_off_has_checked_nothing() -> None:
    off = Settings.model_validate({"checks": {"stale-plan": {"level": "off"}}})
    count = int(page({}, settings=SETTINGS).checked.split()[-2])
    assert page({}, settings=off).checked.endswith(f"{count - 1} rules")


def test_the_settings_come_first_then_plans_that_cannot_be_read_then_where_most_is_to_mend() -> None:
    found = [
        finding("acme", 1),
        finding("bolt", 1),
        finding("bolt", 2),
        finding("crane", 4),
        finding("crane", 9, "error", "unknown-key"),
        finding(None, 3),
    ]
    said = page({"acme": {}, "bolt": {"name": "Bolt & Co"}}, *found)
    assert [group.subject.subject.label for group in said.groups] == ["kamgen.yaml", "crane", "Bolt & Co", "acme"]
    assert [row.errors for row in said.subjects] == [0, 1, 0, 0]
    assert [row.warnings for row in said.subjects] == [1, 1, 2, 1]
    crane = said.groups[1]
    assert (crane.subject.note, crane.subject.subject.href, crane.subject.owner.label) == ("cannot be read", "", "")
    assert [row.level.word for row in crane.findings] == ["Error", "Warning"]
    assert said.lead == "1 error, 5 warnings in the files of this workspace."
    assert [(figure.value, figure.note) for figure in said.figures[:3]] == [
        ("1", "1 plan is left out until it is mended"),
        ("5", "in 4 files"),
        ("0", "of 3 accounts"),
    ]


def test_every_finding_leads_to_its_account_its_owner_its_rule_and_its_line() -> None:
    (group,) = page({"acme": {}}, finding("acme", 7)).groups
    (row,) = group.findings
    assert group.subject.subject.href == "accounts/acme.html#findings"
    assert (group.subject.owner.label, group.subject.owner.href) == ("Lin Yue", "team/lin-yue.html")
    assert row.rule.href == "explain/rules-upkeep.html#stale-plan"
    assert row.place[:2] == ("accounts/acme.yaml:7", "https://git.example.com/plans/accounts/acme.yaml#L7")


def test_an_owner_whom_the_team_does_not_know_has_no_page() -> None:
    (group,) = page({"acme": {"owner": "nobody"}}, finding("acme", 7)).groups
    assert (group.subject.owner.label, group.subject.owner.href) == ("nobody", "")


def test_rules_are_counted_with_their_accounts_those_of_errors_first() -> None:
    found = [finding("acme", 1), finding("acme", 2), finding("bolt", 1), finding("crane", 1, "error", "unknown-key")]
    rows = page({"acme": {}, "bolt": {}}, *found).rules
    assert [(row.rule.label, row.findings, row.accounts) for row in rows] == [
        ("unknown-key", 1, 1),
        ("stale-plan", 3, 2),
    ]
    assert rows[1].title == "The plan was last reviewed too long ago, by default more than 90 days."
    assert rows[1].family == "Upkeep of the plan"


def test_of_too_many_the_most_urgent_are_shown_and_the_others_are_counted() -> None:
    accounts: dict[str, dict[str, Any]] = {f"account-{n:03}": {} for n in range(40)}
    warnings = [finding(account, line) for account in accounts for line in range(1, 11)]
    errors = [finding("zeta", line, "error") for line in range(1, 4)]
    said = page(accounts, *warnings, *errors)
    shown = [row for group in said.groups for row in group.findings]
    assert len(shown) == MOST_SHOWN
    assert [row.level.word for row in shown[:4]] == ["Error", "Error", "Error", "Warning"]
    assert said.shown == f"The {MOST_SHOWN} most urgent of 403"
    assert [int(re.findall(r"\d+", line)[0]) for line in said.beyond] == [403 - MOST_SHOWN]
    assert len(said.subjects) == 41
    assert sum(row.errors + row.warnings for row in said.subjects) == 403


def test_what_is_not_shown_of_a_plan_without_a_page_is_left_to_validate() -> None:
    said = page({}, *(finding("crane", line, "error") for line in range(1, MOST_SHOWN + 3)))
    assert said.beyond == ("2 more are in files that cannot be read: kamgen validate lists them.",)


def test_a_finding_keeps_its_anchor_when_its_line_moves() -> None:
    def anchors(*found: Finding) -> list[str]:
        return [row.anchor for group in page({"acme": {}}, *found).groups for row in group.findings]

    moved = Finding(
        "stale-plan", "warning", finding("acme", 7).message, "accounts/acme.yaml", "acme", ("name",), line=90
    )
    assert anchors(finding("acme", 7)) == anchors(moved)
    twice = anchors(moved, moved)
    assert len(set(twice)) == 2


def test_lists_can_be_filtered_by_subject_owner_and_account() -> None:
    said = page({"acme": {}}, finding("acme", 7), finding("crane", 1, "error"), language="zh")
    facets = {name: texts for name, _, texts in json.loads(said.facets)}
    assert facets["owner"] == {"lin-yue": "林悦"}
    assert facets["account"] == {"crane": "crane", "acme": "acme"}
    assert facets["family"]["upkeep"] == "计划维护"
    assert 'data-account="acme" data-owner="lin-yue" data-family="upkeep"' in html(said, "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_plan_says_stays_text(language: Language) -> None:
    hostile = "<script>alert(1)</script>"
    found = Finding("stale-plan", "warning", phrase("{key} is missing here", key=hostile), hostile, "acme", line=1)
    written = html(page({"acme": {"name": hostile}}, found, language=language), language)
    assert "<script>alert" not in written


def test_a_thousand_accounts_stay_a_light_page() -> None:
    accounts: dict[str, dict[str, Any]] = {
        f"somewhat-long-account-{n:04}": {"name": f"Somewhat Long Account {n}"} for n in range(1000)
    }
    found = [finding(account, line) for account in accounts for line in range(1, 14)]
    assert len(html(page(accounts, *found)).encode()) < 320_000
