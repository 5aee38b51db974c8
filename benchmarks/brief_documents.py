"""The briefs that are laid out: those of made-up plans, as HTML with their style sheets."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.plans import made_up_plan, write_workspace
from benchmarks.workspace_settings import AS_OF
from kamgen.output.account_files import templates_of
from kamgen.output.brief_design import PORTFOLIO, brief_design
from kamgen.output.brief_files import brief_html, portfolio_brief_html
from kamgen.output.cache import cache_folder
from kamgen.output.folders import own_templates
from kamgen.output.survey import survey_root
from kamgen.pages.briefs.kinds import KINDS, BriefKind
from kamgen.pages.context import Context
from kamgen.workspace.plan_file import read_plan

ENGLISH, CHINESE = 2, 1
"""Numbers of the made-up plans whose brief is about five pages long."""

LEAST = 20
"""The fewest accounts: enough for a portfolio brief as people have them."""


@dataclass(frozen=True)
class BriefDocument:
    """A document to be laid out.

    Attributes:
        name: What it is.
        html: All of it, but for its style sheet.
        stylesheet: How it looks.

    """

    name: str
    html: str
    stylesheet: str


class MadeUpBriefs:
    """The briefs of a made-up workspace."""

    def __init__(self, folder: Path, number: int = LEAST) -> None:
        root = folder / "workspace"
        write_workspace(root, number)
        with _cache(folder / "cache"):
            self._survey = survey_root(root, AS_OF, AS_OF)
            self._templates = templates_of(own_templates(root), cache_folder(root) / "templates")
        self._root, self._number = root, number
        self._design = brief_design(self._templates, self._survey.settings.briefs)

    def compared(self) -> Iterator[BriefDocument]:
        """Yield the documents that engines are compared on."""
        chosen: Mapping[str, tuple[int, BriefKind]] = {
            "plan, English": (ENGLISH, "plan"),
            "plan, Chinese": (CHINESE, "plan"),
            "card": (ENGLISH, "card"),
            "review": (ENGLISH, "review"),
            "handover": (ENGLISH, "handover"),
        }
        for name, (number, kind) in chosen.items():
            document = self._of_account(name, number, kind)
            if document is not None:
                yield document
        html = portfolio_brief_html(self._survey.register, self._context("en"), self._templates, self._design)
        yield BriefDocument(f"portfolio of {self._number}", html, self._design.stylesheets[PORTFOLIO])

    def all(self) -> Iterator[BriefDocument]:
        """Yield every brief of every account."""
        for number in range(self._number):
            for kind in KINDS:
                document = self._of_account(f"{kind} {number}", number, kind)
                if document is not None:
                    yield document

    def _of_account(self, name: str, number: int, kind: BriefKind) -> BriefDocument | None:
        account_id = made_up_plan(number).id
        account = read_plan(self._root, f"accounts/{account_id}.yaml").account
        summary = self._survey.accounts[account_id].summary
        if account is None or summary is None:
            raise RuntimeError(f"the made-up plan {account_id} has errors")
        context = self._context(account.language)
        placement = self._survey.portfolio.placements[account_id]
        kept = self._survey.kept_from_customers
        html = brief_html(kind, account, summary, placement, context, self._templates, self._design, kept)
        return None if html is None else BriefDocument(name, html, self._design.stylesheets[kind])

    def _context(self, language: str | None) -> Context:
        return Context(self._survey.settings, AS_OF, "zh" if language == "zh" else "en")


@contextmanager
def _cache(folder: Path) -> Iterator[None]:
    """Keep what kamgen remembers away from the person's own cache."""
    before = os.environ.get("KAMGEN_CACHE")
    os.environ["KAMGEN_CACHE"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["KAMGEN_CACHE"]
        else:
            os.environ["KAMGEN_CACHE"] = before
