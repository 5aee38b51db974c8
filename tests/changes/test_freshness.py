"""What counts as a change of a part of a plan, and what is known of the last one."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.changes.comparison import compare
from kamgen.changes.freshness import (
    KEYS_OF,
    NO_PAST,
    PARTS,
    RECORDS,
    Freshness,
    LastChange,
    PlanPart,
    PlanPast,
    filled_parts,
    freshness,
    part_digests,
)
from kamgen.plan.account import Account
from kamgen.workspace.plan_file import plan_from_text, read_plan
from tests.changes.edited_plans import NAMES, shuffled, two_plans
from tests.conftest import REPOSITORY, SMALLEST_PLAN

DAY = date(2026, 5, 6)
EARLIER = date(2026, 4, 12)
SAMPLES = sorted(path.name for path in (REPOSITORY / "accounts").glob("*.yaml"))


def account(text: str, purchases: bytes | None = None) -> Account:
    found = plan_from_text("acme", "accounts/acme.yaml", SMALLEST_PLAN + text, "acme.purchases.csv", purchases).account
    assert found is not None
    return found


def bought(amount: str) -> str:
    return f"value: {{purchases: [{{date: 2026-01-02, amount: {amount}}}]}}\n"


def part_of(key: str) -> str:
    return next(part for part, keys in KEYS_OF.items() if key in keys)


def changed(before: str, after: str) -> set[PlanPart]:
    """Return the parts that say something else."""
    old, new = part_digests(account(before)), part_digests(account(after))
    return {part for part in PARTS if old[part] != new[part]}


def test_every_key_belongs_to_one_part_but_the_format_and_the_day_of_the_review() -> None:
    keys = [key for keys in KEYS_OF.values() for key in keys]
    assert sorted([*keys, "kamgen", "reviewed"]) == sorted(Account.model_fields)
    assert {*KEYS_OF, RECORDS} == set(PARTS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("risks: [{id: a, text: Buyer leaves}]\n", "# why\nrisks:\n  - text: 'Buyer leaves'\n    id: \"a\"\n"),
        ("risks: [{id: a, text: A}, {id: b, text: B}]\n", "risks: [{id: b, text: B}, {id: a, text: A}]\n"),
        ("tags: [food, north]\n", "tags: [north, food]\n"),
        ("status: active\n", ""),
        ("tags: []\nrisks:\n", ""),
        (bought("10.50"), bought("1.05e1")),
        (bought("0"), bought("-0.0")),
        ("summary: |\n  One\n  two\n", 'summary: "One\\ntwo"\n'),
        ("power_map: {people: [{id: a, name: A, relationship: {}}]}\n", "power_map: {people: [{id: a, name: A}]}\n"),
        (
            "goals: {strategies: [{id: s, text: S, serves: [a, b]}], goals: [{id: a, text: A}, {id: b, text: B}]}\n",
            "goals: {goals: [{id: b, text: B}, {id: a, text: A}], strategies: [{id: s, text: S, serves: [b, a]}]}\n",
        ),
        ("reviewed: {date: 2026-05-01}\n", ""),
    ],
)  # fmt: skip
def test_another_way_of_writing_the_same_changes_nothing(before: str, after: str) -> None:
    assert changed(before, after) == set()


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("", "status: dormant\n", {"head"}),
        ("", "summary: More\n", {"head"}),
        ("", "team: [{member: lin}]\n", {"team"}),
        ("", "waivers: [{rule: stale-plan, reason: On leave}]\n", {"team"}),
        ("", "profile: {industry: Food}\n", {"profile"}),
        ("", "value: {currency: EUR}\n", {"value"}),
        (bought("1"), bought("2"), {"purchases"}),
        ("risks: [{id: a, text: A}]\n", "risks: [{id: a, text: A}, {id: b, text: B}]\n", {"risks"}),
        ("risks: [{id: a, text: A}]\n", "", {"risks"}),
        ("power_map: {people: [{id: a, support: 0}]}\n", "power_map: {people: [{id: a}]}\n", {"power_map"}),
        ("service: {switching_costs: [A]}\n", "service: {switching_costs: [A, A]}\n", {"service"}),
        ("reviews: [{date: 2026-01-02, kind: joint}]\n", "reviews: [{date: 2026-01-03, kind: joint}]\n", {"reviews"}),
    ],
)  # fmt: skip
def test_what_says_something_else_is_a_change_of_its_part(before: str, after: str, parts: set[PlanPart]) -> None:
    assert changed(before, after) == parts


@given(st.sampled_from(NAMES), st.integers(0, 10_000), st.integers(0, 6))
def test_a_part_has_changed_where_the_comparison_of_plans_finds_something(name: str, seed: int, times: int) -> None:
    before, after = two_plans(name, Random(seed), times)
    found = {change.place[0] for change in compare(before, after)} - {"reviewed"}
    old, new = part_digests(before), part_digests(shuffled(after, Random(seed)))
    parts = {part for part in PARTS if old[part] != new[part]}
    assert {"value" if part == RECORDS else part for part in parts} == {part_of(str(key)) for key in found}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_digest_of_some_parts_is_that_among_all(name: str) -> None:
    plan = read_plan(REPOSITORY, f"accounts/{name}").account
    assert plan is not None
    whole = part_digests(plan)
    assert all(part_digests(plan, [part]) == {part: whole[part]} for part in PARTS)


def test_parts_that_say_nothing_are_not_filled() -> None:
    assert filled_parts(account("")) == {"head"}
    assert filled_parts(account("risks: []\nvalue: {currency: EUR}\n")) == {"head", "value"}
    assert filled_parts(account("", b"date,amount\n2026-01-02,10\n")) == {"head", "purchases"}


def past(text: str = "", day: date = EARLIER, *, or_before: bool = False) -> PlanPast:
    digests = part_digests(account(text))
    return PlanPast("c:acme", digests, dict.fromkeys(PARTS, LastChange(day, ("Lin Yue",), or_before)))


def test_what_is_as_it_was_keeps_its_day_and_the_rest_was_changed_on_the_day() -> None:
    found = freshness(past("risks: [{id: a, text: A}]\n"), part_digests(account("risks: [{id: a, text: B}]\n")), DAY)
    assert found.changes["risks"] == LastChange(DAY)
    assert found.changes["goals"] == LastChange(EARLIER, ("Lin Yue",))
    assert found.last == LastChange(DAY)


def test_all_of_a_new_plan_was_changed_on_the_day() -> None:
    found = freshness(NO_PAST, part_digests(account("")), DAY)
    assert found.changes == dict.fromkeys(PARTS, LastChange(DAY))


def test_a_clock_that_was_ahead_is_not_later_than_the_day() -> None:
    found = freshness(past(day=DAY + timedelta(days=9)), part_digests(account("")), DAY)
    assert found.last == LastChange(DAY, ("Lin Yue",))


def test_purchases_alone_are_no_work_on_the_plan() -> None:
    found = freshness(past(), part_digests(account(bought("1"))), DAY)
    assert found.of(["value", "purchases"]) == LastChange(DAY)
    assert found.last == LastChange(EARLIER, ("Lin Yue",))


def test_several_parts_changed_when_the_last_of_them_did_by_all_who_did_that_day() -> None:
    late, day = LastChange(DAY, ("Lin Yue",)), EARLIER
    found = Freshness({
        "goals": LastChange(day, ("Wei Chen",)), "risks": LastChange(day, ("Lin Yue",)),
        "value": LastChange(day, ("Admin",), or_before=True), "service": late,
    })  # fmt: skip
    assert found.of(["goals", "risks", "value"]) == LastChange(day, ("Wei Chen", "Lin Yue"))
    assert found.of(["goals", "service"]) == late
    assert found.of(["value"]) == LastChange(day, ("Admin",), or_before=True)
    assert found.of(["profile"]) is None


def test_pasts_that_tell_the_same_have_the_same_key_whatever_the_commit() -> None:
    one = past()
    assert one.key == PlanPast("d:acme", one.digests, one.changes).key
    assert one.key != past(day=DAY).key
    assert one.key != past("risks: [{id: a, text: A}]\n").key
    assert one.key != past(or_before=True).key
