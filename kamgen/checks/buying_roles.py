"""What the rules about buying roles have in common: when a plan should know who holds a role."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.people import found_people, wanted_people
from kamgen.checks.pipeline import is_weighed, open_opportunities
from kamgen.checks.rule import Problem, Subject
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.power_map import Role
from kamgen.plan.values import LocalisedText
from kamgen.wording.labels import LABELS
from kamgen.wording.phrase import Phrase, phrase


def missing_role(subject: Subject, role: Role, hint: Phrase) -> Iterator[Problem]:
    """Yield the problem of a role that nobody found holds while something is being sold.

    It is shown at the person who is wanted for it, where there is one.
    """
    offer = _offer_without(subject, role)
    if offer is None:
        return
    name, said = offer.name, role_called(role)
    for path, person in wanted_people(subject):
        if person.role == role:
            yield Problem(
                (*path, "wanted"),
                phrase("“{name}” is open, and the {role} is not found yet", name=name, role=said),
                hint,
            )
            return
    yield Problem(
        ("power_map", "people"),
        phrase("“{name}” is open, and the power map has no {role}", name=name, role=said),
        hint,
    )


def is_missing(subject: Subject, role: Role) -> bool:
    """Tell whether :func:`missing_role` finds something."""
    return _offer_without(subject, role) is not None


def role_called(role: Role) -> LocalisedText:
    """Return what a role is called inside a sentence: ``economic buyer``."""
    english, chinese = LABELS["role"][role]
    return LocalisedText(en=english.lower(), zh=chinese)


def _offer_without(subject: Subject, role: Role) -> Opportunity | None:
    """Return the opportunity, of those beyond a mere idea the next to be decided, for which a role is missing.

    None as long as the map is empty. As long as nobody on it has a role, roles have not been looked at: then only the
    economic buyer, who comes first, is missed.
    """
    if subject.scores.relationship.roles[role] != "missing":
        return None
    found = [person for _, person in found_people(subject)]
    begun = bool(found) if role == "economic" else any(person.role is not None for person in found)
    offers = (offer for _, offer in open_opportunities(subject) if is_weighed(offer, subject.settings))
    return min(offers, key=lambda offer: offer.close or date.max, default=None) if begun else None
