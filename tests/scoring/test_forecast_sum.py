"""The forecast of several accounts together (D3): the portfolio, and each owner's share of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamgen.scoring.forecast import score_forecast
from kamgen.scoring.forecast_distribution import distribution_of_wins
from kamgen.scoring.forecast_sum import sum_forecasts
from kamgen.scoring.score import Forecast
from tests.scoring.plans import TODAY, plan, settings
from tests.scoring.portfolios import portfolio

SETTINGS = settings()

deals = st.lists(
    st.fixed_dictionaries(
        {
            "amount": st.one_of(st.none(), st.integers(0, 90_000)),
            "probability": st.sampled_from([None, "0", "0.1", "0.5", "0.9", "1"]),
            "status": st.sampled_from(["open", "open", "won"]),
        }
    ),
    max_size=3,
)


def forecast(*opportunities: dict[str, Any], target: int | None = None, actual: int | None = None) -> Forecast:
    return score_forecast(account(*opportunities, target=target, actual=actual), SETTINGS, TODAY)


def account(*opportunities: dict[str, Any], target: int | None = None, actual: int | None = None) -> Any:
    goal = {"id": "revenue", "text": "Revenue", "unit": "USD", "target": target, "actual": actual}
    return plan(
        opportunities=[{"id": f"deal-{n}", "name": "Deal", **deal} for n, deal in enumerate(opportunities)],
        goals={"goals": [] if target is None else [goal]},
    )


def test_two_accounts_by_hand() -> None:
    found = sum_forecasts(
        [
            forecast({"amount": 400, "probability": "0.25"}, target=1000, actual=600),
            forecast({"amount": 100, "probability": "0.5"}, {"amount": 7}, target=200, actual=50),
        ]
    )
    assert (found.open_count, found.unweighted, found.weighted) == (3, 1, 150)
    assert (found.p10, found.p50, found.p90) == (0, 100, 500)
    assert (found.target, found.actual, found.gap) == (1200, 650, 400)
    assert found.reach == 0  # 550 are missing, 500 can come


def test_a_surplus_of_one_account_helps_another() -> None:
    found = sum_forecasts([forecast(target=100, actual=140), forecast({"amount": 60, "probability": "0.3"})])
    assert (found.gap, found.reach) == (0, 1)
    short = forecast(target=100, actual=60)
    found = sum_forecasts([short, forecast({"amount": 60, "probability": "0.3"})])
    assert short.reach is None
    assert (found.gap, found.reach) == (22, Decimal("0.3"))


def test_while_an_actual_is_missing_the_gap_is_unknown_and_says_why() -> None:
    found = sum_forecasts([forecast({"amount": 60, "probability": 1}, target=100), forecast(target=10, actual=500)])
    assert (found.target, found.actual, found.unmeasured) == (110, 500, 1)
    assert (found.gap, found.reach) == (None, None)
    assert found.p50 == 60


def test_without_any_account_or_pipeline_everything_is_unknown() -> None:
    for found in (sum_forecasts([]), sum_forecasts([forecast(), forecast()])):
        assert (found.weighted, found.p10, found.p50, found.p90) == (None, None, None, None)
        assert (found.target, found.gap, found.reach) == (None, None, None)


def test_the_portfolio_and_each_owner_have_their_own_range() -> None:
    accounts = {
        "a": plan(owner="bo", opportunities=[{"id": "x", "name": "X", "amount": 10, "probability": "0.5"}]),
        "b": plan(owner="bo", opportunities=[{"id": "x", "name": "X", "amount": 20, "probability": "0.5"}]),
        "c": plan(owner="ann", opportunities=[{"id": "x", "name": "X", "amount": 40, "probability": "0.5"}]),
    }
    found = portfolio(accounts, SETTINGS)
    assert (found.forecast.weighted, found.forecast.p50, found.forecast.p90) == (35, 30, 70)
    assert {owner: theirs.p90 for owner, theirs in found.owner_forecasts.items()} == {"ann": 40, "bo": 30}


@given(st.lists(deals, max_size=4), st.randoms(use_true_random=False))
def test_together_is_the_distribution_of_all_opportunities(each: list[Any], random: Any) -> None:
    forecasts = [forecast(*own) for own in each]
    found = sum_forecasts(forecasts)
    if found.weighted is not None:
        chances = [chance for one in forecasts for chance in one.chances]
        assert found.weighted == sum(one.weighted or 0 for one in forecasts)
        assert found.wins == distribution_of_wins(chances)
        assert found.p50 == distribution_of_wins(chances).quantile(Decimal("0.5"))
    assert sum_forecasts(random.sample(forecasts, len(forecasts))) == found
