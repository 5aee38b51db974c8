"""Five stars, what they bring and what the next one needs (F3), and the 5A classes (A6)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.settings import Scoring
from kamgen.scoring.account_classes import account_class
from kamgen.scoring.stars import earned_stars, rate_stars

RULES = Scoring.model_validate(
    {
        "stars": [[85, 5], [70, 4], [40, 2]],
        "entitlements": {"5": ["Sponsor", "Reply in 4 hours"], "2": ["Named contact"]},
        "classes": [[80, "Gold"], [50, "Silver"]],
    }
)
scores = st.decimals(0, 100, places=2)


@pytest.mark.parametrize(
    ("score", "stars", "brought", "next_stars", "missing"),
    [
        ("39.5", None, (), 2, "0.5"),
        ("40", 2, ("Named contact",), 4, "30"),
        ("69.99", 2, ("Named contact",), 4, "0.01"),
        ("70", 4, (), 5, "15"),
    ],
)
def test_stars_bring_their_own_service_and_say_what_is_missing_to_more(
    score: str, stars: int | None, brought: tuple[str, ...], next_stars: int, missing: str
) -> None:
    rating = rate_stars(Decimal(score), RULES)
    assert rating is not None
    assert (rating.stars, rating.entitlements) == (stars, brought)
    assert rating.next_star is not None
    assert (rating.next_star.stars, rating.next_star.missing) == (next_stars, Decimal(missing))


def test_the_next_star_says_what_it_would_bring() -> None:
    rating = rate_stars(Decimal(71), RULES)
    assert rating is not None
    assert rating.next_star is not None
    assert (rating.next_star.threshold, rating.next_star.entitlements) == (85, ("Sponsor", "Reply in 4 hours"))


def test_above_the_last_star_there_is_none() -> None:
    rating = rate_stars(Decimal(90), RULES)
    assert rating is not None
    assert (rating.stars, rating.next_star) == (5, None)


def test_of_an_unknown_score_nobody_says_what_is_missing() -> None:
    assert rate_stars(None, RULES) is None
    assert earned_stars(None, RULES) is None


def test_a_higher_step_with_fewer_stars_is_no_way_up() -> None:
    odd = Scoring.model_validate({"stars": [[90, 1], [60, 3]]})
    rating = rate_stars(Decimal(70), odd)
    assert rating is not None
    assert (rating.stars, rating.next_star) == (3, None)


@pytest.mark.parametrize(("score", "label"), [("80", "Gold"), ("79.99", "Silver"), ("50", "Silver"), ("49", None)])
def test_a_class_begins_at_its_own_score(score: str, label: str | None) -> None:
    assert account_class(Decimal(score), RULES) == label


def test_without_a_score_there_is_no_class() -> None:
    assert account_class(None, RULES) is None


@given(scores)
def test_who_gets_the_missing_points_gets_the_star(score: Decimal) -> None:
    rating = rate_stars(score, RULES)
    assert rating is not None
    if rating.next_star is not None:
        assert rating.next_star.missing > 0
        assert earned_stars(score + rating.next_star.missing, RULES) == rating.next_star.stars


@given(scores, scores)
def test_more_points_never_mean_fewer_stars(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert (earned_stars(low, RULES) or 0) <= (earned_stars(high, RULES) or 0)
