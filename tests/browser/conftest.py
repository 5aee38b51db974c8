"""The sample site as people get it, and Debian's Chromium to look at it with."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from kamgen.output.site import BuildOptions, build_site
from tests.conftest import REPOSITORY

_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_TODAY = date(2026, 5, 6)
_PATIENCE = 60_000
"""Milliseconds to wait for what must come: a busy machine is slow, and that says nothing about the site."""

expect.set_options(timeout=_PATIENCE)


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def built(root: Path, place: Path, *, only: tuple[str, ...] = (), jobs: int = 1) -> Path:
    """Return the folder of the site of a workspace, built without briefs in a cache of its own.

    Args:
        root: The workspace.
        place: Where the site and its cache go.
        only: Ids of the accounts whose own pages are written; all when empty.
        jobs: Worker processes.

    """
    site = place / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KAMGEN_CACHE", str(place / "cache"))
        report = build_site(root, site, BuildOptions(today=_TODAY, only=only, jobs=jobs, pdf=False))
    assert not report.stopped, [finding.message for finding in report.findings]
    return site


def made_once(
    name: str, make: Callable[[Path], object], tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Path:
    """Return a folder that the first of pytest's workers to ask for it fills."""
    base = tmp_path_factory.getbasetemp()
    place = (base if worker_id == "master" else base.parent) / name
    place.mkdir(exist_ok=True)
    with _one_at_a_time(place / "lock"):
        if not (place / "done").exists():
            make(place)
            (place / "done").touch()
    return place


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the sample workspace; built once for all of pytest's workers."""
    return made_once("sample-site", lambda place: built(REPOSITORY, place), tmp_path_factory, worker_id) / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started once in every worker."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page in the browser, and everything it complained about or asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", self._missed)
        self.page.on("dialog", self._asked)

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _missed(self, request: Any) -> None:
        # Aborted: the page was left for the next one before its icon had come.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.url}")

    def _asked(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def open(self, path: Path, anchor: str = "") -> Page:
        """Open a file of a site."""
        self.page.goto(path.as_uri() + anchor)
        return self.page


Open = Callable[..., Watched]


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Open]:
    """A function that opens an empty page in a profile of its own; its arguments are a browser context's."""
    with ExitStack() as stack:

        def make(**options: Any) -> Watched:
            given: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", **options}
            context: BrowserContext = browser.new_context(**given)
            stack.callback(context.close)
            context.set_default_timeout(_PATIENCE)
            return Watched(context.new_page())

        yield make
