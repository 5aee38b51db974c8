"""Make the fonts inside a PDF small: keep the outlines that are drawn, and nothing else.

The PDF engine embeds a subset of a Chinese font with a place for each of its 65,000 glyphs, empty or not, and with
the tables around the outlines: 60 to 120 KB for each weight, whatever the text. A PDF needs neither: a bare CFF font
in which every outline carries its own number will do (PDF 1.7, 9.7.4.2), which takes a tenth. fontTools reads and
writes the fonts; here the empty places are left out.

Only fonts with numbered outlines (CID-keyed CFF, such as Noto Sans CJK) are changed, all others stay as they are.
"""

from __future__ import annotations

import io
from typing import Any

_EMPTY = 1
"""Bytes that an outline takes when nothing is drawn."""


def shrink_fonts(_document: Any, pdf: Any) -> None:
    """Replace the embedded CID-keyed fonts of a finished PDF by bare ones that hold the drawn outlines only."""
    numbered = {
        descriptor.get("FontFile3")
        for item in pdf.objects
        if _is(item, "/Font") and item.get("Subtype") == "/CIDFontType0"
        for descriptor in pdf.objects
        if _is(descriptor, "/FontDescriptor") and descriptor.reference == item["FontDescriptor"]
    }
    for item in pdf.objects:
        if item.reference in numbered and item.extra.get("Subtype") == "/OpenType":
            bare = bare_font(item.stream[0])
            if bare is not None:
                item.stream = [bare]
                item.extra["Subtype"] = "/CIDFontType0C"


def bare_font(opentype: bytes) -> bytes | None:
    """Return a CFF font with the outlines of an OpenType font that are not empty, each under its glyph number.

    None if the font is not of the kind whose outlines are numbered.
    """
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont, TTLibError

    try:
        font = TTFont(io.BytesIO(opentype), lazy=True)
    except TTLibError:
        return None
    if "CFF " not in font:
        return None
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(font.reader["CFF "]), font)
    top = fonts.topDictIndex[0]
    if not hasattr(top, "ROS"):
        return None
    outlines, places = top.CharStrings, top.CharStrings.charStringsIndex
    sizes = [after - before for before, after in zip(places.offsets, places.offsets[1:], strict=False)]
    kept = [glyph for glyph, size in enumerate(sizes) if glyph == 0 or size > _EMPTY]
    names = [top.charset[glyph] for glyph in kept]
    places.items = [places[glyph] for glyph in kept]
    del places.file, places.offsets
    top.FDSelect.format = None
    top.FDSelect.gidArray = [top.FDSelect[glyph] for glyph in kept]
    outlines.charStrings = {name: place for place, name in enumerate(names)}
    top.charset = names
    top.numGlyphs = len(names)
    written = io.BytesIO()
    fonts.compile(written, font, isCFF2=False)
    return written.getvalue()


def _is(item: Any, kind: str) -> bool:
    return isinstance(item, dict) and item.get("Type") == kind
