"""Accounts that have another id than before: the same plan, or one that is alike, under another file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

LIKENESS = 0.5
"""Part of the larger plan's text that must stand in both, as for git's own ``-M``."""
MOST_PAIRS = 10_000
"""Pairs that are held against each other; where more came and went, only equal plans are found."""

_SAYS_NOTHING = re.compile(r"\s*(?:#|kamgen:|owner:|-?\s*[\w-]+:\s*(?:#|$))|\s*$")
"""Lines that plans of different accounts share: comments, the format, the owner, and keys with nothing behind."""

_NAME = "name:"
"""Begins the line with the account's own name: those of others stand further in."""


def renamed_accounts(gone: Mapping[str, str], come: Mapping[str, str]) -> dict[str, str]:
    """Return the former id of each account that was renamed, from the texts of the plans that went and that came.

    Each is taken once, the likest pair first. What a scaffold writes into every plan does not make two alike; the same
    name does, whatever else was written anew.
    """
    found: dict[str, str] = {}
    before = {id_: _lines(text) for id_, text in sorted(gone.items())}
    after = {id_: _lines(text) for id_, text in sorted(come.items())}
    many = len(before) * len(after) > MOST_PAIRS
    pairs = [
        (likeness, old, new)
        for old, was in before.items()
        for new, now in after.items()
        if (likeness := float(gone[old] == come[new]) if many else _likeness(was, now)) > LIKENESS
    ]
    for _, old, new in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if new not in found and old not in found.values():
            found[new] = old
    return found


def _lines(text: str) -> Counter[str]:
    return Counter(line.rstrip() for line in text.splitlines() if not _SAYS_NOTHING.match(line))


def _likeness(was: Counter[str], now: Counter[str]) -> float:
    """Return which part of the larger of two plans stands in both, 0 to 1, measured in characters.

    Of plans with the same name it is more than half in any case.
    """
    both, larger = was & now, max(_size(was), _size(now))
    likeness = _size(both) / larger if larger else 0.0
    return (1 + likeness) / 2 if any(line.startswith(_NAME) for line in both) else likeness


def _size(lines: Counter[str]) -> int:
    return sum(len(line) * times for line, times in lines.items())
