"""Plans come from anyone: whatever stands in their fields, a page shows it as text, and stays a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, Watched, built, made_once
from tests.browser.hostile_plans import HOSTILE, LONG, write_hostile_workspace
from tests.browser.page_faults import does_not_fit, unfold
from tests.browser.parsed_page import ParsedPage

pytestmark = pytest.mark.browser

PAGES = ["index.html", "zh/index.html", *(f"accounts/{kind}.html" for kind in HOSTILE), "zh/accounts/markup.html"]

_STRANGERS = """() => {
  const strange = "img, iframe, object, embed, form, style, base, textarea, script:not([src$='.js'])";
  const found = [...document.querySelectorAll(strange)].map((element) => element.outerHTML);
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const address = /^(href|src|xlink:href|action)$/.test(name);
      if (/^on|^style$/.test(name) || (address && /^\\s*(javascript|data|vbscript):/i.test(value))) {
        found.push(`${element.tagName} ${name}=${value}`);
      }
    }
  }
  return { found, ran: window.ran ?? null };
}"""


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of hostile plans; built once for all of pytest's workers."""

    def make(place: Path) -> None:
        counts = write_hostile_workspace(place / "workspace")
        assert counts["plan"] > 150, "the plan to start from has few texts"
        assert counts["settings"] > 100, "the settings to start from have few texts"
        built(place / "workspace", place)

    return made_once("hostile-site", make, tmp_path_factory, worker_id) / "site"


def opened(new_page: Open, path: Path, **options: Any) -> tuple[Watched, Page]:
    """Open a page with its policy switched off: the page itself must be clean, not only guarded."""
    watched = new_page(bypass_csp=True, **options)
    return watched, watched.open(path)


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_a_plan_becomes_part_of_the_page(address: str, new_page: Open, hostile_site: Path) -> None:
    watched, page = opened(new_page, hostile_site / address)
    assert page.evaluate(_STRANGERS) == {"found": [], "ran": None}
    assert ParsedPage(hostile_site / address, hostile_site).errors == []
    unfold(page)
    field = page.locator("input[type=search]")
    if field.count():
        field.fill('<img src=x onerror=alert(1)>"')
        page.locator("#account-list thead button").first.click()
    assert page.evaluate(_STRANGERS) == {"found": [], "ran": None}
    assert watched.dialogs == []
    assert watched.complaints == []
    inside = hostile_site.as_uri()
    assert [url for url in watched.requests if not url.startswith(inside)] == []


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("markup", "<script>window.ran = 1; alert(2)</script>"),
        ("link", "javascript:alert(1)//"),
        ("template", "{{ 7777*7777 }}{% include '/etc/passwd' %}{x} %s ${7777*7777}"),
        ("strange", "👩‍👩‍👧‍👦🇨🇳👍🏽"),
    ],
)
def test_what_was_written_is_what_is_read(kind: str, shown: str, hostile_site: Path) -> None:
    page = ParsedPage(hostile_site / f"accounts/{kind}.html", hostile_site)
    texts = [said.text for said in page.said()]
    assert sum(shown in text for text in texts) > 100
    assert not any("60481729" in text or "root:" in text for text in texts)


@pytest.mark.parametrize("address", ["index.html", "accounts/long.html", "zh/accounts/long.html"])
def test_the_longest_words_do_not_widen_a_page(address: str, new_page: Open, hostile_site: Path) -> None:
    _, page = opened(new_page, hostile_site / address, viewport={"width": 360, "height": 740})
    unfold(page)
    assert does_not_fit(page) == []
    page.set_viewport_size({"width": 1440, "height": 900})
    assert does_not_fit(page) == []


def test_a_link_preview_of_a_very_long_text_is_short(hostile_site: Path) -> None:
    page = ParsedPage(hostile_site / "accounts/long.html", hostile_site)
    previews = [said.text for said in page.said() if said.place.endswith("meta[content]")]
    assert previews
    assert [len(text) for text in previews if len(text) > len(LONG) + 100] == []
