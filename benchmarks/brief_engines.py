"""What lays out a brief: kamgen's engine, Chromium's print, Typst; each warm, each from text in memory to bytes."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from benchmarks.brief_documents import BriefDocument
from benchmarks.typst_markup import typst_markup
from kamgen.output.fonts import BRIEF_FAMILIES, installed_fonts
from kamgen.output.pdf import render_pdf

KAMGEN = "kamgen"
CHROMIUM = "Chromium"
TYPST = "Typst"

LayOut = Callable[[BriefDocument, int], bytes]
"""Returns the PDF of a document; the number of the round makes it new to engines that remember."""

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_SIZE, _LARGER = 9.0, 0.0005


@contextmanager
def engines() -> Iterator[dict[str, LayOut | str]]:
    """Give every engine by its name, ready to lay out; one that is not there is the sentence that says so."""
    with ExitStack() as stack:
        yield {
            KAMGEN: _kamgen,
            CHROMIUM: stack.enter_context(_chromium()),
            TYPST: _typst(),
        }


def _kamgen(document: BriefDocument, _: int) -> bytes:
    return render_pdf(document.html, document.stylesheet)


@contextmanager
def _chromium() -> Iterator[LayOut | str]:
    program = shutil.which("chromium")
    if program is None or importlib.util.find_spec("playwright") is None:
        yield "not installed (Debian: chromium; pip: playwright)"
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        page = browser.new_page()

        def lay_out(document: BriefDocument, _: int) -> bytes:
            page.set_content(document.html.replace("</head>", f"<style>{document.stylesheet}</style></head>", 1))
            return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)

        yield lay_out
        browser.close()


def _typst() -> LayOut | str:
    """Return Typst with its fonts found; each round is set a shade larger, or it would answer from memory."""
    if importlib.util.find_spec("typst") is None:
        return "not installed (pip: typst)"
    import typst

    compiler: Any = typst.Compiler()
    fonts = tuple(dict.fromkeys((installed_fonts().family, *BRIEF_FAMILIES[:2])))

    def lay_out(document: BriefDocument, turn: int) -> bytes:
        markup = typst_markup(document.html, fonts, _SIZE + _LARGER * turn)
        made: bytes = compiler.compile(input=markup.encode(), format="pdf", timestamp=0)
        return made

    return lay_out
