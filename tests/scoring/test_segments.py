"""What segments find, and the tags that rules make (A8)."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.score import AccountScores, Placement
from kamgen.scoring.segments import known_names, meets
from kamgen.scoring.tags import conditions_of_tags
from tests.scoring.plans import TODAY, plan, settings

BIG = {"need": {"answer": "yes"}, "premium": {"answer": "no"}}


@dataclass(frozen=True)
class One:
    """An account as a segment sees it."""

    id: str
    owner: str
    parent: str | None
    status: str
    type: str | None
    tags: tuple[str, ...]
    scores: AccountScores


def one(account: Account, rules: Settings | None = None) -> One:
    scores = score_account("acme", account, rules or settings(), TODAY)
    tags = (*account.tags, *scores.made_tags)
    return One("acme", account.owner, account.profile.parent, account.status, account.type, tags, scores)


def tags_of(account: Account, *rules: dict[str, Any]) -> tuple[str, ...]:
    return score_account("acme", account, settings(scoring={"tags": rules}), TODAY).made_tags


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({}, True),
        ({"id": "acme"}, True),
        ({"type": "group"}, True),
        ({"type": ["economic", "group"]}, True),
        ({"type": "economic"}, False),
        ({"tag": "food"}, True),
        ({"tag": "chilled"}, False),
        ({"big-need": "yes"}, True),
        ({"price-premium": "yes"}, False),
        ({"price-premium": "no", "tag": "food"}, True),
        ({"price-premium": "no", "tag": "chilled"}, False),
        ({"big-tests": "1"}, True),
        ({"big-tests": ">= 1"}, True),
        ({"big-tests": "> 1"}, False),
        ({"big-tests": "< 2"}, True),
        ({"big-tests": "<=0"}, False),
        ({"big-tests": "some"}, False),
        ({"big-repurchase": ["yes", "no"]}, False),  # what is not known meets nothing
        ({"slice": "base"}, False),
        ({"no-such-name": "x"}, False),
    ],
)
def test_all_conditions_must_be_met(where: dict[str, Any], found: bool) -> None:
    account = plan(type="group", tags=["food"], profile={"key_account_tests": BIG})
    assert meets(where, one(account), None) is found


def test_a_slice_is_met_where_the_account_stands_among_the_others() -> None:
    placement = Placement(rank=1, slice_name="summit", r=None, f=None, m=None)
    assert meets({"slice": "summit"}, one(plan()), placement)
    assert not meets({"slice": "base"}, one(plan()), placement)


def test_the_four_tags_that_need_no_settings() -> None:
    bought = [{"date": day, "amount": 10} for day in ("2025-01-01", "2025-01-08", "2025-01-15")]
    people = [{"id": "ada", "name": "Ada", "influence": 5, "support": -2, "role": "economic"}]
    friend = [{"id": "bo", "name": "Bo", "influence": 1, "support": 1}]
    account = plan(
        profile={"key_account_tests": {"premium": {"answer": "yes"}}},
        value={"purchases": bought},
        power_map={"people": people + friend},
    )
    made = score_account("acme", account, settings(), TODAY).made_tags
    assert made == ("dormant", "single-threaded", "price-premium", "at-risk")
    assert score_account("acme", plan(), settings(), TODAY).made_tags == ()


def test_a_tag_of_the_plan_is_not_made_again() -> None:
    account = plan(tags=["dormant"], type="group")
    rules = ({"tag": "dormant", "where": {"type": "group"}}, {"tag": "chain", "where": {"type": "group"}})
    assert tags_of(account, *rules) == ("chain",)


def test_two_rules_for_one_tag_make_it_once() -> None:
    rules = ({"tag": "big", "where": {"type": "group"}}, {"tag": "big", "where": {"status": "active"}})
    assert tags_of(plan(type="group"), *rules) == ("big",)
    assert tags_of(plan(), *rules) == ("big",)
    assert tags_of(plan(status="lost"), *rules) == ()


def test_a_rule_without_conditions_makes_no_tag() -> None:
    assert tags_of(plan(), {"tag": "all"}) == ()


def test_a_rule_sees_the_plans_tags_and_not_those_of_other_rules() -> None:
    rules = ({"tag": "chain", "where": {"type": "group"}}, {"tag": "food-chain", "where": {"tag": "chain"}})
    assert tags_of(plan(type="group"), *rules) == ("chain",)
    assert tags_of(plan(type="group"), *reversed(rules)) == ("chain",)
    assert tags_of(plan(tags=["chain"]), *rules) == ("food-chain",)


def test_a_criterion_reads_only_the_plans_tags_so_that_no_score_rests_on_itself() -> None:
    criteria = [{"id": "c", "tag": "chain", "points": 100, "otherwise": 20}]
    rules = settings(scoring={"criteria": criteria, "tags": [{"tag": "chain", "where": {"class": "A5"}}]})
    scores = score_account("acme", plan(), rules, TODAY)
    assert (scores.key_account.score, scores.made_tags) == (20, ("chain",))


def test_a_segment_finds_a_tag_that_a_rule_made() -> None:
    rules = settings(scoring={"tags": [{"tag": "chain", "where": {"type": "group"}}]})
    assert meets({"tag": "chain"}, one(plan(type="group"), rules), None)


def test_no_tag_can_ask_for_the_slice() -> None:
    assert set(known_names()) - set(conditions_of_tags()) == {"slice"}


names = st.sampled_from(["type", "status", "tag", "big-need", "big-tests", "health", "no-such-name"])
values = st.one_of(
    st.sampled_from(["group", "active", "food", "yes", ">= 1", "red", "0"]),
    st.tuples(st.sampled_from(["group", "x"]), st.sampled_from(["yes", "< 1"])),
)


@given(st.dictionaries(names, values, max_size=4), names, values)
def test_one_more_condition_never_finds_more(where: dict[str, Any], name: str, wanted: Any) -> None:
    account = one(plan(type="group", tags=["food"], profile={"key_account_tests": BIG}))
    if name not in where and meets({**where, name: wanted}, account, None):
        assert meets(where, account, None)


@given(st.lists(st.sampled_from(["food", "chain", "export"]), unique=True), st.randoms())
def test_the_order_of_tags_does_not_matter(tags: list[str], chance: Any) -> None:
    account = one(plan())
    mixed = list(tags)
    chance.shuffle(mixed)
    where = {"tag": ("chain", "export")}
    assert meets(where, replace(account, tags=tuple(tags)), None) is meets(
        where, replace(account, tags=tuple(mixed)), None
    )
