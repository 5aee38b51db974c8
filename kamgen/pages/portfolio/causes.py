"""Why we win and lose, over all accounts: losses by reason (E3), win rates by process, stage and owner (D2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kamgen.pages.account.pipeline import written
from kamgen.pages.context import Context
from kamgen.pages.portfolio.lists import Names, account_names
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Settings
from kamgen.scoring.losses import ReasonRolledUp, roll_up_losses
from kamgen.scoring.win_rates import WinRate, WinRates, win_rates, win_rates_by_owner

MOST_STRUCK = 6
"""How many accounts a reason names."""

NO_REASON = "-"
"""What losses without a reason are filtered by."""


@dataclass(frozen=True, slots=True)
class LossReasonRow:
    """The losses of one reason; ``amount`` is empty where none is known, ``unpriced`` where all are.

    ``reason_id`` is what a list of losses is filtered by.
    """

    reason: str
    reason_id: str
    count: str
    amount: str
    unpriced: str
    without_fix: str
    accounts: Names


@dataclass(frozen=True, slots=True)
class WinRateRow:
    """A win rate with the counts it rests on."""

    name: str
    rate: str
    won: str
    decided: str


@dataclass(frozen=True, slots=True)
class WinRateGroup:
    """Win rates of one kind under a heading, which is empty for those of all together."""

    title: str
    rows: tuple[WinRateRow, ...]


def portfolio_losses(summaries: Iterable[AccountSummary]) -> tuple[ReasonRolledUp, ...]:
    """Return the losses of the last 12 months by reason, the costliest first (E3)."""
    return roll_up_losses({summary.id: summary.losses for summary in summaries})


def portfolio_win_rates(summaries: Iterable[AccountSummary], settings: Settings, as_of: date) -> WinRates:
    """Return the win rates over all accounts (D2)."""
    return win_rates((found for summary in summaries for found in summary.decided), settings.processes, as_of)


def win_rates_of_owners(summaries: Iterable[AccountSummary], settings: Settings, as_of: date) -> dict[str, WinRates]:
    """Return the win rates of each owner's accounts, by the owner's id; also where nothing is decided yet."""
    owned = ((summary.owner, summary.decided) for summary in summaries)
    return win_rates_by_owner(owned, settings.processes, as_of)


def loss_rows(summaries: Sequence[AccountSummary], context: Context) -> tuple[LossReasonRow, ...]:
    """Return what was lost in the last 12 months by reason, the costliest first; empty where nothing was."""
    by_id = {summary.id: summary for summary in summaries}
    return tuple(_loss_row(found, by_id, context) for found in portfolio_losses(summaries))


def _loss_row(found: ReasonRolledUp, by_id: Mapping[str, AccountSummary], context: Context) -> LossReasonRow:
    t, total = context.wording, found.total
    partly = total.amount is not None and total.unpriced
    return LossReasonRow(
        reason=t.label("loss_reason", total.reason) if total.reason else t.text("No reason written down"),
        reason_id=total.reason or NO_REASON,
        count=t.number(total.count),
        amount="" if total.amount is None else t.number(total.amount, 0),
        unpriced=t.text("{n} without an amount", n=total.unpriced) if partly else "",
        without_fix=t.number(total.without_fix),
        accounts=account_names([by_id[account_id] for account_id in found.accounts], context, most=MOST_STRUCK),
    )


def win_rate_groups(summaries: Sequence[AccountSummary], context: Context) -> tuple[WinRateGroup, ...]:
    """Return the win rates over all accounts, by process and by owner; nothing as long as nothing is decided.

    A group that would only say the first row again is left out, and so are owners without anything decided.
    """
    t = context.wording
    found = portfolio_win_rates(summaries, context.settings, context.as_of)
    if found.overall.rate is None:
        return ()
    groups = [WinRateGroup("", (_row(t.text("All decided opportunities"), found.overall, context),))]
    if any(process.process for process in found.processes):
        rows = tuple(_row(_process_name(row.process, context), row.rate, context) for row in found.processes)
        groups.append(WinRateGroup(t.text("By buying process"), rows))
    rows = _owner_rows(summaries, context)
    if len(rows) > 1:
        groups.append(WinRateGroup(t.text("By owner"), rows))
    return tuple(groups)


def _owner_rows(summaries: Sequence[AccountSummary], context: Context) -> tuple[WinRateRow, ...]:
    return tuple(
        _row(context.member(owner), rates.overall, context)
        for owner, rates in win_rates_of_owners(summaries, context.settings, context.as_of).items()
        if rates.overall.decided
    )


def _process_name(process: str | None, context: Context) -> str:
    if process is None:
        return context.wording.text("Without a buying process")
    return context.wording.of(context.settings.processes[process].name) or written(process)


def _row(name: str, found: WinRate, context: Context) -> WinRateRow:
    t = context.wording
    return WinRateRow(
        name=name,
        rate="" if found.rate is None else t.percent(found.rate),
        won=t.number(found.won),
        decided=t.number(found.decided),
    )
