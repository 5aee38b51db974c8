"""What the PDF engine leaves out of a tagged PDF, put in before and after it lays out a document.

PDF/UA-1 and PDF/A-2a ask for more than the engine writes: it takes a drawing's words from its ``<title>`` alone, says
of no header cell what it heads, calls a link by its address, takes every table for one of data, measures the place
of a drawing in pixels from the top of the page instead of points from its bottom, and it leaves the texts of page
margins without a place in the tree.
"""

from __future__ import annotations

from typing import Any

_SVG = "{http://www.w3.org/2000/svg}"
_POINTS_PER_PIXEL = 0.75
_SCOPES = {"col": "/Column", "row": "/Row"}
_LAYOUT_ONLY = "presentation"


def describe_drawings(root: Any) -> None:
    """Give every drawing of an HTML tree all of its words where the engine looks for them, in its ``<title>``.

    They are those of ``aria-label``, else of ``<title>`` and ``<desc>``. Nothing of it is drawn.
    """
    for drawing in root.iter(f"{_SVG}svg"):
        title, description = drawing.find(f"{_SVG}title"), drawing.find(f"{_SVG}desc")
        words = drawing.get("aria-label") or ": ".join(
            element.text for element in (title, description) if element is not None and element.text
        )
        if not words:
            continue
        if title is None:
            title = drawing.makeelement(f"{_SVG}title", {})
            drawing.insert(0, title)
        title.text = words


def complete_tags(document: Any, pdf: Any) -> None:
    """Complete the structure tree of a finished PDF, and write its metadata so that any program can read them.

    Args:
        document: The laid-out document, as the engine hands it to what finishes a PDF.
        pdf: Its PDF, changed in place.

    """
    for page in document.pages:
        for _, _, _, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            words = "" if box.element is None else " ".join("".join(box.element.itertext()).split())
            if annotation and words:
                annotation["Contents"].string = words
        for box in page._page_box.descendants():
            if box.element_tag == "th":
                _say_what_it_heads(box)
            elif box.element_tag == "table" and box.element.get("role") == _LAYOUT_ONLY:
                _take_for_layout(box, pdf)
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("S") == "/Figure":
            _place_in_points(item, pdf)
    _take_margins_for_decoration(pdf)
    _of(pdf, pdf.catalog["Metadata"]).compress = False


def _say_what_it_heads(box: Any) -> None:
    cell = getattr(box, "mark", None)
    if cell is not None and cell["S"] == "/TH":
        cell["A"]["Scope"] = _SCOPES.get(box.element.get("scope"), "/Column")


def _take_for_layout(table: Any, pdf: Any) -> None:
    """Make plain blocks of a table that only puts things side by side."""
    for box in table.descendants():
        element = getattr(box, "mark", None)
        if element is None:
            continue
        element.pop("A", None)
        element.pop("ID", None)
        while element["S"] in ("/TD", "/TH", "/TR", "/TBody", "/Table"):
            outermost = element["S"] == "/Table"
            element["S"] = "/Div"
            if outermost:
                break
            element = _of(pdf, element["P"])


def _place_in_points(figure: Any, pdf: Any) -> None:
    left, top, right, bottom = (side * _POINTS_PER_PIXEL for side in figure["A"]["BBox"])
    height = _of(pdf, figure["Pg"])["MediaBox"][3]
    figure["A"]["BBox"][:] = (left, height - bottom, right, height - top)


def _take_margins_for_decoration(pdf: Any) -> None:
    """Mark texts of page margins as such, so that nobody has the running headers read out in the midst of a sentence.

    The engine makes elements for them and hangs them nowhere.
    """
    root = _of(pdf, pdf.catalog["StructTreeRoot"])
    content = _of(pdf, root["K"][0])
    reached = set(content["K"])
    places = dict(_pairs(_of(pdf, root["ParentTree"])["Nums"]))
    for page in pdf.objects:
        if not isinstance(page, dict) or page.get("Type") != "/Page":
            continue
        elements = places[page["StructParents"]]
        outside = {
            number for number, element in enumerate(elements) if _outermost(element, content, pdf) not in reached
        }
        parts = _of(pdf, page["Contents"]).stream
        for index, part in enumerate(parts):
            if isinstance(part, dict) and part.get("MCID") in outside:
                parts[index - 1] = "/Artifact"
                parts[index] = type(part)({"Type": "/Pagination"})
        for number in outside:
            elements[number] = "null"


def _outermost(element: bytes, content: Any, pdf: Any) -> bytes:
    """Return the element right below the document that an element is in."""
    while (parent := _of(pdf, element)["P"]) != content.reference:
        element = parent
    return element


def _pairs(numbers: list[Any]) -> zip[tuple[int, Any]]:
    return zip(numbers[::2], numbers[1::2], strict=True)


def _of(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
