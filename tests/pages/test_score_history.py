"""What pages say of a score history, and its drawing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from kamgen.changes.score_history import Move, Point, Standing
from kamgen.pages.charts.score_history import DrawnScore, score_history_chart
from kamgen.pages.context import Context
from kamgen.pages.score_history import (
    MOST_ROWS,
    HistoryStep,
    ScoreHistory,
    history_rows,
    last_of,
    score_history_section,
)
from kamgen.pages.score_moves_lately import cause_lately, health_on, lately_since, points_lately
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.earlier_scores import EarlierScore

DAY = date(2026, 5, 6)
BEGIN = date(2026, 1, 1)


def context(language: Language = "en") -> Context:
    return Context(Settings(), DAY, language)


def standing(health: int | None, weighted: int | None = None) -> Standing:
    known = Decimal(1)
    score = EarlierScore(None if health is None else Decimal(health), known)
    money = None if weighted is None else Decimal(weighted)
    return Standing(score, "amber", EarlierScore(None, known), EarlierScore(None, known), "A2", 4, money)


def step(day: date, health: int | None, *moves: Move, **more: Any) -> HistoryStep:
    point = Point(more.pop("kind", "plan"), day, standing(health), more.pop("then", None), moves, more.pop("drift", ()))
    told = {"en": ("Price paid",), "zh": ("已付价格",)}
    usual: dict[str, Any] = {
        "commit": f"{day:%Y%m%d}{'0' * 32}",
        "authors": ("Lin",),
        "subject": "Why",
        "day": day,
        "told": told,
    }
    return HistoryStep(point=point, **(usual | more))


def facts(before: int | None, after: int | None) -> Move:
    return Move("health", "facts", *(None if value is None else Decimal(value) for value in (before, after)))


def history(*steps: HistoryStep) -> ScoreHistory:
    return ScoreHistory("acme", "Acme", steps)


# ── Rows ──


def test_a_row_says_what_a_score_was_is_and_what_moved_it() -> None:
    first, second = history_rows(history(step(BEGIN, 60), step(DAY, 72, facts(60, 72))), context())
    assert [(score.label, score.value) for score in first.shown] == [("Health", "60")]
    assert first.note == "First version of the plan."
    (health,) = second.shown
    assert (health.before, health.value, health.causes) == ("60", "72", "facts +12")
    assert (second.day, second.day_value, second.who, second.told) == (
        "6 May 2026",
        "2026-05-06",
        "Lin",
        ("Price paid",),
    )


def test_a_score_that_was_not_known_has_a_cause_without_points() -> None:
    *_, row = history_rows(history(step(BEGIN, None), step(DAY, 72, facts(None, 72))), context())
    assert [(score.before, score.causes) for score in row.shown] == [("–", "facts")]


def test_what_says_nothing_has_no_row() -> None:
    tiny = Move("health", "time", Decimal("60.1"), Decimal("60.2"))
    silent = step(BEGIN + timedelta(days=1), 60, tiny, told={})
    rows = history_rows(history(step(BEGIN, 60), silent, step(DAY, 61, facts(60, 61))), context())
    assert [row.day_value for row in rows] == ["2026-01-01", "2026-05-06"]


def test_rules_have_a_row_only_where_they_moved_what_was_said() -> None:
    moved = Move("health", "rules", Decimal(40), Decimal(60))
    steps = [step(BEGIN, 60), step(BEGIN, 60, kind="rules", told={}), step(BEGIN, 60, moved, kind="rules", told={})]
    _, row = history_rows(history(*steps), context())
    assert row.note == "The scoring rules were changed."
    assert [score.causes for score in row.shown] == ["rules +20"]


def test_what_time_did_before_a_point_without_a_row_is_said_at_the_next() -> None:
    middle, end = BEGIN + timedelta(days=60), DAY
    by_time = [Move("health", "time", Decimal(before), Decimal(after)) for before, after in ((60, 52), (52, 56))]
    rows = history_rows(
        history(
            step(BEGIN, 60),
            step(middle, 52, by_time[0], kind="rules", told={}),
            step(end, 50, by_time[1], facts(56, 50)),
        ),
        context(),
    )
    assert [row.day_value for row in rows] == ["2026-01-01", "2026-05-06"]
    (health,) = rows[1].shown
    assert (health.before, health.value, health.causes) == ("60", "50", "facts −6, time −4")


def test_the_rules_of_the_time_are_told_where_they_say_another_number() -> None:
    (row,) = history_rows(history(step(BEGIN, 60, then=standing(40))), context("zh"))
    assert row.then == "按当时的规则：健康度 40"


def test_a_page_shows_the_last_changes_newest_first_and_how_many_are_left_out() -> None:
    days = [BEGIN + timedelta(days=number) for number in range(MOST_ROWS + 2)]
    steps = [step(day, number, facts(number - 1, number)) for number, day in enumerate(days)]
    section = score_history_section(history(*steps), context())
    assert section is not None
    assert len(section.rows) == MOST_ROWS
    assert section.rows[0].day_value == days[-1].isoformat()
    assert section.more == "2 earlier changes are not shown here."


def test_nothing_is_said_of_what_is_not_committed_yet() -> None:
    assert score_history_section(None, context()) is None
    assert score_history_section(history(step(DAY, 60, commit="", authors=())), context()) is None


def test_the_last_items_since_a_day_are_taken() -> None:
    days = [BEGIN, BEGIN + timedelta(days=1), DAY]
    assert last_of("abc", days, None, None) == ("a", "b", "c")
    assert last_of("abc", days, days[1], None) == ("b", "c")
    assert last_of("abc", days, days[1], 1) == ("c",)


# ── Lately ──


def test_health_is_as_it_was_last_known() -> None:
    drifted = ((date(2026, 2, 1), standing(58)),)
    found = history(step(BEGIN, 60), step(date(2026, 3, 1), 70, facts(58, 70), drift=drifted))
    assert health_on(found, BEGIN - timedelta(days=1)) is None
    assert [health_on(found, day) for day in (BEGIN, date(2026, 2, 15), DAY)] == [60, 58, 70]
    gone = HistoryStep(Point("removed", DAY, None), "c", (), "", DAY, {})
    assert health_on(history(*found.steps, gone), DAY) is None


@pytest.mark.parametrize(
    ("day", "since"), [(DAY, "2026-02-01"), (date(2026, 2, 28), "2025-11-01"), (date(1, 1, 1), "0001-01-01")]
)
def test_lately_begins_with_a_month(day: date, since: str) -> None:
    assert lately_since(day).isoformat() == since


def test_the_main_cause_is_what_moved_it_most() -> None:
    moves = (Move("health", "time", Decimal(60), Decimal(58)), facts(58, 70))
    found = history(step(BEGIN, 60), step(DAY, 70, *moves))
    assert points_lately([found], DAY) == 10
    assert cause_lately(found, context()) == "facts +12, time −2: Price paid"
    assert cause_lately(history(step(BEGIN, 60), step(DAY, 60)), context()) == ""


# ── The drawing ──


def values(*pairs: tuple[int, int | None]) -> tuple[tuple[date, Decimal | None], ...]:
    return tuple((BEGIN + timedelta(days=day), None if value is None else Decimal(value)) for day, value in pairs)


def test_a_line_stays_level_until_the_day_of_its_next_value() -> None:
    chart = score_history_chart(
        "c", [DrawnScore("health", "Health", values((0, 100), (50, 0), (100, 50)))], [], context()
    )
    assert chart is not None
    assert chart.lines[0].path == "M28 10H172V190H316V100"


def test_what_is_not_known_is_a_gap() -> None:
    scores = [DrawnScore("health", "Health", values((0, 50), (50, None), (75, 50), (100, 50)))]
    chart = score_history_chart("c", scores, [], context())
    assert chart is not None
    assert chart.lines[0].path == "M28 100H172M244 100H316V100"


def test_labels_at_the_ends_do_not_touch_and_stay_in_order() -> None:
    scores = [DrawnScore(f"s{end}", f"S{end}", values((0, 0), (100, end))) for end in (2, 1, 0)]
    chart = score_history_chart("c", scores, [], context())
    assert chart is not None
    ends = sorted((text for text in chart.texts if text.role == "ink"), key=lambda text: text.y)
    assert [text.text for text in ends] == ["S2 2", "S1 1", "S0 0"]
    assert all(after.y - before.y >= 18 for before, after in pairwise(ends))
    assert ends[-1].y <= chart.height


def test_a_score_that_nobody_knows_is_not_drawn_and_one_day_is_no_course() -> None:
    unknown = DrawnScore("relationship", "Relationship", values((0, None), (100, None)))
    chart = score_history_chart(
        "c", [DrawnScore("health", "Health", values((0, 50), (100, 60))), unknown], [], context()
    )
    assert chart is not None
    assert [line.role for line in chart.lines] == ["health"]
    assert chart.description == "Health 50 → 60"
    assert score_history_chart("c", [unknown], [], context()) is None
    assert score_history_chart("c", [DrawnScore("health", "Health", values((0, 50)))], [], context()) is None


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("length", [1, 20, 90, 400, 2_000, 9_000])
def test_names_of_months_do_not_touch(language: Language, length: int) -> None:
    scores = [DrawnScore("health", "Health", values((0, 50), (length, 60)))]
    chart = score_history_chart("c", scores, [], context(language))
    assert chart is not None
    names = [text for text in chart.texts if text.role == "tick" and text.y > 200]
    assert names
    assert all(after.x - before.x >= 55 for before, after in pairwise(names))


def test_marks_stand_on_the_days_of_changes_each_once() -> None:
    scores = [DrawnScore("health", "Health", values((0, 50), (100, 60)))]
    chart = score_history_chart("c", scores, [BEGIN, BEGIN, BEGIN + timedelta(days=50)], context())
    assert chart is not None
    assert chart.changes == "M28 190v5M172 190v5"
