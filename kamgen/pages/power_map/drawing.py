"""The power map: who decides, who is against us, whom nobody covers, at one glance (D1).

Everything here is placed and in one language; ``templates/charts/power_map.svg`` only writes it down, for the
page and for the PDF alike. Units are those of the drawing; a card is 164 wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from kamgen.pages.context import Context
from kamgen.pages.lettering import shortened, text_width
from kamgen.pages.power_map.layout import CARD_WIDTH, lay_out
from kamgen.pages.power_map.legend import LegendEntry, legend
from kamgen.pages.power_map.lines import find_routes, influence_path, reporting_path, row_heights
from kamgen.pages.power_map.people import PersonFacts, influence_pairs, influence_title, people_facts
from kamgen.pages.power_map.words import answers
from kamgen.plan.power_map import Person, Role
from kamgen.wording.language import Wording

Format = Literal["landscape", "upright"]
"""A screen or a sheet on its side; a sheet of a brief."""

EDGE = 14
"""Width of a card's left edge, which shows support."""

_NAMES = (13, 12, 11)
"""Sizes of names: the largest in which a name fits."""
_TITLE, _MARK = 11.0, 10.0
_BOLD = 1.06
_NAME_ROOM = CARD_WIDTH - EDGE - 8 - 28
_TITLE_ROOM = CARD_WIDTH - EDGE - 8 - 8
_SHORT, _TALL = 62, 75
_OWNER_ROOM = 30
_MARGIN = 3
_CAPTION_ROOM = 26
_LEGEND_ROOM = 28
_NARROWEST, _SMALL, _WIDE = 640, 720, 1200
_CELL = CARD_WIDTH * 110
_WIDTHS: dict[Format, int] = {"landscape": 1120, "upright": 760}
"""How wide a map gets with up to some 40 people: a page beside its contents; the text of an A4 sheet."""
_SHAPES: dict[Format, float] = {"landscape": 0.4, "upright": 0.6}
"""Many people are set in cells of a card and its room, in a field of so much height to its width; unfilled cells and
legend make it about twice as high, near to a sheet of paper on its side and upright."""
_IDEOGRAPHS = 0x2E80


@dataclass(frozen=True, slots=True)
class Face:
    """What a card looks like without its words: its left edge and its frame; drawn once, used by many cards.

    Attributes:
        support: -2 to 2 or None.
        open: Support is not rated, and that is shown.
        frame: ``decides``, ``wanted`` or ``plain``.

    """

    support: int | None
    open: bool
    frame: Literal["decides", "wanted", "plain"]


@dataclass(frozen=True, slots=True)
class Card:
    """A person's card, placed by its upper left corner.

    Attributes:
        person: The person's id in the plan.
        face: The number of its face among those of the drawing.
        marks: What the card stands out by, as class names: ``decides against uncovered overdue wanted``.
        sentence: The card in words.
        name: Set smaller, then cut, where it is wider than the card.
        title: In one or two lines, cut to the card's width.
        role: ``economic``, ``technical``, ``user``, ``coach`` or None.
        influence: 1 to 5 or None.
        influence_note: What is said instead where the influence of somebody found is not rated.
        support: -2 to 2 or None.
        owner: The number of who looks after the person among the drawing's owners; None for nobody.
        uncovered: Nobody does: the empty place is shown.
        note: What stands beside the owner and ends at ``note_x``: days overdue, never met, or that there is none.
        clock: Where the clock of an overdue contact stands, from the card's left; None for no clock.

    """

    person: str
    face: int
    x: int
    y: int
    marks: tuple[str, ...]
    sentence: str
    name: str
    name_size: int
    title: tuple[str, ...]
    role: str | None
    influence: int | None
    influence_note: str
    support: int | None
    owner: int | None
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
class PowerMapDrawing:
    """A power map, ready to be written.

    Attributes:
        size: ``small``, ``wide`` or ``huge``: how the page lets it scale and scroll.
        answers: The three questions that a power map answers, each in a sentence.
        faces: What cards look like, each once.
        points: The values of influence that occur.
        roles: The buying roles that occur, and their letters.
        owners: Initials of those who look after people.
        left: The least ``x``, where the view starts.
        caption: What is said at ``caption_y``, above people without any reporting line; empty where there are none.

    """

    title: str
    description: str
    width: int
    height: int
    left: int
    card_width: int
    card_height: int
    size: str
    faces: tuple[Face, ...]
    points: tuple[int, ...]
    roles: tuple[tuple[str, str], ...]
    owners: tuple[str, ...]
    cards: tuple[Card, ...]
    reporting: tuple[ReportingLine, ...]
    influences: tuple[InfluenceLine, ...]
    caption: str
    caption_y: int
    legend: tuple[LegendEntry, ...]
    answers: tuple[str, ...]


def power_map_drawing(
    people: tuple[Person, ...], context: Context, sheet: Format = "landscape"
) -> PowerMapDrawing | None:
    """Return the drawing of an account's power map; None where nobody is on it.

    With many people it grows in both directions, keeping near to the shape of the sheet.
    """
    if not people:
        return None
    wording = context.wording
    facts = people_facts(people, context)
    layout = lay_out(people, max(_WIDTHS[sheet], round((len(people) * _CELL / _SHAPES[sheet]) ** 0.5)))
    pairs = influence_pairs(people)
    routes = find_routes(layout, [(who, whom) for who, whom, _ in pairs])
    titles = [wrapped(fact.title, _TITLE, _TITLE_ROOM) for fact in facts]
    card_height = _TALL if any(len(lines) > 1 for lines in titles) else _SHORT
    captioned = layout.first_alone is not None and len(people) > 1
    at = row_heights(layout, routes, card_height, _CAPTION_ROOM if captioned else 0)
    faces = tuple(dict.fromkeys(map(_face, people, facts)))
    owners = tuple(dict.fromkeys((fact.initials, fact.owner) for fact in facts if fact.owner))
    cards = tuple(
        _card(people[who], facts[who], titles[who], (place.x, at.tops[place.row]), faces, owners, wording)
        for who, place in enumerate(layout.places)
    )
    channels = [route.channel for route in routes if route.channel is not None]
    left, right = min([0, *channels]) - _MARGIN, max([layout.width, *channels]) + _MARGIN
    width = max(right - left, _NARROWEST)
    edges = (left + _MARGIN, left + width, at.end + _LEGEND_ROOM)
    entries = legend(people, facts, owners, bool(pairs), wording, edges)
    said = answers(people, facts, wording)
    return PowerMapDrawing(
        title=wording.text("Power map"),
        description=" ".join([wording.text("{n} person.|{n} people.", n=len(people)), *said]),
        width=width,
        height=entries[-1].y + 10,
        left=left,
        card_width=CARD_WIDTH,
        card_height=card_height,
        size="small" if width <= _SMALL else "wide" if width <= _WIDE else "huge",
        faces=faces,
        points=tuple(sorted({card.influence for card in cards if card.influence is not None})),
        roles=tuple(
            (role, wording.label("role_letter", role))
            for role in get_args(Role)
            if any(card.role == role for card in cards)
        ),
        owners=tuple(letters for letters, _ in owners),
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
                *influence_path(route, strength, at),
            )
            for (who, whom, strength), route in zip(pairs, routes, strict=True)
        ),
        caption=wording.text("Reporting line not known") if captioned else "",
        caption_y=at.tops[layout.first_alone] - 9 if captioned and layout.first_alone is not None else 0,
        legend=entries,
        answers=said,
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
            end = at if sign == " " else end
            break
        room = at + 1
        if sign == " " or ord(sign) >= _IDEOGRAPHS:
            end = room
    # A break inside a word is better than a first line that is nearly empty.
    end = end if end > room // 3 else room
    return (text[:end].rstrip(), shortened(text[end:].lstrip(), size, width))


def _face(person: Person, facts: PersonFacts) -> Face:
    return Face(
        support=person.support,
        open=person.support is None and not person.wanted,
        frame="decides" if facts.decides else "wanted" if person.wanted else "plain",
    )


def _card(
    person: Person,
    facts: PersonFacts,
    title: tuple[str, ...],
    corner: tuple[int, int],
    faces: tuple[Face, ...],
    owners: tuple[tuple[str, str], ...],
    wording: Wording,
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
        person=person.id,
        face=faces.index(_face(person, facts)),
        x=corner[0],
        y=corner[1],
        marks=tuple(mark for mark, stands in marks.items() if stands),
        sentence=facts.sentence,
        name=shortened(facts.name, size * _BOLD, room),
        name_size=size,
        title=title,
        role=person.role,
        influence=person.influence,
        influence_note="" if person.influence is not None or person.wanted else wording.text("influence ?"),
        support=person.support,
        owner=owners.index((facts.initials, facts.owner)) if facts.owner else None,
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
