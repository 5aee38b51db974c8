"""Whom a new owner meets first: who decides, who waits, who is against us, whom only the old owner knows (E8, D1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kamgen.pages.account.people import PersonRow, people_section
from kamgen.pages.account.terms import AccountTerms, Deadline
from kamgen.pages.briefs.handover.parties import Parties
from kamgen.pages.briefs.handover.past import more_on_the_page
from kamgen.pages.power_map.people import deciders, never_met, overdue_days
from kamgen.plan.power_map import Person
from kamgen.scoring.score import Relationship

MOST_MEETINGS = 14
"""How many people are on the list: about one a week for a quarter."""

DECIDES = 4
"""From this influence on somebody decides, whatever their role (as the checks have it)."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Somebody to meet, and why: in ``reasons`` the weightiest first.

    Attributes:
        place: In the order of the list, from 1.
        covered_by: Who of ours looks after the person; empty for nobody.
        cadence: How often we mean to meet.
        contact: When they were last met, and how long the next contact is overdue.
        next_due: By when the agreed contact is due; None where none is agreed or nobody was met.
        is_first: Whether it cannot wait for the second month.

    """

    place: int
    name: str
    title: str
    reasons: tuple[str, ...]
    covered_by: str
    cadence: str
    contact: Deadline | None
    next_due: date | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class Meetings:
    """The people to meet; ``more`` says how many are not listed, ``wanted`` names the places nobody is found for."""

    rows: tuple[Meeting, ...]
    more: str
    wanted: tuple[str, ...]


def meetings(terms: AccountTerms, parties: Parties, relationship: Relationship) -> Meetings:
    """Return whom to meet, in the order in which it matters; people whom nothing speaks for are left out."""
    section, t = people_section(terms, relationship), terms.t
    if section is None:
        return Meetings((), "", ())
    rows = {row.anchor: row for row in section.rows}
    found = [person for person in terms.account.power_map.people if not person.wanted]
    reader = _Reasons(terms, parties, {person.id for person in deciders(found)})
    ranked = [(tuple(reader.of(person)), person) for person in found]
    ranked = [(reasons, person) for reasons, person in ranked if reasons]
    ranked.sort(key=lambda entry: (entry[0][0][0], -(entry[1].influence or 0)))
    listed = ranked[:MOST_MEETINGS]
    return Meetings(
        rows=tuple(
            _meeting(place, person, rows[f"person-{person.id}"], reasons, terms)
            for place, (reasons, person) in enumerate(listed, 1)
        ),
        more=more_on_the_page(len(ranked) - len(listed), terms),
        wanted=tuple(
            terms.of(person.title or person.name) or t.text("Wanted")
            for person in terms.account.power_map.people
            if person.wanted
        ),
    )


class _Reasons:
    """Says why somebody is to be met: pairs of how urgent that is, 0 the most, and of its words."""

    def __init__(self, terms: AccountTerms, parties: Parties, deciding: set[str]) -> None:
        self._terms, self._parties, self._deciding = terms, parties, deciding

    def of(self, person: Person) -> Iterator[tuple[int, str]]:
        t, as_of, parties = self._terms.t, self._terms.context.as_of, self._parties
        if person.id in self._deciding or (person.influence or 0) >= DECIDES:
            yield 0, t.text("decides")
        if overdue_days(person, as_of) or never_met(person, as_of):
            yield 1, t.text("contact overdue")
        if (person.support or 0) < 0:
            yield 2, t.text("against us")
        if person.covered_by == parties.giver and parties.giver != parties.taker:
            yield 3, t.text("knows only {name}", name=self._terms.context.member(parties.giver))
        elif person.covered_by is None and (person.influence or 0) > 1:
            yield 3, t.text("nobody looks after them")


_FIRST = 1
"""Reasons up to this one cannot wait."""


def _meeting(
    place: int, person: Person, row: PersonRow, reasons: tuple[tuple[int, str], ...], terms: AccountTerms
) -> Meeting:
    contact = row.contact
    if contact is None and never_met(person, terms.context.as_of):
        contact = Deadline(terms.t.text("not met yet"))
    return Meeting(
        place=place,
        name=terms.somebody(person.id),
        title=terms.of(person.title) if person.name else "",
        reasons=tuple(words for _, words in reasons),
        covered_by=row.covered_by.text,
        cadence=row.cadence,
        contact=contact,
        next_due=_next_due(person, terms.context.as_of),
        is_first=reasons[0][0] <= _FIRST,
    )


def _next_due(person: Person, as_of: date) -> date | None:
    contact = person.contact
    if contact is None or contact.last is None or contact.every_days is None or contact.last > as_of:
        return None
    return contact.last + timedelta(days=min(contact.every_days, (date.max - contact.last).days))
