"""Edges of the rules about the whole portfolio: what they must not find, and in which file they find what."""

from __future__ import annotations

import pytest

from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding
from tests.checks.one_rule import HEAD, Write, marked, of_rule

KEY_ACCOUNT = HEAD + "type: strategic\n"


def placed(findings: list[Finding]) -> list[tuple[str, int | None, str, str]]:
    say = WORDINGS["en"].say
    return [(finding.file, finding.line, marked(finding), say(finding.message)) for finding in findings]


def files(*plans: str) -> dict[str, str]:
    return {f"accounts/account-{index:02}.yaml": plan for index, plan in enumerate(plans)}


# ── resource-rule-broken ──


def worked(amount: int, hours: int | None, status: str = "todo", spent: int | None = None) -> str:
    given = ("" if hours is None else f", hours: {hours}") + ("" if spent is None else f", spent: {spent}")
    return (
        f"kamgen: 1\nname: Account of {amount}\nowner: lin-yue\n"
        f"value: {{purchases: [{{date: 2026-03-02, amount: {amount}}}]}}\n"
        f"goals: {{strategies: [{{id: s, text: Grow, actions: [{{id: a, text: Visit, status: {status}{given}}}]}}]}}\n"
    )


def ten(top_hours: int) -> dict[str, str]:
    """Return ten accounts, of which the two of the top slice get the hours and eight get 5 each."""
    return files(*(worked(9000 - index, top_hours if index < 2 else 5) for index in range(10)))


@pytest.mark.parametrize(("top_hours", "count"), [(79, 1), (80, 0), (200, 0)])
def test_the_top_slice_gets_four_fifths_of_the_hours(top_hours: int, count: int, workspace: Write) -> None:
    assert len(of_rule("resource-rule-broken", workspace(ten(top_hours), ""))) == count


def test_the_broken_rule_is_shown_in_the_settings_and_names_who_takes_the_hours(workspace: Write) -> None:
    settings = "title: Ours\nscoring:\n  pyramid:\n    time_rule: 0.9\n"
    plans = ten(80) | {"accounts/account-07.yaml": worked(8993, 12)}
    (finding,) = of_rule("resource-rule-broken", workspace(plans, settings))
    message = "77% of the hours go to the top 20% of the accounts; the resource rule asks for 90%"
    assert placed([finding]) == [("kamgen.yaml", 4, "0.9", message)]
    assert finding.hint is not None
    assert WORDINGS["en"].say(finding.hint) == (
        "move some of the hours of Account of 8993, Account of 8998, Account of 8997 to the top accounts"
    )


@pytest.mark.parametrize("last", [worked(8991, None), worked(8991, 5, "dropped"), HEAD])
def test_the_resource_rule_waits_until_enough_accounts_have_hours(last: str, workspace: Write) -> None:
    plans = ten(5) | {"accounts/account-09.yaml": last}
    assert of_rule("resource-rule-broken", workspace(plans, "")) == []


# ── overloaded-member and shared-sponsor ──

TEAM = "team:\n  - {id: lin-yue, name: Lin Yue, level: executive}\n  - {id: chen-bo, name: Chen Bo}\n"


@pytest.mark.parametrize(
    ("plans", "count"),
    [
        ([KEY_ACCOUNT] * 13, 1),
        ([KEY_ACCOUNT] * 12, 0),
        ([KEY_ACCOUNT] * 12 + [HEAD + "type: economic\n"], 0),
        ([KEY_ACCOUNT] * 12 + [HEAD], 0),
        ([KEY_ACCOUNT] * 12 + [KEY_ACCOUNT + "status: lost\n"], 0),
    ],
)
def test_a_member_owns_at_most_twelve_key_accounts(plans: list[str], count: int, workspace: Write) -> None:
    findings = of_rule("overloaded-member", workspace(files(*plans), TEAM))
    message = "Lin Yue owns 13 key accounts; the limit is 12"
    assert placed(findings) == [("kamgen.yaml", 2, "lin-yue", message)] * count


@pytest.mark.parametrize(
    ("member", "count"),
    [
        ("team: [{member: lin-yue}]\n", 1),
        ("power_map: {people: [{id: a, name: A, covered_by: lin-yue}, {id: b, name: B, covered_by: lin-yue}]}\n", 1),
        ("team: [{member: chen-bo}]\n", 0),
        ("", 0),
    ],
)
def test_an_executive_stands_behind_at_most_five_key_accounts(member: str, count: int, workspace: Write) -> None:
    findings = of_rule("shared-sponsor", workspace(files(*[KEY_ACCOUNT + member] * 6), TEAM))
    message = "Lin Yue is the executive sponsor of 6 key accounts; the limit is 5"
    assert placed(findings) == [("kamgen.yaml", 2, "lin-yue", message)] * count
    assert of_rule("shared-sponsor", workspace(files(*[KEY_ACCOUNT + member] * 5, HEAD), TEAM)) == []


# ── top-account-without-review ──

BOUGHT = HEAD + "value: {purchases: [{date: 2026-03-02, amount: 90000}]}\n"


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        (BOUGHT, 1),
        (BOUGHT + "reviews: [{date: 2026-02-15}]\n", 0),
        (BOUGHT + "reviews: [{date: 2026-02-14}, {date: 2025-02-14}]\n", 1),
        (BOUGHT + "reviews: [{date: 2026-06-16}]\n", 1),
        # Whether this day is too long ago is for stale-plan to say.
        (BOUGHT + "reviewed: {date: 2024-01-01}\n", 0),
        (BOUGHT + "status: lost\n", 0),
        (BOUGHT + "waivers: [{rule: top-account-without-review, reason: Merger, until: 2026-07-31}]\n", 0),
        # Five stars that rest on no more than the type.
        (KEY_ACCOUNT, 0),
        (HEAD, 0),
    ],
)
def test_a_top_account_is_reviewed(plan: str, count: int, workspace: Write) -> None:
    settings = "checks: {top-account-without-review: {accounts: 1}}\n"
    assert len(of_rule("top-account-without-review", workspace({"accounts/north.yaml": plan}, settings))) == count


def test_a_handful_of_accounts_has_no_top_slice(workspace: Write) -> None:
    assert of_rule("top-account-without-review", workspace({"accounts/north.yaml": BOUGHT}, "")) == []


def test_an_account_below_the_top_slice_need_not_be_reviewed(workspace: Write) -> None:
    plans = files(*(worked(9000 - index, None) for index in range(5)))
    assert [finding.account for finding in of_rule("top-account-without-review", workspace(plans, ""))] == [
        "account-00"
    ]


# ── person-rated-differently ──


def group(name: str, support: str, parent: str = "head", rest: str = "") -> str:
    return (
        f"kamgen: 1\nname: North\nowner: lin-yue\nprofile: {{parent: {parent}}}\n"
        f"power_map:\n  people:\n    - {{id: cfo, name: {name}, support: {support}{rest}}}\n"
    )


HEAD_OFFICE = HEAD + "power_map: {people: [{id: cfo, name: {en: Zhou Wen, zh: 周闻}, support: -1}]}\n"


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        (group("Zhou Wen", "1"), 1),
        (group("zhou wen", "2", rest=", title: Chief financial officer"), 1),
        (group("周闻", "1"), 1),
        (group("Zhou Wen", "0"), 0),
        (group("Zhou Wen", "-1", rest=", influence: 1, role: user"), 0),
        (group("Zhou Wei", "2"), 0),
        (group("Zhou Wen", "2", rest=", wanted: true"), 0),
        (group("Zhou Wen", "2").replace("profile: {parent: head}\n", ""), 0),
        (group("Zhou Wen", "2") + "status: lost\n", 0),
    ],
)
def test_a_person_of_a_group_is_rated_alike_in_its_plans(plan: str, count: int, workspace: Write) -> None:
    root = workspace({"accounts/head.yaml": HEAD_OFFICE, "accounts/north.yaml": plan}, "")
    assert len(of_rule("person-rated-differently", root)) == count


def test_the_later_plan_of_two_sisters_names_the_other(workspace: Write) -> None:
    plans = {"accounts/a.yaml": group("周闻", "-2", "holding"), "accounts/b.yaml": group("周闻", "2", "holding")}
    assert placed(of_rule("person-rated-differently", workspace(plans, ""))) == [
        ("accounts/b.yaml", 7, "2", "周闻 is rated advocate in this plan, but opponent in the plan of North")
    ]


def test_a_circle_of_groups_and_a_name_twice_in_one_plan_are_survived(workspace: Write) -> None:
    twice = group("Zhou Wen", "2", "a") + "    - {id: other, name: Zhou Wen, support: -2}\n"
    root = workspace({"accounts/a.yaml": twice}, "")
    assert of_rule("person-rated-differently", root) == []


# ── maturity-without-evidence ──


@pytest.mark.parametrize(("step", "count"), [("level: 1", 0), ("level: 2", 1), ("next: Ask", 0)])
def test_a_level_above_one_needs_evidence(step: str, count: int, workspace: Write) -> None:
    root = workspace({"accounts/a.yaml": HEAD}, f"programme: [{{module: team, {step}}}]\n")
    assert len(of_rule("maturity-without-evidence", root)) == count
