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
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except _Stop as stop:
        return None, [*builder.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax_problem(text, error)]
    except yaml.YAMLError as error:
        said = YamlProblem("bad-yaml", phrase("this is not YAML: {problem}", problem=str(error).split("\n")[0]), 1, 1)
        return None, [*builder.problems, said]
    return builder.value, builder.problems


class _Builder:
    """Builds plain values from events, without recursion, so that deep nesting cannot exhaust the stack."""

    def __init__(self) -> None:
        self.value: Plain = None
        self.problems: list[YamlProblem] = []
        self._containers: list[Any] = []
        self._keys: list[str | None] = []
        self._skipped: list[bool] = []
        self._anchors: dict[str, tuple[Plain, int]] = {}
        self._open_anchors: list[tuple[str, int] | None] = []
        self._count = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._end()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise _Stop(
                    _problem(
                        "bad-yaml",
                        event,
                        phrase("a second document begins here"),
                        phrase("keep one plan a file"),
                    )
                )

    def _scalar(self, event: Any) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        value: str | None = event.value
        if value in NOTHING and event.style in (None, ""):
            value = None
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1)
        self._place(value, event)

    def _start(self, event: Any, container: Any) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        if len(self._containers) >= DEEPEST:
            raise _Stop(
                _problem(
                    "bad-yaml",
                    event,
                    phrase("nested more than {n} levels deep", n=DEEPEST),
                    phrase("a plan needs no more than eight; look for a bracket too many"),
                )
            )
        self._place(container, event)
        self._containers.append(container)
        self._keys.append(None)
        self._open_anchors.append(None if event.anchor is None else (event.anchor, self._count))

    def _end(self) -> None:
        container = self._containers.pop()
        self._keys.pop()
        anchor = self._open_anchors.pop()
        if anchor is not None:
            name, before = anchor
            self._anchors[name] = (container, self._count - before + 1)

    def _alias(self, event: Any) -> None:
        known = self._anchors.get(event.anchor)
        if known is None:
            raise _Stop(
                _problem(
                    "bad-yaml",
                    event,
                    phrase("the alias *{name} refers to nothing before it", name=event.anchor),
                    phrase('if a text begins with "*", put it in quotes'),
                )
            )
        value, size = known
        self._count += size - 1
        self._place(value, event)

    def _place(self, value: Plain, event: Any) -> None:
        self._count += 1
        if self._count > MOST_VALUES:
            raise _Stop(
                _problem(
                    "bad-yaml",
                    event,
                    phrase("more than {n} values, aliases written out", n=MOST_VALUES),
                    phrase("write the values where they are used instead of repeating aliases"),
                )
            )
        if not self._containers:
            self.value = value
            return
        container = self._containers[-1]
        if isinstance(container, list):
            container.append(value)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(container, value, event)
        else:
            self._keys[-1] = None
            if key not in container:
                container[key] = value

    def _key(self, container: dict[str, Any], value: Plain, event: Any) -> str:
        if isinstance(value, list | dict):
            raise _Stop(
                _problem(
                    "bad-yaml",
                    event,
                    phrase("a list or a map stands where a key is expected"),
                    phrase('if a text begins with "[" or "{{", put it in quotes'),
                )
            )
        key: str = event.value if isinstance(event, yaml.ScalarEvent) else str(value or "")
        if key in container:
            self.problems.append(
                _problem(
                    "duplicate-key",
                    event,
                    phrase("the key {key} stands here a second time", key=key),
                    phrase("keep one of the two, or join their values"),
                )
            )
        return key

    @staticmethod
    def _refuse_tag(event: Any) -> None:
        if event.tag == "!" or event.tag.startswith("tag:yaml.org,2002:"):
            return
        raise _Stop(
            _problem(
                "bad-yaml",
                event,
                phrase("the tag {tag} means nothing in a plan", tag=event.tag),
                phrase('if a text begins with "!", put it in quotes'),
            )
        )


def _problem(rule: str, event: Any, message: Phrase, hint: Phrase | None = None) -> YamlProblem:
    mark = event.start_mark
    return YamlProblem(rule, message, mark.line + 1, mark.column + 1, hint)


def _syntax_problem(text: str, error: yaml.MarkedYAMLError) -> YamlProblem:
    mark = error.problem_mark or error.context_mark
    line = 1 if mark is None else mark.line + 1
    column = 1 if mark is None else mark.column + 1
    said = " ".join(part for part in (error.context, error.problem) if part) or "?"
    return YamlProblem(
        "bad-yaml",
        phrase("this is not YAML: {problem}", problem=said),
        line,
        column,
        _syntax_hint(text, line, column),
    )


def _syntax_hint(text: str, line: int, column: int) -> Phrase | None:
    """Say what most often causes an error at a character, looking at the text rather than at libyaml's sentence."""
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return phrase("indent with spaces; YAML takes no tabs")
    character = here[column - 1 : column]
    if character == ":":
        return phrase('a text that holds ": " must stand in quotes')
    if character and character in "@`%&*!|>[]{},":
        return phrase("a text that begins with {character} must stand in quotes", character=character)
    return phrase("look at the indentation and the quotes of this line and the one above it")
