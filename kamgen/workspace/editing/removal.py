"""Take a key with its value, or an item of a list, out of a text."""

from __future__ import annotations

import re

import yaml

from kamgen.workspace.editing.source import Source, Splice, Spot

_COMMA = re.compile(r"[ \t]*,[ \t]*")


def without_entry(source: Source, spot: Spot) -> tuple[Splice, ...]:
    """Return the splice that takes out a value with its key or hyphen, and a comment that stands on its last line."""
    return (_in_braces(source, spot) if spot.in_braces else _in_lines(source, spot),)


def _in_lines(source: Source, spot: Spot) -> Splice:
    start = source.hyphen(spot.node) if spot.key is None else spot.key.start_mark.index
    key_end = start + 1 if spot.key is None else spot.key.end_mark.index
    text, begin = source.text, source.line_start(start)
    end = source.line_end(max(key_end, source.end(spot.node)))
    after = source.after_break(end)
    if text[begin:start].strip():
        return Splice(start, _next_on_this_line(source, spot, after, end), "")
    if after == end and begin > 0:
        # The file ends without a break, and goes on doing so.
        return Splice(source.before_break(begin), end, "")
    return Splice(begin, after, "")


def _next_on_this_line(source: Source, spot: Spot, after: int, end: int) -> int:
    """Return where the next entry begins if its line follows at once, so that it moves up to the hyphen."""
    entries = spot.holder.value
    if isinstance(spot.holder, yaml.MappingNode):
        starts = [key.start_mark.index for key, _ in entries]
    else:
        starts = [source.hyphen(item) for item in entries]
    follows = next((start for start in starts if start >= after), None)
    return end if follows is None or source.text[after:follows].strip(" ") else follows


def _in_braces(source: Source, spot: Spot) -> Splice:
    text = source.text
    start = (spot.node if spot.key is None else spot.key).start_mark.index
    end = source.end(spot.node) if spot.key is None else max(spot.key.end_mark.index, source.end(spot.node))
    comma = _COMMA.match(text, end)
    if comma is None:
        before = re.search(r",\s*$", text[:start])
        return Splice(start if before is None else before.start(), end, "")
    begin, line_end = source.line_start(start), source.line_end(comma.end())
    rest = text[comma.end() : line_end]
    if not text[begin:start].strip() and (not rest or rest.startswith("#")):
        return Splice(begin, source.after_break(line_end), "")
    return Splice(start, comma.end(), "")
