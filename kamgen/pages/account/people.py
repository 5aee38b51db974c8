"""The people who decide, in words: the table beside the power map, and each person's file (D1)."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.account.terms import AccountTerms, Deadline, Mention, dots
from kamgen.pages.power_map.people import file_anchor
from kamgen.plan.power_map import Evidence, Person
from kamgen.scoring.relationship import ROLES
from kamgen.scoring.score import Relationship


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person; empty texts for what is not known.

    Attributes:
        anchor: Of the row, on the account's page.
        file: Of the person's file, on the page of the power map.
        cadence: How often we mean to meet.
        traits: What a row has no room for, in a word or two: pairs of a term and its text.
        details: The same in sentences.

    """

    anchor: str
    file: str
    name: str
    title: str
    wanted: bool
    role: str
    influence: str
    influence_words: str
    support: str
    support_class: str
    covered_by: Mention
    contact: Deadline | None
    cadence: str
    traits: tuple[tuple[str, str], ...]
    details: tuple[tuple[str, str], ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleSection:
    """Everybody who matters, the most influential first; ``roles`` says which buying roles are filled."""

    headline: str
    roles: tuple[tuple[str, str, str], ...]
    rows: tuple[PersonRow, ...]


SUPPORT_CLASSES = {-2: "opponent", -1: "sceptic", 0: "neutral", 1: "supporter", 2: "advocate"}
"""How each rating of support is marked, on every page that shows one."""

_ROLE_STATES = {"supported": "green", "unrated": "amber", "opposed": "red", "missing": "none"}


def people_section(terms: AccountTerms, relationship: Relationship) -> PeopleSection | None:
    """Return the people of the power map, ``None`` where there is nobody."""
    people = terms.account.power_map.people
    if not people:
        return None
    order = sorted(people, key=lambda person: (person.wanted, -(person.influence or 0)))
    rows = tuple(_row(person, terms) for person in order)
    return PeopleSection(
        headline=_headline(people, relationship, terms),
        roles=tuple(
            (terms.t.label("role", role), terms.t.label("role_state", state), _ROLE_STATES[state])
            for role in ROLES
            if (state := relationship.roles.get(role)) is not None
        ),
        rows=rows,
    )


def _headline(people: tuple[Person, ...], relationship: Relationship, terms: AccountTerms) -> str:
    t = terms.t
    wanted = sum(person.wanted for person in people)
    parts = [t.text("{n} person|{n} people", n=len(people) - wanted)]
    if wanted:
        parts.append(t.text("{n} still wanted", n=wanted))
    if relationship.support_index is not None:
        parts.append(t.text("support {index}", index=terms.signed(relationship.support_index)))
    if relationship.coverage is not None:
        parts.append(t.text("{share} of the influence covered", share=t.percent(relationship.coverage)))
    if relationship.carried_by is not None:
        parts.append(t.text("carried by {name} alone", name=terms.somebody(relationship.carried_by)))
    return t.listing(parts)


def _row(person: Person, terms: AccountTerms) -> PersonRow:
    t = terms.t
    return PersonRow(
        anchor=f"person-{person.id}",
        file=file_anchor(person),
        name=terms.of(person.name) or t.text("Wanted"),
        title=t.listing([text for text in (terms.of(person.title), terms.of(person.unit)) if text]),
        wanted=person.wanted,
        role=t.label("role", person.role) if person.role else "",
        influence=dots(person.influence),
        influence_words="" if person.influence is None else t.text("Influence {n} of 5", n=person.influence),
        support="" if person.support is None else t.label("support", person.support),
        support_class="" if person.support is None else SUPPORT_CLASSES[person.support],
        covered_by=terms.who(person.covered_by),
        contact=_contact(person, terms),
        cadence=_cadence(person, terms),
        traits=_traits(person, terms),
        details=_details(person, terms),
        evidence=tuple(_evidence(evidence, terms) for evidence in person.evidence),
    )


def _contact(person: Person, terms: AccountTerms) -> Deadline | None:
    """Return the last contact, and how long it is overdue by the agreed cadence."""
    contact, t = person.contact, terms.t
    if contact is None or contact.last is None:
        return None
    text = t.day(contact.last)
    if contact.every_days is None:
        return Deadline(text)
    late = (terms.context.as_of - contact.last).days - contact.every_days
    if late > 0:
        return Deadline(text, t.text("{n} day overdue|{n} days overdue", n=late), "late")
    return Deadline(text)


def _cadence(person: Person, terms: AccountTerms) -> str:
    every = person.contact.every_days if person.contact else None
    return terms.t.text("every day|every {n} days", n=every) if every else ""


def _traits(person: Person, terms: AccountTerms) -> tuple[tuple[str, str], ...]:
    t = terms.t
    relation = person.relationship
    levels = (relation.now, relation.wanted) if relation else ()
    steps = [t.label("relationship", level) for level in dict.fromkeys(levels) if level is not None]
    pairs = (
        (t.text("Level"), t.label("level", person.level) if person.level else ""),
        (t.text("Reports to"), terms.somebody(person.reports_to)),
        (t.text("Response mode"), t.label("response", person.response) if person.response else ""),
        (t.text("Orientation"), t.label("orientation", person.orientation) if person.orientation else ""),
        (t.text("Sees us as"), " → ".join(steps)),
    )
    return tuple((term, text) for term, text in pairs if text)


def _details(person: Person, terms: AccountTerms) -> tuple[tuple[str, str], ...]:
    t = terms.t
    pairs = (
        (t.text("Challenges"), t.text("; ").join(terms.of(text) for text in person.challenges)),
        (t.text("Personal win"), terms.of(person.wins)),
        (t.text("Influences"), t.listing([terms.somebody(line.person) for line in person.influences])),
    )
    return tuple((term, text) for term, text in pairs if text)


def _evidence(evidence: Evidence, terms: AccountTerms) -> str:
    t = terms.t
    about, status = t.label("evidence_about", evidence.about), t.label("evidence_status", evidence.status)
    text = terms.of(evidence.text)
    if evidence.date is None:
        return t.text("{about}: {text} ({status})", about=about, text=text, status=status)
    return t.text("{about}: {text} ({status}, {day})", about=about, text=text, status=status, day=evidence.date)
