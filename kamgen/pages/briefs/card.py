"""The card: one page that says who they are, where we stand, and what happens next."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.context import Context
from kamgen.pages.summary import AccountSummary
from kamgen.plan.account import Account
from kamgen.scoring.score import Placement


@dataclass(frozen=True, slots=True)
class AccountCard:
    """One account on one page, ready to be set."""

    name: str
    as_of: str


def account_card(
    account_id: str, account: Account, summary: AccountSummary, placement: Placement, context: Context
) -> AccountCard:
    """Return what the card says, in the context's language."""
    return AccountCard(name=context.wording.of(account.name), as_of=context.wording.day(context.as_of))
