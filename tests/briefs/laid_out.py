"""How briefs lie on their pages: every line of text and table row with its place, read from the layout tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from kamgen.output.brief import BriefMaker
from kamgen.output.survey import Survey, survey_root
from kamgen.pages.briefs.kinds import BriefKind
from kamgen.plan.settings import Briefs
from kamgen.plan.values import Language
from tests.briefs.sample_briefs import AS_OF
from tests.conftest import REPOSITORY

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NOWHERE = "about:invalid"


@dataclass(frozen=True)
class Line:
    """A line of text, or the part of it that stands in one element; or a drawing, which has no text.

    Attributes:
        text: What it says.
        left, top, right, bottom: Where it stands, in CSS pixels from the page's corner.
        inside: The names of the elements around it, the innermost last.
        cell: Left and right edge of the table cell that it stands in; None outside of tables.

    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    inside: tuple[str, ...]
    cell: tuple[float, float] | None

    @property
    def is_heading(self) -> bool:
        return bool(HEADINGS.intersection(self.inside)) or "thead" in self.inside


@dataclass(frozen=True)
class Row:
    """A table's body row as far as it stands on one page; ``row`` and ``table`` are the same for all parts of one."""

    row: int
    table: int
    height: float


@dataclass(frozen=True)
class Page:
    """A page: the area of its content, what stands there, and the texts of its margins by their places.

    ``whole_lines`` are the texts of its lines from end to end, ``boxes`` names of elements with their left and right
    edges.
    """

    left: float
    top: float
    right: float
    bottom: float
    lines: tuple[Line, ...]
    whole_lines: tuple[str, ...]
    rows: tuple[Row, ...]
    boxes: tuple[tuple[str, float, float], ...]
    margins: Mapping[str, str]


@dataclass
class _Read:
    lines: list[Line] = field(default_factory=list)
    whole_lines: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    boxes: list[tuple[str, float, float]] = field(default_factory=list)


def pages_of(html: str, stylesheet: str) -> tuple[Page, ...]:
    """Return the pages of a brief without drawing them."""
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=stylesheet, font_config=fonts, base_url=_NOWHERE)
    document = weasyprint.HTML(string=html, base_url=_NOWHERE).render(stylesheets=[sheet], font_config=fonts)
    return tuple(_page(page._page_box) for page in document.pages)


@cache
def sample_survey() -> Survey:
    return survey_root(REPOSITORY, AS_OF, AS_OF)


def brief_pages(
    account: str, kind: BriefKind | None, language: Language, briefs: Briefs, root: Path = REPOSITORY
) -> tuple[Page, ...]:
    """Return the pages of a document of a workspace, the sample unless told otherwise; None is that of all accounts."""
    survey = sample_survey() if root == REPOSITORY else survey_root(root, AS_OF, AS_OF)
    asked: list[tuple[str, str]] = []

    def take(html: str, stylesheet: str, **_: Any) -> bytes:
        asked.append((html, stylesheet))
        return b""

    with patch("kamgen.output.brief.render_pdf", take):
        maker = BriefMaker(root, survey, briefs)
        if kind is None:
            maker.of_portfolio(language)
        else:
            maker.of_account(account, kind, language)
    ((html, stylesheet),) = asked
    return pages_of(html, stylesheet)


def _page(box: Any) -> Page:
    left, top = box.content_box_x(), box.content_box_y()
    margins, read = {}, _Read()
    for child in box.children:
        if hasattr(child, "at_keyword"):
            text = "".join(part.text for part in child.descendants() if hasattr(part, "text"))
            margins[child.at_keyword.removeprefix("@")] = text
        else:
            _walk(child, (), None, 0, read)
    place = (left, top, left + box.width, top + box.height)
    return Page(*place, tuple(read.lines), tuple(read.whole_lines), tuple(read.rows), tuple(read.boxes), margins)


def _walk(box: Any, inside: tuple[str, ...], cell: tuple[float, float] | None, table: int, read: _Read) -> None:
    kind, element = type(box).__name__, box.element
    tag = box.element_tag or ""
    if tag and (not inside or inside[-1] != tag):
        inside = (*inside, tag)
    if kind in ("TextBox", "InlineReplacedBox"):
        text = getattr(box, "text", "")
        if text.strip() or kind != "TextBox":
            line = (box.position_x, box.position_y, box.position_x + box.width, box.position_y + box.height)
            read.lines.append(Line(text, *line, inside, cell))
    if kind == "LineBox":
        read.whole_lines.append("".join(part.text for part in box.descendants() if hasattr(part, "text")).strip())
    if kind == "TableBox":
        table = id(element)
    elif kind == "TableCellBox":
        cell = (box.position_x, box.position_x + box.border_width())
    elif kind == "TableRowBox" and "tr" in inside and "thead" not in inside:
        read.rows.append(Row(id(element), table, box.height))
    if kind in ("BlockBox", "TableBox", "TableCellBox", "InlineReplacedBox", "BlockReplacedBox") and box.width:
        read.boxes.append((tag, box.border_box_x(), box.border_box_x() + box.border_width()))
    for child in _children(box):
        _walk(child, inside, cell, table, read)


def _children(box: Any) -> Iterator[Any]:
    yield from getattr(box, "children", ())
