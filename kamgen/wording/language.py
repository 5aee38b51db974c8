"""Say things in one language: phrases, labels, numbers, money and days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_currency, get_currency_symbol

from kamgen.plan.values import LANGUAGES, Language, LocalisedText, in_language
from kamgen.wording.chinese import PHRASES
from kamgen.wording.labels import LABELS
from kamgen.wording.phrase import Parameter, Phrase

_LOCALES = {"en": Locale("en"), "zh": Locale("zh", script="Hans")}
_SHORTENED_BY = {"en": 3, "zh": 4}
"""Digits between the words that shorten money: thousand, million; 万, 亿. Below the first, every digit is written."""
_MOST_DECIMALS = 12
_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""Room for the decimals of any total: a plan may have 10^15 in every row."""
_HTML_LANGUAGES = {"en": "en", "zh": "zh-Hans"}


class Wording:
    """Everything that is said in one language.

    Attributes:
        language: ``en`` or ``zh``.
        html_language: The same for an HTML ``lang`` attribute.

    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.html_language = _HTML_LANGUAGES[language]
        self._locale = _LOCALES[language]

    def text(self, pattern: str, /, **parameters: Parameter) -> str:
        """Return a phrase of kamgen's own in this language; English where no translation is known."""
        if self.language == "zh":
            pattern = PHRASES.get(pattern, pattern)
        if "|" in pattern:
            one, many = pattern.split("|", 1)
            pattern = one if parameters.get("n") == 1 else many
        if "{" not in pattern:
            return pattern
        return pattern.format_map({name: self._parameter(value) for name, value in parameters.items()})

    def say(self, phrase: Phrase) -> str:
        """Return a phrase in this language."""
        return self.text(phrase.pattern, **phrase.parameters)

    def of(self, text: str | LocalisedText | None) -> str:
        """Return a plan's text in this language, in the other one where it has no such version."""
        return in_language(text, self.language)

    def label(self, scale: str, value: object) -> str:
        """Return what people read for a value of a scale, such as ``("role", "economic")``; the value if unknown."""
        pair = LABELS.get(scale, {}).get(str(value))
        return str(value) if pair is None else pair[1 if self.language == "zh" else 0]

    def number(self, value: Decimal | int | None, decimals: int | None = None) -> str:
        """Return a number with digit groups, rounded half up to ``decimals`` places if given."""
        return "" if value is None else _number(Decimal(value), decimals)

    def signed(self, value: Decimal | int | None, decimals: int | None = 0) -> str:
        """Return a number with its sign, ``+41`` or ``−12``."""
        if value is None:
            return ""
        said = _number(abs(Decimal(value)), decimals)
        return f"−{said}" if value < 0 else f"+{said}"

    def money(self, amount: Decimal | None, currency: str, *, short: bool = False) -> str:
        """Return money in whole units, or shortened (``$71K``, ``¥7.1万``)."""
        return "" if amount is None else _money(amount, currency, self._locale, short)

    def percent(self, share: Decimal | None, decimals: int = 0) -> str:
        """Return a share of 0 to 1 as a percentage."""
        return "" if share is None else _percent(share, decimals)

    def day(self, day: date | None, *, weekday: bool = False) -> str:
        """Return a day, with its weekday where a deadline is meant."""
        return "" if day is None else _day(day, self.language, weekday)

    def month(self, day: date) -> str:
        """Return a month and its year."""
        return format_date(day, "LLLL y" if self.language == "en" else "y年M月", locale=self._locale)

    def listing(self, items: tuple[str, ...] | list[str]) -> str:
        """Return items one after the other: ``a, b`` or ``a、b``."""
        return ("、" if self.language == "zh" else ", ").join(items)

    def _parameter(self, value: Parameter) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, tuple):
            return self.listing(value)
        if isinstance(value, LocalisedText):
            return self.of(value)
        return self.number(value)


WORDINGS: Mapping[Language, Wording] = {language: Wording(language) for language in LANGUAGES}
"""The wording of every language."""


def rounded(value: Decimal, decimals: int = 0) -> Decimal:
    """Return a number rounded half up, however many digits it has."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)


# Babel gives the words and symbols; grouping digits by Python's own format is twenty times faster, and both languages
# group by thousands with a comma. A test holds the two to the same result.


@lru_cache(maxsize=20_000)
def _number(value: Decimal, decimals: int | None) -> str:
    if decimals is not None:
        return _plain_minus(f"{rounded(value, decimals):,.{decimals}f}")
    text = f"{rounded(value, _MOST_DECIMALS):,.{_MOST_DECIMALS}f}".rstrip("0").rstrip(".")
    return _plain_minus(text)


def _plain_minus(text: str) -> str:
    """Return a number without the sign that rounding may leave on a zero."""
    return text[1:] if text.startswith("-") and not text.strip("-0.,") else text


@lru_cache(maxsize=20_000)
def _money(amount: Decimal, currency: str, locale: Locale, short: bool) -> str:
    step = _SHORTENED_BY[locale.language]
    if short and abs(amount) >= 10**step:
        # Rounded before its word is chosen: 999,999 is 1M, not 1000K.
        tenth = amount.adjusted() // step * step - 1
        amount = rounded(amount.scaleb(-tenth)).scaleb(tenth)
        return format_compact_currency(amount, currency, locale=locale, fraction_digits=1).replace("\xa0", " ")
    digits = _number(amount, 0)
    symbol = get_currency_symbol(currency, locale=locale)
    return f"-{symbol}{digits[1:]}" if digits.startswith("-") else symbol + digits


@lru_cache(maxsize=5_000)
def _percent(share: Decimal, decimals: int) -> str:
    return _number(share * 100, decimals) + "%"


@lru_cache(maxsize=5_000)
def _day(day: date, language: Language, weekday: bool) -> str:
    if language == "zh":
        pattern = "y年M月d日 EEE" if weekday else "y年M月d日"
    else:
        pattern = "EEE d MMM y" if weekday else "d MMM y"
    return format_date(day, pattern, locale=_LOCALES[language])
