"""The power map by hand, by keyboard and by finger: who a card is, how large the map is, where it leads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Watched
from tests.browser.page_faults import AXE, violations

pytestmark = pytest.mark.browser

MAP = "accounts/save-a-lot/power-map.html"
ACCOUNT = "accounts/save-a-lot.html"
WHO = "Gordon Whitlock"


@pytest.fixture
def opened(new_page: Open, sample_site: Path) -> Watched:
    """The page of a power map."""
    watched = new_page(reduced_motion="reduce")
    watched.open(sample_site / MAP)
    return watched


def card(page: Page, name: str = WHO) -> Locator:
    return page.locator(f".power-map a[aria-label^='{name}']")


def panel(page: Page) -> Locator:
    return page.locator(".person-panel")


def test_the_pointer_shows_who_a_card_is_and_may_go_over_to_read(opened: Watched) -> None:
    page = opened.page
    expect(panel(page)).to_be_hidden()
    card(page).hover()
    expect(panel(page)).to_contain_text("Response mode")
    expect(panel(page)).to_contain_text("Vendor → Problem solver")
    expect(panel(page).locator("h3")).to_contain_text(WHO)
    panel(page).hover()
    page.wait_for_timeout(500)
    expect(panel(page)).to_be_visible()
    page.locator("h1").hover()
    expect(panel(page)).to_be_hidden()
    assert opened.complaints == []


def test_the_keyboard_reaches_every_card_and_escape_closes(opened: Watched) -> None:
    page = opened.page
    cards = page.locator(".power-map a")
    assert cards.count() == 18
    page.locator(".zoom input[value=actual]").focus()
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.matches('figure')"):
        page.keyboard.press("Tab")
    for number in range(3):
        expect(cards.nth(number)).to_be_focused()
        name = (cards.nth(number).get_attribute("aria-label") or "").split(",")[0]
        expect(panel(page).locator("h3")).to_contain_text(name)
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(cards.nth(3)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#file-"))
    expect(page.locator("article:target")).to_be_in_viewport()
    assert opened.complaints == []


def test_the_panel_stays_inside_the_window(opened: Watched) -> None:
    page = opened.page
    for width in (1280, 700, 390):
        page.set_viewport_size({"width": width, "height": 800})
        for number in (0, 9, 17):
            page.locator(".power-map a").nth(number).hover()
            expect(panel(page)).to_be_visible()
            box = panel(page).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 800
            page.keyboard.press("Escape")


def test_a_finger_shows_with_the_first_tap_and_follows_with_the_second(new_page: Open, sample_site: Path) -> None:
    watched = new_page(has_touch=True, viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page = watched.open(sample_site / "zh" / MAP)
    card(page).tap()
    expect(panel(page)).to_contain_text("反应模式")
    assert "#" not in page.url
    card(page).tap(force=True)
    expect(page).to_have_url(re.compile("#file-whitlock$"))
    expect(panel(page)).to_be_hidden()
    card(page).tap()
    expect(panel(page)).to_be_visible()
    page.locator("h1").tap(force=True)
    expect(panel(page)).to_be_hidden()
    assert watched.complaints == []


def test_on_the_accounts_page_a_card_says_who_it_is_and_leads_to_the_file(new_page: Open, sample_site: Path) -> None:
    watched = new_page(reduced_motion="reduce")
    page = watched.open(sample_site / ACCOUNT)
    card(page).hover()
    expect(panel(page)).to_contain_text("economic buyer, influence 5 of 5")
    card(page).click()
    expect(page).to_have_url((sample_site / MAP).as_uri() + "#file-whitlock")
    expect(page.locator("article:target h3")).to_contain_text(WHO)
    assert watched.complaints == []


def test_a_name_on_the_grid_shows_the_same_file(opened: Watched) -> None:
    page = opened.page
    page.locator(".support-grid [data-file=file-whitlock]").hover()
    expect(panel(page).locator("h3")).to_contain_text(WHO)


def test_the_map_fits_the_page_or_the_window_as_one_likes_without_a_script(new_page: Open, sample_site: Path) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 900, "height": 700}).open(sample_site / MAP)

    def size() -> tuple[float, float]:
        box = page.locator("#tree .power-map").bounding_box()
        assert box is not None
        return box["width"], box["height"]

    actual = size()
    assert actual[0] > 900
    page.get_by_label("Fit to width").check()
    assert 700 < size()[0] <= 900
    page.get_by_label("Whole map").check()
    assert size()[0] <= 900
    assert size()[1] <= 700
    page.get_by_label("Actual size").check()
    assert size() == actual


def test_a_sheet_of_paper_holds_the_whole_map(opened: Watched, tmp_path: Path) -> None:
    opened.page.emulate_media(media="print")
    opened.page.set_viewport_size({"width": 1000, "height": 680})
    box = opened.page.locator("#tree .power-map").bounding_box()
    assert box is not None
    assert box["width"] <= 1000
    assert box["height"] <= 680


@pytest.mark.parametrize("address", [MAP, "zh/" + MAP])
def test_axe_finds_nothing_on_the_page_with_a_file_shown(address: str, new_page: Open, sample_site: Path) -> None:
    watched = new_page(reduced_motion="reduce")
    page = watched.open(sample_site / address)
    page.evaluate(AXE)
    card(page).hover()
    expect(panel(page)).to_be_visible()
    rules: list[dict[str, Any]] = [
        {"runOnly": ["color-contrast"]},
        {"rules": {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}}},
    ]
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert [found for rule in rules for found in violations(page, rule)] == [], theme
    assert watched.complaints == []
