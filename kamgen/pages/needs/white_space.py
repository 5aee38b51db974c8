"""White space over all accounts: a heat table, sums by product, and the largest openings one by one (B4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest
from typing import NamedTuple

from kamgen.pages.account.terms import Mention
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.extracts.opportunities import ListedOpportunity
from kamgen.pages.summary import AccountSummary
from kamgen.plan.values import LocalisedText
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.white_space import SpaceRow

MOST_ACCOUNTS = 15
"""How many accounts the heat table has a row for, those with most white space."""

MOST_PRODUCTS = 8
"""How many products it has a column for; the others share one."""

MOST_OPENINGS = 100
"""How many rows of white space are listed one by one, the largest first."""

_HEAT_STEPS = 5
_ZERO = Decimal(0)


class Space(NamedTuple):
    """A row of white space of one of the accounts, given by its id."""

    account: str
    row: SpaceRow


@dataclass(frozen=True, slots=True)
class SpaceFigures:
    """What some rows come to, over those that state potential and current business; None where none does.

    ``unknown`` counts the rows that lack one of the two, or an exchange rate.
    """

    potential: Decimal | None
    current: Decimal | None
    space: Decimal | None
    unknown: int

    @property
    def share(self) -> Decimal | None:
        """Return what of the potential we have, 0 to 1; more than 1 where a unit buys more than was thought."""
        return self.current / self.potential if self.potential and self.current is not None else None


@dataclass(frozen=True, slots=True)
class HeatCell:
    """White space of some products at an account; ``heat`` is 0 (none) to 5 (the most of all cells)."""

    amount: str
    note: str
    heat: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """An account's white space by product."""

    account: Mention
    cells: tuple[HeatCell | None, ...]
    total: str


@dataclass(frozen=True, slots=True)
class HeatTable:
    """White space by account and product, with the sums of all accounts; the largest come first."""

    products: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    others: HeatRow | None
    sums: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product over all accounts; ``length`` is our share of the potential on a line of 100."""

    product: str
    accounts: str
    potential: str
    current: str
    space: str
    share: str
    length: int
    unknown: str
    rivals: str


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """A row of white space; ``opportunity`` is what is open there for the same product, nothing where nothing is."""

    account: Mention
    account_id: str
    unit: str
    product: str
    product_id: str
    potential: str
    current: str
    space: str
    sort: str
    rival: str
    opportunity: Mention
    owner: Mention
    owner_id: str


def spaces_of(listed: Mapping[str, Iterable[SpaceRow]]) -> tuple[Space, ...]:
    """Return all rows of all accounts, given by account id."""
    return tuple(Space(account, row) for account in sorted(listed) for row in listed[account])


def space_figures(rows: Iterable[SpaceRow]) -> SpaceFigures:
    """Return what rows come to."""
    every = tuple(rows)
    known = [row for row in every if row.space is not None]
    return SpaceFigures(
        potential=known_sum(row.potential for row in known).amount,
        current=known_sum(row.current for row in known).amount,
        space=known_sum(row.space for row in known).amount,
        unknown=len(every) - len(known),
    )


# ── Account by product ──


def heat_table(spaces: Sequence[Space], summaries: Mapping[str, AccountSummary], context: Context) -> HeatTable | None:
    """Return where the white space is; None where none is known."""
    t = context.wording
    by_account, by_product = _grouped(spaces, by_product=False), _grouped(spaces, by_product=True)
    if not by_product:
        return None
    single, rest = by_product[:MOST_PRODUCTS], by_product[MOST_PRODUCTS:]
    column = {product: place for place, (product, _) in enumerate(single)}
    columns = len(single) + bool(rest)

    def cells(rows: Iterable[SpaceRow]) -> list[list[SpaceRow]]:
        found: list[list[SpaceRow]] = [[] for _ in range(columns)]
        for row in rows:
            if row.space is not None or row.product in column:
                found[column.get(row.product, columns - 1)].append(row)
        return found

    listed = [(account, cells(rows)) for account, rows in by_account[:MOST_ACCOUNTS]]
    most = max((_space(rows) for _, own in listed for rows in own), default=_ZERO)
    beyond = by_account[MOST_ACCOUNTS:]
    sums = cells(space.row for space in spaces)
    return HeatTable(
        products=(*(context.product(product) for product, _ in single), *((t.text("Other products"),) if rest else ())),
        rows=tuple(
            HeatRow(
                account=account_mention(account, summaries, context),
                cells=tuple(_heat_cell(rows, most, context) for rows in own),
                total=t.number(sum(map(_space, own), _ZERO), 0),
            )
            for account, own in listed
        ),
        others=_other_accounts(beyond, cells(row for _, rows in beyond for row in rows), context) if beyond else None,
        sums=tuple(t.number(space_figures(rows).space, 0) for rows in sums),
        total=t.number(space_figures(space.row for space in spaces).space, 0),
    )


def _grouped(spaces: Sequence[Space], *, by_product: bool) -> list[tuple[str, list[SpaceRow]]]:
    """Return rows by product or by account, without groups of which nothing is known; most white space first."""
    groups = defaultdict[str, list[SpaceRow]](list)
    for account, row in spaces:
        groups[row.product if by_product else account].append(row)
    known = [pair for pair in groups.items() if any(row.space is not None for row in pair[1])]
    return sorted(known, key=lambda pair: (-_space(pair[1]), pair[0]))


def _space(rows: Iterable[SpaceRow]) -> Decimal:
    return sum((row.space for row in rows if row.space is not None), _ZERO)


def _heat_cell(rows: Sequence[SpaceRow], most: Decimal, context: Context) -> HeatCell | None:
    """Return a cell; where no row has both figures, that it is not known."""
    t = context.wording
    if not rows:
        return None
    rivals = _rivals(rows, context)
    known = space_figures(rows).space
    if known is None:
        return HeatCell("", t.text("not known yet"), 0)
    return HeatCell(t.number(known, 0), _shortened(rivals, context), _heat(known, most))


def _heat(amount: Decimal, most: Decimal) -> int:
    """Return how warm an amount is: each step is half of the one above, for a few accounts hold most of it all."""
    heat, limit = _HEAT_STEPS, most / 2
    while heat > 1 and amount <= limit:
        heat, limit = heat - 1, limit / 2
    return heat if amount else 0


def _other_accounts(
    beyond: Sequence[tuple[str, list[SpaceRow]]], columns: Sequence[Sequence[SpaceRow]], context: Context
) -> HeatRow:
    t = context.wording
    found = [space_figures(rows).space for rows in columns]
    return HeatRow(
        account=Mention(t.text("{n} other account|{n} other accounts", n=len(beyond))),
        cells=tuple(None if space is None else HeatCell(t.number(space, 0), "", 0) for space in found),
        total=t.number(known_sum(found).amount, 0),
    )


def _rivals(rows: Iterable[SpaceRow], context: Context) -> list[str]:
    """Return who holds the rest, each once: first who holds most of it."""
    held = defaultdict[str, Decimal](Decimal)
    for row in rows:
        if row.rival:
            held[context.wording.of(row.rival)] += row.space or _ZERO
    return sorted(held, key=lambda rival: (-held[rival], rival))


def _shortened(rivals: Sequence[str], context: Context) -> str:
    if len(rivals) < 2:
        return "".join(rivals)
    return context.wording.text("{name} and {n} more", name=rivals[0], n=len(rivals) - 1)


# ── By product ──


def product_rows(spaces: Sequence[Space], context: Context) -> tuple[ProductRow, ...]:
    """Return the products, the one with most white space first and those without a known figure last."""
    t = context.wording
    groups = defaultdict[str, list[Space]](list)
    for space in spaces:
        groups[space.row.product].append(space)
    found = [(product, own, space_figures(space.row for space in own)) for product, own in groups.items()]
    found.sort(key=lambda entry: (entry[2].space is None, -(entry[2].space or _ZERO), entry[0]))
    return tuple(
        ProductRow(
            product=context.product(product),
            accounts=t.number(len({space.account for space in own})),
            potential=t.number(figures.potential, 0),
            current=t.number(figures.current, 0),
            space=t.number(figures.space, 0),
            share=t.percent(figures.share),
            length=min(100, round(100 * (figures.share or _ZERO))),
            unknown=t.text("{n} not known yet", n=figures.unknown) if figures.unknown else "",
            rivals=_first_rivals(_rivals((space.row for space in own), context), context),
        )
        for product, own, figures in found
    )


def _first_rivals(rivals: Sequence[str], context: Context) -> str:
    t, shown = context.wording, 3
    said = t.listing(tuple(rivals[:shown]))
    beyond = len(rivals) - shown
    return t.text("{name} and {n} more", name=said, n=beyond) if beyond > 0 else said


# ── One by one ──


def opening_rows(
    spaces: Sequence[Space],
    opportunities: Mapping[str, Sequence[ListedOpportunity]],
    summaries: Mapping[str, AccountSummary],
    context: Context,
) -> tuple[OpeningRow, ...]:
    """Return the largest white space, at most :data:`MOST_OPENINGS` rows; what is not known or nothing is left out."""
    openings = nsmallest(MOST_OPENINGS, openings_of(spaces), key=lambda space: (-(space.row.space or 0), space.account))
    return tuple(
        _opening(space, opportunities.get(space.account, ()), summaries[space.account], context) for space in openings
    )


def openings_of(spaces: Iterable[Space]) -> list[Space]:
    """Return the rows in which anything is left to win."""
    return [space for space in spaces if space.row.space]


def _opening(
    space: Space, opportunities: Sequence[ListedOpportunity], summary: AccountSummary, context: Context
) -> OpeningRow:
    t, row = context.wording, space.row
    return OpeningRow(
        account=Mention(t.of(summary.name), f"{account_address(space.account)}#white-space"),
        account_id=space.account,
        unit=_unit(row.unit, context),
        product=context.product(row.product),
        product_id=row.product,
        potential=t.number(row.potential, 0),
        current=t.number(row.current, 0),
        space=t.number(row.space, 0),
        sort="" if row.space is None else f"{row.space:.0f}",
        rival=t.of(row.rival),
        opportunity=_open_for(space, opportunities, context),
        owner=Mention(context.member(summary.owner), member_address(summary.owner)),
        owner_id=summary.owner,
    )


def _unit(unit: str | LocalisedText | None, context: Context) -> str:
    return context.wording.of(unit) or context.wording.text("Whole account")


def _open_for(space: Space, opportunities: Sequence[ListedOpportunity], context: Context) -> Mention:
    """Return the open opportunity for a row's product, the largest where there are several, with how many more."""
    t = context.wording
    found = [one for one in opportunities if one.status == "open" and one.product == space.row.product]
    if not found:
        return Mention("")
    largest = max(found, key=lambda one: one.amount or _ZERO)
    name, address = t.of(largest.name), f"{account_address(space.account)}#opportunity-{largest.id}"
    more = len(found) - 1
    return Mention(t.text("{name} and {n} more", name=name, n=more) if more else name, address)
