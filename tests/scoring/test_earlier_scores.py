"""What an account's scores of today are held against."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.earlier_scores import EarlierScore, earlier_day, earlier_scores

THEN = date(2026, 2, 4)
UNKNOWN = EarlierScore(None, Decimal(0))


def plan(**sections: Any) -> Account:
    return Account.model_validate({"kamgen": "1", "name": "Acme", "owner": "lin", **sections})


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        (date(2026, 5, 6), THEN),
        (date(2024, 5, 6), date(2024, 2, 5)),
        (date(1, 4, 2), date.min),
        (date(1, 4, 1), None),
        (date.min, None),
    ],
)
def test_a_day_is_held_against_the_one_13_weeks_before(as_of: date, day: date | None) -> None:
    assert earlier_day(as_of) == day


def test_what_was_not_known_then_is_none_and_not_nought() -> None:
    found = earlier_scores("acme", plan(), Settings(), THEN)
    assert (found.health, found.health_band, found.relationship, found.key_account) == (UNKNOWN, None, UNKNOWN, UNKNOWN)


def test_the_scores_are_those_of_the_earlier_day() -> None:
    surveys = [{"date": "2026-02-04", "very_satisfied": 1}, {"date": "2026-02-05", "very_dissatisfied": 1}]
    account = plan(service={"surveys": surveys})
    found = earlier_scores("acme", account, Settings(), THEN)
    weight = Settings().scoring.health.weights
    total = weight.relationship + weight.goals + weight.satisfaction + weight.response + weight.activity
    assert found.day == THEN
    assert found.health == EarlierScore(Decimal(100), weight.satisfaction / total)
    assert found.health_band == "green"


def test_rules_and_settings_are_those_of_today() -> None:
    account = plan(service={"surveys": [{"date": "2026-02-04", "satisfied": 1}]})
    bands = {"scoring": {"health": {"bands": {"red": 80, "amber": 90}}}}
    assert earlier_scores("acme", account, Settings(), THEN).health_band != "red"
    assert earlier_scores("acme", account, Settings.model_validate(bands), THEN).health_band == "red"
