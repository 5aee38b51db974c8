"""Say a span of days or months in one language: a week, a quarter, the short names of their parts."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from kamgen.plan.values import Language

_LOCALES = {"en": Locale("en"), "zh": Locale("zh", script="Hans")}


@lru_cache(maxsize=1_000)
def days(first: date, last: date, language: Language) -> str:
    """Return the days from one to another, with their years only where these differ: ``18–24 May``, ``5月18–24日``."""
    if first == last:
        return short_day(first, language)
    if first.year != last.year:
        pattern = "y年M月d日" if language == "zh" else "d MMM y"
        return _from_to(_said(first, pattern, language), _said(last, pattern, language), language)
    if first.month != last.month:
        return _from_to(short_day(first, language), short_day(last, language), language)
    if language == "zh":
        return f"{first.month}月{first.day}–{last.day}日"
    return f"{first.day}–{short_day(last, language)}"


@lru_cache(maxsize=1_000)
def months(first: date, last: date, language: Language) -> str:
    """Return the months from one to another, each given by a day in it: ``Apr–Jun 2026``, ``2026年4–6月``."""
    pattern = "y年M月" if language == "zh" else "MMM y"
    if (first.year, first.month) == (last.year, last.month):
        return _said(first, pattern, language)
    if first.year != last.year:
        return _from_to(_said(first, pattern, language), _said(last, pattern, language), language)
    if language == "zh":
        return f"{first.year}年{first.month}–{last.month}月"
    return f"{short_month(first, language)}–{_said(last, pattern, language)}"


@lru_cache(maxsize=1_000)
def short_day(day: date, language: Language) -> str:
    """Return a day without its year: ``18 May``, ``5月18日``."""
    return _said(day, "M月d日" if language == "zh" else "d MMM", language)


@lru_cache(maxsize=100)
def short_month(day: date, language: Language) -> str:
    """Return the name of a day's month as a column is headed with it: ``May``, ``5月``."""
    return _said(day, "M月" if language == "zh" else "MMM", language)


@lru_cache(maxsize=1_000)
def weekday(day: date, language: Language) -> str:
    """Return the short name of a day's weekday: ``Mon``, ``周一``."""
    return _said(day, "EEE", language)


def _from_to(first: str, last: str, language: Language) -> str:
    return f"{first}–{last}" if language == "zh" else f"{first} – {last}"


def _said(day: date, pattern: str, language: Language) -> str:
    return format_date(day, pattern, locale=_LOCALES[language])
