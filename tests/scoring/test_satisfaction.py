"""Satisfaction survey by survey, against the aim and the survey before."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.service import Survey
from kamgen.scoring.satisfaction import latest_satisfaction, score_satisfaction
from kamgen.wording.chinese import PHRASES
from tests.scoring.plans import TODAY


def survey(day: str, *counts: int) -> Survey:
    names = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")
    return Survey.model_validate({"date": day, **dict(zip(names, counts, strict=True))})


def test_the_levels_are_worth_100_75_50_25_and_0() -> None:
    assert latest_satisfaction([survey("2026-03-31", 3, 5, 1, 1, 0)], TODAY) == 75  # 300+375+50+25 over 10
    assert latest_satisfaction([survey("2026-03-31", 1, 0, 0, 0, 3)], TODAY) == 25


def test_only_the_latest_survey_counts_and_none_of_the_future() -> None:
    surveys = [survey("2026-03-31", 0, 1, 0, 0, 0), survey("2025-01-01", 1, 0, 0, 0, 0)]
    assert latest_satisfaction([*surveys, survey("2026-05-07", 0, 0, 0, 0, 1)], TODAY) == 75
    assert latest_satisfaction([*surveys, survey("2026-05-06", 0, 0, 0, 0, 1)], TODAY) == 0


def test_surveys_of_one_day_are_one() -> None:
    surveys = [survey("2026-03-31", 1, 0, 0, 0, 0), survey("2026-03-31", 0, 0, 0, 0, 1)]
    assert latest_satisfaction(surveys, TODAY) == latest_satisfaction(surveys[::-1], TODAY) == 50


def test_a_survey_that_nobody_answered_tells_nothing() -> None:
    assert latest_satisfaction([survey("2026-03-31", 0, 0, 0, 0, 0)], TODAY) is None
    assert latest_satisfaction([], TODAY) is None


def test_satisfied_are_the_two_upper_levels_and_the_aim_is_all() -> None:
    found = score_satisfaction([survey("2026-03-31", 3, 5, 1, 1, 0)], TODAY)
    assert found.latest is not None
    assert (found.latest.counts, found.latest.answers) == ((3, 5, 1, 1, 0), 10)
    assert found.latest.satisfied_share == Decimal("0.8")
    assert found.missing == Decimal("0.2")


def test_the_trend_is_the_change_from_the_survey_before() -> None:
    old, before = survey("2025-01-01", 0, 0, 0, 0, 1), survey("2026-01-01", 1, 1, 0, 0, 0)
    latest, future = survey("2026-03-31", 0, 1, 1, 0, 0), survey("2026-05-07", 1, 0, 0, 0, 0)
    found = score_satisfaction([latest, future, old, before], TODAY)
    assert [result.points for result in found.surveys] == [Decimal("62.5"), Decimal("87.5"), 0]
    assert found.trend == -25


def test_a_survey_that_nobody_answered_has_no_trend() -> None:
    found = score_satisfaction([survey("2026-03-31", 1, 0, 0, 0, 0), survey("2026-01-01", 0, 0, 0, 0, 0)], TODAY)
    assert found.before is not None
    assert (found.before.points, found.trend) == (None, None)
    assert score_satisfaction([survey("2026-03-31", 1, 0, 0, 0, 0)], TODAY).trend is None


def test_without_a_survey_nothing_is_known() -> None:
    found = score_satisfaction([], TODAY)
    assert (found.latest, found.before, found.missing, found.trend) == (None, None, None, None)


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    assert all(said.pattern in PHRASES for said in score_satisfaction([], TODAY).assumptions)


counts = st.tuples(*[st.integers(0, 5)] * 5)
held = st.lists(
    st.builds(lambda day, found: survey(str(day), *found), st.dates(TODAY.replace(year=2024), TODAY), counts),
    max_size=5,
)


@given(held, st.randoms())
def test_shares_stay_in_range_and_the_order_of_surveys_never_matters(surveys: list[Survey], random: Any) -> None:
    found = score_satisfaction(surveys, TODAY)
    for result in found.surveys:
        assert result.points is None or 0 <= result.points <= 100
        assert result.satisfied_share is None or 0 <= result.satisfied_share <= 1
    assert found.trend is None or -100 <= found.trend <= 100
    assert (found.latest.points if found.latest else None) == latest_satisfaction(surveys, TODAY)
    shuffled = list(surveys)
    random.shuffle(shuffled)
    assert score_satisfaction(shuffled, TODAY) == found
