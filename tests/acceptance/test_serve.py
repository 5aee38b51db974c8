"""``kamgen serve`` from outside: a real process, edited files, and a client that listens as a page does."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import SMALL_SETTINGS, SMALLEST_PLAN, Said
from tests.preview.running import PATIENCE, RunningPreview

Write = Callable[..., Path]
Run = Callable[..., Said]
BROKEN = "kamgen: 1\nname: Acme\nowner: <script>alert(1)</script>\n"


@pytest.fixture
def root(workspace: Write) -> Path:
    plans = {"accounts/acme.yaml": SMALLEST_PLAN, "accounts/beta.yaml": SMALLEST_PLAN.replace("Acme", "Beta")}
    return workspace(plans, SMALL_SETTINGS + "languages: [en, zh]\n")


def save(root: Path, name: str, text: str) -> None:
    """Save as many editors do: written aside, then renamed."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def test_an_edit_is_told_and_shown(root: Path) -> None:
    with RunningPreview(root).started() as preview, preview.listening() as page:
        assert page.headers["Content-Type"].startswith("text/event-stream")
        assert f'data-version="{page.version}"' in preview.page("/accounts/acme.html")
        before = page.version
        save(root, "accounts/acme.yaml", SMALLEST_PLAN + "summary: Seen at once\n")
        assert page.hears() != before
        assert "Seen at once" in preview.page("/accounts/acme.html")
        assert "Seen at once" in preview.page("/zh/accounts/acme.html")
        said = preview.line("accounts/acme.yaml")
        assert " written in " in said
        assert not (root / "site").exists()
        assert preview.stop() == 0
        assert preview.complaints == ""


def test_a_broken_plan_is_said_above_every_page_until_it_is_mended(root: Path) -> None:
    with RunningPreview(root).started() as preview, preview.listening() as page:
        before = preview.page("/accounts/acme.html").split("<main", 1)[1]
        save(root, "accounts/acme.yaml", BROKEN)
        page.hears()
        for target in ("/", "/accounts/acme.html", "/accounts/beta.html", "/zh/accounts/beta.html"):
            html = preview.page(target)
            assert 'class="preview-panel"' in html
            assert "accounts/acme.yaml:3:8" in html
            assert "<script>alert(1)" not in html
            assert "&lt;script&gt;alert(1)" in html
        assert "待修改：1 个错误" in preview.page("/zh/")
        assert preview.page("/accounts/acme.html").split("<main", 1)[1] == before
        assert "1 error" in preview.line("accounts/acme.yaml")
        save(root, "accounts/beta.yaml", SMALLEST_PLAN + "summary: The rest goes on\n")
        page.hears()
        assert "The rest goes on" in preview.page("/accounts/beta.html")
        save(root, "accounts/acme.yaml", SMALLEST_PLAN)
        page.hears()
        assert "preview-panel" not in preview.page("/")


def test_a_wrong_template_is_said_in_the_page_and_never_as_a_traceback(root: Path) -> None:
    with RunningPreview(root).started() as preview, preview.listening() as page:
        save(root, "templates/site/account.html", "fine\n{% if %}\n")
        page.hears()
        html = preview.page("/accounts/acme.html")
        assert "templates/site/account.html:2:1" in html
        assert "Acme" in html.split("<main", 1)[1]
        save(root, "templates/site/account.html", "<!doctype html>\n<html lang='en'><title>x</title><body>Ours alone\n")
        page.hears()
        html = preview.page("/accounts/acme.html")
        assert "Ours alone" in html
        assert "preview-panel" not in html
        assert preview.stop() == 0
        assert preview.complaints == ""


def test_settings_that_cannot_be_read_leave_the_pages_as_they_are(root: Path) -> None:
    with RunningPreview(root).started() as preview, preview.listening() as page:
        save(root, "kamgen.yaml", "title: [never closed\n")
        page.hears()
        assert "kamgen.yaml:" in preview.page("/zh/accounts/acme.html")
        save(root, "kamgen.yaml", SMALL_SETTINGS + "languages: [en, zh]\ntitle: Our customers\n")
        page.hears()
        html = preview.page("/")
        assert "Our customers" in html
        assert "preview-panel" not in html


def test_a_workspace_that_begins_broken_waits_for_its_first_page(root: Path) -> None:
    save(root, "templates/site/layout.html", "{% if %}")
    with RunningPreview(root).started() as preview, preview.listening() as page:
        status, _, html = preview.get("/")
        assert status == 503
        assert "templates/site/layout.html:1" in html
        (root / "templates/site/layout.html").unlink()
        page.hears()
        assert "Acme" in preview.page("/")


def test_a_new_plan_and_one_that_goes_are_shown(root: Path) -> None:
    with RunningPreview(root).started() as preview, preview.listening() as page:
        save(root, "accounts/gamma.yaml", SMALLEST_PLAN.replace("Acme", "Gamma"))
        page.hears()
        assert "Gamma" in preview.page("/accounts/gamma.html")
        (root / "accounts/gamma.yaml").unlink()
        page.hears()
        status, _, html = preview.get("/accounts/gamma.html")
        assert (status, 'data-version="' in html) == (404, True)


def test_drives_without_events_are_looked_at_again_and_again(root: Path) -> None:
    with RunningPreview(root, "--poll").started() as preview, preview.listening() as page:
        save(root, "accounts/acme.yaml", SMALLEST_PLAN + "summary: Looked for\n")
        page.hears()
        assert "Looked for" in preview.page("/accounts/acme.html")


def test_what_a_comment_changes_reloads_nothing(root: Path) -> None:
    with RunningPreview(root).started() as preview, preview.listening() as page:
        save(root, "accounts/acme.yaml", SMALLEST_PLAN.replace("\n", "  # a comment\n", 1))
        assert "0 files written" in preview.line("accounts/acme.yaml")
        version = page.version
        save(root, "accounts/acme.yaml", SMALLEST_PLAN + "summary: New\n")
        number = int(page.hears().split("-")[1])
        assert number == int(version.split("-")[1]) + 1


def test_many_pages_that_listen_hold_nobody_up(root: Path) -> None:
    with RunningPreview(root).started() as preview, ExitStack() as stack:
        pages = [stack.enter_context(preview.listening()) for _ in range(40)]
        assert "Acme" in preview.page("/")
        save(root, "accounts/acme.yaml", SMALLEST_PLAN + "summary: For all\n")
        assert len({page.hears() for page in pages}) == 1
        assert preview.stop() == 0


def test_it_is_only_looked_at_and_only_from_this_machine(root: Path) -> None:
    (root / "site").mkdir()
    with RunningPreview(root).started() as preview:
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            status, headers, _ = preview.get("/", method)
            assert (status, headers["Allow"]) == (405, "GET, HEAD")
        status, headers, body = preview.get("/", "HEAD")
        assert (status, body) == (200, "")
        assert int(headers["Content-Length"]) > 1000
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        for target in ("/", "/.kamgen/events"):
            assert preview.get(target, Host="rebound.example")[0] == 403
        for target in ("/../kamgen.yaml", "/%2e%2e/%2e%2e/kamgen.yaml", "/accounts/", "/manifest.json", "/.kamgen/"):
            status, _, html = preview.get(target)
            assert status == 404
            assert "as_of: 2026" not in html
        # Another address of this very machine: whoever listens on all of them answers there too.
        with pytest.raises((ConnectionRefusedError, TimeoutError)):
            socket.create_connection(("127.0.0.2", preview.port), 5).close()


def test_briefs_of_the_site_open_from_the_preview(root: Path) -> None:
    (root / "site/briefs").mkdir(parents=True)
    (root / "site/briefs/acme-plan.pdf").write_bytes(b"%PDF-kept")
    with RunningPreview(root).started() as preview:
        status, headers, body = preview.get("/briefs/acme-plan.pdf")
        assert (status, headers["Content-Type"], body) == (200, "application/pdf", "%PDF-kept")


def test_the_next_free_port_is_taken_and_said(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with RunningPreview(root, port=port).started() as preview:
            assert preview.port > port
            assert "Acme" in preview.page("/")
            assert preview.stop() == 0
            assert preview.complaints == f"Port {port} is taken.\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_whoever_stops_it_has_not_failed(root: Path, number: int) -> None:
    with RunningPreview(root).started() as preview, preview.listening():
        assert preview.stop(number) == 0
        assert preview.line("Stopped")
        assert preview.complaints == ""


def test_quiet_says_only_what_is_wrong(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "elsewhere"
    command = [sys.executable, "-m", "kamgen", "--workspace", str(root), "serve", "--quiet", "--output", str(output)]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    save(root, "accounts/acme.yaml", BROKEN)
    with subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "1 error" in process.stderr.readline()
        process.terminate()
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (0, "", "")
    assert (output / "index.html").is_file()


def test_the_browser_is_opened(root: Path, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(
        f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/aside" && mv "{tmp_path}/aside" "{tmp_path}/opened"\n'
    )
    browser.chmod(0o700)
    with RunningPreview(root, "--open", BROWSER=f"{browser} %s").started() as preview:
        from time import monotonic, sleep

        until = monotonic() + PATIENCE
        while not (tmp_path / "opened").exists() and monotonic() < until:
            sleep(0.05)
        assert (tmp_path / "opened").read_text() == preview.url


@pytest.mark.parametrize("place", ["site", "site/deeper", "accounts", "templates/x", "."])
def test_a_preview_is_never_written_among_the_workspaces_own_files(root: Path, kamgen: Run, place: str) -> None:
    said = kamgen("serve", "--output", root / place, root=root)
    assert said.code == 2
    assert "must not be written into" in said.err
    assert not (root / "site").exists()


def test_help_says_where_the_preview_is_and_how_it_ends(kamgen: Run) -> None:
    words = " ".join(kamgen("serve", "--help").out.split())
    assert "never into site/" in words
    assert "Ctrl-C" in words
