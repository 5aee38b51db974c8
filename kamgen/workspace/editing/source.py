"""A YAML text with the places of its values: where each begins, where it really ends, what is shared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from kamgen.workspace.problems import Path
from kamgen.workspace.yaml_text import PlaceLoader

_BREAKS = "\r\n\x85\u2028\u2029"
"""What libyaml takes for the end of a line."""
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
"""Anchors and tags before a value."""
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*")
_DEFAULT_STEP = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in the text: its node, its key's where it stands in a map, and the map or list that holds it."""

    node: Any
    key: Any = None
    holder: Any = None

    @property
    def in_braces(self) -> bool:
        """Whether it stands between braces or brackets, where lines mean nothing."""
        return self.holder is not None and bool(self.holder.flow_style)


@dataclass(frozen=True, slots=True)
class Splice:
    """A piece of a text, from a start to before an end, and what stands there instead."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: tuple[Splice, ...]) -> str:
    """Return a text with pieces of it replaced, which do not overlap."""
    for splice in sorted(splices, key=lambda splice: splice.start, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


class Source:
    """A YAML text that can be read, composed.

    Attributes:
        text: The text.
        root: The node of the whole.
        newline: How lines end in it.
        step: Characters of one more level of indentation.

    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = yaml.compose(text, Loader=PlaceLoader)
        found = re.search("\r\n|\n|\r", text)
        self.newline = "\n" if found is None else found[0]
        self.step = self._step()

    def spots(self, path: Path) -> list[Spot]:
        """Return the values along a path, the whole first, as far as they are there."""
        spots = [Spot(self.root)]
        for part in path:
            node = spots[-1].node
            if isinstance(node, yaml.MappingNode):
                found = next((Spot(value, key, node) for key, value in node.value if key.value == part), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                found = Spot(node.value[part], None, node)
            else:
                found = None
            if found is None:
                break
            spots.append(found)
        return spots

    def is_shared(self, spots: list[Spot]) -> bool:
        """Tell whether any of the values stands in more than one place, by an anchor and aliases."""
        times = Counter(id(child) for node in _collections(self.root) for child in _children(node))
        return any(times[id(spot.node)] > 1 for spot in spots)

    def start(self, node: Any) -> int:
        """Return where a value begins, after its anchor and tag."""
        found = _PROPERTIES.match(self.text, node.start_mark.index, node.end_mark.index)
        return node.start_mark.index if found is None else found.end()

    def end(self, node: Any) -> int:
        """Return where a value really ends: the parser counts the blank lines and comments after it in."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            if isinstance(last, tuple):
                key, value = last
                return max(int(key.end_mark.index), self.end(value))
            return self.end(last)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            header_end, _, end = self.block(node)
            # Where a block keeps its blank lines (``|+``) they are text, and nothing may come before them.
            keeps = "+" in self.text[self.start(node) : header_end]
            return self.before_break(int(node.end_mark.index)) if keeps and node.end_mark.column == 0 else end
        return int(node.end_mark.index)

    def block(self, node: Any) -> tuple[int, int, int]:
        """Return where the header of a block of text ends, and where its lines begin and end.

        They begin with the break before the first line and end before the break after the last that is not blank.
        """
        header = _BLOCK_HEADER.match(self.text, self.start(node))
        header_end = self.start(node) if header is None else header.end()
        begin = self.line_end(header_end)
        return header_end, begin, begin + len(self.text[begin : node.end_mark.index].rstrip())

    def line_start(self, index: int) -> int:
        """Return where the line of a character begins."""
        return 1 + max(self.text.rfind(mark, 0, index) for mark in _BREAKS)

    def line_end(self, index: int) -> int:
        """Return where the line of a character ends, before its break."""
        found = _BREAK.search(self.text, index)
        return len(self.text) if found is None else found.start()

    def after_break(self, index: int) -> int:
        """Return the character after the break that is at an index; the index itself where there is none."""
        found = _BREAK.match(self.text, index)
        return index if found is None else found.end()

    def before_break(self, index: int) -> int:
        """Return where the break before a line begins."""
        return index - (2 if self.text[index - 2 : index] == "\r\n" else 1)

    def follows_blank_line(self, index: int) -> bool:
        """Tell whether the line of a character, or the comments right above it, come after a blank line."""
        start = self.line_start(index)
        while start > 0:
            end = self.before_break(start)
            start = self.line_start(end)
            line = self.text[start:end].strip()
            if not line.startswith("#"):
                return not line
        return False

    def after_deeper_comments(self, end: int, column: int) -> int:
        """Return the end of the last line that belongs to a value's lines: comments that are indented deeper go along.

        Args:
            end: Where the value ends.
            column: The column of its key or hyphen.

        """
        end = at = self.line_end(end)
        while at < len(self.text):
            start = self.after_break(at)
            at = self.line_end(start)
            line = self.text[start:at]
            if not line.strip():
                continue
            if not line.lstrip().startswith("#"):
                break
            if len(line) - len(line.lstrip()) > column:
                end = at
        return end

    def column(self, spot: Spot) -> int:
        """Return the column of a value's key, or of its hyphen in a list."""
        if spot.key is not None:
            return int(spot.key.start_mark.column)
        hyphen = self.hyphen(spot.node)
        return hyphen - self.line_start(hyphen)

    def hyphen(self, item: Any) -> int:
        """Return where the hyphen before an item of a list stands."""
        return self.text.rfind("-", 0, item.start_mark.index)

    def _step(self) -> int:
        for _, value in getattr(self.root, "value", ()):
            if isinstance(value, yaml.MappingNode) and not value.flow_style and value.value:
                return int(value.value[0][0].start_mark.column) or _DEFAULT_STEP
        return _DEFAULT_STEP


def _children(node: Any) -> Iterator[Any]:
    for child in node.value:
        if isinstance(child, tuple):
            yield from child
        else:
            yield child


def _collections(root: Any) -> Iterator[Any]:
    """Yield every map and list once, however often aliases repeat it."""
    waiting, seen = [root], {id(root)}
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.CollectionNode):
            yield node
            fresh = [child for child in _children(node) if id(child) not in seen]
            seen.update(map(id, fresh))
            waiting += fresh
