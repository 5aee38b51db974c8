"""Money in the reporting currency."""

from decimal import Decimal

import pytest

from kamgen.scoring.money import currency_of, exchange_rate, in_reporting_currency
from tests.scoring.plans import plan, settings

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
