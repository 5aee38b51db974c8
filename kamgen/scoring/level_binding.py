"""Whether our people stand level with theirs: executives with executives, and so on down (methods: E5, source S3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from kamgen.plan.power_map import Level, Person
from kamgen.plan.settings import Member

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the top down, the same for both sides."""


@dataclass(frozen=True, slots=True)
class LevelPair:
    """Someone of ours who looks after someone of theirs, and the level of each; None where it is not known.

    ``member`` and ``ours`` are both None for a person whom nobody looks after.
    """

    member: str | None
    ours: Level | None
    person: Person
    theirs: Level | None


@dataclass(frozen=True, slots=True)
class LevelBinding:
    """Who looks after whom, by level.

    Attributes:
        pairs: One for everybody found at the customer, in the order of the plan.
        bound: Their levels at which one of ours of the same level looks after somebody, from the top down.
        gaps: Their levels at which somebody was found and nobody of ours of the same level looks after anyone. A level
            is in neither as long as nobody was found there, or as long as the level of somebody of ours who looks
            after people there is not known: then it may be bound.

    """

    pairs: tuple[LevelPair, ...]
    bound: tuple[Level, ...]
    gaps: tuple[Level, ...]

    def at(self, level: Level) -> tuple[LevelPair, ...]:
        """Return the pairs with the people of one of their levels."""
        return tuple(pair for pair in self.pairs if pair.theirs == level)


def match_levels(people: Sequence[Person], team: Sequence[Member]) -> LevelBinding | None:
    """Return how our team's levels are matched to those of the people found; None where no level of theirs is known.

    People who are wanted and not found yet do not count.
    """
    levels = {member.id: member.level for member in team}
    pairs = tuple(_pair(person, levels) for person in people if not person.wanted)
    at = {level: [pair for pair in pairs if pair.theirs == level] for level in LEVELS}
    if not any(at.values()):
        return None
    return LevelBinding(
        pairs=pairs,
        bound=tuple(level for level in LEVELS if _is_bound(at[level])),
        gaps=tuple(
            level for level in LEVELS if at[level] and not _is_bound(at[level]) and not _may_be_bound(at[level])
        ),
    )


def _pair(person: Person, levels: Mapping[str, Level | None]) -> LevelPair:
    member = person.covered_by
    return LevelPair(member, None if member is None else levels.get(member), person, person.level)


def _is_bound(pairs: Sequence[LevelPair]) -> bool:
    return any(pair.ours is not None and pair.ours == pair.theirs for pair in pairs)


def _may_be_bound(pairs: Sequence[LevelPair]) -> bool:
    return any(pair.member is not None and pair.ours is None for pair in pairs)
