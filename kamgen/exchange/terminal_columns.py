"""Columns on a terminal, each as wide as what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kamgen.exchange.terminal_text import beginning, columns, printable, styled

GAP = "  "


class Cell(NamedTuple):
    """A text in a column, with its style (``bold``, ``dim``, ``warning``, ``error`` or none), at the left or the right.

    What is longer than ``most`` columns is cut.
    """

    text: str
    style: str = ""
    right: bool = False
    most: int = 40


def in_columns(rows: Sequence[Sequence[Cell]], color: bool) -> list[str]:
    """Return rows as lines; those with fewer cells are shorter."""
    shown = [[cell._replace(text=shortened(printable(cell.text), cell.most)) for cell in row] for row in rows]
    number = max(map(len, shown), default=0)
    widths = [max(columns(row[at].text) for row in shown if at < len(row)) for at in range(number)]
    return [
        GAP.join(_padded(cell, width, color) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in shown
    ]


def shortened(text: str, width: int) -> str:
    """Return a text that takes at most so many columns, its end replaced by an ellipsis where it is too long."""
    return text if columns(text) <= width else beginning(text, width - 1) + "…"


def _padded(cell: Cell, width: int, color: bool) -> str:
    space = " " * (width - columns(cell.text))
    said = styled(cell.text, cell.style, color) if cell.style else cell.text
    return space + said if cell.right else said + space
