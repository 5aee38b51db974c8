"""What the preview answers: the site's files, and pages with what only the preview adds."""

from __future__ import annotations

import re
from http import HTTPStatus
from pathlib import Path

import pytest

from kamgen.preview.answering import Answer, Folders, answer
from kamgen.preview.injection import with_preview
from kamgen.preview.shown import Shown
from tests.preview.findings import HOSTILE, finding, shown

PAGE = (
    '<!doctype html>\n<html lang="{language}">\n<head>\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; base-uri 'none'\">\n"
    '<link rel="stylesheet" href="{up}assets/kamgen.css">\n</head>\n'
    '<body class="x">\n<a class="skip" href="#main">Skip</a>\n<main id="main">{text}</main></body>\n</html>\n'
)
FILES = {
    "index.html": PAGE.format(language="en", up="", text="portfolio"),
    "404.html": PAGE.format(
        language="en", up="", text='lost <a href="index.html">home</a> <a href="https://a.example">'
    ),
    "accounts/acme.html": PAGE.format(language="en", up="../", text="acme"),
    "zh/index.html": PAGE.format(language="zh-Hans", up="../", text="总览"),
    "zh/404.html": PAGE.format(language="zh-Hans", up="../", text='没有 <a href="index.html">总览</a>'),
    "assets/kamgen.css": "p { color: red }\n",
}
ADDRESSES = frozenset(FILES)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for address, text in FILES.items():
        path = tmp_path / "preview" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "site/briefs").mkdir(parents=True)
    (tmp_path / "site/briefs/acme-plan.pdf").write_bytes(b"%PDF-")
    return Folders(tmp_path / "preview", tmp_path / "site")


def get(target: str, folders: Folders, state: Shown | None = None, host: str | None = "127.0.0.1:8000") -> Answer:
    return answer(host, target, state or shown(addresses=ADDRESSES), folders)


def test_files_are_served_as_they_are(folders: Folders) -> None:
    given = get("/assets/kamgen.css?v=1", folders)
    assert (given.status, given.body) == (HTTPStatus.OK, FILES["assets/kamgen.css"].encode())
    assert get("/briefs/acme-plan.pdf", folders).body == b"%PDF-"


def test_a_folder_answers_with_its_index_and_without_a_slash_leads_there(folders: Folders) -> None:
    assert "portfolio" in get("/", folders).body.decode()
    assert "总览" in get("/zh/", folders).body.decode()
    moved = get("/zh", folders)
    assert (moved.status, moved.headers["Location"]) == (HTTPStatus.MOVED_PERMANENTLY, "/zh/")
    assert get("/accounts/", folders).status == HTTPStatus.NOT_FOUND, "nothing is listed"


def test_a_page_reloads_itself_under_its_own_policy(folders: Folders) -> None:
    html = get("/", folders).body.decode()
    assert '<script src="/.kamgen/preview.js" data-version="a-1"' in html
    assert "default-src 'none'; script-src 'self'; base-uri 'none'; connect-src 'self'\">" in html
    assert html.count("Content-Security-Policy") == 1
    for name in ("preview.js", "preview.css"):
        assert get(f"/.kamgen/{name}", folders).status == HTTPStatus.OK
    assert get("/.kamgen/panel.html", folders).status == HTTPStatus.NOT_FOUND


def test_no_file_holds_what_is_added(folders: Folders) -> None:
    state = shown(finding(), addresses=ADDRESSES)
    assert b"preview-panel" in get("/", folders, state).body
    assert (folders.site / "index.html").read_text(encoding="utf-8") == FILES["index.html"]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("default-src 'none'; connect-src 'none'", "default-src 'none'; connect-src 'self'"),
        ("connect-src https://a.example; img-src x", "connect-src 'self' https://a.example; img-src x"),
        ("default-src 'self';", "default-src 'self'; connect-src 'self'"),
    ],
)
def test_a_policy_of_a_workspaces_own_is_only_widened(policy: str, expected: str) -> None:
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}"></head><body>'
    assert f'content="{expected}"' in with_preview(page, "index.html", shown())


def test_the_panel_stands_first_in_every_page_and_is_announced(folders: Folders) -> None:
    state = shown(finding(), addresses=ADDRESSES)
    for target in ("/", "/accounts/acme.html", "/zh/", "/nowhere", "/zh/nowhere"):
        html = get(target, folders, state).body.decode()
        assert re.search(r'</a>\s*<aside class="preview-panel" aria-labelledby="preview-title">', html), target
        assert 'role="alert"' in html
    assert "preview-panel" not in get("/", folders).body.decode()


def test_the_panel_escapes_what_people_wrote(folders: Folders) -> None:
    state = shown(finding(rule="<b>rule"), finding(None, file=f"templates/{HOSTILE}"), addresses=ADDRESSES)
    html = get("/", folders, state).body.decode()
    assert HOSTILE not in html
    assert "<b>rule" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") >= 5


def test_what_is_not_there_gets_the_sites_page_in_its_language_with_links_that_work(folders: Folders) -> None:
    for target in ("/accounts/nobody.html", "/..%2f..%2fetc/passwd", "/%ff"):
        given = get(target, folders)
        html = given.body.decode()
        assert given.status == HTTPStatus.NOT_FOUND
        assert 'href="/index.html"' in html
        assert 'href="/assets/kamgen.css"' in html
        assert 'href="https://a.example"' in html
        assert 'href="#main"' in html
    chinese = get("/zh/accounts/deeper/nobody.html", folders).body.decode()
    assert 'href="/zh/index.html"' in chinese
    assert 'href="/zh/../assets/kamgen.css"' in chinese


def test_before_there_is_a_site_a_page_waits_for_it(folders: Folders) -> None:
    given = get("/", folders, shown(finding(None), language="zh"))
    html = given.body.decode()
    assert given.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert "preview.js" in html
    assert "preview-panel" in html
    assert 'lang="zh-Hans"' in html


@pytest.mark.parametrize("host", [None, "rebound.example", "localhost.rebound.example:8000"])
def test_a_request_under_another_name_learns_nothing(host: str | None, folders: Folders) -> None:
    for target in ("/", "/accounts/acme.html", "/.kamgen/preview.js", "/nowhere"):
        given = get(target, folders, host=host)
        assert given.status == HTTPStatus.FORBIDDEN
        assert b"<" not in given.body
