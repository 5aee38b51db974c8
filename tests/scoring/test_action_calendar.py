"""Who does what, when, and how much of it in front of the customer."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.plan.goals import Action
from kamgen.scoring.action_calendar import Week, action_calendar, customer_time
from kamgen.wording.chinese import PHRASES
from tests.scoring.plans import plan


def action(action_id: str, due: str | None = None, **keys: Any) -> dict[str, Any]:
    return {"id": action_id, "text": action_id, "due": due, **keys}


def acting(*actions: dict[str, Any]) -> Account:
    return plan(goals={"strategies": [{"id": "s", "text": "S", "actions": list(actions)}]})


def ids(actions: Any) -> list[str]:
    return [planned.action.id for planned in actions]


def test_actions_of_all_accounts_stand_in_their_month_and_week() -> None:
    found = action_calendar(
        {
            "south": acting(action("visit", "2026-05-20"), action("call", "2026-05-01"), action("some-day")),
            "north": acting(action("test", "2026-06-30"), action("offer", "2026-05-04")),
        }
    )
    assert {str(month): ids(actions) for month, actions in found.months.items()} == {
        "2026-05-01": ["call", "offer", "visit"],
        "2026-06-01": ["test"],
    }
    assert {week: ids(actions) for week, actions in found.weeks.items()} == {
        Week(2026, 18): ["call"],
        Week(2026, 19): ["offer"],
        Week(2026, 21): ["visit"],
        Week(2026, 27): ["test"],
    }
    assert ids(found.undated) == ["some-day"]
    assert {planned.account for planned in found.months[date(2026, 6, 1)]} == {"north"}


def test_a_week_belongs_to_the_year_of_its_thursday() -> None:
    found = action_calendar({"a": acting(action("late", "2027-01-03"), action("first", "2024-12-30"))})
    assert list(found.weeks) == [Week(2025, 1), Week(2026, 53)]


def test_every_member_has_a_list_and_what_nobody_owns_comes_last() -> None:
    found = action_calendar(
        {
            "a": acting(
                action("three", owner="lin-yue"),
                action("two", "2026-05-02"),
                action("one", "2026-05-01", owner="lin-yue"),
                action("four", "2026-05-03", owner="chen-bo"),
            )
        }
    )
    assert {member: ids(actions) for member, actions in found.members.items()} == {
        "chen-bo": ["four"],
        "lin-yue": ["one", "three"],
        None: ["two"],
    }
    assert list(found.members)[-1] is None


def test_dropped_actions_are_not_done_by_anybody() -> None:
    found = action_calendar({"a": acting(action("no", "2026-05-01", status="dropped", hours=5, with_customer=5))})
    assert (found.months, found.weeks, found.members, found.undated) == ({}, {}, {}, ())
    assert found.customer_time.share is None


def hours(planned: Any, with_customer: Any) -> Action:
    return Action.model_validate({"id": "a", "text": "A", "hours": planned, "with_customer": with_customer})


def test_the_share_with_the_customer_is_of_the_actions_that_state_both() -> None:
    found = customer_time([hours(24, 12), hours(6, 0), hours(10, None), hours(None, 8)])
    assert (found.with_customer, found.planned, found.share) == (12, 30, Decimal("0.4"))
    assert found.known == Decimal("0.75")


def test_more_hours_with_the_customer_than_planned_are_all_of_them() -> None:
    assert customer_time([hours(4, 9), hours(4, 0)]).share == Decimal("0.5")


def test_without_hours_the_share_is_unknown() -> None:
    for actions in ([], [hours(10, None)], [hours(0, 0)]):
        assert customer_time(actions).share is None


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    assert all(said.pattern in PHRASES for said in action_calendar({}).assumptions)


any_hours = st.one_of(st.none(), st.integers(0, 50))


@given(st.lists(st.builds(hours, any_hours, any_hours), max_size=6))
def test_shares_stay_in_range(actions: list[Action]) -> None:
    found = customer_time(actions)
    assert found.share is None or 0 <= found.share <= 1
    assert 0 <= found.known <= 1
