"""What a page guards against: an address that is not there, code that would stand in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_a_page_that_is_not_there_still_leads_home(new_page: Open, sample_site: Path) -> None:
    page = new_page().open(sample_site / "zh/404.html")
    page.get_by_role("main").get_by_role("link").click()
    assert page.url == (sample_site / "zh/index.html").as_uri()


def test_the_policy_stops_code_that_would_stand_in_a_page(new_page: Open, sample_site: Path, tmp_path: Path) -> None:
    page = (sample_site / "404.html").read_text(encoding="utf-8")
    broken = page.replace("<h1>", "<script>document.title = 'ran'</script><img src=x onerror='document.title = 1'><h1>")
    assert broken != page
    (tmp_path / "page.html").write_text(broken, encoding="utf-8")
    watched = new_page()
    opened = watched.open(tmp_path / "page.html")
    assert "ran" not in opened.title()
    assert any("Content Security Policy" in complaint for complaint in watched.complaints)
