"""Money in the reporting currency."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.scoring.account import score_account
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.money import currency_of, exchange_rate, in_reporting_currency
from tests.scoring.plans import TODAY, plan, settings
from tests.scoring.portfolios import portfolio

RATES = settings(currency="USD", rates={"EUR": "1.08", "CNY": "0.14", "JPY": "0", "USD": "7"})


def test_an_amount_is_converted_exactly() -> None:
    assert in_reporting_currency(Decimal("100.10"), "EUR", plan(), RATES) == Decimal("108.1080")


def test_without_a_rate_an_amount_is_unknown() -> None:
    assert in_reporting_currency(Decimal(100), "GBP", plan(), RATES) is None
    assert in_reporting_currency(None, "EUR", plan(), RATES) is None


def test_a_rate_of_zero_is_no_rate() -> None:
    assert exchange_rate("JPY", RATES) is None


def test_the_reporting_currency_is_worth_one_whatever_the_rates_say() -> None:
    assert exchange_rate("USD", RATES) == 1


@pytest.mark.parametrize(
    ("own", "of_the_plan", "expected"),
    [("CNY", "EUR", "CNY"), (None, "EUR", "EUR"), (None, None, "USD")],
)
def test_an_amount_has_its_own_currency_else_the_plans_else_the_reporting_one(
    own: str | None, of_the_plan: str | None, expected: str
) -> None:
    assert currency_of(own, plan(value={"currency": of_the_plan}), RATES) == expected


# ── It does not matter where money is converted ──

cents = st.decimals("-10000", "100000", places=2)
positive_cents = st.decimals("0", "100000", places=2)
rates = st.decimals("0.0001", "200", places=4)
CLOSE = Decimal("1E-18")
"""Divisions keep 28 digits; where they come at another place, the last ones differ."""


def in_money(factor: Decimal, currency: str | None, amounts: list[Decimal], open_amount: Decimal) -> dict[str, Any]:
    """Return the sections of a plan in a currency, every amount times a factor."""
    days = ("2024-03-01", "2025-03-01", "2025-09-01", "2026-03-01")
    purchases = [
        {"date": day, "amount": amount * factor, "margin": amount * factor / 4}
        for day, amount in zip(days, amounts, strict=True)
    ]
    space = [{"product": "dairy", "potential": abs(amounts[0]) * factor, "current": abs(amounts[1]) * factor}]
    goal = {"target": (open_amount + 1000) * factor, "actual": open_amount * factor}
    return {
        "value": {
            "currency": currency,
            "purchases": purchases,
            "white_space": space,
            "wallet": [{"year": 2025, "amount": 90000 * factor}],
        },
        "opportunities": [{"id": "d", "name": "D", "amount": open_amount * factor, "probability": "0.3"}],
        "goals": {"goals": [{"id": "g", "text": "G", "unit": currency or "USD", **goal}]},
    }


def close(one: object, other: object) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return abs(one - other) <= CLOSE * max(1, abs(one))
    return one == other


@given(st.lists(cents, min_size=4, max_size=4), positive_cents, rates)
def test_scoring_converted_amounts_is_converting_the_scores(
    amounts: list[Decimal], open_amount: Decimal, rate: Decimal
) -> None:
    rules = settings(currency="USD", rates={"EUR": rate})
    euros = score_account("a", plan(**in_money(Decimal(1), "EUR", amounts, open_amount)), rules, TODAY)
    dollars = score_account("a", plan(**in_money(rate, None, amounts, open_amount)), rules, TODAY)
    differing = [name for name in METRICS if not close(euros.metrics[name], dollars.metrics[name])]
    assert differing == []
    assert close(euros.forecast.gap, dollars.forecast.gap)
    assert euros.key_account.class_label == dollars.key_account.class_label


@given(st.lists(st.tuples(cents, st.sampled_from(["USD", "EUR"])), min_size=1, max_size=6), rates)
def test_a_sum_of_converted_amounts_is_the_converted_sum(amounts: list[tuple[Decimal, str]], rate: Decimal) -> None:
    rules = settings(currency="USD", rates={"EUR": rate})
    accounts = {
        f"a-{number}": plan(value={"currency": currency, "purchases": [{"date": "2026-01-01", "amount": amount}]})
        for number, (amount, currency) in enumerate(amounts)
    }
    by_currency = {
        currency: sum((amount for amount, own in amounts if own == currency), Decimal(0)) for currency in ("USD", "EUR")
    }
    found = portfolio(accounts, rules)
    assert found.revenue_to_date == by_currency["USD"] + by_currency["EUR"] * rate
    assert found.owners[0].figures["revenue_to_date"].amount == found.revenue_to_date
