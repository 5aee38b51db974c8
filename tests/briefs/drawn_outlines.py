"""Whether the glyphs of a PDF look like the characters that it says they are.

Extracted text reads right even where wrong glyphs were drawn: it comes from a table beside the font, and nothing holds
the two together. Here each drawn outline is held against those that the installed font has for the characters.
"""

from __future__ import annotations

import io
import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

import pypdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from tests.briefs.drawn_glyphs import characters_of, drawn_glyphs

_VARIANTS = {"locl", "vert", "vrt2", "pwid", "hwid", "fwid", "tnum", "pnum", "lnum", "calt", "ccmp", "liga", "rlig"}
"""Features that show the same character in another form; traditional forms for simplified ones are not among them."""

_EXTENSION, _SINGLE, _ALTERNATE, _LIGATURE = 7, 1, 3, 4
Outline = tuple[tuple[str, tuple[Any, ...]], ...]


def wrong_glyphs(reader: pypdf.PdfReader) -> list[str]:
    """Return what is wrong with the glyphs of a PDF, in a sentence for each glyph; nothing for a good one."""
    drawn: dict[int, set[int]] = defaultdict(set)
    for glyph in drawn_glyphs(reader):
        drawn[glyph.font].add(glyph.code)
    fonts = {number: EmbeddedFont(reader.get_object(number)) for number in sorted(drawn)}
    return [fault for number, font in fonts.items() for fault in font.faults(drawn[number])]


class EmbeddedFont:
    """A font inside of a PDF."""

    def __init__(self, font: Any) -> None:
        (descendant,) = font["/DescendantFonts"]
        self.kind = descendant.get_object()["/Subtype"]
        descriptor = descendant.get_object()["/FontDescriptor"].get_object()
        self.family = str(descriptor["/FontFamily"])
        self.style = str(descriptor["/FontName"]).split("+")[-1].removeprefix(self.family.replace(" ", "-"))
        self._file = next(descriptor[key].get_object() for key in ("/FontFile3", "/FontFile2") if key in descriptor)
        self._characters = characters_of(font)

    def faults(self, codes: Iterable[int]) -> Iterator[str]:
        installed = installed_font(self.family, self.style.strip("-"))
        for code in sorted(codes):
            text, name = self._characters.get(code), f"{self.family}{self.style} {code:04x}"
            outline = self.outline(code)
            if text is None:
                yield f"{name} is drawn and stands for no character"
            elif outline == () and all(unicodedata.category(one) in ("Zs", "Cf", "Cc") for one in text):
                continue
            elif installed is None:
                yield f"{name} is of a font that is not installed"
            elif outline not in installed.outlines_of(text):
                yield f"{name} stands for {text} and looks otherwise"

    def outline(self, code: int) -> Outline:
        """Return what is drawn for a number; a font without that number draws nothing."""
        glyphs, order = self._glyphs
        name = order.get(code)
        return () if name is None else _outline(glyphs, name)

    @cached_property
    def _glyphs(self) -> tuple[Any, dict[int, str]]:
        """The outlines by name, and the names by the numbers that the PDF uses (PDF 1.7, 9.7.4.2)."""
        data = self._file.get_data()
        if self._file.get("/Subtype") == "/CIDFontType0C":
            fonts = CFFFontSet()
            fonts.decompile(io.BytesIO(data), None, isCFF2=False)
            return fonts[0].CharStrings, _numbers(fonts[0])
        font = TTFont(io.BytesIO(data))
        if "CFF " in font:
            return font.getGlyphSet(), _numbers(font["CFF "].cff[0])
        return font.getGlyphSet(), dict(enumerate(font.getGlyphOrder()))


def _numbers(font: Any) -> dict[int, str]:
    names = enumerate(font.charset)
    if hasattr(font, "ROS"):
        return {0 if name == ".notdef" else int(name.removeprefix("cid")): name for _, name in names}
    return dict(names)


class InstalledFont:
    """A font of this machine."""

    def __init__(self, font: TTFont) -> None:
        self.font = font

    def outlines_of(self, text: str) -> set[Outline]:
        """Return every outline that the font may show characters with."""
        glyphs = self.font.getGlyphSet()
        return {_outline(glyphs, name) for name in self._names(text)}

    def _names(self, text: str) -> set[str]:
        single = [self._forms(character) for character in text]
        if len(single) == 1:
            return single[0]
        found = {made for parts in product(*single) if (made := self._ligatures.get(parts))}
        return {form for name in found for form in self._closed({name})}

    def _forms(self, character: str) -> set[str]:
        characters = self.font.getBestCmap()
        names = {characters.get(ord(one)) for one in (character, *unicodedata.normalize("NFKC", character)[:1])}
        return self._closed({name for name in names if name is not None})

    def _closed(self, names: set[str]) -> set[str]:
        """Return glyphs with all their variants, and those of these."""
        while more := {form for name in names for form in self._variants.get(name, ())} - names:
            names = names | more
        return names

    @cached_property
    def _variants(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for kind, table in self._substitutions:
            if kind == _SINGLE:
                for before, after in table.mapping.items():
                    found[before].add(after)
            elif kind == _ALTERNATE:
                for before, forms in table.alternates.items():
                    found[before].update(forms)
        return found

    @cached_property
    def _ligatures(self) -> dict[tuple[str, ...], str]:
        return {
            (first, *ligature.Component): ligature.LigGlyph
            for kind, table in self._substitutions
            if kind == _LIGATURE
            for first, ligatures in table.ligatures.items()
            for ligature in ligatures
        }

    @cached_property
    def _substitutions(self) -> list[tuple[int, Any]]:
        if "GSUB" not in self.font:
            return []
        table = self.font["GSUB"].table
        features = (one.Feature for one in table.FeatureList.FeatureRecord if one.FeatureTag in _VARIANTS)
        wanted = {number for feature in features for number in feature.LookupListIndex}
        parts = [part for number in sorted(wanted) for part in table.LookupList.Lookup[number].SubTable]
        plain = [part.ExtSubTable if part.LookupType == _EXTENSION else part for part in parts]
        return [(part.LookupType, part) for part in plain]


@lru_cache(maxsize=16)
def installed_font(family: str, style: str) -> InstalledFont | None:
    """Return a font of this machine by family and style, such as ``Bold``; None where it is not installed."""
    asked = ["fc-match", "--format", "%{family}\n%{file}\n%{index}", f"{family}:{style.lower() or 'regular'}"]
    names, file, index = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\n")
    if family not in names.split(","):
        return None
    return InstalledFont(TTFont(file, fontNumber=int(index) if file.endswith(".ttc") else -1, lazy=True))


def _outline(glyphs: Any, name: str) -> Outline:
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return tuple(pen.value)
