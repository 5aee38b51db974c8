"""How satisfied the customer is, survey under survey, so that the trend can be seen (E1)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.account.terms import AccountTerms
from kamgen.scoring.satisfaction import LEVELS, SurveyResult, score_satisfaction


@dataclass(frozen=True, slots=True)
class SurveySegment:
    """The answers of one level as part of a bar of 100: where it begins, how wide it is, and the level as CSS class."""

    level: str
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A day's survey: its answers by level, very satisfied first, and the share that is satisfied at least."""

    day: str
    segments: tuple[SurveySegment, ...]
    counts: tuple[str, ...]
    satisfied: str


@dataclass(frozen=True, slots=True)
class SurveyTable:
    """All surveys, the latest first; ``levels`` are the names of the counts, ``note`` says where satisfaction goes."""

    note: str
    levels: tuple[str, ...]
    rows: tuple[SurveyRow, ...]


def survey_table(terms: AccountTerms) -> SurveyTable | None:
    """Return the surveys that were held and answered, None where there is none."""
    t = terms.t
    found = score_satisfaction(terms.account.service.surveys, terms.context.as_of)
    rows = tuple(_row(result, terms) for result in found.surveys if result.answers)
    if not rows:
        return None
    parts = []
    if found.trend is not None and found.before is not None:
        pattern = "{change} points since {day}" if round(found.trend) else "unchanged since {day}"
        parts.append(t.text(pattern, change=terms.signed(found.trend), day=found.before.day))
    if found.missing:
        parts.append(t.text("{share} of the answers not satisfied yet", share=t.percent(found.missing)))
    return SurveyTable(t.listing(parts), tuple(t.label("satisfaction", level) for level in LEVELS), rows)


def _row(result: SurveyResult, terms: AccountTerms) -> SurveyRow:
    t, segments, before = terms.t, [], 0
    for level, count in zip(LEVELS, result.counts, strict=True):
        start, before = _place(before, result.answers), before + count
        if count:
            width = max(1, _place(before, result.answers) - start)
            segments.append(SurveySegment(level.replace("_", "-"), start, width))
    return SurveyRow(
        day=t.day(result.day),
        segments=tuple(segments),
        counts=tuple(t.number(count) for count in result.counts),
        satisfied=t.percent(result.satisfied_share),
    )


def _place(answers: int, all_answers: int) -> int:
    return round(Decimal(100 * answers) / all_answers)
