"""The 89 buying Northwind customers, scored and computed again in two other ways: from the raw rows and in SQL."""

from __future__ import annotations

import sqlite3
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
from tests.scoring.northwind_database import ACTIVITY, MILLION, RANKS, RFM, SLICE, ask, open_database
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


# ── Against SQL, on several days: from one customer with one order to all customers with all theirs ──

DAYS = (date(2024, 7, 4), date(2024, 8, 1), date(2025, 1, 10), date(2025, 7, 31), date(2026, 5, 6), date(2029, 1, 1))


@pytest.fixture(scope="module")
def database() -> sqlite3.Connection:
    return open_database(northwind.FOLDER)


def scored_on(rows: Rows, day: date, by: str = "revenue-to-date") -> tuple[dict[str, AccountScores], PortfolioScores]:
    own = settings(scoring={"pyramid": {"by": by}})
    scores = {
        customer: score_account(
            customer,
            plan(value={"purchases": [Purchase(date=row.date, amount=row.amount) for row in lines]}),
            own,
            day,
        )
        for customer, lines in rows.items()
    }
    return scores, score_portfolio(scores, own)


def millionths(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount * MILLION)


def test_the_data_has_the_awkward_cases(database: sqlite3.Connection) -> None:
    twice_a_day = "SELECT customer FROM bought GROUP BY customer, day HAVING count(*) > 1"
    assert len(ask(database, TODAY, twice_a_day)) == 7
    once = "SELECT customer FROM buying WHERE days = 1"
    assert [row["customer"] for row in ask(database, TODAY, once)] == ["centc"]
    assert len(ask(database, date(2024, 8, 1), once)) > 5
    ties = "SELECT {measure} FROM buying GROUP BY 1 HAVING count(*) > 1"
    assert len(ask(database, TODAY, ties, measure="frequency")) > 5
    assert len(ask(database, TODAY, ties, measure="recency")) > 5
    assert len(ask(database, date(2029, 1, 1), ties, measure="monetary")) == 1


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_activity_is_what_sql_says(rows: Rows, database: sqlite3.Connection, day: date) -> None:
    scores, _ = scored_on(rows, day)
    answer = {row["customer"]: row for row in ask(database, day, ACTIVITY)}
    for customer, score in scores.items():
        found, expected = score.activity, answer.get(customer)
        if expected is None:
            assert (found.state, found.first, found.recency_days, found.monetary) == ("unknown", None, None, None)
            continue
        assert (str(found.first), str(found.last)) == (expected["first"], expected["last"]), customer
        assert (found.purchase_days, found.frequency) == (expected["days"], expected["frequency"]), customer
        assert (found.recency_days, found.state) == (expected["recency"], expected["state"]), customer
        assert found.median_days == expected["median"], customer
        assert millionths(found.monetary) == expected["monetary"], customer
        assert millionths(score.lifetime_value.to_date) == expected["revenue"], customer


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_rfm_is_what_sql_says(rows: Rows, database: sqlite3.Connection, day: date) -> None:
    _, portfolio = scored_on(rows, day)
    answer = {row["customer"]: (row["r"], row["f"], row["m"]) for row in ask(database, day, RFM)}
    found = {customer: (place.r, place.f, place.m) for customer, place in portfolio.placements.items()}
    assert found == {customer: answer.get(customer, (None, None, None)) for customer in rows}


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(("by", "measure"), [("revenue-to-date", "revenue"), ("purchases-last-12-months", "monetary")])
def test_the_pyramid_is_what_sql_says(
    rows: Rows, database: sqlite3.Connection, day: date, by: str, measure: str
) -> None:
    _, portfolio = scored_on(rows, day, by)
    ranks = {row["customer"]: row["rank"] for row in ask(database, day, RANKS, measure=measure)}
    assert {customer: place.rank for customer, place in portfolio.placements.items()} == {
        customer: ranks.get(customer) for customer in rows
    }
    for piece in portfolio.pyramid:
        (expected,) = ask(database, day, SLICE, measure=measure, share=piece.share)
        assert len(piece.accounts) == expected["accounts"]
        assert millionths(piece.revenue) == expected["revenue"]
        assert piece.revenue_share == Decimal(expected["revenue"]) / expected["whole"]
