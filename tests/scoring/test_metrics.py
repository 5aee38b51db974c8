"""The catalogue of metrics, and those that no other score has."""

from decimal import Decimal
from typing import Any, get_args

import pytest

from kamgen.plan.settings import PyramidMeasure
from kamgen.scoring.evaluation import evaluate
from kamgen.scoring.metrics.catalogue import METRICS, compute_metrics
from tests.scoring.plans import TODAY, buyer, plan, rounded, settings

NAMES = (
    "years-as-customer",
    "purchases-last-12-months",
    "purchases-previous-12-months",
    "growth",
    "margin-rate",
    "share-of-wallet",
    "recency-days",
    "frequency",
    "monetary",
    "activity",
    "open-pipeline",
    "weighted-pipeline",
    "pipeline-p10",
    "pipeline-p50",
    "pipeline-p90",
    "chance-to-reach-target",
    "win-rate",
    "goal-progress",
    "coverage",
    "support-index",
    "on-time-response",
    "satisfaction",
    "white-space",
    "big-need",
    "price-premium",
    "big-repurchase",
    "big-tests",
    "backcast-steps",
    "backcast-growth",
    "target-to-win",
    "target-covered",
    "target-owned",
    "target-uncovered",
    "single-threaded",
    "risk-exposure",
    "referrals",
    "planned-hours",
    "spent-hours",
    "customer-hours",
    "customer-time-share",
    "open-requests",
    "response-days",
    "satisfied-share",
    "losses-last-12-months",
    "bindings",
    "referrals-with-result",
    "days-since-handover",
    "open-risks",
    "verified-outcomes",
    "checks-made",
    "revenue-to-date",
    "lifetime-value",
)


def value(name: str, account: Any, **keys: Any) -> Any:
    return METRICS[name].value(account, settings(**keys), TODAY)


def test_the_catalogue_is_complete() -> None:
    assert sorted(METRICS) == sorted(NAMES)
    assert set(get_args(PyramidMeasure)) <= set(METRICS)


@pytest.mark.parametrize("name", NAMES)
def test_a_metric_says_what_it_is(name: str) -> None:
    metric = METRICS[name]
    assert metric.name == name
    assert metric.label
    assert metric.description
    assert "\n" not in metric.description
    assert metric.compute.__doc__


def test_of_an_empty_plan_only_its_counts_are_known() -> None:
    metrics = compute_metrics(evaluate(plan(), settings(), TODAY))
    assert {name: found for name, found in metrics.items() if found is not None} == {
        "backcast-steps": 0,
        "referrals": 0,
        "referrals-with-result": 0,
    }


def test_years_as_customer_begin_where_the_plan_says_so() -> None:
    account = plan(profile={"since": "2016-05-06"}, value={"purchases": [{"date": "2024-05-06", "amount": 1}]})
    assert rounded(value("years-as-customer", account)) == 10


@pytest.mark.parametrize("since", [None, "2026-06-01"])
def test_years_as_customer_begin_with_the_first_purchase_where_the_plan_says_nothing_of_use(since: str | None) -> None:
    account = plan(profile={"since": since}, value={"purchases": [{"date": "2024-05-06", "amount": 1}]})
    assert rounded(value("years-as-customer", account)) == 2


def test_the_two_years_before_the_day_and_their_growth() -> None:
    account = buyer(("2024-05-06", 1), ("2024-05-07", 100), ("2025-05-06", 100), ("2025-05-07", 300))
    assert value("purchases-last-12-months", account) == 300
    assert value("purchases-previous-12-months", account) == 200
    assert value("growth", account) == Decimal("0.5")


def test_a_year_that_the_record_does_not_cover_gives_no_growth() -> None:
    account = buyer(("2024-05-08", 100), ("2026-01-01", 300))
    assert value("purchases-previous-12-months", account) == 100
    assert value("growth", account) is None
    assert value("growth", buyer(("2024-05-07", 100), ("2026-01-01", 300))) == 2


def test_before_the_record_begins_purchases_are_unknown() -> None:
    account = buyer(("2025-05-07", 100))
    assert value("purchases-previous-12-months", account) is None
    assert value("growth", account) is None


def test_growth_from_nothing_is_unknown() -> None:
    account = buyer(("2023-01-01", 100), ("2026-01-01", 300))
    assert value("purchases-previous-12-months", account) == 0
    assert value("growth", account) is None


def test_who_stopped_buying_shrank_to_nothing() -> None:
    assert value("growth", buyer(("2024-01-01", 1), ("2025-01-01", 100))) == -1


def test_the_margin_rate_does_not_need_an_exchange_rate() -> None:
    purchases = [{"date": "2026-01-01", "amount": 200, "margin": 30}]
    account = plan(value={"currency": "SEK", "purchases": purchases})
    assert value("margin-rate", account) == Decimal("0.15")
    assert value("margin-rate", buyer(("2026-01-01", 200))) is None


def test_margin_on_nothing_but_returns_is_unknown() -> None:
    purchases = [{"date": "2026-01-01", "amount": -200, "margin": -30}]
    assert value("margin-rate", plan(value={"purchases": purchases})) is None


def test_revenue_to_date_and_recency() -> None:
    account = buyer(("2020-01-01", 70), ("2026-05-01", 30), ("2026-05-03", -5))
    assert value("revenue-to-date", account) == 95
    assert value("recency-days", account) == 5
    assert value("frequency", account) == 1
    assert value("monetary", account) == 25


def test_activity_is_a_word_or_unknown() -> None:
    assert value("activity", buyer(("2026-05-01", 1), ("2026-05-02", 1), ("2026-05-03", 1))) == "cooling"
    assert value("activity", buyer(("2026-05-01", 1))) is None


BOUGHT = (("2024-06-01", 10), ("2025-01-01", 20), ("2025-12-31", 30), ("2026-02-01", 50))


@pytest.mark.parametrize(
    ("wallets", "share"),
    [
        ({2025: 200}, "0.25"),  # 20 + 30
        ({2024: 100, 2025: 200}, "0.25"),  # the latest
        ({2025: 200, 2024: 100}, "0.25"),
        ({2025: 200, 2027: 100}, "0.25"),  # a year to come is not here yet
        ({2024: 100, 2025: 0}, "0.1"),  # a wallet of nothing says nothing
        ({2026: 400}, "0.2"),  # the year still runs: 30 + 50 of the last twelve months
        ({2025: 40}, "1.25"),  # the wallet is too small, and that is for people to see
        ({2023: 100}, None),  # before the record
        ({2027: 100}, None),
        ({}, None),
    ],
)
def test_the_share_of_wallet_is_of_the_latest_wallet(wallets: dict[int, int], share: str | None) -> None:
    rows = [{"year": year, "amount": amount} for year, amount in wallets.items()]
    found = value("share-of-wallet", buyer(*BOUGHT, wallet=rows, currency="SEK"))
    assert found == (None if share is None else Decimal(share))


def test_without_purchases_the_share_of_wallet_is_unknown() -> None:
    assert value("share-of-wallet", plan(value={"wallet": [{"year": 2025, "amount": 5}]})) is None


def test_white_space_is_what_is_left_of_the_potential() -> None:
    rows = [
        {"product": "dairy", "potential": 100, "current": 40},
        {"product": "meat", "potential": 50, "current": 80},  # more than we thought: nothing left, not less
        {"product": "grain", "potential": 70},
        {"product": "fish", "current": 70},
    ]
    account = plan(value={"currency": "EUR", "white_space": rows})
    assert value("white-space", account, rates={"EUR": 2}) == 120
    assert value("white-space", account) is None
    assert value("white-space", plan(value={"white_space": rows[2:]})) is None


def test_hours_are_added_over_all_strategies() -> None:
    def action(name: str, **keys: Any) -> dict[str, Any]:
        return {"id": name, "text": name, **keys}

    strategies = [
        {"id": "a", "text": "A", "actions": [action("one", hours=10, spent=2, with_customer=4), action("two")]},
        {"id": "b", "text": "B", "actions": [action("three", hours=5, spent=1, status="dropped", with_customer=5)]},
    ]
    account = plan(goals={"strategies": strategies})
    assert [value(name, account) for name in ("planned-hours", "spent-hours", "customer-hours")] == [10, 3, 4]


def test_referrals_of_the_future_were_not_made() -> None:
    referrals = [{"to": "A", "date": "2026-05-06"}, {"to": "B", "date": "2026-05-07"}, {"to": "C"}]
    assert value("referrals", plan(service={"referrals": referrals})) == 2


def test_figures_of_the_other_scores_are_metrics_too() -> None:
    account = plan(
        power_map={"people": [{"id": "ceo", "influence": 5, "support": 1}]},
        service={
            "surveys": [{"date": "2026-05-01", "neutral": 1}],
            "requests": [{"id": "r", "text": "R", "due": "2026-05-01", "closed": "2026-05-01"}],
        },
        risks=[{"id": "r", "text": "R", "likelihood": 5, "impact": 4}],
        opportunities=[
            {"id": "a", "name": "A", "amount": 10, "probability": "0.5"},
            {"id": "b", "name": "B", "status": "won"},
        ],
        goals={"goals": [{"id": "g", "text": "G", "baseline": 0, "target": 10, "actual": 5, "due": "2026-05-01"}]},
    )
    metrics = compute_metrics(evaluate(account, settings(), TODAY))
    assert metrics["support-index"] == 50
    assert metrics["coverage"] == 0
    assert metrics["satisfaction"] == 50
    assert metrics["on-time-response"] == 1
    assert metrics["risk-exposure"] == Decimal("0.8")
    assert metrics["open-pipeline"] == 10
    assert metrics["weighted-pipeline"] == 5
    assert metrics["win-rate"] == 1
    assert metrics["goal-progress"] == 50


def test_figures_of_service_and_upkeep() -> None:
    account = plan(
        service={
            "requests": [
                {"id": "a", "text": "A", "raised": "2026-04-01", "closed": "2026-04-05"},
                {"id": "b", "text": "B", "due": "2026-06-01"},
            ],
            "surveys": [{"date": "2026-05-01", "very_satisfied": 1, "satisfied": 2, "neutral": 1}],
            "losses": [{"date": "2026-01-01", "what": "An order", "amount": 70}],
            "bindings": [{"kind": "level", "text": "CEOs meet"}, {"kind": "level", "text": "Buyers meet"}],
            "referrals": [{"to": "A", "result": "A meeting"}, {"to": "B"}],
        },
        handovers=[{"date": "2026-04-06", "from": "chen-bo", "to": "lin-yue"}],
        risks=[{"id": "a", "text": "A"}, {"id": "b", "text": "B", "status": "closed"}],
        success_plan={"outcomes": [{"id": "a", "text": "A", "verified": "2026-05-01"}, {"id": "b", "text": "B"}]},
    )
    expected = {
        "open-requests": 1,
        "response-days": 4,
        "satisfied-share": Decimal("0.75"),
        "losses-last-12-months": 70,
        "bindings": 1,
        "referrals-with-result": 1,
        "days-since-handover": 30,
        "open-risks": 1,
        "verified-outcomes": 1,
    }
    metrics = compute_metrics(evaluate(account, settings(), TODAY))
    assert {name: metrics[name] for name in expected} == expected


def test_checks_and_time_with_the_customer_are_of_all_strategies() -> None:
    done = {"id": "a", "text": "A", "status": "done", "checks": {"owner": "2026-05-01"}, "hours": 8, "with_customer": 2}
    also = {"id": "b", "text": "B", "status": "done", "checks": {"lead": "2026-05-01"}, "hours": 2, "with_customer": 2}
    account = plan(
        goals={"strategies": [{"id": "x", "text": "X", "actions": [done]}, {"id": "y", "text": "Y", "actions": [also]}]}
    )
    assert value("checks-made", account) == Decimal("0.5")
    assert value("customer-time-share", account) == Decimal("0.4")


def test_what_is_not_written_down_is_not_known_to_be_none() -> None:
    for name in ("open-requests", "losses-last-12-months", "bindings", "open-risks", "verified-outcomes"):
        assert value(name, plan()) is None
