"""PDF from HTML: a pure function from text to bytes, so that any executor can run it anywhere.

The engine is WeasyPrint, loaded at the first document (0.35 s). Nothing is ever fetched: no network, no file, no
``data:`` address. The same HTML and style sheet give the same bytes in every process. A document is laid out by
one thread at a time (Pango's limits); use processes to do several at once.
"""

from __future__ import annotations

import atexit
import gc
import hashlib
import io
import logging
import os
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from kamgen.output.embedded_fonts import EmbeddedFonts
from kamgen.output.fonts import installed_fonts
from kamgen.output.inputs import digest_of
from kamgen.output.tagged_pdf import complete_tags, describe_drawings

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""Debian's packages that the engine needs."""
FONT_PACKAGE = "fonts-noto-cjk"
"""Debian's package of the font that briefs are designed for."""

_ENGINE_PARTS = ("weasyprint", "pydyf", "fonttools")
_OWN_PARTS = ("embedded_fonts.py", "pdf.py", "pdf_bytes.py", "tagged_pdf.py")
"""Modules of ours that decide a brief's bytes beside the engine."""
_MISSING_GLYPH = ".notdef glyph rendered"
_EPOCH = "SOURCE_DATE_EPOCH"
_NAMED_AT_MOST = 20
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]"
)  # the metadata are XML, which has no such characters
_TEXT = re.compile(r"(?<!<title)(?<!<style)>[^<>]{200,}<")
_ENDLESS = re.compile(r"[^\s<>\u2e80-\uffff]{200,}")  # Chinese breaks nearly everywhere, and by rules of its own
_PIECE = re.compile(r"(?:&#?\w{1,10};|[^\s<>&]){16}(?=[^\s<])")
_LONG = 4_000
_STRETCH = re.compile(
    r"(?:&#?\w{1,10};|[^&]){2000,}?(?:[ \n\u200b。，；！？]|[\u4e00-\u9fff](?=[\u4e00-\u9fff]))"
)  # to where a line may end
_NEW_OBJECTS = 50_000  # as fast as never, with 20 MB less
_NOWHERE = "about:invalid"  # relative addresses need some base, or the engine stops at the first one in a style sheet


class PdfError(Exception):
    """A brief could not be made; the message says what to do about it."""


class PdfUnavailable(PdfError):
    """The machine lacks the libraries that lay out PDF; the first argument is what the system said."""

    def __str__(self) -> str:
        """Return the sentence that names the packages to install."""
        return (
            f"The libraries that lay out PDF are missing ({self.args[0]})."
            f" On Debian: apt-get install --no-install-recommends {PACKAGES} {FONT_PACKAGE};"
            " `kamgen doctor` checks again. Without them: `kamgen build --no-pdf`."
        )


class NoFonts(PdfError):
    """The machine has no font at all; the engine would crash instead of saying so."""


class MissingGlyphs(PdfError):
    """No installed font can draw some of the characters.

    Attributes:
        characters: The characters, each once, in the order of their code points.

    """

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        named = [f"{character} (U+{ord(character):04X})" for character in characters[:_NAMED_AT_MOST]]
        more = len(characters) - len(named)
        listed = ", ".join(named) + (f" and {more} more" if more else "")
        super().__init__(
            f"No installed font can draw {listed}. Install a font that has them"
            f" (for Chinese on Debian: apt-get install {FONT_PACKAGE}) or change the text;"
            " `kamgen doctor` says what is there."
        )

    def __reduce__(self) -> tuple[type[MissingGlyphs], tuple[tuple[str, ...]]]:
        """Travel between processes with the characters, not with the sentence."""
        return type(self), (self.characters,)


class _HandedOver:
    """A URL fetcher that opens nothing: a brief is made of what it is handed, and of nothing else."""

    _fail_on_errors = False  # read by the engine when a fetcher raises

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def __call__(self, url: str, *_: Any, **__: Any) -> Any:
        from weasyprint.urls import URLFetcherResponse

        data = self._files.get(url)
        if data is None:
            raise ValueError(f"briefs fetch nothing: {url[:80]}")
        return URLFetcherResponse(url, data)


_NO_FILES: Mapping[str, bytes] = {}


def render_pdf(
    html: str,
    stylesheet: str = "",
    *,
    files: Mapping[str, bytes] = _NO_FILES,
    archive: bool = False,
    allow_missing_glyphs: bool = False,
) -> bytes:
    """Return the PDF of an HTML document: tagged (PDF/UA-1), fonts embedded as subsets, headings as bookmarks.

    Language and title are those of the document. The bytes depend on nothing but the arguments, the engine
    (:func:`pdf_engine`) and the installed fonts.

    Args:
        html: A whole document; whatever it refers to is left out, but for these files.
        stylesheet: CSS beside the document's own; parsed once per process.
        files: What HTML and style sheet may refer to, by the address they use.
        archive: Write PDF/A-2a instead.
        allow_missing_glyphs: Draw an empty box for a character that no font has, instead of an error.

    Raises:
        PdfUnavailable: The engine's libraries are not there.
        NoFonts: No font is installed.
        MissingGlyphs: A character has no glyph in any installed font.

    """
    weasyprint = _engine()
    from kamgen.output.pdf_bytes import pdf_bytes

    html = html.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate would stop the engine
    html = _UNWRITABLE.sub("", html)
    html = _TEXT.sub(_breakable, html)
    page = weasyprint.HTML(string=html, base_url=_NOWHERE, url_fetcher=_HandedOver(files))
    describe_drawings(page.etree_element)
    variant = {"pdf_variant": "pdf/a-2a", "output_intent": "srgb"} if archive else {"pdf_variant": "pdf/ua-1"}
    options = weasyprint.DEFAULT_OPTIONS | {"pdf_version": "1.7", "pdf_tags": True} | variant
    sheets = [_parsed(stylesheet, tuple(sorted(files.items())))] if stylesheet else []
    with _missing_characters() as missing, _no_clock(), _little_collection():
        document = page.render(font_config=_font_configuration(), **(options | {"stylesheets": sheets}))
        pdf = _drawn(document, options)
        data = pdf_bytes(pdf, hashlib.sha256(f"{html}\0{stylesheet}".encode()).hexdigest()[:32])
    if missing and not allow_missing_glyphs:
        raise MissingGlyphs(tuple(sorted(missing)))
    return data


def _drawn(document: Any, options: Mapping[str, Any]) -> Any:
    """Return the PDF that a laid-out document becomes, before it is bytes: the engine's own way makes them twice."""
    from weasyprint.pdf import generate_pdf

    document.fonts = fonts = EmbeddedFonts()
    pdf = generate_pdf(document, None, 1, **options)
    fonts.embed(pdf)
    complete_tags(document, pdf)
    return pdf


def _breakable(text: re.Match[str]) -> str:
    """Return a text that is laid out in a time that follows its length.

    Words that no language has get places to break: one of 20,000 letters takes a minute without. A long text is cut
    into stretches, because the engine copies what is left of one for every line: 1 MB in 10 s instead of 90 s.
    """
    broken = _ENDLESS.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text[0])
    return broken if len(broken) < _LONG else _STRETCH.sub("\\g<0><wbr>", broken)


@lru_cache(maxsize=1)
def pdf_engine() -> str:
    """Return what lays out the briefs: a digest of our part, and the versions of what else decides their bytes.

    Asked once (about 5 ms).

    The fonts decide them too, but differ between machines that build the same site: the manifest records them
    (:attr:`~kamgen.output.fonts.InstalledFonts.fingerprint`), and other fonts do not make a brief out of date.
    """
    folder = Path(__file__).parent
    parts = [f"kamgen {digest_of((folder / name for name in _OWN_PARTS), folder)[:12]}"]
    for name in _ENGINE_PARTS:
        try:
            parts.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            parts.append(f"no {name}")
    return "; ".join(parts)


def pdf_key(html: str, stylesheet: str = "", engine: str | None = None, *, archive: bool = False) -> str:
    """Return the digest that a PDF is kept under: of its HTML, its style sheet, the engine and its variant.

    Files that it shows are named by their digests (:class:`~kamgen.output.brief_design.BriefDesign`).
    """
    said = "\0".join((html, stylesheet, pdf_engine() if engine is None else engine, "archive" if archive else ""))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()


def _engine() -> Any:
    """Return the engine, once it is sure that it can run."""
    loaded = _loaded()
    if isinstance(loaded, PdfError):
        raise type(loaded)(*loaded.args)
    return loaded


@lru_cache(maxsize=1)
def _loaded() -> Any:
    """Return the engine, or why it cannot run; tried once, for a site has many briefs."""
    if installed_fonts().count == 0:
        return NoFonts(
            "No font is installed, so no brief can be drawn."
            f" On Debian: apt-get install {FONT_PACKAGE}; `kamgen doctor` checks again."
        )
    try:
        # Without its libraries the engine prints a page of advice; ours is one line.
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            import weasyprint
    except (ImportError, OSError) as error:
        return PdfUnavailable(str(error).splitlines()[0].split(": ")[0])
    return weasyprint


@lru_cache(maxsize=1)
def _font_configuration() -> Any:
    """Return the process's font configuration; sharing it saves 6 % of every document."""
    from weasyprint.text.fonts import FontConfiguration

    # It keeps a workspace's font files in a folder, which it can remove only while Python still stands.
    atexit.register(_font_configuration.cache_clear)
    return FontConfiguration()


@lru_cache(maxsize=8)
def _parsed(stylesheet: str, files: tuple[tuple[str, bytes], ...]) -> Any:
    """Return a parsed style sheet, kept for the documents to come."""
    return _engine().CSS(
        string=stylesheet,
        base_url=_NOWHERE,
        font_config=_font_configuration(),
        url_fetcher=_HandedOver(dict(files)),
    )


@contextmanager
def _missing_characters() -> Iterator[set[str]]:
    """Collect the characters that the engine reports as undrawable; its log is the only place it says so."""
    missing: set[str] = set()

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            arguments = record.args
            if str(record.msg).startswith(_MISSING_GLYPH) and isinstance(arguments, tuple) and arguments:
                missing.add(str(arguments[0]))

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    propagates = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield missing
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagates


@contextmanager
def _little_collection() -> Iterator[None]:
    """Let Python look less often for dead objects that hold each other, on which it spends a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _no_clock() -> Iterator[None]:
    """Give fontTools a fixed day for the fonts it writes, unless the caller's environment has one."""
    before = os.environ.get(_EPOCH)
    if before is None:
        os.environ[_EPOCH] = "0"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_EPOCH, None)
