"""A page that is printed says what the screen says; what only a screen can use stays away."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

# The title of a fold goes with the fold: one that stays closed is left out as a whole.
_SCREEN_ONLY = (
    ".skip, .masthead-tools, .masthead-links, .explain-pages, [data-contents], .table-tools, input, .spoken, "
    "details:not([open]):not([data-print]) > summary"
)
_SEEN = """(screenOnly) => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const left = `${screenOnly}, desc, title, script, [role=img]:not(svg)`;
  const visible = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(left)) continue;
    const colour = getComputedStyle(element).color;
    found.push([node.data.trim().replace(/\\s+/g, " "), element.checkVisibility(visible), colour]);
  }
  return found;
}"""


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "accounts/save-a-lot.html",
        "zh/accounts/lichuan-jingmi.html",
        "explain/rules-service.html",
        "zh/explain/metrics.html",
    ],
)
def test_paper_says_what_the_screen_says_in_dark_letters_whatever_the_theme(
    address: str, new_page: Open, sample_site: Path
) -> None:
    page = new_page(color_scheme="dark").open(sample_site / address)
    screen = page.evaluate(_SEEN, _SCREEN_ONLY)
    page.emulate_media(media="print", color_scheme="dark")
    paper = page.evaluate(_SEEN, _SCREEN_ONLY)
    assert len(screen) == len(paper) > 50
    missing = [text for (text, seen, _), (_, printed, _) in zip(screen, paper, strict=True) if seen and not printed]
    assert missing == []
    assert _bright(paper) == []
    assert page.locator(".masthead-tools").is_hidden()
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert _bright(page.evaluate(_SEEN, _SCREEN_ONLY)) == [], "chosen by hand"


def _bright(texts: list[tuple[str, bool, str]]) -> list[str]:
    """Return the texts that are seen and too bright for white paper."""
    return [text for text, seen, colour in texts if seen and min(map(int, re.findall(r"\d+", colour)[:3])) > 140]


@pytest.mark.parametrize("address", ["index.html", "accounts/hungry-owl.html"])
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
    """Return the letters alone, ligatures taken apart: where lines break on paper is of no interest."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).lower()
