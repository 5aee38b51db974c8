"""Find what a person means who writes a word of the field, English or Chinese, where kamgen reads a name of its own."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

_ALIKE = 0.75
"""Least similarity of two words, 0 to 1; below it, unlike things are taken for each other (cause and close)."""
_LONGEST = 60
"""Characters of what is compared at all: a sentence is no misspelt word, and a book would take minutes."""
_LEAST_PART = 4
"""Letters of a Latin word that may stand for the whole; of a Chinese one, half of that tells as much."""


def named_exactly(typed: str, words: Mapping[str, Iterable[str]]) -> str | None:
    """Return the name that one of its words is, whatever the case, spaces and hyphens; None if it is nobody's word.

    Args:
        typed: What the person wrote.
        words: Each name with the words that people use for it, at least one.

    """
    wanted = _folded(typed)
    return next((name for name, own in words.items() if any(_folded(word) == wanted for word in own)), None)


def named_nearly(typed: str, words: Mapping[str, Iterable[str]]) -> str | None:
    """Return the name with a word that is misspelt, or of which only a part was written; None if none is near."""
    if len(typed) > _LONGEST:
        return None
    wanted = _folded(typed)
    likeness = {name: max(_likeness(wanted, _folded(word)) for word in own) for name, own in words.items()}
    best = max(likeness, key=lambda name: likeness[name], default=None)
    return best if best is not None and likeness[best] >= _ALIKE else None


def _folded(word: str) -> str:
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())


def _likeness(one: str, other: str) -> float:
    """Return how much two words are alike, 0 to 1; a part is at least as good as the least misspelling counts."""
    alike = difflib.SequenceMatcher(None, one, other).ratio()
    shorter, longer = sorted((one, other), key=len)
    long_enough = len(shorter) >= (_LEAST_PART if shorter.isascii() else _LEAST_PART // 2)
    return max(alike, _ALIKE + alike * (1 - _ALIKE)) if long_enough and shorter in longer else alike
