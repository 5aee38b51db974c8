"""``kamgen brief``: one PDF, now."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamgen.commands.options import as_of_option, today, workspace_root

if TYPE_CHECKING:
    from kamgen.output.survey import Survey
    from kamgen.pages.briefs.kinds import BriefKind
    from kamgen.plan.settings import Briefs, Paper
    from kamgen.plan.values import Language


@click.command(name="brief")
@click.argument("account_id", metavar="ID", required=False)
@click.option("--kind", type=click.Choice(["plan", "card", "review", "handover"]), default="plan", show_default=True)
@click.option("--portfolio", is_flag=True, help="The brief about all accounts instead")
@click.option("-o", "--output", metavar="FILE", help="The PDF to write [default: ID-KIND.pdf here]")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language [default: the plan's, else the settings']")
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Size of the paper [default: the settings']")
@click.option("--archive", is_flag=True, help="Write PDF/A, for archives")
@click.option("--allow-missing-glyphs", is_flag=True, help="Make it even where no font can draw a character")
@as_of_option
@click.pass_context
def command(
    context: click.Context,
    account_id: str | None,
    kind: BriefKind,
    portfolio: bool,
    output: str | None,
    language: Language | None,
    paper: Paper | None,
    archive: bool,
    allow_missing_glyphs: bool,
    as_of: date | None,
) -> int:
    """Write one brief as PDF: an account's plan, card, handover, or the review for the customer; or the portfolio.

    \b
    Example:
      kamgen brief save-a-lot
      kamgen brief save-a-lot --kind review -o review.pdf
      kamgen brief --portfolio
    """
    from kamgen.output.brief import BriefMaker, survey_for_briefs
    from kamgen.output.staging import write_whole

    if (account_id is None) != portfolio:
        raise click.UsageError("name one account, or --portfolio; see: ls accounts")
    root = workspace_root(context)
    survey = survey_for_briefs(root, as_of, today())
    if account_id is not None and not _can_be_read(survey, account_id):
        return 1
    briefs = _asked(survey.settings.briefs, paper, archive)
    maker = BriefMaker(root, survey, briefs, allow_missing_glyphs=allow_missing_glyphs)
    if account_id is None:
        data: bytes | None = maker.of_portfolio(language)
    else:
        data = maker.of_account(account_id, kind, language)
    if data is None:
        click.echo(f"kamgen: {account_id} has no joint_plan yet, so there is nothing to review together.", err=True)
        return 1
    path = Path(output or ("portfolio.pdf" if account_id is None else f"{account_id}-{kind}.pdf"))
    write_whole(path.absolute(), data)
    click.echo(f"Wrote {path}, {len(data) // 1024} KB.")
    return 0


def _asked(briefs: Briefs, paper: Paper | None, archive: bool) -> Briefs:
    """Return the settings of briefs, with what was asked for on the command line."""
    return briefs.model_copy(update={"paper": paper or briefs.paper, "archive": archive or briefs.archive})


def _can_be_read(survey: Survey, account_id: str) -> bool:
    """Return whether an account is without errors; say them where it is not."""
    surveyed = survey.accounts.get(account_id)
    if surveyed is None:
        raise click.UsageError(f"there is no account {account_id!r} in this workspace; see: ls accounts")
    if surveyed.summary is not None:
        return True
    from kamgen.commands.errors import tell_errors

    errors = [finding for finding in survey.findings if finding.account == account_id]
    tell_errors(errors, [f"accounts/{account_id}.yaml"], survey.as_of, survey.settings.language)
    return False
