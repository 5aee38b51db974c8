"""Explanations for people at a terminal: wrapped to its width, Chinese counted as two columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kamgen.exchange.terminal_text import columns, printable, styled, wrapped
from kamgen.pages.explain.explanation import Explanation, FactTable, Kind, Sample, kind_name
from kamgen.wording.language import Wording

WIDEST = 100
"""Columns of the widest line: longer ones are hard to read, however wide the terminal is."""

_INDENT = 2
_GAP = 2
_NAMES = 32
"""Columns of the names in a list, at most; what a longer one is stands on the next line."""

_SEVERAL: Mapping[Kind, str] = {"method": "Methods", "rule": "Rules"}
"""Kinds whose groups say only what their members are about."""

_ITEM = re.compile(r"- |\d+\. ")


def explanations_text(found: Sequence[Explanation], t: Wording, *, width: int, color: bool = False) -> str:
    """Return explanations one after the other, each with all there is to say."""
    width = min(width, WIDEST)
    return "\n".join("\n".join(_explained(one, t, width, color)) + "\n" for one in found)


def names_text(found: Iterable[Explanation], t: Wording, *, width: int, color: bool = False) -> str:
    """Return everything that can be explained, kind by kind and group by group, a line for each."""
    width = min(width, WIDEST)
    lines: list[str] = []
    for kind, of_kind in groupby(found, key=lambda one: one.kind):
        for group, members in groupby(of_kind, key=lambda one: one.group):
            several = _SEVERAL.get(kind)
            title = t.text("{kind}: {group}", kind=t.text(several), group=group) if several else group
            rows = [(one.name, one.summary) for one in members]
            lines += [styled(printable(title), "bold", color), *_rows(rows, width, _NAMES), ""]
    return "\n".join([*lines, t.text("More about one of them: kamgen explain NAME")]) + "\n"


def _explained(one: Explanation, t: Wording, width: int, color: bool) -> Iterator[str]:
    """Yield the lines of one explanation."""
    yield from _head(one, t, width, color)
    if one.summary != one.title:
        yield from ("", *_paragraphs(one.summary, width))
    for passage in one.passages:
        yield ""
        if passage.title:
            yield styled(passage.title, "bold", color)
        yield from _paragraphs(passage.text, width)
    if one.facts:
        yield ""
        yield from _rows([(fact.term, fact.text) for fact in one.facts], width, _NAMES, indent=0)
    for table in one.tables:
        yield ""
        yield styled(table.title, "bold", color)
        yield from _table(table, width)
    for sample in (*one.examples, *one.uses):
        yield ""
        yield from _sample(sample, width, color)
    for group in one.related:
        yield ""
        yield styled(group.title, "bold", color)
        yield from _rows([(link.name, link.title) for link in group.references], width, _NAMES)


def _head(one: Explanation, t: Wording, width: int, color: bool) -> Iterator[str]:
    group = one.group if one.kind in ("method", "rule") else ""
    about = [text for text in (kind_name(one.kind, t), group, one.state) if text]
    yield f"{styled(printable(one.name), 'bold', color)}  {styled(printable(' · '.join(about)), 'dim', color)}"
    yield from wrapped(printable(one.title), width)


def _paragraphs(text: str, width: int) -> Iterator[str]:
    """Yield Markdown wrapped anew: paragraphs with an empty line between them, items of lists below one another."""
    for number, block in enumerate(text.strip().split("\n\n")):
        if number:
            yield ""
        for paragraph in _joined(block.splitlines()):
            mark = _ITEM.match(paragraph)
            hang = len(mark[0]) if mark else 0
            lines = wrapped(printable(paragraph[hang:]), width - _INDENT - hang)
            for position, line in enumerate(lines):
                yield " " * _INDENT + (paragraph[:hang] if position == 0 else " " * hang) + line


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs and items of a block, each in one line; Chinese needs no space where lines met."""
    said = ""
    for line in lines:
        text = line.strip()
        if said and not _ITEM.match(text):
            close = columns(said[-1]) == columns(text[:1]) == 2
            said += text if close else f" {text}"
            continue
        if said:
            yield said
        said = text
    if said:
        yield said


def _rows(rows: Sequence[tuple[str, str]], width: int, most: int, indent: int = _INDENT) -> Iterator[str]:
    """Yield names and what they are, beside one another where the name is short enough."""
    names = [printable(name) for name, _ in rows]
    column = min(max(columns(name) for name in names), most)
    for name, (_, text) in zip(names, rows, strict=True):
        lines = wrapped(printable(text), width - indent - column - _GAP)
        beside = columns(name) <= column
        if not beside or not lines:
            yield " " * indent + name
        for position, line in enumerate(lines):
            first = name if beside and position == 0 else ""
            yield " " * indent + _padded(first, column) + " " * _GAP + line


def _table(table: FactTable, width: int) -> Iterator[str]:
    """Yield a table with its columns as wide as their longest cell; one that is too wide has a block for each row."""
    rows = [tuple(map(printable, row)) for row in (table.heads, *table.rows)]
    widths = [max(columns(row[index]) for row in rows) for index in range(len(table.heads))]
    if sum(widths) + _GAP * len(widths) + _INDENT <= width:
        for row in rows:
            cells = (_padded(cell, widths[index], right=index in table.numeric) for index, cell in enumerate(row))
            yield (" " * _INDENT + (" " * _GAP).join(cells)).rstrip()
    else:
        for number, row in enumerate(rows[1:]):
            if number:
                yield ""
            yield from _rows(list(zip(rows[0], row, strict=True)), width, _NAMES)
    if table.note:
        yield from (" " * _INDENT + line for line in wrapped(table.note, width - _INDENT))


def _sample(sample: Sample, width: int, color: bool) -> Iterator[str]:
    yield styled(sample.title, "bold", color)
    if sample.note:
        yield from (" " * _INDENT + line for line in wrapped(sample.note, width - _INDENT))
    for snippet in sample.snippets:
        yield " " * _INDENT + styled(printable(snippet.file), "dim", color)
        for line in snippet.text.splitlines():
            yield f"{' ' * _INDENT}{styled('│', 'dim', color)} {printable(line)}".rstrip()


def _padded(text: str, width: int, *, right: bool = False) -> str:
    space = " " * (width - columns(text))
    return space + text if right else text + space
