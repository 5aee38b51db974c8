"""How accounts spread over matrix, classes, stars and slices, by number and by value."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.score import KnownSum, Portion
from tests.scoring.plans import plan, settings
from tests.scoring.portfolios import bought, portfolio

RULES = settings(
    scoring={
        "pyramid": {"by": "revenue-to-date"},
        "criteria": [
            {"id": "kind", "axis": "attractiveness", "field": "type", "points": {"strategic": 90, "economic": 20}},
            {"id": "stage", "axis": "strength", "field": "stage", "points": {"integrated": 90, "basic": 20}},
        ],
    }
)


def account(kind: str | None = None, stage: str | None = None, amount: int | None = None) -> Account:
    return plan(type=kind, stage=stage, value={} if amount is None else bought(amount))


ACCOUNTS = {
    "best": account("strategic", "integrated", 60),
    "loved": account("economic", "integrated", 25),
    "hoped": account("strategic", "basic"),
    "small": account("economic", "basic", 15),
    "new": account("strategic"),
}


def read(portions: tuple[Portion, ...]) -> dict[str | int | None, tuple[int, Any, int]]:
    return {portion.key: (portion.accounts, portion.value.amount, portion.value.known) for portion in portions}


def test_the_matrix_is_counted_by_number_and_value_and_the_unknown_apart() -> None:
    matrix = portfolio(ACCOUNTS, RULES).distributions.matrix
    assert read(matrix) == {
        "high-high": (1, 60, 1),
        "high-low": (1, None, 0),
        "low-high": (1, 25, 1),
        "low-low": (1, 15, 1),
        None: (1, None, 0),
    }
    assert [portion.value_share for portion in matrix] == [Decimal("0.6"), None, Decimal("0.25"), Decimal("0.15"), None]


def test_classes_and_stars_stand_from_the_best_and_are_there_without_accounts() -> None:
    found = portfolio(ACCOUNTS, RULES).distributions
    # Scores: best 90, loved and hoped 55, small 20, new 90 of what is known.
    assert read(found.classes) == {
        "A1": (2, 60, 1),
        "A2": (0, None, 0),
        "A3": (2, 25, 1),
        "A4": (0, None, 0),
        "A5": (1, 15, 1),
        None: (0, None, 0),
    }
    assert [portion.key for portion in found.stars] == [5, 4, 3, 2, 1, None]
    assert [portion.accounts for portion in found.stars] == [2, 0, 2, 0, 1, 0]


def test_slices_do_not_hold_each_other_here() -> None:
    accounts = {f"c-{number:02}": account(amount=100 - number) for number in range(50)} | {"new": plan()}
    slices = portfolio(accounts, RULES).distributions.slices
    assert [(portion.key, portion.accounts) for portion in slices] == [
        ("summit", 1),
        ("super", 1),
        ("high-value", 8),
        ("base", 40),
        (None, 1),
    ]


def test_two_bands_of_one_name_are_one_class() -> None:
    rules = settings(scoring={"classes": [[80, "A"], [60, "B"], [40, "A"]]})
    assert [portion.key for portion in portfolio({}, rules).distributions.classes] == ["A", "B", None]


def test_without_accounts_every_portion_is_empty() -> None:
    found = portfolio({}, RULES).distributions
    for portions in (found.matrix, found.classes, found.stars, found.slices):
        assert {(portion.accounts, portion.value, portion.value_share) for portion in portions} == {
            (0, KnownSum(None, 0), None)
        }


kinds = st.sampled_from([None, "strategic", "economic"])
stages = st.sampled_from([None, "integrated", "basic"])


@given(st.lists(st.builds(account, kinds, stages, st.one_of(st.none(), st.integers(0, 90))), max_size=12))
def test_portions_add_up_to_all_accounts_and_all_value(drawn: list[Account]) -> None:
    found = portfolio({f"a-{number}": each for number, each in enumerate(drawn)}, RULES)
    known = [each.value.purchases[0].amount for each in drawn if each.value.purchases]
    spread = found.distributions
    for portions in (spread.matrix, spread.classes, spread.stars, spread.slices):
        assert sum(portion.accounts for portion in portions) == len(drawn)
        assert sum(portion.value.known for portion in portions) == len(known)
        assert sum(portion.value.amount or 0 for portion in portions) == sum(known)
        shares = [portion.value_share for portion in portions if portion.value_share is not None]
        assert not shares or abs(sum(shares) - 1) < Decimal("1E-20")
