"""The handover brief (E8): what a new owner of an account has to know, do and confirm again."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.context import Context
from kamgen.pages.summary import AccountSummary
from kamgen.plan.account import Account
from kamgen.scoring.score import Placement


@dataclass(frozen=True, slots=True)
class HandoverBrief:
    """An account on its way to another owner, ready to be set."""

    name: str
    as_of: str


def handover_brief(
    account_id: str, account: Account, summary: AccountSummary, placement: Placement, context: Context
) -> HandoverBrief:
    """Return what the handover brief says, in the context's language."""
    return HandoverBrief(name=context.wording.of(account.name), as_of=context.wording.day(context.as_of))
