"""The resource rule (A7): hours by slice against the share that the top should get."""

from __future__ import annotations

from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.scoring.resource_rule import hours_by_slice
from kamgen.scoring.score import PyramidSlice
from tests.scoring.plans import plan, settings
from tests.scoring.portfolios import bought, portfolio, worked

RULES = settings(scoring={"pyramid": {"by": "revenue-to-date", "slices": ["0.1", "0.2", "0.5"], "time_rule": "0.7"}})


def ten(planned: dict[int, int | None], spent: int | None = None) -> dict[str, Account]:
    """Return ten customers, c-1 the most valuable; by their number the hours planned for them."""
    return {
        f"c-{number}": plan(value=bought(100 - number), goals=worked(planned.get(number), spent))
        for number in range(1, 11)
    }


def test_hours_by_slice_by_hand() -> None:
    rule = portfolio(ten({1: 10, 2: 20, 4: 30, 9: 40}, spent=2), RULES).resource_rule
    assert rule.asked == Decimal("0.7")
    assert rule.planned is not None
    assert (rule.planned.total, rule.planned.known, rule.planned.top_share) == (100, 4, Decimal("0.6"))
    assert [(part.name, part.hours, part.share) for part in rule.planned.slices] == [
        ("summit", 10, Decimal("0.1")),
        ("super", 30, Decimal("0.3")),
        ("high-value", 60, Decimal("0.6")),
    ]
    assert rule.spent is not None
    assert (rule.spent.total, rule.spent.top_share) == (20, Decimal("0.5"))


def test_time_for_accounts_without_a_rank_does_not_go_to_the_top() -> None:
    accounts = ten({1: 10}) | {"new": plan(goals=worked(30))}
    rule = portfolio(accounts, RULES).resource_rule
    assert rule.planned is not None
    assert rule.planned.top_share == Decimal("0.25")


def test_a_dropped_action_takes_no_more_hours_but_has_taken_some() -> None:
    rule = portfolio({"a": plan(value=bought(1), goals=worked(10, 4, "dropped"))}, RULES).resource_rule
    assert rule.planned is None
    assert rule.spent is not None
    assert rule.spent.total == 4


def test_without_hours_nothing_is_said_and_shares_of_nothing_are_unknown() -> None:
    rule = portfolio({"a": plan(value=bought(1)), "b": plan()}, RULES).resource_rule
    assert (rule.planned, rule.spent) == (None, None)
    rule = portfolio({"a": plan(value=bought(1), goals=worked(0))}, RULES).resource_rule
    assert rule.planned is not None
    assert (rule.planned.total, rule.planned.top_share) == (0, None)


def test_without_a_pyramid_there_is_no_top() -> None:
    rule = portfolio({"a": plan(goals=worked(10))}, RULES).resource_rule
    assert rule.planned is not None
    assert (rule.planned.total, rule.planned.slices, rule.planned.top_share) == (10, (), None)


def test_hours_of_any_kind_can_be_held_against_the_pyramid() -> None:
    top = PyramidSlice("high-value", Decimal("0.2"), ("a", "b"), Decimal(1), None, Decimal(1), None)
    found = hours_by_slice({"a": Decimal(3), "z": Decimal(1)}, [top])
    assert found is not None
    assert (found.total, found.known, found.top_share) == (4, 2, Decimal("0.75"))
    assert hours_by_slice({}, [top]) is None
