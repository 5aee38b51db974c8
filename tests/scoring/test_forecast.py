"""Open opportunities against the revenue goal (D2, D3)."""

from decimal import Decimal
from typing import Any

import pytest

from kamgen.scoring.forecast import score_forecast
from kamgen.scoring.score import Forecast
from tests.scoring.plans import TODAY, plan, settings

SETTINGS = settings(
    rates={"EUR": "1.10"},
    processes={"tender": {"stages": [{"id": "bid", "probability": "0.25"}, {"id": "award", "probability": "0.9"}]}},
)


def deals(*opportunities: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": f"deal-{n}", "name": f"Deal {n}", **deal} for n, deal in enumerate(opportunities)]


def goal(**keys: Any) -> dict[str, Any]:
    return {"id": "revenue", "text": "Revenue", "unit": "USD", "target": 1000, "actual": 600, **keys}


def forecast(*opportunities: dict[str, Any], goals: tuple[dict[str, Any], ...] = (), **keys: Any) -> Forecast:
    account = plan(opportunities=deals(*opportunities), goals={"goals": list(goals)}, **keys)
    return score_forecast(account, SETTINGS, TODAY)


def test_the_forecast_by_hand() -> None:
    found = forecast(
        {"amount": 400, "process": "tender", "stage": "bid"},
        {"amount": 100, "currency": "EUR", "probability": "0.5", "process": "tender", "stage": "award"},
        {"amount": 9000, "status": "won"},
        {"amount": 9000, "status": "lost"},
        goals=(goal(),),
    )
    assert (found.open_count, found.open_amount) == (2, 510)
    assert found.weighted == 155  # 400 · 0.25 + 110 · 0.5, the deal's own chance before that of its stage
    assert (found.target, found.actual, found.gap) == (1000, 600, 245)
    # Nothing 0.375, 110 alone 0.375, 400 alone 0.125, both 0.125; 400 are missing to the target.
    assert (found.p10, found.p50, found.p90) == (0, 110, 510)
    assert found.reach == Decimal("0.25")
    assert found.chances == ((400, Decimal("0.25")), (110, Decimal("0.5")))
    assert found.unweighted == 0


@pytest.mark.parametrize(
    ("deal", "amount", "weighted"),
    [
        ({"process": "tender", "stage": "bid"}, None, None),
        ({"amount": 10}, 10, None),
        ({"amount": 10, "process": "tender", "stage": "gone"}, 10, None),
        ({"amount": 10, "process": "gone", "stage": "bid"}, 10, None),
        ({"amount": 10, "currency": "SEK", "probability": "0.5"}, None, None),
        ({"amount": 0, "probability": "0.5"}, 0, 0),
        ({"amount": 10, "probability": 0}, 10, 0),
    ],
)
def test_what_an_open_opportunity_does_not_say_is_unknown(deal: Any, amount: int | None, weighted: int | None) -> None:
    found = forecast(deal)
    assert (found.open_count, found.open_amount, found.weighted) == (1, amount, weighted)


def test_no_open_opportunity_is_zero_and_none_written_down_is_unknown() -> None:
    none_open = forecast({"status": "won"})
    assert (none_open.weighted, none_open.p10, none_open.p90) == (0, 0, 0)
    assert (forecast().open_count, forecast().open_amount, forecast().weighted) == (0, None, None)


def test_opportunities_without_amount_chance_or_rate_are_counted_and_left_out() -> None:
    sure = {"amount": 300, "probability": 1}
    nameless = ({}, {"amount": 10}, {"amount": 10, "currency": "SEK", "probability": 1}, {"status": "lost"})
    found = forecast(sure, *nameless)
    assert (found.open_count, found.unweighted) == (4, 3)
    assert (found.weighted, found.p10, found.p90) == (300, 300, 300)


def test_the_range_is_unknown_where_the_weighted_sum_is() -> None:
    for found in (forecast(), forecast({"amount": 10}), forecast({"probability": 1})):
        assert (found.weighted, found.p10, found.p50, found.p90) == (None, None, None, None)


@pytest.mark.parametrize(
    ("deals", "goals", "reach"),
    [
        ([{"amount": 400, "probability": "0.3"}], [goal()], "0.3"),
        ([{"amount": 399, "probability": "0.3"}], [goal()], "0"),
        ([{"amount": 400, "probability": "0.3"}], [goal(actual=1000)], "1"),
        ([], [goal(actual=1200)], "1"),
        ([{"status": "lost"}], [goal()], "0"),
        ([], [goal()], None),
        ([{"amount": 400}], [goal()], None),
        ([{"amount": 400, "probability": "0.3"}], [], None),
        ([{"amount": 400, "probability": "0.3"}], [goal(actual=None)], None),
    ],
)
def test_the_chance_to_reach_the_target(deals: list[Any], goals: list[Any], reach: str | None) -> None:
    assert forecast(*deals, goals=tuple(goals)).reach == (None if reach is None else Decimal(reach))


def test_an_opportunity_found_later_does_not_exist_yet() -> None:
    assert forecast({"amount": 10, "created": "2026-05-07"}) == forecast()
    assert forecast({"amount": 10, "created": "2026-05-06"}).open_count == 1


def test_the_gap_without_opportunities_is_all_that_is_missing_and_a_surplus_is_no_gap() -> None:
    assert forecast(goals=(goal(),)).gap == 400
    assert forecast(goals=(goal(actual=1200),)).gap == 0


def test_without_an_actual_the_gap_is_unknown() -> None:
    found = forecast(goals=(goal(actual=None),))
    assert (found.target, found.actual, found.gap) == (1000, None, None)


@pytest.mark.parametrize(
    "other", [{"unit": "%"}, {"unit": None}, {"target": None}, {"baseline": 5000}, {"unit": "GBP"}], ids=str
)
def test_the_target_is_that_of_the_first_goal_in_money(other: dict[str, Any]) -> None:
    first = goal(**{"target": 7, **other})
    assert forecast(goals=(first, goal(target=1000), goal(target=2000))).target == 1000
    assert forecast(goals=(first,)).target is None


def test_the_goal_that_runs_today_is_preferred() -> None:
    past = goal(target=1, due="2025-12-31")
    future = goal(target=2, start="2027-01-01")
    assert forecast(goals=(past, future, goal(target=3, start="2026-01-01", due="2026-12-31"))).target == 3
    assert forecast(goals=(past, future)).target == 1


def test_the_target_is_in_the_reporting_currency() -> None:
    found = forecast(goals=(goal(unit="EUR"),), value={"currency": "EUR"})
    assert (found.target, found.gap) == (1100, 440)
    no_rate = forecast(goals=(goal(unit="SEK"),), value={"currency": "SEK"})
    assert (no_rate.target, no_rate.gap) == (None, None)
