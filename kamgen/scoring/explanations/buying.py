"""What explanations say of purchases: sums between two days, and where they are written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Reason, figure, plan_source
from kamgen.scoring.money import currency_of
from kamgen.wording.phrase import Phrase, phrase

PURCHASES = ("value", "purchases")


def purchase_sum(evaluation: Evaluation, first: date, last: date) -> Reason:
    """Return the net amount bought from one day to another, in the plan's own currency; None as long as unknown.

    Its source is the whole history: a sum of many rows stands in no line.
    """
    own = evaluation.ledger.own_amount(first, last)
    return Reason(
        label=phrase("Bought from {first} to {last}", first=first, last=last),
        value=own,
        unit="money",
        currency=currency_of(None, evaluation.account, evaluation.settings),
        rule=None if own is None else phrase("{n} entry|{n} entries", n=_entries(evaluation, first, last)),
        sources=(plan_source(*PURCHASES),) if own is not None else (),
        missing=phrase("Add purchases") if own is None else None,
    )


def bought_rule(evaluation: Evaluation, first: date, last: date) -> Phrase:
    """Return from when to when purchases are added up, how many they are, and at which rate if they need one."""
    currency, reporting = currency_of(None, evaluation.account, evaluation.settings), evaluation.settings.currency
    rows = _entries(evaluation, first, last)
    if currency == reporting or evaluation.ledger.rate is None:
        return phrase(
            "bought from {first} to {last}, {n} entry|bought from {first} to {last}, {n} entries",
            first=first,
            last=last,
            n=rows,
        )
    return phrase(
        "{own} bought from {first} to {last}; 1 {currency} is {rate} {reporting}",
        own=figure(evaluation.ledger.own_amount(first, last) or Decimal(0), "money", currency),
        first=first,
        last=last,
        currency=currency,
        rate=evaluation.ledger.rate,
        reporting=reporting,
    )


def _entries(evaluation: Evaluation, first: date, last: date) -> int:
    return sum(first <= purchase.date <= last for purchase in evaluation.account.value.purchases)


def rate_missing(evaluation: Evaluation) -> Phrase | None:
    """Return that the plan's currency needs an exchange rate, if it does."""
    if evaluation.ledger.rate is not None:
        return None
    currency = currency_of(None, evaluation.account, evaluation.settings)
    return phrase("Add a rate for {currency} to the settings", currency=currency)
