"""The first screen says what matters, and the contents lead where they say; that pages fit is in test_every_page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

_CONTENTS_LEAD_TO = """async () => {
  const found = { "out of sight": [], covered: [] };
  for (const link of document.querySelectorAll("[data-contents] a")) {
    link.click();
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const heading = document.querySelector(`${link.hash} h2`);
    const box = heading.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) found["out of sight"].push(link.hash);
    const there = document.elementFromPoint(box.left + 4, (box.top + box.bottom) / 2);
    if (there !== null && there !== heading) found.covered.push(link.hash);
  }
  return found;
}"""


@pytest.mark.parametrize("address", ["index.html", "accounts/save-a-lot.html"])
def test_the_first_screen_answers_what_needs_me_and_where_we_stand(
    address: str, new_page: Open, sample_site: Path
) -> None:
    page = new_page(viewport={"width": 1440, "height": 900}).open(sample_site / address)
    for part in (page.locator("h1"), page.locator(".figure-value").last, page.get_by_text("Needs attention").first):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900


def test_a_link_of_the_contents_leads_to_a_heading_that_is_in_sight(new_page: Open, sample_site: Path) -> None:
    still = new_page(viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
    page = still.open(sample_site / "accounts/save-a-lot.html")
    assert page.evaluate(_CONTENTS_LEAD_TO) == {"out of sight": [], "covered": []}
