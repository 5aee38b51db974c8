"""Revenue to date and the margin to come (F4)."""

from decimal import Decimal
from typing import Any

import pytest

from kamgen.scoring.account import score_account
from kamgen.scoring.score import LifetimeValue
from tests.scoring.plans import TODAY, buyer, plan, rounded, settings

DEFAULTS = {"years": 3, "retention": "0.8", "discount": "0.1", "margin": "0.25"}


def lifetime_value(account: Any, **keys: Any) -> LifetimeValue:
    return score_account("test", account, settings(scoring={"lifetime": DEFAULTS}, **keys), TODAY).lifetime_value


def test_the_projection_by_hand() -> None:
    found = lifetime_value(buyer(("2025-12-01", 1000), ("2020-01-01", 500)))
    assert (found.to_date, found.annual_margin, found.margin_rate) == (1500, 250, Decimal("0.25"))
    # q = 0.8 / 1.1 = 0.72727; 250 · (q + q² + q³) = 250 · 1.640871
    assert rounded(found.projected) == Decimal("410.22")


def test_the_plans_assumptions_come_before_the_settings() -> None:
    found = lifetime_value(buyer(("2025-12-01", 1000), lifetime={"years": 1, "retention": 1, "margin": "0.5"}))
    assert (found.years, found.retention, found.discount, found.margin_rate) == (1, 1, Decimal("0.1"), Decimal("0.5"))
    assert rounded(found.projected) == Decimal("454.55")  # 500 / 1.1


def test_an_assumption_of_zero_is_an_assumption() -> None:
    assert lifetime_value(buyer(("2025-12-01", 1000), lifetime={"retention": 0})).projected == 0
    assert lifetime_value(buyer(("2025-12-01", 1000), lifetime={"years": 0})).projected == 0


def test_a_margin_that_the_purchases_state_comes_before_any_assumption() -> None:
    purchases = [
        {"date": "2026-01-01", "amount": 100, "margin": 40},
        {"date": "2026-02-01", "amount": 300, "margin": 40},
        {"date": "2026-03-01", "amount": 600},  # states none, so it does not count for the rate
        {"date": "2025-05-06", "amount": 1000, "margin": 900},  # a day too long ago
    ]
    found = lifetime_value(plan(value={"purchases": purchases, "lifetime": {"margin": "0.9"}}))
    assert (found.margin_rate, found.annual_margin) == (Decimal("0.2"), 200)


def test_a_year_of_returns_is_not_projected() -> None:
    found = lifetime_value(buyer(("2024-01-01", 1000), ("2026-01-01", -200)))
    assert (found.to_date, found.annual_margin, found.projected) == (800, 0, 0)


@pytest.mark.parametrize(
    "account", [plan(), buyer(("2027-01-01", 5)), buyer(("2026-01-01", 5), currency="SEK")], ids=str
)
def test_without_purchases_or_a_rate_it_is_unknown(account: Any) -> None:
    found = lifetime_value(account)
    assert (found.to_date, found.annual_margin, found.projected) == (None, None, None)


def test_money_is_in_the_reporting_currency() -> None:
    found = lifetime_value(buyer(("2026-01-01", 100), currency="EUR"), rates={"EUR": 2})
    assert (found.to_date, found.annual_margin) == (200, 50)


def test_accounts_are_ranked_by_revenue_to_date_plus_projection() -> None:
    account = buyer(("2025-12-01", 1000), ("2020-01-01", 500))
    scores = score_account("test", account, settings(scoring={"lifetime": DEFAULTS}), TODAY)
    assert scores.metrics["lifetime-value"] == Decimal(1500) + (scores.lifetime_value.projected or 0)
