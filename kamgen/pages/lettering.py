"""How much room a text takes in a drawing, before any font is known: widths by kind of character.

Drawings are placed once and shown by browsers and by the PDF engine with whatever sans serif they have, so
the widths are those of a wide common face: a label may turn out narrower than its box, hardly ever wider.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, east_asian_width

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}/\\·- ")
_BROAD = frozenset("mwMW%@—…&★☆●▲■")
_ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = 1) -> float:
    """Return the width of a line of text in the unit of its font size."""
    return sum(map(_em, text)) * size


def shortened(text: str, size: float, width: float) -> str:
    """Return a text that fits into a width, its end replaced by an ellipsis where it is too long."""
    if text_width(text, size) <= width:
        return text
    room = width / size - _em(_ELLIPSIS)
    kept = 0
    for character in text:
        room -= _em(character)
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip(" ,、·") + _ELLIPSIS


def _em(character: str) -> float:
    if combining(character):
        return 0.0
    if east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.34
    if character in _BROAD:
        return 0.88
    return 0.68 if character.isupper() else 0.57
