"""What all the files of one build have in common."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kamgen.output.manifest import Manifest
from kamgen.output.score_histories import KnownHistory
from kamgen.output.site import BuildOptions
from kamgen.output.survey import Survey
from kamgen.output.templates import Templates
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Settings


@dataclass(frozen=True)
class SiteBuild:
    """One build of a site: from what, to where, how.

    Attributes:
        root: The workspace.
        target: The site's folder.
        options: What the build was asked for.
        settings: The workspace's settings.
        settings_text: Their text.
        as_of: The day that the site speaks of.
        survey: All accounts, read, checked and scored.
        templates: What pages are rendered with.
        base: The digest of what all pages have in common.
        known: What the site holds already.
        histories: How the scores got to where they are, by account, as far as git knows.

    """

    root: Path
    target: Path
    options: BuildOptions
    settings: Settings
    settings_text: str
    as_of: date
    survey: Survey
    templates: Templates
    base: str
    known: Manifest
    histories: Mapping[str, KnownHistory] = field(default_factory=dict)

    @property
    def summaries(self) -> Mapping[str, AccountSummary]:
        """The accounts that have pages, by id."""
        return self.survey.summaries

    @property
    def register(self) -> Register:
        """What pages about all accounts are made from."""
        return self.survey.register


def hashed(*parts: str) -> str:
    """Return the digest of some texts, told apart."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
