"""Turn YAML into plain values without guessing types: every scalar is the text that was typed, or nothing.

Built on libyaml's events because the ready-made loaders guess types, forget duplicate keys and cannot tell
``null`` from ``"null"``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from kamgen.wording.phrase import Phrase, phrase

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where PyYAML was built with it (ten times faster), else PyYAML's own."""

_BASE_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class PlaceLoader(_BASE_LOADER):  # type: ignore[misc]
    """The same for finding places: it thinks neither about types nor about tags, which takes half of the time."""

    def descend_resolver(self, *_: Any) -> None:
        """Take no note of where a node stands: no tag depends on it."""

    def ascend_resolver(self) -> None:
        """Take no note of it here either."""

    def resolve(self, *_: Any) -> str:
        """Return a tag that nobody reads."""
        return ""


DEEPEST = 40
"""Levels of nesting; a plan needs eight."""
MOST_VALUES = 200_000
"""Values in one file once all aliases are written out; a plan of 10 KB has about 400."""

NOTHING = frozenset({"", "null", "~"})
"""Plain scalars that mean "no value"; in quotes they are texts."""

Plain = str | None | list[Any] | dict[str, Any]


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """Something wrong with the YAML itself, with its place (line and column from 1)."""

    rule: str
    message: Phrase
    line: int
    column: int
    hint: Phrase | None = None


class _Stop(Exception):
    def __init__(self, problem: YamlProblem) -> None:
        self.problem = problem


def read_yaml(text: str) -> tuple[Plain, list[YamlProblem]]:
    """Return the plain values of a YAML text and everything wrong with its YAML.

    The values are texts, ``None``, lists and dicts. After a problem that makes the rest unreadable the values are
    ``None``; after a duplicate key the first value is kept.
    """
    builder = _Builder()
    try:
        builder.build(LOADER(text))
    except _Stop as stop:
        return None, [*builder.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax_problem(text, error)]
    except yaml.YAMLError as error:
        said = YamlProblem("bad-yaml", phrase("this is not YAML: {problem}", problem=str(error).split("\n")[0]), 1, 1)
        return None, [*builder.problems, said]
    return builder.value, builder.problems


@dataclass(slots=True)
class _Open:
    """A list or map that is being read: its values, the key that waits for one, and where its anchor began."""

    values: Any
    is_list: bool
    key: str | None = None
    anchor: str | None = None
    before: int = 0


class _Builder:
    """Builds plain values from events, without recursion, so that deep nesting cannot exhaust the stack."""

    def __init__(self) -> None:
        self.value: Plain = None
        self.problems: list[YamlProblem] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Plain, int]] = {}
        self._count = 0
        self._documents = 0

    def build(self, loader: Any) -> None:
        """Take all events of a loader. Scalars, nine events of ten, are handled here; calls would double the time."""
        get_event, opened = loader.get_event, self._open
        while True:
            event = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.tag is not None or event.anchor is not None or not opened:
                    self._marked_scalar(event)
                    continue
                value = event.value
                inner = opened[-1]
                if not inner.is_list and inner.key is None:
                    self._take_key(inner, value, event)
                    continue
                self._count += 1
                if value in NOTHING and not event.style:
                    value = None
                if inner.is_list:
                    inner.values.append(value)
                else:
                    if inner.key not in inner.values:
                        inner.values[inner.key] = value
                    inner.key = None
            elif kind is yaml.StreamEndEvent:
                return
            else:
                self._take(kind, event)

    def _take(self, kind: type, event: Any) -> None:
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start(event, kind is yaml.SequenceStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            ended = self._open.pop()
            if ended.anchor is not None:
                self._anchors[ended.anchor] = (ended.values, self._count - ended.before + 1)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                message, hint = phrase("a second document begins here"), phrase("keep one plan a file")
                raise _Stop(_problem("bad-yaml", event, message, hint))

    def _marked_scalar(self, event: Any) -> None:
        """Take a scalar with a tag or an anchor, or one that is the whole document."""
        _refuse_tag(event)
        value: str | None = event.value
        if value in NOTHING and not event.style:
            value = None
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1)
        self._place(value, event)

    def _start(self, event: Any, is_list: bool) -> None:
        _refuse_tag(event)
        if len(self._open) >= DEEPEST:
            message = phrase("nested more than {n} levels deep", n=DEEPEST)
            hint = phrase("a plan needs no more than eight; look for a bracket too many")
            raise _Stop(_problem("bad-yaml", event, message, hint))
        values: Any = [] if is_list else {}
        self._place(values, event)
        self._open.append(_Open(values, is_list, anchor=event.anchor, before=self._count))

    def _alias(self, event: Any) -> None:
        known = self._anchors.get(event.anchor)
        if known is None:
            message = phrase("the alias *{name} refers to nothing before it", name=event.anchor)
            raise _Stop(_problem("bad-yaml", event, message, phrase('if a text begins with "*", put it in quotes')))
        value, size = known
        self._count += size - 1
        self._place(value, event)

    def _place(self, value: Plain, event: Any) -> None:
        """Put a value where it belongs: it is the whole, an item, a key, or the value of the key before it."""
        self._count += 1
        if self._count > MOST_VALUES:
            message = phrase("more than {n} values, aliases written out", n=MOST_VALUES)
            hint = phrase("write the values where they are used instead of repeating aliases")
            raise _Stop(_problem("bad-yaml", event, message, hint))
        if not self._open:
            self.value = value
            return
        inner = self._open[-1]
        if inner.is_list:
            inner.values.append(value)
        elif inner.key is None:
            if isinstance(value, list | dict):
                message = phrase("a list or a map stands where a key is expected")
                hint = phrase('if a text begins with "[" or "{{", put it in quotes')
                raise _Stop(_problem("bad-yaml", event, message, hint))
            self._take_key(inner, event.value if type(event) is yaml.ScalarEvent else str(value or ""), event)
        else:
            inner.values.setdefault(inner.key, value)
            inner.key = None

    def _take_key(self, inner: _Open, key: str, event: Any) -> None:
        inner.key = key
        if key in inner.values:
            message = phrase("the key {key} stands here a second time", key=key)
            hint = phrase("keep one of the two, or join their values")
            self.problems.append(_problem("duplicate-key", event, message, hint))


def _refuse_tag(event: Any) -> None:
    if event.tag is None or event.tag == "!" or event.tag.startswith("tag:yaml.org,2002:"):
        return
    message = phrase("the tag {tag} means nothing in a plan", tag=event.tag)
    raise _Stop(_problem("bad-yaml", event, message, phrase('if a text begins with "!", put it in quotes')))


def _problem(rule: str, event: Any, message: Phrase, hint: Phrase | None = None) -> YamlProblem:
    mark = event.start_mark
    return YamlProblem(rule, message, mark.line + 1, mark.column + 1, hint)


def _syntax_problem(text: str, error: yaml.MarkedYAMLError) -> YamlProblem:
    said = " ".join(part for part in (error.context, error.problem) if part) or "?"
    line, column, hint = _syntax_place(text, error)
    return YamlProblem("bad-yaml", phrase("this is not YAML: {problem}", problem=said), line, column, hint)


def _syntax_place(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int, Phrase | None]:
    """Return line, column and hint of what libyaml stumbled over.

    What is never closed makes it stumble at the end of the text, or a line after it: then what was opened is at fault.
    """
    lines = text.splitlines()
    mark = error.problem_mark or error.context_mark
    if mark is not None and any(line.strip() for line in (_from(lines, mark), *lines[mark.line + 1 :])):
        return mark.line + 1, mark.column + 1, _syntax_hint(lines[mark.line], mark.column)
    opened = error.context_mark
    character = "" if opened is None else _from(lines, opened)[:1]
    if opened is not None and character and character in "'\"[{":
        hint = phrase("the {character} that is opened here is never closed", character=character)
        return opened.line + 1, opened.column + 1, hint
    if opened is not None and character and character in "&*!":
        return opened.line + 1, opened.column + 1, _syntax_hint(lines[opened.line], opened.column)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    column = max(1, len(lines[last].rstrip())) if lines else 1
    return last + 1, column, phrase("the text ends here in the middle of something")


def _from(lines: list[str], mark: Any) -> str:
    """Return the rest of a line from a mark on; nothing where the mark is after the last line."""
    return lines[mark.line][mark.column :] if mark.line < len(lines) else ""


def _syntax_hint(line: str, column: int) -> Phrase | None:
    """Say what most often causes an error at a character, looking at the text rather than at libyaml's sentence."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return phrase("indent with spaces; YAML takes no tabs")
    character = line[column : column + 1]
    if character == ":":
        return phrase('a text that holds ": " must stand in quotes')
    if character and character in "@`%&*!|>[]{},":
        return phrase("a text that begins with {character} must stand in quotes", character=character)
    return phrase("look at the indentation and the quotes of this line and the one above it")
