"""Groups of companies on the portfolio page: what the accounts of a group are together, along ``profile.parent``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.context import Context, account_address
from kamgen.pages.portfolio.lists import Names, account_names
from kamgen.pages.summary import AccountSummary
from kamgen.scoring.score import KnownSum, PortfolioScores, RollUp, RollUpFigure


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """A sum of a group, empty where no account knows it; ``known`` says of how many where that is not all."""

    text: str
    known: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group: its head, how many accounts it is, those directly below the head, and its sums."""

    name: str
    address: str
    accounts: str
    members: Names
    revenue: GroupFigure
    purchases: GroupFigure
    pipeline: GroupFigure
    target: GroupFigure


def group_rows(
    summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context
) -> tuple[GroupRow, ...]:
    """Return all groups, the one with most revenue first, then by name."""
    by_id = {summary.id: summary for summary in summaries}
    groups = [group for group in portfolio.groups if group.id in by_id]

    def position(group: RollUp) -> tuple[Decimal, str, str]:
        revenue = group.figures["revenue_to_date"].amount
        return -(revenue or Decimal(0)), context.wording.of(by_id[group.id].name).casefold(), group.id

    return tuple(_row(group, by_id, context) for group in sorted(groups, key=position))


def _row(group: RollUp, by_id: Mapping[str, AccountSummary], context: Context) -> GroupRow:
    t = context.wording
    members = [by_id[account_id] for account_id in group.members if account_id in by_id]
    return GroupRow(
        name=t.of(by_id[group.id].name),
        address=account_address(group.id),
        accounts=t.number(group.accounts),
        members=account_names(members, context),
        revenue=_figure(group, "revenue_to_date", context),
        purchases=_figure(group, "purchases_last_12_months", context),
        pipeline=_figure(group, "weighted", context),
        target=_figure(group, "target", context),
    )


def _figure(group: RollUp, name: RollUpFigure, context: Context) -> GroupFigure:
    return sum_figure(group.figures[name], group.accounts, context)


def sum_figure(found: KnownSum, accounts: int, context: Context) -> GroupFigure:
    """Return a sum over some accounts, in whole units, and of how many it is where not all know it."""
    t = context.wording
    if found.amount is None:
        return GroupFigure("", "")
    partly = found.known < accounts
    return GroupFigure(
        text=t.number(found.amount, 0),
        known=t.text("{n} of {all} accounts", n=found.known, all=accounts) if partly else "",
    )
