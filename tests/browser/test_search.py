"""The search, by keyboard and by hand: what is found, in which language, and where it leads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kamgen.pages.search_index import account_part, search_script
from tests.browser.conftest import Open, Watched
from tests.browser.page_faults import AXE, violations
from tests.browser.sample_pages import FOLDERS
from tests.conftest import REPOSITORY
from tests.workspaces import read_workspace

pytestmark = pytest.mark.browser

ADDRESSES = ("accounts/fissa.html", "zh/accounts/fissa.html", "index.html", "zh/index.html")


@pytest.fixture
def watched(new_page: Open, sample_site: Path) -> Watched:
    """A page that must not have complained, nor asked for anything outside the site, when the test is over."""
    return new_page(reduced_motion="reduce")


@pytest.fixture
def search(watched: Watched, sample_site: Path) -> Callable[..., Page]:
    """A function that opens a page and its search, and types."""

    def opened(typed: str = "", address: str = "index.html") -> Page:
        page = watched.open(sample_site / address)
        page.keyboard.press("/")
        expect(status(page)).to_have_text("")
        if typed:
            page.keyboard.insert_text(typed)
            expect(status(page)).not_to_have_text("")
        return page

    return opened


def field(page: Page) -> Locator:
    return page.locator("#search [role=combobox]")


def options(page: Page) -> Locator:
    return page.locator("#search [role=option]")


def status(page: Page) -> Locator:
    return page.locator("#search [role=status]")


def results(page: Page) -> list[str]:
    """Return what is found, from top to bottom, without the lines below."""
    return page.locator("#search .search-text").all_inner_texts()


def groups(page: Page) -> list[str]:
    return page.locator("#search .search-group-name").all_inner_texts()


def marked(page: Page) -> list[str]:
    return page.locator("#search mark").all_inner_texts()


def chosen(page: Page) -> str:
    """Return the result that Enter opens, as assistive technology is told."""
    name = field(page).get_attribute("aria-activedescendant")
    if name is None:
        return ""
    option = page.locator(f"#{name}")
    assert option.get_attribute("aria-selected") == "true"
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    return option.locator(".search-text").inner_text()


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_it_opens_by_keyboard_on_every_page_and_closes_where_one_was(
    keys: str, address: str, watched: Watched, sample_site: Path
) -> None:
    page = watched.open(sample_site / address)
    before = page.locator("main a[href]").first
    before.focus()
    page.keyboard.press(keys)
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    expect(before).to_be_focused()
    assert watched.complaints == []


def test_the_button_opens_it_and_the_keyboard_stays_inside(watched: Watched, sample_site: Path) -> None:
    page = watched.open(sample_site / "index.html")
    button = page.get_by_role("button", name="Search")
    button.click()
    expect(field(page)).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "[document.body, null].includes(document.activeElement) || search.contains(document.activeElement)"
        )
    page.get_by_role("button", name="Close").click()
    expect(button).to_be_focused()
    button.click()
    page.mouse.click(5, 400)
    expect(field(page)).to_be_hidden()


def test_a_slash_that_is_typed_into_a_field_is_a_slash(watched: Watched, sample_site: Path) -> None:
    page = watched.open(sample_site / "index.html")
    filter_field = page.locator("input[type=search]").first
    filter_field.focus()
    page.keyboard.press("/")
    expect(filter_field).to_have_value("/")
    expect(field(page)).to_be_hidden()


def test_the_index_is_asked_for_when_the_search_is_opened_and_nothing_else_is(
    watched: Watched, sample_site: Path
) -> None:
    page = watched.open(sample_site / "zh/accounts/fissa.html")
    index = (sample_site / "search-index.js").as_uri()
    page.wait_for_load_state()
    assert index not in watched.requests
    for _ in range(2):
        page.keyboard.press("/")
        expect(status(page)).to_have_text("")
        page.keyboard.press("Escape")
        expect(field(page)).to_be_hidden()
    assert watched.requests.count(index) == 1
    inside = sample_site.as_uri() + "/"
    assert [url for url in watched.requests if not url.startswith(inside)] == []
    assert watched.complaints == []


@pytest.mark.parametrize(
    ("typed", "found", "marks"),
    [
        ("save-a-lot", "Save-a-lot Markets", "Save-a-lot"),
        ("ＳＡＶＥ－Ａ－ＬＯＴ", "Save-a-lot Markets", "Save-a-lot"),
        ("snabbkop", "Berglunds snabbköp", "snabbköp"),
        ("MERE paill", "Mère Paillarde", "Mère"),
        ("麦禾里", "麦禾里连锁超市", "麦禾里"),
        ("连锁超市", "麦禾里连锁超市", "连锁超市"),
        ("mhlls", "麦禾里连锁超市", "麦禾里连锁"),
        ("mhllian", "麦禾里连锁超市", "麦禾里连"),
        ("zhoumingche", "周明澈", "周明澈"),
        ("zhmc", "周明澈", "周明澈"),
        ("zmc", "周明澈", "周明澈"),
    ],
)
@pytest.mark.parametrize("address", ["index.html", "zh/accounts/fissa.html"])
def test_a_name_is_found_however_it_is_typed(
    typed: str, found: str, marks: str, address: str, search: Callable[..., Page]
) -> None:
    page = search(typed, address)
    [first, *_] = options(page).all()
    assert found in first.inner_text()
    assert marks in first.locator("mark").all_inner_texts()


def test_a_name_in_the_other_language_is_shown_beside_the_one_of_the_page(search: Callable[..., Page]) -> None:
    page = search("贝里隆")
    first = options(page).first
    assert first.locator(".search-text").inner_text() == "Berglunds snabbköp"
    assert first.locator(".search-note").first.inner_text() == "贝里隆便利超市"
    assert marked(page)[0] == "贝里隆"


def test_every_word_must_occur_and_the_account_may_complete_the_query(search: Callable[..., Page]) -> None:
    page = search("purchasing")
    many = len(results(page))
    notes = page.locator("#search .search-result")
    field(page).fill("purchasing save")
    assert 0 < len(results(page)) < many
    assert all("Save-a-lot Markets" in text for text in notes.all_inner_texts())
    field(page).fill("save")
    assert groups(page)[0] == "Accounts"
    assert "Goals and strategies" not in groups(page), "an account's name alone does not find all that it holds"
    field(page).fill("purchasing zzzz")
    assert results(page) == []
    expect(status(page)).to_contain_text("Nothing found")
    expect(field(page)).to_have_attribute("aria-expanded", "false")


def test_results_stand_in_groups_with_counts_accounts_and_people_first(search: Callable[..., Page]) -> None:
    page = search("a")
    assert groups(page)[:3] == ["Accounts", "People", "Our team"]
    assert 10 < options(page).count() <= 30
    total = 0
    for group in page.locator("#search .search-group").all():
        count = int(group.locator(".search-group-count").inner_text().replace(",", ""))
        shown_here = group.get_by_role("option").count()
        rest = group.locator(".search-more").all_inner_texts()
        assert rest == ([f"and {count - shown_here} more"] if count > shown_here else [])
        assert shown_here <= 8
        total += count
    expect(status(page)).to_have_text(f"{total} results")


def test_what_begins_with_the_word_comes_before_what_only_holds_it(search: Callable[..., Page]) -> None:
    page = search("mar")
    people = page.locator("#search .search-group").filter(has_text="People").locator(".search-text").all_inner_texts()
    at = [re.search(r"(^|\b)mar", name, re.IGNORECASE) is not None for name in people]
    starts = [name.lower().startswith("mar") for name in people]
    assert starts == sorted(starts, reverse=True)
    assert at == sorted(at, reverse=True)
    assert any(starts)


def test_arrows_home_and_end_choose_and_enter_goes_to_the_place_on_the_page(
    search: Callable[..., Page], sample_site: Path
) -> None:
    page = search("dairy")
    names = results(page)
    assert len(names) > 2
    assert chosen(page) == names[0]
    page.keyboard.press("ArrowDown")
    assert chosen(page) == names[1]
    page.keyboard.press("End")
    assert chosen(page) == names[-1]
    page.keyboard.press("ArrowDown")
    assert chosen(page) == names[0]
    page.keyboard.press("ArrowUp")
    assert chosen(page) == names[-1]
    page.keyboard.press("Home")
    assert chosen(page) == names[0]
    href = options(page).first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url((sample_site / "index.html").as_uri().rpartition("/")[0] + f"/{href}")
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("address", ADDRESSES)
def test_results_stay_in_the_language_and_lead_there_from_any_folder(
    address: str, search: Callable[..., Page], sample_site: Path
) -> None:
    page = search("save-a-lot", address)
    page.keyboard.press("Enter")
    language = "zh/" if address.startswith("zh/") else ""
    expect(page).to_have_url((sample_site / language / "accounts/save-a-lot.html").as_uri())


def test_a_result_on_the_page_itself_closes_the_search(search: Callable[..., Page]) -> None:
    page = search("", "accounts/save-a-lot.html")
    page.keyboard.insert_text("gordon whitlock")
    page.keyboard.press("Enter")
    expect(field(page)).to_be_hidden()
    expect(page).to_have_url(re.compile(r"/accounts/save-a-lot\.html#person-"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_control_and_enter_opens_a_new_tab_and_leaves_the_search_open(search: Callable[..., Page]) -> None:
    page = search("save-a-lot")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    assert opened.value.url.endswith("/accounts/save-a-lot.html")
    expect(field(page)).to_be_visible()


def test_a_click_opens_and_the_pointer_chooses(search: Callable[..., Page]) -> None:
    page = search("dairy")
    second = options(page).nth(1)
    second.hover()
    assert chosen(page) == results(page)[1]
    href = second.get_attribute("href") or ""
    second.click()
    expect(page).to_have_url(re.compile(re.escape(href) + "$"))


@pytest.mark.parametrize(
    ("language", "heads"), [("", ["On this page", "Pages"]), ("zh/", ["本页", "页面"])], ids=["en", "zh"]
)
def test_before_anything_is_typed_it_leads_through_the_page_and_the_site(
    language: str, heads: list[str], search: Callable[..., Page]
) -> None:
    page = search("", f"{language}accounts/save-a-lot.html")
    assert groups(page) == heads
    assert chosen(page) == ""
    page.keyboard.press("ArrowDown")
    href = options(page).first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(href) + "$"))


def test_nothing_of_the_search_is_said_in_the_wrong_language(search: Callable[..., Page]) -> None:
    page = search("麦禾里", "zh/index.html")
    assert groups(page)[0] == "客户"
    expect(status(page)).to_have_text(re.compile(r"^\d+ 条结果$"))
    own = page.locator("#search :is(.search-group-head, .search-more, .search-hint, .search-close)").all_inner_texts()
    assert not re.search("[A-Za-z]", "".join(own))


def test_the_place_of_everything_in_it_is_there(search: Callable[..., Page], sample_site: Path) -> None:
    held = search("e").evaluate(
        """() => kamgenSearchIndex.accounts.flatMap(([account, , , held]) => Object.entries(held).flatMap(
          ([kind, entries]) => entries.map(([id]) => [account, kind === "objective" ? "goals" : `${kind}-${id}`])))"""
    )
    assert len(held) > 200
    for language in FOLDERS.values():
        anchors: dict[str, set[str]] = {}
        for account, anchor in held:
            if account not in anchors:
                html = (sample_site / language / f"accounts/{account}.html").read_text(encoding="utf-8")
                anchors[account] = set(re.findall(r' id="([^"]+)"', html))
            assert anchor in anchors[account], f"{language}{account}#{anchor}"


def test_it_says_when_there_is_no_index_and_tries_again(new_page: Open, sample_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(sample_site, site)
    index = site / "search-index.js"
    text = index.read_text(encoding="utf-8")
    index.unlink()
    page = new_page().open(site / "index.html")
    page.keyboard.press("/")
    expect(status(page)).to_contain_text("search-index.js is missing")
    page.keyboard.insert_text("portf")
    assert "Portfolio" in results(page), "the pages of the site are still found"
    page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    index.write_text(text, encoding="utf-8")
    page.keyboard.press("/")
    field(page).fill("save-a-lot")
    expect(status(page)).to_contain_text("result")
    assert results(page)[0] == "Save-a-lot Markets"


def test_without_script_there_is_no_button_that_does_nothing(new_page: Open, sample_site: Path) -> None:
    page = new_page(java_script_enabled=False).open(sample_site / "index.html")
    expect(page.locator("[data-search-open]")).to_be_hidden()
    expect(page.locator("#search")).to_be_hidden()


HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>\u2028';alert(3)//"


def test_what_a_plan_says_runs_nothing(new_page: Open, sample_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(sample_site, site)
    workspace = read_workspace(REPOSITORY)
    account = next(plan.account for plan in workspace.plans if plan.id == "save-a-lot")
    assert account is not None
    assert workspace.settings.as_of is not None
    hostile = account.model_copy(update={"name": HOSTILE})
    part = account_part("save-a-lot", hostile, workspace.settings, workspace.settings.as_of)
    (site / "search-index.js").write_text(search_script([part], workspace.settings), encoding="utf-8")
    watched = new_page()
    page = watched.open(site / "index.html")
    page.keyboard.press("/")
    field(page).fill("alert")
    expect(status(page)).to_contain_text("result")
    assert results(page)[0].startswith("<img src=x onerror=alert(1)></script>")
    assert page.locator("#search img, #search script").count() == 0
    assert (watched.dialogs, watched.complaints) == ([], [])


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("language", ["", "zh/"], ids=["en", "zh"])
def test_it_fits_the_window_and_fills_a_phone(width: int, language: str, new_page: Open, sample_site: Path) -> None:
    page = new_page(viewport={"width": width, "height": 640}).open(sample_site / f"{language}accounts/fissa.html")
    page.keyboard.press("/")
    expect(status(page)).to_have_text("")
    page.keyboard.insert_text("a")
    expect(status(page)).not_to_have_text("")
    box = page.locator("#search").bounding_box()
    assert box is not None
    if width == 360:
        assert (box["x"], box["y"], box["height"]) == (0, 0, 640)
        assert box["width"] >= 360 - 16, "no more than the page's own scrollbar is left"
    else:
        assert box["x"] >= 16
        assert box["y"] + box["height"] <= 640
    sideways = "(list) => list.scrollWidth > list.clientWidth || document.scrollingElement.scrollWidth > innerWidth"
    assert not page.locator(".search-results").evaluate(sideways)
    page.keyboard.press("End")
    expect(options(page).last).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("typed", ["", "purchasing", "zzzz"])
@pytest.mark.parametrize("address", ["accounts/fissa.html", "zh/index.html"])
def test_axe_finds_nothing_wrong_when_it_is_open(address: str, typed: str, search: Callable[..., Page]) -> None:
    page = search(typed, address)
    page.evaluate(AXE)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        assert violations(page, {}) == [], theme


def test_it_is_not_printed(search: Callable[..., Page]) -> None:
    page = search("save")
    page.emulate_media(media="print")
    expect(page.locator("#search")).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_hidden()
