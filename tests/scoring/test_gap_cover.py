"""What covers the gap to the goal (D3)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kamgen.scoring.forecast import score_forecast
from kamgen.scoring.gap_cover import GapCover, cover_gap
from tests.scoring.plans import TODAY, plan, settings

SETTINGS = settings(rates={"EUR": "1.10"})
GOAL = {"id": "revenue", "text": "Revenue", "unit": "USD", "target": 1000, "actual": 600}


def cover(*opportunities: dict[str, Any], goal: dict[str, Any] = GOAL, **value: Any) -> GapCover | None:
    account = plan(
        opportunities=[{"id": f"deal-{n}", "name": f"Deal {n}", **deal} for n, deal in enumerate(opportunities)],
        goals={"goals": [goal]},
        value=value,
    )
    found = cover_gap(account, SETTINGS, TODAY)
    assert found == cover_gap(account, SETTINGS, TODAY, score_forecast(account, SETTINGS, TODAY))
    return found


def test_opportunities_cover_by_what_they_are_worth_today_and_white_space_the_rest() -> None:
    found = cover(
        {"amount": 100, "probability": "0.5", "product": "dairy"},
        {"amount": 300, "probability": "0.4", "currency": "EUR"},
        {"amount": 900, "status": "won"},
        {"amount": 80},
        white_space=[{"product": "dairy", "potential": 250, "current": 50}],
    )
    assert found is not None
    assert found.to_win == 400
    assert [(covering.id, covering.amount, covering.weighted) for covering in found.opportunities] == [
        ("deal-1", 330, 132),
        ("deal-0", 100, 50),
    ]
    assert (found.unweighted, found.gap) == (1, 218)
    assert found.white_space == 100  # 200 of dairy, of which 100 are an opportunity already
    assert found.uncovered == 118


def test_white_space_that_is_unknown_covers_nothing() -> None:
    found = cover(white_space=[{"product": "dairy", "potential": 250}])
    assert found is not None
    assert (found.gap, found.white_space, found.uncovered) == (400, None, 400)


def test_a_goal_that_is_reached_leaves_nothing_to_cover() -> None:
    found = cover({"amount": 100, "probability": "0.5"}, goal={**GOAL, "actual": 1100})
    assert found is not None
    assert (found.to_win, found.gap, found.uncovered) == (0, 0, 0)


def test_without_target_or_actual_there_is_no_gap_to_cover() -> None:
    assert cover(goal={**GOAL, "actual": None}) is None
    assert cover(goal={**GOAL, "target": None}) is None


def test_opportunities_of_equal_weight_stand_by_id() -> None:
    found = cover({"amount": 50, "probability": 1}, {"amount": 100, "probability": "0.5"})
    assert found is not None
    assert [covering.id for covering in found.opportunities] == ["deal-0", "deal-1"]
    assert [covering.weighted for covering in found.opportunities] == [Decimal(50), Decimal(50)]
