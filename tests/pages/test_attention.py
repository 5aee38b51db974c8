"""What needs attention: what is late, what is due within a week, what went wrong, and in which order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kamgen.pages.attention import Attention, attention
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.wording.language import WORDINGS

TODAY = date(2026, 5, 6)


def items(**sections: Any) -> tuple[Attention, ...]:
    account = Account.model_validate({"kamgen": 1, "name": "Acme", "owner": "lin", **sections})
    settings = Settings()
    return attention(account, score_account("acme", account, settings, TODAY), TODAY)


def said(**sections: Any) -> list[str]:
    return [WORDINGS["en"].say(item.message) for item in items(**sections)]


def request(due: str, **more: Any) -> dict[str, Any]:
    return {"requests": [{"id": "labels", "text": "Pallet labels", "due": due, "owner": "bo", **more}]}


def person(**facts: Any) -> dict[str, Any]:
    return {"people": [{"id": "ceo", "name": "M. Roe", **facts}]}


def test_a_plan_with_nothing_in_it_needs_nothing() -> None:
    assert items() == ()


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        ("2026-04-29", "Request “Pallet labels” is 7 days overdue"),
        ("2026-05-05", "Request “Pallet labels” is 1 day overdue"),
        ("2026-05-06", "Request “Pallet labels” is due today"),
        ("2026-05-07", "Request “Pallet labels” is due tomorrow"),
        ("2026-05-13", "Request “Pallet labels” is due in 7 days"),
    ],
)
def test_a_request_is_told_from_a_week_before_its_day(due: str, sentence: str) -> None:
    assert said(service=request(due)) == [sentence]


def test_what_is_due_later_or_closed_needs_nobody() -> None:
    assert said(service=request("2026-05-14")) == []
    assert said(service=request("2026-04-29", closed="2026-05-05")) == []


def test_an_item_says_who_looks_after_it_and_where_it_stands() -> None:
    (item,) = items(service=request("2026-05-07"))
    assert (item.owner, item.due, item.anchor) == ("bo", date(2026, 5, 7), "request-labels")


def test_a_contact_beyond_its_cadence_is_told_as_a_colleague_would() -> None:
    contact = {"last": "2026-03-25", "every_days": 30}
    assert said(power_map=person(influence=5, covered_by="lin", contact=contact)) == [
        "M. Roe not met for 42 days; agreed every 30"
    ]


def test_a_contact_inside_its_cadence_is_fine_up_to_the_last_day() -> None:
    contact = {"last": "2026-04-06", "every_days": 30}
    assert said(power_map=person(influence=5, covered_by="lin", contact=contact)) == []


def test_someone_who_decides_and_whom_nobody_covers_is_told() -> None:
    assert said(power_map=person(influence=4)) == ["M. Roe decides, and nobody covers them"]
    assert said(power_map=person(influence=3)) == []


def test_someone_who_is_only_wanted_cannot_be_overdue() -> None:
    assert said(power_map={"people": [{"id": "x", "wanted": "yes", "title": "Buyer", "influence": 5}]}) == []


def outcome(**facts: Any) -> dict[str, Any]:
    return {"outcomes": [{"id": "waste", "text": "Less waste", "baseline": "6", "target": "4", **facts}]}


def test_an_outcome_that_is_reached_waits_for_the_customer_to_verify_it() -> None:
    sentence = "Outcome “Less waste” is reached and not verified by the customer"
    assert said(success_plan=outcome(actual="3.9")) == [sentence]
    assert said(success_plan=outcome(actual="4.1")) == []
    assert said(success_plan=outcome(actual="3.9", verified="2026-04-30")) == []


def test_both_sides_of_the_joint_plan_are_watched_and_ours_first() -> None:
    promises = [
        {"id": "feed", "by": "customer", "text": "Forecast", "owner": "ceo", "due": "2026-05-01"},
        {"id": "stock", "by": "us", "text": "Stock", "owner": "bo", "due": "2026-05-01"},
    ]
    assert said(joint_plan={"commitments": promises}) == [
        "Our promise “Stock” is 5 days overdue",
        "The customer's promise “Forecast” is 5 days overdue",
    ]
    assert [item.owner for item in items(joint_plan={"commitments": promises})] == ["bo", "lin"]


def test_a_joint_review_is_announced_two_weeks_ahead_because_it_has_to_be_prepared() -> None:
    assert said(joint_plan={"next_review": "2026-05-20"}) == ["The joint review is in 14 days"]
    assert said(joint_plan={"next_review": "2026-05-21"}) == []


def test_an_opportunity_past_its_decision_is_told_until_it_is_won_or_lost() -> None:
    deal = {"id": "deal", "name": "Season contract", "close": "2026-04-26"}
    assert said(opportunities=[deal]) == ["“Season contract” is open 10 days after its decision was due"]
    assert said(opportunities=[{**deal, "status": "won"}]) == []


def test_actions_that_are_done_or_dropped_are_no_longer_watched() -> None:
    def actions(status: str) -> dict[str, Any]:
        action = {"id": "visit", "text": "Visit", "due": "2026-05-01", "status": status}
        return {"strategies": [{"id": "s", "text": "S", "actions": [action]}]}

    assert said(goals=actions("doing")) == ["Action “Visit” is 5 days overdue"]
    assert said(goals=actions("done")) == said(goals=actions("dropped")) == []


def test_a_big_risk_without_an_answer_is_told() -> None:
    risk = {"id": "r", "text": "Buyer leaves", "likelihood": "3", "impact": "4"}
    assert said(risks=[risk])[0] == "Risk “Buyer leaves” (12 of 25) has no answer"
    assert said(risks=[{**risk, "response": "Meet the successor"}]) == []
    assert said(risks=[{**risk, "status": "closed"}]) == []


def test_only_the_last_handover_can_be_unconfirmed() -> None:
    old = {"date": "2024-01-10", "from": "bo", "to": "al"}
    new = {"date": "2026-01-10", "from": "al", "to": "lin"}
    people = {"people": [{"id": "ceo", "support": 1}]}
    unconfirmed = ["Ratings not confirmed since the handover of 10 Jan 2026"]
    assert said(handovers=[new, old], power_map=people) == unconfirmed
    assert said(handovers=[{**new, "reconfirmed": "2026-02-01"}, old], power_map=people) == []


def test_without_ratings_there_is_nothing_to_confirm_after_a_handover() -> None:
    handovers = [{"date": "2026-01-10", "from": "al", "to": "lin"}]
    assert said(handovers=handovers, power_map={"people": [{"id": "ceo"}]}) == []


def test_a_customer_who_buys_later_than_usual_is_told() -> None:
    days = ("2026-01-01", "2026-01-11", "2026-01-21")
    purchases = [{"date": day, "amount": "10"} for day in days]
    assert "No purchase for 105 days, usual is every 10: dormant" in said(value={"purchases": purchases})


def test_a_red_health_is_an_alarm_only_when_enough_of_it_is_known() -> None:
    late = request("2026-04-29")
    assert not [sentence for sentence in said(service=late) if "Health" in sentence]
    survey = {"date": "2026-05-01", "very_dissatisfied": "4"}
    goal = {"id": "g", "text": "G", "baseline": "0", "target": "10", "actual": "1", "due": "2026-05-01"}
    told = said(service={**late, "surveys": [survey]}, goals={"goals": [goal]})
    assert [sentence for sentence in told if "Health" in sentence] == ["Health is red: 5 of 100"]


def test_the_longer_late_and_the_closer_to_the_customer_the_higher() -> None:
    action = {"id": "visit", "text": "Visit", "due": "2026-05-05", "status": "doing"}
    found = items(
        service={
            "requests": [
                {"id": "a", "text": "A", "due": "2026-05-08"},
                {"id": "b", "text": "B", "due": "2026-05-05"},
                {"id": "c", "text": "C", "due": "2026-04-20"},
            ]
        },
        goals={"strategies": [{"id": "s", "text": "S", "actions": [action]}]},
    )
    assert [item.anchor for item in found] == ["request-c", "request-b", "request-a", "action-visit"]
    assert all(0 <= item.urgency <= 100 for item in found)


def test_texts_in_two_languages_are_said_in_the_main_language() -> None:
    labels = {"id": "labels", "text": {"en": "Pallet labels", "zh": "托盘标签"}, "due": "2026-05-06"}
    account = Account.model_validate({"kamgen": 1, "name": "A", "owner": "l", "service": {"requests": [labels]}})
    settings = Settings(language="zh")
    (item,) = attention(account, score_account("a", account, settings, TODAY), TODAY)
    assert WORDINGS["zh"].say(item.message) == "客户请求“托盘标签”今天到期"
