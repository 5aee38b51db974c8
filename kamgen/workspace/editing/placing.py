"""Where a value goes in a text: in the place of the old one, into an empty place, or as a new key or item."""

from __future__ import annotations

from typing import Any
from unicodedata import east_asian_width

from pydantic import BaseModel

from kamgen.plan.values import LocalisedText
from kamgen.workspace.editing.scalar_text import Written
from kamgen.workspace.editing.source import Source, Splice, Spot
from kamgen.workspace.model_types import is_model, type_at
from kamgen.workspace.problems import Path

Splices = tuple[Splice, ...]


def replaced(source: Source, spot: Spot, written: Written) -> Splices:
    """Return the splices that put a scalar in the place of another one, comments beside it kept."""
    node = spot.node
    start, end = source.start(node), source.end(node)
    if start == end:
        return _filled(source, spot, written)
    if node.style not in ("|", ">"):
        below = _indented(source, written, source.column(spot) + source.step) if written.below else ""
        after = source.line_end(end)
        return (Splice(start, end, written.head), Splice(after, after, below))
    header_end, begin, end = source.block(node)
    lines = source.text[begin:end].splitlines()
    depths = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    below = _indented(source, written, min(depths, default=source.column(spot) + source.step))
    return (Splice(start, header_end, written.head), Splice(begin, end, below))


def begun(source: Source, spot: Spot, keys: tuple[str, ...], written: Written, own_lines: int) -> Splices:
    """Return the splices that put keys below each other, and a value, into a place where nothing stands.

    Args:
        source: The text.
        spot: The empty place.
        keys: The keys from there to the value.
        written: The value.
        own_lines: How many of the keys begin a line of their own; the others stand in braces.

    """
    node = spot.node
    if source.start(node) != source.end(node):
        return (Splice(source.start(node), source.end(node), _in_braces(keys, written.head)),)
    if not own_lines:
        return _filled(source, spot, Written(_in_braces(keys, written.head)))
    after = source.line_end(node.end_mark.index)
    lines = _lines(source, keys, written, own_lines, source.column(spot) + source.step)
    return (Splice(after, after, source.newline + source.newline.join(lines)),)


def added_key(
    source: Source, spot: Spot, keys: tuple[str, ...], written: Written, own_lines: int, model: type[BaseModel] | None
) -> Splices:
    """Return the splices that add a key with its value to a map, where the plan format has it among its neighbours."""
    before = _neighbour(spot.node, keys[0], model)
    if spot.node.flow_style or not spot.node.value:
        return _added_in_braces(source, spot.node, before, f"{keys[0]}: {_in_braces(keys[1:], written.head)}")
    first = spot.node.value[0][0]
    column = first.start_mark.column
    lines = _lines(source, keys, written, max(1, own_lines), column)
    if before is None:
        text = source.newline.join([*lines, " " * column])
        return (Splice(first.start_mark.index, first.start_mark.index, text[column:]),)
    key, value = before
    end = source.after_deeper_comments(max(key.end_mark.index, source.end(value)), column)
    if own_lines > 1 and source.follows_blank_line(key.start_mark.index):
        lines = ["", *lines]
    return (Splice(end, end, source.newline + source.newline.join(lines)),)


def added_item(source: Source, spot: Spot, written: Written) -> Splices:
    """Return the splices that add a scalar to the end of a list."""
    node = spot.node
    last = node.value[-1] if node.value else None
    if node.flow_style or last is None:
        return _added_in_braces(source, node, None if last is None else (last, last), written.head)
    hyphen = source.hyphen(last)
    column = hyphen - source.line_start(hyphen)
    end = source.after_deeper_comments(source.end(last), column)
    below = _indented(source, written, column + source.step)
    return (Splice(end, end, f"{source.newline}{' ' * column}- {written.head}{below}"),)


def begins_lines(model: type[BaseModel], path: Path) -> bool:
    """Tell whether plans write a section over several lines: one that is never None in the model, or holds others."""
    section, parent = type_at(model, path), type_at(model, path[:-1])
    if not path or not is_model(parent) or not is_model(section):
        return False
    inner = [type_at(section, (field.alias or name,)) for name, field in section.model_fields.items()]
    if any(is_model(kind) and kind is not LocalisedText for kind in inner):
        return True
    fields = parent.model_fields.items()
    return any((field.alias or name) == path[-1] and field.default_factory is not None for name, field in fields)


def _filled(source: Source, spot: Spot, written: Written) -> Splices:
    """Return the splices that write a value where nothing stands; a comment after it stays in its column if it can."""
    text, at = source.text, spot.node.end_mark.index
    end = at
    while not spot.in_braces and text[end : end + 1] == " ":
        end += 1
    comment = text[end : end + 1] == "#"
    mark = "" if text[:at].rstrip().endswith((":", "-", "?")) else ":"
    head = f"{mark}{'' if text[at - 1 : at] == ' ' else ' '}{written.head}"
    room = " " * max(end - at - _columns(head), min(end - at, 2)) if comment else ""
    after = source.line_end(end)
    below = _indented(source, written, source.column(spot) + source.step)
    return (Splice(at, end, head + room), Splice(after, after, below))


def _columns(text: str) -> int:
    """Return how many columns a text takes in an editor; most Chinese characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _added_in_braces(source: Source, node: Any, before: tuple[Any, Any] | None, entry: str) -> Splices:
    if before is not None:
        end = max(before[0].end_mark.index, source.end(before[1]))
        return (Splice(end, end, f", {entry}"),)
    if node.value:
        start = node.value[0][0].start_mark.index
        return (Splice(start, start, f"{entry}, "),)
    start = source.start(node) + 1
    return (Splice(start, start, entry),)


def _neighbour(node: Any, key: str, model: type[BaseModel] | None) -> tuple[Any, Any] | None:
    """Return the entry of a map that a new key comes after; None for the first place."""
    entries = node.value
    if model is None or not entries:
        return entries[-1] if entries else None
    order = [field.alias or name for name, field in model.model_fields.items()]
    place = {name: position for position, name in enumerate(order)}
    earlier = [entry for entry in entries if place.get(entry[0].value, len(order)) < place.get(key, len(order))]
    return max(earlier, key=lambda entry: place[entry[0].value], default=None)


def _lines(source: Source, keys: tuple[str, ...], written: Written, own_lines: int, column: int) -> list[str]:
    """Return keys one below the other with a value at the end; those after the first few ``own_lines`` in braces."""
    lines = [f"{' ' * (column + depth * source.step)}{key}:" for depth, key in enumerate(keys[:own_lines])]
    lines[-1] += f" {_in_braces(keys[own_lines:], written.head)}"
    depth = column + own_lines * source.step
    return [*lines, *(" " * depth + line if line else "" for line in written.below)]


def _in_braces(keys: tuple[str, ...], head: str) -> str:
    for key in reversed(keys):
        head = f"{{{key}: {head}}}"
    return head


def _indented(source: Source, written: Written, column: int) -> str:
    """Return the lines of a block, each after a break; blank lines without spaces."""
    return "".join(source.newline + (" " * column + line if line else "") for line in written.below)
