"""Rows of the page of all opportunities: those open with what they lack, and those decided with their reason."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kamgen.pages.account.terms import Deadline, Mention, deadline
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.extracts.opportunities import ListedOpportunity
from kamgen.pages.opportunities.sales import Sale, process_name, stage_name
from kamgen.pages.summary import AccountSummary

MOST_OPEN = 150
"""How many open opportunities are listed, the largest weighted amounts first."""

MOST_DECIDED = 50
"""How many decided ones are listed, the last first."""

Lack = Literal["amount", "chance", "day", "step"]

LACKS: tuple[Lack, ...] = ("amount", "chance", "day", "step")


@dataclass(frozen=True, slots=True)
class OpenRow:
    """An open opportunity; money in whole units of the reporting currency, empty where unknown.

    ``process`` and ``product`` are the ids to filter by, ``lacks`` what it lacks, joined for filters.
    """

    name: Mention
    product: str
    account: Mention
    owner: Mention
    stage: str
    process: str
    amount: str
    amount_sort: str
    chance: str
    weighted: str
    weighted_sort: str
    close: Deadline | None
    close_sort: str
    step: str
    step_owner: Mention
    step_due: Deadline | None
    process_id: str
    product_id: str
    lacks: str


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A decided opportunity; ``reason`` says why it was lost, or that nobody wrote it down."""

    name: Mention
    account: Mention
    owner: Mention
    won: bool
    status: str
    amount: str
    amount_sort: str
    close: str
    close_sort: str
    process: str
    reason: str
    reason_known: bool


def open_rows(sales: Sequence[Sale], summaries: Mapping[str, AccountSummary], context: Context) -> tuple[OpenRow, ...]:
    """Return open opportunities, at most :data:`MOST_OPEN`."""
    return tuple(_open(sale, summaries, context) for sale in sales[:MOST_OPEN])


def decided_rows(
    sales: Sequence[Sale], summaries: Mapping[str, AccountSummary], context: Context
) -> tuple[DecidedRow, ...]:
    """Return decided opportunities, at most :data:`MOST_DECIDED`."""
    return tuple(_decided(sale, summaries, context) for sale in sales[:MOST_DECIDED])


def lacks_of(found: ListedOpportunity) -> tuple[Lack, ...]:
    """Return what an open opportunity lacks to count in the forecast and to be carried on."""
    missing = {
        "amount": found.amount is None,
        "chance": found.probability is None,
        "day": found.close is None,
        "step": found.step is None,
    }
    return tuple(lack for lack in LACKS if missing[lack])


def lack_names(context: Context) -> dict[Lack, str]:
    """Return what people read for each lack."""
    t = context.wording
    return {
        "amount": t.text("no amount"),
        "chance": t.text("no chance"),
        "day": t.text("no day of decision"),
        "step": t.text("no next step"),
    }


def open_facets(sales: Sequence[Sale], context: Context) -> str:
    """Return what open opportunities can be filtered by beside their columns, for the script of lists."""
    t, listed = context.wording, [sale.found for sale in sales[:MOST_OPEN]]
    facets = [
        [
            "process",
            t.text("Process"),
            {_process_id(one, context): process_name(one.process, context) for one in listed},
        ],
        ["product", t.text("Product"), {one.product: context.product(one.product) for one in listed if one.product}],
        ["lacks", t.text("Lacks"), lack_names(context)],
    ]
    return json.dumps(facets, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _process_id(found: ListedOpportunity, context: Context) -> str:
    return found.process if found.process is not None and found.process in context.settings.processes else "-"


def _name(sale: Sale, context: Context) -> Mention:
    address = f"{account_address(sale.account)}#opportunity-{sale.found.id}"
    return Mention(context.wording.of(sale.found.name), address)


def _owner(sale: Sale, summaries: Mapping[str, AccountSummary], context: Context) -> Mention:
    owner = summaries[sale.account].owner
    return Mention(context.member(owner), member_address(owner))


def _open(sale: Sale, summaries: Mapping[str, AccountSummary], context: Context) -> OpenRow:
    t, found = context.wording, sale.found
    return OpenRow(
        name=_name(sale, context),
        product=context.product(found.product),
        account=account_mention(sale.account, summaries, context),
        owner=_owner(sale, summaries, context),
        stage=stage_name(found, context),
        process=process_name(found.process, context),
        amount=t.number(found.amount, 0),
        amount_sort="" if found.amount is None else f"{found.amount:f}",
        chance=t.percent(found.probability),
        weighted=t.number(found.weighted, 0),
        weighted_sort="" if found.weighted is None else f"{found.weighted:f}",
        close=deadline(found.close, context),
        close_sort=str(found.close.toordinal()) if found.close else "",
        step=t.of(found.step),
        step_owner=Mention(context.member(found.step_owner), member_address(found.step_owner))
        if found.step_owner
        else Mention(""),
        step_due=deadline(found.step_due, context),
        process_id=_process_id(found, context),
        product_id=found.product or "",
        lacks="|".join(lacks_of(found)),
    )


def _decided(sale: Sale, summaries: Mapping[str, AccountSummary], context: Context) -> DecidedRow:
    t, found = context.wording, sale.found
    lost = found.status == "lost"
    reason = [t.of(found.lost_reason)] if lost and found.lost_reason else []
    if lost and found.rival:
        reason.append(t.text("rival: {name}", name=t.of(found.rival)))
    return DecidedRow(
        name=_name(sale, context),
        account=account_mention(sale.account, summaries, context),
        owner=_owner(sale, summaries, context),
        won=not lost,
        status=t.label("opportunity_status", found.status),
        amount=t.number(found.amount, 0),
        amount_sort="" if found.amount is None else f"{found.amount:f}",
        close=t.day(found.close),
        close_sort=str(found.close.toordinal()) if found.close else "",
        process=process_name(found.process, context),
        reason=" · ".join(reason) or (t.text("No reason written down") if lost else ""),
        reason_known=bool(reason),
    )
