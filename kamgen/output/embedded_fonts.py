"""The fonts inside a PDF: the outlines that are drawn, and nothing else.

The PDF engine embeds a subset of a Chinese font with a place for each of its 65,000 glyphs, empty or not, and with the
tables around the outlines: 60 to 120 KB for each weight, whatever the text, made in 20 ms. A PDF needs neither: a bare
CFF font in which every outline carries its own number will do (PDF 1.7, 9.7.4.2), which takes a tenth of both.

That is for CID-keyed CFF fonts in which the number of an outline is its place, such as Noto Sans CJK; all others are
cut down by the engine. The font must be bare: where it is wrapped as OpenType, programs ask it for places instead of
numbers.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

_OUTLINES = "CFF "
_HEAD = 4096
"""Bytes at the beginning of a font's outlines that tell it from others: names, version, sizes."""
_TABLES_KEPT = (_OUTLINES, "head", "hhea", "hmtx", "maxp")  # without them HarfBuzz makes no font


class EmbeddedFonts(dict[Any, Any]):
    """The fonts of one document, which the engine fills while it draws, in place of a plain dictionary.

    Each font that comes in is told how to cut itself down; :meth:`embed` then leaves only its outlines in the PDF. An
    engine that no longer asks the font embeds its own, larger subset.
    """

    def __init__(self) -> None:
        super().__init__()
        self._bare: dict[bytes, bytes] = {}

    def __setitem__(self, key: Any, font: Any) -> None:
        """Take a font in."""
        super().__setitem__(key, font)
        font.subset = partial(self._cut_down, font)

    def _cut_down(self, font: Any, glyphs: Collection[int], hinting: bool) -> None:
        small = _subset(font, sorted(glyphs), hinting) if glyphs and _has_lasting_outlines(font) else None
        if small is None:
            type(font).subset(font, glyphs, hinting)
        else:
            font.file_content = small.opentype
            self._bare[small.opentype] = small.bare

    def embed(self, pdf: Any) -> None:
        """Put the bare fonts into a PDF, in place of those that the engine put there."""
        for item in pdf.objects:
            bare = self._bare.get(item.stream[0]) if _is_font_file(item) else None
            if bare is not None:
                item.stream = [bare]
                item.extra["Subtype"] = "/CIDFontType0C"


@dataclass(frozen=True, slots=True)
class _Subset:
    """A part of a font: as the OpenType font that the engine understands, and its outlines alone."""

    opentype: bytes
    bare: bytes


def _is_font_file(item: Any) -> bool:
    return getattr(item, "extra", {}).get("Subtype") == "/OpenType"


def _has_lasting_outlines(font: Any) -> bool:
    changed_later = font.png or font.svg or font.colr or "fvar" in font.tables
    return _OUTLINES in font.tables and not changed_later


def _subset(font: Any, glyphs: Sequence[int], hinting: bool) -> _Subset | None:
    """Return the part of a font of the engine's that has these glyphs; None where outlines carry no numbers.

    Subroutines are dissolved: with some hundred glyphs, they take more than they save.
    """
    from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
    from weasyprint.text.fonts import get_hb_object_data

    if not harfbuzz_subset:
        return None
    wanted = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    dropped = sorted(_tag(name) for name in font.tables if name not in _TABLES_KEPT)
    for numbers, values in (
        (harfbuzz_subset.hb_subset_input_glyph_set(wanted), glyphs),
        (harfbuzz_subset.hb_subset_input_set(wanted, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG), dropped),
    ):
        harfbuzz.hb_set_add_sorted_array(numbers, ffi.new("hb_codepoint_t[]", values), len(values))
    flags = harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    if not hinting:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    if font.missing:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    harfbuzz_subset.hb_subset_input_set_flags(wanted, flags)
    face = harfbuzz_subset.hb_subset_or_fail(font.hb_face, wanted)
    if face == ffi.NULL:
        return None
    face = ffi.gc(face, harfbuzz.hb_face_destroy)
    with _outlines(face) as drawn, _outlines(font.hb_face) as all_outlines:
        if not _numbers_are_places(all_outlines):
            return None
        return _Subset(get_hb_object_data(face), bytes(drawn))


_KNOWN: dict[tuple[int, bytes], bool] = {}


def _numbers_are_places(outlines: memoryview) -> bool:
    """Tell whether the outlines of a font carry numbers, each that of its place; asked once of each font (50 ms)."""
    from fontTools.cffLib import CFFFontSet

    font = (len(outlines), bytes(outlines[:_HEAD]))
    if font not in _KNOWN:
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(outlines), None)
        top = fonts.topDictIndex[0]
        numbered = hasattr(top, "ROS")
        _KNOWN[font] = numbered and all(name == f"cid{place:05}" for place, name in enumerate(top.charset) if place)
    return _KNOWN[font]


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


@contextmanager
def _outlines(face: Any) -> Iterator[memoryview]:
    """Give the outlines of a face of HarfBuzz's as they lie in memory: Noto Sans CJK has 16 MB of them."""
    from weasyprint.text.ffi import ffi, harfbuzz

    table = harfbuzz.hb_face_reference_table(face, _tag(_OUTLINES))
    try:
        length = ffi.new("unsigned int *")
        data = harfbuzz.hb_blob_get_data(table, length)
        yield memoryview(ffi.buffer(data, length[0]))
    finally:
        harfbuzz.hb_blob_destroy(table)
