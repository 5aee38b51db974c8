"""Every page opens from a folder, complete and in silence; fits every window; and axe finds nothing wrong with it.

Each page is opened once, and all that has to hold is looked at there: opening it costs more than most of the looks.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import page_faults
from tests.browser.conftest import Open
from tests.browser.sample_pages import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_complete_and_quiet_and_fits_and_is_accessible(
    address: str, new_page: Open, sample_site: Path
) -> None:
    watched = new_page(reduced_motion="reduce")
    page = watched.open(sample_site / address)
    faults = [
        *page_faults.incomplete(page),
        *page_faults.lost_on_paper(page),
        *page_faults.badly_laid_out(page),
        *page_faults.hard_to_read_unfolded(page),
        *page_faults.inaccessible(page),
    ]
    inside = sample_site.as_uri() + "/"
    outside = [f"asked for {url}" for url in watched.requests if not url.startswith(inside)]
    found = [*watched.complaints, *outside, *faults]
    assert not found, "\n".join([f"{len(found)} faults", *found[:20]])


def test_a_page_with_these_faults_would_be_noticed(new_page: Open, sample_site: Path) -> None:
    """Without this, a look that sees nothing would look like a page without faults."""
    page = new_page(reduced_motion="reduce").open(sample_site / "404.html")
    page.evaluate("""() => {
      document.querySelector("html").removeAttribute("lang");
      const heading = document.querySelector("h1");
      heading.style.setProperty("color", "#ddd");
      const added = (text, style) => {
        const element = document.createElement("p");
        element.textContent = text;
        for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
        heading.after(element);
      };
      added("a wide one", { width: "3000px" });
      added("a small one", { "font-size": "9px" });
      added("a long text in a short line", { width: "40px", overflow: "hidden", "white-space": "nowrap" });
      added("unbreakable", { width: "30px", "word-break": "break-all" });
      const print = new CSSStyleSheet();
      print.replaceSync("@media print { h1 { display: none } main { color: #bbb } }");
      document.adoptedStyleSheets = [print];
    }""")
    paper = " ".join(page_faults.lost_on_paper(page))
    assert "not on paper: This page does not exist" in paper
    assert "too bright for paper: a small one" in paper
    laid_out = " ".join(page_faults.badly_laid_out(page))
    for fault in ("sticks out: P. a wide one", "cut off: P. a long text", "broken in the middle: unbreakable"):
        assert fault in laid_out
    assert "too small to read: a small one" in page_faults.hard_to_read_unfolded(page)
    accessible = " ".join(page_faults.inaccessible(page))
    assert "serious html-has-lang" in accessible
    assert "serious color-contrast" in accessible
