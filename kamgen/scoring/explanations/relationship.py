"""The relationship explained: who is for us and how much that weighs, whom we cover, and which roles are held (D1)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kamgen.plan.power_map import Person, Role
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Reason, Source, figure, named, plan_source, weighed, word
from kamgen.scoring.relationship import (
    COVERAGE_WEIGHT,
    DEFAULT_CADENCE_DAYS,
    MOST_SUPPORT,
    ROLES_WEIGHT,
    SUPPORT_WEIGHT,
    THREADS_WEIGHT,
    is_covered,
)
from kamgen.scoring.score import RoleState
from kamgen.scoring.weighting import HUNDRED, ZERO
from kamgen.wording.phrase import Phrase, phrase

_PEOPLE = ("power_map", "people")
_ONE = Decimal(1)


def explain_relationship(evaluation: Evaluation) -> Reason:
    """Return the tree of the relationship score; the four parts' contributions add up to it."""
    found = evaluation.relationship
    index, coverage, single = found.support_index, found.coverage, found.single_threaded
    parts = (
        Reason(
            label=phrase("Support index"),
            value=index,
            unit="index",
            rule=phrase("Σ influence × support ÷ Σ 2 × influence, from −100 to 100"),
            points=None if index is None else (index + HUNDRED) / 2,
            weight=SUPPORT_WEIGHT,
            missing=phrase("Rate the influence and support of people") if index is None else None,
            metric="support-index",
            children=support_reasons(evaluation),
        ),
        Reason(
            label=phrase("Coverage"),
            value=coverage,
            unit="share",
            rule=phrase("influence of the people with an owner and a recent contact ÷ all influence"),
            points=None if coverage is None else coverage * HUNDRED,
            weight=COVERAGE_WEIGHT,
            missing=phrase("Rate the influence of people") if coverage is None else None,
            metric="coverage",
            children=coverage_reasons(evaluation),
        ),
        Reason(
            label=phrase("Buying roles filled"),
            value=found.role_completeness,
            rule=phrase("the share of the four roles that are known and not against us"),
            points=found.role_completeness,
            weight=ROLES_WEIGHT,
            missing=phrase("Rate the people of the power map") if found.role_completeness is None else None,
            children=_role_reasons(evaluation) if found.role_completeness is not None else (),
        ),
        Reason(
            label=phrase("Not carried by one person alone"),
            value=None if single is None else not single,
            unit="word",
            scale="answer",
            rule=phrase("no when one person carries over half of Σ influence × support of those for us"),
            points=None if single is None else ZERO if single else HUNDRED,
            weight=THREADS_WEIGHT,
            missing=phrase("Needs someone who is for us, with influence and support rated") if single is None else None,
            children=_thread_reasons(evaluation),
        ),
    )
    return Reason(
        label=phrase("Relationship"),
        value=found.score,
        rule=phrase("support 50, coverage 25, buying roles 15, several supporters 10: the mean of what is known"),
        known=found.known,
        missing=phrase("Rate the people of the power map") if found.score is None else None,
        children=weighed(parts),
    )


def support_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    """Return each person's part in the support index; people without both ratings are listed with what is missing."""
    return weighed(_support_reason(index, person) for index, person in _found(evaluation))


def _support_reason(index: int, person: Person) -> Reason:
    influence, support = person.influence, person.support
    return Reason(
        label=_name(person),
        value=None if support is None else Decimal(support),
        unit="word",
        scale="support",
        rule=None
        if influence is None or support is None
        else phrase("influence {influence} × support {support}", influence=influence, support=_signed(support)),
        sources=_ratings(index, person),
        points=None if support is None or influence is None else HUNDRED * Decimal(support) / MOST_SUPPORT,
        weight=None if influence is None else Decimal(influence),
        missing=_to_rate(person),
    )


def _ratings(index: int, person: Person) -> tuple[Source, ...]:
    """Return where a person's support stands, or the person where nobody has written it."""
    return (plan_source(*_PEOPLE, index, "support") if person.support is not None else plan_source(*_PEOPLE, index),)


def _to_rate(person: Person) -> Phrase | None:
    if person.influence is None:
        return phrase("Rate influence and support") if person.support is None else phrase("Rate the influence")
    return phrase("Rate the support") if person.support is None else None


def coverage_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    """Return each person with an influence: covered, or why not."""
    people = [(index, person) for index, person in _found(evaluation) if person.influence is not None]
    return weighed((_coverage_reason(index, person, evaluation) for index, person in people), whole=_ONE)


def _coverage_reason(index: int, person: Person, evaluation: Evaluation) -> Reason:
    covered = is_covered(person, evaluation.as_of)
    contact = person.contact
    last = contact.last if contact is not None and contact.last and contact.last <= evaluation.as_of else None
    where: tuple[str | int, ...] = () if last is None else ("contact", "last")
    return Reason(
        label=_name(person),
        value=covered,
        unit="word",
        scale="answer",
        rule=_why_covered(person, evaluation),
        sources=(plan_source(*_PEOPLE, index, *where),),
        points=HUNDRED if covered else ZERO,
        weight=Decimal(person.influence or 0),
        missing=None if covered else _to_cover(person),
    )


def _why_covered(person: Person, evaluation: Evaluation) -> Phrase:
    contact, as_of = person.contact, evaluation.as_of
    if contact is None or contact.last is None or contact.last > as_of:
        return phrase("not met yet")
    days = (as_of - contact.last).days
    if contact.every_days is None:
        return phrase(
            "met {days} days ago; no rhythm agreed, so {every} days count", days=days, every=DEFAULT_CADENCE_DAYS
        )
    return phrase("met {days} days ago; agreed every {every}", days=days, every=contact.every_days)


def _to_cover(person: Person) -> Phrase:
    return phrase("Give this person an owner") if person.covered_by is None else phrase("Meet them")


def _role_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    return weighed(_role_reason(role, state, evaluation) for role, state in evaluation.relationship.roles.items())


def _role_reason(role: Role, state: RoleState, evaluation: Evaluation) -> Reason:
    holders = [(index, person) for index, person in _found(evaluation) if person.role == role]
    missing = None
    if state == "missing":
        missing = phrase("Find someone in this role")
    elif state == "opposed":
        missing = phrase("Win one of them over")
    return Reason(
        label=phrase("{name}", name=word("role", role)),
        value=state,
        unit="word",
        scale="role_state",
        rule=phrase("{n} person|{n} people", n=len(holders)) if holders else None,
        sources=tuple(plan_source(*_PEOPLE, index, "role") for index, _ in holders),
        points=HUNDRED if state in ("supported", "unrated") else ZERO,
        weight=_ONE,
        missing=missing,
    )


def _thread_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    """Return who carries most of the positive influence, and how much of it; nothing where nobody is for us."""
    carried = [
        (person.influence * person.support, index, person)
        for index, person in _found(evaluation)
        if person.influence is not None and person.support is not None and person.support > 0
    ]
    if not carried:
        return ()
    total = sum(weight for weight, _, _ in carried)
    weight, index, person = max(carried, key=lambda entry: (entry[0], entry[2].id))
    return (
        Reason(
            label=_name(person),
            value=Decimal(weight) / total,
            unit="share",
            rule=phrase("carries most: {weight} of {total}", weight=weight, total=total),
            sources=(plan_source(*_PEOPLE, index, "support"),),
        ),
    )


def _found(evaluation: Evaluation) -> Iterator[tuple[int, Person]]:
    """Yield the people who are found, with their place in the plan's list."""
    return ((index, person) for index, person in enumerate(evaluation.account.power_map.people) if not person.wanted)


def _name(person: Person) -> Phrase:
    return named(person.name or person.title, person.id)


def _signed(support: int) -> str:
    return figure(Decimal(support), "index") if support else "0"
