"""A brief's HTML as Typst markup: the same words, headings, lists and tables, set about as tightly.

What is left out: drawings, the columns of the first page, colours but for lines, bookmarks' labels and links. Texts are
string literals, so nothing in them is read as markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain

_VOID = {"meta", "link", "br", "hr", "img", "col", "input"}
_LEFT_OUT = {"svg", "style", "script"}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_BLOCKS = {"div", "section", "header", "footer", "article", "aside", "main", "body", "html", "p", "table", "ul", "ol",
           "dl", "li", "dt", "dd", *_HEADINGS}  # fmt: skip
_BOLD = {"strong", "b", "th"}

_PRELUDE = """\
#set document(title: {title})
#set page(paper: "a4", margin: (x: 18mm, top: 21mm, bottom: 18mm), header: text(7.5pt)[#{title}],
  footer: align(right, text(7.5pt)[#context counter(page).display("1 / 1", both: true)]))
#set text(font: ({fonts}), size: {size:.4f}pt, lang: "{language}")
#set par(leading: 0.52em, spacing: 0.6em)
#set table(stroke: (x: none, top: none, bottom: 0.4pt + rgb("#b9b5ab")), inset: (left: 0pt, right: 6pt, y: 3.4pt))
#set grid(columns: (1fr, 2fr), row-gutter: 0.6em)
#show table.cell: set text(0.92em)
#show heading: set block(above: 1.1em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(20pt)
#show heading.where(level: 2): set text(12.5pt)
#show heading.where(level: 3): set text(9pt)
"""


class Node:
    """An element of the HTML, or a text in it."""

    def __init__(self, tag: str, attributes: dict[str, str | None] | None = None, text: str = "") -> None:
        self.tag, self.attributes, self.text = tag, attributes or {}, text
        self.children: list[Node] = []

    def all(self, *tags: str) -> Iterator[Node]:
        """Walk the elements of these kinds."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.all(*tags)


def typst_markup(html: str, fonts: tuple[str, ...], size: float) -> str:
    """Return a document of the same content.

    Args:
        html: The brief.
        fonts: Families, first choice first.
        size: Size of the text in points; another size is laid out anew, the same one would come from Typst's memory.

    """
    root = _tree(html)
    title = _literal("".join(_texts(next(root.all("title")))))
    language = (next(root.all("html")).attributes.get("lang") or "en").split("-")[0]
    families = ", ".join(_literal(name) for name in fonts)
    head = _PRELUDE.format(title=title, fonts=families + ",", size=size, language=language)
    return head + "\n".join(_blocks(next(root.all("body"))))


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(Node("", text=data))


def _tree(html: str) -> Node:
    builder = _Builder()
    builder.feed(html)
    return builder.root


def _blocks(node: Node) -> Iterator[str]:
    """Yield the blocks inside an element, each as markup; a row of inline content is a paragraph."""
    pieces: list[str] = []
    for child in node.children:
        if child.tag in _BLOCKS:
            yield from _paragraph(pieces)
            pieces = []
            yield from _block(child)
        else:
            pieces.append(_inline(child))
    yield from _paragraph(pieces)


def _block(node: Node) -> Iterator[str]:
    if node.tag in _HEADINGS:
        yield f"#heading(level: {_HEADINGS[node.tag]})[{_content(node)}]\n"
    elif node.tag == "table":
        yield _table(node)
    elif node.tag == "dl":
        yield f"#grid({''.join(f'[{_content(part)}], ' for part in node.all('dt', 'dd'))})\n"
    elif node.tag == "li":
        yield f"#list.item[{_content(node)}]\n"
    elif any(child.tag in _BLOCKS for child in node.children):
        yield from _blocks(node)
    else:
        yield from _paragraph([_content(node)])


def _paragraph(pieces: list[str]) -> Iterator[str]:
    text = "".join(pieces)
    if text.replace('#" "', ""):
        yield f"{text}\n"


def _content(node: Node) -> str:
    """Return everything in an element as one row; blocks in it stand apart by a break."""
    pieces: list[str] = []
    for child in node.children:
        if child.tag in _BLOCKS and pieces:
            pieces.append("#linebreak()")
        pieces.append(_content(child) if child.tag in _BLOCKS - {"table"} else _inline(child))
    return "".join(pieces)


def _inline(node: Node) -> str:
    if node.tag in _LEFT_OUT:
        return ""
    if node.tag == "br":
        return "#linebreak()"
    if node.tag == "table":
        return _table(node)
    if not node.tag:
        text = " ".join(f".{node.text}.".split())[1:-1]
        return f"#{_literal(text)}" if text else ""
    content = _content(node)
    return f"#strong[{content}]" if node.tag in _BOLD and content else content


def _table(node: Node) -> str:
    rows = list(node.all("tr"))
    number = max(sum(_span(cell) for cell in _cells(row)) for row in rows)
    heads = [row for head in node.all("thead") for row in head.all("tr")]
    body = "\n".join(_row(row) for row in rows if row not in heads)
    head = f"  table.header(repeat: true, {''.join(_row(row) for row in heads)}),\n" if heads else ""
    return f"#table(columns: ({_columns(node, number)}),\n{head}{body}\n)\n"


def _columns(node: Node, number: int) -> str:
    styles = [column.attributes.get("style") or "" for column in node.all("col")]
    shares = [style.split("width:")[1].strip().split("%")[0] for style in styles if "width:" in style]
    return "".join(f"{share}fr, " for share in shares) if len(shares) == number else "1fr, " * number


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.children if cell.tag in ("td", "th")]


def _row(row: Node) -> str:
    return "".join(f"table.cell(colspan: {_span(cell)})[{_cell(cell)}], " for cell in _cells(row))


def _cell(cell: Node) -> str:
    return f"#strong[{_content(cell)}]" if cell.tag == "th" else _content(cell)


def _span(cell: Node) -> int:
    return int(cell.attributes.get("colspan") or 1)


def _texts(node: Node) -> Iterator[str]:
    return chain([node.text], *(_texts(child) for child in node.children))


def _literal(text: str) -> str:
    """Return a text as a string literal, whose escapes are those of JSON but for a code point's."""
    quoted = json.dumps("".join(" " if ord(character) < 32 else character for character in text), ensure_ascii=False)
    return quoted.replace("\x7f", " ")
