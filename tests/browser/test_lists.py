"""Lists: sorted by their heads, filtered by text and by facets, their state kept in the address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.sample_pages import ACCOUNTS, FOLDERS

pytestmark = pytest.mark.browser

Portfolio = Callable[..., Page]
FILTER = {"en": "Filter accounts", "zh": "筛选客户"}


@pytest.fixture
def portfolio(new_page: Open, sample_site: Path) -> Portfolio:
    """A function that opens the portfolio in a language."""

    def open_(language: str = "en", state: str = "") -> Page:
        return new_page().open(sample_site / f"{FOLDERS[language]}index.html", state)

    return open_


def names(page: Page) -> list[str]:
    """Return the accounts of the table that are shown, from top to bottom."""
    rows = page.locator("#account-list tbody tr:visible th a")
    return [text.strip() for text in rows.all_inner_texts()]


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "save-a-lot", ["Save-a-lot Markets"]),
        ("en", "SAVE lin", ["Save-a-lot Markets"]),
        ("zh", "麦禾里", ["麦禾里连锁超市"]),
        ("en", "no such account", []),
    ],
)
def test_typing_filters_the_accounts(language: str, typed: str, found: list[str], portfolio: Portfolio) -> None:
    page = portfolio(language)
    assert len(names(page)) == len(ACCOUNTS)
    field = page.get_by_role("searchbox", name=FILTER[language])
    field.fill(typed)
    assert names(page) == found
    assert page.locator(".list-tools [role=status]").inner_text() == (
        f"{len(found)} of {len(ACCOUNTS)} shown" if language == "en" else f"显示 {len(found)}/{len(ACCOUNTS)}"
    )
    field.fill("")
    assert len(names(page)) == len(ACCOUNTS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_table_is_sorted_by_keyboard_and_says_how(language: str, portfolio: Portfolio) -> None:
    page = portfolio(language)
    built = names(page)
    heads = page.locator("#account-list thead th")
    account, purchases = heads.nth(0), heads.nth(6)
    account.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert account.get_attribute("aria-sort") == "ascending"
    rising = names(page)
    collated = page.evaluate(
        "(names) => names.sort(new Intl.Collator(document.documentElement.lang, { sensitivity: 'base' }).compare)",
        built,
    )
    assert rising == collated
    page.keyboard.press("Space")
    assert account.get_attribute("aria-sort") == "descending"
    assert names(page) == rising[::-1]
    purchases.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert purchases.get_attribute("aria-sort") == "descending"
    assert account.get_attribute("aria-sort") is None
    cells = page.locator("#account-list tbody td:nth-child(7)").all_inner_texts()
    amounts = [float(text.replace(",", "")) for text in cells if text.strip()]
    assert amounts == sorted(amounts, reverse=True)
    assert [bool(text.strip()) for text in cells] == sorted((bool(text.strip()) for text in cells), reverse=True), (
        "accounts whose purchases are not known come last"
    )
    assert sorted(names(page)) == sorted(built)


_EVERY_ORDER = """() => {
  const table = document.getElementById("account-list");
  return [...table.tHead.rows[0].cells].flatMap((head, column) => {
    const button = head.querySelector("button");
    if (!button) return [];
    return [[head.textContent.trim(), [1, 2].map(() => {
      button.click();
      return [...table.tBodies[0].rows].map((row) => row.cells[column].textContent.trim());
    })]];
  });
}"""


def test_every_column_but_the_drawings_is_sorted_both_ways_and_keeps_the_unknown_last(portfolio: Portfolio) -> None:
    page = portfolio()
    orders = page.evaluate(_EVERY_ORDER)
    assert len(orders) == page.locator("#account-list thead th").count() - 1
    for head, (first, second) in orders:
        for cells in (first, second):
            known = [bool(text) for text in cells]
            assert known == sorted(known, reverse=True), head
        once, again = ([text for text in cells if text] for cells in (first, second))
        assert len(set(once)) == 1 or once != again, head
        assert once[0] == again[-1] or len(set(once)) < len(once), head


def owners(page: Page) -> set[str]:
    return set(page.locator("#account-list tbody tr:visible td:nth-child(2)").all_inner_texts())


def test_facets_choose_and_add_up_and_say_how_many_they_leave(portfolio: Portfolio) -> None:
    page = portfolio()
    page.get_by_label("Owner", exact=True).select_option("lin-yue")
    assert owners(page) == {"Lin Yue"}
    of_owner = names(page)
    page.get_by_label("Health", exact=True).select_option("red")
    assert set(names(page)) < set(of_owner)
    assert f"{len(names(page))} of {len(ACCOUNTS)} shown" in page.locator(".list-tools").inner_text()
    page.get_by_role("button", name="Show all").click()
    assert len(names(page)) == len(ACCOUNTS)
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()


@pytest.mark.parametrize(("facet", "value"), [("Tag", "at-risk"), ("Segment", "dormant-food"), ("Class", "A2")])
def test_accounts_are_found_by_tag_segment_and_class(facet: str, value: str, portfolio: Portfolio) -> None:
    page = portfolio()
    choice = page.get_by_label(facet, exact=True)
    values = choice.locator("option").evaluate_all("options => options.map(option => option.value)")
    value = value if value in values else values[1]
    counted = choice.locator(f"option[value='{value}']").inner_text()
    choice.select_option(value)
    assert counted.endswith(f"({len(names(page))})")
    assert 0 < len(names(page)) < len(ACCOUNTS)


def test_what_is_chosen_stands_in_the_address_and_comes_back_with_it(portfolio: Portfolio) -> None:
    page = portfolio()
    page.get_by_label("Owner", exact=True).select_option("nora-quill")
    page.get_by_role("searchbox", name=FILTER["en"]).fill("s")
    page.get_by_role("columnheader", name="Relationship").get_by_role("button").click()
    shown, state = names(page), page.evaluate("location.hash")
    assert "owner=nora-quill" in state
    assert "q=s" in state
    page.reload()
    assert names(page) == shown
    other = portfolio(state=state)
    assert names(other) == shown
    expect(other.get_by_label("Owner", exact=True)).to_have_value("nora-quill")


def test_the_other_language_opens_with_the_same_choice(portfolio: Portfolio) -> None:
    page = portfolio()
    page.get_by_label("Owner", exact=True).select_option("sofia-brandt")
    shown = len(names(page))
    page.get_by_role("link", name="中文").click()
    expect(page.get_by_label("负责人", exact=True)).to_have_value("sofia-brandt")
    assert len(names(page)) == shown < len(ACCOUNTS)


@pytest.mark.parametrize(
    "state", ["#account-list?owner=nobody&sort=99", "#account-list?sort=8&q=%00", "#account-list?%%%", "#no-list?q=x"]
)
def test_an_address_that_asks_for_nonsense_shows_the_whole_list(state: str, portfolio: Portfolio) -> None:
    page = portfolio(state=state)
    assert len(names(page)) in (len(ACCOUNTS), 0 if "q=" in state and "no-list" not in state else len(ACCOUNTS))
