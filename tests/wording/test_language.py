"""What is said, in each language."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.values import LANGUAGES, Language, LocalisedText
from kamgen.wording import chinese
from kamgen.wording.chinese import PHRASES
from kamgen.wording.labels import LABELS
from kamgen.wording.language import WORDINGS
from kamgen.wording.phrase import phrase
from tests.conftest import REPOSITORY

EN, ZH = WORDINGS["en"], WORDINGS["zh"]
amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=4)


def test_a_phrase_is_said_in_the_readers_language() -> None:
    found = phrase("{key} is missing here", key="name")
    assert (EN.say(found), ZH.say(found)) == ("name is missing here", "此处缺少 name")


def test_a_localised_text_inside_a_phrase_is_said_in_it_too() -> None:
    found = phrase("{key} is missing here", key=LocalisedText(en="The name", zh="名称"))
    assert (EN.say(found), ZH.say(found)) == ("The name is missing here", "此处缺少 名称")


def test_a_phrase_has_a_singular_and_a_plural() -> None:
    assert [EN.text("{n} thing|{n} things", n=n) for n in (0, 1, 2)] == ["0 things", "1 thing", "2 things"]


def test_a_total_of_the_largest_numbers_can_be_said() -> None:
    assert EN.text("{amount}", amount=Decimal("1e15") * 1000) == "1" + ",000" * 6
    assert EN.percent(Decimal("1e28")) == "1" + ",000" * 10 + "%"


def test_a_text_of_a_plan_with_braces_is_only_a_text() -> None:
    assert EN.text("{key} is missing here", key="{0.__class__}") == "{0.__class__} is missing here"


def test_a_missing_language_is_said_in_the_other_one() -> None:
    assert ZH.of(LocalisedText(en="Dairy")) == "Dairy"
    assert EN.of(None) == ""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (EN.number(Decimal("1234567.50")), "1,234,567.5"),
        (EN.number(Decimal("-0.004"), 2), "0.00"),
        (EN.number(Decimal("2.5"), 0), "3"),
        (EN.signed(Decimal(41)), "+41"),
        (ZH.signed(Decimal(-12)), "−12"),
        (EN.money(Decimal("71000.5"), "USD"), "$71,001"),
        (ZH.money(Decimal("71000.5"), "CNY"), "¥71,001"),
        (EN.money(Decimal("-1200"), "EUR"), "-€1,200"),
        (EN.money(Decimal(71000), "USD", short=True), "$71K"),
        (ZH.money(Decimal(71000), "CNY", short=True), "¥7.1万"),
        (EN.money(Decimal(999999), "USD", short=True), "$1M"),
        (ZH.money(Decimal(5040), "USD", short=True), "US$5,040"),
        (ZH.money(Decimal(99999999), "CNY", short=True), "¥1亿"),
        (EN.percent(Decimal("0.345")), "35%"),
        (EN.percent(None), ""),
        (EN.day(date(2026, 5, 6), weekday=True), "Wed 6 May 2026"),
        (ZH.day(date(2026, 5, 6), weekday=True), "2026年5月6日 周三"),
        (EN.month(date(2026, 5, 6)), "May 2026"),
        (ZH.month(date(2026, 5, 6)), "2026年5月"),
        (EN.listing(["a", "b"]), "a, b"),
        (ZH.listing(["甲", "乙"]), "甲、乙"),
        (EN.label("role", "economic"), "Economic buyer"),
        (ZH.label("support", -2), "反对"),
        (EN.label("role", "none of them"), "none of them"),
    ],
)
def test_values_are_said_as_people_write_them(said: str, expected: str) -> None:
    assert said == expected


@given(amounts, st.sampled_from(LANGUAGES))
def test_numbers_are_written_as_the_locale_has_it(value: Decimal, language: Language) -> None:
    locale = "en" if language == "en" else "zh_Hans"
    wording = WORDINGS[language]
    assert wording.number(value) == format_decimal(value, format="#,##0.############", locale=locale)


@given(st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES), st.sampled_from(["USD", "EUR", "CNY", "JPY", "CHF"]))
def test_money_is_written_as_the_locale_has_it(value: int, language: Language, currency: str) -> None:
    locale = "en" if language == "en" else "zh_Hans"
    expected = format_currency(value, currency, format="¤#,##0", locale=locale, currency_digits=False)
    assert WORDINGS[language].money(Decimal(value), currency).replace("\xa0", " ") == expected.replace("\xa0", " ")


@given(st.decimals(min_value=-10, max_value=10, places=2), st.sampled_from(LANGUAGES))
def test_percentages_are_written_as_the_locale_has_it(share: Decimal, language: Language) -> None:
    locale = "en" if language == "en" else "zh_Hans"
    assert WORDINGS[language].percent(share) == format_percent(share, format="#,##0%", locale=locale).replace(
        "-0%", "0%"
    )


def test_every_label_is_there_in_both_languages() -> None:
    for scale in LABELS.values():
        for pair in scale.values():
            assert all(pair)


def test_translations_keep_the_parameters_of_their_patterns() -> None:
    import string

    def parameters(pattern: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}

    wrong = {
        english: chinese
        for english, chinese in PHRASES.items()
        if not parameters(chinese) <= parameters(english) or parameters(english) - parameters(chinese) - {"n"}
    }
    assert wrong == {}


def test_no_phrase_has_two_translations() -> None:
    said: dict[str, set[str]] = {}
    for module in pkgutil.walk_packages(chinese.__path__, chinese.__name__ + "."):
        phrases: dict[str, str] = getattr(importlib.import_module(module.name), "PHRASES", {})
        for pattern, translation in phrases.items():
            said.setdefault(pattern, set()).add(translation)
    assert {pattern: found for pattern, found in said.items() if len(found) > 1} == {}


def said_in_code() -> Iterator[str]:
    """Yield every phrase that a module of kamgen says by name."""
    for path in (REPOSITORY / "kamgen").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            first = call.args[0]
            if name in ("text", "phrase") and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def said_in_templates() -> Iterator[str]:
    """Yield every phrase that a template says by name."""
    for path in (REPOSITORY / "templates").rglob("*.html"):
        for match in re.finditer(
            r"""\bt\.text\(\s*(["'])(.*?)(?<!\\)\1""", path.read_text(encoding="utf-8"), re.DOTALL
        ):
            yield match[2].replace("\\'", "'")


@pytest.mark.parametrize("said", [said_in_code, said_in_templates])
def test_every_phrase_has_its_chinese(said: Callable[[], Iterator[str]]) -> None:
    patterns = {pattern for pattern in said() if re.search("[A-Za-z]", re.sub(r"{.*?}", "", pattern))}
    assert len(patterns) > 100
    assert sorted(patterns - PHRASES.keys()) == []
