"""What a new owner has to confirm again: every figure of the plan that is somebody's judgement (E8, D1, B3, C3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kamgen.pages.account.people import SUPPORT_CLASSES
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.briefs.handover.parties import Parties
from kamgen.pages.briefs.handover.past import more_on_the_page
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.power_map import Evidence, Person
from kamgen.scoring.forecast import existing_opportunities, win_probability
from kamgen.scoring.handover import is_rated

RatingKind = Literal["people", "chances", "dimensions", "judgement", "needs"]

MOST_PEOPLE = 30
"""How many people are on the list, the most influential first: nobody confirms more in three months."""
MOST_OTHERS = 15
"""How many ratings of any other kind."""


@dataclass(frozen=True, slots=True)
class Rating:
    """Something to confirm.

    Attributes:
        what: What or who is rated.
        about: Who they are, or what is said of it; may be empty.
        rated: How it is rated: pairs of the words and, for support, of its CSS class.
        basis: What it rests on; empty where the plan does not say.
        status: Whether that is assumed or confirmed, and how old it is.
        is_old: Whether that is from before the handover, or of no known day.
        is_done: Whether it has been confirmed since the handover.

    """

    what: str
    about: str
    rated: tuple[tuple[str, str], ...]
    basis: str
    status: str
    is_old: bool
    is_done: bool


@dataclass(frozen=True, slots=True)
class RatingGroup:
    """Ratings of one kind.

    Attributes:
        kind: Which one.
        title: The same in words.
        open_count: How many are still to be confirmed, those not listed included.
        rows: The first of them.
        more: How many are not listed; empty for none.

    """

    kind: RatingKind
    title: str
    open_count: int
    rows: tuple[Rating, ...]
    more: str


def rating_groups(terms: AccountTerms, parties: Parties) -> tuple[RatingGroup, ...]:
    """Return what is to be confirmed, kind by kind; kinds without any are left out."""
    t, reader = terms.t, _Reader(terms, parties)
    kinds: tuple[tuple[RatingKind, str, Iterator[Rating]], ...] = (
        ("people", t.text("People"), reader.people()),
        ("chances", t.text("Chances set by hand"), reader.chances()),
        ("dimensions", t.text("Relationship by dimension"), reader.dimensions()),
        ("judgement", t.text("Own judgement of the account"), reader.judgement()),
        ("needs", t.text("How far needs are met"), reader.needs()),
    )
    return tuple(group for kind, title, found in kinds if (group := _group(kind, title, tuple(found), terms)).rows)


def _group(kind: RatingKind, title: str, rows: tuple[Rating, ...], terms: AccountTerms) -> RatingGroup:
    most = MOST_PEOPLE if kind == "people" else MOST_OTHERS
    return RatingGroup(
        kind=kind,
        title=title,
        open_count=sum(not row.is_done for row in rows),
        rows=rows[:most],
        more=more_on_the_page(len(rows) - most, terms),
    )


class _Reader:
    """Goes through one plan."""

    def __init__(self, terms: AccountTerms, parties: Parties) -> None:
        self._terms, self._parties, self._t = terms, parties, terms.t

    def people(self) -> Iterator[Rating]:
        """Yield everybody found of whom anything is rated, the most influential first."""
        found = [person for person in self._terms.account.power_map.people if not person.wanted]
        for person in sorted(found, key=lambda person: -(person.influence or 0)):
            rated = tuple(self._rated(person))
            if not rated:
                continue
            latest = _latest(person)
            yield Rating(
                what=self._terms.somebody(person.id),
                about=self._terms.of(person.title) if person.name else "",
                rated=rated,
                basis=self._terms.of(latest.text) if latest else "",
                status=self._aged(latest.date, self._t.label("evidence_status", latest.status)) if latest else "",
                is_old=not self._is_new(latest.date if latest else None),
                is_done=latest is not None and latest.status == "confirmed" and self._is_new(latest.date),
            )

    def _rated(self, person: Person) -> Iterator[tuple[str, str]]:
        t = self._t
        if person.role is not None:
            yield t.label("role", person.role), ""
        if person.influence is not None:
            yield t.text("influence {points} of 5", points=person.influence), ""
        if person.support is not None and is_rated(person):
            yield t.label("support", person.support), SUPPORT_CLASSES[person.support]
        if person.relationship is not None and person.relationship.now is not None:
            yield t.text("sees us as {level}", level=_inside(t.label("relationship", person.relationship.now))), ""

    def judgement(self) -> Iterator[Rating]:
        """Yield what the owner thinks of the account."""
        found, t = self._terms.account.sentiment, self._t
        if found is not None:
            yield Rating(
                what=self._terms.context.member(found.by) or t.text("The owner"),
                about="",
                rated=((t.text("{n} of 5", n=found.value), ""),),
                basis=self._terms.of(found.reason),
                status=self._aged(found.date, ""),
                is_old=not self._is_new(found.date),
                is_done=self._is_new(found.date) and found.by == self._parties.taker,
            )

    def dimensions(self) -> Iterator[Rating]:
        """Yield the dimensions of the relationship that are rated."""
        for found in self._terms.account.success_plan.assessment:
            if found.now is not None:
                rated = self._t.text("{n} of 5", n=found.now)
                yield self._undated(found.dimension, "", rated, self._terms.of(found.evidence))

    def chances(self) -> Iterator[Rating]:
        """Yield the open opportunities whose probability somebody has set, beside what their stage would give."""
        account, settings, t = self._terms.account, self._terms.context.settings, self._t
        for found in existing_opportunities(account.opportunities, self._terms.context.as_of):
            if found.status == "open" and found.probability is not None:
                usual = win_probability(_as_staged(found), settings)
                basis = "" if usual is None else t.text("its stage gives {share}", share=t.percent(usual))
                yield self._undated(self._terms.of(found.name), "", t.percent(found.probability), basis)

    def needs(self) -> Iterator[Rating]:
        """Yield the needs of which somebody has said how far they are met."""
        for need in self._terms.account.profile.needs:
            if need.met is not None:
                kind = self._t.label("need_kind", need.kind) if need.kind else ""
                met = self._t.label("need_met", need.met)
                yield self._undated(self._terms.of(need.text), kind, met, self._terms.of(need.source))

    def _undated(self, what: str, about: str, rated: str, basis: str) -> Rating:
        """Return a rating whose basis has no day in the plan."""
        return Rating(what, about, ((rated, ""),), basis, "", is_old=True, is_done=False)

    def _aged(self, day: date | None, status: str) -> str:
        """Return what kind of evidence it is and how old; evidence without a day says so."""
        t = self._t
        if day is None:
            return t.listing([text for text in (status, t.text("no day")) if text])
        days = (self._terms.context.as_of - day).days
        age = t.text("{n} day old|{n} days old", n=days) if days > 0 else t.day(day)
        return t.listing([text for text in (status, age) if text])

    def _is_new(self, day: date | None) -> bool:
        """Tell whether something is from the day of the handover or after it."""
        return day is not None and self._parties.day is not None and day >= self._parties.day


def _latest(person: Person) -> Evidence | None:
    """Return the latest evidence for a rating; of one day that for support, without days the first."""
    order = [
        ((found.date or date.min), found.about == "support", -index) for index, found in enumerate(person.evidence)
    ]
    return person.evidence[-max(order)[2]] if order else None


def _as_staged(opportunity: Opportunity) -> Opportunity:
    return opportunity.model_copy(update={"probability": None})


def _inside(label: str) -> str:
    """Return a label as it stands inside an English sentence; Chinese has no capitals."""
    return label.lower()
