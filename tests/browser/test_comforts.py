"""What the scripts add, by hand and by keyboard: the theme, the other language, the table of all accounts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

Portfolio = Callable[..., Page]


@pytest.fixture
def portfolio(new_page: Open, sample_site: Path) -> Portfolio:
    """A function that opens the portfolio in a language."""

    def open_portfolio(language: str = "en", **options: object) -> Page:
        return new_page(**options).open(sample_site / ("zh/index.html" if language == "zh" else "index.html"))

    return open_portfolio


def paper(page: Page) -> int:
    """Return how bright the paper is, 0 to 255."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    if colour == "rgba(0, 0, 0, 0)":
        colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return max(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))


def theme_switch(page: Page) -> Locator:
    return page.locator("[data-theme-switch]")


def test_the_link_past_the_frame_appears_with_the_first_tab_and_leads_into_the_page(portfolio: Portfolio) -> None:
    page = portfolio()
    skip = page.locator(".skip")
    assert page.evaluate("document.querySelector('.skip').getBoundingClientRect().bottom") <= 0
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("address", ["index.html", "accounts/fissa.html", "explain/rules.html", "404.html"])
def test_the_other_language_is_one_click_away_on_the_same_page_and_back(
    address: str, new_page: Open, sample_site: Path
) -> None:
    page = new_page().open(sample_site / address)
    page.get_by_role("link", name="中文").click()
    expect(page).to_have_url((sample_site / "zh" / address).as_uri())
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url((sample_site / address).as_uri())


def test_following_links_stays_in_the_language(portfolio: Portfolio, sample_site: Path) -> None:
    page = portfolio("zh")
    page.locator("#account-list tbody a").first.click()
    assert page.url.startswith((sample_site / "zh/accounts").as_uri())
    page.locator(".masthead-title").click()
    expect(page).to_have_url((sample_site / "zh/index.html").as_uri())


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_theme_is_the_systems_until_someone_chooses_and_the_choice_is_remembered(
    scheme: str, dark: bool, portfolio: Portfolio, sample_site: Path
) -> None:
    page = portfolio(color_scheme=scheme)
    assert (paper(page) < 128) is dark
    switch = theme_switch(page)
    assert switch.get_attribute("aria-pressed") == str(dark).lower()
    switch.focus()
    page.keyboard.press("Enter")
    assert (paper(page) < 128) is not dark
    assert switch.get_attribute("aria-pressed") == str(not dark).lower()
    page.goto((sample_site / "zh/accounts/save-a-lot.html").as_uri())
    assert (paper(page) < 128) is not dark
    assert theme_switch(page).get_attribute("aria-pressed") == str(not dark).lower()
    theme_switch(page).click()
    page.reload()
    assert (paper(page) < 128) is dark
    page.emulate_media(color_scheme="light" if dark else "dark")
    assert (paper(page) < 128) is not dark, "back at the system's theme, the page follows the system again"


def test_without_a_place_to_remember_it_the_theme_holds_for_the_page(new_page: Open, sample_site: Path) -> None:
    watched = new_page(color_scheme="light")
    watched.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page = watched.open(sample_site / "index.html")
    theme_switch(page).click()
    assert paper(page) < 128
    assert watched.complaints == []


def test_a_link_to_something_folded_away_opens_it(new_page: Open, sample_site: Path) -> None:
    page = new_page().open(sample_site / "accounts/hungry-owl.html")
    page.evaluate("document.querySelector('details:not([open]) > :not(summary)').id = 'inside'")
    expect(page.locator("#inside")).to_be_hidden()
    page.evaluate("location.hash = 'inside'")
    expect(page.locator("#inside")).to_be_in_viewport()


def test_every_stop_of_the_keyboard_is_seen(new_page: Open, sample_site: Path) -> None:
    """Focus leaves a mark on everything it can reach: without one, the keyboard is blind."""
    page = new_page(reduced_motion="reduce").open(sample_site / "accounts/fissa.html")
    look = """() => {
      const style = getComputedStyle(document.activeElement);
      const mark = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5;
      const box = document.activeElement.getBoundingClientRect();
      const element = document.activeElement;
      return [element.tagName, element.textContent.trim().slice(0, 40), mark || style.boxShadow !== "none",
        box.bottom > 0 && box.top < innerHeight && box.width > 0];
    }"""
    seen = 0
    for _ in range(150):
        page.keyboard.press("Tab")
        tag, text, marked, in_sight = page.evaluate(look)
        if tag == "BODY":
            break
        seen += 1
        assert marked, f"no focus mark on {tag} {text}"
        assert in_sight, f"focus on {tag} {text}, which is out of sight"
    assert seen > 20


def test_the_contents_say_what_is_being_read(new_page: Open, sample_site: Path) -> None:
    still = new_page(reduced_motion="reduce")
    page = still.open(sample_site / "accounts/save-a-lot.html")
    page.locator("#goals").evaluate("(part) => part.scrollIntoView()")
    expect(page.locator("[data-contents] [aria-current]")).to_have_text("Goals")
    page.keyboard.press("End")
    expect(page.locator("[data-contents] [aria-current]")).to_have_text(
        page.locator("[data-contents] a").last.inner_text()
    )
