"""What a new owner inherits: what hurts, what binds, who had the account, and what was decided (E3, E5, E8, E9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kamgen.pages.account.service import LossRow, ServiceSection
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.account.upkeep import RiskRow, risks_section
from kamgen.scoring.handover import Ownership, score_handovers
from kamgen.scoring.satisfaction import score_satisfaction

MOST_OF_A_KIND = 12
"""How many opportunities, risks and outcomes are listed: the others can wait for the account's page."""
MOST_LOSSES = 6
MOST_REVIEWS = 8
"""How many past meetings the brief looks back on for what was decided."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a past meeting decided, and what was asked of us there."""

    day: str
    kind: str
    decisions: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What hurts: open risks, losses, and what the customer is not satisfied with."""

    signs: tuple[str, ...]
    risks: tuple[RiskRow, ...]
    more_risks: str
    losses: tuple[LossRow, ...]
    more_losses: str


def more_on_the_page(count: int, terms: AccountTerms) -> str:
    """Return how much is left out and where it stands; empty for nothing."""
    return terms.t.text("and {n} more on the account's page", n=count) if count > 0 else ""


def trouble(terms: AccountTerms, service: ServiceSection | None) -> Trouble | None:
    """Return what hurts; None where nothing is known to."""
    section = risks_section(terms)
    risks = tuple(row for row in section.rows if row.is_open) if section else ()
    losses = service.losses if service else ()
    signs = tuple(_signs(terms))
    if not (signs or risks or losses):
        return None
    return Trouble(
        signs=signs,
        risks=risks[:MOST_OF_A_KIND],
        more_risks=more_on_the_page(len(risks) - MOST_OF_A_KIND, terms),
        losses=losses[:MOST_LOSSES],
        more_losses=more_on_the_page(len(losses) - MOST_LOSSES, terms),
    )


def _signs(terms: AccountTerms) -> Iterator[str]:
    """Yield what the customer is not satisfied with, by the latest survey and by the needs."""
    t, latest = terms.t, score_satisfaction(terms.account.service.surveys, terms.context.as_of).latest
    if latest is not None and latest.answers and latest.satisfied_share is not None and latest.satisfied_share < 1:
        _, _, neutral, dissatisfied, very = latest.counts
        yield t.text(
            "Survey of {day}: {dissatisfied} of {n} answers dissatisfied, {neutral} neutral",
            day=latest.day,
            dissatisfied=dissatisfied + very,
            neutral=neutral,
            n=latest.answers,
        )
    unmet = [terms.of(need.text) for need in terms.account.profile.needs if need.met == "none"]
    if unmet:
        shown = t.text("; ").join(unmet[:MOST_LOSSES])
        rest = len(unmet) - MOST_LOSSES
        more = t.text("{names} and {n} more", names=shown, n=rest) if rest > 0 else shown
        yield t.text("Needs not met: {needs}", needs=more)


def bindings(terms: AccountTerms, service: ServiceSection | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what holds the account, kind by kind, and what leaving us would cost the customer."""
    if service is None:
        return ()
    rows = [*service.bindings, (terms.t.text("Leaving us would cost them"), service.switching_costs)]
    return tuple((kind, texts) for kind, texts in rows if texts)


def owners(terms: AccountTerms) -> tuple[str, ...]:
    """Return who has had the account, the first one first."""
    return tuple(_ownership(found, terms) for found in score_handovers(terms.account, terms.context.as_of).owners)


def _ownership(found: Ownership, terms: AccountTerms) -> str:
    t, name = terms.t, terms.context.member(found.owner)
    if found.since and found.until:
        return t.text("{name}, {since} to {until}", name=name, since=found.since, until=found.until)
    if found.until:
        return t.text("{name}, until {day}", name=name, day=found.until)
    return t.text("{name}, since {day}", name=name, day=found.since) if found.since else name


def decided(terms: AccountTerms) -> tuple[Decided, ...]:
    """Return the meetings held that decided anything or asked for it, the latest first."""
    return tuple(_decided(terms))


def _decided(terms: AccountTerms) -> Iterator[Decided]:
    t, as_of = terms.t, terms.context.as_of
    held = [found for found in terms.account.reviews if found.date <= as_of and (found.decisions or found.asks)]
    held.sort(key=lambda found: found.date, reverse=True)
    for found in held[:MOST_REVIEWS]:
        yield Decided(
            day=t.day(found.date),
            kind=t.label("review_kind", found.kind),
            decisions=tuple(terms.of(text) for text in found.decisions),
            asks=tuple(terms.of(text) for text in found.asks),
        )
