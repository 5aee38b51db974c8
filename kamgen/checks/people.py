"""What rules about people have in common: who has been found, what they are called, when they were last met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.pipeline import open_opportunities
from kamgen.checks.rule import Parameter, Subject
from kamgen.plan.power_map import Evidence, Person
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
    """Tell whether there is business to lose or to win: with a customer always, with a prospect while we offer."""
    return subject.account.status != "prospect" or any(open_opportunities(subject))


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


def last_met(person: Person, subject: Subject) -> date | None:
    """Return the day on which we last saw a person: a contact or a review, whichever is later."""
    contact = person.contact.last if person.contact else None
    days = [day for day in (contact, last_meeting(person, subject)) if day is not None and day <= subject.as_of]
    return max(days, default=None)


def support_evidence(person: Person) -> Iterator[tuple[int, Evidence]]:
    """Yield what a person's support rests on, with the positions in the list."""
    for index, evidence in enumerate(person.evidence):
        if evidence.about == "support":
            yield index, evidence


def support_called(support: int) -> LocalisedText:
    """Return what somebody with this support is called inside a sentence: ``sceptic``."""
    english, chinese = LABELS["support"][str(support)]
    return LocalisedText(en=english.lower(), zh=chinese)
