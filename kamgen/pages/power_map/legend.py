"""The legend of a power map: only the marks that occur on it, each with its meaning beside it (D1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.pages.lettering import shortened, text_width
from kamgen.pages.power_map.people import PersonFacts
from kamgen.plan.power_map import Person
from kamgen.wording.language import Wording

_SIZE, _ROW, _GAP = 11.0, 19, 16
_MARKS = {
    "support": 18,
    "unrated": 18,
    "influence": 50,
    "decides": 24,
    "wanted": 24,
    "uncovered": 22,
    "clock": 15,
    "influences": 43,
    "owner": 22,
}
"""Kinds of marks, and how far right of each its text starts."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark and what it means, ``text_from`` units right of ``x``; ``value`` is the rating or the owner's number."""

    mark: str
    value: int
    text: str
    x: int
    y: int
    text_from: int


def legend(
    people: Sequence[Person],
    facts: Sequence[PersonFacts],
    owners: Sequence[tuple[str, str]],
    influencing: bool,
    wording: Wording,
    edges: tuple[int, int, int],
) -> tuple[LegendEntry, ...]:
    """Return the marks that occur on a map and what they mean, in lines between the ``edges`` left, right and top.

    ``owners`` are the initials and names of those who look after people.

    Never empty: who looks after somebody, or that nobody does, is always among them, or that somebody is wanted.
    """
    entries: list[tuple[str, int, str]] = [
        ("support", support, wording.label("support", support))
        for support in range(-2, 3)
        if any(person.support == support for person in people)
    ]
    points = max((person.influence or 0 for person in people), default=0)
    more = (
        ("unrated", 0, "support not rated yet", any(p.support is None and not p.wanted for p in people)),
        ("influence", points, "influence, 1 to 5", points > 0),
        ("decides", 0, "decides", any(fact.decides for fact in facts)),
        ("wanted", 0, "not found yet", any(p.wanted for p in people)),
        ("uncovered", 0, "no owner", any(fact.uncovered for fact in facts)),
        ("clock", 0, "contact overdue, in days", any(fact.overdue or fact.never_met for fact in facts)),
        ("influences", 0, "influences a little, clearly, strongly", influencing),
    )
    entries += [(mark, value, wording.text(pattern)) for mark, value, pattern, occurs in more if occurs]
    entries += [("owner", number, owner) for number, (_, owner) in enumerate(owners)]
    return _in_lines(entries, *edges)


def _in_lines(entries: Sequence[tuple[str, int, str]], left: int, right: int, top: int) -> tuple[LegendEntry, ...]:
    """Set entries in lines between two edges; what does not fit goes on in the next line."""
    x, y = left, top
    placed = []
    for mark, value, words in entries:
        start = _MARKS[mark]
        text = shortened(words, _SIZE, right - left - start)
        room = start + round(text_width(text, _SIZE))
        if x > left and x + room > right:
            x, y = left, y + _ROW
        placed.append(LegendEntry(mark, value, text, x, y, start))
        x += room + _GAP
    return tuple(placed)
