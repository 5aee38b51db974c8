"""One brief, now."""

from __future__ import annotations

from pathlib import Path

from kamgen.output.account_files import brief_html, templates_of
from kamgen.output.cache import cache_folder
from kamgen.output.folders import own_templates
from kamgen.output.pdf import render_pdf
from kamgen.output.survey import Survey
from kamgen.plan.values import Language
from kamgen.workspace.plan_file import read_plan
from kamgen.workspace.root import ACCOUNTS_FOLDER


def make_brief(
    root: Path,
    survey: Survey,
    account_id: str,
    kind: str,
    language: Language | None = None,
    *,
    allow_missing_glyphs: bool = False,
) -> bytes | None:
    """Return the PDF of a brief; None where the plan has nothing to say in such a brief.

    Args:
        root: The workspace.
        survey: Its survey; the account must be in it without errors.
        account_id: The account.
        kind: ``plan`` or ``review``.
        language: Its language; the plan's, else the settings' when None.
        allow_missing_glyphs: Make it even where characters cannot be drawn.

    Raises:
        PdfError: if it cannot be laid out; the message says what to do.

    """
    surveyed = survey.accounts[account_id]
    account = read_plan(root, f"{ACCOUNTS_FOLDER}/{account_id}.yaml").account
    if account is None or surveyed.summary is None:
        return None
    templates = templates_of(own_templates(root), cache_folder(root) / "templates")
    placement = survey.portfolio.placements[account_id]
    spoken = language or account.language or survey.settings.language
    html = brief_html(kind, account, surveyed.summary, placement, survey.settings, spoken, templates)
    if html is None:
        return None
    return render_pdf(html, templates.brief_style(), allow_missing_glyphs=allow_missing_glyphs)
