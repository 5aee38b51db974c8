"""The power map: who decides, who is against us, whom nobody covers, at one glance (D1).

Everything here is placed and in one language; ``templates/charts/power_map.svg`` only writes it down, for the
page and for the PDF alike. Units are those of the drawing; a card is 164 wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.pages.context import Context
from kamgen.pages.lettering import shortened, text_width
from kamgen.pages.power_map_layout import CARD_WIDTH, lay_out, superiors
from kamgen.pages.power_map_lines import find_routes, influence_path, reporting_path, row_heights
from kamgen.pages.power_map_people import (
    PersonFacts,
    influence_sentences,
    influence_title,
    page_ids,
    people_facts,
)
from kamgen.plan.power_map import Person
from kamgen.wording.language import Wording

PAGE_WIDTH = 1120
"""As wide as a map gets on a page with up to about 40 people."""
PAPER_WIDTH = 760
"""As wide as a map may be to be read on A4 paper, upright."""

EDGE = 14
"""Width of a card's left edge, which shows support."""

_NAMES = (13, 12, 11)
"""Sizes of names: the largest in which a name fits."""
_TITLE, _MARK, _LEGEND = 10.5, 9.5, 11.0
_BOLD = 1.06
_NAME_ROOM = CARD_WIDTH - EDGE - 8 - 28
_TITLE_ROOM = CARD_WIDTH - EDGE - 8 - 8
_SHORT, _TALL = 62, 75
_OWNER_ROOM = 30
_MARGIN = 3
_CAPTION_ROOM = 26
_LEGEND_ROOM, _LEGEND_ROW, _LEGEND_GAP = 28, 19, 16
_LEGEND_MARKS = {
    "support": 18,
    "unrated": 18,
    "influence": 50,
    "decides": 24,
    "wanted": 24,
    "uncovered": 18,
    "clock": 15,
    "influences": 32,
    "owner": 22,
}
"""Kinds of marks, and how far right of each its text starts."""
_NARROWEST, _SMALL, _WIDE = 640, 720, 1200
_IDEOGRAPHS = 0x2E80
_NAMED = 5
"""How many people an answer names before it counts the rest."""
_CELL = CARD_WIDTH * 110
_UPRIGHT = 1.35


@dataclass(frozen=True, slots=True)
class Card:
    """A person's card, placed by its upper left corner.

    Attributes:
        id: The card's id in the page.
        person: The person's id in the plan.
        marks: What the card stands out by, as class names: ``decides against uncovered overdue wanted``.
        sentence: The card in words.
        name: Set smaller, then cut, where it is wider than the card.
        title: In one or two lines, cut to the card's width.
        role: ``economic``, ``technical``, ``user``, ``coach`` or None.
        letter: The letter of the role; empty for none.
        influence: 1 to 5 or None.
        influence_note: What is said instead where the influence of somebody found is not rated.
        support: -2 to 2 or None.
        owner: Initials of who looks after the person; empty for nobody.
        uncovered: Nobody does: the empty place is shown.
        note: What stands beside the owner and ends at ``note_x``: days overdue, never met, or that there is none.
        clock: Where the clock of an overdue contact stands, from the card's left; None for no clock.

    """

    id: str
    person: str
    x: int
    y: int
    marks: tuple[str, ...]
    sentence: str
    name: str
    name_size: int
    title: tuple[str, ...]
    role: str | None
    letter: str
    influence: int | None
    influence_note: str
    support: int | None
    owner: str
    uncovered: bool
    note: str
    note_x: int
    clock: int | None


@dataclass(frozen=True, slots=True)
class ReportingLine:
    """The lines from one boss to all direct reports, all by their ids in the plan."""

    boss: str
    reports: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class InfluenceLine:
    """Who influences whom beside reporting; ``strength`` is 1 to 3."""

    title: str
    strength: int
    path: str
    head: str


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark and what it means, ``text_from`` units right of ``x``; ``value`` is the rating or initials shown."""

    mark: str
    value: int | str
    text: str
    x: int
    y: int
    text_from: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in words, for the list that stands for the drawing."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class PowerMapDrawing:
    """A power map, ready to be written.

    Attributes:
        size: ``small``, ``wide`` or ``huge``: how the page lets it scale and scroll.
        answers: The three questions that a power map answers, each in a sentence.
        supports: The values of support that occur.
        points: The values of influence that occur.
        left: The least ``x``, where the view starts.
        caption: What is said at ``caption_y``, above people without any reporting line; empty where there are none.
        people: Everybody in words, in the order of the file.

    """

    title: str
    description: str
    width: int
    height: int
    left: int
    card_width: int
    card_height: int
    size: str
    supports: tuple[int, ...]
    points: tuple[int, ...]
    cards: tuple[Card, ...]
    reporting: tuple[ReportingLine, ...]
    influences: tuple[InfluenceLine, ...]
    caption: str
    caption_y: int
    legend: tuple[LegendEntry, ...]
    answers: tuple[str, ...]
    people: tuple[PersonLine, ...]


def power_map_drawing(people: tuple[Person, ...], context: Context, widest: int = PAGE_WIDTH) -> PowerMapDrawing | None:
    """Return the drawing of an account's power map; None where nobody is on it.

    Up to ``widest`` units wide; with many people wider in step with the height. Give :data:`PAPER_WIDTH` for paper.
    """
    if not people:
        return None
    wording = context.wording
    facts = people_facts(people, context)
    layout = lay_out(people, max(widest, round((len(people) * _CELL / _UPRIGHT) ** 0.5)))
    pairs = _influence_pairs(people)
    routes = find_routes(layout, [(who, whom) for who, whom, _ in pairs])
    titles = [wrapped(fact.title, _TITLE, _TITLE_ROOM) for fact in facts]
    card_height = _TALL if any(len(lines) > 1 for lines in titles) else _SHORT
    captioned = layout.first_alone is not None and len(people) > 1
    at = row_heights(layout, routes, card_height, _CAPTION_ROOM if captioned else 0)
    ids = page_ids(people, "card")
    cards = tuple(
        _card(ids[who], people[who], facts[who], titles[who], (place.x, at.tops[place.row]), wording)
        for who, place in enumerate(layout.places)
    )
    channels = [route.channel for route in routes if route.channel is not None]
    left, right = min([0, *channels]) - _MARGIN, max([layout.width, *channels]) + _MARGIN
    width = max(right - left, _NARROWEST)
    legend = _legend(people, facts, wording, left, width, at.end + _LEGEND_ROOM)
    answers = _answers(people, facts, wording)
    return PowerMapDrawing(
        title=wording.text("Power map"),
        description=" ".join([wording.text("{n} person.|{n} people.", n=len(people)), *answers]),
        width=width,
        height=legend[-1].y + 10,
        left=left,
        card_width=CARD_WIDTH,
        card_height=card_height,
        size="small" if width <= _SMALL else "wide" if width <= _WIDE else "huge",
        supports=tuple(sorted({card.support for card in cards if card.support is not None})),
        points=tuple(sorted({card.influence for card in cards if card.influence is not None})),
        cards=cards,
        reporting=tuple(
            ReportingLine(
                people[family.boss].id,
                tuple(people[who].id for who in family.reports()),
                reporting_path(family, layout.places, at),
            )
            for family in layout.families
        ),
        influences=tuple(
            InfluenceLine(
                influence_title(facts[who].name, facts[whom].name, strength, wording),
                strength,
                *influence_path(route, at),
            )
            for (who, whom, strength), route in zip(pairs, routes, strict=True)
        ),
        caption=wording.text("Reporting line not known") if captioned else "",
        caption_y=at.tops[layout.first_alone] - 9 if captioned and layout.first_alone is not None else 0,
        legend=legend,
        answers=answers,
        people=_in_words(people, facts, wording),
    )


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return a text in at most two lines that fit a width, the second cut where it is too long."""
    if not text:
        return ()
    if text_width(text, size) <= width:
        return (text,)
    end = room = 0
    left = width / size
    for at, sign in enumerate(text):
        left -= text_width(sign)
        if left < 0:
            break
        room = at + 1
        if sign == " " or ord(sign) >= _IDEOGRAPHS:
            end = room
    # A break inside a word is better than a first line that is nearly empty.
    end = end if end > room // 3 else room
    return (text[:end].rstrip(), shortened(text[end:].lstrip(), size, width))


def _influence_pairs(people: Sequence[Person]) -> list[tuple[int, int, int]]:
    """Who influences whom and how strongly, each pair once, at its strongest; nobody the plan does not know."""
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


def _card(
    card_id: str, person: Person, facts: PersonFacts, title: tuple[str, ...], corner: tuple[int, int], wording: Wording
) -> Card:
    note, clock = _note(facts, wording)
    room = _NAME_ROOM if person.role else _TITLE_ROOM
    size = next((size for size in _NAMES if text_width(facts.name, size * _BOLD) <= room), _NAMES[-1])
    marks = {
        "decides": facts.decides,
        "against": (person.support or 0) < 0,
        "uncovered": facts.uncovered,
        "overdue": facts.overdue is not None or facts.never_met,
        "wanted": person.wanted,
    }
    return Card(
        id=card_id,
        person=person.id,
        x=corner[0],
        y=corner[1],
        marks=tuple(mark for mark, stands in marks.items() if stands),
        sentence=facts.sentence,
        name=shortened(facts.name, size * _BOLD, room),
        name_size=size,
        title=title,
        role=person.role,
        letter=wording.label("role_letter", person.role) if person.role else "",
        influence=person.influence,
        influence_note="" if person.influence is not None or person.wanted else wording.text("influence ?"),
        support=person.support,
        owner=facts.initials,
        uncovered=facts.uncovered,
        note=note,
        note_x=CARD_WIDTH - _OWNER_ROOM,
        clock=clock,
    )


def _note(facts: PersonFacts, wording: Wording) -> tuple[str, int | None]:
    """Return what stands left of the owner, and where the clock stands left of that."""
    if facts.overdue is not None:
        late = wording.text("{n} d", n=facts.overdue)
    else:
        late = wording.text("never") if facts.never_met else ""
    note = wording.text("no owner") if facts.uncovered else late
    clock = CARD_WIDTH - _OWNER_ROOM - 9 - round(text_width(note, _MARK)) if late else None
    return note, clock


def _answers(people: Sequence[Person], facts: Sequence[PersonFacts], wording: Wording) -> tuple[str, ...]:
    """Who decides, who is against us, whom nobody looks after: a sentence each, the most influential first."""
    ranked = sorted(zip(people, facts, strict=True), key=lambda pair: -(pair[0].influence or 0))
    deciding = [fact.name for _, fact in ranked if fact.decides]
    against = [
        wording.text("{name} ({support})", name=fact.name, support=wording.label("support", person.support).lower())
        for person, fact in ranked
        if (person.support or 0) < 0
    ]
    uncovered = [fact.name for _, fact in ranked if fact.uncovered]
    return (
        wording.text("Who decides: {names}.", names=_some(deciding, wording))
        if deciding
        else wording.text("Who decides is not known yet: no economic buyer found."),
        wording.text("Against us: {names}.", names=_some(against, wording))
        if against
        else wording.text("Nobody is known to be against us."),
        wording.text("Nobody looks after: {names}.", names=_some(uncovered, wording))
        if uncovered
        else wording.text("Everybody found is looked after."),
    )


def _some(names: Sequence[str], wording: Wording) -> str:
    """Return names one after the other; of many the first ones, and how many more there are."""
    if len(names) <= _NAMED + 1:
        return wording.listing(list(names))
    more = len(names) - _NAMED
    return wording.text("{names} and {n} more", names=tuple(names[:_NAMED]), n=more)


def _in_words(people: Sequence[Person], facts: Sequence[PersonFacts], wording: Wording) -> tuple[PersonLine, ...]:
    """Everybody as on the card, with whom they report to and influence."""
    names = {fact.id: fact.name for fact in facts}
    influences = influence_sentences(people, names, wording)
    lines = []
    for person, fact, boss in zip(people, facts, superiors(people), strict=True):
        more = [] if boss is None else [wording.text("reports to {name}", name=facts[boss].name)]
        lines.append(PersonLine(person.id, wording.listing([fact.sentence, *more, *influences[person.id]])))
    return tuple(lines)


def _legend(
    people: Sequence[Person], facts: Sequence[PersonFacts], wording: Wording, left: int, width: int, top: int
) -> tuple[LegendEntry, ...]:
    """Only what occurs on this map, in lines as wide as the map."""
    entries: list[tuple[str, int | str, str]] = [
        ("support", support, wording.label("support", support))
        for support in range(-2, 3)
        if any(person.support == support for person in people)
    ]
    points = max((person.influence or 0 for person in people), default=0)
    more = (
        ("unrated", "", "support not rated yet", any(p.support is None and not p.wanted for p in people)),
        ("influence", points, "influence, 1 to 5", points > 0),
        ("decides", "", "decides", any(fact.decides for fact in facts)),
        ("wanted", "", "not found yet", any(p.wanted for p in people)),
        ("uncovered", "", "no owner", any(fact.uncovered for fact in facts)),
        ("clock", "", "contact overdue, in days", any(fact.overdue or fact.never_met for fact in facts)),
        ("influences", "", "influences; the heavier, the stronger", bool(_influence_pairs(people))),
    )
    entries += [(mark, value, wording.text(pattern)) for mark, value, pattern, occurs in more if occurs]
    owners = sorted({(fact.initials, fact.owner) for fact in facts if fact.owner})
    entries += [("owner", letters, owner) for letters, owner in owners]
    return _legend_lines(entries, left + _MARGIN, left + width, top)


def _legend_lines(
    entries: Sequence[tuple[str, int | str, str]], left: int, right: int, top: int
) -> tuple[LegendEntry, ...]:
    """Set entries in lines between two edges; what does not fit goes on in the next line."""
    x, y = left, top
    placed = []
    for mark, value, words in entries:
        start = _LEGEND_MARKS[mark]
        text = shortened(words, _LEGEND, right - left - start)
        room = start + round(text_width(text, _LEGEND))
        if x > left and x + room > right:
            x, y = left, y + _LEGEND_ROW
        placed.append(LegendEntry(mark, value, text, x, y, start))
        x += room + _LEGEND_GAP
    return tuple(placed)
