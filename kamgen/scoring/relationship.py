"""Standing with the people who decide, from the power map (methods: "Scores" 2 and D1, source S2).

The four parts are the methods'; how they are put together to one figure is our reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import get_args

from kamgen.plan.power_map import Person, PowerMap, Role
from kamgen.scoring.score import Relationship, RoleState
from kamgen.scoring.weighting import HUNDRED, ZERO, known_mean

DEFAULT_CADENCE_DAYS = 90
"""A contact without an agreed cadence is fresh for a quarter (our reading)."""
MOST_SUPPORT = 2
SUPPORT_WEIGHT = Decimal(50)
COVERAGE_WEIGHT = Decimal(25)
ROLES_WEIGHT = Decimal(15)
THREADS_WEIGHT = Decimal(10)
ROLES: tuple[Role, ...] = get_args(Role)


def score_relationship(power_map: PowerMap, as_of: date) -> Relationship:
    """Return the relationship score, 0 to 100, and its parts.

    ``score`` is the mean of the known parts with the weights 50 support index (−100…100 mapped to 0…100),
    25 coverage, 15 role completeness, 10 for not being single-threaded (100 or 0); ``known`` is the share of these
    weights that is known. People who are wanted but not found do not count. As long as nobody found has a role, an
    influence or a support, everything is unknown and every role is missing.
    """
    found = [person for person in power_map.people if not person.wanted]
    roles = {role: _role_state(role, found) for role in ROLES}
    index = support_index(found)
    coverage = covered_influence(found, as_of)
    completeness = _role_completeness(roles) if any(_is_rated(person) for person in found) else None
    single, carried_by = _single_thread(found)
    score, known = known_mean(
        (
            (None if index is None else (index + HUNDRED) / 2, SUPPORT_WEIGHT),
            (None if coverage is None else coverage * HUNDRED, COVERAGE_WEIGHT),
            (completeness, ROLES_WEIGHT),
            (None if single is None else ZERO if single else HUNDRED, THREADS_WEIGHT),
        )
    )
    return Relationship(
        score=score,
        known=known,
        support_index=index,
        coverage=coverage,
        roles=roles,
        role_completeness=completeness,
        single_threaded=single,
        carried_by=carried_by,
    )


def support_index(found: Sequence[Person]) -> Decimal | None:
    """Return ``Σ influence·support / Σ 2·influence × 100`` over people with both ratings: −100 to 100.

    None as long as nobody has both.
    """
    rated = [(p.influence, p.support) for p in found if p.influence is not None and p.support is not None]
    if not rated:
        return None
    support = sum(influence * support for influence, support in rated)
    return HUNDRED * support / (MOST_SUPPORT * sum(influence for influence, _ in rated))


def covered_influence(found: Sequence[Person], as_of: date) -> Decimal | None:
    """Return the share of influence, 0 to 1, that is with people who have an owner and a fresh contact.

    Over people whose influence is known. Without an agreed cadence a contact is fresh for 90 days. A contact after
    ``as_of`` has not happened. None as long as no influence is known.
    """
    total = covered = 0
    for person in found:
        if person.influence is None:
            continue
        total += person.influence
        if is_covered(person, as_of):
            covered += person.influence
    return Decimal(covered) / total if total else None


def is_covered(person: Person, as_of: date) -> bool:
    """Tell whether someone of ours looks after the person and met them inside the cadence."""
    return person.covered_by is not None and has_fresh_contact(person, as_of)


def has_fresh_contact(person: Person, as_of: date) -> bool:
    """Tell whether the person was met inside the cadence, or inside 90 days where none is agreed."""
    contact = person.contact
    if contact is None or contact.last is None or contact.last > as_of:
        return False
    return (as_of - contact.last).days <= (contact.every_days or DEFAULT_CADENCE_DAYS)


def _role_state(role: Role, found: Sequence[Person]) -> RoleState:
    """Return how a role is held: one person who is not against us is enough; an unrated one is not judged yet."""
    supports = [person.support for person in found if person.role == role]
    if not supports:
        return "missing"
    if any(support is not None and support >= 0 for support in supports):
        return "supported"
    return "unrated" if None in supports else "opposed"


def _role_completeness(roles: dict[Role, RoleState]) -> Decimal:
    """Return the share of the four roles that are known and not opposed, 0 to 100."""
    held = sum(state in ("supported", "unrated") for state in roles.values())
    return HUNDRED * held / len(roles)


def _is_rated(person: Person) -> bool:
    return person.role is not None or person.influence is not None or person.support is not None


def _single_thread(found: Sequence[Person]) -> tuple[bool | None, str | None]:
    """Return whether one person carries over half of ``Σ influence·max(support, 0)``, and who; None without any."""
    carried = [
        (person.influence * max(person.support, 0), person.id)
        for person in found
        if person.influence is not None and person.support is not None
    ]
    total = sum(weight for weight, _ in carried)
    if not total:
        return None, None
    most, who = max(carried)
    return (True, who) if 2 * most > total else (False, None)
