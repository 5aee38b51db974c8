"""The distribution of the sum of wins (D3): by hand, against all outcomes, and where it is large."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise, product
from random import Random
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamgen.scoring.forecast_distribution import EXACT_SUMS, WinChance, WinDistribution, distribution_of_wins

TENTH, HALF, NINE_TENTHS = Decimal("0.1"), Decimal("0.5"), Decimal("0.9")

chances = st.builds(
    WinChance,
    st.decimals(0, 100_000, places=2),
    st.one_of(st.sampled_from([Decimal(0), TENTH, HALF, NINE_TENTHS, Decimal(1)]), st.decimals(0, 1, places=3)),
)


def wins(*opportunities: tuple[object, object]) -> WinDistribution:
    """Return the distribution of opportunities given as (amount, probability)."""
    return distribution_of_wins(WinChance(Decimal(str(a)), Decimal(str(p))) for a, p in opportunities)


def quantiles(found: WinDistribution) -> tuple[Decimal, ...]:
    return tuple(found.quantile(share) for share in (TENTH, HALF, NINE_TENTHS))


def every_outcome(opportunities: list[WinChance]) -> dict[Fraction, Fraction]:
    """Return the probability of every sum by going through all 2^n outcomes."""
    found: dict[Fraction, Fraction] = {}
    for outcome in product((False, True), repeat=len(opportunities)):
        total, probability = Fraction(0), Fraction(1)
        for won, (amount, chance) in zip(outcome, opportunities, strict=True):
            total += Fraction(amount) * won
            probability *= Fraction(chance) if won else 1 - Fraction(chance)
        found[total] = found.get(total, Fraction(0)) + probability
    return found


def portfolio(size: int, seed: int = 1) -> list[WinChance]:
    """Return opportunities as uneven as in life: many small ones, a few ten times as large."""
    random = Random(seed)
    stages = [Decimal(stage) for stage in ("0.1", "0.25", "0.4", "0.6", "0.7", "0.9")]
    return [WinChance(Decimal(int(random.lognormvariate(10, 1))), random.choice(stages)) for _ in range(size)]


def shape(found: WinDistribution) -> tuple[float, float]:
    """Return mean and standard deviation as they follow from the weights, not as they were computed apart."""
    whole = found.cumulative[-1]
    weights = [after - before for before, after in pairwise((0, *found.cumulative))]
    mean = sum(Fraction(total * weight, whole) for total, weight in zip(found.sums, weights, strict=True))
    square = sum(Fraction(total * total * weight, whole) for total, weight in zip(found.sums, weights, strict=True))
    return float(mean * found.step), float(square - mean * mean) ** 0.5 * float(found.step)


# ── By hand ──


def test_two_opportunities_by_hand() -> None:
    found = wins((400, "0.25"), (100, "0.5"))
    # Nothing 0.375, 100 alone 0.375, 400 alone 0.125, both 0.125.
    assert quantiles(found) == (0, 100, 500)
    assert found.quantile(Decimal("0.375")) == 0
    assert found.quantile(Decimal("0.876")) == 500
    assert [found.reach(Decimal(amount)) for amount in (0, 1, 100, 101, 400, 500, 501)] == [
        *(1, Decimal("0.625"), Decimal("0.625"), Decimal("0.25"), Decimal("0.25"), Decimal("0.125"), 0)
    ]
    assert found.mean == 150
    assert found.variance == 400 * 400 * Decimal("0.1875") + 100 * 100 * Decimal("0.25")
    assert found.blur == 0


@pytest.mark.parametrize(
    ("probability", "expected"), [("0.9", (0, 70, 70)), ("0.91", (70, 70, 70)), ("0.5", (0, 0, 70)), ("0.1", (0, 0, 0))]
)
def test_a_probability_that_meets_the_share_exactly_is_enough(probability: str, expected: tuple[int, ...]) -> None:
    assert quantiles(wins((70, probability))) == expected


def test_equal_sums_are_one() -> None:
    found = wins((100, "0.5"), (60, "0.5"), (40, "0.5"))
    assert [found.quantile(Decimal(share)) for share in ("0.625", "0.626")] == [100, 140]
    assert len(found.sums) == 7


def test_without_opportunities_nothing_is_certain() -> None:
    found = wins()
    assert quantiles(found) == (0, 0, 0)
    assert (found.mean, found.standard_deviation) == (0, 0)
    assert (found.reach(Decimal(0)), found.reach(Decimal(1)), found.reach(Decimal(-5))) == (1, 0, 1)


def test_what_is_certain_or_impossible_moves_the_sum_or_not_at_all() -> None:
    found = wins((100, 1), (900, 0), (0, "0.5"), (50, "0.5"))
    assert quantiles(found) == (100, 100, 150)
    assert found.reach(Decimal(100)) == 1
    assert found.reach(Decimal(151)) == 0


def test_amounts_keep_their_cents_and_currencies() -> None:
    assert wins(("0.01", 1), ("1234.5678", 1)).quantile(HALF) == Decimal("1234.5778")
    assert wins(("1e15", 1), ("0.000000000001", "0.5")).quantile(TENTH) == Decimal("1e15")


# ── Against all outcomes ──


@settings(max_examples=60, deadline=None)
@given(st.lists(chances, max_size=9))
def test_it_is_what_all_outcomes_give(opportunities: list[WinChance]) -> None:
    check_against_every_outcome(opportunities)


@settings(max_examples=3, deadline=None)
@given(st.lists(chances, min_size=13, max_size=15))
def test_it_is_what_all_outcomes_give_up_to_fifteen(opportunities: list[WinChance]) -> None:
    check_against_every_outcome(opportunities)


def check_against_every_outcome(opportunities: list[WinChance]) -> None:
    found, expected = distribution_of_wins(opportunities), every_outcome(opportunities)
    totals = sorted(expected)
    below = list(accumulate(expected[total] for total in totals))
    assert found.blur == 0
    for share in (TENTH, HALF, NINE_TENTHS, Decimal("0.333"), Decimal(1)):
        wanted = next(total for total, reached in zip(totals, below, strict=True) if reached >= Fraction(share))
        assert Fraction(found.quantile(share)) == wanted
    for total, reached in zip(totals[:50], below, strict=False):
        more = 1 - reached + expected[total]
        assert abs(Fraction(found.reach(Decimal(total.numerator) / total.denominator)) - more) < Fraction(1, 10**20)
    assert Fraction(found.mean) == sum(total * expected[total] for total in totals)
    square = sum(total * total * expected[total] for total in totals)
    assert float(found.variance) == pytest.approx(float(square - Fraction(found.mean) ** 2))


@given(st.lists(chances, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_opportunities_changes_nothing(opportunities: list[WinChance], random: Random) -> None:
    mixed = random.sample(opportunities, len(opportunities))
    assert distribution_of_wins(mixed) == distribution_of_wins(opportunities)


@given(st.lists(chances, max_size=8), chances)
def test_one_opportunity_more_never_lowers_the_range_or_the_chance(more: list[WinChance], one: WinChance) -> None:
    before, after = distribution_of_wins(more), distribution_of_wins([*more, one])
    assert all(low <= high for low, high in zip(quantiles(before), quantiles(after), strict=True))
    assert before.reach(Decimal(5000)) <= after.reach(Decimal(5000))


@given(st.lists(chances, max_size=8))
def test_another_currency_is_another_scale(opportunities: list[WinChance]) -> None:
    rate = Decimal("1.08")
    there = distribution_of_wins(WinChance(amount * rate, chance) for amount, chance in opportunities)
    assert quantiles(there) == tuple(rate * amount for amount in quantiles(distribution_of_wins(opportunities)))


@given(st.lists(chances, max_size=8))
def test_the_range_is_in_order_and_inside_what_can_come(opportunities: list[WinChance]) -> None:
    low, middle, high = quantiles(distribution_of_wins(opportunities))
    assert 0 <= low <= middle <= high <= sum(chance.amount for chance in opportunities)


# ── Large portfolios ──


def test_many_equal_amounts_are_exact() -> None:
    found = wins(*[(5000, "0.5")] * 300)
    assert found.blur == 0
    assert found.quantile(HALF) == 150 * 5000
    assert len(found.sums) == 301


@pytest.mark.parametrize("size", [40, 300, 1000, 2500])
def test_a_large_portfolio_keeps_mean_and_spread(size: int) -> None:
    found = distribution_of_wins(portfolio(size))
    mean, deviation = shape(found)
    assert mean == pytest.approx(float(found.mean), rel=1e-9)
    assert deviation == pytest.approx(float(found.standard_deviation), rel=1e-3)
    assert 0 < found.blur < sum(chance.amount for chance in portfolio(size)) / 500


@pytest.mark.parametrize("size", [1000, 2500])
def test_a_large_portfolio_is_nearly_normal(size: int) -> None:
    found = distribution_of_wins(portfolio(size))
    normal = NormalDist(float(found.mean), float(found.standard_deviation))
    for share in (TENTH, HALF, NINE_TENTHS):
        # A twentieth of the standard deviation: the skew of a few large opportunities is real.
        expected = normal.inv_cdf(float(share))
        assert float(found.quantile(share)) == pytest.approx(expected, abs=float(found.standard_deviation) / 20)
        assert float(found.reach(Decimal(expected))) == pytest.approx(1 - float(share), abs=0.02)


@pytest.mark.parametrize("size", [60, 700])
def test_the_grid_is_next_to_the_exact_distribution(size: int) -> None:
    """Amounts that nothing divides go on the grid; rounded to tens of thousands their exact sums can be had here."""
    random = Random(size)
    rough = [(random.randint(1, 12), random.choice(["0.1", "0.35", "0.6", "0.9"])) for _ in range(size)]
    exact = [1.0]
    for amount, probability in rough:
        chance = float(probability)
        lost, won = [*exact, *[0.0] * amount], [*[0.0] * amount, *exact]
        exact = [(1 - chance) * one + chance * other for one, other in zip(lost, won, strict=True)]
    below = list(accumulate(exact))
    found = wins(*((amount * 10_000 + random.randint(-9, 9), probability) for amount, probability in rough))
    assert found.blur > 0
    for share in (TENTH, HALF, NINE_TENTHS):
        wanted = next(total for total, reached in enumerate(below) if reached >= float(share)) * 10_000
        assert abs(float(found.quantile(share)) - wanted) <= 10_000 + 3 * float(found.blur)


def test_one_giant_among_many_keeps_its_own_weight() -> None:
    found = distribution_of_wins([*portfolio(1500), WinChance(Decimal("1e9"), Decimal("0.2"))])
    assert float(found.reach(Decimal("1e9"))) == pytest.approx(0.2, abs=1e-6)
    assert found.quantile(HALF) < Decimal("1e9") < found.quantile(NINE_TENTHS)


def test_small_chances_of_many_never_make_less_than_nothing() -> None:
    found = distribution_of_wins(WinChance(chance.amount, Decimal("0.0001")) for chance in portfolio(1500))
    assert found.sums[0] >= 0
    assert found.quantile(TENTH) >= 0


def test_many_certain_wins_are_certain() -> None:
    found = distribution_of_wins(WinChance(chance.amount, Decimal(1)) for chance in portfolio(600))
    assert found.standard_deviation == 0
    for share in (TENTH, HALF, NINE_TENTHS):
        assert float(found.quantile(share)) == pytest.approx(float(found.mean), abs=4 * float(found.blur))


def test_a_large_portfolio_does_not_depend_on_the_order() -> None:
    opportunities = portfolio(800)
    assert distribution_of_wins(reversed(opportunities)) == distribution_of_wins(opportunities)


def test_the_limit_of_exact_sums_is_what_it_says() -> None:
    assert sum(2**n for n in range(1, 16)) <= EXACT_SUMS < sum(2**n for n in range(1, 17))
