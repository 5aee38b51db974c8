"""Which phase of which account is covered by whom: market before the sale, sales during it, service after it (F1)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from kamgen.pages.account.terms import Mention
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context
from kamgen.pages.extracts.seats import Seat
from kamgen.pages.people.entries import member_mention
from kamgen.pages.portfolio.lists import Names, account_names
from kamgen.pages.portfolio.table import by_value
from kamgen.pages.register import Register
from kamgen.plan.goals import Phase

MOST_SHOWN = 150
"""How many accounts are listed, those first that lack most."""

PHASES: tuple[Phase, ...] = get_args(Phase)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """An account's team: its members by phase, an empty cell where nobody covers it.

    ``others`` are members whose phase nobody has said. ``lacking`` are the phases without anybody, joined by ``|``.
    """

    account: Mention
    owner: Mention
    owner_id: str
    phases: tuple[tuple[Mention, ...], ...]
    others: tuple[Mention, ...]
    lacking: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who covers what: ``headline`` counts the accounts that lack a phase, ``unnamed`` are those without a team."""

    headline: str
    phases: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    facets: str
    beyond: str
    unnamed: Names


def team_coverage(register: Register, context: Context) -> Coverage:
    """Return who covers which phase of which account, the accounts first that lack most, then the most valuable."""
    t = context.wording
    ordered = by_value(tuple(register.summaries.values()), register.portfolio, context)
    named = [summary for summary in ordered if register.seats.get(summary.id)]
    lacking = {summary.id: lacking_phases(register.seats[summary.id]) for summary in named}
    named.sort(key=lambda summary: -len(lacking[summary.id]))
    counts = Counter(phase for phases in lacking.values() for phase in phases)
    said = [t.text("{n} of {all} accounts name a team", n=len(named), all=len(ordered))]
    said += [
        t.text("{n} without {phase}", phase=_short(phase, context), n=n) for phase in PHASES if (n := counts[phase])
    ]
    beyond = len(named) - MOST_SHOWN
    return Coverage(
        headline=t.text("; ").join(said),
        phases=tuple(t.label("phase", phase) for phase in PHASES),
        rows=tuple(_row(summary.id, lacking[summary.id], register, context) for summary in named[:MOST_SHOWN]),
        facets=json.dumps(
            [["lacking", t.text("Lacks"), {phase: _short(phase, context) for phase in PHASES}]],
            ensure_ascii=False,
            separators=(",", ":"),
        ),
        beyond=t.text("{n} more on the accounts’ own pages", n=beyond) if beyond > 0 else "",
        unnamed=account_names([summary for summary in ordered if not register.seats.get(summary.id)], context),
    )


def lacking_phases(seats: Sequence[Seat]) -> tuple[Phase, ...]:
    """Return the phases that nobody of a team covers; none where somebody's phase is not known, who may cover any."""
    covered = {seat.phase for seat in seats}
    return () if None in covered else tuple(phase for phase in PHASES if phase not in covered)


def _row(account_id: str, lacking: Sequence[Phase], register: Register, context: Context) -> CoverageRow:
    seats, owner = register.seats[account_id], register.summaries[account_id].owner
    return CoverageRow(
        account=account_mention(account_id, register.summaries, context),
        owner=member_mention(owner, context),
        owner_id=owner,
        phases=tuple(_of_phase(seats, phase, context) for phase in PHASES),
        others=_of_phase(seats, None, context),
        lacking="|".join(lacking),
    )


def _of_phase(seats: Sequence[Seat], phase: Phase | None, context: Context) -> tuple[Mention, ...]:
    members = dict.fromkeys(seat.member for seat in seats if seat.phase == phase)
    return tuple(member_mention(member, context) for member in members)


def _short(phase: Phase, context: Context) -> str:
    return context.wording.label("phase", phase)
