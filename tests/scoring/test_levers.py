"""Levers: each effect is the difference between two scored plans, best first, and none lowers a score."""

from __future__ import annotations

import inspect
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.evaluation import evaluate
from kamgen.scoring.levers import Lever, levers
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.plan_changes import knowledge, people, work
from kamgen.scoring.plan_changes.change import Change
from kamgen.scoring.plan_quality import score_plan_quality
from kamgen.wording.chinese.levers import PHRASES
from kamgen.wording.language import WORDINGS
from tests.any_plan import ANY_PLAN, ANY_SETTINGS, AS_OF, BUSY_PLAN, with_own_ids
from tests.scoring.plans import TODAY, plan, settings
from tests.scoring.test_any_plan import any_plan
from tests.scoring.test_plan_quality import COMPLETE

NO_CRITERIA = settings(scoring={"criteria": []})
ALL_METRICS = settings(
    rates={"EUR": "1.08"},
    scoring={
        "criteria": [
            {"id": f"metric-{index}", "metric": name, "line": [["-1000000", "0"], ["1000000", "100"]]}
            for index, name in enumerate(METRICS)
        ]
        + [{"id": "type", "field": "type", "points": {"strategic": 100}, "otherwise": 10}]
    },
)
"""Criteria that read every metric, so that nothing that a change moves can be left as it was."""


def person(id_: str, **keys: Any) -> dict[str, Any]:
    met = {"covered_by": "lin-yue", "contact": {"last": "2026-05-01"}}
    return {"id": id_, "name": id_.title(), "influence": 3, "support": 1, **met, **keys}


def mapped(*people: dict[str, Any], **sections: Any) -> Account:
    return plan(power_map={"people": list(people)}, **sections)


def said(lever: Lever | Change) -> str:
    return WORDINGS["en"].say(lever.change if isinstance(lever, Lever) else lever.said)


def found(account: Account, own: Settings = NO_CRITERIA, **options: Any) -> dict[str, Lever]:
    return {said(lever): lever for lever in levers(account, own, TODAY, most=99, **options)}


FOUR_ROLES = [person(role, role=role) for role in ("economic", "technical", "user", "coach")]


def test_a_neutral_economic_buyer_becomes_a_supporter() -> None:
    others = FOUR_ROLES[1:]
    lever = found(mapped(person("jana", role="economic", support=0, influence=3), *others))[
        "Jana moves from neutral to supporter"
    ]
    assert lever.path == ("power_map", "people", 0, "support")
    # Influence 12 in all; support 9 of 24 becomes 12 of 24: the index rises by 12.5, and half of it is points of 100,
    # which weigh 50 of 100. Relationship is all that is known of the health.
    assert lever.effects == {"relationship": Decimal("3.125"), "health": Decimal("3.125")}
    assert lever.known == {}


@pytest.mark.parametrize(
    ("support", "expected"),
    [(-2, "opponent to neutral"), (-1, "sceptic to neutral"), (0, "neutral to supporter"), (1, None), (2, None)],
)
def test_people_come_round_by_one_move(support: int, expected: str | None) -> None:
    account = mapped(person("jana", role="economic", support=support), *FOUR_ROLES[1:])
    moves = [words for words in found(account) if words.startswith("Jana moves")]
    assert moves == ([f"Jana moves from {expected}"] if expected else [])


def test_who_has_little_to_say_is_no_lever_unless_a_second_supporter_is_needed() -> None:
    small = person("karl", influence=2, support=0)
    assert "Karl moves from neutral to supporter" not in found(mapped(*FOUR_ROLES, small))
    alone = mapped(person("jana", role="economic", influence=2, support=1), small)
    lever = found(alone)["Karl moves from neutral to supporter"]
    # Index 2 of 8 becomes 4 of 8: 25 more, 6.25 points. Nobody carries more than half any more: 10 points.
    assert lever.effects["relationship"] == Decimal("16.25")


def test_who_has_no_owner_gets_one_and_is_met() -> None:
    forgotten = person("jana", covered_by=None, contact=None)
    lever = found(mapped(*FOUR_ROLES, forgotten))["Jana gets an owner and is met"]
    # A fifth of the influence is not covered; coverage weighs 25 of 100.
    assert lever.effects["relationship"] == 5
    met = person("jana", covered_by=None)
    assert "Jana gets an owner on our side" in found(mapped(*FOUR_ROLES, met))


def test_an_overdue_contact_is_made() -> None:
    late = person("jana", contact={"last": "2026-01-01", "every_days": 30})
    lever = found(mapped(*FOUR_ROLES, late))["Jana is met"]
    assert (lever.path, lever.effects["relationship"]) == (("power_map", "people", 4, "contact", "last"), 5)


def test_a_missing_role_is_found_and_the_wanted_person_with_it() -> None:
    words = "The missing coach is found and met (neutral, influence 3)"
    without_coach = FOUR_ROLES[:3]
    lever = found(mapped(*without_coach))[words]
    assert lever.path == ("power_map", "people")
    # 15 of 100 for the roles: 75 becomes 100. The newcomer is neutral: index 50 becomes 37.5, and so 3.125 less.
    assert lever.effects["relationship"] == Decimal("0.625")
    wanted = {"id": "seeker", "role": "coach", "wanted": True}
    assert found(mapped(*without_coach, wanted))[words].path == ("power_map", "people", 3, "wanted")


def test_a_goal_that_lags_gets_to_where_it_should_be_if_a_strategy_serves_it() -> None:
    year = {"baseline": 100, "target": 200, "start": "2026-01-01", "due": "2026-12-31", "unit": "USD"}
    goals = [{"id": "sales", "text": "Sales", "actual": 120, **year}]
    strategies = [{"id": "dairy", "text": "Dairy first", "serves": ["sales"]}]
    served = plan(goals={"goals": goals, "strategies": strategies})
    lever = found(served)["“Sales” gets to 135 USD, where it should be today"]  # 125 of 364 days: 134.34
    assert lever.path == ("goals", "goals", 0, "actual")
    # 20 of the 34.34 that should be there are 58.24 of 100.
    assert round(lever.effects["health"], 2) == Decimal("41.76")
    assert not any("Sales" in words for words in found(plan(goals={"goals": goals})))


def test_requests_with_time_left_are_closed_and_late_ones_stay_late() -> None:
    late = {"id": "late", "text": "Labels", "raised": "2026-04-01", "due": "2026-05-01"}
    in_time = {"id": "soon", "text": "Samples", "raised": "2026-05-01", "due": "2026-05-10"}
    lever = found(plan(service={"requests": [late, in_time]}))["All 2 open requests are closed today"]
    assert lever.effects["health"] == 50  # none of one on time becomes one of two
    assert "The open request is closed today" not in found(plan(service={"requests": [late]}))


def test_a_survey_counts_for_what_it_makes_known() -> None:
    account = mapped(*FOUR_ROLES)
    lever = found(account)["A satisfaction survey is run"]
    assert (lever.effects, lever.known) == ({}, {"health": Decimal("0.2")})
    assert "A satisfaction survey is run" not in found(mapped(*FOUR_ROLES, status="prospect"))


def test_the_dissatisfied_of_the_latest_survey_become_satisfied() -> None:
    surveys = [
        {"date": "2025-05-01", "very_dissatisfied": 9},
        {"date": "2026-05-01", "satisfied": 1, "dissatisfied": 2, "very_dissatisfied": 1},
    ]
    words = "Those who gave the 3 dissatisfied answers in the latest survey are satisfied"
    lever = found(plan(service={"surveys": surveys}))[words]
    assert lever.path == ("service", "surveys", 1)
    assert lever.effects == {"health": Decimal("43.75")}  # (75 + 2·25) / 4 = 31.25 becomes 75


def test_the_largest_risk_becomes_less_likely_or_is_closed() -> None:
    risks = [
        {"id": "small", "text": "Strike", "likelihood": 2, "impact": 2},
        {"id": "large", "text": "Rival", "likelihood": 4, "impact": 5},
    ]
    lever = found(mapped(*FOUR_ROLES, risks=risks))["The response to “Rival” makes it less likely, 4 becomes 3 of 5"]
    assert lever.path == ("risks", 1, "likelihood")
    assert lever.effects == {"health": 3}  # exposure 0.8 becomes 0.6, of 15 points
    rare = [{"id": "rare", "text": "Fire", "likelihood": 1, "impact": 5}]
    lever = found(mapped(*FOUR_ROLES, risks=rare))["The response to “Fire” is done, and the risk closed"]
    assert lever.effects == {"health": 3}


def test_a_sleeping_account_orders_again_only_where_an_opportunity_stands_behind_it() -> None:
    bought = [{"date": day, "amount": amount} for day, amount in (("2025-01-01", 10), ("2025-01-11", 30))]
    value = {"purchases": [*bought, {"date": "2025-01-21", "amount": 20}]}
    assert not any("next order" in words for words in found(plan(value=value)))
    offered = plan(value=value, opportunities=[{"id": "deal", "name": "Deal", "status": "open"}])
    lever = found(offered)["“Deal” brings the next order, of the usual 20 USD"]
    assert lever.path == ("opportunities", 0)
    assert lever.effects == {"health": 100}


def test_an_unknown_criterion_counts_for_its_weight() -> None:
    own = settings(
        scoring={
            "criteria": [
                {"id": "tag", "tag": "food", "points": 100, "weight": 60},
                {"id": "type", "name": "Kind", "field": "type", "points": {"strategic": 100}, "weight": 10},
                {"id": "wallet", "metric": "share-of-wallet", "line": [[0, 0], [1, 100]], "weight": 30},
            ]
        }
    )
    account = plan(value={"purchases": [{"date": "2026-05-01", "amount": 20}]})
    known = {words: lever.known for words, lever in found(account, own).items() if "key-account" in lever.known}
    assert known == {
        "“Kind” is found out and written into the plan": {"key-account": Decimal("0.1")},
        "We find out what the customer spends in our category in a year": {"key-account": Decimal("0.3")},
    }
    # Without a purchase the wallet alone gives no share of it.
    assert "We find out what the customer spends in our category in a year" not in found(plan(), own)


def test_findings_and_an_old_review_are_levers_on_the_plan_itself() -> None:
    old = plan(**{**COMPLETE, "reviewed": {"date": "2025-11-07"}})
    own = found(old, findings=(0, 2))
    assert own["The whole plan is reviewed today"].effects == {"plan-quality": 20}
    assert own["All 2 findings of the checks are settled"].effects == {"plan-quality": 15}  # 2 of 20 entries: 50 of 100
    assert all("plan-quality" not in lever.effects for lever in found(old).values())


def test_nothing_is_left_to_raise_on_a_perfect_plan() -> None:
    goal = {"id": "goal", "text": "Sales", "baseline": 0, "target": 10, "actual": 10}
    perfect = plan(
        **{
            **COMPLETE,
            "power_map": {"people": [{**one, "support": 2} for one in FOUR_ROLES]},
            "goals": {**COMPLETE["goals"], "goals": [goal]},
            "service": {**COMPLETE["service"], "surveys": [{"date": "2026-05-01", "very_satisfied": 3}]},
        }
    )
    assert levers(perfect, NO_CRITERIA, TODAY, findings=(0, 0)) == ()


def test_a_lost_account_has_no_levers() -> None:
    assert levers(mapped(person("jana", support=-2), status="lost"), NO_CRITERIA, TODAY) == ()


def test_there_are_five_at_most_and_the_best_comes_first() -> None:
    crowd = mapped(*(person(f"p-{number}", support=0, influence=4, covered_by=None) for number in range(9)))
    every, best = levers(crowd, NO_CRITERIA, TODAY, most=99), levers(crowd, NO_CRITERIA, TODAY)
    assert best == every[:5]
    assert len(every) > 5
    worths = [worth(lever) for lever in every]
    assert worths == sorted(worths, reverse=True)


def worth(lever: Lever) -> Decimal:
    return sum(lever.effects.values(), Decimal(0)) + 25 * sum(lever.known.values(), Decimal(0))


def test_the_order_of_what_is_worth_the_same_is_that_of_the_plan() -> None:
    twins = mapped(*(person(f"p-{number}", support=0, influence=4) for number in range(12)), *FOUR_ROLES)
    paths = [lever.path for lever in levers(twins, NO_CRITERIA, TODAY, most=99) if "support" in lever.path]
    assert paths == [("power_map", "people", number, "support") for number in range(12)]


def changes(account: Account, own: Settings, as_of: date) -> list[Change]:
    before = evaluate(account, own, as_of)
    return [
        *people.support_changes(account, before.relationship),
        *people.coverage_changes(account, as_of),
        *people.role_changes(account, before.relationship, as_of),
        *people.rating_changes(account),
        *work.goal_changes(account, as_of),
        *work.request_changes(account, as_of),
        *work.survey_changes(account, as_of),
        *work.risk_changes(account),
        *work.purchase_changes(before),
        *knowledge.satisfaction_known(before),
        *knowledge.goals_known(before),
        *knowledge.criteria_known(before),
        *knowledge.review_changes(before, (0, 3)),
    ]


def standing(account: Account, own: Settings, as_of: date, warnings: int) -> dict[str, tuple[Decimal | None, Decimal]]:
    scores = score_account("a", account, own, as_of)
    quality = score_plan_quality(account, own, as_of, 0, warnings)
    named = {"key-account": scores.key_account, "relationship": scores.relationship, "health": scores.health}
    return {name: (score.score, score.known) for name, score in {**named, "plan-quality": quality}.items()}


def check_against_full_scores(account: Account, own: Settings, as_of: date) -> None:
    """Hold every lever against two full runs of score_account: before the change and after it."""
    by_words = {(change.said.pattern, change.path): change for change in changes(account, own, as_of)}
    before = standing(account, own, as_of, 3)
    for lever in levers(account, own, as_of, findings=(0, 3), most=999):
        change = by_words[lever.change.pattern, lever.path]
        after = standing(change.account, own, as_of, 0 if change.settles_findings else 3)
        for name, (was, was_known) in before.items():
            becomes, known = after[name]
            both = was is not None and becomes is not None and not change.is_open
            assert abs(lever.effects.get(name, Decimal(0)) - (becomes - was if both else 0)) < Decimal("1e-9")
            assert abs(lever.known.get(name, Decimal(0)) - (known - was_known)) < Decimal("1e-9")


@effort(max_examples=60, deadline=None)
@given(any_plan)
def test_every_effect_is_the_difference_of_two_full_scores(account: Account) -> None:
    check_against_full_scores(account, ALL_METRICS, TODAY)


def check_levers(account: Account, own: Settings, as_of: date) -> None:
    every = levers(account, own, as_of, findings=(1, 2), most=999)
    for lever in every:
        assert all(gain > 0 for gain in (*lever.effects.values(), *lever.known.values()))
        assert lever.effects or lever.known
        assert lever.change.pattern in PHRASES
        assert all(wording.say(lever.change) for wording in WORDINGS.values())
    assert every == levers(account, own, as_of, findings=(1, 2), most=999)
    assert levers(account, own, as_of, findings=(1, 2)) == every[:5]


@effort(max_examples=60, deadline=None)
@given(ANY_PLAN.map(with_own_ids), ANY_SETTINGS.map(with_own_ids), st.sampled_from(AS_OF))
def test_no_plan_makes_levers_fail_and_no_lever_lowers_a_score(
    typed: dict[str, Any], own: dict[str, Any], as_of: date
) -> None:
    check_levers(Account.model_validate(typed), Settings.model_validate(own), as_of)


@effort(max_examples=30, deadline=None)
@given(BUSY_PLAN, ANY_SETTINGS.map(with_own_ids))
def test_plans_at_work_have_levers_that_hold(typed: dict[str, Any], own: dict[str, Any]) -> None:
    account, found_settings = Account.model_validate(typed), Settings.model_validate(own)
    check_levers(account, found_settings, TODAY)
    check_against_full_scores(account, found_settings, TODAY)


def test_every_change_can_be_said_in_chinese() -> None:
    source = "".join(inspect.getsource(module) for module in (people, work, knowledge)).replace('"\n            "', "")
    assert [pattern for pattern in PHRASES if f'"{pattern}"' not in source] == []
    for english, chinese in PHRASES.items():
        assert set(re.findall(r"{(\w+)}", chinese)) == set(re.findall(r"{(\w+)}", english)), english
