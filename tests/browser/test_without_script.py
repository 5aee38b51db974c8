"""Everything is readable with scripts switched off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from kamgen.plan.values import Language
from tests.browser.conftest import Open
from tests.browser.parsed_page import parsed_pages, text_of
from tests.browser.sample_pages import ACCOUNTS, FOLDERS

pytestmark = pytest.mark.browser

_SEEN = """() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const text = (element) => element.textContent.trim().replace(/\\s+/g, " ");
  return { headings: seen("h1, h2").map(text), tables: seen("main table").length };
}"""


@pytest.mark.parametrize("language", FOLDERS)
def test_the_whole_content_is_there(language: Language, new_page: Open, sample_site: Path) -> None:
    watched = new_page(java_script_enabled=False)
    for address, parsed in parsed_pages(sample_site).items():
        if parsed.language != language:
            continue
        page = watched.open(sample_site / address)
        headings = [text_of(heading) for heading in parsed.all("h1", "h2")]
        assert page.evaluate(_SEEN) == {"headings": headings, "tables": len(parsed.all("table"))}, address
    assert watched.complaints == []


def test_tools_that_need_a_script_do_not_stand_there_dead(new_page: Open, sample_site: Path) -> None:
    page = new_page(java_script_enabled=False).open(sample_site / "index.html")
    assert page.locator("#account-list tbody tr:visible").count() == len(ACCOUNTS)
    expect(page.locator("[data-theme-switch]")).to_be_hidden()
    assert page.locator("input:visible, #account-list button").count() == 0


def test_what_is_folded_away_opens_by_click_and_by_keyboard(new_page: Open, sample_site: Path) -> None:
    page = new_page(java_script_enabled=False).open(sample_site / "index.html")
    folds = page.locator("main details")
    assert folds.count() >= 1
    for number in range(folds.count()):
        fold = folds.nth(number)
        inside = fold.locator(":scope > :not(summary)").first
        expect(inside).to_be_hidden()
        fold.locator("summary").first.click()
        expect(inside).to_be_visible()
        fold.locator("summary").first.press("Enter")
        expect(inside).to_be_hidden()


def test_links_lead_to_their_place(new_page: Open, sample_site: Path) -> None:
    page = new_page(java_script_enabled=False).open(sample_site / "index.html")
    link = page.locator(".urgent-message").first
    target = link.get_attribute("href")
    assert target is not None
    link.click()
    expect(page.locator(f"[id='{target.split('#')[1]}']")).to_be_in_viewport()


def test_the_dark_theme_of_the_system_holds(new_page: Open, sample_site: Path) -> None:
    page = new_page(java_script_enabled=False, color_scheme="dark").open(sample_site / "index.html")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme").startswith(("dark", "light dark"))
    page.evaluate("document.body.getBoundingClientRect()")
    colours = {
        page.evaluate(f"getComputedStyle(document.{part}).backgroundColor") for part in ("body", "documentElement")
    }
    assert "rgb(255, 255, 255)" not in colours
