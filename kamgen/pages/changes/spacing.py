"""Phrases with values in them, spaced as Chinese is written: a space between a Chinese character and a Latin one."""

from __future__ import annotations

import re

from kamgen.wording.language import Wording

_OPEN, _CLOSE = "\x02", "\x03"
"""Stand around a value until it is known what it stands beside; no line of a plan holds them."""

_HAN = "\u4e00-\u9fff"
_LATIN = r"A-Za-z0-9À-ɏ$€£¥%+\-−"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]+")
_GAP = re.compile(f"(?<=[{_HAN}]){_MARKS.pattern}(?=[{_LATIN}])|(?<=[{_LATIN}]){_MARKS.pattern}(?=[{_HAN}])")


class SpacedWording:
    """A wording whose phrases take values that are said already; within a value nothing is touched."""

    def __init__(self, wording: Wording) -> None:
        self._t = wording

    def text(self, pattern: str, /, *, n: int | None = None, **said: str) -> str:
        """Return a phrase with its values in it; ``n`` chooses between singular and plural."""
        if self._t.language == "en":
            return self._t.text(pattern, **({} if n is None else {"n": n}), **said)
        marked = {name: f"{_OPEN}{value}{_CLOSE}" for name, value in said.items()}
        if n is not None:
            marked["n"] = f"{_OPEN}{self._t.number(n)}{_CLOSE}"
        return _MARKS.sub("", _GAP.sub(" ", self._t.text(pattern, **marked)))

    def beside(self, first: str, second: str) -> str:
        """Return two words one after the other, with a space between them where the language has one."""
        if not first or not second or self._t.language == "en":
            return f"{first} {second}".strip()
        return _MARKS.sub("", _GAP.sub(" ", f"{first}{_OPEN}{second}"))

    def listing(self, parts: list[str]) -> str:
        """Return parts of a sentence, which may be lists themselves, one after the other."""
        return ("，" if self._t.language == "zh" else ", ").join(part for part in parts if part)
