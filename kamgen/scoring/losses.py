"""What we lost, why, and what was changed since: the black box (methods: E3, source S4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.service import Loss, LossReason
from kamgen.plan.settings import Settings
from kamgen.scoring.ledger import years_before
from kamgen.scoring.money import in_reporting_currency
from kamgen.scoring.weighting import ZERO
from kamgen.wording.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True)
class PricedLoss:
    """A loss with its amount in the reporting currency; None without an amount or an exchange rate."""

    loss: Loss
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class LossesByReason:
    """The losses of one reason; ``reason`` is None for those that name none.

    ``amount`` is the sum of the known amounts, None where none is known; ``unpriced`` counts the losses without one,
    ``without_fix`` those after which nothing was changed.
    """

    reason: LossReason | None
    count: int
    amount: Decimal | None
    unpriced: int
    without_fix: int


@dataclass(frozen=True, slots=True)
class Losses:
    """The losses of one account, the latest first, by reason in the last 12 months and over all time.

    ``recent`` are those of the last 12 months. ``without_fix`` are open: nothing was changed since, so it can happen
    again. Amounts are in the reporting currency.
    """

    all: tuple[PricedLoss, ...]
    recent: tuple[PricedLoss, ...]
    without_fix: tuple[PricedLoss, ...]
    by_reason: tuple[LossesByReason, ...]
    recent_by_reason: tuple[LossesByReason, ...]
    recent_amount: Decimal | None
    assumptions: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ReasonRolledUp:
    """One reason over many accounts: its losses together, the accounts they struck, and the losses one by one."""

    total: LossesByReason
    accounts: tuple[str, ...]
    losses: tuple[tuple[str, PricedLoss], ...]


ASSUMPTIONS = (
    phrase("Losses without an amount or an exchange rate are counted, but add nothing to the amounts"),
    phrase("A loss is open as long as the plan does not say what was changed"),
)


def score_losses(account: Account, settings: Settings, as_of: date) -> Losses:
    """Return the losses up to a day by reason, the costliest reason first (E3)."""
    priced = tuple(
        PricedLoss(loss, in_reporting_currency(loss.amount, loss.currency, account, settings))
        for loss in sorted(account.service.losses, key=lambda loss: loss.date, reverse=True)
        if loss.date <= as_of
    )
    recent = tuple(found for found in priced if found.loss.date > years_before(as_of, 1))
    return Losses(
        all=priced,
        recent=recent,
        without_fix=tuple(found for found in priced if found.loss.fix is None),
        by_reason=_by_reason(priced),
        recent_by_reason=_by_reason(recent),
        recent_amount=losses_last_12_months(account, settings, as_of),
        assumptions=ASSUMPTIONS,
    )


def losses_last_12_months(account: Account, settings: Settings, as_of: date) -> Decimal | None:
    """Return the amount lost in the 12 months that end on a day, in the reporting currency.

    0 where losses are written down and none of these months; None where none is written down up to the day, or none of
    these months has an amount.
    """
    known = [loss for loss in account.service.losses if loss.date <= as_of]
    if not known:
        return None
    start = years_before(as_of, 1)
    recent = [loss for loss in known if loss.date > start]
    if not recent:
        return ZERO
    return _sum(in_reporting_currency(loss.amount, loss.currency, account, settings) for loss in recent)


def roll_up_losses(losses: Mapping[str, Iterable[PricedLoss]]) -> tuple[ReasonRolledUp, ...]:
    """Return the losses of many accounts by reason, the costliest first (E3: causes rolled up over the portfolio).

    ``losses`` are by account id: each account's ``all`` or ``recent``. Within a reason the latest loss is first.
    """
    everything = [(account_id, found) for account_id in sorted(losses) for found in losses[account_id]]
    everything.sort(key=lambda entry: entry[1].loss.date, reverse=True)
    rolled_up = []
    for total in _by_reason(found for _, found in everything):
        struck = tuple(entry for entry in everything if entry[1].loss.reason == total.reason)
        rolled_up.append(ReasonRolledUp(total, tuple(sorted({account_id for account_id, _ in struck})), struck))
    return tuple(rolled_up)


def _by_reason(losses: Iterable[PricedLoss]) -> tuple[LossesByReason, ...]:
    """Return the losses by reason: the costliest first, then the most frequent; those without a reason last."""
    by_reason: dict[LossReason | None, list[PricedLoss]] = {}
    for found in losses:
        by_reason.setdefault(found.loss.reason, []).append(found)
    totals = (
        LossesByReason(
            reason=reason,
            count=len(group),
            amount=_sum(found.amount for found in group),
            unpriced=sum(found.amount is None for found in group),
            without_fix=sum(found.loss.fix is None for found in group),
        )
        for reason, group in by_reason.items()
    )
    return tuple(sorted(totals, key=_costliest_first))


def _costliest_first(total: LossesByReason) -> tuple[bool, Decimal, int, str]:
    return (total.reason is None, -(total.amount or ZERO), -total.count, total.reason or "")


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if known else None
