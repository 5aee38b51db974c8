"""Money in the reporting currency: exact, and unknown rather than guessed where a rate is missing."""

from __future__ import annotations

from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings

_ONE = Decimal(1)


def currency_of(own: str | None, account: Account, settings: Settings) -> str:
    """Return the currency of an amount: its own, else that of the plan's ``value``, else the reporting one."""
    return own or account.value.currency or settings.currency


def exchange_rate(currency: str, settings: Settings) -> Decimal | None:
    """Return what one unit of a currency is worth in the reporting currency; None where no rate is set.

    The reporting currency itself is 1, whatever ``rates`` says of it. A rate of 0 counts as missing: it would
    turn every amount into a zero that looks known.
    """
    if currency == settings.currency:
        return _ONE
    return settings.rates.get(currency) or None


def in_reporting_currency(
    amount: Decimal | None, own: str | None, account: Account, settings: Settings
) -> Decimal | None:
    """Return an amount in the reporting currency, unrounded; None where the amount or the rate is unknown."""
    if amount is None:
        return None
    rate = exchange_rate(currency_of(own, account, settings), settings)
    return None if rate is None else amount * rate
