"""How Chinese characters are read, for finding a name by typing Latin letters."""

from __future__ import annotations

import os
from collections.abc import Iterable

_WITHOUT_PHRASES = "PYPINYIN_NO_PHRASES"


def readings(characters: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the readings of Chinese characters in pinyin without tones, the most usual first: 单 is dan, chan, shan.

    A character that nobody reads is left out. ``ü`` is written ``v``, as it is typed, and also ``u``, as passports
    have it. All readings are given, because a single one is wrong for many surnames (曾, 单, 仇).

    The package is imported here: its table of characters takes 33 ms, and its table of phrases, which single
    characters do not need, would take 100 ms more.
    """
    given = sorted(set(characters))
    if not given:
        return {}
    before = os.environ.get(_WITHOUT_PHRASES)
    os.environ[_WITHOUT_PHRASES] = "true"
    try:
        from pypinyin import Style, pinyin
    finally:
        if before is None:
            del os.environ[_WITHOUT_PHRASES]
        else:
            os.environ[_WITHOUT_PHRASES] = before
    found: dict[str, tuple[str, ...]] = {}
    for character in given:
        read = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
        if read and read[0]:
            written = [form for reading in read[0] for form in dict.fromkeys((reading, reading.replace("v", "u")))]
            found[character] = tuple(dict.fromkeys(written))
    return found
