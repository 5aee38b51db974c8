"""``kamgen brief``: one PDF, now."""

from __future__ import annotations

import click

from kamgen.commands.options import as_of_option, today, workspace_root


@click.command(name="brief")
@click.argument("account_id", metavar="ID")
@click.option("--kind", type=click.Choice(["plan", "review"]), default="plan", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="The PDF to write [default: ID-KIND.pdf here]")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language [default: the plan's, else the settings']")
@click.option("--allow-missing-glyphs", is_flag=True, help="Make it even where no font can draw a character")
@as_of_option
@click.pass_context
def command(
    context: click.Context,
    account_id: str,
    kind: str,
    output: str | None,
    language: str | None,
    allow_missing_glyphs: bool,
    as_of: object,
) -> int:
    """Write one brief as PDF: the internal plan, or the joint review for the customer.

    \b
    Example:
      kamgen brief save-a-lot
      kamgen brief save-a-lot --kind review -o review.pdf
    """
    from datetime import date
    from pathlib import Path
    from typing import cast

    from kamgen.commands.errors import tell_errors
    from kamgen.output.brief import make_brief
    from kamgen.output.staging import write_whole
    from kamgen.output.survey import survey_root
    from kamgen.plan.values import Language

    root = workspace_root(context)
    survey = survey_root(root, as_of if isinstance(as_of, date) else None, today())
    surveyed = survey.accounts.get(account_id)
    if surveyed is None:
        raise click.UsageError(f"there is no account {account_id!r} in this workspace; see: ls accounts")
    if surveyed.summary is None:
        errors = [finding for finding in survey.findings if finding.account == account_id]
        tell_errors(errors, [f"accounts/{account_id}.yaml"], survey.as_of, survey.settings.language)
        return 1
    wanted = cast("Language | None", language)
    data = make_brief(root, survey, account_id, kind, wanted, allow_missing_glyphs=allow_missing_glyphs)
    if data is None:
        click.echo(f"kamgen: {account_id} has no joint_plan yet, so there is nothing to review together.", err=True)
        return 1
    path = Path(output or f"{account_id}-{kind}.pdf")
    write_whole(path.absolute(), data)
    click.echo(f"Wrote {path}, {len(data) // 1024} KB.")
    return 0
