"""The system's libraries that set and draw text, by name and version: another version may break lines elsewhere.

Asked of the libraries themselves: in a millisecond, and without loading the PDF engine.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import lru_cache

_Version = Callable[[ctypes.CDLL], str]


def _text_of(function: str) -> _Version:
    def version(library: ctypes.CDLL) -> str:
        ask = getattr(library, function)
        ask.restype = ctypes.c_char_p
        said: bytes = ask()
        return said.decode()

    return version


def _fontconfig(library: ctypes.CDLL) -> str:
    number = int(library.FcGetVersion())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


_LIBRARIES: tuple[tuple[str, tuple[str, ...], _Version], ...] = (
    ("Pango", ("libpango-1.0.so.0", "libpango-1.0-0.dll", "libpango-1.0.0.dylib"), _text_of("pango_version_string")),
    ("HarfBuzz", ("libharfbuzz.so.0", "libharfbuzz-0.dll", "libharfbuzz.0.dylib"), _text_of("hb_version_string")),
    ("fontconfig", ("libfontconfig.so.1", "libfontconfig-1.dll", "libfontconfig.1.dylib"), _fontconfig),
)


@lru_cache(maxsize=1)
def drawing_libraries() -> str:
    """Return the libraries with their versions, such as ``Pango 1.50.12; HarfBuzz 6.0.0; fontconfig 2.14.1``.

    What cannot be found or asked is said to be ``unknown``.
    """
    return "; ".join(f"{name} {_version(files, ask)}" for name, files, ask in _LIBRARIES)


def _version(files: tuple[str, ...], ask: _Version) -> str:
    for file in files:
        try:
            return ask(ctypes.CDLL(file))
        except (OSError, AttributeError):
            continue
    return "unknown"
