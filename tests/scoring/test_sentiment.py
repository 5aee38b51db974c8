"""A person's judgement beside the computed health."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kamgen.plan.account import Sentiment
from kamgen.scoring.score import Health, HealthBand, Judgement
from kamgen.scoring.sentiment import judgement
from tests.scoring.plans import TODAY


def health(band: HealthBand | None, known: str = "0.5") -> Health:
    score = None if band is None else {"red": Decimal(40), "amber": Decimal(60), "green": Decimal(90)}[band]
    return Health(score, band, Decimal(known), (), None, Decimal(0))


@pytest.mark.parametrize(
    ("value", "band", "disagrees"),
    [
        (4, "red", True),
        (3, "red", False),
        (5, "amber", False),
        (2, "green", True),
        (3, "green", False),
        (1, "red", False),
        (5, None, None),
    ],
)
def test_it_disagrees_with_the_opposite_only(value: int, band: HealthBand | None, disagrees: bool | None) -> None:
    found = judgement(Sentiment(value=value, reason="Because"), health(band), TODAY)
    assert found == Judgement(value, "Because", disagrees)


def test_a_health_of_which_less_than_half_is_known_contradicts_nobody() -> None:
    found = judgement(Sentiment(value=5), health("red", "0.49"), TODAY)
    assert found is not None
    assert found.disagrees is None


def test_a_judgement_that_was_not_made_yet_does_not_exist() -> None:
    assert judgement(None, health("red"), TODAY) is None
    assert judgement(Sentiment.model_validate({"value": 5, "date": "2026-05-07"}), health("red"), TODAY) is None
