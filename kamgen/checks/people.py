"""What rules about people have in common: who has been found, what they are called, when they were last met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.pipeline import open_opportunities
from kamgen.checks.rule import Parameter, Subject
from kamgen.plan.power_map import Contact, Evidence, Person
from kamgen.plan.values import LocalisedText
from kamgen.wording.labels import LABELS
from kamgen.workspace.problems import Path

INFLUENCE = Parameter("influence", 4, "Influence from which on a person counts as one who decides", least=1, most=5)


def found_people(subject: Subject) -> Iterator[tuple[Path, Person]]:
    """Yield everyone who is known, with the way to them: nobody who is only wanted, and nobody at a lost account."""
    yield from _people(subject, wanted=False)


def wanted_people(subject: Subject) -> Iterator[tuple[Path, Person]]:
    """Yield everyone who is needed and not yet found, with the way to them; nobody at a lost account."""
    yield from _people(subject, wanted=True)


def _people(subject: Subject, *, wanted: bool) -> Iterator[tuple[Path, Person]]:
    if subject.account.status != "lost":
        for index, person in enumerate(subject.account.power_map.people):
            if person.wanted == wanted:
                yield ("power_map", "people", index), person


def is_in_play(subject: Subject) -> bool:
    """Tell whether there is business to lose or to win: at an active account, and at any other while we offer.

    A group that buys nothing itself has none: its companies have plans of their own.
    """
    account = subject.account
    buys = account.status == "active" and (account.type != "group" or bool(account.value.purchases))
    return buys or any(open_opportunities(subject))


def is_asleep(subject: Subject) -> bool:
    """Tell whether an account is dormant, and nothing is on offer that could wake it."""
    return subject.account.status == "dormant" and not any(open_opportunities(subject))


def called(person: Person) -> str | LocalisedText:
    """Return what to call a person in a message: the name, else the title, else the id."""
    return person.name or person.title or person.id


def decides(person: Person, influence: int) -> bool:
    """Tell whether a person's influence is known and at least this much."""
    return person.influence is not None and person.influence >= influence


def last_meeting(person: Person, subject: Subject) -> date | None:
    """Return the day of the latest of the plan's reviews, up to the day, that a person attended."""
    reviews = subject.account.reviews
    attended = [review.date for review in reviews if person.id in review.attendees and review.date <= subject.as_of]
    return max(attended, default=None)


def is_outdated(contact: Contact, meeting: date | None) -> bool:
    """Tell whether a person attended a meeting later than the contact written down."""
    return meeting is not None and (contact.last is None or contact.last < meeting)


def days_since_contact(person: Person, subject: Subject) -> int | None:
    """Return for how many days a person who has an owner has not been met.

    None where no contact is written, and where it is not the latest: first the plan has to be brought up to date.
    """
    contact = person.contact
    if person.covered_by is None or contact is None or contact.last is None:
        return None
    return None if is_outdated(contact, last_meeting(person, subject)) else (subject.as_of - contact.last).days


def was_met(person: Person, subject: Subject) -> bool:
    """Tell whether any contact with a person is written, in their own entry or as a review that they attended."""
    is_written = person.contact is not None and person.contact.last is not None
    return is_written or last_meeting(person, subject) is not None


def support_evidence(person: Person) -> Iterator[tuple[int, Evidence]]:
    """Yield what a person's support rests on, with the positions in the list."""
    for index, evidence in enumerate(person.evidence):
        if evidence.about == "support":
            yield index, evidence


def support_called(support: int) -> LocalisedText:
    """Return what somebody with this support is called inside a sentence: ``sceptic``."""
    english, chinese = LABELS["support"][str(support)]
    return LocalisedText(en=english.lower(), zh=chinese)
