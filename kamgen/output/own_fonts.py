"""Font files that a workspace brings for its briefs: what they are is read from the files themselves."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_HUNDRED = 100
_LIGHTEST, _HEAVIEST = 100, 900
_ITALIC, _OBLIQUE = 1 << 0, 1 << 9
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2")
_OUTLINES = ("glyf", "CFF ", "CFF2")


class NotAFont(ValueError):
    """Bytes that are no font that a brief can be set in; the message says what is wrong with them."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """What a font file holds.

    Attributes:
        family: The family's name.
        weight: 100 to 900 in hundreds; 400 is regular, 700 bold.
        italic: Whether its letters lean.

    """

    family: str
    weight: int
    italic: bool

    def descriptors(self, family: str) -> str:
        """Return its part of an ``@font-face`` rule, but for where it is."""
        style = "italic" if self.italic else "normal"
        return f"font-family: {family}; font-weight: {self.weight}; font-style: {style}"


@lru_cache(maxsize=16)
def read_font(data: bytes) -> FontFile:
    """Return what a font file (OpenType, TrueType, WOFF or WOFF2) holds.

    Raises:
        NotAFont: It cannot be read, or something that drawing needs is missing.

    """
    from fontTools.ttLib import TTFont

    try:
        with TTFont(io.BytesIO(data), lazy=True) as font:
            return _read(font)
    except NotAFont:
        raise
    except Exception as error:  # whatever fontTools stumbles over, the file is broken
        raise NotAFont("it cannot be read as a font") from error


def _read(font: Any) -> FontFile:
    lacking = [table.strip() for table in _NEEDED if table not in font]
    if not any(table in font for table in _OUTLINES):
        lacking.append("outlines")
    if lacking:
        raise NotAFont(f"it has no {', '.join(lacking)}")
    if not font.getBestCmap():
        raise NotAFont("it has no characters")
    about = font["OS/2"]
    names = [font["name"].getDebugName(number) for number in (_TYPOGRAPHIC_FAMILY, _FAMILY)]
    weight = round(about.usWeightClass / _HUNDRED) * _HUNDRED
    return FontFile(
        family=next(filter(None, names), ""),
        weight=min(_HEAVIEST, max(_LIGHTEST, weight)),
        italic=bool(about.fsSelection & (_ITALIC | _OBLIQUE)),
    )
