"""The text of a PDF in the order in which it is read aloud, one line for each heading, paragraph, item and row.

It follows the tags, so it hardly depends on where lines and pages break, which differs a little between versions of
fonts and of Pango: where a line broke its space is gone, and a paragraph that goes on overleaf is two. What is left is
for :func:`without_spaces`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pypdf

from tests.briefs.drawn_glyphs import DrawnGlyph, drawn_glyphs
from tests.briefs.structure_tree import Element, structure_of

_INLINE = {"Span", "Link", "NonStruct", "Lbl"}
_MARKS = {"H1": "# ", "H2": "## ", "H3": "### ", "H4": "#### ", "LI": "- "}
_HEAD = "||"
_OPENING = re.compile(r"[\u2e80-\u9fff\uff00-\uffef “‘(]$")
_CLOSING = re.compile(r"^[\u2e80-\u9fff\uff00-\uffef ,.;:!?%)”’]")


def text_of(reader: pypdf.PdfReader) -> str:
    """Return everything that a PDF says: its title, its bookmarks, its text, and what stands in its margins."""
    drawn = list(drawn_glyphs(reader))
    parts = {
        "title": [str(reader.metadata.title) if reader.metadata else ""],
        "bookmarks": list(_bookmarks(reader.outline)),
        "text": _heads_said_once(_Reading(drawn).lines(structure_of(reader))),
        "margins": _margins(drawn, len(reader.pages)),
    }
    return "".join(f"=== {name} ===\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items())


def without_spaces(text: str) -> str:
    """Return what two texts have in common that differ only in where lines and pages break."""
    return "".join(text.split())


def _bookmarks(outline: list[Any], depth: int = 0) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _bookmarks(item, depth + 1)
        else:
            yield "  " * depth + str(item["/Title"])


class _Reading:
    """Reads elements out, with the glyphs that are drawn for them."""

    def __init__(self, drawn: list[DrawnGlyph]) -> None:
        self._runs: dict[tuple[int, int], list[str]] = defaultdict(list)
        tagged = (glyph for glyph in drawn if glyph.content is not None)
        for (page, content, _), glyphs in groupby(tagged, key=lambda glyph: (glyph.page, glyph.content, glyph.run)):
            self._runs[page, content or 0].append(_said(glyphs))

    def lines(self, element: Element) -> list[str]:
        if element.kind == "TR":
            return self._row(element)
        if element.kind == "Figure":
            lettering = " ".join(run for place in element.content for run in self._runs[place])
            return [f"[{element.alternative}]", *_joined([lettering])]
        found, pieces = [], self._own(element)
        for child in element.children:
            if all(part.kind in _INLINE for part in child.all()):
                pieces += [piece for part in child.all() for piece in self._own(part)]
            else:
                found += [*_joined(pieces), *self.lines(child)]
                pieces = []
        found += _joined(pieces)
        mark = _MARKS.get(element.kind, "")
        return [mark + line if number == 0 else line for number, line in enumerate(found)]

    def _row(self, row: Element) -> list[str]:
        cells = [" ".join(self.lines(cell)) for cell in row.children]
        bars = _HEAD if all(cell.kind == "TH" for cell in row.children) else "|"
        return [f"{bars} {' | '.join(cells)} {bars}"]

    def _own(self, element: Element) -> list[str]:
        texts = ("".join(self._runs[place]).strip() for place in element.content)
        return [text for text in texts if text]


def _said(glyphs: Iterable[DrawnGlyph]) -> str:
    return "".join("\ufffd" if glyph.text is None else glyph.text for glyph in glyphs)


def _joined(pieces: list[str]) -> list[str]:
    """Return pieces as one line, with a space where people expect one; no line for no pieces."""
    line = ""
    for piece in pieces:
        apart = line and not _OPENING.search(line) and not _CLOSING.search(piece)
        line += f" {piece}" if apart else piece
    return [line] if line else []


def _heads_said_once(lines: list[str]) -> list[str]:
    """Leave out the heads that a table repeats overleaf."""
    found, heads = [], set[str]()
    for line in lines:
        if line in heads:
            continue
        if line.startswith(_HEAD):
            heads.add(line)
        elif not line.startswith("|"):
            heads.clear()
        found.append(line)
    return found


def _margins(drawn: list[DrawnGlyph], pages: int) -> list[str]:
    """Return what stands in the margins of pages, each once; a page that is counted right has ``#`` for its numbers."""
    found: dict[str, None] = {}
    for page, glyphs in groupby((glyph for glyph in drawn if glyph.margin), key=lambda glyph: glyph.page):
        runs = [_said(run) for _, run in groupby(glyphs, key=lambda glyph: glyph.run)]
        counted = re.compile(rf"(?<!\d){page + 1}(\D+){pages}(?!\d)")
        found[" | ".join(counted.sub(r"#\1#", run) for run in runs)] = None
    return list(found)
