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
    from kamgen.workspace.problems import Finding


@click.command(name="brief")
@click.argument("account_id", metavar="[ID]", required=False)
@click.option(
    "--kind",
    type=click.Choice(["plan", "card", "review", "handover"]),
    help="The whole plan, the card on one page, the review for the customer, the handover to a new owner"
    " [default: plan]",
)
@click.option("--portfolio", is_flag=True, help="The brief about all accounts, without an ID")
@click.option("-o", "--output", metavar="FILE", help="The PDF to write, or its folder [default: ID-KIND.pdf here]")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language [default: the plan's, else the settings']")
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Paper [default: the settings', else a4]")
@click.option("--archive", is_flag=True, help="Write PDF/A, for archives")
@click.option("--allow-missing-glyphs", is_flag=True, help="Make it even where no font can draw a character")
@as_of_option
@click.pass_context
def command(
    context: click.Context,
    account_id: str | None,
    kind: BriefKind | None,
    portfolio: bool,
    output: str | None,
    language: Language | None,
    paper: Paper | None,
    archive: bool,
    allow_missing_glyphs: bool,
    as_of: date | None,
) -> int:
    """Write one brief as PDF: the plan of an account, its card, review or handover; or the portfolio.

    A file that is there is replaced once the new one is complete.

    \b
    Example:
      kamgen brief save-a-lot
      kamgen brief save-a-lot --kind review --language zh -o review.pdf
      kamgen brief --portfolio --paper letter
    """
    from kamgen.output.brief import BriefMaker, survey_for_briefs
    from kamgen.output.staging import write_whole

    _check_what_is_asked(account_id, kind, portfolio)
    root = workspace_root(context)
    survey = survey_for_briefs(root, as_of, today())
    if _tell_what_is_wrong(survey, account_id):
        return 1
    briefs = _asked(survey.settings.briefs, paper, archive)
    maker = BriefMaker(root, survey, briefs, allow_missing_glyphs=allow_missing_glyphs)
    kind = kind or "plan"
    if account_id is None:
        data: bytes | None = maker.of_portfolio(language)
    else:
        data = maker.of_account(account_id, kind, language)
    if data is None:
        click.echo(f"kamgen: {account_id} has no joint_plan yet, so there is nothing to review together.", err=True)
        return 1
    path = _path(output, "portfolio.pdf" if account_id is None else f"{account_id}-{kind}.pdf")
    write_whole(path.absolute(), data)
    click.echo(f"Wrote {path}, {len(data) // 1024} KB.")
    return 0


def _check_what_is_asked(account_id: str | None, kind: str | None, portfolio: bool) -> None:
    if account_id is None and not portfolio:
        raise click.UsageError("name an account (see: ls accounts), or ask for --portfolio")
    if account_id is not None and portfolio:
        raise click.UsageError(f"--portfolio is about all accounts: ask for it without {account_id!r}")
    if kind is not None and portfolio:
        raise click.UsageError(f"--portfolio is a brief of its own: ask for it without --kind {kind}")


def _asked(briefs: Briefs, paper: Paper | None, archive: bool) -> Briefs:
    """Return the settings of briefs, with what was asked for on the command line."""
    return briefs.model_copy(update={"paper": paper or briefs.paper, "archive": archive or briefs.archive})


def _path(output: str | None, name: str) -> Path:
    if output is None:
        return Path(name)
    return Path(output) / name if Path(output).is_dir() else Path(output)


def _tell_what_is_wrong(survey: Survey, account_id: str | None) -> bool:
    """Say the errors because of which a brief would be wrong, and return whether there are any."""
    from kamgen.commands.errors import tell_errors

    errors = _errors(survey, account_id)
    if errors:
        tell_errors(errors, sorted({error.file for error in errors}), survey.as_of, survey.settings.language)
        click.echo("The plans have errors: nothing was written.", err=True)
    return bool(errors)


def _errors(survey: Survey, account_id: str | None) -> list[Finding]:
    """Return the errors of the settings and of an account that cannot be read; for the portfolio, all there are.

    An account that is left out would make the portfolio's figures too small without a word.
    """
    from kamgen.workspace.root import SETTINGS_FILE

    errors = [finding for finding in survey.findings if finding.level == "error"]
    if account_id is None:
        return errors
    surveyed = survey.accounts.get(account_id)
    if surveyed is None:
        raise click.UsageError(f"there is no account {account_id!r} in this workspace; {_nearest(survey, account_id)}")
    broken = account_id if surveyed.summary is None else None
    return [error for error in errors if error.file == SETTINGS_FILE or (broken and error.account == broken)]


def _nearest(survey: Survey, account_id: str) -> str:
    from kamgen.wording.nearest_word import named_nearly

    nearest = named_nearly(account_id, {known: [known] for known in survey.accounts})
    return f"did you mean {nearest}?" if nearest else "see: ls accounts"
