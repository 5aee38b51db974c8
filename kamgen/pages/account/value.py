"""What the account is worth: purchases, lifetime value, and white space as a heat table (A1, B4, E2, F4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from kamgen.pages.account.terms import AccountTerms
from kamgen.plan.value import WhiteSpace
from kamgen.scoring.score import AccountScores
from kamgen.scoring.white_space import open_space

_HEAT_STEPS = 5


@dataclass(frozen=True, slots=True)
class YearRow:
    """Purchases of one calendar year, with the bar's length on a line of 100, and the wallet of that year."""

    year: str
    amount: str
    length: int
    note: str
    wallet: str
    share: str


@dataclass(frozen=True, slots=True)
class HeatCell:
    """White space of one product in one unit; ``heat`` 0 (none) to 5 (the most of this account)."""

    amount: str
    note: str
    heat: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A product's white space over all units."""

    product: str
    cells: tuple[HeatCell | None, ...]
    total: str
    potential: str
    rivals: str


@dataclass(frozen=True, slots=True)
class ValueSection:
    """History of cooperation and white space; ``facts`` are pairs of a term and its text."""

    headline: str
    years: tuple[YearRow, ...]
    has_wallets: bool
    facts: tuple[tuple[str, str], ...]
    units: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    total: str
    wallet_sources: tuple[str, ...]


def value_section(terms: AccountTerms, scores: AccountScores) -> ValueSection | None:
    """Return the value history, ``None`` where neither purchases nor white space nor a wallet are known."""
    value = terms.account.value
    if not (value.purchases or value.white_space or value.wallet):
        return None
    units = tuple(dict.fromkeys(terms.of(space.unit) for space in value.white_space))
    total = _sum(map(open_space, value.white_space))
    t = terms.t
    return ValueSection(
        headline=t.text("{amount} white space", amount=terms.money(total)) if total else "",
        years=_years(terms),
        has_wallets=bool(value.wallet),
        facts=_facts(terms, scores),
        units=tuple(unit or t.text("Whole account") for unit in units),
        rows=_heat_rows(units, terms),
        total=terms.money(total) if total else "",
        wallet_sources=tuple(
            t.text("{year}: {source}", year=str(wallet.year), source=terms.of(wallet.source))
            for wallet in value.wallet
            if wallet.source
        ),
    )


def _years(terms: AccountTerms) -> tuple[YearRow, ...]:
    t, value, as_of = terms.t, terms.account.value, terms.context.as_of
    by_year: dict[int, Decimal] = defaultdict(Decimal)
    first: date | None = None
    for purchase in value.purchases:
        if purchase.date <= as_of:
            by_year[purchase.date.year] += purchase.amount
            first = min(first or purchase.date, purchase.date)
    wallets = {wallet.year: wallet.amount for wallet in value.wallet}
    most = max((*by_year.values(), Decimal(1)))
    rows = []
    for year in sorted({*by_year, *wallets}):
        amount, wallet = by_year.get(year), wallets.get(year)
        note = _year_note(year, first, as_of, terms)
        rows.append(
            YearRow(
                year=str(year),
                amount=terms.money(amount),
                length=0 if amount is None else max(0, round(100 * amount / most)),
                note=note,
                wallet=terms.money(wallet),
                share=t.percent(amount / wallet) if wallet and amount is not None and not note else "",
            )
        )
    return tuple(rows)


def _year_note(year: int, first: date | None, as_of: date, terms: AccountTerms) -> str:
    """Return what of the year is on record, where that is not all of it."""
    if year == as_of.year:
        return terms.t.text("to {day}", day=as_of)
    if first is not None and year == first.year and (first.month, first.day) > (1, 31):
        return terms.t.text("from {day}", day=first)
    return ""


def _facts(terms: AccountTerms, scores: AccountScores) -> tuple[tuple[str, str], ...]:
    t, activity, lifetime = terms.t, scores.activity, scores.lifetime_value
    pairs = []
    if activity.last is not None:
        ago = activity.recency_days or 0
        pattern = "{day}, {n} day ago|{day}, {n} days ago" if ago else "{day}, today"
        said = t.text(pattern, day=activity.last, n=ago)
        pairs.append((t.text("Last purchase"), said))
    if activity.state != "unknown":
        pairs.append((t.text("Rhythm"), _rhythm(terms, scores)))
    if activity.purchase_days:
        said = t.text(
            "{n} day with a purchase in 12 months|{n} days with a purchase in 12 months", n=activity.frequency
        )
        pairs.append((t.text("Frequency"), said))
    if lifetime.to_date is not None:
        pairs.append((t.text("Bought to date"), terms.reported(lifetime.to_date)))
    if lifetime.projected is not None:
        said = t.text(
            "{amount} of margin in {years} years, with {retention} retention and a discount of {discount} a year",
            amount=terms.reported(lifetime.projected),
            years=lifetime.years,
            retention=t.percent(lifetime.retention),
            discount=t.percent(lifetime.discount),
        )
        pairs.append((t.text("Lifetime value"), said))
    return tuple(pairs)


def _rhythm(terms: AccountTerms, scores: AccountScores) -> str:
    activity = scores.activity
    state = terms.t.label("activity", activity.state)
    if activity.median_days is None:
        return state
    return terms.t.text("{state}: usually every {days} days", state=state, days=round(activity.median_days))


def _heat_rows(units: tuple[str, ...], terms: AccountTerms) -> tuple[HeatRow, ...]:
    """Product by unit, the product with the most white space first."""
    by_product: dict[str, list[WhiteSpace]] = defaultdict(list)
    for space in terms.account.value.white_space:
        by_product[space.product].append(space)
    opens = [open_space(space) or Decimal(0) for spaces in by_product.values() for space in spaces]
    most = max(opens, default=Decimal(0))
    ranked = sorted(by_product.items(), key=lambda item: (-_sum(map(open_space, item[1])), item[0]))
    return tuple(_heat_row(product, spaces, units, most, terms) for product, spaces in ranked)


def _heat_row(
    product: str, spaces: list[WhiteSpace], units: tuple[str, ...], most: Decimal, terms: AccountTerms
) -> HeatRow:
    t = terms.t
    by_unit: dict[str, list[WhiteSpace]] = defaultdict(list)
    for space in spaces:
        by_unit[terms.of(space.unit)].append(space)
    rivals = dict.fromkeys(terms.of(space.rival) for space in spaces if space.rival)
    potential, opens = _sum(space.potential for space in spaces), [open_space(space) for space in spaces]
    return HeatRow(
        product=terms.context.product(product),
        cells=tuple(_heat_cell(by_unit[unit], most, terms) if unit in by_unit else None for unit in units),
        total=terms.money(_sum(opens)) if any(amount is not None for amount in opens) else "",
        potential=terms.money(potential) if potential else "",
        rivals=t.listing(list(rivals)),
    )


def _heat_cell(spaces: list[WhiteSpace], most: Decimal, terms: AccountTerms) -> HeatCell | None:
    """Return the white space of one product in one unit; where no row has both figures, what there is of them."""
    t, known = terms.t, [space for space in spaces if open_space(space) is not None]
    if not known:
        potentials = [space.potential for space in spaces if space.potential is not None]
        potential = terms.money(_sum(potentials), short=True)
        note = t.text("could be {potential}; today's business not known", potential=potential)
        return HeatCell("", note, 0) if potentials else None
    amount = _sum(map(open_space, known))
    note = t.text(
        "{current} of {potential}",
        current=terms.money(_sum(space.current for space in known), short=True),
        potential=terms.money(_sum(space.potential for space in known), short=True),
    )
    heat = ceil(_HEAT_STEPS * amount / most) if most else 0
    return HeatCell(terms.money(amount), note, min(heat, _HEAT_STEPS))


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))
