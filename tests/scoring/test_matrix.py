"""The matrix of attractiveness and strength (A2)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.settings import Axis, Matrix
from kamgen.scoring.matrix import axis_points, matrix_quadrant, quadrant_posture
from kamgen.scoring.score import CriterionScore

points = st.one_of(st.none(), st.integers(0, 100))
criteria = st.lists(
    st.builds(
        lambda axis, points, weight: criterion(axis, points, weight),
        st.sampled_from(["attractiveness", "strength", None]),
        points,
        st.integers(0, 20),
    ),
    max_size=6,
)


def criterion(axis: Axis | None, points: int | None, weight: int = 1) -> CriterionScore:
    known = None if points is None else Decimal(points)
    return CriterionScore("c", None, axis, "tag:c", None, known, Decimal(weight))


def test_an_axis_is_the_weighted_mean_of_its_own_criteria() -> None:
    scores = [criterion("strength", 40, 3), criterion("strength", 80, 1), criterion("attractiveness", 100, 9)]
    assert axis_points(scores, "strength") == 50
    assert axis_points(scores, "attractiveness") == 100
    assert axis_points([criterion(None, 40)], "strength") is None
    assert axis_points([criterion("strength", None)], "strength") is None


@pytest.mark.parametrize("missing", [(None, Decimal(90)), (Decimal(90), None), (None, None)])
def test_with_one_axis_unknown_there_is_no_quadrant(missing: tuple[Decimal | None, Decimal | None]) -> None:
    assert matrix_quadrant(*missing, Matrix()) is None
    assert quadrant_posture(None, Matrix()) is None


def test_each_quadrant_has_the_posture_of_the_settings() -> None:
    matrix = Matrix.model_validate({"postures": {"high-low": "attack", "low-low": "leave"}})
    assert quadrant_posture("high-high", matrix) == "invest"
    assert quadrant_posture("high-low", matrix) == "attack"
    assert quadrant_posture("low-high", matrix) == "maintain"
    assert quadrant_posture("low-low", matrix) == "leave"


@given(criteria)
def test_an_axis_stays_between_its_lowest_and_its_highest_criterion(drawn: list[CriterionScore]) -> None:
    found = axis_points(drawn, "strength")
    own = [one.points for one in drawn if one.axis == "strength" and one.points is not None and one.weight]
    assert (found is None) == (not own)
    assert found is None or min(own) - Decimal("1e-20") <= found <= max(own) + Decimal("1e-20")


@given(criteria, st.randoms())
def test_the_order_of_criteria_does_not_matter(drawn: list[CriterionScore], chance: object) -> None:
    mixed = list(drawn)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert axis_points(mixed, "strength") == axis_points(drawn, "strength")
