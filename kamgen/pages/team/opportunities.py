"""The open opportunities of one member: those of own accounts, and those whose next step is the member's (D2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.pages.account.terms import Deadline, Mention, deadline
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context, account_address
from kamgen.pages.extracts.opportunities import ListedOpportunity
from kamgen.pages.opportunities.sales import stage_name
from kamgen.pages.people.entries import member_mention
from kamgen.pages.register import Register

MOST_SHOWN = 60
"""How many opportunities are listed, those first whose next step is due first."""


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """An open opportunity with its next step; empty texts for what is not known."""

    opportunity: Mention
    account: Mention
    stage: str
    amount: str
    chance: str
    close: Deadline | None
    step: str
    step_owner: Mention
    step_due: Deadline | None


@dataclass(frozen=True, slots=True)
class OpportunitiesSection:
    """The opportunities; ``beyond`` says how many are not listed, ``money_unit`` the currency of the amounts."""

    headline: str
    rows: tuple[OpportunityRow, ...]
    beyond: str
    money_unit: str


def opportunities_section(member_id: str, register: Register, context: Context) -> OpportunitiesSection | None:
    """Return a member's open opportunities, the most urgent next step first; None where there are none."""
    t, found = context.wording, list(_of_member(member_id, register))
    if not found:
        return None
    found.sort(key=_urgency)
    beyond, known = len(found) - MOST_SHOWN, [each.weighted for _, each in found if each.weighted is not None]
    said = [t.text("{n} open", n=len(found))]
    if known:
        amount = t.money(sum(known, Decimal(0)), context.settings.currency, short=True)
        said.append(t.text("{amount} weighted", amount=amount))
    return OpportunitiesSection(
        headline=t.listing(said),
        rows=tuple(_row(account_id, each, register, context) for account_id, each in found[:MOST_SHOWN]),
        beyond=t.text("{n} more on the accounts’ own pages", n=beyond) if beyond > 0 else "",
        money_unit=context.settings.currency,
    )


def _of_member(member_id: str, register: Register) -> Iterator[tuple[str, ListedOpportunity]]:
    for account_id, opportunities in register.opportunities.items():
        owned = register.summaries[account_id].owner == member_id
        for each in opportunities:
            if each.status == "open" and (owned or each.step_owner == member_id):
                yield account_id, each


def _urgency(pair: tuple[str, ListedOpportunity]) -> tuple[date, date, str, str]:
    account_id, each = pair
    return each.step_due or date.max, each.close or date.max, account_id, each.id


def _row(account_id: str, each: ListedOpportunity, register: Register, context: Context) -> OpportunityRow:
    t = context.wording
    return OpportunityRow(
        opportunity=Mention(t.of(each.name), f"{account_address(account_id)}#opportunity-{each.id}"),
        account=account_mention(account_id, register.summaries, context),
        stage=stage_name(each, context),
        amount=t.number(each.amount, 0),
        chance=t.percent(each.probability),
        close=deadline(each.close, context),
        step=t.of(each.step),
        step_owner=member_mention(each.step_owner, context),
        step_due=deadline(each.step_due, context),
    )
