"""Edges of the rules about service: what they must not find, and where they find what."""

from __future__ import annotations

import pytest

from kamgen.checks.catalogue import RULES
from tests.checks.one_rule import Write, in_plan, messages


def items(section: str, *fields: str) -> str:
    lines = "".join(f"    - {{{field}}}\n" for field in fields)
    return f"service:\n  {section}:\n{lines}"


# ── Requests ──


@pytest.mark.parametrize("rule", ["overdue-request", "request-without-date", "request-without-owner"])
@pytest.mark.parametrize("change", ["closed: 2026-06-12", "raised: 2026-06-16"])
def test_a_request_that_is_closed_or_not_raised_yet_is_left_alone(rule: str, change: str, workspace: Write) -> None:
    plan = RULES[rule].bad.plan.replace("raised: 2026-05-20, ", "").replace("raised: 2026-06-10, ", "")
    assert messages(rule, plan, workspace)
    assert messages(rule, plan.replace("text:", f"{change}, text:"), workspace) == []
    assert messages(rule, "status: lost\n" + plan, workspace) == []


def test_a_request_is_overdue_from_the_day_after_until_it_is_closed(workspace: Write) -> None:
    plan = items(
        "requests",
        "id: a, text: A, due: 2026-06-15",
        "id: b, text: B, due: 2026-06-14",
        "id: c, text: C, due: 2026-06-01, closed: 2026-06-20",
    )
    assert in_plan("overdue-request", plan, workspace) == [
        (4, "2026-06-14", "“B” was due on 14 Jun 2026, 1 day ago"),
        (5, "2026-06-01", "“C” was due on 1 Jun 2026, 14 days ago"),
    ]


# ── Surveys ──


@pytest.mark.parametrize(
    ("surveys", "count"),
    [
        (["date: 2025-06-30, satisfied: 10", "date: 2026-03-31, satisfied: 6, neutral: 4"], 1),
        (["date: 2025-06-30, satisfied: 10", "date: 2026-03-31, satisfied: 7, neutral: 3"], 0),
        (["date: 2026-03-31, satisfied: 6, neutral: 4", "date: 2025-06-30, satisfied: 10"], 1),
        (["date: 2025-06-30, satisfied: 10", "date: 2026-09-30, dissatisfied: 4"], 0),
        (["date: 2025-06-30, satisfied: 10", "date: 2026-03-31"], 0),
        (["date: 2026-03-31, very_dissatisfied: 4"], 0),
        (["date: 2026-03-31, satisfied: 5", "date: 2026-03-31, dissatisfied: 5"], 0),
    ],
)
def test_satisfaction_falls_from_ten_points_on_between_the_last_two_surveys(
    surveys: list[str], count: int, workspace: Write
) -> None:
    assert len(messages("falling-satisfaction", items("surveys", *surveys), workspace)) == count


def test_falling_satisfaction_is_shown_at_the_latest_survey_and_takes_other_points(workspace: Write) -> None:
    plan = items("surveys", "date: 2026-03-31, satisfied: 7, neutral: 3", "date: 2025-06-30, satisfied: 10")
    settings = "checks: {falling-satisfaction: {points: 7}}\n"
    assert in_plan("falling-satisfaction", plan, workspace, settings) == [
        (3, "{date: 2026-03-31, satisfied: 7, neutral: 3}", "satisfaction fell from 75 to 68 points of 100")
    ]


@pytest.mark.parametrize(
    ("status", "surveys", "count"),
    [
        ("active", ["date: 2025-06-15"], 0),
        ("active", ["date: 2025-06-14"], 1),
        ("active", ["date: 2023-06-14", "date: 2026-01-20"], 0),
        ("active", ["date: 2025-06-14", "date: 2026-06-20"], 1),
        ("dormant", ["date: 2025-06-14"], 0),
        ("lost", ["date: 2025-06-14"], 0),
    ],
)
def test_the_latest_survey_is_stale_after_a_year(status: str, surveys: list[str], count: int, workspace: Write) -> None:
    plan = f"status: {status}\n" + items("surveys", *surveys)
    assert len(messages("stale-survey", plan, workspace)) == count


# ── Losses ──


@pytest.mark.parametrize(
    ("loss", "without_cause", "without_fix"),
    [
        ("date: 2026-03-01", 1, 0),
        ("date: 2026-03-01, fix: Stock nearby", 1, 0),
        ("date: 2026-03-01, reason: price", 0, 1),
        ("date: 2026-03-01, cause: Too late", 0, 1),
        ("date: 2026-03-01, cause: Too late, fix: Stock nearby", 0, 0),
        ("date: 2026-03-01, reason: need-gone", 0, 0),
        ("date: 2026-05-16, reason: price", 0, 0),
        ("date: 2026-05-15, reason: price", 0, 1),
        ("date: 2025-06-15", 1, 0),
        ("date: 2025-06-14", 0, 0),
        ("date: 2025-06-14, reason: price", 0, 0),
        ("date: 2026-06-16", 0, 0),
    ],
)
@pytest.mark.parametrize("status", ["active", "lost"])
def test_a_loss_is_asked_first_for_its_cause_then_for_its_fix(
    loss: str, without_cause: int, without_fix: int, status: str, workspace: Write
) -> None:
    plan = f"status: {status}\n" + items("losses", f"what: Order, {loss}")
    assert len(messages("loss-without-cause", plan, workspace)) == without_cause
    assert len(messages("loss-without-fix", plan, workspace)) == without_fix


# ── Bindings and referrals ──


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        ("type: strategic\n" + items("surveys", "date: 2026-03-31"), 1),
        ("type: economic\n" + items("surveys", "date: 2026-03-31"), 0),
        (items("surveys", "date: 2026-03-31"), 0),
        ("type: strategic\n", 0),
        ("type: strategic\nservice: {switching_costs: [Shared feed]}\n", 0),
        ("type: strategic\nstatus: lost\n" + items("surveys", "date: 2026-03-31"), 0),
        ("type: strategic\nstatus: prospect\n" + items("surveys", "date: 2026-03-31"), 0),
    ],
)
def test_only_a_key_account_whose_service_is_described_needs_a_binding(plan: str, count: int, workspace: Write) -> None:
    assert len(messages("key-account-without-binding", plan, workspace)) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("date: 2026-04-16", 0),
        ("date: 2026-04-15", 1),
        ("date: 2026-04-15, result: none", 0),
        ("result: none", 0),
    ],
)
def test_a_referral_has_a_result_after_sixty_days(fields: str, count: int, workspace: Write) -> None:
    assert len(messages("referral-without-result", items("referrals", f"to: Kestrel, {fields}"), workspace)) == count


def test_a_referral_of_an_unknown_day_is_left_alone(workspace: Write) -> None:
    assert messages("referral-without-result", items("referrals", "to: Kestrel"), workspace) == []
