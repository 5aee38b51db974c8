"""What the browser is shown now, and a way to wait for the next."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from threading import Condition
from typing import Literal

from kamgen.plan.values import Language
from kamgen.workspace.problems import Finding

Kept = Literal["nothing", "accounts", "everything"]
"""Which pages are older than the files: those of accounts with errors, or all, because nothing could be built."""


@dataclass(frozen=True)
class Shown:
    """One state of the preview.

    Attributes:
        version: Its name; every state has another one, of another server too.
        addresses: The site's files.
        language: The site's main language.
        errors: What is to be mended before everything can be shown.
        kept: Which pages are older than the files.

    """

    version: str = ""
    addresses: frozenset[str] = frozenset()
    language: Language = "en"
    errors: tuple[Finding, ...] = ()
    kept: Kept = "nothing"


class Display:
    """Holds what is shown now; threads that serve it wait here for the next."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._server = secrets.token_hex(4)
        self._number = 0
        self._now = Shown(version=f"{self._server}-0")

    @property
    def now(self) -> Shown:
        """What is shown now."""
        return self._now

    def show(self, shown: Shown) -> None:
        """Show another state, under a new version, and wake whoever waits for it."""
        with self._changed:
            self._number += 1
            self._now = replace(shown, version=f"{self._server}-{self._number}")
            self._changed.notify_all()

    def after(self, version: str, seconds: float) -> Shown:
        """Return what is shown as soon as that is another version; after so many seconds in any case."""
        with self._changed:
            self._changed.wait_for(lambda: self._now.version != version, seconds)
            return self._now
