"""Where the rest of the target is to come from, and who answers for it (B7)."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.target_proof import TargetProof, prove_target
from tests.scoring.plans import TODAY, plan, settings

GOAL = {"id": "revenue", "text": "Revenue", "unit": "USD", "baseline": 62000, "target": 110000, "actual": 50000}


def account(
    opportunities: list[dict[str, Any]] = [],  # noqa: B006 - never changed
    white_space: list[dict[str, Any]] = [],  # noqa: B006
    goal: dict[str, Any] | None = None,
    **value: Any,
) -> Account:
    return plan(
        goals={"goals": [{**GOAL, **(goal or {})}]},
        opportunities=[
            {"id": f"deal-{number}", "name": f"Deal {number}", **found} for number, found in enumerate(opportunities)
        ],
        value={"white_space": white_space, **value},
    )


def proof_of(own: Account, **keys: Any) -> TargetProof:
    found = prove_target(own, settings(**keys), TODAY)
    assert found is not None
    return found


def metrics_of(own: Account) -> list[Any]:
    names = ("target-to-win", "target-covered", "target-owned", "target-uncovered")
    return [METRICS[name].value(own, settings(), TODAY) for name in names]


def deal(amount: int | None, product: str | None = None, owner: str | None = None, **more: Any) -> dict[str, Any]:
    step = {"text": "Call", "owner": owner} if owner else None
    return {"amount": amount, "product": product, "next_step": step, **more}


def space(potential: int | None, current: int | None, product: str = "dairy") -> dict[str, Any]:
    return {"product": product, "potential": potential, "current": current}


def test_a_proof_by_hand() -> None:
    own = account(
        [deal(12000, "meat", "lin-yue"), deal(10000, "dairy"), deal(9000, status="won")],
        [space(30000, 15000), space(5000, 1000, "produce")],
    )
    proof = proof_of(own)
    assert (proof.target, proof.bought, proof.to_win) == (110000, 62000, 48000)
    assert [(cover.kind, cover.id, cover.owner, cover.amount) for cover in proof.covers] == [
        ("opportunity", "deal-0", "lin-yue", 12000),
        ("opportunity", "deal-1", None, 10000),
        ("white-space", "dairy", None, 5000),  # 15000 less what deal-1 already works on
        ("white-space", "produce", None, 4000),
    ]
    assert (proof.by_opportunities, proof.by_white_space) == (22000, 9000)
    assert (proof.covered, proof.uncovered, proof.owned) == (31000, 17000, 12000)
    assert metrics_of(own) == [48000, Decimal(31) / 48, Decimal("0.25"), 17000]


def test_one_sale_covers_the_target_once() -> None:
    assert proof_of(account([deal(40000, "dairy")], [space(30000, 0)])).covered == 40000
    assert proof_of(account([deal(40000, "meat")], [space(30000, 0)])).covered == 70000
    assert proof_of(account([deal(40000)], [space(30000, 0)])).covered == 70000


def test_what_is_bought_already_is_the_larger_of_actual_and_baseline() -> None:
    assert proof_of(account(goal={"actual": 80000})).to_win == 30000
    assert proof_of(account(goal={"actual": None})).to_win == 48000
    assert proof_of(account(goal={"baseline": None})).to_win == 60000


def test_a_target_that_is_reached_is_covered() -> None:
    own = account([deal(None)], goal={"actual": 120000})
    assert metrics_of(own) == [0, 1, 1, 0]


def test_with_nothing_named_nothing_is_covered() -> None:
    assert metrics_of(account()) == [48000, 0, 0, 48000]


def test_without_a_goal_in_money_there_is_nothing_to_prove() -> None:
    assert prove_target(plan(), settings(), TODAY) is None
    assert metrics_of(account(goal={"unit": "%"})) == [None] * 4


def test_what_the_customer_buys_must_be_known() -> None:
    own = account([deal(9000)], goal={"actual": None, "baseline": None})
    assert proof_of(own).to_win is None
    assert metrics_of(own) == [None] * 4


@pytest.mark.parametrize(
    ("opportunities", "white_space"),
    [
        ([deal(None), deal(9000)], []),
        ([deal(9000, currency="SEK")], []),
        ([deal(9000)], [space(5000, None)]),
        ([deal(9000)], [space(None, 5000)]),
    ],
)
def test_an_unknown_amount_leaves_open_whether_the_target_is_covered(
    opportunities: list[dict[str, Any]], white_space: list[dict[str, Any]]
) -> None:
    own = account(opportunities, white_space)
    assert (proof_of(own).covered, proof_of(own).uncovered) == (None, None)
    assert metrics_of(own)[1] is None


def test_where_the_known_amounts_suffice_an_unknown_one_changes_nothing() -> None:
    own = account([deal(None), deal(50000, owner="lin-yue")], [space(5000, None)])
    assert metrics_of(own) == [48000, 1, 1, 0]


def test_an_opportunity_found_later_is_not_there_yet() -> None:
    assert proof_of(account([deal(9000, created="2026-05-07")])).covers == ()


def test_every_currency_is_told_in_the_reporting_one() -> None:
    own = account([deal(1000)], [space(300, 100)], {"unit": "EUR"}, currency="EUR")
    proof = proof_of(own, rates={"EUR": 2})
    assert (proof.target, proof.to_win, proof.covered, proof.uncovered) == (220000, 96000, 2400, 93600)
    assert proof_of(own).to_win is None


amounts = st.one_of(st.none(), st.integers(0, 60000))
deals = st.lists(
    st.builds(deal, amounts, st.sampled_from([None, "dairy", "meat"]), st.sampled_from([None, "lin-yue"])),
    max_size=4,
)
some_spaces = st.lists(st.builds(space, amounts, amounts, st.sampled_from(["dairy", "meat"])), max_size=3)


@given(deals, some_spaces)
def test_shares_stay_in_range_and_the_parts_add_up(
    opportunities: list[dict[str, Any]], white_space: list[dict[str, Any]]
) -> None:
    own = account(opportunities, white_space)
    proof = proof_of(own)
    _, covered, owned, uncovered = metrics_of(own)
    assert 0 <= owned <= 1
    assert (covered is None) == (uncovered is None)
    if covered is not None and uncovered is not None and proof.to_win is not None:
        assert owned <= covered <= 1
        assert abs(covered * proof.to_win + uncovered - proof.to_win) < Decimal("1e-12")


@given(deals, some_spaces, st.randoms())
def test_the_order_of_covers_does_not_matter(
    opportunities: list[dict[str, Any]], white_space: list[dict[str, Any]], chance: Any
) -> None:
    mixed = list(opportunities)
    chance.shuffle(mixed)
    assert metrics_of(account(mixed, white_space[::-1])) == metrics_of(account(opportunities, white_space))


@given(deals, some_spaces, st.integers(0, 60000))
def test_one_more_opportunity_never_covers_less(
    opportunities: list[dict[str, Any]], white_space: list[dict[str, Any]], amount: int
) -> None:
    before = metrics_of(account(opportunities, white_space))[1]
    after = metrics_of(account([*opportunities, deal(amount, "dairy")], white_space))[1]
    assert before is None or (after is not None and after >= before)
