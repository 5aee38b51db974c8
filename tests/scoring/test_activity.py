"""Buying rhythm and the ledger under it (E2)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.activity import score_activity
from kamgen.scoring.ledger import read_ledger, years_before
from kamgen.scoring.score import Activity
from tests.scoring.plans import TODAY, buyer, plan, settings


def activity(account: Account, as_of: date = TODAY, **keys: Any) -> Activity:
    return score_activity(read_ledger(account, settings(**keys), as_of))


# Purchases on 1, 11 and 31 March: gaps of 10 and 20 days, median 15; so active up to 22 days, cooling up to 45.
RHYTHM = (("2026-03-01", 100), ("2026-03-11", 50), ("2026-03-31", 25))


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2026, 3, 31), "active"),
        (date(2026, 4, 22), "active"),
        (date(2026, 4, 23), "cooling"),
        (date(2026, 5, 15), "cooling"),
        (date(2026, 5, 16), "dormant"),
    ],
)
def test_the_state_follows_the_customers_own_rhythm(as_of: date, state: str) -> None:
    found = activity(buyer(*RHYTHM), as_of)
    assert (found.state, found.median_days) == (state, 15)


def test_the_median_of_an_even_number_of_gaps_is_between_the_middle_two() -> None:
    assert activity(buyer(("2026-03-01", 1), ("2026-03-04", 1), ("2026-03-11", 1))).median_days == Decimal(5)
    assert activity(buyer(*RHYTHM, ("2026-04-01", 1))).median_days == Decimal(10)


def test_two_purchases_make_no_rhythm() -> None:
    found = activity(buyer(*RHYTHM[:2]))
    assert (found.state, found.median_days, found.purchase_days) == ("unknown", None, 2)
    assert (found.first, found.last, found.recency_days) == (date(2026, 3, 1), date(2026, 3, 11), 56)


def test_orders_of_one_day_are_one_purchase() -> None:
    found = activity(buyer(*RHYTHM, ("2026-03-31", 10), ("2026-03-31", 5)))
    assert (found.purchase_days, found.median_days, found.monetary) == (3, 15, 190)


def test_a_return_is_money_but_no_purchase() -> None:
    found = activity(buyer(*RHYTHM, ("2026-04-20", -30)))
    assert (found.purchase_days, found.last, found.monetary) == (3, date(2026, 3, 31), 145)


def test_a_day_whose_returns_outweigh_its_orders_is_no_purchase() -> None:
    found = activity(buyer(*RHYTHM, ("2026-04-20", 30), ("2026-04-20", -30)))
    assert (found.purchase_days, found.last) == (3, date(2026, 3, 31))


def test_purchases_after_the_day_do_not_exist() -> None:
    assert activity(buyer(*RHYTHM, ("2026-05-07", 1000))) == activity(buyer(*RHYTHM))


def test_frequency_and_amount_are_of_the_twelve_months_up_to_the_day() -> None:
    found = activity(buyer(("2025-05-06", 1), ("2025-05-07", 2), ("2026-05-06", 4)))
    assert (found.purchase_days, found.frequency, found.monetary) == (3, 2, 6)


def test_who_bought_nothing_in_twelve_months_bought_for_zero() -> None:
    found = activity(buyer(("2020-01-01", 100)))
    assert (found.frequency, found.monetary, found.recency_days) == (0, 0, 2317)


def test_without_purchases_everything_is_unknown() -> None:
    found = activity(plan())
    assert (found.state, found.first, found.recency_days, found.monetary) == ("unknown", None, None, None)


def test_without_a_rate_the_rhythm_is_known_and_the_amount_is_not() -> None:
    found = activity(buyer(*RHYTHM, currency="SEK"))
    assert (found.state, found.monetary) == ("cooling", None)


def test_the_amount_is_in_the_reporting_currency() -> None:
    assert activity(buyer(*RHYTHM, currency="EUR"), rates={"EUR": "1.08"}).monetary == Decimal("189.00")


def test_a_year_before_29_february_is_28_february() -> None:
    assert years_before(date(2024, 2, 29), 1) == date(2023, 2, 28)
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 29)


def test_the_first_day_of_the_calendar_has_a_year_before() -> None:
    assert activity(buyer(("0001-01-01", 5)), date(1, 1, 1)).recency_days == 0


PURCHASES = st.lists(
    st.tuples(st.dates(date(2023, 1, 1), date(2026, 12, 31)).map(str), st.integers(-500, 1000)), max_size=25
)


@given(PURCHASES, st.randoms())
def test_the_order_of_purchases_never_matters(purchases: list[tuple[str, int]], random: Any) -> None:
    shuffled = list(purchases)
    random.shuffle(shuffled)
    assert activity(buyer(*shuffled)) == activity(buyer(*purchases))


@given(PURCHASES)
def test_years_and_days_add_up_to_all_purchases(purchases: list[tuple[str, int]]) -> None:
    ledger = read_ledger(buyer(*purchases), settings(), TODAY)
    known = [(day, amount) for day, amount in purchases if day <= str(TODAY)]
    assert ledger.to_date == (sum(amount for _, amount in known) if known else None)
    last = [amount for day, amount in known if day > "2025-05-06"]
    assert ledger.year_up_to(TODAY) == (sum(last) if known else None)
