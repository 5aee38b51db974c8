"""Where the hours of one member go: by account, by slice against the resource rule, and to customers (A7, F2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from kamgen.pages.account.terms import Mention
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context
from kamgen.pages.portfolio.overview import time_note
from kamgen.pages.register import Register
from kamgen.pages.team.records import MemberRecord
from kamgen.scoring.action_calendar import CustomerTime, customer_time
from kamgen.scoring.resource_rule import hours_by_slice
from kamgen.scoring.score import HoursBySlice, PortfolioScores, ResourceRule

MOST_ACCOUNTS = 30
"""How many accounts are listed with their hours, those with most hours first."""


@dataclass(frozen=True, slots=True)
class SliceShare:
    """The hours that a slice gets: hours, their share, and whether that keeps the rule (empty where it has no say)."""

    hours: str
    share: str
    state: Literal["green", "amber", ""]
    words: str


@dataclass(frozen=True, slots=True)
class SliceRow:
    """A slice of the pyramid with what it gets of planned and spent hours; None where none are on record."""

    name: str
    planned: SliceShare | None
    spent: SliceShare | None


@dataclass(frozen=True, slots=True)
class AccountHours:
    """A member's hours for one account; ``slice`` is empty for an account without a rank."""

    account: Mention
    slice: str
    planned: str
    spent: str


@dataclass(frozen=True, slots=True)
class HoursSection:
    """A member's hours: in sentences, by slice and by account."""

    notes: tuple[str, ...]
    slices: tuple[SliceRow, ...]
    accounts: tuple[AccountHours, ...]
    planned: str
    spent: str
    beyond: str


def hours_section(record: MemberRecord, register: Register, context: Context) -> HoursSection | None:
    """Return where a member's hours go; None where no action of the member states any."""
    planned, spent, t = record.planned, record.spent, context.wording
    if not planned and not spent:
        return None
    rule = member_rule(record, register.portfolio)
    most = sorted({**planned, **spent}, key=lambda id_: (-planned.get(id_, 0), -spent.get(id_, 0), id_))
    notes = (
        time_note(replace(register.portfolio, resource_rule=rule), context),
        customer_note(time_with_customers(record), context),
    )
    return HoursSection(
        notes=tuple(note for note in notes if note),
        slices=slice_rows(rule, register.portfolio, context),
        accounts=tuple(_account_hours(id_, planned, spent, register, context) for id_ in most[:MOST_ACCOUNTS]),
        planned=t.number(rule.planned.total) if rule.planned else "",
        spent=t.number(rule.spent.total) if rule.spent else "",
        beyond=t.text("and {n} more accounts", n=len(most) - MOST_ACCOUNTS) if len(most) > MOST_ACCOUNTS else "",
    )


def member_rule(record: MemberRecord, portfolio: PortfolioScores) -> ResourceRule:
    """Return a member's hours by slice beside the share that the rule asks for (A7)."""
    return ResourceRule(
        asked=portfolio.resource_rule.asked,
        planned=hours_by_slice(record.planned, portfolio.pyramid),
        spent=hours_by_slice(record.spent, portfolio.pyramid),
    )


def time_with_customers(record: MemberRecord) -> CustomerTime:
    """Return how much of a member's planned hours is in front of customers (F2)."""
    return customer_time(work for _, work in record.work)


def customer_note(time: CustomerTime, context: Context) -> str:
    """Return the share of planned hours in front of customers as a sentence; empty where nothing states it."""
    t = context.wording
    if time.share is None:
        return ""
    if time.known == 1:
        return t.text("{share} of the planned hours are in front of customers.", share=t.percent(time.share))
    return t.text(
        "{share} of the planned hours are in front of customers, as far as {known} of them say.",
        share=t.percent(time.share),
        known=t.percent(time.known),
    )


def slice_rows(rule: ResourceRule, portfolio: PortfolioScores, context: Context) -> tuple[SliceRow, ...]:
    """Return what each slice gets, from the narrowest to the widest, which the rule is about."""
    t = context.wording
    return tuple(
        SliceRow(
            t.label("slice", piece.name),
            slice_share(rule.planned, at, rule.asked, context),
            slice_share(rule.spent, at, rule.asked, context),
        )
        for at, piece in enumerate(portfolio.pyramid)
    )


def slice_share(hours: HoursBySlice | None, at: int, asked: Decimal, context: Context) -> SliceShare | None:
    """Return what one slice gets of some hours; None without hours. The rule has a say on the widest slice alone."""
    if hours is None:
        return None
    t, piece = context.wording, hours.slices[at]
    state: Literal["green", "amber", ""] = ""
    if piece.share is not None and at == len(hours.slices) - 1:
        state = "green" if piece.share >= asked else "amber"
    words = {"green": t.text("keeps the rule"), "amber": t.text("below the rule"), "": ""}[state]
    return SliceShare(t.number(piece.hours), t.percent(piece.share), state, words)


def _account_hours(
    account_id: str,
    planned: Mapping[str, Decimal],
    spent: Mapping[str, Decimal],
    register: Register,
    context: Context,
) -> AccountHours:
    t, slice_name = context.wording, register.portfolio.placements[account_id].slice_name
    return AccountHours(
        account=account_mention(account_id, register.summaries, context),
        slice="" if slice_name is None else t.label("slice", slice_name),
        planned=t.number(planned.get(account_id)),
        spent=t.number(spent.get(account_id)),
    )
