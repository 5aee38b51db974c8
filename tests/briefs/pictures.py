"""Pages as small grey pictures, and whether two of them show the same."""

from __future__ import annotations

import io
import subprocess

from PIL import Image, ImageChops, ImageFilter, ImageStat

RESOLUTION = 50
"""Dots per inch: enough to tell bold from regular and to see what has moved by a millimetre."""

_GREYS = 16
_TILE = 15
_WHOLE, _PLACE = 1.5, 20.0
"""How far two pictures may differ, of 255 greys: on average, and in the worst tile; renderers smooth differently."""


def first_page(pdf: bytes) -> Image.Image:
    """Return the first page of a PDF."""
    asked = ["pdftoppm", "-r", str(RESOLUTION), "-f", "1", "-l", "1", "-gray", "-png", "-"]
    done = subprocess.run(asked, input=pdf, capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("L")


def png(picture: Image.Image) -> bytes:
    """Return a picture as a small PNG with few greys."""
    written = io.BytesIO()
    picture.quantize(_GREYS, dither=Image.Dither.NONE).save(written, "png", optimize=True)
    return written.getvalue()


def difference(one: Image.Image, other: Image.Image) -> str:
    """Say how two pictures differ; nothing where a person would call them the same."""
    if one.size != other.size:
        return f"one is {one.size}, the other {other.size}"
    apart = ImageChops.difference(*(picture.convert("L").filter(ImageFilter.BoxBlur(1)) for picture in (one, other)))
    whole = ImageStat.Stat(apart).mean[0]
    width, height = apart.size
    tiles = apart.resize((width // _TILE, height // _TILE), Image.Resampling.BOX)
    values = list(tiles.tobytes())
    worst = max(values)
    row, column = divmod(values.index(worst), tiles.width)
    if whole <= _WHOLE and worst <= _PLACE:
        return ""
    across, down = column / tiles.width, row / tiles.height
    return f"they differ by {whole:.1f} greys, most of all ({worst}) {across:.0%} across and {down:.0%} down"
