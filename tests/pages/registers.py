"""Registers of a few plans, as pages about all accounts get them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kamgen.pages.register import Register, extracts_of, lists_of
from kamgen.pages.summary import summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio

TODAY = date(2026, 5, 6)
"""A Wednesday."""


def register_of(plans: Mapping[str, Mapping[str, Any]], settings: Settings, as_of: date = TODAY) -> Register:
    """Return the register of plans, given by account id; owned by ``lin-yue`` where they do not say."""
    accounts = {
        id_: Account.model_validate({"kamgen": "1", "name": id_.title(), "owner": "lin-yue", **sections})
        for id_, sections in sorted(plans.items())
    }
    summaries = {
        id_: summarise(id_, account, score_account(id_, account, settings, as_of), (), settings, as_of)
        for id_, account in accounts.items()
    }
    scores = {id_: summary.scores for id_, summary in summaries.items()}
    extracts = {id_: extracts_of(lists_of(account, settings, as_of)) for id_, account in accounts.items()}
    return Register(summaries, score_portfolio(scores, settings, summaries), (), extracts)
