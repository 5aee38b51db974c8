"""Edges of the rules about the success plan: what they must not find, and where they find what."""

from __future__ import annotations

import pytest

from kamgen.checks.catalogue import RULES
from tests.checks.one_rule import HEAD, Write, in_plan, messages, of_rule

OWN = [rule.name for rule in RULES.values() if rule.family == "success-plan"]
PEOPLE = "power_map: {people: [{id: quality, name: Karl Weiss, support: 0}]}\n"
OWNERS = "owner: lin-yue, customer_owner: quality"


def outcome(fields: str) -> str:
    return f"success_plan:\n  outcomes:\n    - {{id: waste, text: Less waste, {fields}}}\n" + PEOPLE


def found_by(plan: str, workspace: Write) -> list[str]:
    """Return the rules that find something, all of them run over one plan."""
    root = workspace({"accounts/north-foods.yaml": HEAD + plan}, "")
    return [rule for rule in OWN if of_rule(rule, root)]


@pytest.mark.parametrize("rule", [rule for rule in OWN if rule != "verified-too-early"])
def test_nothing_is_promised_to_a_lost_account(rule: str, workspace: Write) -> None:
    bad = RULES[rule].bad
    assert messages(rule, bad.plan, workspace)
    assert messages(rule, "status: lost\n" + bad.plan, workspace) == []


def test_an_empty_plan_lacks_nothing(workspace: Write) -> None:
    assert found_by("success_plan: {assessment: [], outcomes: []}\n", workspace) == []


def test_an_outcome_that_the_customer_has_confirmed_lacks_nothing(workspace: Write) -> None:
    milestones = "milestones: [{text: Test, due: 2026-05-01}]"
    assert found_by(outcome(f"verified: 2026-06-01, {milestones}"), workspace) == []


def test_each_thing_that_an_outcome_lacks_is_told_once(workspace: Write) -> None:
    assert found_by(outcome("unit: days"), workspace) == [
        "outcome-without-customer-owner",
        "outcome-without-date",
        "outcome-without-owner",
        "outcome-without-target",
    ]


@pytest.mark.parametrize(
    ("now", "wanted", "found"), [(3, 5, True), (4, 5, False), (0, 2, True), (5, 3, False), ("null", 5, False)]
)
def test_a_gap_of_two_points_needs_an_outcome(now: object, wanted: int, found: bool, workspace: Write) -> None:
    plan = f"success_plan:\n  assessment:\n    - {{dimension: trust, now: {now}, wanted: {wanted}}}\n"
    said = in_plan("gap-without-outcome", plan, workspace)
    expected = (
        3,
        str(wanted),
        f"the dimension “trust” stands at {now} instead of {wanted}, and no outcome closes the gap",
    )
    assert said == ([expected] if found else [])


def test_the_gap_can_be_set_and_a_confirmed_outcome_closes_it(workspace: Write) -> None:
    gap = "  assessment: [{dimension: trust, now: 4, wanted: 5}]\n"
    assert messages(
        "gap-without-outcome", "success_plan:\n" + gap, workspace, "checks: {gap-without-outcome: {points: 1}}\n"
    )
    closed = outcome("closes: trust, verified: 2026-06-01")
    plan = closed.replace("success_plan:\n", "success_plan:\n" + gap.replace("now: 4", "now: 1"))
    assert messages("gap-without-outcome", plan, workspace) == []


REACHED, MISSED, UNKNOWN = "unverified-outcome", "overdue-outcome", "unverified-outcome"


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ("baseline: 6, target: 4, actual: 4, due: 2026-12-31", [REACHED]),
        ("baseline: 6, target: 4, actual: 4.1, due: 2026-12-31", []),
        ("baseline: 6, target: 4, actual: 4.1, due: 2026-06-15", []),
        ("baseline: 6, target: 4, actual: 4.1, due: 2026-06-14", [MISSED]),
        ("baseline: 88, target: 97, actual: 98, due: 2026-06-14", [REACHED]),
        ("baseline: 88, target: 97, actual: 91, due: 2026-06-14", [MISSED]),
        ("baseline: 6, target: 4, due: 2026-06-14", [UNKNOWN]),
        ("baseline: 6, target: 4, due: 2026-06-15", []),
        ("target: 4, actual: 5, due: 2026-06-14", [UNKNOWN]),
        ("target: 4, actual: 4, due: 2026-12-31", [REACHED]),
        ("baseline: 98, target: 98, actual: 97, due: 2026-12-31", []),
        ("due: 2026-06-14", [UNKNOWN]),
        ("due: 2026-12-31", ["outcome-without-target"]),
        ("baseline: 6, target: 4, actual: 3.9", [REACHED]),
    ],
)
def test_an_outcome_is_either_to_be_confirmed_or_late(figures: str, found: list[str], workspace: Write) -> None:
    assert found_by(outcome(f"{OWNERS}, {figures}"), workspace) == found


def test_an_outcome_that_nobody_knows_about_is_shown_at_its_day(workspace: Write) -> None:
    said = in_plan("unverified-outcome", outcome(f"{OWNERS}, due: 2026-05-31"), workspace)
    assert said == [
        (3, "2026-05-31", "the outcome “Less waste” was due on 31 May 2026, and nothing says whether it was reached")
    ]


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ("baseline: 6, target: 4, actual: 4.6", ["the outcome “Less waste” is confirmed at 4.6, but its target is 4"]),
        ("baseline: 6, target: 4, actual: 4", []),
        ("baseline: 6, target: 4", []),
        ("target: 4, actual: 4.6", []),
        ("baseline: 6, target: 0, actual: 3", ["the outcome “Less waste” is confirmed at 3, but its target is 0"]),
    ],
)
def test_a_confirmation_is_too_early_only_where_the_figures_say_so(
    figures: str, found: list[str], workspace: Write
) -> None:
    assert messages("verified-too-early", outcome(f"{figures}, verified: 2026-06-05"), workspace) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("due: 2026-06-14", [(3, "2026-06-14", "“Test” was due on 14 Jun 2026, 1 day ago")]),
        ("due: 2026-06-15", []),
        ("due: 2026-06-14, status: done", []),
        ("due: 2026-06-14, status: dropped", []),
        ("status: doing", []),
    ],
)
def test_a_milestone_is_late_from_the_day_after(
    fields: str, found: list[tuple[int, str, str]], workspace: Write
) -> None:
    assert in_plan("overdue-milestone", outcome(f"milestones: [{{text: Test, {fields}}}]"), workspace) == found


@pytest.mark.parametrize(
    ("owners", "fields", "found"),
    [
        (OWNERS, "status: todo", ["the milestone “Test” has no owner on either side"]),
        (OWNERS, "owner: lin-yue", ["the milestone “Test” has no owner at the customer"]),
        (OWNERS, "customer_owner: quality", ["the milestone “Test” has no owner on our side"]),
        (OWNERS, OWNERS, []),
        (OWNERS, "status: done", []),
        ("owner: lin-yue", "status: todo", ["the milestone “Test” has no owner on our side"]),
        ("unit: days", "status: todo", []),
    ],
)
def test_a_milestone_needs_both_owners_that_its_outcome_has(
    owners: str, fields: str, found: list[str], workspace: Write
) -> None:
    plan = outcome(f"{owners}, milestones: [{{text: Test, {fields}}}]")
    assert messages("milestone-without-both-owners", plan, workspace) == found
