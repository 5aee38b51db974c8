"""Small portfolios for the tests: scored accounts, and what the portfolio knows of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from kamgen.scoring.score import AccountScores, PortfolioScores
from tests.scoring.plans import TODAY, settings

BY_REVENUE = settings(scoring={"pyramid": {"by": "revenue-to-date"}})


@dataclass(frozen=True)
class Listed:
    """An account as the portfolio sees it."""

    account: Account
    scores: AccountScores

    @property
    def id(self) -> str:
        return self.scores.id

    @property
    def owner(self) -> str:
        return self.account.owner

    @property
    def parent(self) -> str | None:
        return self.account.profile.parent

    @property
    def status(self) -> str:
        return self.account.status

    @property
    def type(self) -> str | None:
        return self.account.type

    @property
    def tags(self) -> tuple[str, ...]:
        return self.account.tags


def listed(accounts: Mapping[str, Account], rules: Settings = BY_REVENUE) -> dict[str, Listed]:
    return {name: Listed(account, score_account(name, account, rules, TODAY)) for name, account in accounts.items()}


def portfolio(accounts: Mapping[str, Account], rules: Settings = BY_REVENUE) -> PortfolioScores:
    found = listed(accounts, rules)
    return score_portfolio({name: each.scores for name, each in found.items()}, rules, found)


def bought(amount: Any) -> dict[str, Any]:
    """Return the ``value`` section of a customer who bought once for an amount."""
    return {"purchases": [{"date": "2026-01-01", "amount": amount}]}


def worked(planned: Any = None, spent: Any = None, status: str = "todo") -> dict[str, Any]:
    """Return the ``goals`` section of an account with one action and its hours."""
    action = {"id": "visit", "text": "Visit", "hours": planned, "spent": spent, "status": status}
    return {"strategies": [{"id": "grow", "text": "Grow", "actions": [action]}]}
