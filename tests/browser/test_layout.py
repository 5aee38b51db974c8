"""Pages fit: on a phone, a tablet, a desk and a wall, in both languages, nothing sticks out and nothing is cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

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
  const name = (element) =>
    `${element.tagName}.${element.getAttribute("class") || ""} ${element.textContent.trim().slice(0, 40)}`;
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
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1) found.push(`${parts[i][0]} and ${parts[k][0]}`);
  }
  return found;
}"""

_OVERLAPPING_TEXTS = """() => {
  const boxes = [...document.querySelectorAll("main svg text")]
    .map((text) => [text.textContent.trim(), text.getBoundingClientRect(), text.closest("svg")])
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


_BROKEN_WORDS = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest("svg, code, script") || !node.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\\p{Script=Latin}\\d$€¥%,.+−]{2,24}/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top));
      if (new Set(tops).size > 1) found.push(word);
    }
  }
  return found;
}"""


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


def fits(page: Page) -> None:
    found = page.evaluate(_STICKS_OUT)
    assert found["out"] == []
    assert found["page"] <= found["window"]


@pytest.mark.parametrize("address", LARGE_PAGES)
def test_nothing_sticks_out_of_the_window_or_is_cut_off_or_lies_on_something_else(
    address: str, new_page: Open, sample_site: Path
) -> None:
    page = new_page().open(sample_site / address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        fits(page)
        assert page.evaluate(_CUT_OFF) == [], width
        assert page.evaluate(_BROKEN_WORDS) == [], width
        assert page.evaluate(_COVERED) == [], width


@pytest.mark.parametrize("address", LARGE_PAGES)
def test_with_everything_folded_open_it_still_fits_and_can_be_read(
    address: str, new_page: Open, sample_site: Path
) -> None:
    page = new_page(viewport={"width": 360, "height": 740}).open(sample_site / address)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    fits(page)
    page.set_viewport_size({"width": 1440, "height": 900})
    assert page.evaluate(_OVERLAPPING_TEXTS) == []
    assert page.evaluate(_SMALL_LETTERS) == []
    assert 15 <= float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")) <= 17


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
