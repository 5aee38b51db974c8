"""A page speaks one language: no English of kamgen's own on a Chinese page, no Chinese of its own on an English one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from kamgen.wording.chinese import PHRASES
from kamgen.wording.labels import LABELS
from tests.browser.parsed_page import ParsedPage, Said, latin_words, parsed_pages
from tests.browser.sample_pages import ACCOUNTS, CHINESE_ACCOUNTS
from tests.conftest import REPOSITORY

# What a Chinese page says in Latin letters with a right to it: our name; initials and the US of US$; a cut name.
_SAID_EVERYWHERE = {"kamgen"}
_SHORTENED = re.compile(r"\b[A-Z]{2}\b|\bUS(?=\$)|\w+…")
_PARAMETER = re.compile(r"\{[a-z_]+\}")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")


def kamgens_own_english() -> list[re.Pattern[str]]:
    """Return every English phrase and label of kamgen's own, as a pattern that fits the whole of a text."""
    said = {part for pattern in PHRASES if pattern != PHRASES[pattern] for part in pattern.split("|")}
    said |= {english for scale in LABELS.values() for english, chinese in scale.values() if english != chinese}
    patterns = []
    for phrase in sorted(said):
        pieces = [re.escape(piece) for piece in _PARAMETER.split(" ".join(phrase.split()))]
        words = latin_words(" ".join(_PARAMETER.split(phrase)))
        if len(words) > 1 or (words and len(pieces) == 1):
            patterns.append(re.compile(".+?".join(pieces)))
    return patterns


def sources(name: str | None) -> str:
    """Return what the people wrote: the settings, and one plan or all of them."""
    names = ACCOUNTS if name is None else [name]
    files = [REPOSITORY / "kamgen.yaml"]
    files += [path for one in names for path in sorted((REPOSITORY / "accounts").glob(f"{one}.*"))]
    return " ".join(" ".join(path.read_text(encoding="utf-8") for path in files).split())


def account_of(page: ParsedPage) -> str | None:
    """Return the id of the account that a page is about; None where it is about all, or none."""
    found = re.search(r"accounts/([^/.]+)", page.address)
    return found and found[1]


def readable(page: ParsedPage) -> list[Said]:
    """Return what the page says in its own language; the link to the other language is in that one."""
    return [said for said in page.said() if said.lang in {"en" if page.language == "en" else "zh-Hans"}]


@pytest.fixture
def pages(sample_site: Path) -> dict[str, ParsedPage]:
    return parsed_pages(sample_site)


def test_there_is_english_to_look_for() -> None:
    assert len(kamgens_own_english()) > 300


def test_no_phrase_or_label_stays_english_on_a_chinese_page(pages: dict[str, ParsedPage]) -> None:
    english = kamgens_own_english()
    whole = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in english))

    def left(page: ParsedPage) -> Iterable[str]:
        own = sources(account_of(page))
        for said in readable(page):
            if re.search("[A-Za-z]{3}", said.text) and whole.fullmatch(said.text) and said.text not in own:
                yield f"{said.place}: {said.text}"

    found = {page.address: list(left(page)) for page in pages.values() if page.language == "zh"}
    assert {address: texts for address, texts in found.items() if texts} == {}


def test_a_chinese_page_has_no_english_word_that_nobody_wrote(pages: dict[str, ParsedPage]) -> None:
    """Also finds what has no translation at all, because nobody thought of it as a text."""

    def left(page: ParsedPage) -> Iterable[str]:
        written = latin_words(sources(account_of(page))) | _SAID_EVERYWHERE
        for said in readable(page):
            if latin_words(_SHORTENED.sub("", said.text)) - written:
                yield f"{said.place}: {said.text}"

    # Where a plan is in English, its words stand among ours; explanations name books and fields of the plan.
    looked_at = [
        page
        for page in pages.values()
        if page.language == "zh" and "explain/" not in page.address and account_of(page) in {None, *CHINESE_ACCOUNTS}
    ]
    found = {page.address: list(left(page)) for page in looked_at}
    assert {address: texts for address, texts in found.items() if texts} == {}


@pytest.mark.parametrize("address", ["404.html"])
def test_a_page_without_a_plan_is_chinese_throughout(address: str, pages: dict[str, ParsedPage]) -> None:
    page = pages[f"zh/{address}"]
    assert [said for said in readable(page) if latin_words(said.text) - _SAID_EVERYWHERE] == []


def test_an_english_page_has_no_chinese_that_nobody_wrote(pages: dict[str, ParsedPage]) -> None:
    def foreign(page: ParsedPage) -> Iterable[str]:
        own = sources(account_of(page))
        for said in readable(page):
            if any(run not in own for run in _CHINESE.findall(said.text)):
                yield f"{said.place}: {said.text}"

    found = {page.address: list(foreign(page)) for page in pages.values() if page.language == "en"}
    assert {address: texts for address, texts in found.items() if texts} == {}


def test_chinese_is_written_with_full_width_punctuation(pages: dict[str, ParsedPage]) -> None:
    """Between two Chinese characters a comma, colon, semicolon or question mark is full-width."""
    half = re.compile(r"[\u4e00-\u9fff]\s?[,:;?!]\s?[\u4e00-\u9fff]|[\u4e00-\u9fff]\([^)]*[\u4e00-\u9fff][^)]*\)")
    own = sources(None)
    found = sorted(
        {
            said.text
            for page in pages.values()
            if page.language == "zh"
            for said in readable(page)
            if half.search(said.text) and said.text not in own
        }
    )
    assert found == []


def test_no_pattern_is_left_unfilled(pages: dict[str, ParsedPage]) -> None:
    unfilled = re.compile(r"\{[a-z_]*\}|\bN/A\b|\bnan\b|\bundefined\b|Decimal\(|<built-in|\bTrue\b|\bFalse\b")
    found = {
        address: [said.text for said in page.said() if unfilled.search(said.text) and "{all}" not in said.text]
        for address, page in pages.items()
    }
    assert {address: texts for address, texts in found.items() if texts} == {}
