"""A text with one value of it changed, and the proof that nothing else was.

The new value is spliced in where the old one stood. Writing the whole file anew, as ruamel.yaml does, would wrap long
lines and indent lists in its own way, and a review would show lines that nobody has touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml
from pydantic import BaseModel

from kamgen.plan.account import Account
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import phrase
from kamgen.workspace.editing.placing import Splices, added_item, added_key, begins_lines, begun, replaced
from kamgen.workspace.editing.plain_values import says_the_same, value_at, with_value, without_value
from kamgen.workspace.editing.problem import NotEdited
from kamgen.workspace.editing.refusals import line_of, refuse_several, refuse_shared, refuse_unfit
from kamgen.workspace.editing.removal import without_entry
from kamgen.workspace.editing.scalar_text import Written, ways_to_write
from kamgen.workspace.editing.source import Source, Spot, spliced
from kamgen.workspace.model_types import is_model, type_at
from kamgen.workspace.problems import Path, written_path
from kamgen.workspace.text_file import decode
from kamgen.workspace.yaml_text import Plain, read_yaml

Model = type[BaseModel]


def edited(text: str, path: Path, value: str, model: Model = Account) -> str:
    """Return the text with the value at a path changed, or added where it is missing, with the sections on its way.

    The value is written so that it reads back as it is given, without the space around it. It is not checked against
    the model, which only says in which order keys stand and what is a text.

    Raises:
        NotEdited: if there is no single value at the path, it is shared with other places, or cannot be written.

    """
    source, plain = _read(text)
    value, spots = _writable(value), source.spots(path)
    refuse_shared(source, spots, path)
    refuse_several(value_at(plain, path), path, model, line_of(spots[-1]))
    if len(spots) <= len(path):
        refuse_unfit(plain, spots, path)
    return _proven(source, _ways(source, spots, path, value, model), _changing(plain, path, value), path)


def added(text: str, path: Path, value: str, model: Model = Account) -> str:
    """Return the text with one more word at the end of the list at a path, which is begun where it is missing.

    Raises:
        NotEdited: if there is no list at the path, it is shared with other places, or the word cannot be written.

    """
    source, plain = _read(text)
    value, spots = _writable(value), source.spots(path)
    refuse_shared(source, spots, path)
    there = value_at(plain, path)
    if there is not None and not isinstance(there, list):
        raise NotEdited(phrase("{path} is not a list", path=written_path(path)), line=line_of(spots[-1]))
    if len(spots) <= len(path):
        refuse_unfit(plain, spots, path)
    item = (*path, len(there or ()))
    return _proven(source, _ways(source, spots, item, value, model), _changing(plain, item, value), item)


def without(text: str, path: Path) -> str:
    """Return the text without the value at a path: its key, or its hyphen, goes too, and a comment on the same line.

    Raises:
        NotEdited: if it is not there, is shared with other places, or cannot be taken out alone.

    """
    source, plain = _read(text)
    spots = source.spots(path)
    if not path or len(spots) <= len(path):
        raise NotEdited(phrase("{path} is not there", path=written_path(path)))
    refuse_shared(source, spots[:-1], path)

    def is_right(after: Plain) -> bool:
        # Lines of a section whose last key has gone read as no value, braces as an empty one.
        left = value_at(after, path[:-1])
        emptied = left is None or left == {} or left == []
        expected = without_value(plain, path)
        return says_the_same(after, with_value(expected, path[:-1], left) if emptied else expected)

    return _proven(source, [without_entry(source, spots[-1])], is_right, path)


def _read(text: str) -> tuple[Source, Plain]:
    plain, problems = read_yaml(text)
    if problems or not isinstance(plain, dict):
        line = problems[0].line if problems else None
        raise NotEdited(phrase("this file cannot be read as a plan"), phrase("mend it first"), line=line)
    try:
        return Source(text), plain
    except yaml.YAMLError as error:
        # An anchor that is given twice can be read, but not which of the two an alias repeats be told from places.
        mark = getattr(error, "problem_mark", None)
        message = phrase("the same anchor stands twice in this file")
        raise NotEdited(message, phrase("change it in an editor"), line=mark and mark.line + 1) from error


def _writable(value: str) -> str:
    """Return a value as it is written: without space around it, its lines ended by a line feed alone.

    Raises:
        NotEdited: if nothing is left, or it holds what no file of a workspace may hold.

    """
    try:
        read = decode(value.encode(), "")
    except UnicodeEncodeError:
        raise NotEdited(phrase("this value is not UTF-8")) from None
    if not isinstance(read, str):
        raise NotEdited(read.message, read.hint)
    value = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not value:
        raise NotEdited(phrase("an empty value says nothing"), phrase("to take a value out: --remove"))
    return value


def _ways(source: Source, spots: list[Spot], path: Path, value: str, model: Model) -> Iterator[Splices]:
    """Yield the splices that write a value at a path, each with another way to write it, the most natural first."""
    spot, rest = spots[-1], path[len(spots) - 1 :]
    node = spot.node
    if not rest:
        header = source.text[source.start(node) : source.block(node)[0]] if node.style in ("|", ">") else ""
        for written in _texts(path, value, model, style=node.style, header=header, in_braces=spot.in_braces):
            yield replaced(source, spot, written)
    elif isinstance(node, yaml.SequenceNode):
        for written in _texts(path, value, model, in_braces=node.flow_style):
            yield added_item(source, spot, written)
    else:
        yield from _ways_to_begin(source, spot, path, rest, value, model)


def _ways_to_begin(source: Source, spot: Spot, path: Path, rest: Path, value: str, model: Model) -> Iterator[Splices]:
    """Yield the splices that begin the keys that are missing on the way to a value, or the list that it is to be in."""
    there = path[: len(path) - len(rest)]
    keys = tuple(part for part in rest if isinstance(part, str))
    new_list = len(keys) < len(rest)
    into_map = isinstance(spot.node, yaml.MappingNode)
    if into_map:
        in_lines = not spot.node.flow_style
    else:
        in_lines = not spot.in_braces and source.start(spot.node) == source.end(spot.node)
    own_lines = 0
    while in_lines and own_lines < len(keys):
        first_of_map = into_map and own_lines == 0
        if not (first_of_map or "\n" in value or begins_lines(model, (*there, *keys[:own_lines]))):
            break
        own_lines += 1
    for written in _texts(path, value, model, in_braces=own_lines < len(keys) or new_list):
        whole = Written(f"[{written.head}]") if new_list else written
        if into_map:
            yield added_key(source, spot, keys, whole, own_lines, _section(model, there))
        else:
            yield begun(source, spot, keys, whole, own_lines)


def _texts(
    path: Path, value: str, model: Model, *, style: str | None = None, header: str = "", in_braces: bool
) -> Iterator[Written]:
    kind = type_at(model, path)
    guessed = kind in (str, LocalisedText, Any)
    return ways_to_write(value, style, header, in_braces=in_braces, guessed=guessed)


def _section(model: Model, path: Path) -> Model | None:
    kind = type_at(model, path)
    return kind if is_model(kind) else None


def _changing(plain: Plain, path: Path, value: str) -> Callable[[Plain], bool]:
    """Return what tells that a text read back is the old one with a value at a path, and with nothing else changed."""

    def is_right(after: Plain) -> bool:
        found = value_at(after, path)
        return (
            isinstance(found, str) and found.strip() == value and says_the_same(after, with_value(plain, path, found))
        )

    return is_right


def _proven(source: Source, ways: Iterable[Splices], is_right: Callable[[Plain], bool], path: Path) -> str:
    """Return the text of the first way that reads back as it should, every value of the file compared.

    Raises:
        NotEdited: if none does.

    """
    for way in ways:
        after = spliced(source.text, way)
        plain, problems = read_yaml(after)
        if not problems and is_right(plain):
            return after
    message = phrase("the place of {path} is written in a way that cannot be changed safely", path=written_path(path))
    raise NotEdited(message, phrase("change it in an editor"), line=line_of(source.spots(path)[-1]))
