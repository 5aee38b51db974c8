"""How the plan is kept alive: risks, reviews, the team, handovers and waivers (E8, E9, F1)."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.account.terms import AccountTerms, Deadline, Mention
from kamgen.plan.reviews import Review, Risk
from kamgen.scoring.risks import WORST_RISK, biggest_first, risk_rating


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk; ``exposure`` is likelihood × impact, 25 at most, and ``length`` the same on a line of 100."""

    anchor: str
    text: str
    likelihood: str
    impact: str
    exposure: str
    length: int
    response: str
    owner: Mention
    due: Deadline | None
    status: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class RisksSection:
    """Open risks, the biggest first, then closed ones."""

    headline: str
    rows: tuple[RiskRow, ...]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A meeting about the account."""

    day: str
    kind: str
    attendees: tuple[Mention, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class UpkeepSection:
    """Who looks after the account, and how it changed hands."""

    team: tuple[tuple[str, Mention], ...]
    handovers: tuple[str, ...]
    waivers: tuple[tuple[str, str], ...]


def risks_section(terms: AccountTerms) -> RisksSection | None:
    """Return the risks, ``None`` where none is written down."""
    risks = terms.account.risks
    if not risks:
        return None
    rows = tuple(_risk(risk, terms) for risk in biggest_first(risks))
    open_count = sum(row.is_open for row in rows)
    return RisksSection(terms.t.text("{n} open risk|{n} open risks", n=open_count), rows)


def _risk(risk: Risk, terms: AccountTerms) -> RiskRow:
    t = terms.t
    is_open = risk.status == "open"
    rating = risk_rating(risk)
    return RiskRow(
        anchor=f"risk-{risk.id}",
        text=terms.of(risk.text),
        likelihood=t.number(risk.likelihood),
        impact=t.number(risk.impact),
        exposure=t.number(rating),
        length=100 * (rating or 0) // WORST_RISK,
        response=terms.of(risk.response),
        owner=terms.who(risk.owner),
        due=terms.deadline(risk.due, open_=is_open),
        status=t.label("risk_status", risk.status),
        is_open=is_open,
    )


def review_rows(terms: AccountTerms) -> tuple[ReviewRow, ...]:
    """Return the meetings about the account, the latest first."""
    latest_first = sorted(terms.account.reviews, key=lambda review: review.date, reverse=True)
    return tuple(_review(review, terms) for review in latest_first)


def _review(review: Review, terms: AccountTerms) -> ReviewRow:
    t = terms.t
    columns = (
        (t.text("Outcomes"), review.outcomes),
        (t.text("Asks"), review.asks),
        (t.text("Decisions"), review.decisions),
    )
    return ReviewRow(
        day=t.day(review.date),
        kind=t.label("review_kind", review.kind),
        attendees=tuple(terms.who(attendee) for attendee in review.attendees),
        columns=tuple((title, tuple(terms.of(text) for text in texts)) for title, texts in columns if texts),
    )


def upkeep_section(terms: AccountTerms) -> UpkeepSection | None:
    """Return team, handovers and waivers, ``None`` where there is none of them."""
    account, t = terms.account, terms.t
    if not (account.team or account.handovers or account.waivers):
        return None
    return UpkeepSection(
        team=tuple(
            (t.label("phase", member.phase) if member.phase else "", terms.who(member.member))
            for member in account.team
        ),
        handovers=tuple(
            t.text(
                "{day}: {first} to {second}, ratings confirmed {confirmed}"
                if handover.reconfirmed
                else "{day}: {first} to {second}, ratings not confirmed yet",
                day=handover.date,
                first=terms.somebody(handover.from_),
                second=terms.somebody(handover.to),
                confirmed=handover.reconfirmed or "",
            )
            for handover in sorted(account.handovers, key=lambda handover: handover.date, reverse=True)
        ),
        waivers=tuple(
            (
                waiver.rule,
                t.text("{reason} (until {day})", reason=waiver.reason, day=waiver.until)
                if waiver.until
                else waiver.reason,
            )
            for waiver in account.waivers
        ),
    )
