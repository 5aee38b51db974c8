"""How the briefs of a workspace look: style sheet, paper, font and logo, from kamgen's and the workspace's files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kamgen.output.fonts import BRIEF_FAMILIES
from kamgen.output.pdf import PdfError
from kamgen.output.templates import Templates
from kamgen.pages.briefs.kinds import KINDS
from kamgen.plan.settings import Briefs
from kamgen.workspace.root import SETTINGS_FILE

PORTFOLIO = "portfolio"
"""The name of the document about all accounts."""

_FOLDER = "briefs"
_LOGO_ENDINGS = (".svg", ".png", ".jpg", ".jpeg")
_FONT_ENDINGS = (".otf", ".ttf", ".ttc", ".woff", ".woff2")
_PAPERS = {"a4": "A4", "letter": "letter"}


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

    """

    stylesheets: Mapping[str, str]
    files: Mapping[str, bytes]
    logo: str
    archive: bool


def brief_design(templates: Templates, briefs: Briefs) -> BriefDesign:
    """Return how the briefs of a workspace look.

    Raises:
        BriefDesignError: if a logo or font file is not there or of no use.

    """
    files: dict[str, bytes] = {}

    def taken(key: str, name: str, endings: tuple[str, ...]) -> str:
        data = _read(templates, key, name, endings)
        address = f"kamgen-file:{hashlib.sha256(data).hexdigest()[:16]}{PurePosixPath(name).suffix.lower()}"
        files[address] = data
        return address

    logo = "" if briefs.logo is None else taken("logo", briefs.logo, _LOGO_ENDINGS)
    faces = [taken("font_files", name, _FONT_ENDINGS) for name in briefs.font_files]
    common = _fonts(briefs.font, faces) + templates.text("briefs/brief.css")
    last = _paper(briefs) + templates.own_brief_style()
    sheets = {name: common + templates.text(f"briefs/{name}.css") + last for name in (*KINDS, PORTFOLIO)}
    return BriefDesign(sheets, files, logo, briefs.archive)


def _fonts(family: str | None, faces: list[str]) -> str:
    """Return the rules that name the font everywhere, margins and code included: one family for both scripts."""
    families = ", ".join(_quoted(name) for name in dict.fromkeys(filter(None, (family, *BRIEF_FAMILIES))))
    rules = "".join(f'@font-face {{ font-family: {_quoted(family or "")}; src: url("{face}") }}\n' for face in faces)
    return f"{rules}html, code {{ font-family: {families} }}\n@page {{ font-family: {families} }}\n"


def _quoted(name: str) -> str:
    if name in ("sans-serif", "serif"):
        return name
    return '"' + "".join(character for character in name if character not in '"\\\n\r\f') + '"'


def _paper(briefs: Briefs) -> str:
    return f"@page {{ size: {_PAPERS[briefs.paper]} }}\n"


def _read(templates: Templates, key: str, name: str, endings: tuple[str, ...]) -> bytes:
    """Return a file of ``templates/briefs``, the workspace's own first."""
    where = f"{SETTINGS_FILE}: briefs.{key}: {name}"
    if PurePosixPath(name).name != name or not name.lower().endswith(endings):
        wanted = ", ".join(endings)
        raise BriefDesignError(f"{where} must be the name of a file in templates/briefs that ends in {wanted}.")
    for folder in templates.folders:
        path: Path = folder / _FOLDER / name
        if path.is_file():
            return path.read_bytes()
    raise BriefDesignError(f"{where} is not in templates/briefs. Put the file there, or take the key away.")
