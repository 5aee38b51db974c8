"""Sums along the parent, by owner and by tag."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.score import KnownSum, RollUp, RollUpFigure
from tests.scoring.plans import plan
from tests.scoring.portfolios import bought, portfolio, worked


def member(parent: str | None = None, amount: int | None = None, **sections: Any) -> Account:
    value = {} if amount is None else bought(amount)
    return plan(profile={"parent": parent}, value=value, **sections)


def revenue(roll_ups: tuple[RollUp, ...]) -> dict[str, tuple[int, Decimal | None, int]]:
    return {
        found.id: (found.accounts, found.figures["revenue_to_date"].amount, found.figures["revenue_to_date"].known)
        for found in roll_ups
    }


def test_a_group_is_its_head_and_everything_below_it_at_any_depth() -> None:
    found = portfolio(
        {
            "holding": member(None, 1),
            "north": member("holding", 20),
            "shop-1": member("north", 300),
            "shop-2": member("north", 4000),
            "south": member("holding"),
            "alone": member(None, 99999),
        }
    ).groups
    assert revenue(found) == {"holding": (5, 4321, 4), "north": (3, 4320, 3)}
    assert {group.id: group.members for group in found} == {
        "holding": ("north", "south"),
        "north": ("shop-1", "shop-2"),
    }


def test_what_no_account_of_a_group_knows_is_unknown_and_not_zero() -> None:
    (group,) = portfolio({"head": member(), "below": member("head")}).groups
    assert set(group.figures.values()) == {KnownSum(None, 0)}
    (group,) = portfolio({"head": member(), "below": member("head", 0)}).groups
    assert group.figures["revenue_to_date"] == KnownSum(Decimal(0), 1)


def test_every_figure_is_added_up() -> None:
    goal = {"id": "g", "text": "G", "unit": "USD", "target": 500, "actual": 200}
    sections: dict[str, Any] = {
        "value": bought(1000),
        "goals": {"goals": [goal], **worked(8, 3)},
        "opportunities": [{"id": "d", "name": "D", "amount": 400, "probability": "0.25"}],
    }
    (owner,) = portfolio({"a": plan(**sections), "b": plan(**sections), "c": plan()}).owners
    expected: dict[RollUpFigure, int] = {
        "purchases_last_12_months": 2000,
        "revenue_to_date": 2000,
        "open_amount": 800,
        "weighted": 200,
        "target": 1000,
        "actual": 400,
        "planned_hours": 16,
        "spent_hours": 6,
    }
    assert {name: owner.figures[name] for name in expected} == {
        name: KnownSum(Decimal(amount), 2) for name, amount in expected.items()
    }
    assert owner.figures["lifetime_value"].known == 2
    assert owner.accounts == 3


def test_a_circle_heads_no_group_and_hangs_nothing() -> None:
    accounts = {
        "a": member("b", 1),
        "b": member("c", 1),
        "c": member("a", 1),
        "self": member("self", 1),
        "head": member("a", 5),
        "leaf": member("head", 6),
    }
    assert revenue(portfolio(accounts).groups) == {"head": (2, 11, 2)}


def test_a_parent_that_is_not_there_heads_no_group() -> None:
    assert portfolio({"a": member("gone", 1), "b": member("gone", 1)}).groups == ()


def test_a_chain_of_a_thousand_companies_is_a_group_like_any_other() -> None:
    chain = {f"c-{number:04}": member(f"c-{number - 1:04}" if number else None) for number in range(1000)}
    sizes = {group.id: group.accounts for group in portfolio(chain).groups}
    assert (sizes["c-0000"], sizes["c-0998"], len(sizes)) == (1000, 2, 999)


def test_owners_and_tags_have_the_sums_of_their_accounts() -> None:
    found = portfolio(
        {
            "a": plan(owner="lin-yue", tags=["food", "export"], value=bought(1)),
            "b": plan(owner="chen-bo", tags=["food"], value=bought(20)),
            "c": plan(owner="lin-yue", value=bought(300)),
            "d": plan(owner="chen-bo", tags=["export", "export"]),
        }
    )
    assert revenue(found.owners) == {"chen-bo": (2, 20, 1), "lin-yue": (2, 301, 2)}
    assert revenue(found.tags) == {"export": (2, 1, 1), "food": (2, 21, 2)}
    assert {owner.id: owner.members for owner in found.owners} == {"chen-bo": ("b", "d"), "lin-yue": ("a", "c")}


@st.composite
def forests(draw: st.DrawFn) -> Mapping[str, Account]:
    """Accounts of which each belongs to any other, to none, or to one that is not there: circles happen."""
    names = [f"a-{number}" for number in range(draw(st.integers(1, 8)))]
    parents = st.sampled_from([None, *names, "gone"])
    amounts = st.one_of(st.none(), st.integers(-50, 100))
    return {name: member(draw(parents), draw(amounts)) for name in names}


@given(forests())
def test_a_group_adds_up_whom_one_finds_by_walking_down(accounts: Mapping[str, Account]) -> None:
    def walk(head: str) -> set[str]:
        below, ahead = set[str](), [head]
        while ahead:
            here = ahead.pop()
            if here not in below:
                below.add(here)
                ahead += [name for name, account in accounts.items() if account.profile.parent == here]
        return below

    def on_circle(name: str) -> bool:
        return any(name in walk(child) for child, account in accounts.items() if account.profile.parent == name)

    heads = {account.profile.parent for account in accounts.values()} & accounts.keys()
    expected = {}
    for head in heads:
        if head is not None and not on_circle(head):
            known = [purchase.amount for name in walk(head) for purchase in accounts[name].value.purchases]
            expected[head] = (len(walk(head)), sum(known, Decimal(0)) if known else None, len(known))
    assert revenue(portfolio(accounts).groups) == expected
