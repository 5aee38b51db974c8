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
    one_line,
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

_NAME, _TITLE, _MARK, _LEGEND = 13.0, 10.5, 9.5, 11.0
_BOLD = 1.06
_NAME_ROOM = CARD_WIDTH - EDGE - 8 - 28
_TITLE_ROOM = CARD_WIDTH - EDGE - 8 - 8
_SHORT, _TALL = 62, 75
_CAPTION_ROOM = 26
_LEGEND_ROW, _LEGEND_GAP = 18, 18
_NARROWEST = 512
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
        name: Cut to the card's width.
        title: In one or two lines, cut to the card's width.
        role: ``economic``, ``technical``, ``user``, ``coach`` or None.
        letter: The letter of the role; empty for none.
        influence: 1 to 5 or None.
        support: -2 to 2 or None.
        owner: Initials of who looks after the person; empty for nobody.
        uncovered: Nobody does: the empty place is shown.
        note: What stands beside the owner: days overdue, never met, or that there is no owner.
        clock: Where the clock of an overdue contact stands, from the card's left; None for no clock.

    """

    id: str
    person: str
    x: int
    y: int
    marks: tuple[str, ...]
    sentence: str
    name: str
    title: tuple[str, ...]
    role: str | None
    letter: str
    influence: int | None
    support: int | None
    owner: str
    uncovered: bool
    note: str
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
    """A mark and what it means: ``mark`` is a class name, ``value`` the support, influence or initials shown."""

    mark: str
    value: int | str
    text: str
    x: int
    y: int


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
        caption: What is said above people without any reporting line, and where; None where there are none.
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
    cards: tuple[Card, ...]
    reporting: tuple[ReportingLine, ...]
    influences: tuple[InfluenceLine, ...]
    caption: tuple[str, int] | None
    legend: tuple[LegendEntry, ...]
    answers: tuple[str, ...]
    people: tuple[PersonLine, ...]


def power_map_drawing(
    people: tuple[Person, ...], context: Context, widest: int = PAGE_WIDTH
) -> PowerMapDrawing | None:
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
    loose = layout.first_alone is not None and len(people) > 1
    at = row_heights(layout, routes, card_height, _CAPTION_ROOM)
    top = _CAPTION_ROOM if loose and layout.first_alone == 0 else 0
    ids = _card_ids(people)
    channels = [route.channel for route in routes if route.channel is not None]
    left, right = min([0, *channels]) - 3, max([layout.width, *channels]) + 3
    width = max(right - left, _NARROWEST)
    cards = tuple(
        _card(ids[who], people[who], facts[who], titles[who], (place.x, at.tops[place.row]), wording)
        for who, place in enumerate(layout.places)
    )
    legend = _legend(people, facts, bool(pairs), left, width, at.end + 26, wording)
    answers = _answers(people, facts, wording)
    return PowerMapDrawing(
        title=wording.text("Power map"),
        description=" ".join([wording.text("{n} person.|{n} people.", n=len(people)), *answers]),
        width=width,
        height=legend[-1].y + 10,
        left=left,
        card_width=CARD_WIDTH,
        card_height=card_height,
        size="small" if width <= 720 else "wide" if width <= PAGE_WIDTH + 80 else "huge",
        cards=cards,
        reporting=tuple(
            ReportingLine(
                people[family.boss].id,
                tuple(people[who].id for who in family.everyone()),
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
        caption=None,
        legend=legend,
        answers=answers,
        people=_in_words(people, facts, wording),
    )
