"""Which accounts take the time that key accounts take."""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.facts import AccountFacts
from kamgen.checks.rule import Portfolio


def key_accounts(portfolio: Portfolio) -> Iterator[AccountFacts]:
    """Yield the key accounts by their score; those that are lost take no time any more."""
    for account in portfolio.accounts.values():
        if account.is_key_account and account.status != "lost":
            yield account
