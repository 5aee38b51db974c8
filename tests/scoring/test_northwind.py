"""The 89 buying Northwind customers, scored and computed again here from the raw rows in another way."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from statistics import median

import pytest

from kamgen.plan.value import Purchase
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from kamgen.scoring.score import AccountScores, PortfolioScores
from tests import northwind
from tests.scoring.plans import TODAY, plan, settings

pytestmark = pytest.mark.skipif(not northwind.FOLDER.is_dir(), reason="the Northwind sample data is not here")

SETTINGS = settings(scoring={"pyramid": {"by": "revenue-to-date"}})
YEAR_AGO = TODAY - timedelta(days=365)
Rows = dict[str, list[northwind.Purchase]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    """Order lines by customer."""
    customer_of = {row["order_id"]: row["customer_id"] for row in northwind.table(northwind.FOLDER, "orders")}
    found: Rows = defaultdict(list)
    for row in northwind.purchases(northwind.FOLDER):
        found[customer_of[row.order].lower()].append(row)
    return found


@pytest.fixture(scope="module")
def scores(rows: Rows) -> dict[str, AccountScores]:
    return {
        customer: score_account(
            customer,
            plan(value={"purchases": [Purchase(date=row.date, amount=row.amount) for row in lines]}),
            SETTINGS,
            TODAY,
        )
        for customer, lines in rows.items()
    }


@pytest.fixture(scope="module")
def portfolio(scores: dict[str, AccountScores]) -> PortfolioScores:
    return score_portfolio(scores, SETTINGS)


def days_of(lines: list[northwind.Purchase]) -> list[date]:
    return sorted({row.date for row in lines})


def test_89_customers_bought_for_1_265_793_04(portfolio: PortfolioScores, scores: dict[str, AccountScores]) -> None:
    assert len(scores) == 89
    assert round(portfolio.revenue_to_date, 2) == Decimal("1265793.04")


def test_the_pyramid_is_steep_but_not_80_20(portfolio: PortfolioScores) -> None:
    shares = [
        (piece.name, len(piece.accounts), round(100 * piece.revenue_share, 2))
        for piece in portfolio.pyramid
        if piece.revenue_share is not None
    ]
    assert shares == [
        ("summit", 1, Decimal("8.71")),
        ("super", 4, Decimal("29.28")),
        ("high-value", 18, Decimal("60.06")),
    ]


def test_ranks_follow_the_revenue(rows: Rows, portfolio: PortfolioScores) -> None:
    revenue = {customer: sum(Fraction(row.amount) for row in lines) for customer, lines in rows.items()}
    expected = sorted(revenue, key=lambda customer: revenue[customer], reverse=True)
    places = portfolio.placements
    assert sorted(places, key=lambda customer: places[customer].rank or 0) == expected
    assert Counter(place.slice_name for place in places.values()) == {
        "summit": 1,
        "super": 3,
        "high-value": 14,
        "base": 71,
    }


def test_activity_is_that_of_the_rows(rows: Rows, scores: dict[str, AccountScores]) -> None:
    states: Counter[str] = Counter()
    for customer, lines in rows.items():
        days, found = days_of(lines), scores[customer].activity
        recency = (TODAY - days[-1]).days
        expected = "unknown"
        if len(days) >= 3:
            ratio = recency / median((days[i] - days[i - 1]).days for i in range(1, len(days)))
            expected = "active" if ratio <= 1.5 else "cooling" if ratio <= 3 else "dormant"
        recent = [row for row in lines if row.date > YEAR_AGO]
        assert found.state == expected, customer
        assert (found.first, found.last, found.recency_days) == (days[0], days[-1], recency)
        assert (found.purchase_days, found.frequency) == (len(days), len({row.date for row in recent}))
        assert found.monetary == sum(row.amount for row in recent)
        states[found.state] += 1
    assert states.keys() == {"active", "cooling", "dormant", "unknown"}


def test_rfm_scores_are_the_portfolios_fifths(rows: Rows, portfolio: PortfolioScores) -> None:
    recent = {customer: [row for row in lines if row.date > YEAR_AGO] for customer, lines in rows.items()}
    measures = {
        "r": {customer: -(TODAY - days_of(lines)[-1]).days for customer, lines in rows.items()},
        "f": {customer: len(days_of(lines)) for customer, lines in recent.items()},
        "m": {customer: sum(row.amount for row in lines) for customer, lines in recent.items()},
    }
    for name, measure in measures.items():
        for customer, value in measure.items():
            worse = sum(other < value for other in measure.values())
            level = sum(other == value for other in measure.values())
            standing = Fraction(2 * worse + level, 2 * len(measure))
            assert getattr(portfolio.placements[customer], name) == min(5, 1 + int(standing * 5)), (name, customer)
    monetary = Counter(place.m for place in portfolio.placements.values())
    assert all(17 <= monetary[score] <= 19 for score in (2, 3, 4, 5))
