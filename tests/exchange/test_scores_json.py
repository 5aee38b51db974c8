"""Scores as JSON: the forecast of accounts, owners and the portfolio, unknown values null."""

from __future__ import annotations

import json
from typing import Any

from kamgen.exchange.scores_json import scores_json
from kamgen.pages.summary import AccountSummary, summarise
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from tests.scoring.plans import TODAY, plan, settings

SETTINGS = settings()
DEALS = [
    {"id": "a", "name": "A", "amount": 400, "probability": "0.25"},
    {"id": "b", "name": "B", "amount": 100, "probability": "0.5"},
    {"id": "c", "name": "C", "amount": 7},
]
GOALS = {"goals": [{"id": "revenue", "text": "Revenue", "unit": "USD", "target": 1000, "actual": 600}]}


def summary(account_id: str, **sections: Any) -> AccountSummary:
    account = plan(**sections)
    return summarise(account_id, account, score_account(account_id, account, SETTINGS, TODAY), (), SETTINGS, TODAY)


def document(*summaries: AccountSummary) -> dict[str, Any]:
    by_id = {each.id: each for each in summaries}
    portfolio = score_portfolio({each.id: each.scores for each in summaries}, SETTINGS, by_id)
    read: dict[str, Any] = json.loads(scores_json(by_id, portfolio, SETTINGS, TODAY))
    return read


def test_the_forecast_of_accounts_owners_and_the_portfolio() -> None:
    found = document(summary("acme", opportunities=DEALS, goals=GOALS), summary("bare", owner="bo"))
    names = ("open", "unweighted", "weighted", "p10", "p50", "p90", "target", "actual", "gap", "reach")
    own = dict(zip(names, (3, 1, 150, 0, 100, 500, 1000, 600, 250, 0.25), strict=True))
    nothing = dict(zip(names, (0, 0, *[None] * 8), strict=True))
    acme, bare = (account["forecast"] for account in found["accounts"])
    assert (acme, bare) == (own, nothing)
    assert found["portfolio"]["forecast"] == own
    owners = {owner["id"]: owner["forecast"] for owner in found["portfolio"]["owners"]}
    assert owners == {"bo": nothing, "lin-yue": own}


def test_some_accounts_are_told_beside_the_forecast_of_all() -> None:
    summaries = [summary("acme", opportunities=DEALS), summary("bare", opportunities=DEALS)]
    portfolio = score_portfolio({each.id: each.scores for each in summaries}, SETTINGS)
    found = json.loads(scores_json({"bare": summaries[1]}, portfolio, SETTINGS, TODAY))
    assert [account["id"] for account in found["accounts"]] == ["bare"]
    assert found["portfolio"]["forecast"]["weighted"] == 300
