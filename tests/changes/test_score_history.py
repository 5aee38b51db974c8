"""Points of a score history: where the scores stood by today's rules, and what moved them there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kamgen.changes.score_history import Move, State, months_begun, moved_by, point, same_rules, standing
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.earlier_scores import EarlierScore
from kamgen.workspace.plan_file import read_plan
from kamgen.workspace.workspace import list_files, read_settings
from tests.conftest import REPOSITORY

JUNE, AUGUST = date(2026, 6, 10), date(2026, 8, 10)
TODAY = Settings()
STRICT = Settings.model_validate({"scoring": {"health": {"risk_penalty": "60"}}})
LEVELS = ("very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied")


def plan(answer: int, **more: object) -> Account:
    """Return a plan whose health is one answer to a survey: 1 is worth 0 points, 5 is worth 100."""
    survey = {"date": "2026-01-10", LEVELS[answer - 1]: "1"}
    return Account.model_validate(
        {"kamgen": "1", "name": "Acme", "owner": "lin", "service": {"surveys": [survey]}} | more
    )


RISK = {"risks": [{"id": "price", "text": "Price", "likelihood": "5", "impact": "5", "status": "open"}]}
ENDING = {
    "goals": {
        "goals": [
            {"id": "sales", "text": "Sales", "baseline": "0", "target": "100", "actual": "50",
             "start": "2026-01-01", "due": "2026-12-31"}
        ]
    }
}  # fmt: skip


def state(account: Account, day: date = JUNE, rules: Settings = TODAY) -> State:
    return State(account, rules, day)


def test_the_beginning_has_scores_and_no_moves() -> None:
    found = point("plan", None, state(plan(4)), TODAY)
    assert found.scores is not None
    assert found.scores.health.score == 75
    assert (found.moves, found.then, found.drift) == ((), None, ())


@pytest.mark.parametrize("file", sorted((REPOSITORY / "accounts").glob("*.yaml")), ids=lambda file: file.stem)
def test_the_scores_are_those_that_kamgen_score_tells(file: Path) -> None:
    settings = read_settings(REPOSITORY, list_files(REPOSITORY))[0]
    account = read_plan(REPOSITORY, f"accounts/{file.name}").account
    assert account is not None
    found, scores = standing(account, settings, JUNE), score_account(file.stem, account, settings, JUNE)
    assert found.key_account == EarlierScore(scores.key_account.score, scores.key_account.known)
    assert (found.class_label, found.stars) == (scores.key_account.class_label, scores.key_account.stars)
    assert found.relationship == EarlierScore(scores.relationship.score, scores.relationship.known)
    assert found.health == EarlierScore(scores.health.score, scores.health.known)
    assert (found.health_band, found.weighted) == (scores.health.band, scores.forecast.weighted)


def test_what_was_written_moves_a_score_as_facts() -> None:
    found = point("plan", state(plan(3)), state(plan(5)), TODAY)
    (move,) = found.moves
    assert (move.score, move.cause) == ("health", "facts")
    assert [move.before, move.after, move.size] == [50, 100, 50]


def test_days_that_pass_move_a_score_as_time_before_the_facts_do() -> None:
    before = plan(5, **ENDING)
    found = point("plan", state(before), state(plan(4, **ENDING), AUGUST), TODAY)
    moves = moved_by(found.moves, "health")
    assert list(moves) == ["time", "facts"]
    assert moves["time"].size < 0
    assert moves["time"].after == moves["facts"].before


def test_rules_of_its_time_are_told_where_they_say_something_else() -> None:
    same = point("plan", None, state(plan(4), rules=STRICT), TODAY)
    other = point("plan", None, state(plan(4, **RISK), rules=STRICT), TODAY)
    assert same.then is None
    assert other.scores is not None
    assert other.then is not None
    assert other.scores.health.score == 60
    assert other.then.health.score == 15


def test_other_rules_move_what_was_said_then_and_not_what_is_said_today() -> None:
    account = plan(4, **RISK)
    found = point("rules", state(account, rules=STRICT), state(account), TODAY)
    (move,) = found.moves
    assert move.cause == "rules"
    assert [move.before, move.after] == [15, 60]
    assert found.scores is not None
    assert found.scores.health.score == 60


def test_scores_known_already_are_not_computed_again_and_give_the_same_point() -> None:
    before, now = state(plan(3)), state(plan(5), AUGUST)
    assert point("plan", before, now, TODAY, before.standing(TODAY)) == point("plan", before, now, TODAY)


def test_a_long_silence_has_the_scores_at_the_beginnings_of_its_months() -> None:
    found = point("now", state(plan(4)), state(plan(4), AUGUST), TODAY)
    assert [day for day, _ in found.drift] == [date(2026, 7, 1), date(2026, 8, 1)]


def test_months_begin_between_two_days_and_not_on_them() -> None:
    assert list(months_begun(date(2025, 12, 1), date(2026, 2, 1))) == [date(2026, 1, 1)]
    assert list(months_begun(date(2026, 2, 1), date(2025, 12, 1))) == []
    assert len(list(months_begun(date(1000, 1, 1), date(2026, 1, 2)))) == 120


def test_settings_that_no_score_reads_are_the_same_rules() -> None:
    other = Settings.model_validate({"title": "Ours", "as_of": "2026-01-01", "team": [{"id": "lin", "name": "Lin"}]})
    assert same_rules(TODAY, other)
    assert not same_rules(TODAY, STRICT)
    assert not same_rules(TODAY, Settings.model_validate({"rates": {"EUR": "2"}}))


def test_a_move_shows_when_the_number_that_people_read_is_another() -> None:
    half = Decimal("70.5")
    assert Move("health", "time", Decimal(70), half).shows
    assert not Move("health", "time", half, Decimal("71.4")).shows
    assert Move("health", "facts", None, half).shows
    assert not Move("health", "facts", None, None).shows
