"""Influence lines of a power map: thin, curved, apart from reporting, and never over a card (D1)."""

from hypothesis import given, settings

from tests.pages.power_maps import boxes, covered_by_point, drafts, draw, person, points_along


def influencing(who, *others, **facts):
    return person(who, influences=[{"person": other} for other in others], **facts)


@settings(deadline=None, max_examples=100)
@given(drafts(most=30))
def test_no_influence_line_covers_a_card(people):
    drawing = draw(*people)
    for line in drawing.influences:
        assert [who for point in points_along(line.path) for who in covered_by_point(point, drawing)] == []


@settings(deadline=None, max_examples=60)
@given(drafts(most=30))
def test_influence_lines_stay_inside_the_drawing(people):
    drawing = draw(*people)
    for line in drawing.influences:
        for x, y in points_along(line.path):
            assert drawing.left <= x <= drawing.left + drawing.width
            assert 0 <= y <= drawing.height


def test_a_line_leaves_one_card_and_points_at_the_other():
    drawing = draw(person("boss"), influencing("one", "two", reports_to="boss"), person("two", reports_to="boss"))
    (line,) = drawing.influences
    place = boxes(drawing)
    points = list(points_along(line.path))
    assert place["one"][0] < points[0][0] < place["one"][2]
    assert points[0][1] == place["one"][1]
    assert place["two"][0] < points[-1][0] < place["two"][2]
    tip = line.head.split("L")[1].split()
    assert place["two"][0] < float(tip[0]) < place["two"][2]
    assert float(tip[1]) == place["two"][1] - 1


def test_a_line_is_named_by_its_strength():
    drawing = draw(
        person("ann", influences=[{"person": "bo", "strength": 3}, {"person": "cy", "strength": 1}]),
        person("bo", influences=[{"person": "cy"}]),
        person("cy"),
    )
    assert [line.title for line in drawing.influences] == [
        "Ann influences Bo strongly",
        "Ann influences Cy a little",
        "Bo influences Cy clearly",
    ]
    assert [line.strength for line in drawing.influences] == [3, 1, 2]


def test_lines_to_oneself_and_to_nobody_are_left_out_and_none_is_drawn_twice():
    drawing = draw(influencing("ann", "ann", "stranger", "bo", "bo"), person("bo"))
    assert [line.title for line in drawing.influences] == ["Ann influences Bo clearly"]


def test_two_lines_do_not_share_a_place_on_a_card():
    drawing = draw(
        person("boss"),
        *(influencing(f"report-{number}", "boss", reports_to="boss") for number in range(4)),
    )
    ends = [list(points_along(line.path))[-1] for line in drawing.influences]
    assert len(set(ends)) == 4
