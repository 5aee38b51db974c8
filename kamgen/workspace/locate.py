"""Where a value stands in its file: worked out only when there is something to report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from kamgen.workspace.problems import Path
from kamgen.workspace.yaml_text import PlaceLoader


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text: line and column from 1, width in characters on that line, and the line itself."""

    line: int
    column: int
    width: int
    source: str


class Places:
    """The places of the values of one YAML text."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._text = text
        self._root: Any = None
        self._composed = False

    def at(self, line: int, column: int, width: int = 1) -> Place:
        """Return the place at a line and column that are known already: after a line's end, its last character."""
        source = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        column = max(1, min(column, len(source)))
        return Place(line, column, max(1, min(width, len(source) - column + 1)), source)

    def of(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of the value at a path, or of its key; of what surrounds it where it is not there."""
        self._compose()
        if self._root is None:
            return self.at(1, 1)
        node, name_node, complete = self._walk(path)
        blocky = isinstance(node, yaml.CollectionNode) and not node.flow_style
        nothing = isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index
        wanted = name_node if name_node is not None and (key or blocky or nothing or not complete) else node
        start, end = wanted.start_mark, wanted.end_mark
        width = end.column - start.column if end.line == start.line else len(self._text)
        return self.at(start.line + 1, start.column + 1, width)

    def line(self, path: Path) -> int | None:
        """Return the line of the value at a path, of its key if it is a list or a map; None where nobody wrote it."""
        self._compose()
        if self._root is None:
            return None
        node, name_node, complete = self._walk(path)
        if not complete:
            return None
        blocky = isinstance(node, yaml.CollectionNode) and name_node is not None
        return int((name_node if blocky else node).start_mark.line) + 1

    def _compose(self) -> None:
        if not self._composed:
            self._composed = True
            try:
                self._root = yaml.compose(self._text, Loader=PlaceLoader)
            except (yaml.YAMLError, RecursionError):
                self._root = None

    def _walk(self, path: Path) -> tuple[Any, Any, bool]:
        node, name_node = self._root, None
        for part in path:
            if isinstance(node, yaml.MappingNode):
                found = next((pair for pair in node.value if pair[0].value == part), None)
                if found is None:
                    return node, name_node, False
                name_node, node = found
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                name_node, node = None, node.value[part]
            else:
                return node, name_node, False
        return node, name_node, True
