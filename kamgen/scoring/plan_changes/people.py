"""Changes on the power map: someone comes round, is looked after, or is found at all (D1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kamgen.plan.account import Account
from kamgen.plan.power_map import Contact, Person, Role
from kamgen.plan.values import LocalisedText
from kamgen.scoring.plan_changes.change import Change, inside, replaced
from kamgen.scoring.relationship import ROLES, has_fresh_contact, is_covered
from kamgen.scoring.score import Relationship
from kamgen.wording.phrase import phrase

INFLUENTIAL = 4
"""Influence from which on a person counts as one who decides, as the checks have it by default."""
FOUND_INFLUENCE = 3
"""Influence that is supposed of somebody still to be found: the middle."""
NEXT_SUPPORT = {-2: 0, -1: 0, 0: 1}
"""Where somebody may be brought in one move. Beyond a supporter it is no longer in our hands."""


def support_changes(account: Account, relationship: Relationship) -> Iterator[Change]:
    """Yield that one of those who decide comes round: an opponent or sceptic to neutral, a neutral to supporter.

    Where all our support hangs on one person, it may be anybody, because a second supporter ends that.
    """
    for index, person in enumerate(account.power_map.people):
        if person.wanted or person.support not in NEXT_SUPPORT:
            continue
        decides = person.role == "economic" or (person.influence or 0) >= INFLUENTIAL
        if decides or (relationship.single_threaded and person.support == 0):
            support = NEXT_SUPPORT[person.support]
            said = phrase(
                "{name} moves from {before} to {after}",
                name=_called(person),
                before=inside("support", person.support),
                after=inside("support", support),
            )
            yield Change(said, _path(index, "support"), _with(account, index, support=support))


def coverage_changes(account: Account, as_of: date) -> Iterator[Change]:
    """Yield that someone gets an owner, is met today, or both: whatever they lack to be covered."""
    for index, person in enumerate(account.power_map.people):
        if person.wanted or person.influence is None or is_covered(person, as_of):
            continue
        name, update = _called(person), _met(person, account, as_of)
        if person.covered_by is not None:
            yield Change(
                phrase("{name} is met", name=name), _path(index, "contact", "last"), _with(account, index, **update)
            )
            continue
        pattern = "{name} gets an owner and is met"
        if has_fresh_contact(person, as_of):
            pattern = "{name} gets an owner on our side"
        yield Change(phrase(pattern, name=name), _path(index, "covered_by"), _with(account, index, **update))


def role_changes(account: Account, relationship: Relationship, as_of: date) -> Iterator[Change]:
    """Yield that somebody is found for each missing buying role, and met: neutral, with a middling influence."""
    people = account.power_map.people
    for role in ROLES:
        if relationship.roles[role] != "missing":
            continue
        said = phrase(
            "The missing {role} is found and met (neutral, influence {influence})",
            role=inside("role", role),
            influence=FOUND_INFLUENCE,
        )
        wanted = next((index for index, person in enumerate(people) if person.wanted and person.role == role), None)
        if wanted is None:
            yield Change(said, ("power_map", "people"), _with_people(account, (*people, _found(role, account, as_of))))
        else:
            update = {"wanted": False, "influence": FOUND_INFLUENCE, "support": 0}
            update |= _met(people[wanted], account, as_of)
            yield Change(said, _path(wanted, "wanted"), _with(account, wanted, **update))


def rating_changes(account: Account) -> Iterator[Change]:
    """Yield that influence and support of everybody on the map are rated, where they are not; as what is open."""
    people = account.power_map.people
    unrated = [person for person in people if not person.wanted and None in (person.influence, person.support)]
    if unrated:
        rated = tuple(
            person.model_copy(update={"influence": person.influence or FOUND_INFLUENCE, "support": person.support or 0})
            if not person.wanted
            else person
            for person in people
        )
        said = phrase("{n} person of the power map is rated|{n} people of the power map are rated", n=len(unrated))
        yield Change(said, ("power_map", "people"), _with_people(account, rated), is_open=True)


def _found(role: Role, account: Account, as_of: date) -> Person:
    return Person.model_construct(
        id=f"found-{role}",
        role=role,
        influence=FOUND_INFLUENCE,
        support=0,
        covered_by=account.owner,
        contact=Contact.model_construct(last=as_of),
    )


def _met(person: Person, account: Account, as_of: date) -> dict[str, Any]:
    """Return what makes a person covered: the owner they have, else the account's, and a contact today."""
    update: dict[str, Any] = {"covered_by": person.covered_by or account.owner}
    if not has_fresh_contact(person, as_of):
        every_days = None if person.contact is None else person.contact.every_days
        update["contact"] = Contact.model_construct(last=as_of, every_days=every_days)
    return update


def _called(person: Person) -> str | LocalisedText:
    return person.name or person.title or person.id


def _path(index: int, *keys: str) -> tuple[str | int, ...]:
    return ("power_map", "people", index, *keys)


def _with(account: Account, index: int, **update: Any) -> Account:
    people = account.power_map.people
    return _with_people(account, replaced(people, index, people[index].model_copy(update=update)))


def _with_people(account: Account, people: tuple[Person, ...]) -> Account:
    power_map = account.power_map.model_copy(update={"people": people})
    return account.model_copy(update={"power_map": power_map})
