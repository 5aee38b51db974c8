"""Plans and settings for the tests, as short as they can be written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings

TODAY = date(2026, 5, 6)


def plan(**sections: Any) -> Account:
    return Account.model_validate({"kamgen": "1", "name": "Test Customer", "owner": "lin-yue", **sections})


def buyer(*purchases: tuple[str, Any], **value: Any) -> Account:
    """Return a plan with purchases given as (day, amount)."""
    return plan(value={"purchases": [{"date": day, "amount": amount} for day, amount in purchases], **value})


def settings(**keys: Any) -> Settings:
    return Settings.model_validate(keys)


def rounded(value: Decimal | None, places: int = 2) -> Decimal | None:
    return None if value is None else round(value, places)
