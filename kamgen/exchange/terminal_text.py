"""Text that is safe and aligned on a terminal, whoever wrote it."""

from __future__ import annotations

import re
import unicodedata

_BOLD, _RED, _YELLOW, _BLUE, _DIM, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[2m", "\x1b[0m"
_STYLES = {"bold": _BOLD, "error": _BOLD + _RED, "warning": _BOLD + _YELLOW, "hint": _BLUE, "dim": _DIM}

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_COMMAND = re.compile(r"(?<=#)#(?=\w*\[)|(?<!\S):(?=:)")
"""What build servers read as a command in the log of a job: ``##[…]`` and ``##name[…]`` anywhere, ``::`` at a start."""
_LOOKALIKES = {"#": "＃", ":": "："}

_PIECE = re.compile(r"[“（《「]*(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef]+)[，。；：、！？”）》」…]*\s*")
"""What stays on one line: a word, or one Chinese character, with the punctuation that holds on to it."""


def printable(text: str) -> str:
    """Return a text, character by character, without what could steer a terminal or a build server that shows it.

    Tabs become spaces. The beginnings of commands are written with characters that only look like them.
    """
    shown = "".join(
        " "
        if character == "\t"
        else "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(character) in _STEERING
        else character
        for character in text
    )
    return _COMMAND.sub(lambda found: _LOOKALIKES[found[0]], shown)


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal; most Chinese characters take two."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def beginning(text: str, width: int) -> str:
    """Return as much of a text's beginning as fits into so many columns."""
    for index, character in enumerate(text):
        width -= _columns(character)
        if width < 0:
            return text[:index]
    return text


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many columns, broken between words and between Chinese characters.

    A word that is wider than that has a line of its own.
    """
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if line and columns(line) + columns(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line else lines


def styled(text: str, style: str, color: bool) -> str:
    """Return a text in a style, if colours are wanted."""
    return f"{_STYLES[style]}{text}{_PLAIN}" if color and text else text
