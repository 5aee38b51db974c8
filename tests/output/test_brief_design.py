"""A workspace's own font and logo: read from their files, used everywhere, refused in words that help."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
import yaml
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image

from kamgen.output.brief_design import DRAWN_FAMILIES, BriefDesign, BriefDesignError, brief_design
from kamgen.output.fonts import BRIEF_FAMILIES, installed_fonts, is_installed
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.plan.settings import Briefs
from tests.conftest import REPOSITORY

_ITALIC = 1 << 0
_SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'


def font_file(family: str = "Company Sans", weight: int = 400, *, italic: bool = False) -> bytes:
    """Return a TrueType font that draws the letters of “Acme” as boxes."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", "space", *sorted(set("Acme"))]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(" "): "space"} | {ord(name): name for name in names[2:]})
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    box, blank = pen.glyph(), TTGlyphPen(None).glyph()
    builder.setupGlyf({name: blank if name == "space" else box for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable(
        {"familyName": family, "styleName": "Regular", "psName": f"{family}-{weight}".replace(" ", "")}
    )
    builder.setupOS2(usWeightClass=weight, fsSelection=_ITALIC if italic else 0, sTypoAscender=900, sTypoDescender=-200)
    builder.setupPost()
    written = io.BytesIO()
    builder.save(written)
    return written.getvalue()


def png(width: int = 8, height: int = 8) -> bytes:
    written = io.BytesIO()
    Image.new("1", (width, height)).save(written, "png")
    return written.getvalue()


def design_of(folder: Path, files: dict[str, bytes], **settings: object) -> BriefDesign:
    """Return the design of a workspace whose ``templates/briefs`` holds some files."""
    own = folder / "templates"
    (own / "briefs").mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (own / "briefs" / name).write_bytes(data)
    return brief_design(Templates(own), Briefs.model_validate(settings))


def problem_of(folder: Path, files: dict[str, bytes], **settings: object) -> str:
    with pytest.raises(BriefDesignError) as caught:
        design_of(folder, files, **settings)
    return str(caught.value)


def test_the_documented_settings_can_be_used_as_they_are(tmp_path: Path) -> None:
    document = (REPOSITORY / "docs/templates.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```yaml\n(briefs:\n.*?)^```$", document, re.M | re.S)
    settings = yaml.safe_load(block)["briefs"]
    assert set(settings) == set(Briefs.model_fields) - {"keep_from_customers"}
    files = dict.fromkeys(settings["font_files"], font_file("Acme Sans")) | {settings["logo"]: _SQUARE}
    design = design_of(tmp_path, files, **settings)
    assert (design.own_family, design.archive, len(design.files)) == ("Acme Sans", True, 2)
    assert "@page { size: letter }" in design.stylesheets["plan"]


# --- The font -------------------------------------------------------------------------------------------------------


def test_weight_and_slant_of_a_font_file_are_read_from_the_file(tmp_path: Path) -> None:
    files = {"a.ttf": font_file(), "b.ttf": font_file(weight=700), "c.ttf": font_file(weight=350, italic=True)}
    sheet = design_of(tmp_path, files, font="Company Sans", font_files=list(files)).stylesheets["plan"]
    assert [line.split("; src")[0] for line in sheet.splitlines() if line.startswith("@font-face")] == [
        '@font-face { font-family: "Company Sans"; font-weight: 400; font-style: normal',
        '@font-face { font-family: "Company Sans"; font-weight: 700; font-style: normal',
        '@font-face { font-family: "Company Sans"; font-weight: 400; font-style: italic',
    ]


def test_a_family_without_a_name_in_the_settings_goes_by_that_of_its_first_file(tmp_path: Path) -> None:
    design = design_of(tmp_path, {"a.ttf": font_file("Hausschrift")}, font_files=["a.ttf"])
    assert design.own_family == "Hausschrift"
    assert 'html, code { font-family: "Hausschrift", "Noto Sans CJK SC"' in design.stylesheets["card"]
    assert '@page { font-family: "Hausschrift", "Noto Sans CJK SC"' in design.stylesheets["card"]


def test_drawings_are_lettered_in_the_same_font_as_the_text(tmp_path: Path) -> None:
    paint = (REPOSITORY / "templates/charts/paint.svg").read_text(encoding="utf-8")
    assert f'set font = "{DRAWN_FAMILIES}"' in paint
    drawing = f'<svg font-family="{DRAWN_FAMILIES}"><text>Acme</text></svg>'
    own = design_of(tmp_path, {"a.ttf": font_file()}, font='Company "Sans', font_files=["a.ttf"])
    assert own.lettered(drawing) == drawing.replace('="Noto', '="Company &quot;Sans,Noto')
    assert design_of(tmp_path, {}).lettered(drawing) == drawing


@pytest.mark.pdf
def test_a_brief_is_drawn_with_the_own_font_in_each_of_its_weights_and_again_with_the_same_bytes(
    tmp_path: Path,
) -> None:
    files = {"a.ttf": font_file(), "b.ttf": font_file(weight=700)}
    design = design_of(tmp_path, files, font="Company Sans", font_files=list(files), logo=None)
    html = design.lettered(
        '<html lang="en"><title>Acme</title><p>Acme <b>Acme</b> 客户</p>'
        f'<svg width="50" height="20" font-family="{DRAWN_FAMILIES}"><text y="15">me</text></svg></html>'
    )
    made = [render_pdf(html, design.stylesheets["plan"], files=design.files) for _ in range(2)]
    fonts = fonts_of(made[0])
    assert sum("Company-Sans" in name for name in fonts) == 2
    assert any("Company-Sans-Bold" in name for name in fonts)
    assert made[0] == made[1]


def fonts_of(pdf: bytes) -> set[str]:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1))
    return {str(one["/FontName"]) for one in objects if isinstance(one, dict) and one.get("/Type") == "/FontDescriptor"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be read as a font"),
        (b"\0\1\0\0 no font at all", "cannot be read as a font"),
        (font_file()[:600], "cannot be"),
        (_SQUARE, "cannot be read as a font"),
    ],
)
def test_a_broken_font_file_is_named_with_its_key(tmp_path: Path, data: bytes, said: str) -> None:
    problem = problem_of(tmp_path, {"a.ttf": data}, font="Company Sans", font_files=["a.ttf"])
    assert problem.startswith("kamgen.yaml: briefs.font_files: a.ttf cannot be used: ")
    assert said in problem


@pytest.mark.parametrize("name", ["a.pfb", "../a.ttf", "fonts/a.ttf", "a.ttc"])
def test_a_font_file_of_another_kind_or_place_is_refused(tmp_path: Path, name: str) -> None:
    assert "must name a file in templates/briefs that ends in .otf" in problem_of(tmp_path, {}, font_files=[name])


def test_a_missing_file_says_where_it_belongs(tmp_path: Path) -> None:
    assert problem_of(tmp_path, {}, logo="logo.svg") == (
        "kamgen.yaml: briefs.logo: logo.svg is not in templates/briefs. Put the file there, or take the key away."
    )


def test_a_font_that_is_only_named_must_be_installed(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, {}, font="Nobody’s Sans")
    assert problem.startswith("kamgen.yaml: briefs.font: Nobody’s Sans is not installed on this machine. Install it")
    assert design_of(tmp_path, {"a.ttf": font_file()}, font="Nobody’s Sans", font_files=["a.ttf"]).own_family


def test_a_check_lays_nothing_out_and_asks_for_no_font() -> None:
    design = brief_design(Templates(), Briefs(font="Nobody’s Sans"), lays_out=False)
    assert "Nobody’s Sans" in design.stylesheets["plan"]


def test_naming_one_of_kamgens_own_families_is_no_demand_for_it(tmp_path: Path) -> None:
    for family in BRIEF_FAMILIES:
        assert design_of(tmp_path, {}, font=family)


def test_installed_families_are_found_whatever_their_case_and_signs() -> None:
    family = installed_fonts().family
    if not family:
        pytest.skip("this machine has no font")
    assert is_installed(family.upper())
    assert not is_installed("Nobody’s Sans")
    assert not is_installed("a-b:c,d\\e")


def test_the_fingerprint_of_the_fonts_tells_the_own_family_and_kamgens() -> None:
    if not is_installed("DejaVu Sans"):
        pytest.skip("needs DejaVu Sans")
    ours, theirs = installed_fonts().fingerprint, installed_fonts("DejaVu Sans").fingerprint
    assert theirs.startswith("DejaVuSans.ttf ")
    assert theirs.endswith(ours)


# --- The logo -------------------------------------------------------------------------------------------------------


def svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{inside}</svg>'.encode()


@pytest.mark.parametrize(("name", "data"), [("logo.svg", _SQUARE), ("logo.png", png()), ("LOGO.PNG", png())])
def test_a_logo_is_addressed_by_its_contents(tmp_path: Path, name: str, data: bytes) -> None:
    design = design_of(tmp_path, {name: data}, logo=name)
    assert design.files == {design.logo: data}
    other = svg('<path d="M1 1h2"/>') if name.endswith("svg") else png(9)
    assert design_of(tmp_path, {name: other}, logo=name).logo != design.logo


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("logo.svg", b"<svg", "it is not well-formed XML"),
        ("logo.svg", b"<html/>", "its root is not an svg element"),
        ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "it has neither a viewBox nor width and height"),
        ("logo.svg", svg('<image href="file:///etc/passwd"/>'), "it refers to file:///etc/passwd, and briefs fetch"),
        ("logo.svg", svg('<image href="data:image/png;base64,AA"/>'), "it refers to data:image/png"),
        ("logo.svg", svg("<script>alert(1)</script>"), "it holds a script"),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + _SQUARE, "it declares entities"),
        ("logo.png", _SQUARE, "it is not a PNG picture that can be read"),
        ("logo.png", png()[:40], "it is not a PNG picture that can be read"),
        ("logo.jpg", png(), "it is not a JPEG picture that can be read"),
        ("logo.png", png(4_000, 3_000), "it has 4000 × 3000 points"),
        ("logo.gif", b"GIF89a", "must name a file in templates/briefs that ends in .svg, .png, .jpg, .jpeg"),
        ("logo.svg", _SQUARE + b" " * 2_000_000, "has more than 2 MB. Use a smaller file."),
    ],
)
def test_a_logo_that_would_be_missing_in_the_brief_is_refused(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    problem = problem_of(tmp_path, {name: data}, logo=name)
    assert problem.startswith(f"kamgen.yaml: briefs.logo: {name} ")
    assert said in problem


def test_a_logo_may_use_its_own_parts(tmp_path: Path) -> None:
    own = svg(
        '<defs><path id="p" d="M0 0h8"/></defs><use href="#p"/><a href="https://acme.example"><use href="#p"/></a>'
    )
    assert design_of(tmp_path, {"logo.svg": own}, logo="logo.svg").logo


def test_the_sample_logo_can_be_used() -> None:
    assert brief_design(Templates(), Briefs(logo="meridian.svg")).logo
