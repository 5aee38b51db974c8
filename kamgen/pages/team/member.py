"""A page for each member of our team: what needs the member this week, and all that the member looks after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kamgen.pages.account.terms import Deadline, Mention, deadline
from kamgen.pages.attention import Attention
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context, account_address
from kamgen.pages.people.entries import PersonEntry, contact_urgency, member_mention, person_entry
from kamgen.pages.portfolio.table import AccountRow, account_rows
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.pages.team.hours import HoursSection, hours_section
from kamgen.pages.team.opportunities import OpportunitiesSection, opportunities_section
from kamgen.pages.team.records import NOTHING, MemberRecord, in_team_order, is_overdue, member_records
from kamgen.pages.team.work import WorkSection, work_section
from kamgen.plan.settings import Member, Settings

MOST_URGENT = 60
"""How many things to look after are listed, the most urgent first."""

MOST_ACCOUNTS = 100
"""How many accounts are listed, the most valuable first."""

MOST_PEOPLE = 100
"""How many people are listed, those first whose contact is overdue."""


@dataclass(frozen=True, slots=True)
class Urgent:
    """One thing that needs somebody this week; ``owner`` is who looks after it."""

    what: Mention
    account: Mention
    due: Deadline | None
    owner: Mention


@dataclass(frozen=True, slots=True)
class Seat:
    """An account in whose team the member is, without answering for it; the phase is empty where nobody says."""

    account: Mention
    phase: str


@dataclass(frozen=True, slots=True)
class Beyond:
    """How much of a section is not listed, and where it stands; empty where all is."""

    urgent: str
    accounts: str
    people: str


@dataclass(frozen=True, slots=True)
class MemberPage:
    """What one member has to look after, in the order in which a day begins; only what has content.

    Attributes:
        title: The member's name.
        lead: The week in a sentence.
        about: Level and phase, as far as the settings say; ``unlisted`` where they do not name the member.
        urgent: What needs the member or an own account this week, the most urgent first.
        accounts: The accounts that the member answers for, the most valuable first.
        seats: Other accounts in whose team the member is.
        work: The member's own open work, week by week.
        people: The people whom the member covers; ``people_headline`` counts them.
        opportunities: Open opportunities of own accounts, and those whose next step is the member's.
        hours: Where planned and spent hours go.
        beyond: What the sections do not list.
        money_unit: The currency of the accounts' figures.

    """

    title: str
    lead: str
    about: tuple[str, ...]
    unlisted: bool
    urgent: tuple[Urgent, ...]
    accounts: tuple[AccountRow, ...]
    seats: tuple[Seat, ...]
    work: WorkSection | None
    people: tuple[PersonEntry, ...]
    people_headline: str
    opportunities: OpportunitiesSection | None
    hours: HoursSection | None
    beyond: Beyond
    money_unit: str

    @property
    def is_empty(self) -> bool:
        """Whether no plan gives the member anything."""
        return not (self.urgent or self.accounts or self.seats or self.work or self.people or self.opportunities)


def members_of(settings: Settings, named: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the accounts that name each member, by member: those of the settings in their order, then others found.

    Args:
        settings: The settings, which list the team.
        named: The members that each account names, by account id.

    """
    found: dict[str, list[str]] = {}
    for account_id, members in sorted(named.items()):
        for member in members:
            found.setdefault(member, []).append(account_id)
    return {member: tuple(found.get(member, ())) for member in in_team_order(found, settings)}


def member_page(member_id: str, register: Register, context: Context) -> MemberPage:
    """Return the page of a member, from the accounts that name the member."""
    record = member_records(register).get(member_id, NOTHING)
    member = next((member for member in context.settings.team if member.id == member_id), None)
    owned = [register.summaries[account_id] for account_id in record.owned]
    urgent = _urgent(member_id, register)
    accounts = account_rows(owned, register.portfolio, context)
    return MemberPage(
        title=context.member(member_id),
        lead=_lead(len(urgent), record, context),
        about=_about(member, context),
        unlisted=member is None,
        urgent=tuple(_urgent_row(item, summary, register, context) for summary, item in urgent[:MOST_URGENT]),
        accounts=accounts[:MOST_ACCOUNTS],
        seats=_seats(member_id, record, register, context),
        work=work_section(record.open_work, register.summaries, context),
        people=_people(record, register, context),
        people_headline=_people_headline(record, context),
        opportunities=opportunities_section(member_id, register, context),
        hours=hours_section(record, register, context),
        beyond=_beyond(len(urgent), len(accounts), len(record.people), context),
        money_unit=context.settings.currency,
    )


# ── Opening ──


def _about(member: Member | None, context: Context) -> tuple[str, ...]:
    """Return level and phase, as far as the settings say."""
    t = context.wording
    if member is None:
        return ()
    return tuple(t.label(scale, value) for scale, value in (("level", member.level), ("phase", member.phase)) if value)


def _lead(urgent: int, record: MemberRecord, context: Context) -> str:
    """Return the week in a sentence; empty for a member whom no plan gives anything."""
    t, as_of = context.wording, context.as_of
    late = sum(is_overdue(work, as_of) for _, work in record.work)
    contacts = sum(person.overdue_days(as_of) > 0 for _, person in record.people)
    said = []
    if urgent:
        said.append(t.text("{n} thing needs attention|{n} things need attention", n=urgent))
    if late:
        said.append(t.text("{n} piece of own work is overdue|{n} pieces of own work are overdue", n=late))
    if contacts:
        said.append(t.text("{n} contact is overdue|{n} contacts are overdue", n=contacts))
    if said:
        return t.text("{facts}.", facts=t.text("; ").join(said))
    return t.text("Nothing is overdue, and nothing is due this week.") if record != NOTHING else ""


# ── What needs the member this week ──


def _urgent(member_id: str, register: Register) -> list[tuple[AccountSummary, Attention]]:
    """Return what needs own accounts or the member, most urgent first."""
    found = [
        (summary, item)
        for summary in register.summaries.values()
        for item in summary.attention
        if member_id in (summary.owner, item.owner)
    ]
    return sorted(found, key=lambda pair: (-pair[1].urgency, pair[1].due or date.max, pair[0].id, pair[1].anchor))


def _urgent_row(item: Attention, summary: AccountSummary, register: Register, context: Context) -> Urgent:
    address = account_address(summary.id)
    return Urgent(
        what=Mention(context.wording.say(item.message), f"{address}#{item.anchor}" if item.anchor else address),
        account=account_mention(summary.id, register.summaries, context),
        due=deadline(item.due, context),
        owner=member_mention(item.owner or summary.owner, context),
    )


# ── Accounts and people ──


def _seats(member_id: str, record: MemberRecord, register: Register, context: Context) -> tuple[Seat, ...]:
    """Return the seats in teams of accounts that somebody else answers for."""
    t = context.wording
    return tuple(
        Seat(
            account_mention(account_id, register.summaries, context),
            t.label("phase", seat.phase) if seat.phase else "",
        )
        for account_id in record.seats
        if register.summaries[account_id].owner != member_id
        for seat in register.seats[account_id]
        if seat.member == member_id
    )


def _people(record: MemberRecord, register: Register, context: Context) -> tuple[PersonEntry, ...]:
    """Return the people whom the member covers: overdue contacts first, then as the next contact is due."""
    as_of = context.as_of
    ordered = sorted(
        record.people,
        key=lambda pair: (
            -contact_urgency(pair[1], as_of),
            pair[1].wanted,
            pair[1].next_contact or date.max,
            -(pair[1].influence or 0),
            pair[0],
            pair[1].id,
        ),
    )
    return tuple(person_entry(id_, person, register.summaries, context) for id_, person in ordered[:MOST_PEOPLE])


def _people_headline(record: MemberRecord, context: Context) -> str:
    t = context.wording
    late = sum(person.overdue_days(context.as_of) > 0 for _, person in record.people)
    wanted = sum(person.wanted for _, person in record.people)
    said = [t.text("{n} person|{n} people", n=len(record.people) - wanted)]
    if wanted:
        said.append(t.text("{n} still wanted", n=wanted))
    if late:
        said.append(t.text("{n} overdue", n=late))
    return t.listing(said)


def _beyond(urgent: int, accounts: int, people: int, context: Context) -> Beyond:
    t = context.wording

    def said(pattern: str, hidden: int) -> str:
        return t.text(pattern, n=hidden) if hidden > 0 else ""

    return Beyond(
        urgent=said("{n} more on the accounts’ own pages", urgent - MOST_URGENT),
        accounts=said("{n} more on the portfolio page", accounts - MOST_ACCOUNTS),
        people=said("{n} more on the accounts’ own pages", people - MOST_PEOPLE),
    )
