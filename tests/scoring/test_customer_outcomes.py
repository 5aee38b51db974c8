"""Customers' outcomes, reached and confirmed."""

from typing import Any

import pytest

from kamgen.plan.success_plan import Outcome
from kamgen.scoring.customer_outcomes import is_reached, verified_outcomes
from tests.scoring.plans import TODAY


def outcome(**keys: Any) -> Outcome:
    return Outcome.model_validate({"id": "o", "text": "O", **keys})


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"baseline": 6, "target": 4, "actual": 4}, True),
        ({"baseline": 6, "target": 4, "actual": 3}, True),
        ({"baseline": 6, "target": 4, "actual": "5.1"}, False),
        ({"baseline": 1, "target": 4, "actual": 5}, True),
        ({"target": 4, "actual": 4}, True),
        ({"target": 4, "actual": 5}, None),  # without a baseline nobody knows which way is better
        ({"baseline": 4, "target": 4, "actual": 5}, None),
        ({"baseline": 6, "actual": 5}, None),
    ],
)
def test_an_outcome_is_reached_where_its_figure_has_come_to_the_target(figures: Any, expected: bool | None) -> None:
    assert is_reached(outcome(**figures)) is expected


@pytest.mark.parametrize(
    ("keys", "counts"),
    [
        ({"verified": "2026-05-06"}, True),
        ({"verified": "2026-05-07"}, False),
        ({"verified": "2026-05-06", "baseline": 6, "target": 4, "actual": 5}, False),
        ({"verified": "2026-05-06", "baseline": 6, "target": 4, "actual": 4}, True),
        ({"baseline": 6, "target": 4, "actual": 4}, False),
    ],
)
def test_only_what_is_reached_and_confirmed_counts(keys: Any, counts: bool) -> None:
    assert (len(verified_outcomes([outcome(**keys)], TODAY)) == 1) is counts
