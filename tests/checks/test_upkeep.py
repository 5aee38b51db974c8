"""Edges of the rules about keeping a plan alive: what they must not find, and where they find what."""

from __future__ import annotations

import pytest

from kamgen.checks.catalogue import RULES
from tests.checks.one_rule import Write, in_plan, messages

RISK = "risks: [{id: r, text: The buyer retires, %s}]\n"


@pytest.mark.parametrize(
    "rule",
    [
        "overdue-risk",
        "risk-without-owner",
        "risk-without-response",
        "sentiment-against-health",
        "fact-without-source",
        "answer-without-evidence",
        "phase-without-member",
    ],
)
def test_nothing_is_asked_of_a_lost_account(rule: str, workspace: Write) -> None:
    plan = RULES[rule].bad.plan
    assert messages(rule, plan, workspace)
    assert messages(rule, "status: lost\n" + plan, workspace) == []


@pytest.mark.parametrize(
    ("rule", "line", "where"),
    [
        ("endless-waiver", 3, "{rule: stale-plan"),
        ("overdue-risk", 8, "2026-05-31"),
        ("risk-without-owner", 2, "id"),
        ("risk-without-response", 2, "id"),
        ("sentiment-against-health", 1, "4"),
        ("fact-without-source", 3, "{text: Opens"),
        ("answer-without-evidence", 3, "repurchase"),
        ("status-against-activity", 1, "active"),
        ("lost-account-with-open-work", 7, "open"),
        ("phase-without-member", 10, "market"),
    ],
)
def test_each_rule_points_at_what_is_wrong_or_at_what_lacks_something(
    rule: str, line: int, where: str, workspace: Write
) -> None:
    ((found_line, found, _),) = in_plan(rule, RULES[rule].bad.plan, workspace)
    assert found_line == line
    assert found.startswith(where)


# ── waivers ──


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        ("reviewed: {date: 2026-02-02}\nwaivers: [{rule: stale-plan, reason: R}]\n", 1),
        ("reviewed: {date: 2026-06-02}\nwaivers: [{rule: stale-plan, reason: R}]\n", 0),  # unused
        ("waivers: [{rule: stale-plans, reason: R}]\n", 0),  # unknown
        ("waivers: [{rule: wrong-type, reason: R}]\n", 0),  # cannot be waived
        ("waivers: [{rule: renamed-id, reason: R}]\n", 1),  # only seen while it changes
    ],
)
def test_a_waiver_without_an_end_is_found_where_no_other_rule_would_have_it_removed(
    plan: str, count: int, workspace: Write
) -> None:
    assert len(messages("endless-waiver", plan, workspace)) == count


# ── plan-too-long ──


def test_a_plan_may_have_a_thousand_lines(workspace: Write) -> None:
    def plan(lines: int) -> str:
        return "tags:\n" + "".join(f"  - t{number}\n" for number in range(lines - 5))

    assert in_plan("plan-too-long", plan(1000), workspace) == []
    ((line, _, message),) = in_plan("plan-too-long", plan(1001), workspace)
    assert (line, message) == (-2, "the plan has 1,001 lines; the limit is 1,000")


# ── risks ──


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ("likelihood: 3, impact: 4", True),
        ("likelihood: 2, impact: 5", False),
        ("impact: 5", False),
        ("likelihood: 5, impact: 5, status: closed", False),
        ("likelihood: 5, impact: 5, response: Meet the successor", False),
    ],
)
def test_only_a_big_open_risk_needs_a_response(fields: str, is_found: bool, workspace: Write) -> None:
    assert bool(messages("risk-without-response", RISK % fields, workspace)) is is_found


def test_from_which_exposure_a_risk_needs_a_response_can_be_set(workspace: Write) -> None:
    settings = "checks: {risk-without-response: {exposure: 10}}\n"
    assert messages("risk-without-response", RISK % "likelihood: 2, impact: 5", workspace, settings) == [
        "the risk “The buyer retires” (10 of 25) has no response"
    ]


def test_a_closed_risk_needs_neither_owner_nor_day(workspace: Write) -> None:
    plan = RISK % "due: 2026-01-31, status: closed"
    assert messages("risk-without-owner", plan, workspace) == []
    assert messages("overdue-risk", plan, workspace) == []
    assert messages("overdue-risk", RISK % "due: 2026-06-15", workspace) == []


# ── handover-without-owner-change ──


@pytest.mark.parametrize(
    ("handovers", "is_found"),
    [
        ("{date: 2026-04-01, from: lin-yue, to: chen-bo}", True),
        ("{date: 2026-04-01, from: chen-bo, to: lin-yue}, {date: 2025-04-01, from: lin-yue, to: chen-bo}", False),
        ("{date: 2026-07-01, from: lin-yue, to: chen-bo}", False),
        ("{date: 2026-04-01, from: x, to: chen-bo}, {date: 2026-04-01, from: chen-bo, to: lin-yue}", False),
        ("{date: 2026-04-01, from: x, to: chen-bo}, {date: 2026-07-01, from: chen-bo, to: lin-yue}", False),
    ],
)
def test_the_last_handover_went_to_the_owner(handovers: str, is_found: bool, workspace: Write) -> None:
    plan = f"handovers: [{handovers}]\n"
    settings = "team: [{id: lin-yue, name: Lin Yue}, {id: chen-bo, name: Chen Bo}, {id: x, name: X}]\n"
    expected = "the owner is Lin Yue, but the last handover (1 Apr 2026) went to Chen Bo"
    found = in_plan("handover-without-owner-change", plan, workspace, settings)
    assert found == ([(0, "lin-yue", expected)] if is_found else [])


# ── sentiment-against-health ──

GREEN = (
    "service: {surveys: [{date: 2026-05-29, very_satisfied: 6}]}\n"
    "goals: {goals: [{id: g, text: G, baseline: 1, target: 2, actual: 2}]}\n"
    "value: {purchases: [{date: 2026-05-01, amount: 9}, {date: 2026-05-20, amount: 9}, {date: 2026-06-10, amount: 9}]}\n"
)


@pytest.mark.parametrize(("value", "is_found"), [(1, True), (2, True), (3, False), (5, False)])
def test_a_bad_judgement_of_a_healthy_account_is_found(value: int, is_found: bool, workspace: Write) -> None:
    expected = (
        [f"the account is judged {value} of 5, but its computed health is green (100 of 100)"] if is_found else []
    )
    assert messages("sentiment-against-health", f"sentiment: {{value: {value}}}\n" + GREEN, workspace) == expected


def test_a_health_of_which_little_is_known_contradicts_nobody(workspace: Write) -> None:
    survey = GREEN.splitlines(keepends=True)[0]
    assert messages("sentiment-against-health", "sentiment: {value: 1}\n" + survey, workspace) == []


# ── facts and answers ──


def test_an_answer_that_is_not_known_needs_no_evidence(workspace: Write) -> None:
    plan = "profile: {key_account_tests: {need: {answer: unknown}, premium: {answer: no}}}\n"
    assert messages("answer-without-evidence", plan, workspace) == [
        "the test “Pays a premium” is answered without evidence"
    ]


# ── status-against-activity ──


def bought(*days: str) -> str:
    return "value:\n  purchases:\n" + "".join(f"    - {{date: {day}, amount: 100}}\n" for day in days)


MONTHLY = bought("2026-04-01", "2026-05-01", "2026-06-01")


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (MONTHLY, []),
        # The default status stands nowhere in the file.
        (bought("2026-01-05", "2026-02-05", "2026-03-05"), ["the account is active, but last bought 102 days ago, and usually does every 30 days"]),
        # Dormant by its own rhythm, but only since three weeks.
        (bought("2026-04-09", "2026-04-16", "2026-04-23"), []),
        (bought("2025-01-05", "2025-03-05"), []),
        ("status: dormant\n" + MONTHLY, ["the account is dormant, but bought 14 days ago, and usually does every 30 days"]),
        ("status: prospect\n" + MONTHLY, ["the account is a prospect, but bought 14 days ago, and usually does every 30 days"]),
        ("status: prospect\n" + bought("2026-06-01"), []),
        ("status: lost\n" + MONTHLY, ["the account is lost, but bought 14 days ago, and usually does every 30 days"]),
        ("status: lost\nservice: {losses: [{date: 2026-06-08, what: All}]}\n" + MONTHLY, []),
        ("status: lost\nservice: {losses: [{date: 2026-05-08, what: Cheese}]}\n" + MONTHLY, ["the account is lost, but bought 14 days ago, and usually does every 30 days"]),
    ],
)  # fmt: skip
# ruff: noqa: E501 - a table reads better with a row a line
def test_the_status_is_held_against_the_purchases(plan: str, expected: list[str], workspace: Write) -> None:
    assert messages("status-against-activity", plan, workspace) == expected


# ── lost-account-with-open-work ──


def test_open_opportunities_and_late_actions_of_a_lost_account_are_found(workspace: Write) -> None:
    plan = (
        "status: lost\n"
        "opportunities: [{id: a, name: Frame}, {id: b, name: Spot, status: won}]\n"
        "goals:\n  strategies:\n    - id: s\n      text: S\n      actions:\n"
        "        - {id: late, text: Send samples, due: 2026-06-14}\n"
        "        - {id: undated, text: Call them}\n"
        "        - {id: win-back, text: Ask about the end of the contract, due: 2028-10-02}\n"
        "        - {id: done, text: Visit, due: 2026-01-09, status: done}\n"
    )
    assert messages("lost-account-with-open-work", plan, workspace) == [
        "“Frame” is still open, but the account is lost",
        "“Send samples” is still open, but the account is lost",
        "“Call them” is still open, but the account is lost",
    ]
    assert messages("lost-account-with-open-work", plan.replace("status: lost", "status: dormant"), workspace) == []


# ── phase-without-member ──


@pytest.mark.parametrize(
    ("team", "is_found"),
    [
        ("team: [{member: lin-yue, phase: sales}]\n", True),
        ("team: [{member: lin-yue, phase: market}]\n", False),
        ("team: [{member: lin-yue}]\n", False),  # a member of the market team
        ("team: [{member: chen-bo}]\n", True),  # a member of the service team
        ("team: [{member: nobody-knows}]\n", False),
        ("", False),
    ],
)
def test_the_phase_of_a_strategy_is_covered_by_the_team(team: str, is_found: bool, workspace: Write) -> None:
    settings = "team: [{id: lin-yue, name: Lin, phase: market}, {id: chen-bo, name: Bo, phase: service}]\n"
    plan = team + "goals: {strategies: [{id: s, text: S, phase: market}]}\n"
    expected = (
        ["the strategy “S” belongs to the phase “Market (before)”, which nobody in the account's team covers"]
        if is_found
        else []
    )
    assert messages("phase-without-member", plan, workspace, settings) == expected


def test_a_lost_account_need_not_be_reviewed(workspace: Write) -> None:
    plan = "reviewed: {date: 2025-07-01}\n"
    assert messages("stale-plan", plan, workspace)
    assert messages("stale-plan", "status: lost\n" + plan, workspace) == []
