"""The same accounts for the peer: Hugo gets every value of a plan, and its purchases."""

from __future__ import annotations

from pathlib import Path

import yaml

from benchmarks.hugo import hugo_page, write_hugo_site
from benchmarks.plans import made_up_plan
from benchmarks.yaml_writer import yaml_text


def test_a_page_holds_the_whole_plan() -> None:
    plan = made_up_plan(1)
    _, front, text = hugo_page(plan).split("---\n")
    content = yaml.safe_load(front)
    assert content["title"] == plan.values["name"]["en"]
    assert text == plan.values["summary"]
    assert content["plan"] | {"summary": text} == yaml.safe_load(yaml_text(plan.values))
    assert len(content["plan"]["value"]["purchases"]) == len(plan.values["value"]["purchases"])


def test_a_site_has_a_page_for_each_account_and_layouts_to_draw_it(tmp_path: Path) -> None:
    write_hugo_site(tmp_path / "site", 2)
    pages = {file.name for file in (tmp_path / "site" / "content" / "accounts").iterdir()}
    assert pages == {f"{made_up_plan(number).id}.md" for number in (0, 1)}
    assert (tmp_path / "site" / "layouts" / "_default" / "single.html").is_file()
    assert (tmp_path / "site" / "static" / "assets" / "site.css").stat().st_size > 0
