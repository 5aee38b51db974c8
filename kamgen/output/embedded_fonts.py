"""Make the fonts inside a PDF small: keep the outlines that are drawn, and nothing else.

The PDF engine embeds a subset of a Chinese font with a place for each of its 65,000 glyphs, empty or not, and with
the tables around the outlines. That is 60 to 120 KB for each weight, whatever the text. A PDF needs neither: a
bare CFF font in which every outline carries its own number will do (PDF 1.7, 9.7.4.2), which takes a tenth.

Only fonts with numbered outlines (CID-keyed CFF, such as Noto Sans CJK) are rewritten, all others stay as they are.
The format is Adobe's Technical Note 5176.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

_CHARSET, _CHAR_STRINGS, _PRIVATE, _SUBROUTINES = b"\x0f", b"\x11", b"\x12", b"\x13"
_ROS, _FONT_ARRAY, _FONT_SELECT = b"\x0c\x1e", b"\x0c\x24", b"\x0c\x25"
_LARGE = 29  # a number that takes four bytes, so that offsets never change the length of what holds them


class _Unfit(Exception):
    """The font is not of the kind that can be rewritten here."""


def shrink_fonts(_document: Any, pdf: Any) -> None:
    """Replace the embedded CID-keyed fonts of a finished PDF by bare ones that hold the drawn outlines only."""
    drawn: dict[bytes, set[int]] = {}
    descriptors = {item.reference: item for item in pdf.objects if _is(item, "/FontDescriptor")}
    for item in pdf.objects:
        if _is(item, "/Font") and item.get("Subtype") == "/CIDFontType0":
            file = descriptors[item["FontDescriptor"]].get("FontFile3")
            if file is not None:
                drawn.setdefault(file, set()).update(_glyphs(item["W"]))
    for item in pdf.objects:
        glyphs = drawn.get(item.reference)
        if glyphs is None or item.extra.get("Subtype") != "/OpenType":
            continue
        try:
            item.stream = [bare_font(item.stream[0], glyphs)]
        except (_Unfit, IndexError):
            continue
        item.extra["Subtype"] = "/CIDFontType0C"


def bare_font(opentype: bytes, glyphs: set[int]) -> bytes:
    """Return a CFF font with these glyphs of an OpenType font, each under its glyph number."""
    source = _table(opentype, b"CFF ")
    names, at = _index(source, source[2])
    tops, at = _index(source, at)
    strings, at = _index(source, at)
    subroutines, _ = _index(source, at)
    top = dict(_entries(tops[0]))
    if len(tops) != 1 or not {_ROS, _CHAR_STRINGS, _FONT_ARRAY, _FONT_SELECT} <= top.keys():
        raise _Unfit
    outlines, _ = _index(source, _numbers(top[_CHAR_STRINGS])[0])
    fonts = [dict(_entries(font)) for font in _index(source, _numbers(top[_FONT_ARRAY])[0])[0]]
    kept = sorted({0, *(glyph for glyph in glyphs if glyph < len(outlines))})
    select = _Select(source, _numbers(top[_FONT_SELECT])[0])

    charset = b"\0" + b"".join(glyph.to_bytes(2, "big") for glyph in kept[1:])
    selected = b"\0" + bytes(select.font(glyph) for glyph in kept)
    drawings = _written_index([outlines[glyph] for glyph in kept])
    privates = [_private(source, font) for font in fonts]

    head = bytes((1, 0, 4, 4)) + _written_index(list(names))
    tail = _written_index(list(strings)) + _written_index(list(subroutines))
    top_length = len(_written_index([_written(top, dict.fromkeys(_TOP_OFFSETS, (0,)))]))
    at = len(head) + top_length + len(tail)
    charset_at, select_at = at, at + len(charset)
    drawings_at = select_at + len(selected)
    fonts_at = drawings_at + len(drawings)
    fonts_length = len(_font_array(fonts, privates, 0))
    offsets = {
        _CHARSET: (charset_at,),
        _FONT_SELECT: (select_at,),
        _CHAR_STRINGS: (drawings_at,),
        _FONT_ARRAY: (fonts_at,),
    }
    return b"".join(
        (
            head,
            _written_index([_written(top, offsets)]),
            tail,
            charset,
            selected,
            drawings,
            _font_array(fonts, privates, fonts_at + fonts_length),
            *privates,
        )
    )


_TOP_OFFSETS = (_CHARSET, _FONT_SELECT, _CHAR_STRINGS, _FONT_ARRAY)


class _Index:
    """A list of byte strings as CFF holds it, read one by one: most of 65,000 are never asked for."""

    def __init__(self, source: bytes, at: int) -> None:
        self._source = source
        self._count = int.from_bytes(source[at : at + 2], "big")
        self._size = source[at + 2] if self._count else 0
        self._offsets = at + 3
        self._data = self._offsets + (self._count + 1) * self._size - 1
        self.end = self._data + self._offset(self._count) if self._count else at + 2

    def _offset(self, position: int) -> int:
        at = self._offsets + position * self._size
        return int.from_bytes(self._source[at : at + self._size], "big")

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(self._count))

    def __getitem__(self, position: int) -> bytes:
        if position >= self._count:
            raise IndexError(position)
        return self._source[self._data + self._offset(position) : self._data + self._offset(position + 1)]


class _Select:
    """Which of the font's parts each glyph belongs to."""

    def __init__(self, source: bytes, at: int) -> None:
        self._source, self._at = source, at
        if source[at] not in (0, 3):
            raise _Unfit
        count = int.from_bytes(source[at + 1 : at + 3], "big") if source[at] == 3 else 0
        self._ranges = [
            (int.from_bytes(source[start : start + 2], "big"), source[start + 2])
            for start in range(at + 3, at + 3 + 3 * count, 3)
        ]

    def font(self, glyph: int) -> int:
        if self._source[self._at] == 0:
            return self._source[self._at + 1 + glyph]
        return max((first, font) for first, font in self._ranges if first <= glyph)[1]


def _is(item: Any, kind: str) -> bool:
    return isinstance(item, dict) and item.get("Type") == kind


def _glyphs(widths: list[Any]) -> Iterator[int]:
    """Yield the glyph numbers of a PDF's list of widths: a first number, then the widths from there on."""
    for first, following in zip(widths[::2], widths[1::2], strict=True):
        yield from range(first, first + len(following))


def _table(opentype: bytes, name: bytes) -> bytes:
    count = int.from_bytes(opentype[4:6], "big")
    for at in range(12, 12 + 16 * count, 16):
        if opentype[at : at + 4] == name:
            start = int.from_bytes(opentype[at + 8 : at + 12], "big")
            return opentype[start : start + int.from_bytes(opentype[at + 12 : at + 16], "big")]
    raise _Unfit


def _index(source: bytes, at: int) -> tuple[_Index, int]:
    index = _Index(source, at)
    return index, index.end


def _written_index(items: list[bytes]) -> bytes:
    if not items:
        return b"\0\0"
    offsets = list(accumulate((len(item) for item in items), initial=1))
    size = (offsets[-1].bit_length() + 7) // 8
    return b"".join(
        (len(items).to_bytes(2, "big"), bytes((size,)), *(o.to_bytes(size, "big") for o in offsets), *items)
    )


def _entries(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield operator and raw operands of a CFF dictionary."""
    at = start = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            end = at + (2 if first == 12 else 1)
            yield data[at:end], data[start:at]
            at = start = end
        elif first == 30:
            at += 1
            while data[at] & 0x0F != 0x0F and data[at] >> 4 != 0x0F:
                at += 1
            at += 1
        else:
            at += {28: 3, 29: 5}.get(first, 1 if first <= 246 else 2)


def _numbers(operands: bytes) -> list[int]:
    """Return the whole numbers among operands."""
    numbers, at = [], 0
    while at < len(operands):
        first = operands[at]
        if first == 28 or first == _LARGE:
            length = 2 if first == 28 else 4
            numbers.append(int.from_bytes(operands[at + 1 : at + 1 + length], "big", signed=True))
            at += 1 + length
        elif first <= 246:
            numbers.append(first - 139)
            at += 1
        elif first <= 250:
            numbers.append((first - 247) * 256 + operands[at + 1] + 108)
            at += 2
        else:
            numbers.append(-(first - 251) * 256 - operands[at + 1] - 108)
            at += 2
    return numbers


def _written(entries: dict[bytes, bytes], replaced: Mapping[bytes, Sequence[int]]) -> bytes:
    """Return a CFF dictionary with some operands replaced by others."""
    return b"".join(
        b"".join(bytes((_LARGE,)) + number.to_bytes(4, "big") for number in replaced[operator]) + operator
        if operator in replaced
        else operands + operator
        for operator, operands in entries.items()
    )


def _private(source: bytes, font: dict[bytes, bytes]) -> bytes:
    length, at = _numbers(font[_PRIVATE]) if _PRIVATE in font else (0, 0)
    private = source[at : at + length]
    if _SUBROUTINES in dict(_entries(private)):
        raise _Unfit
    return private


def _font_array(fonts: list[dict[bytes, bytes]], privates: list[bytes], at: int) -> bytes:
    """Return the list of the font's parts, their private data standing one after the other from ``at``."""
    starts = accumulate((len(private) for private in privates), initial=at)
    return _written_index(
        [
            _written(font, {_PRIVATE: (len(private), start)})
            for font, private, start in zip(fonts, privates, starts, strict=False)
        ]
    )
