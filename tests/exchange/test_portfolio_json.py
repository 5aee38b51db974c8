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


def test_a_portfolio_of_which_nothing_is_known_has_nulls_and_no_zeros() -> None:
    data = portfolio_data({"a": plan(), "b": plan()})
    for name in ("revenue_to_date", "purchases_last_12_months", "open_amount", "target", "actual"):
        assert data[name] is None, name
    assert data["resource_rule"] == {"asked": 0.8, "planned": None, "spent": None}
    assert data["unranked"] == ["a", "b"]


def test_no_account_is_a_portfolio_too() -> None:
    data = portfolio_data({})
    assert (data["groups"], data["owners"], data["tags"], data["unranked"]) == ([], [], [], [])
    assert data["segments"] == {"buyers": [], "none": []}
