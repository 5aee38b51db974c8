"""Everyone on any power map: who decides, who covers them, and who has waited too long for a word from us (D1)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest

from kamgen.pages.account.terms import Mention
from kamgen.pages.attention import DECIDES
from kamgen.pages.context import Context
from kamgen.pages.extracts.people import ListedPerson
from kamgen.pages.people.entries import (
    CONTACT_WORDS,
    PersonEntry,
    contact_urgency,
    decides_uncovered,
    member_mention,
    person_entry,
)
from kamgen.pages.register import Register
from kamgen.pages.team.records import in_team_order

MOST_SHOWN = 250
"""How many people are listed one by one; with a thousand accounts the page stays below 400 KB."""

MOST_WANTED = 80
"""How many people still to find are listed, the most influential first."""

Placed = tuple[str, ListedPerson]
"""Somebody with the account's id."""


@dataclass(frozen=True, slots=True)
class PeopleFigure:
    """A figure that opens the page; ``state`` marks it where it is something to act on."""

    label: str
    value: str
    note: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A member with the people covered; nobody for those whom nobody covers."""

    member: Mention
    people: int
    deciders: int
    overdue: int


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Everyone at all customers.

    Attributes:
        title: Its heading.
        lead: The most important of it in a sentence.
        figures: Figures that open the page; none where nobody is on a power map.
        people: People found, overdue contact × influence first, then who decides and has nobody of ours.
        facets: What people can be chosen by beside the columns, for the script of lists.
        beyond: How many are not listed, and where they stand; empty where all are.
        wanted: People still to find, the most influential first; ``wanted_beyond`` counts the others.
        owners: Members by the people whom they cover, in the order of the team; nobody last.

    """

    title: str
    lead: str
    figures: tuple[PeopleFigure, ...]
    people: tuple[PersonEntry, ...]
    facets: str
    beyond: str
    wanted: tuple[PersonEntry, ...]
    wanted_beyond: str
    owners: tuple[CoverRow, ...]


def people_page(register: Register, context: Context) -> PeoplePage:
    """Return the page of everyone on any power map."""
    t, as_of = context.wording, context.as_of
    everyone = [(account_id, person) for account_id, people in register.people.items() for person in people]
    found = [(account_id, person) for account_id, person in everyone if not person.wanted]
    wanted = [(account_id, person) for account_id, person in everyone if person.wanted]
    overdue = sum(person.overdue_days(as_of) > 0 for _, person in found)
    uncovered = sum(decides_uncovered(person) for _, person in found)

    def urgency(placed: Placed) -> tuple[int, bool, int, str, str]:
        account_id, person = placed
        influence = person.influence or 0
        return -contact_urgency(person, as_of), not decides_uncovered(person), -influence, account_id, person.id

    def influence(placed: Placed) -> tuple[int, str, str]:
        return -(placed[1].influence or 0), placed[0], placed[1].id

    beyond, wanted_beyond = len(found) - MOST_SHOWN, len(wanted) - MOST_WANTED
    return PeoplePage(
        title=t.text("People"),
        lead=_lead(len(found), overdue, uncovered, context),
        figures=_figures(found, len(wanted), overdue, uncovered, context) if everyone else (),
        people=_entries(nsmallest(MOST_SHOWN, found, key=urgency), register, context),
        facets=_facets(context),
        beyond=t.text(
            "{n} more, less urgent: on the pages of their accounts and of the members who cover them",
            n=beyond,
        )
        if beyond > 0
        else "",
        wanted=_entries(nsmallest(MOST_WANTED, wanted, key=influence), register, context),
        wanted_beyond=t.text("{n} more on the accounts’ own pages", n=wanted_beyond) if wanted_beyond > 0 else "",
        owners=_owners(found, context),
    )


def _facets(context: Context) -> str:
    t = context.wording
    states = {state: t.text(words) for state, words in CONTACT_WORDS.items()}
    return json.dumps([["contact", t.text("Contact"), states]], ensure_ascii=False, separators=(",", ":"))


def _entries(placed: Sequence[Placed], register: Register, context: Context) -> tuple[PersonEntry, ...]:
    return tuple(person_entry(account_id, person, register.summaries, context) for account_id, person in placed)


def _lead(found: int, overdue: int, uncovered: int, context: Context) -> str:
    """Return what is to be done about people; that nothing is where nothing is."""
    t, said = context.wording, []
    if not found:
        return ""
    if overdue:
        said.append(t.text("{n} contact is overdue|{n} contacts are overdue", n=overdue))
    if uncovered:
        said.append(
            t.text("{n} person decides and nobody covers them|{n} people decide and nobody covers them", n=uncovered)
        )
    if not said:
        return t.text("No contact is overdue, and everybody who decides is covered.")
    return t.text("{facts}.", facts=t.text("; ").join(said))


def _figures(
    found: Sequence[Placed], wanted: int, overdue: int, uncovered: int, context: Context
) -> tuple[PeopleFigure, ...]:
    t, people = context.wording, len(found)
    accounts = len({account_id for account_id, _ in found})
    covered = sum(person.covered_by is not None for _, person in found)
    share = t.percent(Decimal(covered) / people) if people else "–"
    late = max((person.overdue_days(context.as_of) for _, person in found), default=0)
    return (
        PeopleFigure(t.text("People"), t.number(people), t.text("at {n} account|at {n} accounts", n=accounts)),
        PeopleFigure(
            t.text("Covered"), share, t.text("{n} covered by nobody", n=people - covered) if people > covered else ""
        ),
        PeopleFigure(
            t.text("Contact overdue"),
            t.number(overdue),
            t.text("the longest by {n} day|the longest by {n} days", n=late) if late else "",
            "amber" if overdue else "",
        ),
        PeopleFigure(
            t.text("Decide, covered by nobody"),
            t.number(uncovered),
            t.text("influence {n} or 5", n=DECIDES),
            "red" if uncovered else "",
        ),
        PeopleFigure(t.text("Roles still to find"), t.number(wanted), t.text("marked as wanted in the plans")),
    )


def _owners(found: Sequence[Placed], context: Context) -> tuple[CoverRow, ...]:
    """Return how many people each member covers, how many of them decide, and how many contacts are overdue."""
    people, deciders, overdue = (Counter[str | None]() for _ in range(3))
    for _, person in found:
        people[person.covered_by] += 1
        deciders[person.covered_by] += (person.influence or 0) >= DECIDES
        overdue[person.covered_by] += person.overdue_days(context.as_of) > 0
    nobody = Mention(context.wording.text("nobody"))
    return tuple(
        CoverRow(member_mention(member, context) or nobody, people[member], deciders[member], overdue[member])
        for member in (*in_team_order(people, context.settings), None)
        if people[member]
    )
