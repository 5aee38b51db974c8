"""Texts cut to the room that a page has for them: at whole words, with an ellipsis, before anything is laid out.

Widths are in ems. :mod:`kamgen.pages.lettering` measures Latin letters as those of a wide face, for drawings; running
text in the briefs' own faces is narrower.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import accumulate

import nh3

from kamgen.pages.lettering import shortened, text_width
from kamgen.pages.markdown import html_of
from kamgen.pages.power_map.people import one_line

_ELLIPSIS = "…"
_SENTENCE = re.compile(r".+?(?:[.!?](?=\s)|[。！？]|$)\s*")
_BEFORE_PUNCTUATION = re.compile(r"\s+([,.;:!?)，。；：！？）])")
_HANGING = " ,.;:，、。；：·–—“‘（("
_LATIN = 0.9
"""Width of Latin text in ems of a brief's face, for one in a wide face."""
_MOST_READ = 4_000
"""No page has room for more characters, so that of a longer text nothing else is looked at."""


def short(text: str, width: float) -> str:
    """Return a text as one line that is at most so wide, cut after a whole word where that leaves half of it."""
    line = one_line(text[:_MOST_READ])
    width = _room(line, width)
    if text_width(line) <= width and len(text) <= _MOST_READ:
        return line
    cut = shortened(line, 1, width).removesuffix(_ELLIPSIS)
    space = cut.rfind(" ")
    in_a_word = len(cut) < len(line) and not line[len(cut)].isspace()
    if in_a_word and cut.isascii() and space > len(cut) // 2:
        cut = cut[:space]
    return cut.rstrip(_HANGING) + _ELLIPSIS


def first_sentences(markdown: str, width: float) -> str:
    """Return the first sentences of a Markdown text that fit, as plain words; the first one is cut if need be."""
    html = html_of(markdown[:_MOST_READ]).replace("<", " <")
    plain = one_line(unescape(nh3.clean(html, tags=set(), attributes={})))
    sentences = _SENTENCE.findall(_BEFORE_PUNCTUATION.sub(r"\1", plain))
    room = _room(plain, width)
    fitting = [said for said in accumulate(sentences) if text_width(said.rstrip()) <= room]
    return fitting[-1].rstrip() if fitting else short("".join(sentences[:1]), width)


def _room(line: str, width: float) -> float:
    """Return a width as :mod:`kamgen.pages.lettering` would measure it."""
    return width / _LATIN if line.isascii() else width
