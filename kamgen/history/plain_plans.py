"""The plain values of many versions of one plan: what did not change from one to the next is read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from kamgen.workspace.yaml_text import read_yaml

_TOP_KEY = re.compile(r"^[a-z_]+:(?=\s|\Z)", re.MULTILINE)
_COMMENTS = re.compile(r"(?:[ \t]*(?:#.*)?\r?\n)*")
_DOCUMENT = ("\n---", "\n...", "\n%")
"""What begins lines that are about the whole."""


class PlainPlans:
    """Reads the versions of a plan.

    A plan is read key by key, and most keys have been read before, as text for text the same. That is right as long as
    each key can be read by itself: then no quote, bracket or alias leads from one to another. Else the whole is read.
    """

    def __init__(self) -> None:
        self._read: dict[str, dict[str, Any] | None] = {}

    def of(self, text: str) -> dict[str, Any] | None:
        """Return the plain values of a plan by their keys; None where its YAML is wrong."""
        values: dict[str, Any] = {}
        for part in _parts(text):
            if part not in self._read:
                self._read[part] = _single(part)
            found = self._read[part]
            if found is None or not found.keys().isdisjoint(values):
                return _whole(text)
            values |= found
        return values or _whole(text)


def _parts(text: str) -> Iterator[str]:
    """Yield the text of each key at the left margin with all that stands under it; nothing where more stands there."""
    begins = [found.start() for found in _TOP_KEY.finditer(text)]
    if begins and _COMMENTS.fullmatch(text, 0, begins[0]) and not any(mark in text for mark in _DOCUMENT):
        for begin, end in pairwise((*begins, len(text))):
            yield text[begin:end]


def _single(text: str) -> dict[str, Any] | None:
    """Return the plain value of a text with one key; None where it cannot be read by itself."""
    values = _whole(text)
    return values if values is not None and list(values) == [text.partition(":")[0]] else None


def _whole(text: str) -> dict[str, Any] | None:
    plain, problems = read_yaml(text)
    return plain if isinstance(plain, dict) and not problems else None
