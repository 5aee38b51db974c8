"""Charts: every mark has the place that its figure asks for, no label runs into another, and words go with all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import pi
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamgen.output.templates import Templates
from kamgen.pages.charts.forecast import ForecastFigures, chance, forecast_chart, forecast_figures
from kamgen.pages.charts.matrix import MatrixAccount, MatrixChart, MatrixQuadrant, matrix_chart
from kamgen.pages.charts.pyramid import PyramidPart, pyramid_chart
from kamgen.pages.charts.small import CHART_WIDTH, ChartText, progress, sparkline, survey_chart
from kamgen.pages.lettering import shortened, text_width
from kamgen.plan.service import Survey
from kamgen.scoring.score import Forecast
from kamgen.wording.language import WORDINGS

EN, ZH = WORDINGS["en"], WORDINGS["zh"]
FIGURE, QUIET = 15, 12
FORECAST = Forecast(
    open_count=2,
    open_amount=Decimal(90),
    weighted=Decimal(35),
    target=Decimal(100),
    actual=Decimal(50),
    gap=Decimal(15),
    p10=Decimal(0),
    p50=Decimal(30),
    p90=Decimal(70),
    reach=Decimal("0.42"),
    unweighted=0,
    chances=(),
)


def quarters(*amounts: int) -> list[Decimal]:
    return [Decimal(amount) for amount in amounts]


def extent(text: ChartText, size: float) -> tuple[float, float]:
    width = text_width(text.text, size)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, left + width


# ── Lettering ──


def test_a_chinese_character_is_as_wide_as_the_letters_are_high() -> None:
    assert text_width("大客户", 12) == 36


def test_a_text_that_fits_stays_whole() -> None:
    assert shortened("Save-a-lot", 12, 200) == "Save-a-lot"


@given(st.text(alphabet="abcW 大客", min_size=1, max_size=60), st.floats(20, 200))
def test_a_shortened_text_fits(text: str, width: float) -> None:
    assert text_width(shortened(text, 12, width), 12) <= width + 0.001


# ── Sparkline ──


def test_a_sparkline_tells_the_last_year_from_the_one_before() -> None:
    chart = sparkline(quarters(1, 2, 3, 4, 5, 6, 7, 10), EN)
    assert chart is not None
    assert chart.before.count("M") == chart.now.count("M") == 4
    assert chart.now.endswith("v-19h-6z")  # the largest quarter takes the whole height


def test_a_quarter_without_purchases_keeps_a_hair_of_a_bar() -> None:
    chart = sparkline(quarters(0, 10, 10, 10, 10, 10, 10, 10), EN)
    assert chart is not None
    assert chart.before.startswith("M0 19h6v1h-6z")


def test_a_quarter_of_returns_hangs_below_the_line() -> None:
    chart = sparkline(quarters(10, 10, 10, 10, -10, 10, 10, 10), EN)
    assert chart is not None
    base = round(19 / 2)
    assert f"M32 {base}h6v{round(19 / 2)}h" in chart.now


def test_no_purchases_at_all_draw_nothing() -> None:
    assert sparkline(quarters(0, 0, 0, 0, 0, 0, 0, 0), EN) is None


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ((10, 10, 10, 10, 15, 15, 15, 15), "Up 50% on the year before"),
        ((10, 10, 10, 10, 5, 5, 5, 5), "Down 50% on the year before"),
        ((10, 10, 10, 10, 10, 10, 10, 10), "As much as in the year before"),
        ((0, 0, 0, 0, 0, 0, 0, 9), "Nothing bought in the year before"),
    ],
)
def test_a_sparkline_says_its_trend_in_words(amounts: tuple[int, ...], said: str) -> None:
    chart = sparkline(quarters(*amounts), EN)
    assert chart is not None
    assert chart.title == said


# ── Progress ──


@pytest.mark.parametrize(("done", "role"), [("0.5", "ahead"), ("0.3", "behind")])
def test_progress_is_held_against_the_time_that_has_gone(done: str, role: str) -> None:
    chart = progress("goal", Decimal(done), Decimal("0.4"), EN)
    assert chart.role == role
    assert chart.elapsed_x == 64
    assert chart.title == f"{int(float(done) * 100)}% reached, 40% of the time gone"


def test_a_goal_without_dates_has_no_tick() -> None:
    chart = progress("goal", Decimal("0.5"), None, EN)
    assert chart.elapsed_x is None
    assert chart.role == "plain"


def test_more_than_all_ends_at_the_end_but_is_said() -> None:
    chart = progress("goal", Decimal("1.3"), Decimal(2), EN)
    assert chart.done == chart.elapsed_x == chart.width
    assert "130%" in chart.title


# ── Survey ──


def survey(**counts: int) -> Survey:
    return Survey.model_validate({"date": "2026-03-01", **counts})


def test_a_survey_shares_the_bar_by_answers_and_leaves_out_empty_levels() -> None:
    chart = survey_chart("survey", survey(very_satisfied=3, neutral=1), EN)
    assert chart is not None
    assert [bar.role for bar in chart.bars] == ["very-satisfied", "neutral"]
    assert chart.bars[0].width == pytest.approx(CHART_WIDTH * 3 / 4, abs=2)
    assert "75% satisfied" in [text.text for text in chart.texts]
    assert chart.description == "Very satisfied 3, Neutral 1"


def test_a_survey_that_nobody_answered_is_not_drawn() -> None:
    assert survey_chart("survey", survey(), EN) is None


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5).filter(any), st.sampled_from([EN, ZH]))
def test_names_of_survey_levels_never_touch(counts: list[int], wording: object) -> None:
    levels = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")
    chart = survey_chart("survey", survey(**dict(zip(levels, counts, strict=True))), wording)  # type: ignore[arg-type]
    assert chart is not None
    names = sorted(extent(text, QUIET) for text in chart.texts if text.y > 50)
    assert names
    assert all(left >= -0.1 and right <= CHART_WIDTH + 0.1 for left, right in names)
    assert all(before[1] <= after[0] for before, after in pairwise(names))


# ── Forecast ──


def figures(actual: int | None, weighted: int | None, target: int | None) -> ForecastFigures:
    def amount(value: int | None) -> Decimal | None:
        return None if value is None else Decimal(value)

    return ForecastFigures("USD", amount(actual), amount(weighted), amount(target))


def test_booked_pipeline_and_gap_add_up_to_the_target() -> None:
    chart = forecast_chart("forecast", figures(50, 30, 100), EN)
    assert chart is not None
    assert [bar.role for bar in chart.bars] == ["actual", "weighted", "gap"]
    assert [bar.width / CHART_WIDTH for bar in chart.bars] == pytest.approx([0.5, 0.3, 0.2], abs=0.01)
    assert chart.target_x == pytest.approx(CHART_WIDTH, abs=1.5)
    assert chart.description == "$50 booked, $30 weighted pipeline, target $100, $20 still to find"


def test_a_forecast_above_the_target_has_no_gap_and_says_by_how_much() -> None:
    chart = forecast_chart("forecast", figures(90, 60, 100), EN)
    assert chart is not None
    assert [bar.role for bar in chart.bars] == ["actual", "weighted"]
    assert chart.target_x == pytest.approx(CHART_WIDTH * 100 / 150, abs=1)
    assert chart.description.endswith("$50 above the target")


def test_what_is_booked_is_left_out_where_it_is_unknown() -> None:
    chart = forecast_chart("forecast", figures(None, 30, 100), EN)
    assert chart is not None
    assert "booked" not in chart.description


def test_without_any_figure_there_is_no_forecast() -> None:
    assert forecast_chart("forecast", figures(None, None, None), EN) is None


def test_a_range_is_drawn_and_said_where_it_is_known() -> None:
    chart = forecast_chart(
        "forecast", ForecastFigures("USD", Decimal(50), Decimal(30), Decimal(100), Decimal(60), Decimal(90)), EN
    )
    assert chart is not None
    assert chart.range_x is not None
    assert [x / CHART_WIDTH for x in chart.range_x] == pytest.approx([0.6, 0.9], abs=0.01)
    assert chart.description.endswith("likely $60 to $90")
    assert chart.middle_x is None


def test_the_range_stands_on_what_is_booked_with_its_middle_and_the_chance_to_reach_the_target() -> None:
    drawn = forecast_figures(FORECAST, "USD")
    assert (drawn.low, drawn.middle, drawn.high) == (50, 80, 120)
    chart = forecast_chart("forecast", drawn, EN)
    assert chart is not None
    assert chart.range_x is not None
    assert chart.middle_x is not None
    assert [x / CHART_WIDTH for x in (*chart.range_x, chart.middle_x)] == pytest.approx(
        [50 / 120, 1, 80 / 120], abs=0.01
    )
    assert chart.texts[-1].text == "├─┤ Likely $50 to $120 in all (P10 to P90), middle $80 (P50)"
    assert chart.description.endswith("likely $50 to $120, 42% chance to reach the target")
    chinese = forecast_chart("forecast", drawn, ZH)
    assert chinese is not None
    assert "合计可能为" in chinese.texts[-1].text


def test_without_anything_uncertain_there_is_no_range() -> None:
    drawn = forecast_figures(replace(FORECAST, p10=Decimal(70), p90=Decimal(70)), "USD")
    assert (drawn.low, drawn.high) == (None, None)


@pytest.mark.parametrize(
    ("probability", "said"),
    [("0", "0%"), ("0.0004", "<1%"), ("0.42", "42%"), ("0.9951", ">99%"), ("0.985", "99%"), ("1", "100%")],
)
def test_only_what_is_certain_is_said_to_be(probability: str, said: str) -> None:
    assert chance(Decimal(probability), EN) == said


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(1, 10**7), st.sampled_from([EN, ZH]))
def test_labels_of_a_forecast_never_touch(actual: int, weighted: int, target: int, wording: object) -> None:
    chart = forecast_chart("forecast", figures(actual, weighted, target), wording)  # type: ignore[arg-type]
    assert chart is not None
    for role, size in (("figure", FIGURE), ("quiet", QUIET)):
        labels = sorted(extent(text, size) for text in chart.texts if text.role == role)
        assert all(left >= -0.1 and right <= CHART_WIDTH + 0.1 for left, right in labels)
        assert all(before[1] <= after[0] for before, after in pairwise(labels))


# ── Pyramid ──


def part(name: str, accounts: str, revenue: str | None, members: str = "") -> PyramidPart:
    return PyramidPart(name, "top 1%", "1 of 9", members, Decimal(accounts), revenue and Decimal(revenue))  # type: ignore[arg-type]


def test_bars_of_the_pyramid_are_measured_shares_from_the_middle_line() -> None:
    chart = pyramid_chart("pyramid", [part("Summit", "0.1", "0.4"), part("All", "1", "1")], EN)
    assert chart is not None
    accounts = [bar for bar in chart.bars if bar.role == "accounts"]
    revenue = [bar for bar in chart.bars if bar.role == "revenue"]
    assert accounts[0].width / accounts[1].width == pytest.approx(0.1, abs=0.01)
    assert revenue[0].width / revenue[1].width == pytest.approx(0.4, abs=0.01)
    assert all(bar.x + bar.width <= chart.middle for bar in accounts)
    assert all(bar.x >= chart.middle for bar in revenue)


def test_unknown_revenue_is_said_and_not_drawn_as_nothing() -> None:
    chart = pyramid_chart("pyramid", [part("Summit", "0.1", None)], EN)
    assert chart is not None
    assert not [bar for bar in chart.bars if bar.role == "revenue"]
    assert "no revenue known yet" in [text.text for text in chart.texts]


def test_many_members_are_shortened_to_the_chart() -> None:
    chart = pyramid_chart("pyramid", [part("Summit", "0.1", "1", "Rattlesnake Canyon Grocery, " * 9)], EN)
    assert chart is not None
    members = next(text for text in chart.texts if text.role == "ink")
    assert extent(members, 13)[1] <= CHART_WIDTH


# ── Matrix ──

QUADRANTS = [
    MatrixQuadrant("high-high", "Invest", 1),
    MatrixQuadrant("high-low", "Selective", 0),
    MatrixQuadrant("low-high", "Maintain", 0),
    MatrixQuadrant("low-low", "Manage for cash", 0),
]


def account(name: str, attractiveness: int, strength: int, value: int | None = 100, **facts: object) -> MatrixAccount:
    return MatrixAccount(
        name=name,
        address=f"accounts/{name}.html",
        facts=facts.get("facts", name),  # type: ignore[arg-type]
        attractiveness=Decimal(attractiveness),
        strength=Decimal(strength),
        value=None if value is None else Decimal(value),
        health=facts.get("health", "green"),  # type: ignore[arg-type]
    )


def matrix(*accounts: MatrixAccount) -> MatrixChart:
    chart = matrix_chart("matrix", accounts, QUADRANTS, (Decimal(60), Decimal(50)), EN)
    assert chart is not None
    return chart


def moves(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def test_circle_triangle_and_square_of_one_value_have_one_area() -> None:
    chart = matrix(
        account("circle", 90, 20, health="green"),
        account("triangle", 70, 20, health="amber"),
        account("square", 50, 20, health="red"),
    )
    paths = {bubble.health: moves(bubble.path) for bubble in chart.bubbles}
    radius = paths["green"][2]
    half_side, height = paths["amber"][2:4]
    side = paths["red"][2]
    assert half_side * height == pytest.approx(pi * radius**2, rel=0.02)
    assert side**2 == pytest.approx(pi * radius**2, rel=0.02)


def test_the_area_of_a_bubble_is_its_value() -> None:
    chart = matrix(account("large", 90, 20, 400), account("small", 40, 80, 100))
    large, small = (moves(bubble.path)[2] for bubble in chart.bubbles)
    assert (large / small) ** 2 == pytest.approx(4, rel=0.02)


def test_more_attractive_is_higher_and_stronger_is_further_right() -> None:
    chart = matrix(account("low-left", 30, 20, 400), account("high-right", 80, 70, 100))
    low_left, high_right = (moves(bubble.path)[:2] for bubble in chart.bubbles)
    assert low_left[0] < high_right[0]
    assert low_left[1] > high_right[1]


def test_an_account_at_its_cut_stands_on_the_line() -> None:
    chart = matrix(account("edge", 60, 50))
    radius = moves(chart.bubbles[0].path)[2]
    x, y = moves(chart.bubbles[0].path)[:2]
    assert (x + radius, y) == pytest.approx(chart.cut, abs=0.2)


def test_unknown_value_is_hollow_and_unknown_health_has_a_mark_of_its_own() -> None:
    chart = matrix(account("known", 90, 20), account("guess", 40, 80, None, health=None))
    assert [bubble.valued for bubble in chart.bubbles] == [True, False]
    assert chart.bubbles[1].health == "unknown"


def test_an_account_without_facts_is_a_plain_shape() -> None:
    bubble = matrix(account("quiet", 40, 80, facts=None)).bubbles[0]
    assert bubble.address is None
    assert bubble.facts is None


def test_no_account_no_matrix() -> None:
    assert matrix_chart("matrix", [], QUADRANTS, (Decimal(60), Decimal(50)), EN) is None


def test_the_order_of_the_accounts_changes_nothing() -> None:
    accounts = [account(f"a{i}", 7 * i % 100, 13 * i % 100, 100 + i % 3) for i in range(12)]
    assert matrix(*accounts) == matrix(*reversed(accounts))


points = st.integers(0, 100)


@settings(max_examples=40)
@given(st.lists(st.tuples(points, points, st.integers(1, 10**6)), min_size=1, max_size=45))
def test_names_touch_neither_each_other_nor_the_large_bubbles(places: list[tuple[int, int, int]]) -> None:
    accounts = [account(f"Customer {'x' * (i % 9)} {i}", a, s, v) for i, (a, s, v) in enumerate(places)]
    chart = matrix(*accounts)
    assert chart.names  # the most valuable account always has its name
    assert chart.unnamed == len(accounts) - len(chart.names)
    boxes = []
    for name in chart.names:
        left, right = extent(ChartText(name.x, name.y, name.text, name.anchor), 12.5)
        assert left >= 0
        assert right <= chart.width
        boxes.append((left, name.y - 12.5, right, name.y + 4))
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
    ranked = sorted(accounts, key=lambda one: (-(one.value or 0), one.name))
    for name, (left, top, right, bottom) in zip(chart.names, boxes, strict=True):
        for one, bubble in zip(ranked, chart.bubbles, strict=True):
            x, y, radius = moves(bubble.path)[:3]
            if one.name != name.text:
                assert left >= x + 2 * radius or right <= x or top >= y + radius or bottom <= y - radius


# ── Drawings ──

DRAWN = """
{% from "charts/matrix.svg" import draw_matrix %}
{% from "charts/pyramid.svg" import draw_pyramid %}
{% from "charts/forecast.svg" import draw_forecast %}
{% from "charts/sparkline.svg" import draw_sparkline %}
{% from "charts/progress.svg" import draw_progress %}
{% from "charts/survey.svg" import draw_survey %}
<div>{{ draw_matrix(matrix) }}{{ draw_pyramid(pyramid) }}{{ draw_forecast(forecast) }}
{{ draw_sparkline(sparkline) }}{{ draw_progress(progress) }}{{ draw_survey(survey) }}</div>
"""


@pytest.fixture
def drawn(tmp_path: Path) -> str:
    (tmp_path / "all.html").write_text(DRAWN, encoding="utf-8")
    return Templates(tmp_path).render(
        "all.html",
        matrix=matrix(account("<script>alert(1)</script>", 80, 70), account("b", 40, 70, health=None)),
        pyramid=pyramid_chart("pyramid", [part("Summit", "0.1", "0.4", "A & B")], EN),
        forecast=forecast_chart(
            "forecast", ForecastFigures("USD", Decimal(5), Decimal(3), Decimal(10), Decimal(6), Decimal(9)), EN
        ),
        sparkline=sparkline(quarters(1, 2, 3, 4, 5, 6, 7, 8), EN),
        progress=progress("goal", Decimal("0.4"), Decimal("0.3"), EN),
        survey=survey_chart("survey", Survey(date=date(2026, 3, 1), satisfied=4, neutral=1), EN),
    )


def test_every_drawing_has_a_title_for_those_who_do_not_see_it(drawn: str) -> None:
    drawings = ElementTree.fromstring(drawn.strip()).findall("svg")
    assert len(drawings) == 6
    for drawing in drawings:
        # What stands inside a picture is lost to a screen reader; links must not be.
        assert drawing.get("role") == ("img" if drawing.find(".//a") is None else "group")
        titles = {node.get("id"): node.text for node in drawing if node.tag in ("title", "desc")}
        assert all(titles.values())
        assert set((drawing.get("aria-labelledby") or "").split()) <= set(titles)


def test_drawings_carry_no_style_that_a_strict_page_would_refuse(drawn: str) -> None:
    assert "style=" not in drawn
    assert "<style" not in drawn


def test_a_name_stays_a_text(drawn: str) -> None:
    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn


def test_paper_has_the_light_colours_of_the_pages() -> None:
    templates = Templates()
    tokens = templates.read("site/assets/colours.css")
    light = {colour.lower() for colour in re.findall(r"light-dark\((#[0-9a-fA-F]{6})", tokens)}
    paint = set(re.findall(r"#[0-9a-f]{6}", templates.read("charts/paint.svg")))
    assert paint
    assert paint <= light
