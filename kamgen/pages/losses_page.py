"""What was lost over all accounts, why, and what was changed since (E3); lost opportunities and accounts apart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from kamgen.pages.account.terms import Mention
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context, member_address
from kamgen.pages.fiscal_quarters import last_month, quarter_starts
from kamgen.pages.opportunities.rows import DecidedRow, decided_rows
from kamgen.pages.opportunities.sales import Sale, sales_of, sums
from kamgen.pages.portfolio.causes import NO_REASON, LossReasonRow, loss_rows
from kamgen.pages.portfolio.page import Figure
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.ledger import years_before
from kamgen.scoring.losses import PricedLoss
from kamgen.wording.spans import months

MOST_LOSSES = 200
"""How many losses are listed, the latest first."""

MOST_ACCOUNTS = 50
"""How many lost accounts are listed, those that brought most first."""

QUARTERS = 8
"""How many quarters of the fiscal year have a row, the current one included."""


class Struck(NamedTuple):
    """A loss of one of the accounts, given by its id."""

    account: str
    found: PricedLoss


@dataclass(frozen=True, slots=True)
class LossRow:
    """A loss; ``fix`` is empty where nothing was changed since."""

    day: str
    sort: str
    account: Mention
    account_id: str
    owner: str
    owner_id: str
    what: str
    reason: str
    reason_id: str
    amount: str
    amount_sort: str
    cause: str
    fix: str


@dataclass(frozen=True, slots=True)
class LossQuarter:
    """The losses of a quarter; ``amount`` is empty where none is known, ``length`` the same on a line of 100."""

    name: str
    note: str
    count: str
    amount: str
    length: int


@dataclass(frozen=True, slots=True)
class LostAccount:
    """An account that does not buy any more: what it brought, when it last bought, and the latest loss on record."""

    account: Mention
    owner: Mention
    brought: str
    last: str
    what: str
    cause: str


@dataclass(frozen=True, slots=True)
class LossesPage:
    """All losses; amounts are in whole units of the reporting currency, ``unit``.

    Attributes:
        title: Its heading.
        lead: How much was lost in 12 months and what can happen again.
        unit: The currency of all amounts.
        figures: Figures that open the page; none where nothing was ever lost, as far as anybody wrote it down.
        reasons: The losses of the last 12 months by reason, the costliest first.
        quarters: All losses by quarter, oldest first, from the first one on record; none where there is none.
        losses: The losses of the last 12 months one by one, the latest first.
        losses_note: In what order, or how many of all; ``losses_beyond`` says where the others stand.
        facets: What they can be filtered by beside their columns.
        opportunities: Opportunities lost in the last 12 months, the last first.
        opportunities_words: How many, and what they were worth.
        opportunities_beyond: What is not listed of them.
        accounts: Lost accounts, those that brought most first; ``accounts_beyond`` counts the others.

    """

    title: str
    lead: str
    unit: str
    figures: tuple[Figure, ...]
    reasons: tuple[LossReasonRow, ...]
    quarters: tuple[LossQuarter, ...]
    losses: tuple[LossRow, ...]
    losses_note: str
    losses_beyond: str
    facets: str
    opportunities: tuple[DecidedRow, ...]
    opportunities_words: str
    opportunities_beyond: str
    accounts: tuple[LostAccount, ...]
    accounts_beyond: str


def losses_page(register: Register, context: Context) -> LossesPage:
    """Return the page of what the accounts that can be read have lost."""
    t, summaries = context.wording, register.summaries
    every = _latest_first(register)
    since = years_before(context.as_of, 1)
    recent = [struck for struck in every if struck.found.loss.date > since]
    offers, undated = _lost_opportunities(register, context)
    listed = decided_rows(offers, summaries, context)
    gone = _lost_accounts(register)
    beyond = len(recent) - MOST_LOSSES
    return LossesPage(
        title=t.text("Losses"),
        lead=_lead(every, recent, context),
        unit=context.settings.currency,
        figures=tuple(_figures(every, recent, offers, gone, context)) if every or offers or undated or gone else (),
        reasons=loss_rows(tuple(summaries.values()), context),
        quarters=_quarters(every, context),
        losses=tuple(_loss(struck, summaries[struck.account], context) for struck in recent[:MOST_LOSSES]),
        losses_note=t.text("The latest {n} of {all}", n=MOST_LOSSES, all=len(recent))
        if beyond > 0
        else t.text("Last 12 months, the latest first"),
        losses_beyond=t.text("{n} more on the accounts’ own pages", n=beyond) if beyond > 0 else "",
        facets=_facets(recent[:MOST_LOSSES], summaries, context),
        opportunities=listed,
        opportunities_words=_offers_words(offers, context),
        opportunities_beyond=_offers_beyond(len(offers) - len(listed), undated, context),
        accounts=tuple(_account(summary, register, context) for summary in gone[:MOST_ACCOUNTS]),
        accounts_beyond=t.text("and {n} more accounts", n=len(gone) - MOST_ACCOUNTS)
        if len(gone) > MOST_ACCOUNTS
        else "",
    )


def _latest_first(register: Register) -> list[Struck]:
    every = [Struck(account, found) for account in register.summaries for found in register.losses.get(account, ())]
    return sorted(every, key=lambda struck: struck.found.loss.date, reverse=True)


def _lost_opportunities(register: Register, context: Context) -> tuple[list[Sale], int]:
    """Return the opportunities lost in the last 12 months, and how many lost ones have no day."""
    listed = {
        account: [found for found in own if found.status == "lost"]
        for account, own in register.opportunities.items()
        if account in register.summaries
    }
    sales = sales_of(listed, context.as_of)
    return list(sales.recent), sales.undated


def _lost_accounts(register: Register) -> list[AccountSummary]:
    gone = [summary for summary in register.summaries.values() if summary.status == "lost"]
    return sorted(gone, key=lambda summary: (-(summary.scores.lifetime_value.to_date or 0), summary.id))


# ── Opening ──


def _lead(every: Sequence[Struck], recent: Sequence[Struck], context: Context) -> str:
    t, said = context.wording, []
    if not recent:
        return t.text("No loss of the last 12 months is written down.") if every else t.text("No loss is written down.")
    amount = _amount(recent)
    if amount is None:
        said.append(t.text("{n} loss in the last 12 months.|{n} losses in the last 12 months.", n=len(recent)))
    else:
        said.append(
            t.text(
                "{n} loss of {amount} in the last 12 months.|{n} losses of {amount} in the last 12 months.",
                n=len(recent),
                amount=t.money(amount, context.settings.currency, short=True),
            )
        )
    if open_ := _without_fix(recent):
        said.append(
            t.text(
                "After {n} of them nothing was changed: it can happen again."
                "|After {n} of them nothing was changed: they can happen again.",
                n=open_,
            )
        )
    else:
        said.append(t.text("After each of them something was changed."))
    return ("" if context.language == "zh" else " ").join(said)


def _amount(losses: Sequence[Struck]) -> Decimal | None:
    return known_sum(struck.found.amount for struck in losses).amount


def _without_fix(losses: Sequence[Struck]) -> int:
    return sum(struck.found.loss.fix is None for struck in losses)


def _figures(
    every: Sequence[Struck],
    recent: Sequence[Struck],
    offers: Sequence[Sale],
    gone: Sequence[AccountSummary],
    context: Context,
) -> Iterator[Figure]:
    t, currency = context.wording, context.settings.currency
    struck = len({loss.account for loss in recent})
    yield Figure(t.text("Losses, 12 months"), t.number(len(recent)), t.text("at {n} account|at {n} accounts", n=struck))
    unpriced = sum(loss.found.amount is None for loss in recent)
    note = t.text("{n} without an amount", n=unpriced) if unpriced else _against_the_year_before(every, recent, context)
    lost = Decimal(0) if not recent else _amount(recent)
    yield Figure(t.text("Amount lost"), t.money(lost, currency, short=True) or None, note)
    open_ = _without_fix(recent)
    yield Figure(
        t.text("Nothing changed since"),
        t.number(open_),
        t.text("the plan names no fix") if open_ else t.text("every loss has its fix") if recent else "",
    )
    worth = sums(offers).amount
    yield Figure(
        t.text("Lost opportunities"),
        t.number(len(offers)),
        "" if worth is None else t.text("worth {amount}", amount=t.money(worth, currency, short=True)),
    )
    yield Figure(t.text("Lost accounts"), t.number(len(gone)), t.text("by the status of their plans"))


def _against_the_year_before(every: Sequence[Struck], recent: Sequence[Struck], context: Context) -> str:
    t, start, end = context.wording, years_before(context.as_of, 2), years_before(context.as_of, 1)
    before = _amount([struck for struck in every if start < struck.found.loss.date <= end])
    now = _amount(recent)
    if not before or now is None:
        return t.text("nothing on record the year before")
    return t.text("{change} on the year before", change=f"{t.signed((now / before - 1) * 100)}%")


# ── By quarter ──


def _quarters(every: Sequence[Struck], context: Context) -> tuple[LossQuarter, ...]:
    """Return the last quarters of the fiscal year from the first loss on record: before it, nobody wrote them down."""
    t = context.wording
    starts = quarter_starts(context.as_of, context.settings.fiscal_year_start, range(1 - QUARTERS, 1))
    on_record = min((struck.found.loss.date for struck in every), default=None)
    if on_record is None:
        return ()
    found = [(start, _from_to(every, start, after)) for start, after in zip_longest(starts, starts[1:])]
    while not found[0][1] and found[0][0] < on_record:
        del found[0]
    amounts = [_amount(own) for _, own in found]
    most = max((amount for amount in amounts if amount is not None), default=Decimal(0))
    return tuple(
        LossQuarter(
            name=months(start, last_month(start), context.language),
            note=t.text("so far") if start == starts[-1] else "",
            count=t.number(len(own)) if own else "",
            amount=t.number(amount, 0),
            length=round(100 * (amount or 0) / most) if most else 0,
        )
        for (start, own), amount in zip(found, amounts, strict=True)
    )


def _from_to(every: Sequence[Struck], start: date, after: date | None) -> list[Struck]:
    """Return what was lost from a day on and before another one."""
    return [
        struck
        for struck in every
        if start <= struck.found.loss.date and (after is None or struck.found.loss.date < after)
    ]


# ── One by one ──


def _loss(struck: Struck, summary: AccountSummary, context: Context) -> LossRow:
    t, loss, amount = context.wording, struck.found.loss, struck.found.amount
    return LossRow(
        day=t.day(loss.date),
        sort=str(loss.date.toordinal()),
        account=account_mention(struck.account, {struck.account: summary}, context),
        account_id=struck.account,
        owner=context.member(summary.owner),
        owner_id=summary.owner,
        what=t.of(loss.what),
        reason=t.label("loss_reason", loss.reason) if loss.reason else t.text("No reason written down"),
        reason_id=loss.reason or NO_REASON,
        amount=t.number(amount, 0),
        amount_sort="" if amount is None else f"{amount:.0f}",
        cause=t.of(loss.cause),
        fix=t.of(loss.fix),
    )


def _facets(losses: Sequence[Struck], summaries: Mapping[str, AccountSummary], context: Context) -> str:
    t = context.wording
    owners = {(owner := summaries[struck.account].owner): context.member(owner) for struck in losses}
    states = {"yes": t.text("written down"), "no": t.text("no fix yet")}
    facets = [["fix", t.text("Fix"), states], ["owner", t.text("Owner"), owners]]
    return json.dumps(facets, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


# ── Opportunities and accounts ──


def _offers_words(offers: Sequence[Sale], context: Context) -> str:
    t, found = context.wording, sums(offers)
    if not offers:
        return ""
    if found.amount is None:
        return t.text("{n} in the last 12 months", n=found.count)
    amount = t.money(found.amount, context.settings.currency, short=True)
    return t.text("{n} in the last 12 months, worth {amount}", n=found.count, amount=amount)


def _offers_beyond(beyond: int, undated: int, context: Context) -> str:
    t, said = context.wording, []
    if beyond:
        said.append(t.text("{n} more on the accounts’ own pages", n=beyond))
    if undated:
        said.append(
            t.text(
                "{n} lost opportunity has no day of decision and is left out"
                "|{n} lost opportunities have no day of decision and are left out",
                n=undated,
            )
        )
    return " · ".join(said)


def _account(summary: AccountSummary, register: Register, context: Context) -> LostAccount:
    t, losses = context.wording, register.losses.get(summary.id, ())
    latest = losses[0].loss if losses else None
    return LostAccount(
        account=account_mention(summary.id, register.summaries, context),
        owner=Mention(context.member(summary.owner), member_address(summary.owner)),
        brought=t.number(summary.scores.lifetime_value.to_date, 0),
        last=t.day(summary.scores.activity.last),
        what=t.of(latest.what) if latest else "",
        cause=t.of(latest.cause) if latest else "",
    )
