"""Edges of the rules about what does not fit together: days, shares, hours, white space."""

from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, in_plan, messages

# ── dates-out-of-order ──

ORDERED = {
    "goal": (
        "goals: {goals: [{id: g, text: t, start: FIRST, due: SECOND}]}\n",
        "“t” ends on {}, before it starts on {}",
    ),
    "measure": (
        "goals: {strategies: [{id: s, text: t, measures: [{id: m, text: t, start: FIRST, due: SECOND}]}]}\n",
        "“t” ends on {}, before it starts on {}",
    ),
    "outcome": (
        "success_plan: {outcomes: [{id: o, text: t, start: FIRST, due: SECOND}]}\n",
        "“t” ends on {}, before it starts on {}",
    ),
    "confirmed outcome": (
        "success_plan: {outcomes: [{id: o, text: t, start: FIRST, verified: SECOND}]}\n",
        "“t” was confirmed on {}, before it started on {}",
    ),
    "request": (
        "service: {requests: [{id: r, text: t, raised: FIRST, closed: SECOND}]}\n",
        "“t” was closed on {}, before it was raised on {}",
    ),
    "opportunity": (
        "opportunities: [{id: o, name: n, created: FIRST, close: SECOND}]\n",
        "“n” is decided on {}, before it was found on {}",
    ),
    "handover": (
        "handovers: [{date: FIRST, from: a, to: b, reconfirmed: SECOND}]\n",
        "the ratings of “North Foods” were confirmed on {}, before the handover of {}",
    ),
}


@pytest.mark.parametrize("name", ORDERED)
def test_two_days_in_the_wrong_order_are_found_at_the_later(name: str, workspace: Write) -> None:
    plan, said = ORDERED[name]
    wrong = plan.replace("FIRST", "2026-04-22").replace("SECOND", "2026-04-21")
    assert in_plan("dates-out-of-order", wrong, workspace) == [
        (1, "2026-04-21", said.format("21 Apr 2026", "22 Apr 2026"))
    ]
    same = plan.replace("FIRST", "2026-04-22").replace("SECOND", "2026-04-22")
    assert messages("dates-out-of-order", same, workspace) == []


def test_a_day_alone_is_in_order(workspace: Write) -> None:
    plan = "goals: {goals: [{id: g, text: t, start: 2026-04-22}, {id: h, text: t, due: 2026-04-21}]}\n"
    assert messages("dates-out-of-order", plan, workspace) == []


# ── future-date ──

HAPPENED = {
    "review of the plan": "reviewed: {date: DAY}\n",
    "judgement": "sentiment: {value: 3, date: DAY}\n",
    "fact": "profile: {facts: [{text: t, date: DAY}]}\n",
    "meeting": "reviews: [{date: DAY, decisions: [Yes]}]\n",
    "confirmed ratings": "handovers: [{date: 2026-01-05, from: a, to: b, reconfirmed: DAY}]\n",
    "contact": "power_map: {people: [{id: p, name: P, contact: {last: DAY}}]}\n",
    "evidence": "power_map: {people: [{id: p, name: P, evidence: [{about: role, text: t, date: DAY}]}]}\n",
    "check": "goals: {strategies: [{id: s, text: t, actions: [{id: a, text: t, checks: {lead: DAY}}]}]}\n",
    "outcome": "success_plan: {outcomes: [{id: o, text: t, verified: DAY}]}\n",
    "found opportunity": "opportunities: [{id: o, name: n, created: DAY}]\n",
    "request": "service: {requests: [{id: r, text: t, raised: DAY}]}\n",
    "answer": "service: {requests: [{id: r, text: t, closed: DAY}]}\n",
    "survey": "service: {surveys: [{date: DAY, satisfied: 1}]}\n",
    "loss": "service: {losses: [{date: DAY, what: w}]}\n",
    "referral": "service: {referrals: [{to: t, date: DAY}]}\n",
}


@pytest.mark.parametrize("name", HAPPENED)
def test_what_has_happened_cannot_be_dated_later_than_tomorrow(name: str, workspace: Write) -> None:
    plan = HAPPENED[name]
    ((line, marked, said),) = in_plan("future-date", plan.replace("DAY", "2026-06-17"), workspace)
    assert (line, marked) == (1, "2026-06-17")
    assert said.endswith(" says 17 Jun 2026, which is still to come, but only what has happened belongs there")
    tomorrow = plan.replace("DAY", "2026-06-16")
    assert messages("future-date", tomorrow, workspace) == []
    assert messages("future-date", tomorrow, workspace, "checks: {future-date: {days: 0}}\n")


@pytest.mark.parametrize("status", ["open", "won", "lost"])
def test_only_a_won_opportunity_is_decided(status: str, workspace: Write) -> None:
    plan = f"opportunities: [{{id: o, name: Season contract, status: {status}, close: 2026-07-31}}]\n"
    said = ["“Season contract” is won, but close: says 31 Jul 2026, which is still to come"] if status == "won" else []
    assert messages("future-date", plan, workspace) == said


@pytest.mark.parametrize(
    "plan",
    [
        "reviews: [{date: 2026-07-02, kind: joint, asks: [A new price list]}]\n",
        "joint_plan: {next_review: 2026-07-02}\n",
        "handovers: [{date: 2026-09-01, from: a, to: b}]\n",
        "value: {purchases: [{date: 2026-07-02, amount: 5}]}\n",
        "service: {requests: [{id: r, text: t, due: 2026-07-02}]}\n",
    ],
)
def test_what_is_planned_may_be_to_come(plan: str, workspace: Write) -> None:
    assert messages("future-date", plan, workspace) == []


# ── shares-over-whole ──


def shares(bought: int, *rivals: str) -> str:
    """Return a plan whose own share is a percentage of the wallet of 2025."""
    listed = "".join(f"    - {{name: Rival, share: {share}}}\n" for share in rivals)
    return (
        (f"profile:\n  rivals:\n{listed}" if rivals else "")
        + f"value:\n  purchases: [{{date: 2025-03-02, amount: {bought}}}]\n"
        + "  wallet: [{year: 2024, amount: 1}, {year: 2025, amount: 100}, {year: 2027, amount: 1}]\n"
    )


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (shares(30, "0.5", "0.25"), []),
        (
            shares(31, "0.5", "0.25"),
            [(2, "rivals", "the rivals' shares (75%) and ours (31%) add up to more than 100%")],
        ),
        (shares(30, "0.8", "0.3"), [(2, "rivals", "the rivals' shares add up to 110%")]),
        (shares(105), []),
        (shares(106), [(3, "100", "the customer's purchases from us come to 106% of its spend with all suppliers")]),
        (shares(30), []),
        ("profile:\n  rivals:\n    - {name: A, share: 1}\n    - {name: B}\n", []),
    ],
)
def test_shares_may_be_five_points_too_many(plan: str, found: list[tuple[int, str, str]], workspace: Write) -> None:
    assert in_plan("shares-over-whole", plan, workspace) == found


def test_how_far_shares_may_go_over_can_be_set(workspace: Write) -> None:
    plan = shares(30, "0.5", "0.22")
    assert messages("shares-over-whole", plan, workspace) == []
    assert messages("shares-over-whole", plan, workspace, "checks: {shares-over-whole: {points: 1}}\n")


# ── potential-below-current, hours-out-of-proportion ──


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (
            "potential: 60, current: 61",
            [(3, "60", "current business of 61 is above the potential of 60 in the white space")],
        ),
        ("potential: 60, current: 60", []),
        (
            "potential: 0, current: 5",
            [(3, "0", "current business of 5 is above the potential of 0 in the white space")],
        ),
        ("current: 61", []),
        ("potential: 60", []),
    ],
)
def test_a_unit_cannot_buy_more_than_it_could(fields: str, found: list[tuple[int, str, str]], workspace: Write) -> None:
    plan = f"value:\n  white_space:\n    - {{product: dairy, {fields}}}\n"
    assert in_plan("potential-below-current", plan, workspace) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (
            "hours: 4, with_customer: 4.5",
            [(5, "4.5", "the action “t” has 4.5 hours with the customer, but only 4 planned")],
        ),
        ("hours: 4, with_customer: 4", []),
        (
            "hours: 4, with_customer: 5, status: done",
            [(5, "5", "the action “t” has 5 hours with the customer, but only 4 planned")],
        ),
        ("hours: 4, with_customer: 5, status: dropped", []),
        ("with_customer: 5", []),
        ("hours: 4, spent: 9", []),
    ],
)
def test_the_hours_with_the_customer_are_a_part_of_all(
    fields: str, found: list[tuple[int, str, str]], workspace: Write
) -> None:
    strategy = "goals:\n  strategies:\n    - id: s\n      text: t\n"
    plan = f"{strategy}      actions: [{{id: a, text: t, {fields}}}]\n"
    assert in_plan("hours-out-of-proportion", plan, workspace) == found
