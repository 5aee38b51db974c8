"""What all customers need and what they could still buy: needs (B3) and white space (B4), rolled up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args
from urllib.parse import urlencode

from kamgen.pages.account.terms import Mention, State
from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.extracts.needs import ListedNeed
from kamgen.pages.needs.white_space import (
    HeatTable,
    OpeningRow,
    ProductRow,
    Space,
    heat_table,
    opening_rows,
    openings_of,
    product_rows,
    space_figures,
    spaces_of,
)
from kamgen.pages.portfolio.page import Figure
from kamgen.pages.portfolio.table import by_value
from kamgen.pages.register import Register
from kamgen.plan.profile import NeedKind, NeedLevel

MOST_NEEDS = 150
"""How many unanswered needs are listed, those of the most valuable accounts first."""

UNSAID = "-"
"""What a need is filtered by where its kind or level is not written down."""

_KINDS: tuple[NeedKind, ...] = get_args(NeedKind)
_LEVELS: tuple[NeedLevel, ...] = get_args(NeedLevel)
_MET: dict[str, State] = {"partly": "amber", "none": "red"}
_HEAT_STEPS = 5


class PlacedNeed(NamedTuple):
    """A need of one of the accounts, given by its id."""

    account: str
    need: ListedNeed


@dataclass(frozen=True, slots=True)
class NeedCell:
    """How many needs are of a kind and level, and how many of them nothing answers; ``href`` lists these."""

    count: int
    waiting: str
    href: str
    heat: int


@dataclass(frozen=True, slots=True)
class NeedKindRow:
    """Needs of a kind by level, with their sum."""

    kind: str
    cells: tuple[NeedCell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NeedMatrix:
    """Needs by kind and level; what is not written down has a row or column of its own where it occurs."""

    levels: tuple[str, ...]
    rows: tuple[NeedKindRow, ...]
    sums: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class WaitingNeed:
    """A need that nothing answers; ``kind_id`` and ``level_id`` are what rows are chosen by."""

    need: Mention
    source: str
    account: Mention
    account_id: str
    kind: str
    kind_id: str
    level: str
    level_id: str
    level_sort: str
    met: str
    met_id: str
    state: State
    owner: Mention
    owner_id: str


@dataclass(frozen=True, slots=True)
class NeedsPage:
    """Needs and white space of all accounts; amounts are in whole units of the reporting currency, ``unit``.

    Attributes:
        title: Its heading.
        lead: What is still to win and what nobody answers.
        unit: The currency of all amounts.
        figures: Figures that open the page; none where neither needs nor white space are written down.
        heat: White space by account and product; None where none is known.
        products: White space by product.
        unknown: How many rows count nothing, and why; empty where all count.
        openings: The largest white space, row by row.
        openings_note: In what order, or how many of all; ``openings_beyond`` says where the others stand.
        opening_facets: What they can be filtered by beside their columns.
        needs: Needs by kind and level; None where none is written down.
        waiting: Needs that nothing answers, those of the most valuable accounts first.
        waiting_note: In what order, or how many of all; ``waiting_beyond`` says where the others stand.

    """

    title: str
    lead: str
    unit: str
    figures: tuple[Figure, ...]
    heat: HeatTable | None
    products: tuple[ProductRow, ...]
    unknown: str
    openings: tuple[OpeningRow, ...]
    openings_note: str
    openings_beyond: str
    opening_facets: str
    needs: NeedMatrix | None
    waiting: tuple[WaitingNeed, ...]
    waiting_note: str
    waiting_beyond: str


def needs_page(register: Register, context: Context) -> NeedsPage:
    """Return the page of needs and white space of the accounts that can be read."""
    t, summaries = context.wording, register.summaries
    spaces = spaces_of({id_: rows for id_, rows in register.white_space.items() if id_ in summaries})
    needs = _needs_by_value(register, context)
    waiting = [placed for placed in needs if _waits(placed, register)]
    openings = opening_rows(spaces, register.opportunities, summaries, context)
    unlisted, unlisted_needs = len(openings_of(spaces)) - len(openings), max(0, len(waiting) - MOST_NEEDS)
    return NeedsPage(
        title=t.text("Needs and white space"),
        lead=_lead(spaces, needs, waiting, context),
        unit=context.settings.currency,
        figures=tuple(_figures(spaces, needs, waiting, context)) if spaces or needs else (),
        heat=heat_table(spaces, summaries, context),
        products=product_rows(spaces, context),
        unknown=_unknown(spaces, context),
        openings=openings,
        openings_note=t.text("The {n} largest of {all}", n=len(openings), all=len(openings) + unlisted)
        if unlisted
        else t.text("Most white space first"),
        openings_beyond=_openings_beyond(unlisted, context),
        opening_facets=_opening_facets(openings, context),
        needs=_matrix(needs, waiting, context) if needs else None,
        waiting=tuple(_waiting(placed, register, context) for placed in waiting[:MOST_NEEDS]),
        waiting_note=t.text("{n} of {all}, the most valuable accounts first", n=MOST_NEEDS, all=len(waiting))
        if unlisted_needs
        else t.text("The most valuable accounts first"),
        waiting_beyond=t.text("{n} more on the accounts’ own pages", n=unlisted_needs) if unlisted_needs else "",
    )


def _needs_by_value(register: Register, context: Context) -> list[PlacedNeed]:
    """Return all needs, those of the most valuable accounts first."""
    ordered = by_value(tuple(register.summaries.values()), register.portfolio, context)
    return [PlacedNeed(summary.id, need) for summary in ordered for need in register.needs.get(summary.id, ())]


def _waits(placed: PlacedNeed, register: Register) -> bool:
    """Tell whether a need asks for an answer; those of lost accounts do no more."""
    return placed.need.waits and register.summaries[placed.account].status != "lost"


# ── Opening ──


def _lead(spaces: Sequence[Space], needs: Sequence[PlacedNeed], waiting: Sequence[PlacedNeed], context: Context) -> str:
    t, said = context.wording, []
    figures = space_figures(space.row for space in spaces)
    if figures.space is not None:
        amount = t.money(figures.space, context.settings.currency, short=True)
        said.append(t.text("Customers could still buy {amount} a year from us.", amount=amount))
    if waiting:
        said.append(
            t.text("{n} need is answered by nothing yet.|{n} needs are answered by nothing yet.", n=len(waiting))
        )
    elif needs:
        said.append(t.text("Every need that asks for an answer has one."))
    if not said:
        return t.text("No white space is known yet.") if spaces else t.text("Nothing is written down yet.")
    return ("" if context.language == "zh" else " ").join(said)


def _figures(
    spaces: Sequence[Space], needs: Sequence[PlacedNeed], waiting: Sequence[PlacedNeed], context: Context
) -> Iterator[Figure]:
    t, currency = context.wording, context.settings.currency
    figures = space_figures(space.row for space in spaces)
    accounts = len({space.account for space in spaces if space.row.space is not None})
    missing = t.text("add potential and current business to a plan")
    yield Figure(
        t.text("White space"),
        t.money(figures.space, currency, short=True) or None,
        t.text("in {n} account|in {n} accounts", n=accounts) if accounts else missing,
    )
    yield Figure(
        t.text("Potential"),
        t.money(figures.potential, currency, short=True) or None,
        t.text("{n} row not counted|{n} rows not counted", n=figures.unknown) if figures.unknown else t.text("a year"),
    )
    yield Figure(
        t.text("Our share"),
        t.percent(figures.share) or None,
        t.text("{amount} of the potential", amount=t.money(figures.current, currency, short=True))
        if figures.share is not None
        else missing,
    )
    accounts = len({placed.account for placed in needs})
    yield Figure(
        t.text("Needs"),
        t.number(len(needs)) if needs else None,
        t.text("in {n} account|in {n} accounts", n=accounts) if needs else t.text("add needs to a plan’s profile"),
    )
    if needs:
        accounts = len({placed.account for placed in waiting})
        note = t.text("in {n} account|in {n} accounts", n=accounts) if waiting else t.text("nothing left to answer")
        yield Figure(t.text("Without an answer"), t.number(len(waiting)), note)


# ── White space ──


def _unknown(spaces: Sequence[Space], context: Context) -> str:
    unknown = space_figures(space.row for space in spaces).unknown
    if not unknown:
        return ""
    return context.wording.text(
        "{n} row lacks its potential, today’s business or an exchange rate and counts nothing."
        "|{n} rows lack their potential, today’s business or an exchange rate and count nothing.",
        n=unknown,
    )


def _openings_beyond(unlisted: int, context: Context) -> str:
    if not unlisted:
        return ""
    return context.wording.text(
        "{n} smaller one stands on the page of its account.|{n} smaller ones stand on the pages of their accounts.",
        n=unlisted,
    )


def _opening_facets(openings: Sequence[OpeningRow], context: Context) -> str:
    t = context.wording
    owners = {row.owner_id: row.owner.text for row in openings}
    states = {"yes": t.text("is open"), "no": t.text("none yet")}
    facets = [["open", t.text("Opportunity"), states], ["owner", t.text("Owner"), owners]]
    return json.dumps(facets, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


# ── Needs ──


def _matrix(needs: Sequence[PlacedNeed], waiting: Sequence[PlacedNeed], context: Context) -> NeedMatrix:
    t = context.wording
    counts = Counter((placed.need.kind, placed.need.level) for placed in needs)
    unanswered = Counter((placed.need.kind, placed.need.level) for placed in waiting)
    kinds: list[NeedKind | None] = [*_KINDS, *([None] if any(kind is None for kind, _ in counts) else [])]
    levels: list[NeedLevel | None] = [*_LEVELS, *([None] if any(level is None for _, level in counts) else [])]
    most = max(counts.values())

    def cell(kind: NeedKind | None, level: NeedLevel | None) -> NeedCell:
        count, open_ = counts[kind, level], unanswered[kind, level]
        query = urlencode({"kind": kind or UNSAID, "level": level or UNSAID})
        return NeedCell(
            count=count,
            waiting=t.text("{n} without an answer", n=open_) if open_ else "",
            href=f"#need-list?{query}" if open_ else "",
            heat=-(-_HEAT_STEPS * count // most),
        )

    return NeedMatrix(
        levels=tuple(t.label("need_level", level) if level else t.text("level not said") for level in levels),
        rows=tuple(
            NeedKindRow(
                kind=t.label("need_kind", kind) if kind else t.text("kind not said"),
                cells=tuple(cell(kind, level) for level in levels),
                total=sum(counts[kind, level] for level in levels),
            )
            for kind in kinds
        ),
        sums=tuple(sum(counts[kind, level] for kind in kinds) for level in levels),
        total=len(needs),
    )


def _waiting(placed: PlacedNeed, register: Register, context: Context) -> WaitingNeed:
    t, need, summary = context.wording, placed.need, register.summaries[placed.account]
    return WaitingNeed(
        need=Mention(t.of(need.text), f"{account_address(placed.account)}#need-{need.id}"),
        source=t.of(need.source),
        account=Mention(t.of(summary.name), account_address(placed.account)),
        account_id=placed.account,
        kind=t.label("need_kind", need.kind) if need.kind else t.text("kind not said"),
        kind_id=need.kind or UNSAID,
        level=t.label("need_level", need.level) if need.level else t.text("level not said"),
        level_id=need.level or UNSAID,
        level_sort=str(_LEVELS.index(need.level) + 1) if need.level else "",
        met=t.label("need_met", need.met) if need.met else t.text("not known yet"),
        met_id=need.met or UNSAID,
        state=_MET.get(need.met, "none") if need.met else "none",
        owner=Mention(context.member(summary.owner), member_address(summary.owner)),
        owner_id=summary.owner,
    )
