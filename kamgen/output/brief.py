"""One brief, now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kamgen.history.git import repository_of
from kamgen.history.git_failures import HistoryCutOff
from kamgen.output.account_files import templates_of
from kamgen.output.brief_design import PORTFOLIO, BriefDesign, brief_design
from kamgen.output.brief_files import brief_html, portfolio_brief_html
from kamgen.output.cache import cache_folder
from kamgen.output.earlier import with_earlier_scores
from kamgen.output.folders import own_templates
from kamgen.output.pdf import render_pdf
from kamgen.output.survey import Survey, survey_root
from kamgen.output.templates import Templates
from kamgen.output.workers import Workers
from kamgen.pages.briefs.kinds import BriefKind
from kamgen.pages.context import Context
from kamgen.plan.settings import Briefs
from kamgen.plan.values import Language
from kamgen.workspace.plan_file import read_plan
from kamgen.workspace.root import ACCOUNTS_FOLDER


def survey_for_briefs(root: Path, as_of: date | None, today: date) -> Survey:
    """Return the survey of a workspace for a day, with how the accounts stood a quarter before, as the site has it."""
    survey = survey_root(root, as_of, today)
    with Workers(1) as workers:
        try:
            return with_earlier_scores(survey, repository_of(root), workers, cache_folder(root))
        except HistoryCutOff:
            return survey


class BriefMaker:
    """Makes briefs of the accounts of a survey.

    Args:
        root: The workspace.
        survey: Its survey.
        briefs: How they look.
        allow_missing_glyphs: Make them even where characters cannot be drawn.

    Raises:
        PdfError: if a brief cannot be laid out; the message says what to do.

    """

    def __init__(self, root: Path, survey: Survey, briefs: Briefs, *, allow_missing_glyphs: bool = False) -> None:
        self._root, self._survey, self._allow = root, survey, allow_missing_glyphs
        self._templates: Templates = templates_of(own_templates(root), cache_folder(root) / "templates")
        self._design: BriefDesign = brief_design(self._templates, briefs)

    def of_account(self, account_id: str, kind: BriefKind, language: Language | None = None) -> bytes | None:
        """Return the PDF of an account's brief; None where the plan has nothing to say in such a brief.

        The account must be in the survey without errors; without a language, its plan's is taken, else the settings'.

        Raises:
            BriefHeldBack: if it is for the customer and says something that is kept from customers.

        """
        summary = self._survey.accounts[account_id].summary
        account = read_plan(self._root, f"{ACCOUNTS_FOLDER}/{account_id}.yaml").account
        if account is None or summary is None:
            return None
        context = self._context(language or account.language)
        placement = self._survey.portfolio.placements[account_id]
        kept = self._survey.kept_from_customers
        html = brief_html(kind, account, summary, placement, context, self._templates, self._design, kept)
        return None if html is None else self._pdf(kind, html)

    def of_portfolio(self, language: Language | None = None) -> bytes:
        """Return the PDF of the brief about all accounts."""
        context = self._context(language)
        return self._pdf(PORTFOLIO, portfolio_brief_html(self._survey.register, context, self._templates, self._design))

    def _context(self, language: Language | None) -> Context:
        settings = self._survey.settings
        return Context(settings, self._survey.as_of, language or settings.language)

    def _pdf(self, document: str, html: str) -> bytes:
        design = self._design
        return render_pdf(
            html,
            design.stylesheets[document],
            files=design.files,
            archive=design.archive,
            allow_missing_glyphs=self._allow,
        )
