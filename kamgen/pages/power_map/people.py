"""What a power map says about each person, in words and marks (D1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import category, east_asian_width

from kamgen.pages.context import Context
from kamgen.plan.power_map import Person
from kamgen.wording.language import Wording

_INFLUENCES = {
    1: "{who} influences {name} a little",
    2: "{who} influences {name} clearly",
    3: "{who} influences {name} strongly",
}
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as shown on a power map.

    Attributes:
        id: The id in the plan.
        name: The name, or what stands for it where there is none.
        title: The job title; empty where it is unknown.
        owner: Name of the member who looks after the person; empty for nobody.
        initials: The same in one or two letters.
        uncovered: Nobody looks after this person. A wanted person is not missed in this way.
        overdue: Days by which contact is overdue, from 1; None while it is not, or where there is no cadence.
        never_met: A cadence is agreed, and no contact has taken place.
        decides: An economic buyer of the highest influence.
        sentence: All of it as one sentence.

    """

    id: str
    name: str
    title: str
    owner: str
    initials: str
    uncovered: bool
    overdue: int | None
    never_met: bool
    decides: bool
    sentence: str


def people_facts(people: Sequence[Person], context: Context) -> tuple[PersonFacts, ...]:
    """Return what is shown about everyone, in the order of the file."""
    deciding = {id(person) for person in deciders(people)}
    return tuple(_facts(person, id(person) in deciding, context) for person in people)


def deciders(people: Sequence[Person]) -> tuple[Person, ...]:
    """Return who decides: the economic buyers of the highest influence among them; empty where none is found.

    As long as no economic buyer's influence is known, all of them.
    """
    buyers = [person for person in people if person.role == "economic" and not person.wanted]
    most = max((person.influence or 0 for person in buyers), default=0)
    return tuple(person for person in buyers if (person.influence or 0) == most)


def overdue_days(person: Person, as_of: date) -> int | None:
    """Return by how many days the agreed contact is overdue, from 1; None while it is not or nothing is agreed."""
    contact = person.contact
    if contact is None or contact.last is None or contact.every_days is None or contact.last > as_of:
        return None
    late = (as_of - contact.last).days - contact.every_days
    return late if late > 0 else None


def never_met(person: Person, as_of: date) -> bool:
    """Tell whether a cadence is agreed and no contact has taken place until the day."""
    contact = person.contact
    if contact is None or contact.every_days is None:
        return False
    return contact.last is None or contact.last > as_of


def file_anchor(person: Person) -> str:
    """Return the anchor of a person's file on the page of the power map."""
    return f"file-{person.id}"


def shown_name(person: Person, wording: Wording) -> str:
    """Return the name; for a wanted person without one that it is wanted; else the title or the id."""
    name = one_line(wording.of(person.name))
    if name:
        return name
    if person.wanted:
        return wording.text("Wanted")
    return one_line(wording.of(person.title)) or person.id


def one_line(text: str) -> str:
    """Return a text without line breaks, control characters and marks that turn the direction of what follows."""
    if text.isprintable():
        return " ".join(text.split())
    kept = "".join(" " if sign.isspace() else sign for sign in text if _is_shown(sign))
    return " ".join(kept.split())


def _is_shown(sign: str) -> bool:
    return sign.isspace() or (sign not in _OVERRIDES and category(sign) not in ("Cc", "Cs", "Co", "Cn"))


def initials(name: str) -> str:
    """Return one or two letters for a name: ``Lin Yue`` LY, ``周明澈`` 明澈, an id ``lin-yue`` LY."""
    words = ["".join(filter(str.isalnum, word)) for word in name.replace("-", " ").split()]
    words = [word for word in words if word]
    if not words:
        return "•"
    if east_asian_width(words[-1][0]) == "W":
        return words[-1][-2:]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def influence_pairs(people: Sequence[Person]) -> list[tuple[int, int, int]]:
    """Return who influences whom (indices) and how strongly, 1 to 3: each pair once, at its strongest.

    Leaves out lines to oneself and to people whom the plan does not know.
    """
    index: dict[str, int] = {}
    for who, person in enumerate(people):
        index.setdefault(person.id, who)
    pairs: dict[tuple[int, int], int] = {}
    for who, person in enumerate(people):
        for line in person.influences:
            whom = index.get(line.person, who)
            if whom != who:
                pairs[who, whom] = max(line.strength, pairs.get((who, whom), 0))
    return [(who, whom, strength) for (who, whom), strength in pairs.items()]


def influence_title(who: str, name: str, strength: int, wording: Wording) -> str:
    """Return the name of an influence line: ``Ann Lee influences Bo Chen strongly``."""
    return wording.text(_INFLUENCES[strength], who=who, name=name)


def _facts(person: Person, decides: bool, context: Context) -> PersonFacts:
    wording = context.wording
    name, title = shown_name(person, wording), one_line(wording.of(person.title))
    owner = one_line(context.member(person.covered_by))
    overdue = None if person.wanted else overdue_days(person, context.as_of)
    never = not person.wanted and never_met(person, context.as_of)
    facts = [*_ratings(person, wording), *_care(person, owner, overdue, never, wording)]
    who = wording.text("{name}, {title}", name=name, title=title) if title and title != name else name
    return PersonFacts(
        id=person.id,
        name=name,
        title="" if title == name else title,
        owner=owner,
        initials=initials(owner) if owner else "",
        uncovered=not owner and not person.wanted,
        overdue=overdue,
        never_met=never,
        decides=decides,
        sentence=wording.text("{who}: {facts}", who=who, facts=wording.listing(facts)),
    )


def _ratings(person: Person, wording: Wording) -> list[str]:
    """Say what is known of role, influence and support, and which of the last two are not rated yet."""
    said = []
    if person.role is not None:
        said.append(wording.label("role", person.role).lower())
    if person.influence is not None:
        said.append(wording.text("influence {points} of 5", points=person.influence))
    elif not person.wanted:
        said.append(wording.text("influence not rated yet"))
    if person.support is not None:
        said.append(wording.label("support", person.support).lower())
    elif not person.wanted:
        said.append(wording.text("support not rated yet"))
    return said


def _care(person: Person, owner: str, overdue: int | None, never: bool, wording: Wording) -> list[str]:
    said = [wording.text("not found yet")] if person.wanted else []
    if owner:
        said.append(wording.text("looked after by {owner}", owner=owner))
    elif not person.wanted:
        said.append(wording.text("nobody looks after this person"))
    if overdue is not None:
        said.append(wording.text("contact {n} day overdue|contact {n} days overdue", n=overdue))
    if never and person.contact is not None and person.contact.every_days is not None:
        every = person.contact.every_days
        said.append(wording.text("never met though agreed every day|never met though agreed every {n} days", n=every))
    return said
