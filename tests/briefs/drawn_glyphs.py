"""Every glyph that a PDF draws, as it draws it: number, font and place, with the characters that it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdf
from pypdf.generic import ContentStream

_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<([0-9a-fA-F]*)>")


@dataclass(frozen=True)
class DrawnGlyph:
    """One glyph on a page.

    Attributes:
        page: The page, from 0.
        content: The number of the marked content that it belongs to; None outside of the tree.
        margin: Whether it belongs to a margin of the page, such as its number.
        run: The number of the piece of text that it was drawn with.
        font: The object number of its font.
        code: Its number in that font.
        text: The characters that it stands for; None where the PDF does not say.

    """

    page: int
    content: int | None
    margin: bool
    run: int
    font: int
    code: int
    text: str | None


def drawn_glyphs(reader: pypdf.PdfReader) -> Iterator[DrawnGlyph]:
    """Walk the glyphs of a PDF in the order in which they are drawn, those inside of drawings included."""
    for number, page in enumerate(reader.pages):
        yield from _Walk(reader, number).of(page.get_contents(), page["/Resources"].get_object())


class _Walk:
    """Goes through the streams of one page with what is in force there: marked content and font."""

    def __init__(self, reader: pypdf.PdfReader, page: int) -> None:
        self._reader, self._page = reader, page
        self._marks: list[tuple[int | None, bool]] = [(None, False)]
        self._run = 0
        self._font: Any = None
        self._fonts: list[Any] = []

    def of(self, stream: Any, resources: Any) -> Iterator[DrawnGlyph]:
        for operands, operator in ContentStream(stream, self._reader).operations:
            match operator:
                case b"BDC" | b"BMC":
                    self._marks.append(self._mark(operands))
                case b"BT":
                    self._run += 1
                case b"EMC":
                    self._marks.pop()
                case b"q":
                    self._fonts.append(self._font)
                case b"Q":
                    self._font = self._fonts.pop()
                case b"Tf":
                    self._font = resources["/Font"].raw_get(operands[0])
                case b"Tj":
                    yield from self._shown(operands[0])
                case b"TJ":
                    for piece in operands[0]:
                        if isinstance(piece, str | bytes):
                            yield from self._shown(piece)
                case b"Do":
                    form = resources["/XObject"][operands[0]].get_object()
                    if form["/Subtype"] == "/Form":
                        yield from self.of(form, form.get("/Resources", resources).get_object())

    def _mark(self, operands: list[Any]) -> tuple[int | None, bool]:
        content, margin = self._marks[-1]
        given = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
        return given.get("/MCID", content), margin or given.get("/Type") == "/Pagination"

    def _shown(self, text: Any) -> Iterator[DrawnGlyph]:
        data = text.original_bytes if isinstance(text, str) else bytes(text)
        font = self._font.get_object()
        width = 2 if font["/Subtype"] == "/Type0" else 1
        meant = characters_of(font)
        content, margin = self._marks[-1]
        for start in range(0, len(data), width):
            code = int.from_bytes(data[start : start + width], "big")
            yield DrawnGlyph(self._page, content, margin, self._run, self._font.idnum, code, meant.get(code))


def characters_of(font: Any) -> dict[int, str]:
    """Return the characters that a font's ``ToUnicode`` names, by the numbers of its glyphs."""
    return _read(font["/ToUnicode"].get_object().get_data()) if "/ToUnicode" in font else {}


@lru_cache(maxsize=64)
def _read(data: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in _CHARACTERS.findall(data):
        numbers = _HEXADECIMAL.findall(block)
        found |= {int(code, 16): _text(text) for code, text in zip(numbers[::2], numbers[1::2], strict=True)}
    for block in _RANGES.findall(data):
        numbers = _HEXADECIMAL.findall(block)
        for first, last, text in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(ord(_text(text)) + step)
    return found


def _text(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be")
