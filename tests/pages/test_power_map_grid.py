"""Influence against support: everybody in their cell, nobody on top of another (D1)."""

from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from kamgen.output.templates import Templates
from kamgen.pages.lettering import text_width
from kamgen.pages.power_map.support_grid import support_grid
from tests.pages.power_maps import context, person


def grid_of(*people, language="en"):
    grid = support_grid(people, context(language))
    assert grid is not None
    return grid


def test_as_long_as_nobody_is_rated_there_is_no_grid():
    assert support_grid((), context()) is None
    assert support_grid((person("ann", influence=3), person("bo", support=1)), context()) is None


def test_people_stand_in_the_cell_of_their_ratings():
    grid = grid_of(person("ann", influence=5, support=-2), person("bo", influence=1, support=2))
    ann, bo = grid.names
    assert grid.columns[0].x < ann.x < grid.columns[1].x
    assert grid.columns[4].x < bo.x
    assert grid.rows[0].y < ann.y < grid.rows[1].y
    assert grid.rows[4].y < bo.y < grid.rows[4].y + grid.rows[4].height
    assert [row.influence for row in grid.rows] == [5, 4, 3, 2, 1]
    assert [column.support for column in grid.columns] == [-2, -1, 0, 1, 2]


RATINGS = st.lists(
    st.tuples(st.integers(1, 5), st.integers(-2, 2), st.text(max_size=60), st.booleans()), min_size=1, max_size=60
)


@settings(deadline=None, max_examples=60)
@given(RATINGS)
def test_no_name_leaves_its_cell_or_covers_another(ratings):
    grid = grid_of(
        *(
            person(
                f"p{number}",
                name=name,
                influence=influence,
                support=support,
                contact={"every_days": 9} if late else None,
            )
            for number, (influence, support, name, late) in enumerate(ratings)
        )
    )
    rows = {row.influence: row for row in grid.rows}
    columns = {column.support: column for column in grid.columns}
    placed = {name.person: name for name in grid.names}
    for number, (influence, support, _, _) in enumerate(ratings):
        name = placed[f"p{number}"]
        row = rows[influence]
        assert row.y < name.y - 10
        assert name.y + 4 < row.y + row.height
        end = max(name.x + text_width(name.name, 12), name.clock or 0, name.nobody or 0)
        assert columns[support].x < name.x <= end <= columns[support].x + 134
    lines = [(name.x, name.y) for name in grid.names]
    assert len(set(lines)) == len(lines)
    same_column = sorted(lines)
    assert all(b[1] - a[1] >= 14 for a, b in pairwise(same_column) if a[0] == b[0])


def test_the_overdue_and_the_uncovered_are_marked_and_who_decides_is_strong():
    grid = grid_of(
        person("ann", influence=5, support=0, role="economic", covered_by="lin-yue"),
        person("bo", influence=3, support=0, contact={"last": "2026-01-01", "every_days": 30}),
    )
    ann, bo = grid.names
    assert (ann.strong, ann.clock, ann.nobody) == (True, None, None)
    assert bo.clock is not None
    assert bo.nobody is not None


def test_who_is_not_rated_yet_is_named_below_and_a_wanted_person_is_not_missed():
    grid = grid_of(
        person("ann", influence=5, support=0), person("bo"), person("cy", support=1), person("di", wanted=True)
    )
    assert [line for line, _ in grid.notes] == ["Not rated yet: Bo, Cy"]
    many = grid_of(person("ann", influence=5, support=0), *(person(f"longer-name-{n}") for n in range(60)))
    assert all(text_width(line, 11) <= many.width for line, _ in many.notes)
    assert many.notes[-1][1] < many.height


def test_it_is_written_with_unique_ids_and_escaped():
    drawing = grid_of(person("ann", name="<b>Ann</b>", influence=5, support=0), person("ann", influence=5, support=0))
    text = Templates().render("charts/support_grid.svg", drawing=drawing, files="", t=context().wording).strip()
    svg = ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    ids = [element.get("id") for element in svg.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert (svg.get("role"), svg.get("aria-label")) == (
        "img",
        "Influence and support: 2 people by influence and support.",
    )
    assert [element.get("data-file") for element in svg.iter() if element.get("data-file")] == ["file-ann"] * 2
    assert not list(svg.iter("{http://www.w3.org/2000/svg}b"))
