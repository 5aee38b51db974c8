"""The ways in which a text may be written as a YAML scalar, the most natural first."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

_ODD = re.compile("[\x85\u2028\u2029\ufeff]")
"""What YAML takes for a break or a mark where people see nothing: only escaped it is safe."""
_WIDTH = 100
"""Columns that a folded text is wrapped at."""


@dataclass(frozen=True, slots=True)
class Written:
    """A scalar as it may be written: what stands in its place, and the lines of a block below, not yet indented."""

    head: str
    below: tuple[str, ...] = ()


def ways_to_write(text: str, style: str | None, header: str, *, in_braces: bool, guessed: bool) -> Iterator[Written]:
    """Yield the ways to write a text, the most natural first; the last one always reads back as the same text.

    Args:
        text: The text, without space around it.
        style: How the value before it was written: a quotation mark, ``|``, ``>``; None for plain or nothing.
        header: The header of the block that it was, such as ``|-``; empty for none.
        in_braces: Whether it stands between braces or brackets.
        guessed: Whether other programs would guess its type, and so take a text such as ``0123`` for a number.

    """
    many_lines = "\n" in text
    if not _ODD.search(text):
        if style in ("|", ">") and not in_braces:
            yield _block(text, header or style)
        if many_lines and not in_braces:
            yield _block(text, "|")
        if not many_lines:
            yield from _on_one_line(text, style, guessed=guessed)
    yield Written(double_quoted(text))


def double_quoted(text: str) -> str:
    """Return a text in double quotes, with escapes for all that cannot stand there as it is."""
    return _ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _on_one_line(text: str, style: str | None, *, guessed: bool) -> Iterator[Written]:
    single = Written("'" + text.replace("'", "''") + "'")
    if style == "'":
        yield single
    elif style != '"':
        # Some readers take no tab in a plain text.
        if "\t" not in text and not (guessed and _is_guessed(text)):
            yield Written(text)
        if '"' in text or "\\" in text:
            yield single


def _is_guessed(text: str) -> bool:
    """Tell whether a program that guesses types takes a plain scalar for anything but a text."""
    return bool(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str")


_RESOLVER: Any = yaml.resolver.Resolver()


def _block(text: str, header: str) -> Written:
    # A digit says how deep the lines are indented where the first begins with spaces; this one never does.
    header = re.sub("[0-9]", "", header)
    lines = text.split("\n")
    if header.startswith(">"):
        lines = _folded(lines)
    return Written(header, tuple(lines))


def _folded(lines: list[str]) -> list[str]:
    """Return lines wrapped as YAML folds them: a break becomes a space, a blank line a break."""
    folded: list[str] = []
    for position, line in enumerate(lines):
        if position:
            folded.append("")
        as_it_is = " " not in line or "  " in line or "\t" in line
        if line:
            folded += [line] if as_it_is else _wrapped(line)
    return folded


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False)
