"""The preview in the browser: an edit reloads the page where it was, a broken plan is said in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Watched
from tests.conftest import SMALL_SETTINGS, SMALLEST_PLAN
from tests.preview.running import RunningPreview

pytestmark = pytest.mark.browser

PEOPLE = "".join(f"    - {{id: p{number}, name: Person {number}, influence: 3}}\n" for number in range(30))
FOLDED = """{% extends "kamgen/site/account.html" %}
{% block main %}
<details><summary>More</summary><p>Folded away</p></details>
<details><summary>More</summary><p>Folded away, too</p></details>
{{ super() }}
{% endblock %}
"""
BROKEN = "kamgen: 1\nname: Acme\nowner: not an id <b>\n"


@pytest.fixture
def root(workspace: Callable[..., Path]) -> Path:
    files = {"accounts/acme.yaml": plan("As it was"), "templates/site/account.html": FOLDED}
    return workspace(files, SMALL_SETTINGS + "languages: [en, zh]\n")


@pytest.fixture
def preview(root: Path) -> Iterator[RunningPreview]:
    with RunningPreview(root) as running:
        yield running.started()


def plan(summary: str) -> str:
    return f"{SMALLEST_PLAN}summary: {summary}\npower_map:\n  people:\n{PEOPLE}"


def save(root: Path, text: str) -> None:
    aside = root / "accounts/.acme.tmp"
    aside.write_text(text, encoding="utf-8")
    aside.replace(root / "accounts/acme.yaml")


def opened(watched: Watched, preview: RunningPreview, address: str) -> Page:
    watched.page.goto(preview.url + address)
    return watched.page


def test_an_edit_reloads_the_page_where_it_was(root: Path, preview: RunningPreview, new_page: Open) -> None:
    watched = new_page()
    page = opened(watched, preview, "accounts/acme.html")
    expect(page.get_by_text("As it was").first).to_be_attached()
    page.get_by_text("More").nth(1).click()
    expect(page.get_by_text("Folded away, too")).to_be_visible()
    page.evaluate("scrollTo({ top: 400, behavior: 'instant' })")
    top = page.evaluate("scrollY")
    assert top > 0
    save(root, plan("As it is now"))
    expect(page.get_by_text("As it is now").first).to_be_attached()
    page.wait_for_function("top => document.readyState === 'complete' && Math.abs(scrollY - top) < 2", arg=top)
    expect(page.get_by_text("Folded away, too")).to_be_visible()
    expect(page.get_by_text("Folded away", exact=True)).to_be_hidden()
    assert watched.complaints == []


def test_a_broken_plan_shows_its_findings_and_goes_when_it_is_mended(
    root: Path, preview: RunningPreview, new_page: Open
) -> None:
    pages = {address: new_page() for address in ("accounts/acme.html", "zh/index.html")}
    for address, watched in pages.items():
        opened(watched, preview, address)
    save(root, BROKEN)
    for watched in pages.values():
        expect(watched.page.get_by_role("alert")).to_be_visible()
        expect(watched.page.get_by_text("accounts/acme.yaml:3:8")).to_be_visible()
        expect(watched.page.locator(".preview-panel mark")).to_have_text("not an id <b>")
    expect(pages["zh/index.html"].page.get_by_role("alert")).to_contain_text("待修改")
    page = pages["accounts/acme.html"].page
    expect(page.get_by_text("As it was").first).to_be_attached()
    page.evaluate("scrollTo({ top: 400, behavior: 'instant' })")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    save(root, plan("Mended"))
    expect(page.get_by_text("Mended").first).to_be_attached()
    for watched in pages.values():
        expect(watched.page.locator(".preview-panel")).to_have_count(0)
        assert watched.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_accessible(root: Path, preview: RunningPreview, new_page: Open, scheme: str) -> None:
    page = opened(new_page(color_scheme=scheme), preview, "accounts/acme.html")
    save(root, BROKEN)
    expect(page.get_by_role("alert")).to_be_visible()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_more_tabs_than_a_browser_has_connections_still_load(preview: RunningPreview, new_page: Open) -> None:
    first = new_page()
    opened(first, preview, "index.html")
    for _ in range(8):
        tab = first.page.context.new_page()
        tab.goto(preview.url)
        tab.evaluate("Object.defineProperty(document, 'hidden', { value: true })")
        tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(tab.locator("h1").first).to_be_attached()
    assert first.complaints == []
