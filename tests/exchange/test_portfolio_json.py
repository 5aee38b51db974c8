"""The portfolio for other programs: resource rule, distributions, segments and roll-ups, unknown values null."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from kamgen.exchange.scores_json import scores_json
from kamgen.pages.summary import summarise
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from tests.scoring.plans import TODAY, plan, settings
from tests.scoring.portfolios import bought, worked

SETTINGS = settings(
    scoring={"pyramid": {"by": "revenue-to-date"}},
    processes={"tender": {"stages": [{"id": "notice", "probability": "0.2"}, {"id": "bid", "probability": "0.5"}]}},
    segments=[{"id": "buyers", "where": {"revenue-to-date": "> 0"}}, {"id": "none", "where": {"status": "lost"}}],
)
PLANS = {
    "holding": plan(type="strategic", tags=["food"], value=bought(60), goals=worked(30, 10)),
    "east": plan(owner="chen-bo", profile={"parent": "holding"}, value=bought(40), goals=worked(10)),
    "new": plan(owner="chen-bo"),
}


def portfolio_data(plans: dict[str, Any], day: date = TODAY) -> dict[str, Any]:
    summaries = {
        name: summarise(name, account, score_account(name, account, SETTINGS, day), (), SETTINGS, day)
        for name, account in plans.items()
    }
    portfolio = score_portfolio({name: each.scores for name, each in summaries.items()}, SETTINGS, summaries)
    data: dict[str, Any] = json.loads(scores_json(summaries, portfolio, SETTINGS, day))["portfolio"]
    return data


def test_the_resource_rule_says_what_is_asked_and_what_the_top_gets() -> None:
    rule = portfolio_data(PLANS)["resource_rule"]
    assert rule["asked"] == 0.8
    assert (rule["planned"]["hours"], rule["planned"]["known"], rule["planned"]["top_share"]) == (40, 2, 0.75)
    assert rule["spent"]["slices"][-1] == {"slice": "high-value", "hours": 10, "share": 1}


def test_distributions_count_accounts_and_value() -> None:
    data = portfolio_data(PLANS)
    assert [(part["slice"], part["accounts"], part["value"], part["value_share"]) for part in data["slices"]] == [
        ("summit", 1, 60, 0.6),
        ("super", 0, None, None),
        ("high-value", 0, None, None),
        ("base", 1, 40, 0.4),
        (None, 1, None, None),
    ]
    assert data["matrix"][0].keys() == {"quadrant", "posture", "accounts", "value", "known", "value_share"}
    assert sum(part["accounts"] for part in data["matrix"]) == 3
    assert sum(part["accounts"] for part in data["classes"]) == 3
    assert [part["stars"] for part in data["stars"]] == [5, 4, 3, 2, 1, None]


def test_segments_name_their_accounts_most_valuable_first() -> None:
    assert portfolio_data(PLANS)["segments"] == {"buyers": ["holding", "east"], "none": []}


def test_roll_ups_say_how_many_accounts_know_a_figure() -> None:
    data = portfolio_data(PLANS)
    (group,) = data["groups"]
    assert (group["id"], group["members"], group["accounts"]) == ("holding", ["east"], 2)
    assert group["revenue_to_date"] == {"sum": 100, "known": 2}
    assert group["spent_hours"] == {"sum": 10, "known": 1}
    assert group["target"] == {"sum": None, "known": 0}
    assert [(owner["id"], owner["revenue_to_date"]) for owner in data["owners"]] == [
        ("chen-bo", {"sum": 40, "known": 1}),
        ("lin-yue", {"sum": 60, "known": 1}),
    ]
    assert [(tag["id"], tag["members"]) for tag in data["tags"]] == [("food", ["holding"])]


def test_losses_of_the_last_12_months_are_rolled_up_by_reason_the_costliest_first() -> None:
    def losing(*losses: dict[str, Any]) -> Any:
        return plan(service={"losses": [{"date": "2026-04-01", "what": "An order", **loss} for loss in losses]})

    plans = {
        "a": losing({"amount": 100, "reason": "price"}, {"amount": 900, "reason": "rival", "date": "2024-01-01"}),
        "b": losing({"reason": "price", "fix": "A new price list"}, {"amount": 300, "reason": "quality"}, {}),
    }
    quality, price, nameless = portfolio_data(plans)["losses"]
    assert quality == {
        "reason": "quality",
        "count": 1,
        "amount": 300,
        "unpriced": 0,
        "without_fix": 1,
        "accounts": ["b"],
    }
    assert (price["reason"], price["count"], price["amount"], price["unpriced"]) == ("price", 2, 100, 1)
    assert (price["without_fix"], price["accounts"]) == (1, ["a", "b"])
    assert (nameless["reason"], nameless["amount"]) == (None, None)


def test_win_rates_are_counted_by_process_stage_and_owner() -> None:
    def deals(*found: tuple[str, str | None, str | None], **keys: Any) -> Any:
        opportunities = [
            {"id": f"deal-{n}", "name": "Deal", "status": status, "process": process, "stage": stage}
            for n, (status, process, stage) in enumerate(found)
        ]
        return plan(opportunities=opportunities, **keys)

    rates = portfolio_data(
        {
            "a": deals(("won", "tender", "bid"), ("lost", "tender", "notice"), ("open", "tender", "bid")),
            "b": deals(("lost", None, None), ("won", "tender", "bid")),
            "c": deals(owner="chen-bo"),
        }
    )["win_rates"]
    assert rates["overall"] == {"rate": 0.5, "won": 2, "decided": 4}
    assert rates["by_process"] == {"tender": {"rate": 0.6667, "won": 2, "decided": 3}}
    assert rates["without_process"] == {"rate": 0, "won": 0, "decided": 1}
    assert rates["by_stage"]["tender"] == {
        "notice": {"rate": 0.6667, "won": 2, "decided": 3, "probability": 0.2},
        "bid": {"rate": 1, "won": 2, "decided": 2, "probability": 0.5},
    }
    assert rates["by_owner"] == {
        "chen-bo": {"rate": None, "won": 0, "decided": 0},
        "lin-yue": {"rate": 0.5, "won": 2, "decided": 4},
    }


def test_a_portfolio_of_which_nothing_is_known_has_nulls_and_no_zeros() -> None:
    data = portfolio_data({"a": plan(), "b": plan()})
    for name in ("revenue_to_date", "purchases_last_12_months", "open_amount", "target", "actual"):
        assert data[name] is None, name
    assert data["resource_rule"] == {"asked": 0.8, "planned": None, "spent": None}
    assert data["unranked"] == ["a", "b"]
    assert data["losses"] == []
    assert data["win_rates"]["overall"] == {"rate": None, "won": 0, "decided": 0}
    assert data["win_rates"]["without_process"] is None
    assert data["win_rates"]["by_process"] == data["win_rates"]["by_stage"] == {}


def test_no_account_is_a_portfolio_too() -> None:
    data = portfolio_data({})
    assert (data["groups"], data["owners"], data["tags"], data["unranked"]) == ([], [], [], [])
    assert data["segments"] == {"buyers": [], "none": []}
