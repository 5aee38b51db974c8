"""What was lost, as lists over all accounts show it (E3)."""

from __future__ import annotations

from datetime import date

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.losses import PricedLoss, score_losses


def listed_losses(account: Account, settings: Settings, as_of: date) -> tuple[PricedLoss, ...]:
    """Return all losses up to the day, the latest first, in the reporting currency."""
    return score_losses(account, settings, as_of).all if account.service.losses else ()
