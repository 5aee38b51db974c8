"""Fonts on this machine, asked of fontconfig itself: cheap, and without loading the PDF engine.

Every family named here is tried in this order by the briefs' style sheet; the first one that is installed draws
Latin and Chinese alike, so that a line of both sits on one baseline.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

BRIEF_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
    "PingFang SC",
    "Microsoft YaHei",
    "sans-serif",
)
"""Families of the briefs, first choice first; all but the last hold Chinese. Drawings name the same ones."""

_LIBRARIES = ("libfontconfig.so.1", "libfontconfig-1.dll", "libfontconfig.1.dylib")
_SYSTEM_FONTS = 0
_MATCH_PATTERN = 0
_FOUND = 0
_MEANT = re.compile(r"[\\\-:,]")  # what separates the parts of a pattern


class _FontSet(ctypes.Structure):
    """The list of fonts as fontconfig hands it out."""

    _fields_ = (("count", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.c_void_p))


@dataclass(frozen=True, slots=True)
class InstalledFonts:
    """What fontconfig knows.

    Attributes:
        count: How many fonts are installed; ``None`` where fontconfig itself is not to be found.
        chosen: The files that draw the briefs' text, regular and bold, each with its size in bytes.
        family: The family of the regular one.

    """

    count: int | None
    chosen: tuple[str, ...] = ()
    family: str = ""

    @property
    def has_chinese(self) -> bool:
        """Whether one of the families with Chinese is there; other fonts may still hold some of it."""
        return self.family in BRIEF_FAMILIES[:-1]

    @property
    def fingerprint(self) -> str:
        """A short text that changes when the briefs would be drawn with other fonts; the same on equal machines."""
        return "no fontconfig" if self.count is None else "; ".join(self.chosen) or "no fonts"


@lru_cache(maxsize=4)
def installed_fonts(own: str = "") -> InstalledFonts:
    """Return what this machine draws briefs with; asked once (about 5 ms), then remembered.

    ``own`` is the family that a workspace's settings put before kamgen's: both are told, for it may lack Chinese.
    """
    library = _fontconfig()
    if library is None:
        return InstalledFonts(count=None)
    with _configuration(library) as configuration:
        if configuration is None:
            return InstalledFonts(count=0)
        library.FcConfigGetFonts.restype = ctypes.POINTER(_FontSet)
        library.FcConfigGetFonts.argtypes = (ctypes.c_void_p, ctypes.c_int)
        fonts = library.FcConfigGetFonts(configuration, _SYSTEM_FONTS)
        count = int(fonts.contents.count) if fonts else 0
        wanted = [(own, *BRIEF_FAMILIES), BRIEF_FAMILIES] if own else [BRIEF_FAMILIES]
        asked = [(families, style) for families in wanted for style in ("regular", "bold")] if count else []
        found = [_match(library, configuration, families, style) for families, style in asked]
    chosen = tuple(dict.fromkeys(_measured(match.file) for match in found if match is not None))
    first = found[0] if found else None
    return InstalledFonts(count=count, chosen=chosen, family="" if first is None else first.families[0])


@lru_cache(maxsize=4)
def is_installed(family: str) -> bool:
    """Tell whether a family is installed; where fontconfig cannot be asked, it is taken to be."""
    library = _fontconfig()
    if library is None:
        return True
    with _configuration(library) as configuration:
        found = None if configuration is None else _match(library, configuration, (family,), "regular")
    return found is not None and _plain(family) in map(_plain, found.families)


def _plain(family: str) -> str:
    """Return a family's name as fontconfig compares it: without regard to case and spaces."""
    return "".join(family.split()).casefold()


@contextmanager
def _configuration(library: ctypes.CDLL) -> Iterator[int | None]:
    """Give fontconfig's configuration with all installed fonts; None where it has none."""
    library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    library.FcConfigDestroy.argtypes = (ctypes.c_void_p,)
    configuration: int | None = library.FcInitLoadConfigAndFonts()
    try:
        yield configuration
    finally:
        if configuration is not None:
            library.FcConfigDestroy(configuration)


def _fontconfig() -> ctypes.CDLL | None:
    for name in (*_LIBRARIES, ctypes.util.find_library("fontconfig")):
        if name is None:
            continue
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


@dataclass(frozen=True, slots=True)
class _Match:
    """The font that fontconfig picks; a family may go by several names."""

    families: tuple[str, ...]
    file: str


def _match(library: ctypes.CDLL, configuration: int, families: tuple[str, ...], style: str) -> _Match | None:
    """Return the font that fontconfig picks for families, in their order, in a style."""
    library.FcNameParse.restype = ctypes.c_void_p
    library.FcNameParse.argtypes = (ctypes.c_char_p,)
    library.FcConfigSubstitute.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    library.FcDefaultSubstitute.argtypes = (ctypes.c_void_p,)
    library.FcFontMatch.restype = ctypes.c_void_p
    library.FcFontMatch.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_int))
    library.FcPatternDestroy.argtypes = (ctypes.c_void_p,)
    wanted = ",".join(_MEANT.sub(r"\\\g<0>", family) for family in families)
    pattern = library.FcNameParse(f"{wanted}:{style}".encode())
    if not pattern:
        return None
    library.FcConfigSubstitute(configuration, pattern, _MATCH_PATTERN)
    library.FcDefaultSubstitute(pattern)
    found = library.FcFontMatch(configuration, pattern, ctypes.byref(ctypes.c_int()))
    library.FcPatternDestroy(pattern)
    if not found:
        return None
    match = _Match(tuple(_texts(library, found, b"family")), next(_texts(library, found, b"file"), ""))
    library.FcPatternDestroy(found)
    return match


def _texts(library: ctypes.CDLL, pattern: int, name: bytes) -> Iterator[str]:
    """Yield all values of a pattern's property."""
    library.FcPatternGetString.argtypes = (
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_char_p),
    )
    value, number = ctypes.c_char_p(), 0
    while library.FcPatternGetString(pattern, name, number, ctypes.byref(value)) == _FOUND:
        yield (value.value or b"").decode(errors="replace")
        number += 1


def _measured(file: str) -> str:
    """Return a font file's name and size: the folder differs between machines, the font does not."""
    path = Path(file)
    size = path.stat().st_size if path.is_file() else 0
    return f"{path.name} {size}"
