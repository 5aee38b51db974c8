"""Which requests the preview answers, and with which file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamgen.preview.addresses import content_type, file_of, is_local, not_found_page, page_of, requested


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:9", "[::1]", "[::1]:8000", "LocalHost:1"])
def test_names_of_this_machine_are_answered(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "rebound.example",
        "rebound.example:8000",
        "localhost.rebound.example",
        "127.0.0.1.rebound.example:8000",
        "localhost:8000:rebound.example",
        "localhost@rebound.example",
        "192.168.0.7:8000",
        "[::2]",
    ],
)
def test_no_other_name_is(host: str | None) -> None:
    assert not is_local(host)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/", ""),
        ("/zh/", "zh/"),
        ("/accounts/acme.html?x=../y#z", "accounts/acme.html"),
        ("/a%20b/%E4%B8%AD.html", "a b/中.html"),
    ],
)
def test_an_address_is_decoded_once(target: str, address: str) -> None:
    assert requested(target) == address


@pytest.mark.parametrize(
    "target",
    [
        "",
        "*",
        "http://rebound.example/",
        "/../kamgen.yaml",
        "/accounts/../../kamgen.yaml",
        "/accounts/%2e%2e/%2E./kamgen.yaml",
        "/..%2fkamgen.yaml",
        "/..%5ckamgen.yaml",
        "/./index.html",
        "//rebound.example/",
        "/accounts//acme.html",
        "/c:/windows",
        "/index.html%00.png",
        "/a%0d%0ab",
        "/%ff",
    ],
)
def test_there_is_no_way_up_nor_out(target: str) -> None:
    assert requested(target) is None


def test_what_was_decoded_is_not_decoded_again() -> None:
    assert requested("/%252e%252e/kamgen.yaml") == "%2e%2e/kamgen.yaml"


def test_a_folder_is_its_index() -> None:
    assert [page_of(address) for address in ("", "zh/", "zh/404.html")] == [
        "index.html",
        "zh/index.html",
        "zh/404.html",
    ]


def test_what_is_not_there_is_said_in_the_language_of_the_address() -> None:
    both = {"404.html", "zh/404.html"}
    assert not_found_page("zh/accounts/nobody.html", both) == "zh/404.html"
    assert not_found_page("accounts/nobody.html", both) == "404.html"
    assert not_found_page(None, both) == "404.html"
    assert not_found_page("zh/", {"404.html"}) == "404.html"
    assert not_found_page("", set()) is None


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    site, kept = tmp_path / "preview", tmp_path / "workspace/site"
    for folder in (site, kept / "briefs"):
        folder.mkdir(parents=True)
    (site / "index.html").write_text("here", encoding="utf-8")
    (kept / "briefs/acme-plan.pdf").write_bytes(b"%PDF-")
    (kept / "index.html").write_text("there", encoding="utf-8")
    return site, kept


def test_only_what_the_site_lists_is_served(folders: tuple[Path, Path]) -> None:
    site, kept = folders
    (site / "notes.txt").write_text("private", encoding="utf-8")
    (site / "accounts").mkdir()
    addresses = {"index.html", "gone.html", "accounts"}
    assert file_of("index.html", addresses, site, kept) == (site / "index.html").resolve()
    for address in ("notes.txt", "manifest.json", "gone.html", "accounts", "accounts/"):
        assert file_of(address, addresses, site, kept) is None


def test_a_link_that_leads_out_is_not_followed(folders: tuple[Path, Path], tmp_path: Path) -> None:
    site, kept = folders
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/page.html").write_text("secret", encoding="utf-8")
    (site / "page.html").symlink_to(tmp_path / "secret/page.html")
    (site / "folder").symlink_to(tmp_path / "secret")
    (kept / "briefs/evil.pdf").symlink_to(tmp_path / "secret/page.html")
    for address in ("page.html", "folder/page.html", "briefs/evil.pdf"):
        assert file_of(address, {"page.html", "folder/page.html"}, site, kept) is None


def test_a_brief_that_the_preview_has_not_made_is_the_sites(folders: tuple[Path, Path]) -> None:
    site, kept = folders
    assert file_of("briefs/acme-plan.pdf", set(), site, kept) == (kept / "briefs/acme-plan.pdf").resolve()
    assert file_of("briefs/beta-plan.pdf", set(), site, kept) is None
    assert file_of("briefs/../index.html", set(), site, kept) is None
    (site / "briefs").mkdir()
    (site / "briefs/acme-plan.pdf").write_bytes(b"%PDF-new")
    found = file_of("briefs/acme-plan.pdf", {"briefs/acme-plan.pdf"}, site, kept)
    assert found == (site / "briefs/acme-plan.pdf").resolve()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("assets/kamgen.css", "text/css; charset=utf-8"),
        ("assets/kamgen.js", "text/javascript; charset=utf-8"),
        ("assets/favicon.SVG", "image/svg+xml; charset=utf-8"),
        ("briefs/acme-plan.pdf", "application/pdf"),
        ("assets/font.woff2", "font/woff2"),
        ("assets/anything", "application/octet-stream"),
    ],
)
def test_a_file_has_its_type(address: str, expected: str) -> None:
    assert content_type(address) == expected
