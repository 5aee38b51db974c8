"""How the briefs of a workspace look: style sheet, paper, font and logo, from kamgen's and the workspace's files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath

from kamgen.output.fonts import BRIEF_FAMILIES, is_installed
from kamgen.output.own_fonts import FontFile, NotAFont, read_font
from kamgen.output.own_logos import NotALogo, check_logo
from kamgen.output.pdf import PdfError
from kamgen.output.templates import Templates
from kamgen.pages.briefs.kinds import KINDS
from kamgen.plan.settings import Briefs
from kamgen.workspace.root import SETTINGS_FILE

PORTFOLIO = "portfolio"
"""The name of the document about all accounts."""

DRAWN_FAMILIES = ",".join(BRIEF_FAMILIES)
"""What drawings name as their font: the engine applies no style sheet of the page to them, and takes spaces as part of
a name."""

_FOLDER = "briefs"
_LOGO_ENDINGS = (".svg", ".png", ".jpg", ".jpeg")
_FONT_ENDINGS = (".otf", ".ttf", ".woff", ".woff2")
_PAPERS = {"a4": "A4", "letter": "letter"}
_MEGABYTE = 1_000_000
_MOST_MEGABYTES = {"logo": 2, "font_files": 25}
"""A whole Chinese font has up to 20."""


class BriefDesignError(PdfError):
    """A file that the settings name for briefs cannot be used; the message says which key and what to do."""


@dataclass(frozen=True)
class BriefDesign:
    """How briefs look.

    Attributes:
        stylesheets: Complete CSS, by the name of the document: a brief's kind, or ``portfolio``.
        files: Contents of the files that CSS and HTML may refer to, by their address; an address has its file's digest
            in it, so that a PDF's key follows its files.
        logo: Address of the logo; empty where there is none.
        archive: Whether they are written as PDF/A.
        own_family: The font family that comes before kamgen's; empty where there is none.

    """

    stylesheets: Mapping[str, str]
    files: Mapping[str, bytes]
    logo: str
    archive: bool
    own_family: str = ""

    def lettered(self, html: str) -> str:
        """Return a brief's HTML with its drawings lettered in the same font as its text."""
        own = escape(self.own_family.replace(",", " "))
        return html.replace(f'"{DRAWN_FAMILIES}"', f'"{own},{DRAWN_FAMILIES}"') if own else html


def brief_design(templates: Templates, briefs: Briefs, *, lays_out: bool = True) -> BriefDesign:
    """Return how the briefs of a workspace look.

    A check lays nothing out, so it does not ask for the fonts of the machine that built the site.

    Raises:
        BriefDesignError: A logo or font file is not there or of no use, or a font is named that this machine lacks.

    """
    files: dict[str, bytes] = {}
    logo = "" if briefs.logo is None else _logo(templates, briefs.logo, files)
    faces = [_face(templates, name, files) for name in briefs.font_files]
    family = briefs.font or (faces[0][0].family if faces else "")
    if lays_out and family and not faces and family not in BRIEF_FAMILIES and not is_installed(family):
        raise BriefDesignError(
            f"{SETTINGS_FILE}: briefs.font: {family} is not installed on this machine. Install it, or put its files"
            " into templates/briefs and name them under briefs.font_files; without the key, kamgen's own font is used."
        )
    rules = "".join(f"@font-face {{ {font.descriptors(_quoted(family))}; src: url({at}) }}\n" for font, at in faces)
    common = rules + _families(family) + templates.read("briefs/brief.css")
    last = _paper(briefs) + templates.own_brief_style()
    sheets = {name: common + templates.read(f"briefs/{name}.css") + last for name in (*KINDS, PORTFOLIO)}
    return BriefDesign(sheets, files, logo, briefs.archive, family)


def _logo(templates: Templates, name: str, files: dict[str, bytes]) -> str:
    """Take a logo into the files and return its address."""
    data = _read(templates, "logo", name, _LOGO_ENDINGS)
    try:
        check_logo(name, data)
    except NotALogo as error:
        raise BriefDesignError(f"{_said('logo', name)} cannot be used: {error}.") from error
    return _taken(name, data, files)


def _face(templates: Templates, name: str, files: dict[str, bytes]) -> tuple[FontFile, str]:
    """Take a font file into the files and return what it holds, with its address."""
    data = _read(templates, "font_files", name, _FONT_ENDINGS)
    try:
        font = read_font(data)
    except NotAFont as error:
        raise BriefDesignError(f"{_said('font_files', name)} cannot be used: {error}. Get the file anew.") from error
    return font, _taken(name, data, files)


def _taken(name: str, data: bytes, files: dict[str, bytes]) -> str:
    address = f"kamgen-file:{hashlib.sha256(data).hexdigest()[:16]}{PurePosixPath(name).suffix.lower()}"
    files[address] = data
    return address


def _families(own: str) -> str:
    """Return the rules that name the font everywhere, margins and code included: one family for both scripts."""
    families = ", ".join(_quoted(name) for name in dict.fromkeys(filter(None, (own, *BRIEF_FAMILIES))))
    return f"html, code {{ font-family: {families} }}\n@page {{ font-family: {families} }}\n"


def _quoted(name: str) -> str:
    if name in ("sans-serif", "serif"):
        return name
    return '"' + "".join(character for character in name if character not in '"\\\n\r\f') + '"'


def _paper(briefs: Briefs) -> str:
    paper = _PAPERS[briefs.paper]
    return f"@page {{ size: {paper} }}\n@page across {{ size: {paper} landscape }}\n"


def _read(templates: Templates, key: str, name: str, endings: tuple[str, ...]) -> bytes:
    """Return a file of ``templates/briefs``, the workspace's own first."""
    if PurePosixPath(name).name != name or not name.lower().endswith(endings):
        wanted = ", ".join(endings)
        raise BriefDesignError(f"{_said(key, name)} must name a file in templates/briefs that ends in {wanted}.")
    for folder in templates.folders:
        path: Path = folder / _FOLDER / name
        if path.is_file():
            most = _MOST_MEGABYTES[key]
            if path.stat().st_size > most * _MEGABYTE:
                raise BriefDesignError(f"{_said(key, name)} has more than {most} MB. Use a smaller file.")
            return path.read_bytes()
    raise BriefDesignError(f"{_said(key, name)} is not in templates/briefs. Put the file there, or take the key away.")


def _said(key: str, name: str) -> str:
    """Return where in the settings a file is named, as problems begin."""
    return f"{SETTINGS_FILE}: briefs.{key}: {name}"
