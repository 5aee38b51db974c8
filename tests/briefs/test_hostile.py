"""Whatever a plan's texts say: briefs are whole, load nothing, run nothing and lead to web pages and mail alone."""

from __future__ import annotations

import http.server
import io
import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pypdf
import pytest
from pydantic import ValidationError

from kamgen.checks.confidential import KeptFromCustomers
from kamgen.output.brief_design import PORTFOLIO, brief_design
from kamgen.output.brief_files import brief_html, portfolio_brief_html
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.pages.briefs.kinds import KINDS
from kamgen.pages.context import Context
from kamgen.pages.summary import summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Briefs, Settings
from kamgen.plan.values import Language
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from tests.briefs.reading_order import text_of as read_out
from tests.briefs.reading_order import without_spaces
from tests.briefs.sample_briefs import AS_OF
from tests.browser import hostile_plans
from tests.conftest import REPOSITORY
from tests.pages.registers import register_of

pytestmark = pytest.mark.pdf

TEMPLATES = Templates()
DESIGN = brief_design(TEMPLATES, Briefs())
NOTHING_KEPT = KeptFromCustomers((), (), (), ())
NOTHING_KEPT = KeptFromCustomers((), (), (), ())
DOCUMENTS = (*KINDS, PORTFOLIO)
LANGUAGES: tuple[Language, ...] = get_args(Language)

LOADS = (
    '![x]({url}/a) <img src="{url}/b"> <link rel=stylesheet href={url}/c><link rel=attachment href={url}/d>'
    "<object data={url}/e></object><svg><image href={url}/f /><use href={url}/g#x /></svg>"
    '<style>@import "{url}/h"; body {{ background: url({url}/i) }}</style><base href="{url}/">'
    "![y](file:///etc/passwd) <img src=file:///etc/passwd><link rel=attachment href=file:///etc/passwd>"
    '<img src="data:image/svg+xml,<svg>{data}</svg>">'
)
STYLE = (
    '</style><style>@page{margin:0;size:1mm}*{display:none!important}</style>";}@import "x"; '
    "string-set: account 'x' \\a \\\"' { } /* url(file:///etc/passwd) \\"
)
LINKS = " ".join(
    f"[l](javascript:alert({number})) <file:///etc/passwd?{number}> [m](data:text/html,{number}) [n](//evil.example)"
    " [p](https://good.example/) <a href='vbscript:x' onclick='y'>q</a>"
    for number in range(2)
)
CONTROL = "a\x01\x02\x08\x0b\x1b\x7f\x85\u200b\u2028\u2029\ufffe\uffff b"
MARKER = re.compile(r"qx\d{4}z")


@dataclass(frozen=True)
class Watched:
    """What was asked of a server on this machine, and whether a file was opened that nobody needs."""

    url: str
    asked: list[str]
    opened: list[str]


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield Watched(f"http://127.0.0.1:{running.server_port}", asked, opened_files())
        running.shutdown()


@cache
def opened_files() -> list[str]:
    """Return the list in which every opening of the password file will be found; a hook cannot be taken back."""
    opened: list[str] = []

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and str(arguments[0]) == "/etc/passwd":
            opened.append(event)

    sys.addaudithook(hook)
    return opened


@cache
def model_plan() -> tuple[Any, list[Any]]:
    data = hostile_plans._read(REPOSITORY / f"accounts/{hostile_plans.MODEL_PLAN}.yaml")
    for handover in data["handovers"]:
        handover.pop("reconfirmed", None)
    return data, hostile_plans.text_fields(Account, data)


@cache
def settings() -> Settings:
    return Settings.model_validate(hostile_plans._read(REPOSITORY / "kamgen.yaml"))


def harms(url: str) -> tuple[str, ...]:
    loads = LOADS.format(url=url, data="x" * 200)
    return (hostile_plans.MARKUP, loads, STYLE, LINKS, CONTROL, hostile_plans.TEMPLATE, hostile_plans.STRANGE)


def hostile_plan(url: str, turn: int) -> Any:
    """Return a plan with harm in every text, in other texts each turn, and a marker at the end of each."""
    data, fields = model_plan()
    texts = harms(url)
    for number, path in enumerate(fields):
        data = hostile_plans.filled(data, [path], f"{texts[(number + turn) % len(texts)]} qx{number:04}z")
    return data


def html_of(data: Any, document: str, language: Language = "en") -> str:
    context = Context(settings(), AS_OF, language)
    if document == PORTFOLIO:
        register = register_of({"acme": data, "beta": data}, settings(), AS_OF)
        return portfolio_brief_html(register, context, TEMPLATES, DESIGN)
    account = Account.model_validate(data)
    scores = score_account("acme", account, settings(), AS_OF)
    place = score_portfolio({"acme": scores}, settings()).placements["acme"]
    summary = summarise("acme", account, scores, (), settings(), AS_OF)
    html = brief_html(document, account, summary, place, context, TEMPLATES, DESIGN, NOTHING_KEPT)  # type: ignore[arg-type]
    assert html is not None
    return html


def laid_out(html: str, document: str) -> pypdf.PdfReader:
    made = render_pdf(html, DESIGN.stylesheets[document], allow_missing_glyphs=True)
    return pypdf.PdfReader(io.BytesIO(made))


def seen(html: str) -> set[str]:
    """Return the markers that stand in what a document shows."""
    shown = re.sub(r"<(style|title|desc)\b.*?</\1>|<[^>]*>", "", html, flags=re.DOTALL)
    return set(MARKER.findall(unescape(shown)))


def text_of(reader: pypdf.PdfReader) -> str:
    return without_spaces(read_out(reader)).replace("\u200b", "")


def objects(reader: pypdf.PdfReader) -> Iterator[dict[str, Any]]:
    """Walk all dictionaries of a PDF, wherever they hang."""
    visited: set[int] = set()
    left: list[Any] = [reader.trailer]
    while left:
        item = left.pop()
        if isinstance(item, pypdf.generic.IndirectObject):
            if item.idnum in visited:
                continue
            visited.add(item.idnum)
            item = item.get_object()
        if isinstance(item, dict):
            yield item
            left += [item.raw_get(key) for key in item]
        elif isinstance(item, list):
            left += list(item)


def assert_harmless(reader: pypdf.PdfReader) -> None:
    assert dict(reader.attachments) == {}
    for item in objects(reader):
        assert {"/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/AA", "/OpenAction", "/AcroForm"}.isdisjoint(item)
        assert item.get("/S") not in ("/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition")
        if "/URI" in item and isinstance(item["/URI"], str):
            assert re.match(r"https?://|mailto:", item["/URI"]), item["/URI"]


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize(("turn", "language"), [(0, "en"), (3, "zh")])
def test_harm_in_every_text_leaves_a_brief_whole_and_harmless(
    document: str, turn: int, language: Language, watched: Watched
) -> None:
    html = html_of(hostile_plan(watched.url, turn), document, language)
    reader = laid_out(html, document)
    said = text_of(reader)
    assert {marker for marker in seen(html) if marker not in said} == set()
    assert reader.pages[0].mediabox.width > 500  # points: a style in a text sets no paper
    assert_harmless(reader)
    assert watched.asked == []
    assert watched.opened == []


def test_the_watch_sees_what_is_opened(watched: Watched) -> None:
    Path("/etc/passwd").read_bytes()
    assert watched.opened
    watched.opened.clear()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_title_of_a_plan_with_strange_characters_can_be_read_by_any_program(document: str) -> None:
    from xml.etree import ElementTree

    data = {**model_plan()[0], "name": f"Acme {CONTROL} {hostile_plans.STRANGE}"}
    reader = laid_out(html_of(data, document), document)
    ElementTree.fromstring(reader.trailer["/Root"]["/Metadata"].get_object().get_data())
    assert reader.metadata is not None
    if document != PORTFOLIO:
        assert "Acme" in str(reader.metadata.title)


def test_many_addresses_and_a_huge_one_in_a_text_of_several_paragraphs(watched: Watched) -> None:
    links = "\n\n".join(
        f"{number}: [a](javascript:alert({number})) [b](file:///etc/passwd) [c](attachment:{number}.exe) "
        f"<object data={watched.url}/{number}></object> [d](https://good.example/{number})"
        for number in range(50)
    )
    data = {**model_plan()[0], "summary": f"{links}\n\n![x](data:image/png;base64,{'A' * 12_000}) END"}
    reader = laid_out(html_of(data, "plan"), "plan")
    assert "49:abc" in text_of(reader)
    addresses = {str(item["/URI"]) for item in objects(reader) if "/URI" in item}
    assert {f"https://good.example/{number}" for number in range(50)} <= addresses
    assert_harmless(reader)
    assert watched.asked == []
    assert watched.opened == []


@pytest.mark.parametrize("document", ["plan", "card", "review", "handover"])
def test_a_name_that_never_ends_stands_once_and_is_cut_in_the_margins(document: str) -> None:
    data = {**model_plan()[0], "name": "W" * 10_000 + "END"}
    reader = laid_out(html_of(data, document), document)
    _, _, rest = text_of(reader).partition("===text===")
    text, _, margins = rest.partition("===margins===")
    assert "WWWEND" in text or "WWW…" in text
    assert "END" not in margins
    assert margins.count("W") < 100 * len(reader.pages)


def test_a_text_of_a_plan_has_a_bound() -> None:
    with pytest.raises(ValidationError, match="at most 20000"):
        Account.model_validate({"kamgen": 1, "name": "Acme", "owner": "lin", "summary": "W" * 20_001})


@pytest.mark.parametrize("unit", ["W", "汉字", "汉字，", "many words ", "&amp;", "שלום ", "👍🏽", "a\u200b"], ids=ascii)
def test_a_text_of_any_length_is_there_to_its_end(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    html = f'<html lang="en"><head><title>t</title></head><body><p>{text}</p><p>END</p></body></html>'
    _, _, rest = text_of(laid_out(html, "plan")).partition("===text===")
    said, _, _ = rest.partition("END")
    # Parts of a letter that one glyph stands for are said once; whatever is missing, it is not the end.
    wanted = without_spaces(unescape(text)).replace("\u200b", "")
    assert said == wanted or (unit in ("שלום ", "👍🏽") and rest.find("END") > len(wanted) / 4)


@pytest.mark.parametrize(
    ("document", "rows"), [("plan", "people"), ("review", "commitments"), ("review", "milestones")]
)
def test_hundreds_of_rows_are_all_there(document: str, rows: str) -> None:
    texts = [f"qx{number:04}z" for number in range(500)]
    step = {"owner": "lin-yue", "due": "2026-06-01"}
    sections: dict[str, Any] = {
        "people": {"power_map": {"people": [{"id": f"p-{text}", "name": text} for text in texts]}},
        "commitments": {
            "joint_plan": {"commitments": [{"id": text, "text": text, "by": "us", **step} for text in texts]}
        },
        "milestones": {
            "joint_plan": {"value_proposition": "x"},
            "success_plan": {
                "outcomes": [{"id": "o", "text": "O", "milestones": [{"text": text, **step} for text in texts]}]
            },
        },
    }
    html = html_of({"kamgen": 1, "name": "Acme", "owner": "lin-yue", **sections[rows]}, document)
    said = text_of(laid_out(html, document))
    assert seen(html) == set(texts)
    assert {marker for marker in texts if marker not in said} == set()


def test_lone_halves_of_characters_are_replaced() -> None:
    reader = laid_out('<html lang="en"><head><title>a\ud800b</title></head><body><p>c\udfffd</p></body></html>', "plan")
    assert reader.metadata is not None
    assert reader.metadata.title == "a?b"
