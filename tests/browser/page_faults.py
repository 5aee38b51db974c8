"""What is wrong with a page as Chromium shows it: each function returns the faults in words, none where all is well."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
"""The script alone is used: its wrapper picks neither rules nor results."""

WIDTHS = (360, 768, 1440, 2560)
"""A phone, a tablet, a desk and a wall."""

_RUN_AXE = "(rules) => axe.run(document, { resultTypes: ['violations'], preload: false, ...rules })"

_INCOMPLETE = """() => [
  document.querySelector("h1").checkVisibility() ? "" : "the heading is not seen",
  document.querySelector("[data-theme-switch]").hidden ? "the script has not run" : "",
  ...[...document.querySelectorAll("link[rel=stylesheet]")]
    .map((link) => (link.sheet === null ? `${link.href} is not there` : "")),
].filter(Boolean)"""

_WIDER_THAN_THE_WINDOW = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const name = (element) =>
    `${element.tagName}.${element.getAttribute("class") || ""} ${element.textContent.trim().slice(0, 40)}`;
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || (box.right <= width + 1 && box.left >= -1)) continue;
    if (getComputedStyle(element).position === "fixed" || element.closest(".skip, .spoken")) continue;
    if (scrolls(element)) continue;
    found.push(`sticks out: ${name(element)}`);
    if (found.length === 5) break;
  }
  const page = document.scrollingElement.scrollWidth;
  return page > innerWidth ? [...found, `the page is ${page} px wide`] : found;
}"""

_CUT_OFF = """() => [...document.querySelectorAll("main *")].filter((element) => {
  if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return false;
  const style = getComputedStyle(element);
  if (!["hidden", "clip"].includes(style.overflowX) || element.closest("svg, .spoken")) return false;
  // What ends in an ellipsis may, where the whole of it is the title.
  const ends = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
  if (ends && element.closest("[title]")?.title.includes(element.textContent.trim())) return false;
  return (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    && element.getClientRects().length > 0;
}).map((element) => `cut off: ${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 60)}`)"""

_BROKEN_WORDS = """() => {
  const found = [];
  const range = document.createRange();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.data.trim() || node.parentElement.closest("svg, code, script")) continue;
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
    if (lines.size < 2 || !node.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\\p{Script=Latin}\\d$€¥%,.+−]{2,24}/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top));
      if (new Set(tops).size > 1) found.push(`broken in the middle: ${word}`);
    }
  }
  return found;
}"""

_COVERED = """() => {
  const parts = [...document.querySelectorAll(".parts > *, main > .part, main > .overview > .part")]
    .map((element) => [element.id, element.getBoundingClientRect()]).filter(([, box]) => box.height > 0);
  const found = [];
  for (let i = 0; i < parts.length; i++) for (let k = i + 1; k < parts.length; k++) {
    const [a, b] = [parts[i][1], parts[k][1]];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1) found.push(`${parts[i][0]} and ${parts[k][0]} lie on each other`);
  }
  return found;
}"""

_OVERLAPPING_TEXTS = """() => {
  const found = [];
  for (const drawing of document.querySelectorAll("main svg")) {
    const boxes = [...drawing.querySelectorAll("text")]
      .map((text) => [text.textContent.trim(), text.getBoundingClientRect()])
      .filter(([words, box]) => words && box.width > 0);
    for (let i = 0; i < boxes.length; i++) for (let k = i + 1; k < boxes.length; k++) {
      const [a, b] = [boxes[i][1], boxes[k][1]];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 2 && high > 0.35 * Math.min(a.height, b.height)) {
        found.push(`“${boxes[i][0]}” is drawn over “${boxes[k][0]}”`);
      }
    }
  }
  return found;
}"""

_LETTERS = """() => {
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const small = [...document.querySelectorAll("main *")].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    && size(element) < 12 && !element.closest("svg, .spoken"));
  const text = size(document.body);
  const found = small.map((element) => `too small to read: ${element.textContent.trim().slice(0, 60)}`);
  return text < 15 || text > 17 ? [...found, `text of ${text} px`] : found;
}"""


# The title of a fold goes with the fold: one that stays closed is left out as a whole. The sheet of a member leaves
# out what people's jobs are: a row of it is a line to work through.
_SCREEN_ONLY = (
    ".skip, .masthead-tools, .masthead-links, .account-links, .explain-pages, [data-contents], .list-tools, .zoom, "
    ".views, .person-panel, .more, .spoken, .member .person-list :is(th, td):nth-child(2), "
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


def incomplete(page: Page) -> list[str]:
    """Return what of a page has not come: its heading, its script, a style sheet."""
    return _faults(page, _INCOMPLETE)


def does_not_fit(page: Page) -> list[str]:
    """Return what is wider than the window."""
    return _faults(page, _WIDER_THAN_THE_WINDOW)


def badly_laid_out(page: Page) -> list[str]:
    """Return what sticks out, is cut off, breaks in the middle of a word or lies on something else, at any width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for look in (_WIDER_THAN_THE_WINDOW, _CUT_OFF, _BROKEN_WORDS, _COVERED):
            found += [f"{width} px: {fault}" for fault in _faults(page, look)]
    return found


def hard_to_read_unfolded(page: Page) -> list[str]:
    """Fold everything open and return what does not fit a phone and what cannot be read on a desk."""
    unfold(page)
    page.set_viewport_size({"width": 360, "height": 740})
    found = [f"360 px, unfolded: {fault}" for fault in does_not_fit(page)]
    page.set_viewport_size({"width": 1440, "height": 900})
    return found + [fault for look in (_OVERLAPPING_TEXTS, _LETTERS) for fault in _faults(page, look)]


def unfold(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def lost_on_paper(page: Page) -> list[str]:
    """Return what the screen says and paper does not, and what is too bright for paper, in the dark theme."""
    page.emulate_media(color_scheme="dark")
    screen = page.evaluate(_SEEN, _SCREEN_ONLY)
    page.emulate_media(media="print", color_scheme="dark")
    paper = page.evaluate(_SEEN, _SCREEN_ONLY)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    chosen = page.evaluate(_SEEN, _SCREEN_ONLY)
    page.evaluate("delete document.documentElement.dataset.theme")
    page.emulate_media(media="screen", color_scheme="light")
    found = [
        f"not on paper: {text}"
        for (text, seen, _), (_, printed, _) in zip(screen, paper, strict=True)
        if seen and not printed
    ]
    found += [f"too bright for paper: {text}" for text in _bright(paper)]
    return found + [f"too bright for paper, dark chosen by hand: {text}" for text in _bright(chosen)]


def _bright(texts: list[tuple[str, bool, str]]) -> list[str]:
    """Return the texts that are seen and too bright for white paper."""
    return [text for text, seen, colour in texts if seen and min(map(int, re.findall(r"\d+", colour)[:3])) > 140]


def inaccessible(page: Page) -> list[str]:
    """Return what axe finds in the light theme, and what in the dark one cannot be told from its background."""
    page.evaluate(AXE)
    page.emulate_media(color_scheme="light")
    light = violations(page, {"rules": {"target-size": {"enabled": True}}})
    page.emulate_media(color_scheme="dark")
    dark = violations(page, {"runOnly": ["color-contrast"]})
    return [f"light: {fault}" for fault in light] + [f"dark: {fault}" for fault in dark]


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    """Return what axe, which must be there, finds by these rules: ``serious color-contrast: <a …> …``."""
    found = page.evaluate(_RUN_AXE, rules)["violations"]
    return [
        f"{rule['impact']} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def _faults(page: Page, look: str) -> list[str]:
    found: list[str] = page.evaluate(look)
    return found
