"""People at customers as rows of a list over several accounts: who, how much they count, when they were met (D1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kamgen.pages.account.people import SUPPORT_CLASSES
from kamgen.pages.account.terms import NOBODY, Deadline, Mention, deadline, dots
from kamgen.pages.attention import DECIDES
from kamgen.pages.calendar.rows import account_mention
from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.extracts.people import ListedPerson
from kamgen.pages.summary import AccountSummary
from kamgen.plan.power_map import Role

ContactState = Literal["overdue", "in-time", "no-cadence", "not-met", "wanted"]


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person; empty texts for what is not known.

    Attributes:
        person: The name, leading to the account's page; the title stands for a missing name.
        title: The job title and the unit.
        account: The account.
        account_id: Its id, for filters.
        role: The buying role in words, ``role_letter`` its letter; both empty where it is not known.
        influence: Dots, ``influence_words`` the same for those who hear the page, ``influence_sort`` the figure.
        support: The support in words, ``support_class`` its shape, ``support_sort`` the figure from −2 to 2.
        covered_by: The member who covers the person, ``covered_by_id`` the id; ``uncovered`` where nobody does.
        contact_state: How the contact stands to the cadence, ``contact_words`` the same in words.
        contact: The last contact, with how long the next one is overdue.
        overdue: Days overdue, 0 for none.
        next_contact: The day by which the next contact is due, ``next_sort`` the same to sort by.

    """

    person: Mention
    title: str
    account: Mention
    account_id: str
    role: str
    role_letter: str
    influence: str
    influence_words: str
    influence_sort: int | None
    support: str
    support_class: str
    support_sort: int | None
    covered_by: Mention
    covered_by_id: str
    uncovered: bool
    contact_state: ContactState
    contact_words: str
    contact: Deadline | None
    overdue: int
    next_contact: Deadline | None
    next_sort: str


CONTACT_WORDS: Mapping[ContactState, str] = {
    "overdue": "overdue",
    "in-time": "in time",
    "no-cadence": "no cadence agreed",
    "not-met": "not met yet",
    "wanted": "still to find",
}


def person_entry(
    account_id: str, person: ListedPerson, summaries: Mapping[str, AccountSummary], context: Context
) -> PersonEntry:
    """Return a person on the power map of one of the accounts."""
    t = context.wording
    title = t.listing([text for text in (t.of(person.title), t.of(person.unit)) if text])
    name = t.of(person.name) or title or (t.text("Wanted") if person.wanted else person.id)
    state, late = contact_state(person, context.as_of), person.overdue_days(context.as_of)
    next_contact = person.next_contact if state in ("overdue", "in-time") else None
    letter, role = role_words(person.role, context)
    return PersonEntry(
        person=Mention(name, f"{account_address(account_id)}#person-{person.id}"),
        title="" if title == name else title,
        account=account_mention(account_id, summaries, context),
        account_id=account_id,
        role=role,
        role_letter=letter,
        influence=dots(person.influence),
        influence_words="" if person.influence is None else t.text("Influence {n} of 5", n=person.influence),
        influence_sort=person.influence,
        support="" if person.support is None else t.label("support", person.support),
        support_class="" if person.support is None else SUPPORT_CLASSES[person.support],
        support_sort=person.support,
        covered_by=member_mention(person.covered_by, context),
        covered_by_id=person.covered_by or "",
        uncovered=person.covered_by is None and not person.wanted,
        contact_state=state,
        contact_words=t.text(CONTACT_WORDS[state]),
        contact=_last_contact(person, late, context),
        overdue=late,
        next_contact=deadline(next_contact, context),
        next_sort=next_contact.isoformat() if next_contact else "",
    )


def _last_contact(person: ListedPerson, late: int, context: Context) -> Deadline | None:
    if person.last is None:
        return None
    t = context.wording
    if not late:
        return Deadline(t.day(person.last))
    return Deadline(t.day(person.last), t.text("{n} day overdue|{n} days overdue", n=late), "late")


def contact_state(person: ListedPerson, as_of: date) -> ContactState:
    """Return how the contact stands to the agreed cadence; one that lies ahead has not happened."""
    if person.wanted:
        return "wanted"
    if person.last is None or person.last > as_of:
        return "not-met"
    if person.every_days is None:
        return "no-cadence"
    return "overdue" if person.overdue_days(as_of) else "in-time"


def decides_uncovered(person: ListedPerson) -> bool:
    """Tell whether somebody with much influence has nobody of ours to talk to."""
    return not person.wanted and person.covered_by is None and (person.influence or 0) >= DECIDES


def contact_urgency(person: ListedPerson, as_of: date) -> int:
    """Return days overdue times influence, 1 where that is not known; 0 where nothing is overdue."""
    return person.overdue_days(as_of) * (person.influence or 1)


def role_words(role: Role | None, context: Context) -> tuple[str, str]:
    """Return a buying role's letter and its words; both empty for none."""
    t = context.wording
    return ("", "") if role is None else (t.label("role_letter", role), t.label("role", role))


def member_mention(member_id: str | None, context: Context) -> Mention:
    """Return a member's name with the way to the member's page; whoever a plan names has one."""
    return NOBODY if member_id is None else Mention(context.member(member_id), member_address(member_id))
