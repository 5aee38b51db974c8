"""The three answers of a power map in words (D1)."""

from __future__ import annotations

from collections.abc import Sequence

from kamgen.pages.power_map.people import PersonFacts
from kamgen.plan.power_map import Person
from kamgen.wording.language import Wording

_NAMED = 5
"""How many people an answer names before it counts the rest."""


def answers(people: Sequence[Person], facts: Sequence[PersonFacts], wording: Wording) -> tuple[str, ...]:
    """Say who decides, who is against us and whom nobody looks after: a sentence each, the most influential first."""
    ranked = sorted(zip(people, facts, strict=True), key=lambda pair: -(pair[0].influence or 0))
    deciding = [fact.name for _, fact in ranked if fact.decides]
    against = [
        wording.text("{name} ({support})", name=fact.name, support=wording.label("support", person.support).lower())
        for person, fact in ranked
        if (person.support or 0) < 0
    ]
    uncovered = [fact.name for _, fact in ranked if fact.uncovered]
    return (
        wording.text("Who decides: {names}.", names=some_names(deciding, wording))
        if deciding
        else wording.text("Who decides is not known yet: no economic buyer found."),
        wording.text("Against us: {names}.", names=some_names(against, wording))
        if against
        else wording.text("Nobody is known to be against us."),
        wording.text("Nobody looks after: {names}.", names=some_names(uncovered, wording))
        if uncovered
        else wording.text("Everybody found is looked after."),
    )


def some_names(names: Sequence[str], wording: Wording) -> str:
    """Return names one after the other; of many the first ones, and how many more there are."""
    if len(names) <= _NAMED + 1:
        return wording.listing(list(names))
    more = len(names) - _NAMED
    return wording.text("{names} and {n} more", names=tuple(names[:_NAMED]), n=more)
