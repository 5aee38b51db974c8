"""Pages fit: on a phone, a tablet, a desk and a wall, in both languages, nothing sticks out and nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Open
from tests.browser.sample_pages import LARGE_PAGES

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1440, 2560)

_STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 0 && style.position !== "fixed" && !element.closest(".skip, .spoken")
      && (box.right > width + 1 || box.left < -1) && !scrolls(element);
  });
  const name = (element) => `${element.tagName}.${element.getAttribute("class") || ""} ${element.textContent.trim().slice(0, 40)}`;
  return { page: document.scrollingElement.scrollWidth, window: innerWidth, out: out.slice(0, 5).map(name) };
}"""

_CUT_OFF = """() => [...document.querySelectorAll("main *")].filter((element) => {
  const style = getComputedStyle(element);
  const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return text && element.closest("svg, .spoken") === null && ["hidden", "clip"].includes(style.overflowX)
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    && element.getClientRects().length > 0;
}).map((element) => `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 60)}`)"""

_COVERED = """() => {
  const parts = [...document.querySelectorAll(".parts > *, main > .part, main > .overview > .part")]
    .map((element) => [element.id, element.getBoundingClientRect()]).filter(([, box]) => box.height > 0);
  const found = [];
  for (let i = 0; i < parts.length; i++) for (let k = i + 1; k < parts.length; k++) {
    const [a, b] = [parts[i][1], parts[k][1]];
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) {
      found.push(`${parts[i][0]} and ${parts[k][0]}`);
    }
  }
  return found;
}"""

_OVERLAPPING_TEXTS = """() => {
  const boxes = [...document.querySelectorAll("main svg text")].map((text) => [text.textContent.trim(), text.getBoundingClientRect(), text.closest("svg")])
    .filter(([words, box]) => words && box.width > 0);
  const found = [];
  for (let i = 0; i < boxes.length; i++) for (let k = i + 1; k < boxes.length; k++) {
    const [a, b] = [boxes[i][1], boxes[k][1]];
    if (boxes[i][2] !== boxes[k][2]) continue;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 0.35 * Math.min(a.height, b.height)) found.push(`“${boxes[i][0]}” over “${boxes[k][0]}”`);
  }
  return found;
}"""


_SMALL_LETTERS = """() => [...document.querySelectorAll("main *")].filter((element) =>
  element.closest("svg, .spoken") === null
  && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
  && parseFloat(getComputedStyle(element).fontSize) < 12
).map((element) => element.textContent.trim().slice(0, 60))"""


def fits(page: Page) -> None:
    found = page.evaluate(_STICKS_OUT)
    assert found["out"] == []
    assert found["page"] <= found["window"]


@pytest.fixture(scope="module", params=LARGE_PAGES)
def large(request: pytest.FixtureRequest, browser: Browser, sample_site: Path) -> Iterator[Page]:
    """A large page, opened once for the tests that only look at it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((sample_site / request.param).as_uri())
    yield page
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_of_the_window_or_is_cut_off_or_lies_on_something_else(width: int, large: Page) -> None:
    large.set_viewport_size({"width": width, "height": 800})
    fits(large)
    assert large.evaluate(_CUT_OFF) == []
    assert large.evaluate(_COVERED) == []


def test_letters_are_large_enough_to_read(large: Page) -> None:
    assert large.evaluate(_SMALL_LETTERS) == []
    body = float(large.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
    assert 15 <= body <= 17


def test_with_everything_folded_open_it_still_fits_and_no_words_lie_on_each_other(large: Page) -> None:
    large.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    large.set_viewport_size({"width": 360, "height": 740})
    fits(large)
    large.set_viewport_size({"width": 1440, "height": 900})
    assert large.evaluate(_OVERLAPPING_TEXTS) == []


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
    for link in page.locator("[data-contents] a").all():
        link.click()
        heading = page.locator(f"{link.get_attribute('href')} h2").first
        box = heading.bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 700 - box["height"], link.inner_text()
        covering = page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y)?.closest('h2, .part-head') !== null",
            [box["x"] + 4, box["y"] + box["height"] / 2],
        )
        assert covering, f"something lies over the heading of {link.inner_text()}"
