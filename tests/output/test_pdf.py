"""PDF from HTML: the same bytes everywhere, nothing fetched, nothing left undrawn in silence."""

from __future__ import annotations

import hashlib
import http.server
import io
import logging
import os
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from kamgen.output import pdf
from kamgen.output.brief_design import brief_design
from kamgen.output.fonts import BRIEF_FAMILIES, installed_fonts
from kamgen.output.pdf import (
    PACKAGES,
    MissingGlyphs,
    NoFonts,
    PdfError,
    PdfUnavailable,
    pdf_engine,
    pdf_key,
    render_pdf,
)
from kamgen.output.templates import Templates
from kamgen.plan.settings import Briefs

pytestmark = pytest.mark.pdf

STYLE = "body { font-family: 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif }"
CHINESE = (
    '<html lang="zh-Hans"><head><title>联合经营会议</title></head><body>'
    "<h1>省多超市</h1><h2>共同目标</h2><p>中文，English “引号” <b>粗体 bold</b></p></body></html>"
)
UNDRAWABLE = "\U00010380"  # Ugaritic: no font of the machines that kamgen runs on has it
RENDER = (
    "import hashlib, sys; from kamgen.output.pdf import render_pdf;"
    "print(hashlib.sha256(render_pdf(sys.argv[1], sys.argv[2])).hexdigest())"
)


def reader_of(html: str, stylesheet: str = STYLE) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(html, stylesheet)))


def python(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


# --- The same bytes --------------------------------------------------------------------------------------------


def test_every_process_makes_the_same_bytes_whatever_it_made_before() -> None:
    render_pdf("<p>another document <i>first</i> 第一</p>", STYLE)
    here = hashlib.sha256(render_pdf(CHINESE, STYLE)).hexdigest()
    for seed, day in (("1", "0"), ("77", "1700000000")):
        there = python(RENDER, CHINESE, STYLE, PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH=day)
        assert there.stdout.strip() == here, there.stderr


def test_no_clock_leaves_a_trace() -> None:
    information = reader_of(CHINESE).metadata
    assert information is not None
    assert "/CreationDate" not in information
    assert "/ModDate" not in information


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    render_pdf("<p>x</p>", STYLE)
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_the_key_follows_everything_that_decides_the_bytes() -> None:
    keys = {
        pdf_key("a", "b", "engine 1"),
        pdf_key("a!", "b", "engine 1"),
        pdf_key("a", "b!", "engine 1"),
        pdf_key("a", "b", "engine 2"),
        pdf_key("ab", "", "engine 1"),
    }
    assert len(keys) == 5
    assert pdf_key("a", "b") == pdf_key("a", "b", pdf_engine())


def test_the_engine_is_named_with_versions_and_without_the_fonts_of_the_machine() -> None:
    assert f"weasyprint {pytest.importorskip('weasyprint').__version__}" in pdf_engine()
    assert installed_fonts().fingerprint not in pdf_engine()


def test_the_fingerprint_is_of_the_fonts_that_the_style_sheet_asks_for() -> None:
    asked = re.findall(r"font-family:\s*([^;}]+?)\s*[;}]", brief_design(Templates(), Briefs()).stylesheets["plan"])
    assert asked
    for families in asked:
        assert tuple(family.strip().strip('"') for family in families.split(",")) == BRIEF_FAMILIES


# --- A document that can be found, read aloud and leafed through ------------------------------------------------


def test_title_language_tags_and_bookmarks_are_in_the_pdf() -> None:
    reader = reader_of(CHINESE)
    assert reader.metadata is not None
    assert reader.metadata.title == "联合经营会议"
    assert reader.metadata.author is None
    assert reader.trailer["/Root"]["/Lang"] == "zh-Hans"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    titles = str(reader.outline)
    assert "省多超市" in titles
    assert "共同目标" in titles


def test_chinese_and_latin_text_can_be_searched() -> None:
    text = reader_of(CHINESE).pages[0].extract_text()
    for said in ("省多超市", "English", "粗体", "bold"):
        assert said in text


# --- Nothing is fetched ------------------------------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()


@pytest.mark.parametrize(
    "reference",
    [
        '<img src="{url}">',
        '<link rel="stylesheet" href="{url}">',
        '<link rel="attachment" href="{url}">',
        '<style>@import url("{url}"); p {{ background: url("{url}") }} '
        '@font-face {{ font-family: F; src: url("{url}") }}</style>',
        '<object data="{url}"></object><embed src="{url}">',
        '<svg width="9" height="9"><image href="{url}" width="9" height="9"/><use href="{url}#a"/></svg>',
        '<base href="{url}/"><img src="relative.png">',
    ],
)
def test_neither_network_nor_files_nor_data_addresses_are_opened(
    reference: str, server: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, asked = server
    secret = tmp_path / "secret.css"
    secret.write_text("p::after { content: 'SECRETSECRET' }", encoding="utf-8")
    data = "data:text/css,p::after%7Bcontent:'SECRETSECRET'%7D"
    for url in (f"{address}/x", secret.as_uri(), str(secret), data):
        reader = reader_of(
            f"<html><head><title>t</title></head><body><p>whole</p>{reference.format(url=url)}</body></html>"
        )
        assert "whole" in reader.pages[0].extract_text()
        assert "SECRETSECRET" not in reader.pages[0].extract_text()
        assert dict(reader.attachments) == {}
    assert asked == []


# --- Characters that no font has ----------------------------------------------------------------------------------


def test_a_character_without_a_glyph_is_named_with_its_code_point() -> None:
    with pytest.raises(MissingGlyphs) as caught:
        render_pdf(f"<p>good {UNDRAWABLE} and {UNDRAWABLE}\ue123</p>", STYLE)
    assert caught.value.characters == ("\ue123", UNDRAWABLE)
    assert "U+10380" in str(caught.value)
    assert "kamgen doctor" in str(caught.value)


def test_a_box_may_be_drawn_instead() -> None:
    made = render_pdf(f"<p>good {UNDRAWABLE} end</p>", STYLE, allow_missing_glyphs=True)
    assert "end" in pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text().replace("\0", "")


def test_the_error_keeps_its_characters_on_the_way_out_of_a_worker() -> None:
    error = pickle.loads(pickle.dumps(MissingGlyphs(("a", "b"))))
    assert error.characters == ("a", "b")
    assert "U+0061" in str(error)


def test_one_document_s_missing_characters_are_not_the_next_one_s() -> None:
    with pytest.raises(MissingGlyphs):
        render_pdf(f"<p>{UNDRAWABLE}</p>", STYLE)
    render_pdf("<p>fine</p>", STYLE)
    assert logging.getLogger("weasyprint").propagate


def test_an_endless_word_gets_places_to_break_and_a_long_chinese_text_none() -> None:
    chinese, word = "<p>" + "汉字，" * 300 + "</p>", "<p>" + "x&amp;" * 300 + "</p>"
    assert pdf._TEXT.sub(pdf._breakable, chinese) == chinese
    broken = pdf._TEXT.sub(pdf._breakable, word)
    assert broken.replace("\u200b", "") == word
    assert max(len(piece.replace("&amp;", "&")) for piece in broken.split("\u200b")) < 30


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert render_pdf("<p>\ud83d</p>", STYLE).startswith(b"%PDF-")


# --- A machine that lacks something ---------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [OSError("cannot load library 'libgobject-2.0-0'"), ImportError("no weasyprint")])
def test_missing_libraries_are_named_with_the_packages_to_install(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Finder:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise error

    pdf._loaded.cache_clear()
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    with pytest.raises(PdfUnavailable, match=re.escape(PACKAGES)) as caught:
        render_pdf("<p>x</p>")
    assert "kamgen doctor" in str(caught.value)
    assert isinstance(caught.value, PdfError)
    monkeypatch.undo()
    pdf._loaded.cache_clear()


def test_a_machine_without_fonts_is_told_so_instead_of_crashing(tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<?xml version='1.0'?><fontconfig></fontconfig>", encoding="utf-8")
    code = (
        "from kamgen.output.pdf import NoFonts, render_pdf\n"
        "try: render_pdf('<p>x</p>')\n"
        "except NoFonts as error: print(error)"
    )
    done = python(code, FONTCONFIG_FILE=str(nothing))
    assert (done.returncode, done.stderr) == (0, "")
    assert "fonts-noto-cjk" in done.stdout
    assert issubclass(NoFonts, PdfError)
