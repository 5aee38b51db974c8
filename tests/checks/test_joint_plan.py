"""Edges of the rules about the joint plan: what they must not find, and where they find what."""

from __future__ import annotations

import pytest

from kamgen.checks.catalogue import RULES
from tests.checks.one_rule import Write, in_plan, messages

OWN = [rule.name for rule in RULES.values() if rule.family == "joint-plan"]


def promises(*fields: str, plan: str = "") -> str:
    lines = "".join(f"    - {{id: c{index}, text: Promise, {field}}}\n" for index, field in enumerate(fields))
    return f"joint_plan:\n{plan}  commitments:\n{lines}"


@pytest.mark.parametrize("rule", OWN)
def test_nothing_is_found_in_an_empty_joint_plan_or_at_a_lost_account(rule: str, workspace: Write) -> None:
    bad = RULES[rule].bad
    assert messages(rule, "joint_plan: {year: 2024}\n", workspace) == []
    assert messages(rule, "status: lost\n" + bad.plan, workspace) == []


@pytest.mark.parametrize(
    "rule",
    [
        "overdue-commitment",
        "overdue-initiative",
        "commitment-without-owner",
        "commitment-without-date",
        "initiative-without-customer-benefit",
        "joint-plan-without-review",
        "one-sided-commitments",
    ],
)
@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_done_or_dropped_is_left_alone(rule: str, status: str, workspace: Write) -> None:
    plan = RULES[rule].bad.plan.replace(", status: doing", "")
    closed = plan.replace("{id: ", f"{{status: {status}, id: ").replace("- id:", f"- status: {status}\n      id:")
    closed = closed.replace(f"people: [{{status: {status}, ", "people: [{")
    assert messages(rule, plan, workspace)
    assert messages(rule, closed, workspace) == []


# ── one-sided-commitments ──


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (promises("by: us"), ["only our side has commitments in the joint plan"]),
        (promises("by: customer"), ["only the customer has commitments in the joint plan"]),
        (promises("by: us", "by: customer"), []),
        (promises("by: us", "by: customer, status: done"), []),
        (promises("by: us", "by: customer, status: dropped"), ["only our side has commitments in the joint plan"]),
        (promises("by: us, status: done"), []),
        (promises("by: us", plan="  year: 2025\n"), []),
    ],
)
def test_both_sides_promise_something(plan: str, expected: list[str], workspace: Write) -> None:
    assert messages("one-sided-commitments", plan, workspace) == expected


def test_one_sidedness_is_shown_at_the_list_as_a_whole(workspace: Write) -> None:
    ((line, marks, _),) = in_plan("one-sided-commitments", promises("by: us", "by: us"), workspace)
    assert (line, marks) == (2, "commitments")


# ── Initiatives ──


@pytest.mark.parametrize(
    ("benefit", "count"),
    [("", 1), (", benefit: {ours: Orders}", 1), (", benefit: {theirs: Fill rate}", 0), (", benefit: {}", 1)],
)
def test_an_initiative_needs_a_benefit_for_the_customer(benefit: str, count: int, workspace: Write) -> None:
    plan = f"joint_plan:\n  initiatives:\n    - {{id: i, text: Display{benefit}}}\n"
    assert len(messages("initiative-without-customer-benefit", plan, workspace)) == count


# ── Reviews ──


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("next_review: 2026-06-15", []),
        ("next_review: 2026-06-14", [(1, "2026-06-14", "the joint review was planned for 14 Jun 2026, 1 day ago")]),
        ("next_review: 2025-11-14, year: 2025", []),
    ],
)
def test_the_joint_review_is_past_from_the_day_after(
    fields: str, expected: list[tuple[int, str, str]], workspace: Write
) -> None:
    assert in_plan("past-review-date", f"joint_plan: {{{fields}}}\n", workspace) == expected


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        (promises("by: us"), 1),
        (promises("by: us", plan="  next_review: 2026-01-01\n"), 0),
        (promises("by: us", plan="  year: 2025\n"), 0),
        ("joint_plan: {value_proposition: Fresh every day}\n", 0),
    ],
)
def test_a_review_is_missed_as_long_as_there_is_work_and_the_year_runs(plan: str, count: int, workspace: Write) -> None:
    assert len(messages("joint-plan-without-review", plan, workspace)) == count


# ── Commitments ──


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("", ["our commitment “Promise” has no owner"]),
        ("power_map: {people: [{id: a, wanted: true}]}\n", ["our commitment “Promise” has no owner"]),
        (
            "power_map: {people: [{id: a, name: A}]}\n",
            ["our commitment “Promise” has no owner", "the customer's commitment “Promise” has no owner"],
        ),
    ],
)
def test_an_owner_at_the_customer_is_only_missed_where_people_are_known(
    people: str, expected: list[str], workspace: Write
) -> None:
    assert messages("commitment-without-owner", people + promises("by: us", "by: customer"), workspace) == expected


def test_a_commitment_is_overdue_from_the_day_after_on_either_side(workspace: Write) -> None:
    plan = promises("by: us, due: 2026-06-15", "by: us, due: 2026-06-14", "by: customer, due: 2026-06-13")
    assert in_plan("overdue-commitment", plan, workspace) == [
        (4, "2026-06-14", "“Promise” was due on 14 Jun 2026, 1 day ago"),
        (5, "2026-06-13", "“Promise” was due on 13 Jun 2026, 2 days ago"),
    ]


# ── past-joint-plan ──


@pytest.mark.parametrize(
    ("year", "settings", "count"),
    [
        ("2025", "", 1),
        ("2026", "", 0),
        # 1 January is the first day after the year, 15 June the 166th.
        ("2025", "checks: {past-joint-plan: {days: 165}}\n", 1),
        ("2025", "checks: {past-joint-plan: {days: 166}}\n", 0),
        # Fiscal years that begin in April: the plan of 2025 may run until March 2026.
        ("2025", "fiscal_year_start: 4\n", 1),
        ("2025", "fiscal_year_start: 5\n", 0),
    ],
)
def test_a_joint_plan_is_renewed_some_days_after_its_year(
    year: str, settings: str, count: int, workspace: Write
) -> None:
    plan = promises("by: us, due: 2026-12-31", plan=f"  year: {year}\n")
    assert len(messages("past-joint-plan", plan, workspace, settings)) == count


def test_a_joint_plan_of_a_past_year_with_nothing_open_is_history(workspace: Write) -> None:
    plan = promises("by: us, status: done", "by: customer, status: dropped", plan="  year: 2024\n")
    assert messages("past-joint-plan", plan, workspace) == []


def test_the_commitments_of_a_past_year_are_one_finding_once_they_are_found_together(workspace: Write) -> None:
    plan = promises("by: us, due: 2025-12-31", "by: customer, due: 2025-11-30", plan="  year: 2025\n")
    assert messages("past-joint-plan", plan, workspace) == ["the joint plan of 2025 still has 2 open commitments"]
    assert messages("overdue-commitment", plan, workspace) == []
    # Until then each is late on its own.
    assert len(messages("overdue-commitment", plan, workspace, "fiscal_year_start: 5\n")) == 2
