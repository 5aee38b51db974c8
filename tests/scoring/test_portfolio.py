"""Pyramid, ranks, RFM and sums of all accounts (A3, D3, E2)."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.portfolio import score_portfolio
from kamgen.scoring.pyramid import slice_size
from kamgen.scoring.rfm import quintiles
from tests.scoring.plans import buyer, plan, settings
from tests.scoring.portfolios import listed, portfolio
from tests.scoring.test_any_plan import any_plan


def ten() -> dict[str, Account]:
    """Return ten customers, c-1 to c-10, who bought for 1, 2, … 10."""
    return {f"c-{amount}": buyer(("2026-01-01", amount)) for amount in range(1, 11)}


@pytest.mark.parametrize(
    ("share", "accounts", "size"),
    [
        ("0.20", 89, 18),
        ("0.04", 89, 4),
        ("0.01", 89, 1),
        ("0.20", 12, 2),
        ("0.5", 3, 2),
        ("0.01", 2, 1),
        ("1", 2, 2),
        ("0.25", 2, 1),
        ("0.5", 5, 3),
        ("0", 5, 1),
    ],
)
def test_a_slice_is_rounded_half_up_and_never_empty(share: str, accounts: int, size: int) -> None:
    assert slice_size(Decimal(share), accounts) == size


def test_the_pyramid_by_hand() -> None:
    found = portfolio(ten(), settings(scoring={"pyramid": {"by": "revenue-to-date", "slices": ["0.1", "0.2", "0.5"]}}))
    assert [(piece.name, piece.accounts) for piece in found.pyramid] == [
        ("summit", ("c-10",)),
        ("super", ("c-10", "c-9")),
        ("high-value", ("c-10", "c-9", "c-8", "c-7", "c-6")),
    ]
    assert [piece.revenue for piece in found.pyramid] == [10, 19, 40]
    assert [piece.revenue_share for piece in found.pyramid] == [Decimal(part) / 55 for part in (10, 19, 40)]
    assert [piece.value_share for piece in found.pyramid] == [piece.revenue_share for piece in found.pyramid]
    places = {name: (place.rank, place.slice_name) for name, place in found.placements.items()}
    assert places["c-10"] == (1, "summit")
    assert places["c-9"] == (2, "super")
    assert places["c-6"] == (5, "high-value")
    assert places["c-5"] == (6, "base")


def test_ties_stand_by_id() -> None:
    found = portfolio({name: buyer(("2026-01-01", 5)) for name in ("b", "c", "a")})
    assert [found.placements[name].rank for name in "abc"] == [1, 2, 3]


def test_who_has_no_value_is_not_ranked_and_still_counts_as_revenue() -> None:
    accounts = {**ten(), "new": plan(), "abroad": buyer(("2026-01-01", 5), currency="SEK")}
    found = portfolio(accounts)
    assert found.unranked == ("abroad", "new")
    assert (found.placements["new"].rank, found.placements["new"].slice_name) == (None, None)
    assert found.revenue_to_date == 55


def test_the_measure_is_the_settings() -> None:
    accounts = {"old": buyer(("2020-01-01", 100)), "new": buyer(("2026-01-01", 10))}
    assert portfolio(accounts).placements["old"].rank == 1
    recent = settings(scoring={"pyramid": {"by": "purchases-last-12-months"}})
    assert portfolio(accounts, recent).placements["new"].rank == 1


def test_one_account_is_the_whole_pyramid() -> None:
    found = portfolio({"only": buyer(("2026-01-01", 5))})
    assert [piece.accounts for piece in found.pyramid] == [("only",)] * 3
    assert (found.placements["only"].slice_name, found.pyramid[0].revenue_share) == ("summit", 1)
    place = found.placements["only"]
    assert (place.r, place.f, place.m) == (3, 3, 3)


def test_no_account_is_a_portfolio_too() -> None:
    found = portfolio({})
    assert (found.placements, found.pyramid, found.unranked, found.revenue_to_date) == ({}, (), (), None)
    assert (found.target, found.actual) == (None, None)


def test_accounts_of_which_nothing_is_known_are_all_unranked() -> None:
    found = portfolio({"a": plan(), "b": plan()})
    assert (found.pyramid, found.unranked) == ((), ("a", "b"))
    place = found.placements["a"]
    assert (place.rank, place.slice_name, place.r, place.f, place.m) == (None, None, None, None, None)


def test_shares_of_nothing_are_unknown() -> None:
    found = portfolio({"a": buyer(("2026-01-01", 5), ("2026-01-02", -5)), "b": buyer(("2026-01-01", -5))})
    assert [(piece.revenue_share, piece.value_share) for piece in found.pyramid] == [(None, None)] * 3


def test_sums_are_over_what_is_known() -> None:
    def seller(target: int | None, actual: int | None, amount: int | None) -> Account:
        goals = {"goals": [{"id": "g", "text": "G", "unit": "USD", "target": target, "actual": actual}]}
        deal = {"id": "d", "name": "D", "amount": amount, "probability": "0.5"}
        return plan(goals=goals, opportunities=[deal])

    found = portfolio({"a": seller(100, 40, 20), "b": seller(50, None, None), "c": seller(None, 7, 10), "d": plan()})
    assert (found.target, found.actual) == (150, 40)  # c has no target to hold its 7 against
    assert (found.open_amount, found.weighted) == (30, 15)


def test_five_accounts_are_one_in_each_fifth() -> None:
    values = {name: Decimal(n) for n, name in enumerate("abcde")}
    assert quintiles(values) == {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
    assert quintiles(values, low_is_best=True) == {"a": 5, "b": 4, "c": 3, "d": 2, "e": 1}


def test_fewer_than_five_accounts_are_spread() -> None:
    assert quintiles({"a": Decimal(1), "b": Decimal(2), "c": Decimal(3)}) == {"a": 1, "b": 3, "c": 5}
    assert quintiles({"a": Decimal(1), "b": Decimal(2)}) == {"a": 2, "b": 4}


def test_ties_share_an_rfm_score() -> None:
    assert quintiles(dict.fromkeys("abcdefg", Decimal(7))) == dict.fromkeys("abcdefg", 3)


def test_the_unknown_has_no_rfm_score_and_takes_no_place() -> None:
    known = {"a": Decimal(1), "b": Decimal(2), "c": Decimal(3)}
    assert quintiles({**known, "x": None}) == {**quintiles(known), "x": None}


def test_a_late_buyer_is_recent_a_frequent_one_frequent_a_large_one_valuable() -> None:
    accounts = {
        "recent": buyer(("2026-05-05", 10)),
        "frequent": buyer(*((f"2026-0{month}-01", 20) for month in range(1, 5))),
        "large": buyer(("2026-01-01", 999)),
    }
    places = portfolio(accounts).placements
    assert max(places, key=lambda name: places[name].r or 0) == "recent"
    assert max(places, key=lambda name: places[name].f or 0) == "frequent"
    assert max(places, key=lambda name: places[name].m or 0) == "large"


@given(st.lists(st.one_of(st.none(), st.integers(0, 20).map(Decimal)), max_size=40), st.booleans(), st.randoms())
def test_better_never_scores_lower_and_order_never_matters(
    drawn: list[Decimal | None], low_is_best: bool, random: Any
) -> None:
    values = {f"a-{number}": value for number, value in enumerate(drawn)}
    scores = quintiles(values, low_is_best=low_is_best)
    shuffled = list(values.items())
    random.shuffle(shuffled)
    assert quintiles(dict(shuffled), low_is_best=low_is_best) == scores
    known = sorted(
        (-value if low_is_best else value, score)
        for name, value in values.items()
        if value is not None and (score := scores[name]) is not None
    )
    assert [score for _, score in known] == sorted(score for _, score in known)
    assert {score for _, score in known} <= {1, 2, 3, 4, 5}


def test_a_segment_holds_its_accounts_most_valuable_first_and_nobody_where_it_asks_for_nothing_known() -> None:
    segments = [
        {"id": "buyers", "where": {"revenue-to-date": "> 0", "owner": "lin-yue"}},
        {"id": "top", "where": {"slice": ["summit", "super"]}},
        {"id": "typo", "where": {"ownr": "lin-yue"}},
        {"id": "all", "where": {}},
    ]
    rules = settings(scoring={"pyramid": {"by": "revenue-to-date"}}, segments=segments)
    accounts = {"a": buyer(("2026-01-01", 5)), "b": plan(), "c": buyer(("2026-01-01", 7))}
    assert portfolio(accounts, rules).segments == {
        "buyers": ("c", "a"),
        "top": ("c",),
        "typo": (),
        "all": ("c", "a", "b"),
    }


def test_accounts_of_which_only_scores_are_given_count_towards_no_group_owner_tag_or_segment() -> None:
    rules = settings(segments=[{"id": "all", "where": {}}])
    scores = {name: each.scores for name, each in listed({"a": plan(tags=["food"])}, rules).items()}
    found = score_portfolio(scores, rules)
    assert (found.groups, found.owners, found.tags, found.segments) == ((), (), (), {"all": ()})


RICH_RULES = settings(
    rates={"EUR": "1.08"},
    segments=[{"id": "food", "where": {"tag": "food"}}, {"id": "top", "where": {"slice": ["summit", "super"]}}],
)
some_plans = st.lists(any_plan, min_size=1, max_size=6)


@examples(max_examples=60)
@given(some_plans, st.randoms())
def test_the_order_of_accounts_never_matters(drawn: list[Account], random: Any) -> None:
    accounts = list({f"a-{number}": account for number, account in enumerate(drawn)}.items())
    shuffled = accounts.copy()
    random.shuffle(shuffled)
    assert portfolio(dict(shuffled), RICH_RULES) == portfolio(dict(accounts), RICH_RULES)


@examples(max_examples=60)
@given(some_plans, st.lists(st.decimals("0", "1", places=2), min_size=3, max_size=3, unique=True).map(sorted))
def test_slices_hold_each_other_and_never_bring_more_than_all(drawn: list[Account], slices: list[Decimal]) -> None:
    rules = settings(scoring={"pyramid": {"by": "revenue-to-date", "slices": slices}})
    found = portfolio({f"a-{number}": account for number, account in enumerate(drawn)}, rules)
    ranked = sorted((place.rank, name) for name, place in found.placements.items() if place.rank is not None)
    for piece in found.pyramid:
        assert piece.accounts == tuple(name for _, name in ranked[: len(piece.accounts)])
    sizes = [len(piece.accounts) for piece in found.pyramid]
    assert sizes == sorted(sizes)
    assert all(1 <= size <= len(ranked) for size in sizes)
    for name, place in found.placements.items():
        innermost = next((piece.name for piece in found.pyramid if name in piece.accounts), "base")
        assert place.slice_name == (None if place.rank is None else innermost)


@examples(max_examples=60)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=30))
def test_the_revenue_shares_of_all_accounts_sum_to_one(amounts: list[int]) -> None:
    rules = settings(scoring={"pyramid": {"by": "revenue-to-date", "slices": ["0.1", "0.5", "1"]}})
    found = portfolio({f"a-{n}": buyer(("2026-01-01", amount)) for n, amount in enumerate(amounts)}, rules)
    shares = [piece.revenue_share for piece in found.pyramid]
    assert shares[-1] == (1 if sum(amounts) else None)
    known = [share for share in shares if share is not None]
    assert known == sorted(known)
    values = [portion.value_share for portion in found.distributions.slices if portion.value_share is not None]
    assert not values or abs(sum(values) - 1) < Decimal("1E-20")
