"""What the preview answers to a request: a function from a request to a value, without a socket."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from kamgen.preview.addresses import (
    INDEX,
    content_type,
    file_of,
    is_local,
    not_found_page,
    page_of,
    requested,
)
from kamgen.preview.injection import ASSETS, asset, page_of_nothing, rooted, with_preview
from kamgen.preview.shown import Shown

_HTML = content_type(INDEX)
_TEXT = content_type("a.txt")


@dataclass(frozen=True)
class Folders:
    """Where the preview's files are: its own site, and the workspace's, whose briefs serve where it has none."""

    site: Path
    kept_site: Path


@dataclass(frozen=True)
class Answer:
    """Status, body and its type, and headers of its own."""

    status: HTTPStatus
    body: bytes
    content_type: str
    headers: dict[str, str] = field(default_factory=dict)


def answer(host: str | None, target: str, shown: Shown, folders: Folders) -> Answer:
    """Return what to answer to a GET.

    Args:
        host: The name that the request was sent to.
        target: What it asks for, as it came.
        shown: What is shown now.
        folders: Where the files are.

    """
    if not is_local(host):
        return refusal(HTTPStatus.FORBIDDEN, "This preview answers to localhost and 127.0.0.1 alone.")
    address = requested(target)
    if address is None:
        return _not_found(None, shown, folders)
    if address in ASSETS:
        return Answer(HTTPStatus.OK, asset(ASSETS[address]), content_type(address))
    if f"{address}/{INDEX}" in shown.addresses:
        return Answer(HTTPStatus.MOVED_PERMANENTLY, b"", _TEXT, {"Location": f"/{quote(address)}/"})
    page = page_of(address)
    data = _read(page, shown, folders)
    return _not_found(address, shown, folders) if data is None else _found(page, data, shown)


def refusal(status: HTTPStatus, words: str, **headers: str) -> Answer:
    """Return an answer that gives nothing away but why."""
    return Answer(status, f"{words}\n".encode(), _TEXT, headers)


def _found(page: str, data: bytes, shown: Shown) -> Answer:
    if page.endswith(".html"):
        data = with_preview(data.decode(errors="replace"), page, shown).encode()
    return Answer(HTTPStatus.OK, data, content_type(page))


def _not_found(address: str | None, shown: Shown, folders: Folders) -> Answer:
    """Return the site's own page for what is not there; before there is any, one that waits for the site."""
    page = not_found_page(address, shown.addresses)
    data = None if page is None else _read(page, shown, folders)
    if page is None or data is None:
        html = with_preview(page_of_nothing(shown), "", shown)
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, html.encode(), _HTML)
    html = rooted(with_preview(data.decode(errors="replace"), page, shown), page)
    return Answer(HTTPStatus.NOT_FOUND, html.encode(), _HTML)


def _read(address: str, shown: Shown, folders: Folders) -> bytes | None:
    path = file_of(address, shown.addresses, folders.site, folders.kept_site)
    try:
        return None if path is None else path.read_bytes()
    except OSError:
        return None
