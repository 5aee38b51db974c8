"""Opportunities of all accounts together: those open, those decided lately, and sums that know what they leave out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kamgen.pages.account.pipeline import written
from kamgen.pages.context import Context
from kamgen.pages.extracts.opportunities import ListedOpportunity
from kamgen.plan.settings import Process
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.ledger import years_before


class Sale(NamedTuple):
    """An opportunity of one of the accounts, given by its id."""

    account: str
    found: ListedOpportunity


@dataclass(frozen=True, slots=True)
class SaleSums:
    """How many opportunities, and what they are worth in the reporting currency; None where no amount is known."""

    count: int
    amount: Decimal | None
    weighted: Decimal | None


@dataclass(frozen=True, slots=True)
class Sales:
    """The opportunities of all accounts.

    Attributes:
        open: Those open, the largest weighted amount first, then those without one by amount.
        recent: Those decided in the last 12 months, the last first.
        undated: How many decided ones have no day.

    """

    open: tuple[Sale, ...]
    recent: tuple[Sale, ...]
    undated: int


def sales_of(listed: Mapping[str, Iterable[ListedOpportunity]], as_of: date) -> Sales:
    """Return the opportunities, given by account id."""
    every = [Sale(account, found) for account in sorted(listed) for found in listed[account]]
    decided = [sale for sale in every if sale.found.status != "open"]
    since = years_before(as_of, 1)
    recent = [sale for sale in decided if sale.found.close is not None and sale.found.close > since]
    return Sales(
        open=tuple(sorted((sale for sale in every if sale.found.status == "open"), key=_largest_first)),
        recent=tuple(sorted(recent, key=lambda sale: sale.found.close or since, reverse=True)),
        undated=sum(sale.found.close is None for sale in decided),
    )


def _largest_first(sale: Sale) -> tuple[bool, Decimal, Decimal]:
    weighted, amount = sale.found.weighted, sale.found.amount
    return weighted is None, -(weighted or Decimal(0)), -(amount or Decimal(0))


def sums(sales: Sequence[Sale]) -> SaleSums:
    """Return what opportunities come to, as far as it is known."""
    return SaleSums(
        len(sales),
        known_sum(sale.found.amount for sale in sales).amount,
        known_sum(sale.found.weighted for sale in sales).amount,
    )


def process_name(process: str | None, context: Context) -> str:
    """Return what people read for a buying process; of one that the settings do not know, that there is none."""
    known = context.settings.processes.get(process or "")
    if process is None or known is None:
        return context.wording.text("Without a buying process")
    return context.wording.of(known.name) or written(process)


def stage_name(found: ListedOpportunity, context: Context) -> str:
    """Return what people read for the stage of an opportunity; empty for none."""
    process: Process | None = context.settings.processes.get(found.process or "")
    for stage in process.stages if process else ():
        if stage.id == found.stage:
            return context.wording.of(stage.name) or written(stage.id)
    return written(found.stage or "")
