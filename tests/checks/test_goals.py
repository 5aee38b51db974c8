"""Edges of the rules about goals: what they must not find, and where they find what."""

from __future__ import annotations

import re

import pytest

from kamgen.checks.catalogue import RULES
from kamgen.checks.goal_example import SOUND_PLAN
from tests.checks.one_rule import Write, in_plan, messages

OWN = [rule.name for rule in RULES.values() if rule.family == "goals"]
GOAL = "{id: stores, text: Stores that list us, baseline: 12, target: 40, actual: 25, due: 2026-12-31}"
ACTION = "{id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}"


def goal(**changes: str | None) -> str:
    """Return the sound plan with other figures of its goal; None takes a key away."""
    keys = {"id": "stores", "text": "Stores that list us", "baseline": "12", "target": "40", "actual": "25"}
    merged = {**keys, "due": "2026-12-31", **changes}
    written = ", ".join(f"{key}: {value}" for key, value in merged.items() if value is not None)
    assert GOAL in SOUND_PLAN
    return SOUND_PLAN.replace(GOAL, f"{{{written}}}")


def action(*written: str) -> str:
    """Return the sound plan with other actions."""
    assert ACTION in SOUND_PLAN
    lines = ", ".join(f"{{id: a{index}, text: Visit, owner: lin-yue, {more}}}" for index, more in enumerate(written))
    return SOUND_PLAN.replace(f"[{ACTION}]", f"[{lines}]")


@pytest.mark.parametrize("rule", OWN)
def test_nothing_is_found_in_a_sound_plan_without_goals_or_at_a_lost_account(rule: str, workspace: Write) -> None:
    bad = RULES[rule].bad
    assert messages(rule, SOUND_PLAN, workspace) == []
    assert messages(rule, "goals: {objective: , goals: [], strategies: [], horizon: []}\n", workspace) == []
    assert messages(rule, "status: lost\n" + bad.plan, workspace, bad.settings) == []


@pytest.mark.parametrize(
    "rule", ["goal-without-strategy", "strategy-without-goal", "strategy-without-measure", "measure-without-owner"]
)
@pytest.mark.parametrize("end", ["actual: 1, due: 2026-06-14", "actual: 40, due: 2026-12-31"])
def test_goals_that_are_over_or_reached_need_no_further_work(rule: str, end: str, workspace: Write) -> None:
    plan = RULES[rule].bad.plan
    assert messages(rule, plan, workspace)
    # A strategy that serves nothing is not known to be over.
    expected = (
        ["the strategy “Win the northern region first” serves no goal"] if rule == "strategy-without-goal" else []
    )
    assert messages(rule, re.sub(r"actual: \d+, due: 2026-12-31", end, plan), workspace) == expected


@pytest.mark.parametrize("status", ["done", "dropped"])
@pytest.mark.parametrize("rule", ["action-without-owner", "action-without-date", "overdue-action"])
def test_actions_that_are_done_or_dropped_are_left_alone(rule: str, status: str, workspace: Write) -> None:
    plan = RULES[rule].bad.plan
    assert messages(rule, plan, workspace)
    assert messages(rule, plan.replace("{id: visit,", f"{{id: visit, status: {status},"), workspace) == []


@pytest.mark.parametrize(
    ("rule", "line", "where"),
    [
        ("goal-without-target", 3, "{id: stores"),
        ("measure-without-target", 8, "{id: regions"),
        ("measure-without-owner", 8, "{id: regions"),
        ("action-without-owner", 9, "{id: visit"),
        ("action-without-date", 9, "{id: visit"),
        ("overdue-action", 9, "2026-05-29"),
        ("strategy-without-measure", 5, "id"),
        ("strategy-without-goal", 5, "id"),
        ("goal-without-strategy", 4, "{id: shelf"),
        ("overdue-goal", 3, "2026-03-31"),
        ("month-without-actions", 4, "strategies"),
        ("horizon-not-rising", 3, "60000"),
        ("horizon-step-missing", 2, "horizon"),
        ("uncovered-target", 6, "110000"),
        ("objective-without-strategies", 1, "goals"),
        ("action-without-all-checks", 19, "checks"),
    ],
)
def test_each_rule_points_at_what_is_wrong_or_at_what_lacks_something(
    rule: str, line: int, where: str, workspace: Write
) -> None:
    ((found_line, found, _),) = in_plan(rule, RULES[rule].bad.plan, workspace)
    assert (found_line, found[: len(where)]) == (line, where)


# ── goals and strategies ──


def test_strategies_without_any_goal_are_one_finding(workspace: Write) -> None:
    plan = "goals: {strategies: [{id: a, text: One}, {id: b, text: Two}]}\n"
    assert messages("strategy-without-goal", plan, workspace) == ["the plan has 2 strategies, and no goal to serve"]


def test_a_goal_is_not_reported_where_a_strategy_does_not_say_what_it_serves(workspace: Write) -> None:
    plan = RULES["goal-without-strategy"].bad.plan
    assert messages("goal-without-strategy", plan.replace("      serves: [stores]\n", ""), workspace) == []
    assert messages("goal-without-strategy", plan.replace("[stores]", "[stroes]"), workspace) == []


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("goals: {objective: Be first}\n", ["the plan has an objective, and no strategy to reach it"]),
        ("goals: {goals: [{id: g, text: G, target: 1}]}\n", ["the plan has goals, and no strategy to reach them"]),
        ("goals: {goals: [{id: g, text: G, target: 1, due: 2026-06-14}]}\n", []),
        ("goals: {horizon: [{year: 2036}]}\n", []),
    ],
)
def test_strategies_are_asked_for_where_there_is_something_to_reach(
    plan: str, expected: list[str], workspace: Write
) -> None:
    assert messages("objective-without-strategies", plan, workspace) == expected


MISSED = "the goal “Stores that list us” ended on 14 Jun 2026 at {actual}; its target was {target}"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"due": "2026-06-15"}, []),
        ({}, [MISSED.format(actual=25, target=40)]),
        ({"actual": "40"}, []),
        ({"actual": None}, ["the goal “Stores that list us” ended on 14 Jun 2026, and its result is not written"]),
        ({"target": None}, []),
        ({"baseline": None}, [MISSED.format(actual=25, target=40)]),
        ({"baseline": "60", "actual": "50"}, [MISSED.format(actual=50, target=40)]),
        ({"baseline": "60", "actual": "38"}, []),
        ({"baseline": "40", "actual": "39"}, []),
    ],
)
def test_a_goal_that_is_over_is_found_unless_it_was_reached(
    changes: dict[str, str | None], expected: list[str], workspace: Write
) -> None:
    assert messages("overdue-goal", goal(**{"due": "2026-06-14", **changes}), workspace) == expected


# ── month-without-actions ──


@pytest.mark.parametrize(
    ("plan", "is_found"),
    [
        (action("due: 2026-07-01"), False),
        (action("due: 2026-07-31"), False),
        (action("due: 2026-06-30", "due: 2026-08-01"), True),
        (action("due: 2026-07-10, status: done"), True),
        (action("due: 2026-08-01", "status: todo"), False),
        (action("due: 2026-08-01", "due: 2026-06-14"), False),
        (action(), True),
        (goal(due="2026-06-30").replace(ACTION, ""), False),
        (goal(due="2026-07-01").replace(ACTION, ""), True),
        (goal(due=None).replace(ACTION, ""), True),
        (goal(actual="40").replace(ACTION, ""), False),
    ],
)
def test_a_month_is_found_that_has_no_action_though_a_goal_runs(plan: str, is_found: bool, workspace: Write) -> None:
    expected = ["no action is due from 1 Jul 2026 to 31 Jul 2026"] if is_found else []
    assert messages("month-without-actions", plan, workspace) == expected


def test_a_month_before_a_goal_begins_may_be_without_actions(workspace: Write) -> None:
    plan = SOUND_PLAN.replace("due: 2026-07-10", "due: 2026-09-15")
    assert messages("month-without-actions", plan, workspace)
    later = plan.replace("due: 2026-12-31}", "start: 2026-08-01, due: 2026-12-31}")
    assert messages("month-without-actions", later, workspace) == []
    assert messages("month-without-actions", later.replace("08-01", "07-31"), workspace)


def test_more_months_may_be_taken_together(workspace: Write) -> None:
    settings = "checks: {month-without-actions: {months: 7}}\n"
    plan = goal(due=None).replace("2026-07-10", "2027-01-31")
    assert messages("month-without-actions", plan, workspace, settings) == []
    assert messages("month-without-actions", plan.replace("2027-01-31", "2027-02-01"), workspace, settings) == [
        "no action is due from 1 Jul 2026 to 31 Jan 2027"
    ]


# ── lagging-goal-without-action ──

LAGGING = RULES["lagging-goal-without-action"].bad.plan


@pytest.mark.parametrize(
    ("plan", "is_found"),
    [
        (LAGGING, True),
        (LAGGING.replace("actual: 2,", "actual: 3.4,"), True),  # 35% of the way after 61% of the time
        (LAGGING.replace("actual: 2,", "actual: 3.5,"), False),
        (LAGGING.replace("actual: 2,", "actual: -1e15,").replace("baseline: 2,", "baseline: 5.999999999999,"), True),
        (LAGGING.replace("actual: 2, ", ""), False),
        (LAGGING.replace("start: 2026-01-01", "start: 2026-06-15"), False),
        (LAGGING.replace("serves: [shelf]", "serves: []"), False),
        (LAGGING.replace("due: 2026-07-10}", "due: 2026-07-10, status: done}"), False),
    ],
)
def test_a_goal_far_behind_its_time_is_found_where_work_goes_elsewhere(
    plan: str, is_found: bool, workspace: Write
) -> None:
    assert bool(messages("lagging-goal-without-action", plan, workspace)) is is_found


def test_how_far_a_goal_may_be_behind_can_be_set(workspace: Write) -> None:
    settings = "checks: {lagging-goal-without-action: {points: 62}}\n"
    assert messages("lagging-goal-without-action", LAGGING, workspace, settings) == []


# ── uncovered-target ──

REVENUE = "goals: {goals: [{id: revenue, text: Net purchases, unit: USD, baseline: 62000, target: 95000%s}]}\n"
SPACE = "value: {white_space: [{product: dairy, potential: 40000, current: 20000}]}\n"
OPEN = "opportunities: [{id: season, name: Season contract, amount: 13000%s}]\n"


@pytest.mark.parametrize(
    ("plan", "missing"),
    [
        (REVENUE % "", "of 33,000 USD still to be won, opportunities and white space cover 0: 33,000 missing"),
        (REVENUE % ", actual: 70000" + SPACE, "of 25,000 USD still to be won, opportunities and white space cover 20,000: 5,000 missing"),
        # Below the baseline it is a figure that counts from January.
        (REVENUE % ", actual: 20000" + SPACE + OPEN % "", None),
        (REVENUE % "" + SPACE + OPEN % ", status: lost", "of 33,000 USD still to be won, opportunities and white space cover 20,000: 13,000 missing"),
        (REVENUE % "" + SPACE + OPEN % ", currency: JPY", None),
        (REVENUE % "" + SPACE + (OPEN % "").replace(", amount: 13000", ""), None),
        (REVENUE % "" + SPACE.replace(", current: 20000", ""), None),
        (REVENUE % ", due: 2026-06-14", None),
        (REVENUE % ", actual: 95000", None),
        ((REVENUE % "").replace("baseline: 62000, ", ""), None),
        ((REVENUE % "").replace("USD", "stores"), None),
    ],
)  # fmt: skip
# ruff: noqa: E501 - a table reads better with a row a line
def test_what_is_still_to_be_won_must_be_covered(plan: str, missing: str | None, workspace: Write) -> None:
    assert messages("uncovered-target", plan, workspace) == ([] if missing is None else [missing])


def test_an_opportunity_is_part_of_the_white_space_of_its_product(workspace: Write) -> None:
    plan = REVENUE % "" + SPACE + OPEN % ", product: {product}"
    assert messages("uncovered-target", plan.replace("{product}", "meat"), workspace) == []
    assert messages("uncovered-target", plan.replace("{product}", "dairy"), workspace) == [
        "of 33,000 USD still to be won, opportunities and white space cover 20,000: 13,000 missing"
    ]


def test_a_part_of_the_target_may_be_enough_and_amounts_are_said_in_the_goals_currency(workspace: Write) -> None:
    settings = "rates: {CNY: 0.14}\nchecks: {uncovered-target: {percent: 60}}\n"
    plan = "value: {currency: CNY, white_space: [{product: dairy, potential: %s, current: 0}]}\n"
    plan += (REVENUE % "").replace("USD", "CNY")
    assert messages("uncovered-target", plan % 19800, workspace, settings) == []
    assert messages("uncovered-target", plan % 19700, workspace, settings) == [
        "of 33,000 CNY still to be won, opportunities and white space cover 19,700: 13,300 missing"
    ]


def test_a_small_part_of_the_target_may_be_missing(workspace: Write) -> None:
    assert messages("uncovered-target", REVENUE % ", actual: 90250", workspace) == []
    assert messages("uncovered-target", REVENUE % ", actual: 90249", workspace)
    strict = "checks: {uncovered-target: {tolerance: 0}}\n"
    assert messages("uncovered-target", REVENUE % ", actual: 94999", workspace, strict)


# ── the backcast ──


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ((2035, 2030, 2028, 2026), []),
        ((2037, 2032, 2030, 2028), []),
        ((2036, 2031, 2029), ["the ten-year backcast has no picture of about 2027"]),
        ((2036,), ["the ten-year backcast has no picture of about 2031, 2029, 2027"]),
        ((), []),
    ],
)
def test_steps_of_the_backcast_may_be_a_year_off(years: tuple[int, ...], expected: list[str], workspace: Write) -> None:
    steps = ", ".join(f"{{year: {year}}}" for year in years)
    plan = f"goals: {{horizon: [{steps}]}}\n"
    assert messages("horizon-step-missing", plan, workspace) == expected
    assert messages("horizon-step-missing", "status: prospect\n" + plan, workspace) == []


@pytest.mark.parametrize(
    ("steps", "is_found"),
    [
        ("{year: 2027, amount: 10}, {year: 2036, amount: 5}", True),
        ("{year: 2027, amount: 10}, {year: 2029}, {year: 2036, amount: 5}", True),
        ("{year: 2027, amount: 10}, {year: 2036, amount: 10}", False),
        ("{year: 2027, amount: 10}, {year: 2036}", False),
        ("{year: 2027, amount: 10}, {year: 2027, amount: 5}", False),
    ],
)
def test_amounts_of_the_backcast_must_not_fall(steps: str, is_found: bool, workspace: Write) -> None:
    assert bool(messages("horizon-not-rising", f"goals: {{horizon: [{steps}]}}\n", workspace)) is is_found


# ── action-without-all-checks ──

FULL = "due: 2026-03-02, status: done, checks: {owner: 2026-03-02, lead: 2026-03-03, audit: 2026-03-04}"
MISSING = "the action “Visit” is done, but not fully checked; missing: {}"


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (action(FULL, "due: 2026-05-31, status: done, checks: {owner: 2026-05-31}"), [MISSING.format("lead, audit")]),
        (action(FULL, "due: 2026-06-01, status: done, checks: {owner: 2026-05-20}"), []),
        (action(FULL, "due: 2026-05-01, status: done, checks: {owner: 2026-06-01}"), []),
        (action(FULL, "status: done, checks: {lead: 2026-05-31}"), [MISSING.format("owner, audit")]),
        (action(FULL, "due: 2026-05-01, status: done"), []),
        (action(FULL, "due: 2026-05-01, status: doing, checks: {owner: 2026-05-01}"), []),
        (action(FULL, "due: 2026-05-01, status: done, checks: {owner: 2026-05-01, lead: 2026-05-02, audit: 2027-05-03}"), [MISSING.format("audit")]),
        # Checks that nobody makes in this plan are not missed.
        (action("due: 2026-05-01, status: done, checks: {owner: 2026-05-01}"), []),
    ],
)  # fmt: skip
def test_a_check_is_missed_where_others_of_the_action_were_made(
    plan: str, expected: list[str], workspace: Write
) -> None:
    assert messages("action-without-all-checks", plan, workspace) == expected
