"""The team at a glance: who looks after what, which phase of which account nobody covers, where the hours go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.account.terms import NOBODY, Mention
from kamgen.pages.calendar.planned_work import planned_hours
from kamgen.pages.context import Context
from kamgen.pages.people.entries import member_mention
from kamgen.pages.portfolio.overview import time_note
from kamgen.pages.register import Register
from kamgen.pages.team.coverage import Coverage, team_coverage
from kamgen.pages.team.hours import SliceShare, member_rule, slice_share, time_with_customers
from kamgen.pages.team.records import (
    NOTHING,
    MemberRecord,
    in_team_order,
    is_overdue,
    last_day_ahead,
    member_records,
)
from kamgen.plan.settings import Member
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.score import ResourceRule


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member in figures; empty texts where nothing is known, ``unlisted`` where the settings do not name them.

    ``soon`` are the planned hours of open work that is overdue or due within four weeks, ``hours`` those of all of it.
    """

    member: Mention
    unlisted: bool
    level: str
    phase: str
    accounts: int
    purchases: str
    open_work: int
    overdue: int
    soon: str
    hours: str
    with_customers: str
    people: int
    contacts: int


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A member's planned and spent hours, and what each slice gets of them; None where none are on record.

    The member is nobody for the hours that nobody has taken, and empty in the row of all.
    """

    member: Mention
    planned: str
    planned_shares: tuple[SliceShare | None, ...]
    spent: str
    spent_shares: tuple[SliceShare | None, ...]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """The team.

    Attributes:
        title: Its heading.
        lead: The team in a sentence.
        members: Everybody, in the order of the settings, then those whom only plans name.
        nobody: What nobody has taken, in a sentence; empty where all is.
        has_team: Whether the settings name anybody.
        coverage: Who covers which phase of which account; None without any account.
        rule_note: How all hours compare with the resource rule.
        slices: The slices by name, as the columns of the rule's table.
        rules: Members with hours, then what nobody has taken.
        all_hours: The same of all hours; None without any.
        money_unit: The currency of purchases.

    """

    title: str
    lead: str
    members: tuple[MemberRow, ...]
    nobody: str
    has_team: bool
    coverage: Coverage | None
    rule_note: str
    slices: tuple[str, ...]
    rules: tuple[RuleRow, ...]
    all_hours: RuleRow | None
    money_unit: str


def team_page(register: Register, context: Context) -> TeamPage:
    """Return the page of the team."""
    t, records = context.wording, member_records(register)
    known = {member.id: member for member in context.settings.team}
    order = in_team_order(records, context.settings)
    everything = register.portfolio.resource_rule
    has_hours = everything.planned is not None or everything.spent is not None
    return TeamPage(
        title=t.text("Team"),
        lead=_lead(len(order), len(register.summaries), records, context),
        members=tuple(_member_row(id_, known.get(id_), records.get(id_, NOTHING), register, context) for id_ in order),
        nobody=_nobody(records.get(None, NOTHING), context),
        has_team=bool(known),
        coverage=team_coverage(register, context) if register.summaries else None,
        rule_note=time_note(register.portfolio, context),
        slices=tuple(t.label("slice", piece.name) for piece in register.portfolio.pyramid),
        rules=_rule_rows(order, records, register, context),
        all_hours=_rule_row(NOBODY, everything, context) if has_hours else None,
        money_unit=context.settings.currency,
    )


def _lead(members: int, accounts: int, records: Mapping[str | None, MemberRecord], context: Context) -> str:
    """Return who looks after how much, and how much of it is late."""
    if not members or not accounts:
        return ""
    t, as_of = context.wording, context.as_of
    late = sum(is_overdue(work, as_of) for record in records.values() for _, work in record.work)
    return t.text(
        "{members} look after {accounts}; {late}.",
        members=t.text("{n} member|{n} members", n=members),
        accounts=t.text("{n} account|{n} accounts", n=accounts),
        late=t.text("{n} piece of work is overdue|{n} pieces of work are overdue", n=late)
        if late
        else t.text("no work is overdue"),
    )


def _member_row(
    member_id: str, member: Member | None, record: MemberRecord, register: Register, context: Context
) -> MemberRow:
    t, as_of, last = context.wording, context.as_of, last_day_ahead(context.as_of)
    works = [work for _, work in record.open_work]
    bought = known_sum(register.summaries[account_id].scores.activity.monetary for account_id in record.owned)
    return MemberRow(
        member=member_mention(member_id, context),
        unlisted=member is None,
        level=t.label("level", member.level) if member and member.level else "",
        phase=t.label("phase", member.phase) if member and member.phase else "",
        accounts=len(record.owned),
        purchases=t.number(bought.amount, 0),
        open_work=len(works),
        overdue=sum(is_overdue(work, as_of) for work in works),
        soon=t.number(planned_hours(work for work in works if work.due is not None and work.due <= last)),
        hours=t.number(planned_hours(works)),
        with_customers=t.percent(time_with_customers(record).share),
        people=sum(not person.wanted for _, person in record.people),
        contacts=sum(person.overdue_days(as_of) > 0 for _, person in record.people),
    )


def _nobody(record: MemberRecord, context: Context) -> str:
    """Return what the plans leave to nobody: open work without an owner, and people whom nobody covers."""
    t, said = context.wording, []
    if works := len(record.open_work):
        said.append(t.text("{n} piece of open work has no owner|{n} pieces of open work have no owner", n=works))
    if people := sum(not person.wanted for _, person in record.people):
        said.append(t.text("{n} person is covered by nobody|{n} people are covered by nobody", n=people))
    return t.text("{facts}.", facts=t.text("; ").join(said)) if said else ""


# ── The resource rule ──


def _rule_rows(
    order: tuple[str, ...], records: Mapping[str | None, MemberRecord], register: Register, context: Context
) -> tuple[RuleRow, ...]:
    """Return members with hours, those with most planned ones first, then the hours that nobody has taken."""
    rules = [(member, member_rule(records[member], register.portfolio)) for member in order if member in records]
    rules.sort(key=lambda pair: -(pair[1].planned.total if pair[1].planned else Decimal(0)))
    rows = [(member_mention(member, context), rule) for member, rule in rules]
    if None in records:
        rows.append((Mention(context.wording.text("nobody")), member_rule(records[None], register.portfolio)))
    return tuple(_rule_row(member, rule, context) for member, rule in rows if rule.planned or rule.spent)


def _rule_row(member: Mention, rule: ResourceRule, context: Context) -> RuleRow:
    t = context.wording
    planned, spent = rule.planned, rule.spent
    some = planned or spent
    slices = range(len(some.slices)) if some else range(0)
    return RuleRow(
        member=member,
        planned=t.number(planned.total) if planned else "",
        planned_shares=tuple(slice_share(planned, at, rule.asked, context) for at in slices),
        spent=t.number(spent.total) if spent else "",
        spent_shares=tuple(slice_share(spent, at, rule.asked, context) for at in slices),
    )
