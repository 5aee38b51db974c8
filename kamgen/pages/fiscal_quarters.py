"""Quarters of the fiscal year around a day."""

from __future__ import annotations

from datetime import date

_MONTHS, _QUARTER = 12, 3


def quarter_starts(day: date, first_month: int, places: range) -> tuple[date, ...]:
    """Return the first days of quarters; that of the day is 0, earlier ones are negative.

    Args:
        day: The day.
        first_month: The first month of the fiscal year.
        places: Which quarters, in the order wanted. What the calendar of computers does not reach is left out.

    """
    month = day.year * _MONTHS + day.month - 1
    month -= (day.month - first_month) % _QUARTER
    starts = (divmod(month + _QUARTER * place, _MONTHS) for place in places)
    found = (date(year, at + 1, 1) if year > 0 else date.min for year, at in starts if year <= date.max.year)
    return tuple(dict.fromkeys(found))


def last_month(start: date) -> date:
    """Return the first day of the last month of the quarter that begins on a day."""
    year, at = divmod(start.year * _MONTHS + start.month - 1 + _QUARTER - 1, _MONTHS)
    return date(year, at + 1, 1) if year <= date.max.year else date.max
