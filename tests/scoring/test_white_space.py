"""White space by product and unit (B4)."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.white_space import WhiteSpaces, measure_white_space
from tests.scoring.plans import TODAY, plan, settings

ROWS = [
    {"product": "dairy", "unit": "North", "potential": 60000, "current": 21000, "rival": "Vallmo"},
    {"product": "dairy", "unit": "South", "potential": 10000, "current": 12000},
    {"product": "meat", "unit": "North", "potential": 90000, "current": 30000},
    {"product": "grains", "unit": "South", "potential": 99000},
    {"product": "grains", "unit": "North", "current": 4000},
]

amount = st.one_of(st.none(), st.integers(0, 1000))
any_rows = st.lists(
    st.fixed_dictionaries(
        {
            "product": st.sampled_from(["dairy", "meat", "grains"]),
            "unit": st.sampled_from([None, "North", "South"]),
            "potential": amount,
            "current": amount,
        }
    ),
    max_size=6,
)


def account(rows: list[dict[str, Any]], currency: str | None = None) -> Account:
    return plan(value={"white_space": rows, "currency": currency})


def spaces(rows: list[dict[str, Any]], currency: str | None = None, **keys: Any) -> WhiteSpaces:
    return measure_white_space(account(rows, currency), settings(**keys))


def test_white_space_by_hand() -> None:
    found = spaces(ROWS)
    assert [row.space for row in found.rows] == [39000, 0, 60000, None, None]
    assert (found.total, found.unknown) == (99000, 2)
    assert [(one.name, one.space, one.unknown) for one in found.by_product] == [
        ("meat", 60000, 0),
        ("dairy", 39000, 0),
        ("grains", None, 2),
    ]
    assert [(one.name, one.space, one.unknown) for one in found.by_unit] == [("North", 99000, 1), ("South", 0, 1)]
    assert METRICS["white-space"].value(account(ROWS), settings(), TODAY) == 99000


def test_what_a_unit_buys_now_is_not_nothing_where_nobody_has_written_it() -> None:
    found = spaces([{"product": "dairy", "potential": 500}])
    assert (found.total, found.unknown) == (None, 1)
    assert spaces([{"product": "dairy", "potential": 500, "current": 0}]).total == 500


def test_without_rows_nothing_is_known() -> None:
    found = spaces([])
    assert (found.total, found.unknown, found.by_product, found.by_unit) == (None, 0, (), ())


def test_without_an_exchange_rate_every_row_is_unknown() -> None:
    found = spaces(ROWS, "SEK")
    assert (found.total, found.unknown) == (None, 5)


def test_units_named_in_two_languages_are_one_unit() -> None:
    unit = {"en": "North", "zh": "北区"}
    found = spaces([{"product": name, "unit": unit, "potential": 9, "current": 2} for name in ("dairy", "meat")])
    assert [one.space for one in found.by_unit] == [14]


@given(any_rows)
def test_products_and_units_add_up_to_the_whole(rows: list[dict[str, Any]]) -> None:
    found = spaces(rows)
    for sums in (found.by_product, found.by_unit):
        assert sum(one.space or 0 for one in sums) == (found.total or 0)
        assert sum(one.unknown for one in sums) == found.unknown
    assert found.total is None or found.total >= 0


@given(any_rows, st.randoms())
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, Any]], chance: Any) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)
    found, expected = spaces(mixed), spaces(rows)
    assert (found.total, found.by_product, found.by_unit) == (expected.total, expected.by_product, expected.by_unit)


@given(any_rows)
def test_conversion_commutes_with_adding_up(rows: list[dict[str, Any]]) -> None:
    own, reported = spaces(rows).total, spaces(rows, "EUR", rates={"EUR": "1.08"}).total
    assert reported == (None if own is None else own * Decimal("1.08"))


@given(any_rows)
def test_a_row_that_is_not_known_changes_no_sum(rows: list[dict[str, Any]]) -> None:
    assert spaces([*rows, {"product": "dairy", "potential": 777}]).total == spaces(rows).total
