"""``kamgen score``: all scores."""

from __future__ import annotations

import click

from kamgen.commands.options import as_of_option, color_option, today, wants_color, workspace_root


@click.command(name="score")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--explain", is_flag=True, help="Add every criterion with its value, points and weight")
@as_of_option
@color_option
@click.pass_context
def command(context: click.Context, ids: tuple[str, ...], form: str, explain: bool, as_of: object, color: str) -> int:
    """Compute the scores of all accounts, or of some against all.

    \b
    Example:
      kamgen score
      kamgen score save-a-lot --explain
      kamgen score --format csv > scores.csv
    """
    import shutil
    import sys
    from datetime import date

    from kamgen.commands.errors import tell_errors
    from kamgen.output.survey import survey_root

    day = as_of if isinstance(as_of, date) else None
    survey = survey_root(workspace_root(context), day, today())
    errors = [finding for finding in survey.findings if finding.level == "error"]
    if errors:
        files = [f"accounts/{account_id}.yaml" for account_id in survey.accounts]
        tell_errors(errors, files, survey.as_of, survey.settings.language)
    unknown = [account_id for account_id in ids if account_id not in survey.accounts]
    if unknown:
        raise click.UsageError(f"there is no account {unknown[0]!r} in this workspace; see: ls accounts")
    summaries = {
        account_id: surveyed.summary
        for account_id, surveyed in survey.accounts.items()
        if surveyed.summary is not None and (not ids or account_id in ids)
    }
    if form == "json":
        from kamgen.exchange.scores_json import scores_json

        text = scores_json(summaries, survey.portfolio, survey.settings, survey.as_of, explain)
    elif form == "csv":
        from kamgen.exchange.scores_csv import scores_csv

        text = scores_csv(summaries, survey.portfolio, survey.settings)
        sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
    else:
        from kamgen.exchange.scores_table import scores_table

        width = max(shutil.get_terminal_size((120, 24)).columns, 100)
        text = scores_table(
            summaries,
            survey.portfolio,
            survey.settings,
            survey.as_of,
            explain=explain,
            color=wants_color(color),
            width=width,
        )
    click.echo(text, nl=False, color=True)
    return 1 if errors else 0
