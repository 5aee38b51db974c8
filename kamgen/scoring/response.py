"""How fast we answer what the customer asks for (methods: D4, sources S2 and S1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

from kamgen.plan.service import Function, Request
from kamgen.scoring.median import median_of
from kamgen.wording.phrase import Phrase, phrase

FUNCTIONS: tuple[Function, ...] = get_args(Function)
"""The functions that answer a customer, front office before back office (S1)."""


@dataclass(frozen=True, slots=True)
class Answers:
    """How a number of requests were answered.

    ``judged`` are those closed or past due, ``on_time`` those of them closed by their due day; ``share`` is the one of
    the other, 0 to 1. ``median_days`` is the median of the days from raised to closed.
    """

    on_time: int
    judged: int
    share: Decimal | None
    median_days: Decimal | None


@dataclass(frozen=True, slots=True)
class OverdueRequest:
    """A request that waits for an answer after its due day, and for how many days."""

    request: Request
    days: int


@dataclass(frozen=True, slots=True)
class Response:
    """How the customer's requests are answered: all of them, and function by function.

    ``by_function`` holds the functions that have a request; None is for those that name no function. ``waiting`` are
    the requests that are not closed, by due day; ``overdue`` those of them that are late, the longest first.
    """

    answers: Answers
    by_function: dict[Function | None, Answers]
    waiting: tuple[Request, ...]
    overdue: tuple[OverdueRequest, ...]
    assumptions: tuple[Phrase, ...]


ASSUMPTIONS = (
    phrase("Judged are requests that are closed or past due; one without a due day cannot be"),
    phrase("The days to answer run from the day a request was raised to the day it was closed"),
)


def score_response(requests: Sequence[Request], as_of: date) -> Response:
    """Return how requests are answered up to a day (D4). Requests raised and answers given later do not exist yet."""
    raised = [request for request in requests if is_raised(request, as_of)]
    waiting = [request for request in raised if is_waiting(request, as_of)]
    late = [
        OverdueRequest(request, (as_of - request.due).days)
        for request in waiting
        if request.due is not None and request.due < as_of
    ]
    return Response(
        answers=_answers(raised, as_of),
        by_function={
            function: _answers([request for request in raised if request.function == function], as_of)
            for function in (*FUNCTIONS, None)
            if any(request.function == function for request in raised)
        },
        waiting=tuple(sorted(waiting, key=lambda request: (request.due or date.max, request.id))),
        overdue=tuple(sorted(late, key=lambda found: (-found.days, found.request.id))),
        assumptions=ASSUMPTIONS,
    )


def is_raised(request: Request, as_of: date) -> bool:
    """Tell whether a request exists on a day; one without the day it was raised always does."""
    return request.raised is None or request.raised <= as_of


def is_waiting(request: Request, as_of: date) -> bool:
    """Tell whether a request has been raised and not been closed by a day."""
    return (request.closed is None or request.closed > as_of) and is_raised(request, as_of)


def on_time_response(requests: Iterable[Request], as_of: date) -> Decimal | None:
    """Return the share of requests, 0 to 1, that were closed by their due day (D4).

    Judged are requests that are past due, and those closed already. One that is due today or later and still open
    has time left; one raised after ``as_of`` does not exist; one without a due day cannot be judged.
    """
    on_time, judged = _on_time(requests, as_of)
    return Decimal(on_time) / judged if judged else None


def median_days_to_answer(requests: Iterable[Request], as_of: date) -> Decimal | None:
    """Return the median of the days from raised to closed, over the requests that were closed by a day.

    Requests without the day they were raised are left out, and so are those closed before it, which cannot be. None
    where no request is left.
    """
    return median_of(
        (request.closed - request.raised).days
        for request in requests
        if request.raised is not None and request.closed is not None and request.raised <= request.closed <= as_of
    )


def _answers(requests: Sequence[Request], as_of: date) -> Answers:
    on_time, judged = _on_time(requests, as_of)
    share = Decimal(on_time) / judged if judged else None
    return Answers(on_time, judged, share, median_days_to_answer(requests, as_of))


def _on_time(requests: Iterable[Request], as_of: date) -> tuple[int, int]:
    """Return how many requests were closed by their due day, and of how many."""
    judged = on_time = 0
    for request in requests:
        due = request.due
        if due is None or not is_raised(request, as_of):
            continue
        closed = request.closed is not None and request.closed <= as_of
        if closed or due < as_of:
            judged += 1
            on_time += request.closed is not None and request.closed <= due and closed
    return on_time, judged
