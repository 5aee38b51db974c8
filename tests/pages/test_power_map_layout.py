"""Where people stand on a power map: nobody on top of another, everyone below their superior (D1)."""

import pytest
from hypothesis import given, settings

from kamgen.pages.power_map.layout import superiors
from tests.pages.power_maps import boxes, crossed_by, drafts, draw, orgchart, overlapping, person, straight_lines

ANY_DRAFT = settings(deadline=None, max_examples=60)


@ANY_DRAFT
@given(drafts())
def test_no_two_cards_touch_whatever_a_draft_says(people):
    assert overlapping(draw(*people)) == []


@ANY_DRAFT
@given(drafts(most=40))
def test_nor_on_paper_where_maps_are_narrower(people):
    drawing = draw(*people, sheet="upright")
    assert overlapping(drawing) == []
    assert min(left for left, *_ in boxes(drawing).values()) >= drawing.left
    assert max(right for _, _, right, _ in boxes(drawing).values()) <= drawing.left + drawing.width


@ANY_DRAFT
@given(drafts())
def test_everyone_stands_below_the_superior_and_hangs_from_exactly_one_line(people):
    drawing = draw(*people)
    place = boxes(drawing)
    drawn = [(line.boss, report) for line in drawing.reporting for report in line.reports]
    expected = {(people[boss].id, people[who].id) for who, boss in enumerate(superiors(people)) if boss is not None}
    assert len(drawn) == len(expected)
    assert set(drawn) == expected
    assert all(place[report][1] >= place[boss][3] for boss, report in drawn)


@ANY_DRAFT
@given(drafts())
def test_reporting_lines_reach_every_card_and_run_through_none(people):
    drawing = draw(*people)
    place = boxes(drawing)
    for family in drawing.reporting:
        lines = list(straight_lines(family.path))
        ends = {point for line in lines for point in line}
        left, _, right, bottom = place[family.boss]
        assert any(y == bottom and left < x < right for x, y in ends)
        for report in family.reports:
            left, top, right, bottom = place[report]
            assert {((left + right) // 2, top), (left, (top + bottom) // 2)} & ends
        assert [who for line in lines for who in crossed_by(line, drawing)] == []


@pytest.mark.parametrize(
    ("sheet", "widest", "flattest", "steepest"), [("landscape", 2200, 0.6, 1), ("upright", 1800, 1, 1.5)]
)
def test_the_real_organisation_of_107_people_is_readable_on_a_sheet(sheet, widest, flattest, steepest):
    people = orgchart()
    drawing = draw(*people, sheet=sheet)
    assert len(drawing.cards) == 107
    assert overlapping(drawing) == []
    assert sum(len(line.reports) for line in drawing.reporting) == 106
    assert drawing.width <= widest
    assert flattest <= drawing.height / drawing.width <= steepest


def test_a_typical_map_is_no_wider_than_the_page():
    people = [person("ceo")]
    people += [person(f"head-{head}", reports_to="ceo") for head in range(4)]
    people += [person(f"staff-{head}-{who}", reports_to=f"head-{head}") for head in range(4) for who in range(3)]
    assert draw(*people).width <= 1130


def test_a_boss_stands_over_the_middle_of_a_few_reports():
    place = boxes(draw(person("boss"), *(person(f"report-{number}", reports_to="boss") for number in range(3))))
    assert place["boss"][0] == place["report-1"][0]
    assert place["report-0"][1] == place["report-1"][1] == place["report-2"][1]


def test_fourteen_reports_are_stacked_in_columns():
    drawing = draw(person("boss"), *(person(f"report-{number:02}", reports_to="boss") for number in range(14)))
    rows = {card.y for card in drawing.cards}
    assert drawing.width <= 1120
    assert 3 <= len(rows) <= 5


def test_a_long_chain_of_command_is_drawn_to_its_end():
    people = [person("p0"), *(person(f"p{number}", reports_to=f"p{number - 1}") for number in range(1, 1500))]
    assert len({card.y for card in draw(*people).cards}) == 1500


def test_people_in_a_circle_are_drawn_with_the_first_at_the_top():
    drawing = draw(
        person("b", reports_to="c"),
        person("c", reports_to="a"),
        person("a", reports_to="b"),
        person("d", reports_to="a"),
    )
    assert {(line.boss, *line.reports) for line in drawing.reporting} == {("b", "a"), ("a", "c", "d")}


def test_an_unknown_superior_and_oneself_are_read_as_none():
    drawing = draw(person("a", reports_to="nobody-we-know"), person("b", reports_to="b"))
    assert drawing.reporting == ()
    assert len(drawing.cards) == 2


def test_people_without_any_line_stand_in_a_row_of_their_own():
    drawing = draw(person("boss"), person("report", reports_to="boss"), person("x"), person("y"))
    place = boxes(drawing)
    assert place["x"][1] == place["y"][1] > place["report"][3]
    assert place["report"][3] < drawing.caption_y < place["x"][1]
    assert drawing.caption == "Reporting line not known"


def test_reports_stand_in_the_order_of_their_level_then_of_the_file():
    place = boxes(
        draw(
            person("boss"),
            person("clerk", reports_to="boss", level="specialist"),
            person("second", reports_to="boss", level="director"),
            person("first", reports_to="boss", level="executive"),
            person("third", reports_to="boss", level="director"),
        )
    )
    assert sorted(("clerk", "second", "first", "third"), key=lambda who: place[who][0]) == [
        "first",
        "second",
        "third",
        "clerk",
    ]


@ANY_DRAFT
@given(drafts(most=30))
def test_ratings_and_contacts_move_nobody(people):
    rated = [
        one.model_copy(update={"support": -2, "influence": 5, "role": "economic", "covered_by": "lin-yue"})
        for one in people
    ]
    assert boxes(draw(*rated)) == boxes(draw(*people))
    assert draw(*people) == draw(*people)
