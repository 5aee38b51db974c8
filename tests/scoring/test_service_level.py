"""The level of service that margin and number of customers suggest."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.scoring.service_level import LEVELS, suggest_service_levels
from kamgen.wording.chinese import PHRASES


def levels(*margins: int | None, few: int = 20, many: int = 100) -> list[str | None]:
    by_id = {f"account-{number}": None if margin is None else Decimal(margin) for number, margin in enumerate(margins)}
    found = suggest_service_levels(by_id, few=few, many=many)
    return [suggested.level if suggested else None for suggested in found.values()]


@pytest.mark.parametrize(
    ("few", "many", "expected"),
    [
        (3, 100, ["accountable", "proactive", "partnership"]),
        (2, 3, ["reactive", "accountable", "proactive"]),
        (1, 2, ["basic", "reactive", "accountable"]),
    ],
    ids=["few", "some", "many"],
)
def test_the_grid_of_margin_and_customers(few: int, many: int, expected: list[str]) -> None:
    assert levels(10, 20, 30, few=few, many=many) == expected


def test_margins_are_high_and_low_by_the_third_of_the_portfolio_they_fall_in() -> None:
    assert levels(1, 2, 3, 4, 5, 6) == ["accountable"] * 2 + ["proactive"] * 2 + ["partnership"] * 2
    assert levels(7, 7, 7) == ["proactive"] * 3
    assert levels(5) == ["proactive"]


def test_an_account_without_a_margin_is_no_customer_yet() -> None:
    assert levels(None, 5, None) == [None, "proactive", None]
    found = suggest_service_levels({"a": None, "b": Decimal(5)})["b"]
    assert found is not None
    assert (found.customers, found.customer_number, found.margin_place) == (1, "few", "medium")
    assert levels() == []


@pytest.mark.parametrize(("served", "steps"), [("basic", -3), ("proactive", 0), ("partnership", 1), (None, None)])
def test_the_level_served_is_compared_in_steps(served: Any, steps: int | None) -> None:
    found = suggest_service_levels({"a": Decimal(5)})["a"]
    assert found is not None
    assert found.steps_from(served) == steps


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    found = suggest_service_levels({"a": Decimal(5)})["a"]
    assert found is not None
    assert all(said.pattern in PHRASES for said in found.assumptions)
    assert found.assumptions[1].parameters == {"few": 20, "many": 100}


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=30), st.randoms())
def test_a_higher_margin_never_means_less_service_and_the_order_of_accounts_never_matters(
    margins: list[int | None], random: Any
) -> None:
    by_id = {f"account-{number}": None if m is None else Decimal(m) for number, m in enumerate(margins)}
    found = suggest_service_levels(by_id)
    shuffled = list(by_id.items())
    random.shuffle(shuffled)
    assert suggest_service_levels(dict(shuffled)) == found
    known = sorted((level.margin, LEVELS.index(level.level)) for level in found.values() if level)
    assert [place for _, place in known] == sorted(place for _, place in known)
