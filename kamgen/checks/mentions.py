"""Names and words inside texts, however they are written: other case, other width, other spaces, hidden characters.

What is looked for is compared letter by letter: everything else, such as spaces, hyphens and line breaks, counts as
nothing inside of a mention and as an end around it. So “Quick-Stop” is found in “QUICK STOP”, also where a character
that nobody sees stands in it, and “Bon app” is not found in “bon appetit”. Chinese has no ends of words: a name in it
is found in any place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_WITHOUT_SPACES = "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_WORDS = re.compile(rf"[{_WITHOUT_SPACES}]|[^\W_{_WITHOUT_SPACES}]+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ID = re.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_AFTER_HYPHEN = re.compile(r"(?<=[A-Za-z0-9]-)\s+(?=[A-Za-z0-9])")

_SHORTEST = 2
_FORM_OF_COMPANY = re.compile(
    r"(?:[\s,.&()]+(?:ltd|limited|inc|incorporated|corp|corporation|company|co|llc|llp|plc|gmbh|ag|kg|kgaa|se|oy|ab|as|aps|bv|nv"
    r"|spa|srl|sarl|sas|sa|s\.\s?a|b\.\s?v|n\.\s?v|s\.\s?p\.\s?a|s\.\s?r\.\s?l|pte|pty))+[\s.)]*$"
    r"|(?:股份有限公司|有限责任公司|有限公司)$"
)


def _comparable(text: str) -> str:
    """Return a text in the usual width, without case and accents; what nobody sees is a space."""
    apart = unicodedata.normalize("NFKD", _UNSEEN.sub(" ", text)).casefold()
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", apart) if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", plain)


@dataclass(frozen=True)
class Letters:
    """The letters and digits of a text, one after the other, and the places where one of its words ends or begins."""

    text: str
    ends: frozenset[int]

    def spans(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where some letters stand as whole words."""
        start = self.text.find(wanted) if wanted else -1
        while start >= 0:
            if start in self.ends and start + len(wanted) in self.ends:
                yield start, start + len(wanted)
            start = self.text.find(wanted, start + 1)


def letters_of(text: str) -> Letters:
    """Return a text as it is compared."""
    words = _WORDS.findall(_comparable(text))
    return Letters("".join(words), frozenset(accumulate(map(len, words), initial=0)))


def name_forms(name: str) -> tuple[str, ...]:
    """Return the letters that a name of a company is known by: the whole, and without Ltd, GmbH or 有限公司 at its end.

    The shorter one must still be a name: two words, or three Chinese characters. A name of one letter has no form.
    """
    whole = _WORDS.findall(_comparable(name))
    short = _WORDS.findall(_FORM_OF_COMPANY.sub("", _comparable(name).strip()))
    enough = len(short) >= (3 if short and re.match(f"[{_WITHOUT_SPACES}]", short[0]) else 2)
    forms = dict.fromkeys("".join(words) for words in (whole, short if enough else whole))
    return tuple(form for form in forms if len(form) >= _SHORTEST)


def ids_in(text: str) -> frozenset[str]:
    """Return everything in a text that may be an id as plans have them, in the case in which it is written.

    Neither characters that nobody sees nor the end of a line after a hyphen hide one.
    """
    found: set[str] = set()
    for unseen in (" ", ""):
        plain = _DASHES.sub("-", unicodedata.normalize("NFKC", _UNSEEN.sub(unseen, text)))
        found.update(_ID.findall(plain), _ID.findall(_AFTER_HYPHEN.sub("", plain)))
    return frozenset(found)


class NameIndex:
    """Many names, found in a text in one walk over its words, however many of them begin alike."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of the letters of a name (:func:`name_forms`) and of the account that it belongs to."""
        self._accounts: dict[str, set[str]] = {}
        self._lengths: dict[str, set[int]] = {}
        for letters, account_id in names:
            self._accounts.setdefault(letters, set()).add(account_id)
            self._lengths.setdefault(letters[:_SHORTEST], set()).add(len(letters))

    def found(self, text: Letters) -> Iterator[tuple[int, int, str]]:
        """Yield from where to where a name stands as whole words, and whose it is."""
        for start in sorted(text.ends):
            for length in self._lengths.get(text.text[start : start + _SHORTEST], ()):
                end = start + length
                if end in text.ends:
                    for account_id in self._accounts.get(text.text[start:end], ()):
                        yield start, end, account_id
