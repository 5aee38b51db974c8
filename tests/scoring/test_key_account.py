"""Composite score, and the matrix, class and stars that follow from it (A1, A2, A6, F3)."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.plan.settings import Matrix, Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.fields import field_value
from kamgen.scoring.key_account import CRITERION_FIELDS, band_points, line_points
from kamgen.scoring.matrix import matrix_quadrant
from kamgen.scoring.score import KeyAccountScore
from tests.scoring.plans import TODAY, buyer, plan, settings

BANDS = ((Decimal(10), Decimal(5)), (Decimal(20), Decimal(40)), (Decimal(50), Decimal(100)))


def rules(*criteria: dict[str, Any], **scoring: Any) -> Settings:
    numbered = [{"id": f"criterion-{number}", **criterion} for number, criterion in enumerate(criteria)]
    return settings(scoring={"criteria": numbered, **scoring})


def score(account: Account, *criteria: dict[str, Any], **scoring: Any) -> KeyAccountScore:
    return score_account("test", account, rules(*criteria, **scoring), TODAY).key_account


def worth(points: int, weight: int = 1, axis: str | None = None) -> dict[str, Any]:
    """Return a criterion that gives any account these points."""
    return {"tag": "never", "points": 0, "otherwise": points, "weight": weight, "axis": axis}


def unknown(weight: int = 1, axis: str | None = None) -> dict[str, Any]:
    return {"metric": "satisfaction", "line": [[0, 0], [100, 100]], "weight": weight, "axis": axis}


@pytest.mark.parametrize(("value", "points"), [(9, 0), (10, 5), (19, 5), (20, 40), (50, 100), (9999, 100), (-1, 0)])
def test_a_band_holds_from_its_value_on_and_below_the_first_there_are_no_points(value: int, points: int) -> None:
    assert band_points(BANDS, Decimal(value)) == points


@pytest.mark.parametrize(
    ("value", "points"), [(-5, 5), (10, 5), (15, "22.5"), (20, 40), (35, 70), (50, 100), (60, 100)]
)
def test_a_line_is_straight_between_its_points_and_level_beyond_them(value: int, points: Any) -> None:
    assert line_points(BANDS, Decimal(value)) == Decimal(points)


@given(st.integers(-100, 200), st.integers(-100, 200))
def test_a_rising_line_never_falls(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert line_points(BANDS, Decimal(low)) <= line_points(BANDS, Decimal(high))


def test_the_whole_score_by_hand() -> None:
    account = buyer(("2025-12-01", 30000))
    account = account.model_copy(update={"tags": ("food",), "type": "group"})
    found = score(
        account,
        {"metric": "purchases-last-12-months", "bands": [[0, 10], [20000, 40], [50000, 70]], "weight": 30},
        {"tag": "food", "points": 100, "otherwise": 30, "weight": 10},
        {"field": "type", "points": {"strategic": 100, "group": 80}, "weight": 10},
        unknown(weight=50),
    )
    assert [criterion.points for criterion in found.criteria] == [40, 100, 80, None]
    assert [criterion.value for criterion in found.criteria] == [30000, True, "group", None]
    assert [criterion.source for criterion in found.criteria] == [
        "metric:purchases-last-12-months",
        "tag:food",
        "field:type",
        "metric:satisfaction",
    ]
    # (30·40 + 10·100 + 10·80) / 50 of 100
    assert (found.score, found.known, found.is_key_account) == (60, Decimal("0.5"), False)
    assert (found.class_label, found.stars) == ("A3", 3)


def test_the_threshold_itself_is_a_key_account() -> None:
    assert score(plan(), worth(65)).is_key_account is True
    assert score(plan(), worth(64)).is_key_account is False


def test_a_round_mean_meets_its_threshold_exactly() -> None:
    # 70 = (3·70 + 7·70 + 11·70) / 21; a sum of rounded quotients would miss it
    assert score(plan(), worth(70, 3), worth(70, 7), worth(70, 11), key_account={"threshold": 70}).is_key_account


def test_of_whom_nothing_is_known_nobody_says_that_it_is_no_key_account() -> None:
    found = score(plan(), unknown())
    assert (found.score, found.known, found.is_key_account) == (None, 0, None)
    assert (found.class_label, found.stars, found.quadrant, found.posture) == (None, None, None, None)


def test_without_criteria_or_weights_there_is_no_score() -> None:
    assert (score(plan()).score, score(plan()).known) == (None, 0)
    assert (score(plan(), worth(80, 0)).score, score(plan(), worth(80, 0)).known) == (None, 0)


def test_unknown_names_are_unknown_not_errors() -> None:
    found = score(
        plan(),
        {"metric": "no-such-metric", "bands": [[0, 1]]},
        {"field": "no.such.field", "points": {"a": 1}},
        {"metric": "activity", "line": [[0, 0], [1, 100]]},
    )
    assert [criterion.points for criterion in found.criteria] == [None, None, None]


def test_a_missing_tag_brings_otherwise_or_nothing() -> None:
    found = score(plan(), {"tag": "food", "points": 100, "otherwise": 30}, {"tag": "food", "points": 100})
    assert [criterion.points for criterion in found.criteria] == [30, 0]


def test_a_field_without_points_for_its_value_brings_otherwise_and_an_empty_one_stays_unknown() -> None:
    important = plan(type="important")
    points = {"strategic": 100}
    assert score(important, {"field": "type", "points": points, "otherwise": 20}).score == 20
    assert score(important, {"field": "type", "points": points}).score is None
    assert score(plan(), {"field": "type", "points": points, "otherwise": 20}).score is None


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("type", "group"),
        ("profile.industry", "Food"),
        ("profile.since", "2020-01-31"),
        ("profile.employees", Decimal(12)),
        ("profile.key_account_tests.need.answer", "yes"),
        ("profile.key_account_tests.premium.answer", None),
        ("profile.key_account_tests.repurchase.answer", None),
        ("tags", None),
        ("profile", None),
        ("model_config", None),
        ("name.lower", None),
    ],
)
def test_a_field_is_read_by_its_written_name(field: str, expected: Any) -> None:
    tests = {"need": {"answer": "yes"}, "premium": {"answer": "unknown"}}
    profile = {
        "industry": {"en": "Food", "zh": "食品"},
        "since": "2020-01-31",
        "employees": 12,
        "key_account_tests": tests,
    }
    assert field_value(plan(type="group", tags=["a"], profile=profile), field) == expected


def test_the_fields_that_a_criterion_can_read_are_the_single_valued_ones() -> None:
    assert {"type", "stage", "status", "service_level", "profile.industry", "sentiment.value"} <= set(CRITERION_FIELDS)
    assert "profile.key_account_tests.need.answer" in CRITERION_FIELDS
    assert not {"tags", "profile", "goals.goals", "profile.facts", "value.purchases"} & set(CRITERION_FIELDS)


@pytest.mark.parametrize(
    ("attractiveness", "strength", "quadrant", "posture"),
    [
        (50, 50, "high-high", "invest"),
        (50, 49, "high-low", "selective"),
        (49, 50, "low-high", "maintain"),
        (49, 49, "low-low", "manage-for-cash"),
    ],
)
def test_from_the_cut_on_an_axis_is_high(attractiveness: int, strength: int, quadrant: str, posture: str) -> None:
    found = score(plan(), worth(attractiveness, 3, "attractiveness"), worth(strength, 1, "strength"))
    assert (found.attractiveness, found.strength) == (attractiveness, strength)
    assert (found.quadrant, found.posture) == (quadrant, posture)


def test_an_axis_is_the_mean_of_its_own_known_criteria() -> None:
    found = score(
        plan(),
        worth(90, 10, "attractiveness"),
        worth(30, 20, "attractiveness"),
        unknown(70, "attractiveness"),
        worth(100, 5),
        unknown(5, "strength"),
    )
    assert (found.attractiveness, found.strength, found.quadrant) == (50, None, None)


def test_postures_have_the_settings_names() -> None:
    matrix = {"cut": [20, 30], "postures": {"high-high": "grow"}}
    found = score(plan(), worth(20, 1, "attractiveness"), worth(30, 1, "strength"), matrix=matrix)
    assert found.posture == "grow"
    assert matrix_quadrant(None, Decimal(3), Matrix()) is None


def test_a_score_below_every_class_has_none() -> None:
    found = score(plan(), worth(10), classes=[[50, "A"]], stars=[[50, 5]])
    assert (found.class_label, found.stars) == (None, None)


criteria = st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 100)), st.integers(0, 50)), max_size=8)


@given(criteria)
def test_unknown_criteria_change_the_score_only_by_leaving_with_their_weight(
    drawn: list[tuple[int | None, int]],
) -> None:
    everything = [unknown(weight) if points is None else worth(points, weight) for points, weight in drawn]
    only_known = [worth(points, weight) for points, weight in drawn if points is not None]
    found, expected = score(plan(), *everything), score(plan(), *only_known)
    assert found.score == expected.score
    assert found.score is None or 0 <= found.score <= 100
    total = sum(weight for _, weight in drawn)
    known = sum(weight for points, weight in drawn if points is not None)
    assert found.known == (Decimal(known) / total if total else 0)
