"""The fonts inside a PDF: small, and every glyph as it is in the font that it was taken from."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdf
import pytest
from fontTools import subset
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from kamgen.output import pdf
from kamgen.output.fonts import installed_fonts
from kamgen.output.pdf import render_pdf
from tests.briefs.drawn_outlines import installed_font

NOTO = "Noto Sans CJK SC"
pytestmark = [
    pytest.mark.pdf,
    pytest.mark.skipif(installed_fonts().family != NOTO, reason="needs Noto Sans CJK"),
]

LETTERS = "".join(chr(code) for code in range(0x21, 0x7F)).replace("&", "").replace("<", "")
CHINESE = "省多超市的联合经营会议：共同目标、“引号”——以及￥１２３。"
BODY = f'<html lang="zh-Hans"><head><title>t</title></head><body><p>{LETTERS} é ½ {CHINESE} <b>{LETTERS} {CHINESE}</b>'


@dataclass(frozen=True)
class Embedded:
    """A font of a PDF: its name there, its file, and the widths that the PDF says, by the numbers of its glyphs."""

    name: str
    file: Any
    widths: dict[int, float]


def style(family: str) -> str:
    return f"body {{ font-family: '{family}'; overflow-wrap: anywhere }}"


def embedded_in(made: bytes) -> Iterator[Embedded]:
    fonts = pypdf.PdfReader(io.BytesIO(made)).pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        (descendant,) = font["/DescendantFonts"]
        said, widths = list(descendant["/W"]), {}
        for first, row in zip(said[::2], said[1::2], strict=True):
            widths |= {first + step: float(width) for step, width in enumerate(row)}
        descriptor = descendant["/FontDescriptor"]
        (key,) = {"/FontFile2", "/FontFile3"} & set(descriptor)
        yield Embedded(descriptor["/FontName"], descriptor[key], widths)


def shape(glyphs: Any, name: str) -> tuple[list[Any], float]:
    """Return what a glyph draws and how wide it is."""
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value, glyphs[name].width


def bare(data: bytes) -> Any:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return fonts[0]


def number_of(name: str) -> int:
    return 0 if name == ".notdef" else int(name.removeprefix("cid"))


def picture(made: bytes) -> bytes:
    asked = ["pdftoppm", "-r", "100", "-gray", "-"]
    return subprocess.run(asked, input=made, capture_output=True, check=True).stdout


@cache
def font_of_a_region() -> bytes:
    """Return a part of the installed font, in which the numbers of the outlines are not their places."""
    whole = installed_font.__wrapped__(NOTO, "").font  # one of its own, for it is cut down
    part = subset.Subsetter(subset.Options(layout_features=[], drop_tables=["GSUB", "GPOS", "BASE", "VORG"]))
    part.populate(text=f" {LETTERS}{CHINESE}")
    part.subset(whole)
    for record in whole["name"].names:
        if record.nameID in (1, 4, 6, 16):
            whole["name"].setName("Regional", record.nameID, record.platformID, record.platEncID, record.langID)
    small = io.BytesIO()
    whole.save(small)
    whole.close()
    return small.getvalue()


def test_every_outline_and_every_width_is_that_of_the_font() -> None:
    fonts = list(embedded_in(render_pdf(BODY, style(NOTO))))
    assert len(fonts) == 2, "regular and bold"
    for font in fonts:
        assert font.file["/Subtype"] == "/CIDFontType0C"
        source = installed_font(NOTO, "bold" if "Bold" in font.name else "")
        assert source is not None
        names, originals = source.font.getGlyphOrder(), source.font.getGlyphSet()
        outlines = bare(font.file.get_data()).CharStrings
        numbers = {number_of(name): name for name in outlines.charStrings}
        assert set(font.widths) <= set(numbers)
        assert len(numbers) < 200
        for number, name in numbers.items():
            drawn, width = shape(outlines, name)
            if number:  # the empty box is left empty where nothing is missing
                assert (drawn, width) == shape(originals, names[number]), name
            assert font.widths.get(number, width) == width, name


def test_pages_look_as_with_the_fonts_of_the_engine_and_take_less_room(monkeypatch: pytest.MonkeyPatch) -> None:
    small = render_pdf(BODY, style(NOTO))
    monkeypatch.setattr(pdf.EmbeddedFonts, "__setitem__", dict.__setitem__)
    large = render_pdf(BODY, style(NOTO))
    assert picture(small) == picture(large)
    assert len(small) < 60_000
    assert len(large) > 3 * len(small)


def test_a_box_for_what_no_font_has_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    body = f"<html><head><title>t</title></head><body><p>good \U00010380 end {CHINESE}"
    small = render_pdf(body, style(NOTO), allow_missing_glyphs=True)
    monkeypatch.setattr(pdf.EmbeddedFonts, "__setitem__", dict.__setitem__)
    assert picture(small) == picture(render_pdf(body, style(NOTO), allow_missing_glyphs=True))


def test_a_font_whose_numbers_are_not_its_places_is_left_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    data = font_of_a_region()
    sheet = "@font-face { font-family: Regional; src: url(font:regional.otf) }" + style("Regional")
    body = f"<html><head><title>t</title></head><body><p>{LETTERS} {CHINESE}"
    made = render_pdf(body, sheet, files={"font:regional.otf": data})
    (font,) = embedded_in(made)
    assert font.file["/Subtype"] == "/OpenType"
    source = TTFont(io.BytesIO(data))
    assert [number_of(name) for name in source["CFF "].cff[0].charset] != list(range(len(source.getGlyphOrder())))
    monkeypatch.setattr(pdf.EmbeddedFonts, "__setitem__", dict.__setitem__)
    assert picture(made) == picture(render_pdf(body, sheet, files={"font:regional.otf": data}))


@pytest.mark.skipif(installed_font("DejaVu Sans", "") is None, reason="needs DejaVu Sans")
def test_a_truetype_font_is_cut_down_by_the_engine_and_keeps_its_widths() -> None:
    (font,) = embedded_in(render_pdf(f"<p>{LETTERS}", style("DejaVu Sans")))
    small = TTFont(io.BytesIO(font.file.get_data()))
    source = installed_font("DejaVu Sans", "")
    assert source is not None
    names, originals = source.font.getGlyphOrder(), source.font.getGlyphSet()
    for number, width in font.widths.items():
        drawn = shape(small.getGlyphSet(), small.getGlyphOrder()[number])
        assert drawn == shape(originals, names[number])
        assert width == pytest.approx(drawn[1] * 1000 / small["head"].unitsPerEm, abs=0.51)
