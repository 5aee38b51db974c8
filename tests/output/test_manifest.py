"""The manifest: written the same everywhere, read with care."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kamgen.output.manifest import MANIFEST, Manifest, Output, is_inside, read_manifest

SITE = Manifest(
    "2026-05-06",
    {"index.html": Output("in", "out"), "briefs/a-plan.pdf": Output("in", "out", "html")},
    {"pdf": "WeasyPrint"},
)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(SITE.text("1.0"), encoding="utf-8")
    assert read_manifest(tmp_path) == SITE


def test_it_has_one_output_a_line_in_order() -> None:
    text = SITE.text("1.0")
    assert json.loads(text)["format"] == 1
    assert [line.split('"')[1] for line in text.splitlines() if '"inputs"' in line] == [
        "briefs/a-plan.pdf",
        "index.html",
    ]


def test_an_empty_one_is_json_too(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(Manifest("2026-05-06").text("1.0"), encoding="utf-8")
    assert read_manifest(tmp_path) == Manifest("2026-05-06")


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": 2}', '{"format": 1}', '{"format": 1, "outputs": 3}', "null"]
)
def test_one_that_is_not_understood_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content, encoding="utf-8")
    assert read_manifest(tmp_path) == Manifest()


@pytest.mark.parametrize("address", ["../kamgen.yaml", "/etc/passwd", "a/../../b", "..\\b", "C:/x"])
def test_an_address_that_leads_out_of_the_site_is_dropped(tmp_path: Path, address: str) -> None:
    entry = {"inputs": "i", "digest": "d"}
    text = json.dumps({"format": 1, "as_of": "", "outputs": {address: entry, "index.html": entry}})
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    assert list(read_manifest(tmp_path).outputs) == ["index.html"]
    assert not is_inside(address)
