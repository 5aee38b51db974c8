"""The few people that a card has room for: who decides, who is against us, whom nobody looks after, who helps (D1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.pages.account.people import PersonRow, people_section
from kamgen.pages.account.terms import AccountTerms, Deadline
from kamgen.pages.briefs.short_text import short
from kamgen.pages.power_map.people import deciders, never_met
from kamgen.plan.power_map import Person
from kamgen.scoring.score import Relationship

MOST_PEOPLE = 6

SUPPORT_SIGNS = {-2: "−−", -1: "−", 0: "○", 1: "+", 2: "++"}
"""How the power map marks support: by a sign, so that it is read without colours."""

_AT_FIRST = 2
"""How many of a kind are taken before each other kind has had its turn."""
_NAME, _TITLE, _OWNER, _HEADLINE = 11.5, 14, 7.5, 44


@dataclass(frozen=True, slots=True)
class CardPerson:
    """Somebody who matters: letter of the buying role, support by sign and word, who looks after them, last contact.

    ``contact`` says when they were met, or in its note for how long that is overdue.
    """

    name: str
    title: str
    role_letter: str
    role: str
    sign: str
    support: str
    support_class: str
    covered_by: str
    contact: Deadline | None


@dataclass(frozen=True, slots=True)
class CardPeople:
    """The people to know; ``headline`` speaks of all of them, ``more`` says how many are not named."""

    headline: str
    people: tuple[CardPerson, ...]
    more: str


def card_people(terms: AccountTerms, relationship: Relationship) -> CardPeople:
    """Return the people that a card names: those found who decide, oppose, are not covered, or coach us."""
    section = people_section(terms, relationship)
    if section is None:
        return CardPeople("", (), "")
    rows = {row.anchor: row for row in section.rows}
    found = [person for person in terms.account.power_map.people if not person.wanted]
    chosen = who_matter(found)
    left_out = len(found) - len(chosen)
    return CardPeople(
        headline=short(section.headline, _HEADLINE),
        people=tuple(_person(person, rows[f"person-{person.id}"], terms) for person in chosen),
        more=terms.t.text("and {n} more", n=left_out) if left_out else "",
    )


def who_matter(found: Sequence[Person]) -> tuple[Person, ...]:
    """Return up to six people: first up to two of each kind, then the most influential of the others.

    The kinds, in this order: who decides, who is against us, whom nobody looks after, who coaches us.
    """
    ranked = sorted(found, key=lambda person: -(person.influence or 0))
    kinds = (
        [person for person in ranked if person in deciders(found)],
        sorted((person for person in ranked if (person.support or 0) < 0), key=lambda person: person.support or 0),
        [person for person in ranked if person.covered_by is None],
        [person for person in ranked if person.role == "coach"],
    )
    first = [person for kind in kinds for person in kind[:_AT_FIRST]]
    chosen = {person.id: person for person in (*first, *ranked)}
    return tuple(chosen.values())[:MOST_PEOPLE]


def _person(person: Person, row: PersonRow, terms: AccountTerms) -> CardPerson:
    t, as_of = terms.t, terms.context.as_of
    contact = row.contact
    if contact is None and never_met(person, as_of):
        contact = Deadline(t.text("not met yet"))
    return CardPerson(
        name=short(terms.somebody(person.id), _NAME),
        title=short(terms.of(person.title) if person.name else "", _TITLE),
        role_letter=t.label("role_letter", person.role) if person.role else "",
        role=row.role,
        sign="" if person.support is None else SUPPORT_SIGNS[person.support],
        support=row.support,
        support_class=row.support_class,
        covered_by=short(row.covered_by.text, _OWNER),
        contact=contact,
    )
