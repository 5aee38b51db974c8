"""The print of a page; that paper says what the screen says is in test_every_page."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


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
