"""Health and its five parts, less the risk."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.plan.goals import Goal
from kamgen.plan.settings import HealthBands
from kamgen.scoring.evaluation import evaluate
from kamgen.scoring.health import goal_progress, goals_progress, health_band
from kamgen.scoring.score import Health
from tests.scoring.plans import TODAY, plan, settings

HALFWAY = date(2026, 7, 2)  # 182 of the 364 days from 1 January to 31 December 2026


def goal(**keys: Any) -> Goal:
    year = {"start": "2026-01-01", "due": "2026-12-31"}
    return Goal.model_validate({"id": "goal", "text": "Goal", **year, **keys})


def health(account: Account, as_of: date = TODAY, **keys: Any) -> Health:
    return evaluate(account, settings(scoring={"health": keys}), as_of).health


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"baseline": 100, "target": 200, "actual": 150}, 100),  # half way at half time
        ({"baseline": 100, "target": 200, "actual": 125}, 50),
        ({"baseline": 100, "target": 200, "actual": 190}, 100),  # ahead of time is no more than on time
        ({"baseline": 100, "target": 200, "actual": 80}, 0),  # worse than where it began
        ({"baseline": 6, "target": 4, "actual": "5.5"}, 50),  # a figure that is to fall
        ({"baseline": 6, "target": 4, "actual": "3.5"}, 100),
        ({"baseline": 6, "target": 4, "actual": 7}, 0),
    ],
)
def test_progress_is_held_against_the_time_that_has_gone(figures: Any, expected: int) -> None:
    assert goal_progress(goal(**figures), HALFWAY) == expected


@pytest.mark.parametrize("missing", ["baseline", "target", "actual"])
def test_a_goal_without_its_figures_is_unknown(missing: str) -> None:
    figures = {"baseline": 1, "target": 2, "actual": 2, missing: None}
    assert goal_progress(goal(**figures), HALFWAY) is None


def test_a_target_that_is_the_baseline_is_unknown() -> None:
    assert goal_progress(goal(baseline=5, target=5, actual=5), HALFWAY) is None


def test_after_its_day_a_goal_is_judged_by_what_it_reached() -> None:
    late = goal(baseline=0, target=10, actual=4)
    assert goal_progress(late, date(2027, 3, 1)) == 40
    assert goal_progress(goal(baseline=0, target=10, actual=4, start=None), date(2026, 12, 31)) == 40


def test_before_it_starts_a_goal_is_unknown_unless_it_is_reached_already() -> None:
    assert goal_progress(goal(baseline=0, target=10, actual=4), date(2026, 1, 1)) is None
    assert goal_progress(goal(baseline=0, target=10, actual=10), date(2025, 6, 1)) == 100


def test_without_days_nobody_knows_how_far_it_should_be() -> None:
    assert goal_progress(goal(baseline=0, target=10, actual=4, due=None), HALFWAY) is None
    assert goal_progress(goal(baseline=0, target=10, actual=4, start=None), HALFWAY) is None


def test_the_mean_is_over_the_goals_that_are_known() -> None:
    known = goal(baseline=0, target=100, actual=25), goal(baseline=0, target=100, actual=50)
    assert goals_progress((*known, goal()), HALFWAY) == 75
    assert goals_progress((goal(),), HALFWAY) is None


FULL = {
    "power_map": {"people": [{"id": "ceo", "influence": 5, "support": 0}]},  # 50·50 + 25·0 + 15·0 over 90
    "goals": {"goals": [goal(baseline=0, target=100, actual=25, due="2026-05-06").model_dump()]},  # 25
    "service": {
        "surveys": [{"date": "2026-04-01", "satisfied": 4}],  # 75
        "requests": [{"id": "a", "text": "A", "due": "2026-05-01", "closed": "2026-05-01"}],  # 100
    },
    "value": {"purchases": [{"date": f"2026-04-{day}", "amount": 1} for day in ("01", "11", "21")]},  # 15 days: active
    "risks": [{"id": "r", "text": "R", "likelihood": 3, "impact": 5}],  # 0.6
}


def test_the_whole_health_by_hand() -> None:
    found = health(plan(**FULL))
    values = {part.name: part.value for part in found.parts}
    assert values["relationship"] == Decimal(2500) / 90
    assert (values["goals"], values["satisfaction"], values["response"], values["activity"]) == (25, 75, 100, 100)
    # (30·27.78 + 25·25 + 20·75 + 10·100 + 15·100) / 100 = 54.58, less 15·0.6
    assert found.score is not None
    assert round(found.score, 2) == Decimal("45.58")
    assert (found.band, found.known, found.risk_exposure, found.penalty) == ("red", 1, Decimal("0.6"), 9)


def test_what_is_unknown_leaves_with_its_weight() -> None:
    found = health(plan(service=FULL["service"]))
    assert found.score == (20 * Decimal(75) + 10 * Decimal(100)) / 30
    assert found.known == Decimal("0.3")


def test_risks_alone_make_no_health() -> None:
    found = health(plan(risks=FULL["risks"]))
    assert (found.score, found.band, found.known, found.penalty) == (None, None, 0, 9)


def test_the_health_never_falls_below_zero() -> None:
    risks = [{"id": "r", "text": "R", "likelihood": 5, "impact": 5}]
    unhappy = {"surveys": [{"date": "2026-04-01", "very_dissatisfied": 1}]}
    assert health(plan(service=unhappy, risks=risks), risk_penalty=100).score == 0


def test_without_any_weight_the_health_is_unknown() -> None:
    weights = dict.fromkeys(("relationship", "goals", "satisfaction", "response", "activity"), 0)
    found = health(plan(**FULL), weights=weights)
    assert (found.score, found.band, found.known) == (None, None, 0)


@pytest.mark.parametrize(
    ("score", "band"), [("0", "red"), ("50", "red"), ("50.01", "amber"), ("75", "amber"), ("75.01", "green")]
)
def test_a_band_reaches_up_to_its_limit(score: str, band: str) -> None:
    assert health_band(Decimal(score), HealthBands()) == band


figures = st.one_of(st.none(), st.integers(-100, 100))
days = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 12, 31)))
goals_strategy = st.lists(
    st.builds(lambda **keys: goal(**keys), baseline=figures, target=figures, actual=figures, start=days, due=days),
    max_size=5,
)


@given(goals_strategy, st.randoms())
def test_progress_is_from_0_to_100_and_the_order_of_goals_never_matters(goals: list[Goal], random: Any) -> None:
    found = goals_progress(goals, TODAY)
    assert found is None or 0 <= found <= 100
    shuffled = list(goals)
    random.shuffle(shuffled)
    again = goals_progress(shuffled, TODAY)
    assert (found is None) == (again is None)
    assert found is None or again is None or abs(found - again) < Decimal("1e-20")


def test_a_persons_own_judgement_is_never_mixed_in() -> None:
    glad = plan(**FULL, sentiment={"value": 5, "reason": "They like us"})
    assert health(glad) == health(plan(**FULL))
