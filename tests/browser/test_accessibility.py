"""axe-core finds nothing wrong: names, roles, order, contrast in both themes, with everything folded open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.sample_pages import EXPLANATIONS

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
"""The script alone is used: its wrapper picks neither rules nor results."""

LOOKED_AT = [
    *(folder + address for folder in ("", "zh/") for address in ("index.html", "accounts/fissa.html")),
    *("accounts/save-a-lot.html", "accounts/bon-app.html", *EXPLANATIONS, "zh/explain/rules-goals.html"),
    *("zh/accounts/quick-stop.html", "zh/accounts/bon-app.html"),
]
"""The portfolio, a prospect, a large account, the smallest plan and the explanations."""

_RUN = "(rules) => axe.run(document, { resultTypes: ['violations'], preload: false, ...rules })"


@pytest.fixture
def page(request: pytest.FixtureRequest, new_page: Open, sample_site: Path) -> Page:
    """A page with everything folded open, ready to be looked at by axe."""
    page = new_page(reduced_motion="reduce").open(sample_site / request.param)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    found = page.evaluate(_RUN, rules)["violations"]
    return [
        f"{rule['impact']} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("page", LOOKED_AT, indirect=True)
def test_names_roles_and_order_are_right_and_all_is_told_from_its_background(page: Page) -> None:
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert violations(page, {"runOnly": ["color-contrast"]}) == [], theme
    assert violations(page, {"rules": {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}}}) == []


@pytest.mark.parametrize("page", ["404.html"], indirect=True)
def test_axe_would_notice(page: Page) -> None:
    """Without this, a script that does not run would look like a page without faults."""
    page.evaluate("document.querySelector('html').removeAttribute('lang')")
    page.evaluate("document.querySelector('h1').style.setProperty('color', '#ddd')")
    found = violations(page, {"runOnly": ["color-contrast", "html-has-lang"]})
    assert {one.split(":")[0] for one in found} == {"serious html-has-lang", "serious color-contrast"}
