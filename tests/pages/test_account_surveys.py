"""Satisfaction surveys as the account's page shows them (E1)."""

from __future__ import annotations

from typing import Any

from kamgen.pages.account.surveys import SurveyTable, survey_table
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.context import Context
from kamgen.plan.settings import Settings
from tests.pages.test_account_page import TODAY, plan


def table(*surveys: dict[str, Any]) -> SurveyTable | None:
    return survey_table(AccountTerms(plan(service={"surveys": list(surveys)}), Context(Settings(), TODAY, "en")))


def test_the_latest_survey_stands_first_and_says_how_far_it_has_moved() -> None:
    found = table(
        {"date": "2025-12-01", "satisfied": 1, "neutral": 1},
        {"date": "2026-03-01", "very_satisfied": 1, "satisfied": 2, "dissatisfied": 1},
    )
    assert found is not None
    assert found.note == "+6 points since 1 Dec 2025, 25% of the answers not satisfied yet"
    assert [(row.day, row.satisfied, row.counts) for row in found.rows] == [
        ("1 Mar 2026", "75%", ("1", "2", "0", "1", "0")),
        ("1 Dec 2025", "50%", ("0", "1", "1", "0", "0")),
    ]


def test_a_bar_is_filled_from_end_to_end_whatever_the_numbers() -> None:
    found = table({"date": "2026-03-01", "very_satisfied": 1, "satisfied": 1, "neutral": 1})
    assert found is not None
    parts = found.rows[0].segments
    assert [(part.level, part.start) for part in parts] == [("very-satisfied", 0), ("satisfied", 33), ("neutral", 67)]
    assert [part.start + part.width for part in parts] == [33, 67, 100]


def test_what_nobody_answered_and_what_is_still_to_come_is_not_shown() -> None:
    assert table({"date": "2026-03-01"}, {"date": "2027-01-01", "satisfied": 3}) is None
