"""How satisfied the customer is, survey by survey (methods: E1, sources S4 and S1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.plan.service import Survey
from kamgen.wording.phrase import Phrase, phrase

AIM = Decimal(1)
"""S1 asks for satisfied customers and no others: all answers satisfied or very satisfied."""

LEVELS = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")
POINTS = (100, 75, 50, 25, 0)
"""What an answer of each level is worth, in the order of :data:`LEVELS`."""


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """What a day's survey says: answers by level, best first, points from 0 to 100, share satisfied from 0 to 1.

    Points and share are None where nobody answered.
    """

    day: date
    counts: tuple[int, ...]
    answers: int
    points: Decimal | None
    satisfied_share: Decimal | None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """The latest survey against the aim and against the survey before.

    ``surveys`` are all of them, the latest first. ``aim`` is the share of satisfied answers to reach, ``missing`` what
    the latest survey lacks to it, 0 to 1. ``trend`` is the change in points from the survey before, −100 to 100;
    None where one of the two has no answer.
    """

    surveys: tuple[SurveyResult, ...]
    latest: SurveyResult | None
    before: SurveyResult | None
    aim: Decimal
    missing: Decimal | None
    trend: Decimal | None
    assumptions: tuple[Phrase, ...]


ASSUMPTIONS = (
    phrase("The five levels count 100, 75, 50, 25 and 0 points; surveys of one day are one"),
    phrase("The aim is that every answer is satisfied or very satisfied"),
)


def score_satisfaction(surveys: Iterable[Survey], as_of: date) -> Satisfaction:
    """Return what the surveys up to a day say (E1); those after it have not been held."""
    by_day: dict[date, list[Survey]] = {}
    for survey in surveys:
        if survey.date <= as_of:
            by_day.setdefault(survey.date, []).append(survey)
    results = tuple(_result(day, by_day[day]) for day in sorted(by_day, reverse=True))
    latest = results[0] if results else None
    before = results[1] if len(results) > 1 else None
    share = latest.satisfied_share if latest else None
    trend = None
    if latest and before and latest.points is not None and before.points is not None:
        trend = latest.points - before.points
    return Satisfaction(
        surveys=results,
        latest=latest,
        before=before,
        aim=AIM,
        missing=None if share is None else AIM - share,
        trend=trend,
        assumptions=ASSUMPTIONS,
    )


def latest_satisfaction(surveys: Sequence[Survey], as_of: date) -> Decimal | None:
    """Return the latest survey's satisfaction, 0 to 100 (E1): the mean of 100, 75, 50, 25, 0 for the five levels.

    Surveys of the same day are one. Surveys after ``as_of`` have not been held. None without a survey, and where
    nobody answered the latest.
    """
    latest = latest_survey(surveys, as_of)
    return latest.points if latest else None


def latest_survey(surveys: Sequence[Survey], as_of: date) -> SurveyResult | None:
    """Return the latest survey up to a day; None where none was held."""
    held = [survey for survey in surveys if survey.date <= as_of]
    if not held:
        return None
    last = max(survey.date for survey in held)
    return _result(last, [survey for survey in held if survey.date == last])


def _result(day: date, surveys: Sequence[Survey]) -> SurveyResult:
    counts = tuple(sum(getattr(survey, level) for survey in surveys) for level in LEVELS)
    answers = sum(counts)
    points = sum(worth * count for worth, count in zip(POINTS, counts, strict=True))
    return SurveyResult(
        day=day,
        counts=counts,
        answers=answers,
        points=Decimal(points) / answers if answers else None,
        satisfied_share=Decimal(counts[0] + counts[1]) / answers if answers else None,
    )
