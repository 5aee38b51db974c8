"""Texts of plans inside a sentence: in one line, cut to a length, and of a reworded text only what is different."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from unicodedata import east_asian_width

from kamgen.pages.power_map.people import one_line

LONGEST = 90
"""Columns of a text that is said whole; a Chinese character takes two."""

_LONGEST_PIECE = 60
_CONTEXT = 18
_MOST_WORDS = 400
"""Words of what differs that are held against each other; more are one piece, for that work grows with their square."""

_NEAR = 3
"""Words between two pieces that belong together all the same."""

_WORD = re.compile(r"\d{1,15}(?:[.,:]\d{1,15}){0,2}|[^\W\d_\u2e80-\u9fff]{1,30}|\s|.")
"""A word, a figure or a sign; never longer than an excerpt, so that what differs is always seen."""

_ELLIPSIS = "…"
_LOOSE = " -*#>.,;:!?)，。；：、！？）”"
"""Signs that no piece of a text begins with."""


def columns(text: str) -> int:
    """Return how many columns of a terminal a line takes."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def excerpt(text: str, width: int = LONGEST) -> str:
    """Return a text as one line of at most so many columns, cut after a whole word where that leaves half of it."""
    line = one_line(text[: 4 * width + 1])
    if columns(line) <= width and len(text) <= 4 * width:
        return line
    kept = ""
    for word in _WORD.findall(line):
        if columns(kept) + columns(word) >= width:
            break
        kept += word
    if columns(kept) < width // 2:  # a word that is too long by itself
        kept = line[: width // 2]
    return kept.rstrip(" ,;:，、；：") + _ELLIPSIS


@dataclass(frozen=True, slots=True)
class Rewording:
    """What a text said where it was changed first, what it says there now, and how many other places there are.

    Either is empty where words were only added or only left out. Both are the same where only spaces, line breaks or
    invisible characters are different.
    """

    before: str
    after: str
    others: int = 0


def reworded(before: str, after: str) -> Rewording:
    """Return what is different between two texts: both whole if they are short, else the words around the change."""
    old, new = one_line(before), one_line(after)
    if old == new:
        return Rewording(excerpt(old), excerpt(new))
    if columns(old) <= LONGEST and columns(new) <= LONGEST:
        return Rewording(old, new)
    old_words, new_words = _WORD.findall(old), _WORD.findall(new)
    pieces = _pieces(old_words, new_words)
    first_old, end_old, first_new, end_new = pieces[0]
    others = len(pieces) - 1
    gone, come = "".join(old_words[first_old:end_old]).strip(), "".join(new_words[first_new:end_new]).strip()
    if not gone or not come:
        return Rewording(excerpt(gone), excerpt(come), others)
    return Rewording(_in_context(old_words, first_old, end_old), _in_context(new_words, first_new, end_new), others)


Piece = tuple[int, int, int, int]
"""From and up to which word, before and after."""


def _pieces(old: list[str], new: list[str]) -> list[Piece]:
    """Return where two lists of words differ; one piece at least."""
    start = _common(old, new)
    end = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    old_end, new_end = len(old) - end, len(new) - end
    if old_end - start + new_end - start > _MOST_WORDS:
        return [(start, old_end, start, new_end)]
    matcher = SequenceMatcher(None, old[start:old_end], new[start:new_end], autojunk=False)
    found: list[Piece] = []
    for tag, *ends in matcher.get_opcodes():
        if tag == "equal":
            continue
        piece = (start + ends[0], start + ends[1], start + ends[2], start + ends[3])
        if found and piece[0] - found[-1][1] <= _NEAR:
            found[-1] = (found[-1][0], piece[1], found[-1][2], piece[3])
        else:
            found.append(piece)
    return found


def _common(old: list[str], new: list[str]) -> int:
    return next(
        (at for at, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), min(len(old), len(new))
    )


def _in_context(words: list[str], first: int, end: int) -> str:
    """Return a piece with some words before and after it, ellipses where there is more."""
    from_ = first - _fitting(words[:first][::-1])
    to = end + _fitting(words[end:])
    before, piece, after = "".join(words[from_:first]), "".join(words[first:end]), "".join(words[end:to])
    if columns(piece) > _LONGEST_PIECE:
        cut = excerpt(piece, _LONGEST_PIECE)
        return f"{_ELLIPSIS if from_ else ''}{before.lstrip(_LOOSE)}{cut}"
    said = f"{before.lstrip(_LOOSE)}{piece}{after}".strip()
    return f"{_ELLIPSIS if from_ else ''}{said}{_ELLIPSIS if to < len(words) else ''}"


def _fitting(words: list[str]) -> int:
    """Return how many of the nearest words fit beside a piece."""
    nearest = words[:_CONTEXT]
    return sum(width <= _CONTEXT for width in accumulate(map(columns, nearest)))
