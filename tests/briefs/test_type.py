"""Chinese and Latin side by side: one family, real bold, punctuation where it belongs, no empty box."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kamgen.output.brief_design import brief_design
from kamgen.output.fonts import BRIEF_FAMILIES, installed_fonts
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.pages.briefs.kinds import BriefKind
from kamgen.plan.settings import Briefs
from kamgen.wording.chinese import PHRASES
from tests.briefs.drawn_glyphs import drawn_glyphs
from tests.briefs.laid_out import Page, brief_pages, pages_of
from tests.briefs.sample_briefs import SAMPLES, Sample
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.pdf

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)
needs_chinese = pytest.mark.skipif(not installed_fonts().has_chinese, reason="needs one of kamgen's families")

NEVER_FIRST = frozenset("，。；：、！？）》”’】」』〉〕…—～·％‰℃")
NEVER_LAST = frozenset("（《“‘【「『〈〔￥$¥")
CHINESE: tuple[tuple[str, BriefKind | None], ...] = (
    ("lichuan-jingmi", "plan"),
    ("maiheli-liansuo", "plan"),
    ("save-a-lot", "plan"),
    ("lichuan-jingmi", "card"),
    ("maiheli-liansuo", "review"),
    ("seven-seas", "handover"),
    ("", None),
)


@cache
def style(kind: str = "plan") -> str:
    return brief_design(Templates(), Briefs()).stylesheets[kind]


# --- One family, and its bold ---------------------------------------------------------------------------------------


def faces_of(reader: pypdf.PdfReader) -> dict[int, str]:
    """Return the names of the embedded faces by the numbers of their objects, without the mark of a subset."""
    found: dict[int, str] = {}
    for page in reader.pages:
        found |= _faces(page["/Resources"].get_object())
    return found


def _faces(resources: Any) -> dict[int, str]:
    found = {}
    for reference in resources.get("/Font", {}).values():
        found[reference.idnum] = str(reference.get_object()["/BaseFont"]).split("+")[-1]
    for reference in resources.get("/XObject", {}).values():
        form = reference.get_object()
        if "/Resources" in form:
            found |= _faces(form["/Resources"].get_object())
    return found


@needs_chinese
@every_sample
def test_text_margins_code_and_drawings_are_of_one_family(sample: Sample) -> None:
    family = installed_fonts().family.replace(" ", "-")
    others = {name for name in faces_of(sample.reader()).values() if not name.startswith(family)}
    assert others == set()


@needs_chinese
@every_sample
def test_what_is_bold_is_drawn_with_the_bold_face(sample: Sample) -> None:
    reader = sample.reader()
    faces = faces_of(reader)
    drawn: dict[int, str] = {}
    for glyph in drawn_glyphs(reader):
        drawn[glyph.font] = drawn.get(glyph.font, "") + (glyph.text or "")
    bold = "".join(text for font, text in drawn.items() if faces[font].endswith("-Bold"))
    assert set(faces.values()) == {(regular := min(faces.values(), key=len)), f"{regular}-Bold"}
    heading = "".join(reader.metadata.title.split(" – ")[-1].split())  # type: ignore[union-attr]
    assert heading in "".join(bold.split())


# --- Punctuation ----------------------------------------------------------------------------------------------------


def hanging(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield lines that begin with a mark that closes something, or end with one that opens it."""
    for number, page in enumerate(pages, 1):
        for line in page.whole_lines:
            if line and len(line) > 1 and line[0] in NEVER_FIRST:
                yield f"page {number} begins “{line}”"
            if line and line[-1] in NEVER_LAST:
                yield f"page {number} ends “{line}”"


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("account", "kind"), CHINESE)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    account: str, kind: BriefKind | None, paper: Any
) -> None:
    assert list(hanging(brief_pages(account, kind, "zh", Briefs(paper=paper)))) == []


def test_a_hanging_mark_is_found() -> None:
    pages = pages_of("<p>客户<br>，供应（<br>商</p>", "")
    assert list(hanging(pages)) == ["page 1 begins “，供应（”", "page 1 ends “，供应（”"]


def width(text: str, language: str) -> float:
    """Return the width of a text in the briefs of a language, in ems of its size."""
    (page,) = pages_of(f'<html><body class="{language}"><p style="font-size: 100px">{text}</p></body></html>', style())
    return sum(line.right - line.left for line in page.lines) / 100


@needs_chinese
@pytest.mark.parametrize("mark", ["“", "”", "‘", "’"])
def test_marks_that_both_scripts_share_are_narrow_in_english_and_full_in_chinese(mark: str) -> None:
    assert width(f"a{mark}a", "en") - width("aa", "en") < 0.5
    assert width(f"国{mark}国", "zh") - width("国国", "zh") == pytest.approx(1, abs=0.01)


# --- No empty box ---------------------------------------------------------------------------------------------------


def test_there_is_a_glyph_for_every_character_of_the_samples_and_of_kamgens_own_words() -> None:
    files = [REPOSITORY / "kamgen.yaml", *sorted((REPOSITORY / "accounts").rglob("*.yaml"))]
    files += sorted((REPOSITORY / "templates/briefs").rglob("*.html"))
    said = "".join(path.read_text(encoding="utf-8") for path in files) + "".join(PHRASES.values())
    characters = sorted(character for character in set(said) if character.isprintable() and character not in "<>&")
    html = f'<html lang="zh-Hans"><title>x</title><body class="zh"><p>{" ".join(characters)}</p></body></html>'
    assert render_pdf(html, style()).startswith(b"%PDF")


# --- Other machines -------------------------------------------------------------------------------------------------

CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def files_of(family: str) -> list[Path]:
    """Return the font files of a family on this machine."""
    listed = shutil.which("fc-list")
    if listed is None:
        pytest.skip("needs fc-list (Debian: fontconfig)")
    said = subprocess.run([listed, f":family={family}", "file"], capture_output=True, text=True, check=True).stdout
    return [Path(line.rstrip(": \n")) for line in said.splitlines()]


@pytest.mark.parametrize("family", [*BRIEF_FAMILIES[:-1], "Noto Serif CJK SC"])
def test_a_machine_with_another_chinese_font_draws_the_same_words(family: str, tmp_path: Path) -> None:
    files = files_of(family)
    if not files:
        pytest.skip(f"{family} is not installed")
    for file in {*files, *files_of("DejaVu Sans")}:  # Droid Sans Fallback has no Latin
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "fonts.conf").write_text(CONFIGURATION.format(folder=tmp_path), encoding="utf-8")
    made = tmp_path / "plan.pdf"
    asked = [sys.executable, "-m", "kamgen", "brief", "maiheli-liansuo", "--language", "zh", "-o", str(made)]
    here = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "KAMGEN_CACHE": str(tmp_path / "kamgen")}
    done = subprocess.run(asked, cwd=REPOSITORY, env=os.environ | here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    faces = faces_of(pypdf.PdfReader(io.BytesIO(made.read_bytes()))).values()
    assert any(face.startswith(family.removesuffix(" SC").replace(" ", "-")) for face in faces)
