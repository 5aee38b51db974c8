"""axe-core finds nothing wrong: names, roles, order, contrast in both themes, with everything folded open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
"""The script alone is used: its wrapper picks neither rules nor results."""

LOOKED_AT = ["index.html", "accounts/save-a-lot.html", "accounts/fissa.html", "accounts/bon-app.html"]
"""The portfolio, the largest account, a prospect and the smallest plan."""

_RUN = "(rules) => axe.run(document, { resultTypes: ['violations'], preload: false, ...rules })"


@pytest.fixture(scope="module", params=[folder + address for address in LOOKED_AT for folder in ("", "zh/")])
def page(request: pytest.FixtureRequest, browser: Browser, sample_site: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto((sample_site / request.param).as_uri())
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    yield page
    context.close()


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    found = page.evaluate(_RUN, rules)["violations"]
    return [
        f"{rule['impact']} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def test_names_roles_and_order_are_right(page: Page) -> None:
    assert violations(page, {"rules": {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}}}) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_can_be_told_from_its_background(theme: str, page: Page) -> None:
    page.emulate_media(color_scheme=theme)
    assert violations(page, {"runOnly": ["color-contrast"]}) == []


def test_axe_would_notice(page: Page) -> None:
    """Without this, a script that does not run would look like a page without faults."""
    page.evaluate("document.querySelector('h1').style.color = getComputedStyle(document.body).backgroundColor")
    page.evaluate("document.querySelector('html').removeAttribute('lang')")
    found = violations(page, {"runOnly": ["color-contrast", "html-has-lang"]})
    assert any("html-has-lang" in one for one in found)
