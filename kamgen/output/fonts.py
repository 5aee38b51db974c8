"""Fonts on this machine, asked of fontconfig itself: cheap, and without loading the PDF engine.

Every family named here is tried in this order by the briefs' style sheet; the first one that is installed draws
Latin and Chinese alike, so that a line of both sits on one baseline.
"""

from __future__ import annotations

import ctypes
import ctypes.util
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
"""Families of the briefs, first choice first; all but the last hold Chinese."""

_LIBRARIES = ("libfontconfig.so.1", "libfontconfig-1.dll", "libfontconfig.1.dylib")
_SYSTEM_FONTS = 0
_MATCH_PATTERN = 0


class _FontSet(ctypes.Structure):
    """The list of fonts as fontconfig hands it out."""

    _fields_ = (("count", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.c_void_p))


@dataclass(frozen=True, slots=True)
class InstalledFonts:
    """What fontconfig knows.

    Attributes:
        count: How many fonts are installed; ``None`` where fontconfig itself is not to be found.
        chosen: The file that draws the briefs' text, regular and bold, each with its size in bytes.
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


@lru_cache(maxsize=1)
def installed_fonts() -> InstalledFonts:
    """Return what this machine draws briefs with; asked once (about 5 ms), then remembered."""
    library = _fontconfig()
    if library is None:
        return InstalledFonts(count=None)
    library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    library.FcConfigGetFonts.restype = ctypes.POINTER(_FontSet)
    library.FcConfigGetFonts.argtypes = (ctypes.c_void_p, ctypes.c_int)
    library.FcConfigDestroy.argtypes = (ctypes.c_void_p,)
    configuration = library.FcInitLoadConfigAndFonts()
    if not configuration:
        return InstalledFonts(count=0)
    fonts = library.FcConfigGetFonts(configuration, _SYSTEM_FONTS)
    count = int(fonts.contents.count) if fonts else 0
    regular = _match(library, configuration, "regular") if count else None
    bold = _match(library, configuration, "bold") if count else None
    library.FcConfigDestroy(configuration)
    chosen = tuple(_measured(found[1]) for found in (regular, bold) if found is not None)
    return InstalledFonts(count=count, chosen=chosen, family="" if regular is None else regular[0])


def _fontconfig() -> ctypes.CDLL | None:
    for name in (*_LIBRARIES, ctypes.util.find_library("fontconfig")):
        if name is None:
            continue
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def _match(library: ctypes.CDLL, configuration: int, style: str) -> tuple[str, str] | None:
    """Return family and file of the font that fontconfig picks for the briefs' families in a style."""
    library.FcNameParse.restype = ctypes.c_void_p
    library.FcNameParse.argtypes = (ctypes.c_char_p,)
    library.FcConfigSubstitute.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    library.FcDefaultSubstitute.argtypes = (ctypes.c_void_p,)
    library.FcFontMatch.restype = ctypes.c_void_p
    library.FcFontMatch.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_int))
    library.FcPatternDestroy.argtypes = (ctypes.c_void_p,)
    pattern = library.FcNameParse(f"{','.join(BRIEF_FAMILIES)}:{style}".encode())
    library.FcConfigSubstitute(configuration, pattern, _MATCH_PATTERN)
    library.FcDefaultSubstitute(pattern)
    found = library.FcFontMatch(configuration, pattern, ctypes.byref(ctypes.c_int()))
    library.FcPatternDestroy(pattern)
    if not found:
        return None
    names = _text(library, found, b"family"), _text(library, found, b"file")
    library.FcPatternDestroy(found)
    return names


def _text(library: ctypes.CDLL, pattern: int, name: bytes) -> str:
    library.FcPatternGetString.argtypes = (
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_char_p),
    )
    value = ctypes.c_char_p()
    library.FcPatternGetString(pattern, name, 0, ctypes.byref(value))
    return (value.value or b"").decode(errors="replace")


def _measured(file: str) -> str:
    """Return a font file's name and size: the folder differs between machines, the font does not."""
    path = Path(file)
    size = path.stat().st_size if path.is_file() else 0
    return f"{path.name} {size}"
