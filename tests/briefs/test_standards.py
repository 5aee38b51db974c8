"""Briefs hold PDF/UA-1 and, where wanted, PDF/A-2a: by a validator, and by what a screen reader finds in them."""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import pairwise
from typing import Any

import page as validator
import pypdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from pypdf.generic import ContentStream, NameObject

from kamgen.output.pdf import render_pdf
from tests.briefs.sample_briefs import ARCHIVED, SAMPLES, Sample
from tests.briefs.structure_tree import Element, structure_of

pytestmark = [
    pytest.mark.pdf,
    pytest.mark.filterwarnings("ignore:.*sRGB2014.icc"),  # the engine forgets to close its colour profile
]

CHINESE = re.compile(r"[\u4e00-\u9fff]")
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)


ASKED_OTHERWISE = ("PDFUA1-FONT-GLYPH-WIDTH-001", "PDFA2A-TRUETYPE-GLYPH-WIDTH-001")
"""Rules that the validator gets wrong: of a font with several dictionaries it asks the first, whichever the glyph."""


def faults(pdf: bytes, profile: str) -> set[str]:
    report = validator.validate_pdf_bytes(pdf, profile=profile)
    return {f"{fault.rule_id}: {fault.message}" for fault in report.failures if fault.rule_id not in ASKED_OTHERWISE}


def widths_said(font: Any) -> dict[int, float]:
    """Return the width of each glyph as a PDF's font says it."""
    entries = iter(font["/W"])
    return {
        int(first) + place: float(width)
        for first, widths in zip(entries, entries, strict=True)
        for place, width in enumerate(widths)
    }


def widths_drawn(program: bytes) -> dict[int, float]:
    """Return the width of each outline by its number, as a bare CFF font has them."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    top = fonts.topDictIndex[0]
    widths = {}
    for name in top.charset:
        outline = top.CharStrings[name]
        outline.draw(NullPen())
        widths[int(name.removeprefix("cid")) if name != ".notdef" else 0] = outline.width
    return widths


@cache
def tree(sample: Sample) -> Element:
    return structure_of(sample.reader())


def tagged(body: str, language: str = "en") -> pypdf.PdfReader:
    made = render_pdf(f'<html lang="{language}"><head><title>t</title></head><body>{body}</body></html>')
    return pypdf.PdfReader(io.BytesIO(made))


# --- By the validator ---------------------------------------------------------------------------------------------


@every_sample
def test_a_brief_is_pdf_ua(sample: Sample) -> None:
    assert faults(sample.pdf(), "ua1") == set()


@pytest.mark.parametrize("sample", ARCHIVED, ids=str)
def test_a_brief_for_the_archive_is_pdf_a_that_can_be_read_aloud(sample: Sample) -> None:
    assert faults(sample.pdf(archive=True), "2a") == set()


@every_sample
def test_outlines_are_as_wide_as_the_document_says(sample: Sample) -> None:
    compared = 0
    for number in range(1, sample.reader().trailer["/Size"]):
        font = sample.reader().get_object(number)
        if isinstance(font, dict) and font.get("/Subtype") == "/CIDFontType0":
            drawn = widths_drawn(font["/FontDescriptor"]["/FontFile3"].get_data())
            for glyph, width in widths_said(font).items():
                assert abs(drawn[glyph] - width) <= 1, f"glyph {glyph}"
                compared += 1
    if not compared:
        pytest.skip("this machine has no font with numbered outlines")


def test_a_drawing_without_words_is_a_fault() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    document = '<html lang="en"><head><title>t</title></head><body><h1>x</h1>{}</body></html>'
    assert any("FIGURE" in fault for fault in faults(render_pdf(document.format(drawing)), "ua1"))


@pytest.mark.parametrize("lost", ["/Lang", "/MarkInfo", "/StructTreeRoot", "/Metadata", "/ViewerPreferences"])
def test_a_brief_that_has_lost_something_is_a_fault(lost: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(SAMPLES[0].pdf()))
    del writer.root_object[NameObject(lost)]
    spoilt = io.BytesIO()
    writer.write(spoilt)
    assert faults(spoilt.getvalue(), "ua1") - faults(SAMPLES[0].pdf(), "ua1")


def test_an_ordinary_brief_is_no_brief_for_the_archive() -> None:
    assert faults(SAMPLES[0].pdf(), "2a")


# --- What a screen reader finds -----------------------------------------------------------------------------------


@every_sample
def test_language_and_title_are_said_and_shown(sample: Sample) -> None:
    reader = sample.reader()
    root = reader.trailer["/Root"]
    assert root["/Lang"] == {"en": "en", "zh": "zh-Hans"}[sample.language]
    assert reader.metadata is not None
    assert reader.metadata.title
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/MarkInfo"]["/Marked"].value is True


@every_sample
def test_there_is_one_title_and_no_level_of_headings_is_left_out(sample: Sample) -> None:
    headings = [int(element.kind[1]) for element in tree(sample).all("H1", "H2", "H3", "H4", "H5", "H6")]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))


@every_sample
def test_every_table_says_what_heads_its_cells(sample: Sample) -> None:
    for table in tree(sample).all("Table"):
        headers = list(table.all("TH"))
        assert headers, "a table for layout only needs role=presentation"
        assert {header.attributes.get("/Scope") for header in headers} <= {"/Column", "/Row"}
        for row in table.all("TR"):
            assert all(cell.kind in ("TH", "TD") for cell in row.children)


@every_sample
def test_every_drawing_has_words_in_the_language_of_the_brief(sample: Sample) -> None:
    reader = sample.reader()
    for figure in tree(sample).all("Figure"):
        assert figure.alternative.strip()
        assert bool(CHINESE.search(figure.alternative)) is (sample.language == "zh"), figure.alternative
        left, bottom, right, top = figure.attributes["/BBox"]
        paper = reader.pages[figure.page].mediabox
        assert 0 <= left < right <= paper.right
        assert 0 <= bottom < top <= paper.top


@every_sample
def test_lists_are_made_of_items_with_a_body(sample: Sample) -> None:
    for found in tree(sample).all("L"):
        assert {child.kind for child in found.children} <= {"LI", "L", "Caption"}
        for item in found.children:
            if item.kind == "LI":
                assert {child.kind for child in item.children} <= {"Lbl", "LBody", "NonStruct"}


@every_sample
def test_every_link_says_where_it_leads(sample: Sample) -> None:
    links = [link for leaf in sample.reader().pages for link in leaf.get("/Annots", [])]
    for link in (link.get_object() for link in links):
        assert str(link["/Contents"]).strip()
        assert not str(link["/Contents"]).startswith("#")


@every_sample
def test_what_is_drawn_is_in_the_tree_or_marked_as_decoration(sample: Sample) -> None:
    reader = sample.reader()
    in_tree = {place for element in tree(sample).all() for place in element.content}
    for number, leaf in enumerate(reader.pages):
        drawn, margins = marked(leaf, reader)
        assert {(number, content) for content in drawn} == {place for place in in_tree if place[0] == number}
        assert margins, "the page's number is decoration"


def marked(leaf: pypdf.PageObject, reader: pypdf.PdfReader) -> tuple[set[int], int]:
    """Return the numbers of a page's marked content, and how many pieces belong to its margins."""
    numbers, margins = set(), 0
    for operands, operator in ContentStream(leaf.get_contents(), reader).operations:
        if operator == b"BDC" and operands[0] == "/Artifact":
            margins += operands[1].get("/Type") == "/Pagination"
        elif operator == b"BDC":
            numbers.add(int(operands[1]["/MCID"]))
    return numbers, margins


# --- The means ----------------------------------------------------------------------------------------------------


def first(reader: pypdf.PdfReader, kind: str) -> Element:
    return next(structure_of(reader).all(kind))


def test_a_table_for_layout_is_none_for_a_screen_reader() -> None:
    reader = tagged(
        '<table role="presentation"><tr><td>left</td><td>right</td></tr></table><table><tr><th>a</th></tr></table>'
    )
    assert len(list(structure_of(reader).all("Table"))) == 1
    assert list(structure_of(reader).all("TD")) == []


def test_a_drawing_is_read_with_its_description() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" {}>{}<rect width="9" height="9"/></svg>'
    said = "<title>Forecast</title><desc>Half of the target.</desc>"
    assert first(tagged(drawing.format("", said)), "Figure").alternative == "Forecast: Half of the target."
    assert first(tagged(drawing.format('aria-label="Map"', "")), "Figure").alternative == "Map"


def test_a_link_is_described_by_its_words() -> None:
    reader = tagged('<p><a href="#there">The goals</a></p><h2 id="there">x</h2>')
    (link,) = reader.pages[0]["/Annots"]
    assert link.get_object()["/Contents"] == "The goals"


def test_row_headers_are_told_from_column_headers() -> None:
    reader = tagged(
        '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        '<tbody><tr><th scope="row">c</th><td>d</td></tr></tbody></table>'
    )
    scopes = [header.attributes["/Scope"] for header in structure_of(reader).all("TH")]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_no_stream_of_an_archived_document_ends_in_a_carriage_return() -> None:
    # One in 256 would, and a document has a dozen.
    for number in range(40):
        assert b"\r\nendstream" not in render_pdf(f'<html lang="en"><title>t</title><p>{number}</p>', archive=True)
