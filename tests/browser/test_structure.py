"""Every page of the site is whole: its links lead somewhere, its outline is in order, its frame is there."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from xml.etree.ElementTree import Element

import pytest

from tests.browser.parsed_page import ParsedPage, parsed_pages, text_of
from tests.browser.sample_pages import PAGES

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Wrong = Callable[[Callable[[ParsedPage], Iterable[object]]], dict[str, list[object]]]


@pytest.fixture
def pages(sample_site: Path) -> dict[str, ParsedPage]:
    return parsed_pages(sample_site)


@pytest.fixture
def wrong(pages: dict[str, ParsedPage]) -> Wrong:
    """A function that returns what is wrong with each page, for the pages where something is."""

    def look(check: Callable[[ParsedPage], Iterable[object]]) -> dict[str, list[object]]:
        found = {address: list(check(page)) for address, page in pages.items()}
        return {address: problems for address, problems in found.items() if problems}

    return look


def test_the_site_has_these_pages_and_no_others(pages: dict[str, ParsedPage]) -> None:
    assert sorted(pages) == sorted(PAGES)


def test_every_page_closes_what_it_opens(wrong: Wrong) -> None:
    assert wrong(lambda page: page.errors) == {}


def test_every_link_inside_the_site_leads_to_a_file_and_an_anchor_that_exist(
    pages: dict[str, ParsedPage], wrong: Wrong, sample_site: Path
) -> None:
    ids = {page.path.resolve(): set(page.ids) for page in pages.values()}

    def lost(page: ParsedPage) -> Iterable[str]:
        for path, anchor in page.targets():
            if not path.is_relative_to(sample_site.resolve()) or not path.is_file():
                yield f"no file {path}"
            elif anchor and anchor.split("?")[0] not in ids[path]:
                yield f"no anchor {path.name}#{anchor}"

    assert wrong(lost) == {}


def test_a_link_to_a_filtered_list_asks_for_what_the_list_can_show(pages: dict[str, ParsedPage], wrong: Wrong) -> None:
    """Such a link ends in ``#opportunity-list?lacks=close``; ``assets/list.js`` reads it."""
    found = {page.path.resolve(): page for page in pages.values()}

    def senseless(page: ParsedPage) -> Iterable[str]:
        for path, anchor in page.targets():
            name, _, state = anchor.partition("?")
            if not state:
                continue
            facets = _facets(found[path], name)
            for key, value in parse_qsl(state, keep_blank_values=True):
                if key not in {"q", "sort"} and value not in facets.get(key, set()):
                    yield f"{path.name}#{anchor}: no row has {key} = {value!r}"

    assert wrong(senseless) == {}


def _facets(page: ParsedPage, name: str) -> dict[str, set[str]]:
    """Return by what a list can be filtered, and the values that its rows have."""
    table = next(element for element in page.all("table") if element.attrib.get("id") == name)
    rows = table.findall("tbody/tr")
    facets: dict[str, set[str]] = {}
    for at, head in enumerate(table.findall("thead/tr/*")):
        if "data-facet" in head.attrib:
            cells = [row[at] for row in rows if len(row) > at]
            facets[head.attrib["data-facet"]] = {cell.attrib.get("data-f", text_of(cell)) for cell in cells}
    for key, _, _ in json.loads(table.attrib.get("data-facets", "[]")):
        facets[key] = {value for row in rows for value in row.attrib.get(f"data-{key}", "").split("|")}
    return facets


def test_what_leads_out_of_the_site_is_a_link_to_follow_and_nothing_that_is_loaded(wrong: Wrong) -> None:
    def outside(page: ParsedPage) -> Iterable[str]:
        links = Counter(element.attrib["href"] for element in page.all("a") if "href" in element.attrib)
        loaded = Counter(page.references()) - links
        yield from (address for address in loaded if urlsplit(address).scheme or urlsplit(address).netloc)
        yield from (address for address in links if urlsplit(address).scheme not in {"", "http", "https", "mailto"})

    assert wrong(outside) == {}


def test_labels_and_drawings_name_parts_that_exist(wrong: Wrong) -> None:
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")

    def lost(page: ParsedPage) -> Iterable[str]:
        ids = set(page.ids)
        for element in page.elements:
            named = [part for name in names for part in element.attrib.get(name, "").split()]
            drawn = re.findall(r"url\(#([^)]+)\)", " ".join(element.attrib.values()))
            yield from (f"<{element.tag}> #{part}" for part in named + drawn if part not in ids)

    assert wrong(lost) == {}


def test_an_id_stands_once_in_a_page(wrong: Wrong) -> None:
    assert wrong(lambda page: [name for name, times in Counter(page.ids).items() if times > 1]) == {}


def test_there_is_one_first_heading_no_level_is_skipped_and_none_is_empty(wrong: Wrong) -> None:
    def disorder(page: ParsedPage) -> Iterable[str]:
        headings = [(int(element.tag[1]), text_of(element)) for element in page.all(*HEADINGS)]
        if [level for level, _ in headings].count(1) != 1 or headings[0][0] != 1:
            yield f"first headings: {headings}"
        yield from (f"{one} → {next_one}" for one, next_one in pairwise(headings) if next_one[0] > one[0] + 1)
        yield from (f"empty h{level}" for level, text in headings if not text)

    assert wrong(disorder) == {}


def test_a_page_says_its_language_and_its_title(wrong: Wrong) -> None:
    def unsaid(page: ParsedPage) -> Iterable[str]:
        if page.root.attrib.get("lang") != {"en": "en", "zh": "zh-Hans"}[page.language]:
            yield f"language {page.root.attrib.get('lang')}"
        title, heading = text_of(page.root[0].find("title")), text_of(page.all("h1")[0])
        if heading not in title:
            yield f"{heading!r} is not in the title {title!r}"

    assert wrong(unsaid) == {}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_pages_have_the_same_title(language: str, pages: dict[str, ParsedPage]) -> None:
    titles = Counter(text_of(page.root[0].find("title")) for page in pages.values() if page.language == language)
    assert [title for title, times in titles.items() if times > 1] == []


def test_the_frame_has_its_landmarks_and_first_a_link_past_it(wrong: Wrong) -> None:
    def missing(page: ParsedPage) -> Iterable[str]:
        body, mains = page.root[1], page.all("main")
        if len(mains) != 1:
            yield f"{len(mains)} main parts"
        if body[0].attrib.get("href") != f"#{mains[0].attrib.get('id')}":
            yield "no link past the frame"
        if [element.tag for element in body if element.tag in {"header", "footer"}] != ["header", "footer"]:
            yield "no header or no footer"
        names = [element.attrib.get("aria-label", "") for element in page.all("nav")]
        if not all(names) or len(set(names)) < len(names):
            yield f"navigations that cannot be told apart: {names}"

    assert wrong(missing) == {}


def test_no_code_stands_in_a_page_and_the_policy_forbids_it(wrong: Wrong) -> None:
    def unsafe(page: ParsedPage) -> Iterable[str]:
        policies = [meta.attrib["content"] for meta in page.all("meta") if "http-equiv" in meta.attrib]
        rules = dict(rule.strip().split(" ", 1) for rule in "".join(policies).split(";"))
        expected = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "base-uri": "'none'"}
        if len(policies) != 1 or not expected.items() <= rules.items():
            yield f"policy {policies}"
        yield from ("script in the page" for one in page.all("script") if text_of(one) or not one.attrib.get("src"))
        yield from (f"<{one.tag}>" for one in page.all("style", "iframe", "object", "embed", "form", "base", "img"))
        yield from (f"{name} in <{one.tag}>" for one in page.elements for name in one.attrib if name[:2] == "on")
        yield from (f"style in <{one.tag}>" for one in page.elements if "style" in one.attrib)

    assert wrong(unsafe) == {}


def test_the_first_paint_waits_for_one_small_script_alone(wrong: Wrong, sample_site: Path) -> None:
    """``kamgen.js`` sets a chosen theme before the first pixel; all other scripts wait until the page is there."""

    def waits(page: ParsedPage) -> Iterable[str]:
        at_once = [one.attrib["src"] for one in page.all("script") if not {"defer", "async"} & one.attrib.keys()]
        if [Path(address).name for address in at_once] != ["kamgen.js"]:
            yield f"not deferred: {at_once}"

    assert wrong(waits) == {}
    assert (sample_site / "assets/kamgen.js").stat().st_size < 6_000


def test_the_page_of_an_account_is_light(wrong: Wrong) -> None:
    def heavy(page: ParsedPage) -> Iterable[str]:
        size = page.path.stat().st_size
        if "accounts/" in page.address and size >= 100_000:
            yield f"{size:,} bytes"

    assert wrong(heavy) == {}


def test_every_column_and_every_row_of_a_table_has_a_head(wrong: Wrong) -> None:
    def headless(page: ParsedPage) -> Iterable[str]:
        for table in page.all("table"):
            *groups, heads = table.findall("thead/tr") or [[]]
            name = " | ".join(text_of(head) for head in heads)
            if not heads or not all(text_of(head) and head.attrib.get("scope") == "col" for head in heads):
                yield f"a column without a head: {name}"
            for head in (cell for group in groups for cell in group if text_of(cell)):
                if head.attrib.get("scope") != "colgroup":
                    yield f"a head of columns that does not say so: {text_of(head)}"
            for body in table.findall("tbody"):
                grouped = body.find("tr[1]/th[@scope='rowgroup']") is not None
                for row in body:
                    if not grouped and row.find("th[@scope='row']") is None:
                        yield f"a row without a head: {text_of(row)[:60]} in {name}"
                if sum(_places(cell) for row in body for cell in row) != len(heads) * len(body):
                    yield f"rows of another length: {name}"

    assert wrong(headless) == {}


def _places(cell: Element) -> int:
    return int(cell.attrib.get("colspan", "1")) * int(cell.attrib.get("rowspan", "1"))


def test_every_drawing_has_a_name_or_is_passed_over_by_screen_readers(wrong: Wrong) -> None:
    def nameless(page: ParsedPage) -> Iterable[str]:
        for drawing in page.all("svg"):
            if drawing.attrib.get("aria-hidden") != "true" and not _name(drawing):
                yield f"drawing {drawing.attrib.get('class')}"
        for mark in (element for element in page.elements if element.attrib.get("role") == "img"):
            if not _name(mark):
                yield f"<{mark.tag}> {mark.attrib.get('class')}"

    assert wrong(nameless) == {}


def _name(element: Element) -> str:
    first = element[0] if len(element) and element[0].tag == "title" else None
    inside = "" if first is None else text_of(first)
    return element.attrib.get("aria-label") or element.attrib.get("aria-labelledby") or inside


def test_a_site_without_briefs_does_not_offer_them(wrong: Wrong) -> None:
    assert wrong(lambda page: [address for address in page.references() if address.endswith(".pdf")]) == {}
