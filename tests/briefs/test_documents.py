"""What every brief says and shows, compared with texts and pictures that a person has looked at.

After a change that is meant, ``KAMGEN_REVIEW=1 pytest tests/briefs/test_documents.py`` writes both anew; look at what
git shows.
"""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image, ImageChops
from pypdf.generic import NameObject

from kamgen.output.fonts import installed_fonts
from tests.briefs.drawn_outlines import wrong_glyphs
from tests.briefs.pictures import difference, first_page, png
from tests.briefs.reading_order import text_of, without_spaces
from tests.briefs.sample_briefs import SAMPLES, Sample

pytestmark = pytest.mark.pdf

REVIEWED = Path(__file__).parent / "reviewed"
FONTS = REVIEWED / "fonts.txt"
"""What the reviewed pictures were drawn with."""

FULL = next(sample for sample in SAMPLES if (sample.account, sample.kind) == ("save-a-lot", "plan"))
_FULL_PLANS = {"en": "save-a-lot", "zh": "lichuan-jingmi"}
PICTURED = tuple(
    sample
    for sample in SAMPLES
    if sample.account == (_FULL_PLANS[sample.language] if sample.kind in ("plan", "review") else "save-a-lot")
    or sample.account in ("seven-seas", "")
)
"""Every document in both languages, once."""

PAGES = {
    ("save-a-lot", "plan"): (6, 11),
    ("save-a-lot", "review"): (2, 4),
    ("save-a-lot", "card"): (1, 1),
    ("lichuan-jingmi", "plan"): (6, 11),
    ("lichuan-jingmi", "review"): (2, 4),
    ("bon-app", "plan"): (1, 3),
    ("bon-app", "card"): (1, 1),
    ("seven-seas", "handover"): (1, 3),
    ("", None): (4, 7),
}
"""The fewest and the most pages; a card is one page, always."""

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)
every_picture = pytest.mark.parametrize("sample", PICTURED, ids=str)
needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm (Debian: poppler-utils)")


def file_of(sample: Sample, ending: str) -> str:
    """Return the name of a document's reviewed file."""
    return "-".join(filter(None, (sample.account or "portfolio", sample.kind, sample.language))) + ending


def reviewed(sample: Sample, ending: str, made: bytes) -> bytes:
    """Return the reviewed file of a document; where files are being renewed, what was made is written first."""
    path = REVIEWED / file_of(sample, ending)
    if os.environ.get("KAMGEN_REVIEW"):
        path.write_bytes(made)
    return path.read_bytes()


# --- What it says ---------------------------------------------------------------------------------------------------


@every_sample
def test_a_brief_says_what_was_reviewed(sample: Sample) -> None:
    text = text_of(sample.reader())
    expected = reviewed(sample, ".txt", text.encode()).decode()
    if without_spaces(text) != without_spaces(expected):
        assert text == expected


@every_sample
def test_a_brief_has_the_pages_that_its_plan_gives_reason_for(sample: Sample) -> None:
    fewest, most = PAGES[sample.account, sample.kind]
    assert fewest <= len(sample.reader().pages) <= most


# --- What it shows --------------------------------------------------------------------------------------------------


@every_sample
def test_every_glyph_looks_like_the_characters_that_it_stands_for(sample: Sample) -> None:
    assert wrong_glyphs(sample.reader()) == []


@every_picture
@needs_poppler
def test_the_first_page_looks_as_reviewed(sample: Sample) -> None:
    page = first_page(sample.pdf())
    if os.environ.get("KAMGEN_REVIEW"):
        FONTS.write_text(f"{installed_fonts().fingerprint}\n", encoding="utf-8")
    picture = reviewed(sample, ".png", png(page))
    if FONTS.read_text(encoding="utf-8").strip() != installed_fonts().fingerprint:
        pytest.skip("the reviewed pictures were drawn with other fonts than this machine has")
    assert difference(page, Image.open(io.BytesIO(picture))) == ""


def test_reviewed_pictures_stay_small_in_the_repository() -> None:
    assert sum(path.stat().st_size for path in REVIEWED.glob("*.png")) < 400_000


# --- The means ------------------------------------------------------------------------------------------------------


def with_swapped_faces(pdf: bytes) -> bytes:
    """Return a PDF with the bold outlines in its regular font, and the other way round."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    objects: list[Any] = writer._objects
    fonts = [one for one in objects if isinstance(one, dict) and one.get("/Type") == "/FontDescriptor"]
    regular, bold = sorted(fonts, key=lambda font: str(font["/FontName"]).endswith("-Bold"))
    key = NameObject("/FontFile3" if "/FontFile3" in regular else "/FontFile2")
    regular[key], bold[key] = bold.raw_get(key), regular.raw_get(key)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_face_that_was_mixed_up_is_found_though_its_text_reads_right() -> None:
    mixed_up = pypdf.PdfReader(io.BytesIO(with_swapped_faces(FULL.pdf())))
    assert text_of(mixed_up) == text_of(FULL.reader())
    faults = wrong_glyphs(mixed_up)
    assert any("-Bold" in fault and fault.endswith("stands for a and looks otherwise") for fault in faults)
    assert any("-Bold" not in fault and fault.endswith("stands for a and looks otherwise") for fault in faults)


def test_a_glyph_that_was_drawn_for_another_is_found() -> None:
    reader = pypdf.PdfReader(io.BytesIO(FULL.pdf()))
    font = next(font for font in reader.pages[0]["/Resources"]["/Font"].values())  # type: ignore[index]
    table = font.get_object()["/ToUnicode"].get_object()
    table.set_data(table.get_data().replace(b"<0061>", b"<7530>"))
    (fault,) = wrong_glyphs(reader)
    assert fault.endswith("stands for \u7530 and looks otherwise")


@needs_poppler
def test_a_picture_tells_bold_from_regular_and_shows_what_moved_by_a_millimetre() -> None:
    good = first_page(FULL.pdf())
    assert difference(good, Image.open(io.BytesIO(png(good)))) == ""
    assert difference(good, first_page(with_swapped_faces(FULL.pdf()))) != ""
    assert difference(good, ImageChops.offset(good, 0, 2)) != ""


def test_no_reviewed_file_is_left_over() -> None:
    made = [file_of(sample, ".txt") for sample in SAMPLES] + [file_of(sample, ".png") for sample in PICTURED]
    assert sorted(path.name for path in REVIEWED.iterdir()) == sorted([*made, FONTS.name])
