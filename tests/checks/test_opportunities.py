"""Edges of the rules about opportunities: what they must not find, and where they find what."""

from __future__ import annotations

import pytest

from kamgen.checks.catalogue import RULES
from kamgen.wording.language import WORDINGS
from tests.checks.one_rule import HEAD, Write, in_plan, marked, messages, of_rule

PROCESS = """\
processes:
  framework:
    stages:
      - {id: need, probability: 0.1, tasks: [need-confirmed, budget-known]}
      - {id: proposal, probability: 0.4, tasks: [value-case]}
      - {id: negotiation, probability: 0.7, tasks: [terms-agreed]}
    task_names: {budget-known: {en: Budget known, zh: 预算已知}}
"""
OWN = [rule for rule in RULES.values() if rule.family == "opportunities" and rule.name != "unanswered-need"]


def one(fields: str) -> str:
    return f"opportunities:\n  - {{id: season, name: Season contract, {fields}}}\n"


@pytest.mark.parametrize("rule", [rule.name for rule in OWN if rule.name != "lost-opportunity-without-reason"])
@pytest.mark.parametrize("change", ["status: won, ", "status: lost, ", "created: 2026-06-16, "])
def test_what_is_decided_or_not_there_yet_is_left_alone(rule: str, change: str, workspace: Write) -> None:
    bad = RULES[rule].bad
    plan = bad.plan.replace("    created: 2025-03-02\n", "")
    decided = plan.replace("    name:", "".join(f"    {part}\n" for part in change.split(", ") if part) + "    name:")
    assert messages(rule, bad.plan, workspace, bad.settings)
    assert messages(rule, decided, workspace, bad.settings) == []


@pytest.mark.parametrize("rule", [rule.name for rule in OWN if rule.name != "lost-opportunity-without-reason"])
def test_nothing_is_sold_at_a_lost_account(rule: str, workspace: Write) -> None:
    bad = RULES[rule].bad
    assert messages(rule, "status: lost\n" + bad.plan, workspace, bad.settings) == []


def test_an_empty_plan_and_a_mere_idea_lack_nothing_but_a_next_step(workspace: Write) -> None:
    root = workspace({"accounts/a.yaml": HEAD, "accounts/b.yaml": HEAD + one("status: open")}, PROCESS)
    found = {rule.name: of_rule(rule.name, root) for rule in OWN}
    assert [name for name, findings in found.items() if findings] == ["opportunity-without-next-step"]


# ── past-close-date ──


@pytest.mark.parametrize(
    ("close", "expected"),
    [
        ("2026-06-16", []),
        ("2026-06-15", []),
        ("2026-06-14", [(2, "2026-06-14", "“Season contract” was to be decided on 14 Jun 2026, 1 day ago")]),
        ("2026-06-01", [(2, "2026-06-01", "“Season contract” was to be decided on 1 Jun 2026, 14 days ago")]),
    ],
)
def test_the_day_of_decision_is_past_from_the_day_after(
    close: str, expected: list[tuple[int, str, str]], workspace: Write
) -> None:
    assert in_plan("past-close-date", one(f"close: {close}"), workspace) == expected


# ── skipped-tasks ──


def test_skipped_tasks_are_told_once_by_the_names_that_people_read(workspace: Write) -> None:
    plan = one("process: framework, stage: negotiation, done_tasks: [value-case]")
    (finding,) = of_rule("skipped-tasks", workspace({"accounts/a.yaml": HEAD + plan}, PROCESS))
    assert WORDINGS["en"].say(finding.message) == (
        "“Season contract” has moved on with tasks of earlier stages undone: need confirmed, Budget known"
    )
    assert WORDINGS["zh"].say(finding.message).endswith("need confirmed、预算已知")
    assert marked(finding) == "[value-case]"


@pytest.mark.parametrize(
    "fields",
    [
        "process: framework, stage: need",
        "process: framework, stage: proposal, done_tasks: [need-confirmed, budget-known]",
        "process: framework, stage: signature",
        "process: tender, stage: proposal",
        "process: framework",
        "stage: proposal",
    ],
)
def test_no_task_is_skipped_in_time_or_without_a_known_stage(fields: str, workspace: Write) -> None:
    assert messages("skipped-tasks", one(fields), workspace, PROCESS) == []


# ── probability-far-from-stage ──


@pytest.mark.parametrize(
    ("probability", "points", "count"),
    [("0.65", 25, 0), ("0.651", 25, 1), ("0.15", 25, 0), ("0.1", 25, 1), ("0.45", 4, 1), ("0.44", 4, 0)],
)
def test_a_probability_may_differ_by_the_agreed_points_either_way(
    probability: str, points: int, count: int, workspace: Write
) -> None:
    settings = PROCESS + f"checks: {{probability-far-from-stage: {{points: {points}}}}}\n"
    plan = one(f"process: framework, stage: proposal, probability: {probability}")
    assert len(messages("probability-far-from-stage", plan, workspace, settings)) == count


def test_a_probability_without_a_stage_is_far_from_nothing(workspace: Write) -> None:
    assert messages("probability-far-from-stage", one("process: framework, probability: 0.9"), workspace, PROCESS) == []


# ── next steps ──


@pytest.mark.parametrize(
    ("step", "marks", "expected"),
    [
        ("{text: Call}", "next_step", "the next step of “Season contract” has neither owner nor date"),
        ("{text: Call, owner: lin-yue}", "next_step", "the next step of “Season contract” has no date"),
        ("{text: Call, due: 2026-06-20}", "next_step", "the next step of “Season contract” has no owner"),
    ],
)
def test_a_vague_next_step_is_found_once_and_says_what_it_lacks(
    step: str, marks: str, expected: str, workspace: Write
) -> None:
    plan = one(f"next_step: {step}")
    assert in_plan("vague-next-step", plan, workspace) == [(2, marks, expected)]
    assert messages("opportunity-without-next-step", plan, workspace) == []


def test_a_next_step_is_overdue_from_the_day_after(workspace: Write) -> None:
    def step(day: str) -> str:
        return one(f"next_step: {{text: Call, owner: lin-yue, due: {day}}}")

    assert messages("overdue-next-step", step("2026-06-15"), workspace) == []
    assert messages("overdue-next-step", step("2026-06-14"), workspace) == ["“Call” was due on 14 Jun 2026, 1 day ago"]


# ── lost-opportunity-without-reason ──


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("status: lost", 1),
        ("status: lost, close: 2025-06-15", 1),
        ("status: lost, close: 2025-06-14", 0),
        ("status: lost, lost_reason: price", 0),
        ("status: won", 0),
    ],
)
@pytest.mark.parametrize("status", ["active", "lost"])
def test_a_loss_of_the_last_year_needs_a_reason_at_lost_accounts_too(
    fields: str, count: int, status: str, workspace: Write
) -> None:
    assert len(messages("lost-opportunity-without-reason", f"status: {status}\n" + one(fields), workspace)) == count


# ── What the forecast needs ──


@pytest.mark.parametrize("rule", ["opportunity-without-amount", "opportunity-without-close-date"])
@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("process: framework, stage: need", 0),
        ("process: framework, stage: need, probability: 0.2", 0),
        ("process: framework, stage: proposal", 1),
        ("probability: 0.2", 1),
        ("stage: proposal", 0),
    ],
)
def test_amount_and_day_are_needed_beyond_the_first_stage(rule: str, fields: str, count: int, workspace: Write) -> None:
    assert len(messages(rule, one(fields), workspace, PROCESS)) == count


@pytest.mark.parametrize(
    ("fields", "settings", "count"),
    [
        ("amount: 5", PROCESS, 1),
        ("amount: 5", "", 1),
        ("amount: 5, process: framework", PROCESS, 1),
        ("amount: 5, stage: proposal", PROCESS, 1),
        ("amount: 5, process: framework, stage: proposal", "", 1),
        ("amount: 5, probability: 0", PROCESS, 0),
        ("amount: 5, process: framework, stage: proposal", PROCESS, 0),
        # These have been reported as unknown references.
        ("amount: 5, process: framework, stage: propsal", PROCESS, 0),
        ("amount: 5, process: framwork, stage: proposal", PROCESS, 0),
    ],
)
def test_an_amount_that_cannot_be_weighed_is_found_once(
    fields: str, settings: str, count: int, workspace: Write
) -> None:
    assert len(messages("opportunity-without-stage", one(fields), workspace, settings)) == count


@pytest.mark.parametrize(
    ("people", "stage", "count"),
    [
        ("[{id: a, name: A}]", "proposal", 1),
        ("[{id: a, name: A}]", "need", 0),
        ("[{id: a, wanted: true, title: Buyer}]", "proposal", 0),
        ("[]", "proposal", 0),
    ],
)
def test_people_are_only_missed_where_the_plan_knows_any(people: str, stage: str, count: int, workspace: Write) -> None:
    plan = f"power_map: {{people: {people}}}\n" + one(f"process: framework, stage: {stage}")
    assert len(messages("opportunity-without-people", plan, workspace, PROCESS)) == count


# ── unanswered-need ──


@pytest.mark.parametrize(
    ("need", "rest", "count"),
    [
        ("met: none", one("needs: []"), 1),
        ("met: partly, kind: delight", one("needs: []"), 1),
        ("met: partly", one("needs: [cold]"), 0),
        ("met: none", one("needs: [cold], status: won"), 0),
        ("met: none", one("needs: [cold], status: lost, lost_reason: price"), 1),
        ("met: none", "success_plan: {outcomes: [{id: o, text: Less waste, closes: cold}]}\n", 0),
        ("met: none", "success_plan: {outcomes: [{id: o, text: Less waste, closes: trust}]}\n", 1),
        ("met: fully", one("needs: []"), 0),
        ("kind: stated", one("needs: []"), 0),
        ("met: none, kind: secret", one("needs: []"), 0),
        ("met: none", "", 0),
        ("met: none", "status: prospect\n" + one("needs: []"), 0),
        ("met: none", "status: lost\n" + one("needs: []"), 0),
    ],
)
def test_a_need_is_answered_by_an_offer_or_an_outcome(need: str, rest: str, count: int, workspace: Write) -> None:
    plan = f"profile: {{needs: [{{id: cold, text: Less waste, {need}}}]}}\n" + rest
    assert len(messages("unanswered-need", plan, workspace)) == count


# ── stalled-opportunity ──


@pytest.mark.parametrize(
    ("fields", "days", "count"),
    [
        ("stage: need, created: 2025-06-15", 365, 0),
        ("stage: need, created: 2025-06-14", 365, 1),
        ("stage: need, created: 2026-05-15", 30, 1),
        ("stage: need, created: 2024-06-14, close: 2026-06-14", 365, 0),
        ("stage: proposal, created: 2024-06-14", 365, 0),
        ("stage: need", 365, 0),
    ],
)
def test_the_first_stage_is_left_within_the_agreed_days(fields: str, days: int, count: int, workspace: Write) -> None:
    settings = PROCESS + f"checks: {{stalled-opportunity: {{days: {days}}}}}\n"
    assert len(messages("stalled-opportunity", one("process: framework, " + fields), workspace, settings)) == count


# ── past its day ──


@pytest.mark.parametrize("rule", ["opportunity-without-next-step", "vague-next-step", "overdue-next-step"])
def test_once_the_day_of_decision_has_passed_only_that_is_found(rule: str, workspace: Write) -> None:
    steps = {
        "opportunity-without-next-step": "probability: 0.5",
        "vague-next-step": "next_step: {text: Call}",
        "overdue-next-step": "next_step: {text: Call, owner: lin-yue, due: 2026-06-08}",
    }
    assert messages(rule, one(f"{steps[rule]}, close: 2026-06-15"), workspace)
    past = one(f"{steps[rule]}, close: 2026-06-14")
    assert messages(rule, past, workspace) == []
    assert messages("past-close-date", past, workspace)
