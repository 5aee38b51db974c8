"""The structure tree of a tagged PDF, as a screen reader walks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf


@dataclass(frozen=True)
class Element:
    """One element of the tree.

    Attributes:
        kind: Its standard type, such as ``H1`` or ``TD``.
        alternative: What is read out instead of it.
        attributes: What it says of itself, such as a header cell's ``/Scope``.
        content: Its numbers of marked content, each with its page.
        page: The page that it begins on, from 0.
        children: The elements inside it.

    """

    kind: str
    alternative: str
    attributes: dict[str, Any]
    content: tuple[tuple[int, int], ...]
    page: int
    children: tuple[Element, ...]

    def all(self, *kinds: str) -> Iterator[Element]:
        """Walk all elements of these kinds in reading order, this one included; without kinds, all of them."""
        if not kinds or self.kind in kinds:
            yield self
        for child in self.children:
            yield from child.all(*kinds)


def structure_of(reader: pypdf.PdfReader) -> Element:
    """Return the element that is the whole document."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    root: Any = reader.trailer["/Root"]["/StructTreeRoot"]
    (document,) = root["/K"]
    return _element(document.get_object(), pages)


def _element(data: Any, pages: dict[int, int]) -> Element:
    page = pages[data.raw_get("/Pg").idnum] if "/Pg" in data else 0
    kids = data.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    found = [kid if isinstance(kid, int) else kid.get_object() for kid in kids]
    return Element(
        str(data["/S"]).removeprefix("/"),
        str(data.get("/Alt", "")),
        dict(data["/A"].get_object()) if "/A" in data else {},
        tuple((page, int(kid)) for kid in found if isinstance(kid, int)),
        page,
        tuple(_element(kid, pages) for kid in found if not isinstance(kid, int) and "/S" in kid),
    )
