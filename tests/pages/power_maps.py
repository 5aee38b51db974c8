"""Power maps for the tests, and the geometry of what is drawn."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from kamgen.pages.context import Context
from kamgen.pages.power_map.drawing import PowerMapDrawing, power_map_drawing
from kamgen.plan.power_map import Person
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language

ORGCHART = Path(__file__).resolve().parents[3] / "shared" / "data" / "orgchart" / "data.csv"
SETTINGS = Settings.model_validate(
    {
        "team": [
            {"id": "lin-yue", "name": {"en": "Lin Yue", "zh": "林悦"}},
            {"id": "zhou-mingche", "name": "周明澈"},
        ]
    }
)

Point = tuple[float, float]
Line = tuple[Point, Point]


def context(language: Language = "en") -> Context:
    return Context(SETTINGS, date(2026, 5, 6), language)


def person(who: str, **facts: Any) -> Person:
    return Person.model_validate({"id": who, "name": who.replace("-", " ").title(), **facts})


def draw(*people: Person, language: Language = "en", **options: Any) -> PowerMapDrawing:
    drawing = power_map_drawing(people, context(language), **options)
    assert drawing is not None
    return drawing


def orgchart() -> tuple[Person, ...]:
    """107 people of a real organisation, read from its list of employees."""
    if not ORGCHART.is_file():
        pytest.skip("the organisation chart is not on this machine")
    with ORGCHART.open(encoding="utf-8-sig", newline="") as file:
        return tuple(
            person(
                row["id"],
                name=f"{row['name']} {row['lastName']}",
                title=row["position"],
                reports_to=row["parentId"],
                influence=int(row["id"]) % 5 + 1,
                support=int(row["id"]) % 5 - 2,
            )
            for row in csv.DictReader(file)
        )


@st.composite
def drafts(draw_from: st.DrawFn, most: int = 120) -> tuple[Person, ...]:
    """Any organisation that a draft can describe: forests, circles, unknown superiors, people on their own."""
    count = draw_from(st.integers(1, most))
    who = st.integers(0, count + 2)
    bosses = draw_from(st.lists(st.none() | who, min_size=count, max_size=count))
    levels = draw_from(st.lists(st.sampled_from([None, "executive", "manager"]), min_size=count, max_size=count))
    influences = draw_from(st.dictionaries(st.integers(0, count - 1), st.lists(who, max_size=3), max_size=12))
    return tuple(
        person(
            f"p{number}",
            reports_to=None if boss is None else f"p{boss}",
            level=level,
            influences=[{"person": f"p{other}"} for other in influences.get(number, ())],
        )
        for number, (boss, level) in enumerate(zip(bosses, levels, strict=True))
    )


def boxes(drawing: PowerMapDrawing) -> dict[str, tuple[int, int, int, int]]:
    """Left, top, right and bottom of everyone's card."""
    wide, high = drawing.card_width, drawing.card_height
    return {card.person: (card.x, card.y, card.x + wide, card.y + high) for card in drawing.cards}


def overlapping(drawing: PowerMapDrawing) -> list[tuple[str, str]]:
    """Pairs of people whose cards touch each other."""
    found = []
    cards = sorted(boxes(drawing).items(), key=lambda item: item[1][1])
    for at, (one, (left, _, right, bottom)) in enumerate(cards):
        for other, (other_left, other_top, other_right, _) in cards[at + 1 :]:
            if other_top <= bottom and left <= other_right and other_left <= right:
                found.append((one, other))
    return found


def straight_lines(path: str) -> Iterator[Line]:
    """Yield the lines of a path of M, H and V."""
    x = y = 0.0
    for command, numbers in re.findall(r"([MHV])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        start = (x, y)
        if command == "M":
            x, y = values
            continue
        x, y = (values[0], y) if command == "H" else (x, values[0])
        yield start, (x, y)


def points_along(path: str) -> Iterator[Point]:
    """Yield points close to each other on a path of M, V and C."""
    x = y = 0.0
    for command, numbers in re.findall(r"([MVC])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "M":
            x, y = values
        elif command == "V":
            yield from ((x, y + (values[0] - y) * step / 20) for step in range(21))
            y = values[0]
        else:
            ax, ay, bx, by, to_x, to_y = values
            for t in (step / 20 for step in range(21)):
                u = 1 - t
                weights = u**3, 3 * u * u * t, 3 * u * t * t, t**3
                yield (
                    sum(w * p for w, p in zip(weights, (x, ax, bx, to_x), strict=True)),
                    sum(w * p for w, p in zip(weights, (y, ay, by, to_y), strict=True)),
                )
            x, y = to_x, to_y


def crossed_by(line: Line, drawing: PowerMapDrawing) -> list[str]:
    """People through whose card a straight line runs; touching its edge is no crossing."""
    (x1, y1), (x2, y2) = line
    return [
        who
        for who, (left, top, right, bottom) in boxes(drawing).items()
        if min(x1, x2) < right and max(x1, x2) > left and min(y1, y2) < bottom and max(y1, y2) > top
    ]


def covered_by_point(point: Point, drawing: PowerMapDrawing) -> list[str]:
    """People on whose card a point lies."""
    x, y = point
    return [who for who, (left, top, right, bottom) in boxes(drawing).items() if left < x < right and top < y < bottom]
