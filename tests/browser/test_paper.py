"""A page that is printed says what the screen says; what only a screen can use stays away."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

_SCREEN_ONLY = ".skip, .masthead-tools, .masthead-links, [data-contents], .table-tools, button, input, .spoken"
_SEEN = """(screenOnly) => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(screenOnly) || element.closest("desc, title, script, [role=img]:not(svg)")) continue;
    const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
    found.push([node.data.trim().replace(/\\s+/g, " "), seen, getComputedStyle(element).color]);
  }
  return found;
}"""


@pytest.mark.parametrize("address", ["index.html", "accounts/save-a-lot.html", "zh/accounts/lichuan-jingmi.html"])
def test_nothing_that_the_screen_says_is_missing_on_paper(address: str, new_page: Open, sample_site: Path) -> None:
    page = new_page(color_scheme="dark").open(sample_site / address)
    screen = page.evaluate(_SEEN, _SCREEN_ONLY)
    page.emulate_media(media="print")
    paper = page.evaluate(_SEEN, _SCREEN_ONLY)
    assert len(screen) == len(paper) > 50
    missing = [text for (text, seen, _), (_, printed, _) in zip(screen, paper, strict=True) if seen and not printed]
    assert missing == []


@pytest.mark.parametrize("address", ["index.html", "accounts/save-a-lot.html"])
def test_paper_is_white_with_dark_letters_in_every_theme(address: str, new_page: Open, sample_site: Path) -> None:
    page = new_page(color_scheme="dark").open(sample_site / address)
    page.locator("[data-theme-switch]").click()
    page.locator("[data-theme-switch]").click()
    page.emulate_media(media="print")
    for theme in ("dark", "light"):
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        bright = [
            (text, colour)
            for text, seen, colour in page.evaluate(_SEEN, _SCREEN_ONLY)
            if seen and min(int(part) for part in re.findall(r"\d+", colour)[:3]) > 140
        ]
        assert bright == [], theme
        assert page.locator(".masthead-tools").is_hidden()


@pytest.mark.parametrize("address", ["index.html", "accounts/save-a-lot.html"])
def test_the_print_of_a_page_fits_its_sheets_and_opens_what_belongs_on_paper(
    address: str, new_page: Open, sample_site: Path
) -> None:
    page = new_page().open(sample_site / address)
    heads = [text for text in page.locator("h1, h2").all_inner_texts() if text.strip()]
    folded = page.locator("details[data-print] > :not(summary) a").all_text_contents()
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    printed = _letters("".join(sheet.extract_text() for sheet in reader.pages))
    assert [head for head in heads if _letters(head) not in printed] == []
    assert [text for text in folded if _letters(text) not in printed] == []
    assert folded or address == "index.html"
    assert all(_letters(sheet.extract_text()) for sheet in reader.pages), "an empty sheet"


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()
