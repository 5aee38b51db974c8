"""The ten-year backcast: which steps there are, and the growth that they ask for (B6)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.scoring.backcast import AHEAD, Backcast, missing_years, read_backcast
from kamgen.scoring.ledger import read_ledger
from kamgen.scoring.metrics.catalogue import METRICS
from tests.scoring.plans import plan, rounded, settings

LAST_DAY = date(2025, 12, 31)

horizons = st.lists(
    st.fixed_dictionaries({"year": st.integers(2020, 2040), "amount": st.one_of(st.none(), st.integers(0, 500))}),
    max_size=6,
)


def account(horizon: list[dict[str, Any]], bought: int | None = None, currency: str | None = None) -> Any:
    purchases = [] if bought is None else [{"date": "2025-07-01", "amount": bought}]
    return plan(goals={"horizon": horizon}, value={"purchases": purchases, "currency": currency})


def backcast(
    horizon: list[dict[str, Any]], bought: int | None = None, as_of: date = LAST_DAY, currency: str | None = None
) -> Backcast:
    own, keys = account(horizon, bought, currency), settings(rates={"EUR": "1.08"})
    return read_backcast(own, read_ledger(own, keys, as_of), keys)


def step(year: int, amount: int | None = None) -> dict[str, Any]:
    return {"year": year, "picture": f"Picture of {year}", "amount": amount}


def test_the_way_from_today_to_the_furthest_picture_by_hand() -> None:
    found = backcast([step(2035, 3200), step(2030, 800), step(2028, 200), step(2026, 110)], bought=100)
    assert [(one.ahead, one.year, one.written, one.amount) for one in found.steps] == [
        (10, 2035, 2035, 3200),
        (5, 2030, 2030, 800),
        (3, 2028, 2028, 200),
        (1, 2026, 2026, 110),
    ]
    # 110/100 in a year; √(200/110) − 1; √(800/200) − 1 = 1; (3200/800)^(1/5) − 1
    assert [(leg.start, leg.end, leg.years, rounded(leg.growth, 4)) for leg in found.legs] == [
        (None, 2026, 1, Decimal("0.1")),
        (2026, 2028, 2, Decimal("0.3484")),
        (2028, 2030, 2, 1),
        (2030, 2035, 5, Decimal("0.3195")),
    ]


def test_from_within_a_year_the_way_is_to_the_end_of_the_pictures_year() -> None:
    # On 6 May 2026 there are 239 of 365 days left in the year, and a whole year more to the end of 2027.
    found = backcast([step(2027, 121)], bought=100, as_of=date(2026, 5, 6))
    assert found.legs[0].years == 1 + Decimal(239) / 365
    assert rounded(found.legs[0].growth, 4) == Decimal("0.1221")


def test_a_picture_may_be_a_year_off() -> None:
    found = backcast([step(2034), step(2027)])
    assert [one.written for one in found.steps] == [2034, None, 2027, 2027]
    assert missing_years([2034, 2027], LAST_DAY) == (2030,)
    assert missing_years([], LAST_DAY) == (2035, 2030, 2028, 2026)


def test_of_two_pictures_as_near_the_earlier_one_counts() -> None:
    assert backcast([step(2036), step(2034)]).steps[0].written == 2034
    assert backcast([step(2036), step(2034), step(2035)]).steps[0].written == 2035


def test_what_nobody_has_put_a_figure_to_is_passed_over() -> None:
    found = backcast([step(2035, 400), step(2030), step(2026, 100)], bought=100)
    assert [(leg.start, leg.end, leg.years) for leg in found.legs] == [(None, 2026, 1), (2026, 2035, 9)]
    assert found.steps[1].picture == "Picture of 2030"


def test_two_amounts_for_one_year_are_none() -> None:
    assert backcast([step(2026, 100), step(2026, 200)], bought=100).legs == ()
    assert len(backcast([step(2026, 100), step(2026, 100)], bought=100).legs) == 1


def test_a_year_that_is_over_is_no_step_any_more() -> None:
    assert backcast([step(2025, 100)], bought=100).legs == ()
    assert [leg.end for leg in backcast([step(2025, 90), step(2026, 100)], bought=100).legs] == [2026]


def test_who_has_bought_nothing_has_no_growth_to_the_first_picture() -> None:
    assert [leg.start for leg in backcast([step(2026, 100), step(2028, 200)]).legs] == [2026]
    assert backcast([step(2026, 100)], bought=-5).legs[0].growth is None
    assert backcast([step(2026, 100), step(2028, 0)], bought=100).legs[1].growth == -1


def test_growth_needs_no_exchange_rate() -> None:
    found = backcast([step(2026, 120)], bought=100, currency="SEK")
    assert (found.legs[0].before, found.legs[0].after, found.legs[0].growth) == (None, None, Decimal("0.2"))
    converted = backcast([step(2026, 100)], currency="EUR")
    assert converted.steps[3].amount == 108


@pytest.mark.parametrize(
    ("horizon", "bought", "steps", "growth"),
    [
        ([], 100, 0, None),
        ([step(2026, 150), step(2030, 300)], 100, 2, "0.5"),
        ([step(2026, 150)], None, 1, None),
    ],
)
def test_the_metrics(horizon: list[dict[str, Any]], bought: int | None, steps: int, growth: str | None) -> None:
    own = account(horizon, bought)
    assert METRICS["backcast-steps"].value(own, settings(), LAST_DAY) == steps
    expected = None if growth is None else Decimal(growth)
    assert METRICS["backcast-growth"].value(own, settings(), LAST_DAY) == expected


@given(horizons, st.randoms())
def test_the_order_of_pictures_does_not_matter(horizon: list[dict[str, Any]], chance: Any) -> None:
    mixed = list(horizon)
    chance.shuffle(mixed)
    assert backcast(mixed, 100) == backcast(horizon, 100)


@given(horizons)
def test_growth_leads_from_each_amount_to_the_next(horizon: list[dict[str, Any]]) -> None:
    for leg in backcast(horizon, 100).legs:
        assert leg.growth is None or leg.growth >= -1
        if leg.growth is not None and leg.before is not None and leg.after is not None:
            assert abs(leg.before * (1 + leg.growth) ** leg.years - leg.after) < Decimal("1e-9")


@given(st.lists(st.integers(2020, 2040), max_size=6))
def test_a_step_is_there_or_missing(years: list[int]) -> None:
    found = backcast([step(year) for year in years])
    written = [one for one in found.steps if one.written is not None]
    assert len(written) + len(missing_years(years, LAST_DAY)) == len(AHEAD)
