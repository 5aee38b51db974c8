"""Everything that a PDF holds as text, wherever it stands: what somebody with a hex editor could find."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from tests.briefs.drawn_glyphs import drawn_glyphs


def everything_in(pdf: bytes) -> str:
    """Return the bytes as they are, the drawn letters, and every string, name and stream of every object.

    Objects are walked by number, those inside of object streams too, so that nothing has to be referred to from
    anywhere. The letters are read in two ways: as pypdf extracts them, and glyph by glyph through each font's table.
    """
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    parts = [pdf.decode("latin-1"), *(page.extract_text() for page in reader.pages)]
    parts.append("".join(glyph.text or "" for glyph in drawn_glyphs(reader)))
    parts += [str(reader.outline), str(reader.metadata)]
    numbers = {number for found in reader.xref.values() for number in found} | set(reader.xref_objStm)
    for number in sorted(numbers - {0}):
        parts += _texts(reader.get_object(number))
    return "\n".join((*parts, *_texts(reader.trailer)))


def _texts(found: Any) -> Iterator[str]:
    """Yield the texts of an object; what it refers to has a number of its own."""
    if isinstance(found, IndirectObject):
        return
    if isinstance(found, StreamObject):
        yield from _decoded(found.get_data())
    if isinstance(found, DictionaryObject):
        for key, value in found.items():
            yield str(key)
            yield from _texts(found.raw_get(key) if value is not None else None)
    elif isinstance(found, ArrayObject):
        for value in list.__iter__(found):
            yield from _texts(value)
    elif isinstance(found, TextStringObject):
        yield str(found)
        yield from _decoded(found.original_bytes)
    elif isinstance(found, ByteStringObject | bytes):
        yield from _decoded(bytes(found))
    elif found is not None:
        yield str(found)


def _decoded(data: bytes) -> Iterator[str]:
    """Yield bytes as they may be read: one byte a letter, UTF-8, and two bytes a letter, either one first."""
    yield data.decode("latin-1")
    yield data.decode("utf-8", "ignore")
    for start in (0, 1):
        yield data[start:].decode("utf-16-be", "ignore")
        yield data[start:].decode("utf-16-le", "ignore")
