"""The logo that a workspace brings for its briefs: looked at before it is used, so that a brief is never without it."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from pathlib import PurePosixPath
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_ADDRESSES = ("href", "{http://www.w3.org/1999/xlink}href")
_DRAWN_FROM = tuple(f"{_SVG}{name}" for name in ("image", "use", "feImage"))
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_MOST_PIXELS = 8_000_000
_SAID = 40


class NotALogo(ValueError):
    """A file that cannot be a brief's logo; the message says what is wrong with it."""


@lru_cache(maxsize=4)
def check_logo(name: str, data: bytes) -> None:
    """Make sure that a file is a picture of the kind that its name says.

    Raises:
        NotALogo: It is not, or it refers to something outside of itself: briefs fetch nothing.

    """
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".svg":
        _check_svg(data)
    else:
        _check_pixels(data, _FORMATS[ending])


def _check_svg(data: bytes) -> None:
    if b"<!ENTITY" in data.upper():
        raise NotALogo("it declares entities; save it as plain SVG")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - there are no entities, and nothing is fetched
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NotALogo(f"it is not well-formed XML ({error})") from error
    if root.tag != f"{_SVG}svg":
        raise NotALogo("its root is not an svg element of SVG's namespace")
    if not root.get("viewBox") and not (root.get("width") and root.get("height")):
        raise NotALogo("it has neither a viewBox nor width and height")
    for element in root.iter():
        if element.tag == f"{_SVG}script":
            raise NotALogo("it holds a script; save it without")
        addresses = [element.get(name, "#") for name in _ADDRESSES] if element.tag in _DRAWN_FROM else []
        for address in addresses:
            if not address.startswith("#"):
                said = address[:_SAID]
                raise NotALogo(f"it refers to {said}, and briefs fetch nothing; save it as PNG, or all of it as paths")


def _check_pixels(data: bytes, form: str) -> None:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=(form,)) as picture:
                width, height = picture.size
                if width * height > _MOST_PIXELS:
                    raise NotALogo(f"it has {width} × {height} points; 1,000 in width are enough")
                picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        if isinstance(error, NotALogo):
            raise
        raise NotALogo(f"it is not a {form} picture that can be read") from error
