"""How fast the customer gets an answer."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.service import Request
from kamgen.scoring.response import median_days_to_answer, on_time_response, score_response
from kamgen.wording.chinese import PHRASES
from tests.scoring.plans import TODAY


def request(**keys: Any) -> Request:
    return Request.model_validate({"id": "request", "text": "Request", **keys})


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        ({"due": "2026-05-01", "closed": "2026-05-01"}, 1),
        ({"due": "2026-05-01", "closed": "2026-05-02"}, 0),
        ({"due": "2026-05-05"}, 0),
        ({"due": "2026-05-06"}, None),  # there is still time today
        ({"due": "2026-05-06", "closed": "2026-05-06"}, 1),
        ({"due": "2026-06-01", "closed": "2026-05-02"}, 1),  # early
        ({"due": "2026-06-01", "closed": "2026-05-20"}, None),  # will be closed, was not yet
        ({"due": "2026-05-01", "closed": "2026-05-20"}, 0),
        ({"closed": "2026-05-02"}, None),
        ({"raised": "2026-05-07", "due": "2026-05-01"}, None),
        ({"raised": "2026-05-06", "due": "2026-05-06", "closed": "2026-05-06"}, 1),
    ],
)
def test_on_time_is_closed_by_the_due_day(answered: Any, expected: int | None) -> None:
    assert on_time_response([request(**answered)], TODAY) == expected


def test_the_share_is_of_all_that_can_be_judged() -> None:
    early = request(due="2026-06-01", closed="2026-05-02")
    late = request(due="2026-05-01")
    assert on_time_response([early, late, late, late, request()], TODAY) == Decimal("0.25")
    assert on_time_response([], TODAY) is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([("2026-04-01", "2026-04-04")], "3"),
        ([("2026-04-01", "2026-04-01"), ("2026-04-01", "2026-04-06")], "2.5"),
        ([("2026-04-01", "2026-04-02"), ("2026-04-01", "2026-04-03"), ("2026-04-01", "2026-05-01")], "2"),
        ([("2026-04-01", None), (None, "2026-04-03"), ("2026-04-01", "2026-05-07")], None),  # open, unknown, to come
        ([("2026-04-03", "2026-04-01")], None),  # closed before it was raised: one of the two days is wrong
        ([], None),
    ],
)
def test_an_answer_takes_the_median_of_the_days_from_raised_to_closed(days: Any, expected: str | None) -> None:
    requests = [request(raised=raised, closed=closed) for raised, closed in days]
    assert median_days_to_answer(requests, TODAY) == (None if expected is None else Decimal(expected))


ASKED = [
    request(id="late", due="2026-05-01", function="production"),
    request(id="later", due="2026-04-20"),
    request(id="soon", due="2026-05-10", function="support"),
    request(id="some-day", function="support"),
    request(id="done", raised="2026-04-01", due="2026-04-08", closed="2026-04-05", function="production"),
    request(id="to-come", raised="2026-05-07", due="2026-05-08"),
]


def test_what_waits_is_told_by_due_day_and_what_is_overdue_longest_first() -> None:
    found = score_response(ASKED, TODAY)
    assert [waiting.id for waiting in found.waiting] == ["later", "late", "soon", "some-day"]
    assert [(late.request.id, late.days) for late in found.overdue] == [("later", 16), ("late", 5)]


def test_each_function_answers_for_its_own_requests() -> None:
    found = score_response(ASKED, TODAY)
    assert (found.answers.on_time, found.answers.judged, found.answers.share) == (1, 3, Decimal(1) / 3)
    assert list(found.by_function) == ["production", "support", None]
    assert found.by_function["production"].share == Decimal("0.5")
    assert found.by_function["production"].median_days == 4
    assert found.by_function["support"].share is None
    assert found.by_function[None].share == 0


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    assert all(said.pattern in PHRASES for said in score_response([], TODAY).assumptions)


maybe_day = st.one_of(st.none(), st.dates(TODAY.replace(year=2025), TODAY.replace(year=2027)).map(str))
asked = st.lists(
    st.builds(
        lambda **keys: request(**keys),
        raised=maybe_day,
        due=maybe_day,
        closed=maybe_day,
        function=st.sampled_from([None, "support", "finance"]),
    ),
    max_size=6,
)


@given(asked)
def test_functions_add_up_to_all_and_shares_stay_in_range(requests: list[Request]) -> None:
    found = score_response(requests, TODAY)
    assert found.answers.share == on_time_response(requests, TODAY)
    assert sum(answers.judged for answers in found.by_function.values()) == found.answers.judged
    assert sum(answers.on_time for answers in found.by_function.values()) == found.answers.on_time
    for answers in found.by_function.values():
        assert answers.share is None or 0 <= answers.share <= 1
