"""White space, product by unit, as lists over all accounts show it (B4)."""

from __future__ import annotations

from datetime import date

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.white_space import SpaceRow, measure_white_space


def listed_white_space(account: Account, settings: Settings, as_of: date) -> tuple[SpaceRow, ...]:  # noqa: ARG001
    """Return the rows of the plan, in the reporting currency."""
    return measure_white_space(account, settings).rows if account.value.white_space else ()
