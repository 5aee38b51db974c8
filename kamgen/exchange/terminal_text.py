"""Text that is safe and aligned on a terminal, whoever wrote it."""

from __future__ import annotations

import unicodedata

_BOLD, _RED, _YELLOW, _BLUE, _DIM, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[2m", "\x1b[0m"
_STYLES = {"bold": _BOLD, "error": _BOLD + _RED, "warning": _BOLD + _YELLOW, "hint": _BLUE, "dim": _DIM}


def printable(text: str) -> str:
    """Return a text without characters that could steer a terminal; tabs become spaces."""
    return "".join(
        " "
        if character == "\t"
        else "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(character) in _STEERING
        else character
        for character in text
    )


_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal; most Chinese characters take two."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def styled(text: str, style: str, color: bool) -> str:
    """Return a text in a style, if colours are wanted."""
    return f"{_STYLES[style]}{text}{_PLAIN}" if color and text else text
