"""``kamgen score``: all scores."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamgen.commands.options import as_of_option, color_option, today, wants_color, workspace_root

if TYPE_CHECKING:
    from kamgen.output.survey import Survey
    from kamgen.pages.context import Context
    from kamgen.pages.explain.scores import ExplainedScores
    from kamgen.pages.summary import AccountSummary


@click.command(name="score")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--explain", is_flag=True, help="Add why: every figure with its rule and line, and what would raise it")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language of --explain [default: the settings']")
@as_of_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    ids: tuple[str, ...],
    form: str,
    explain: bool,
    language: str | None,
    as_of: object,
    color: str,
) -> int:
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
    root = workspace_root(context)
    survey = survey_root(root, day, today())
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
    explained = _explained(root, survey, summaries) if form == "json" or (explain and form == "table") else {}
    reader = _reader(survey, language)
    if form == "json":
        from kamgen.exchange.scores_json import scores_json

        text = scores_json(
            summaries, survey.portfolio, survey.settings, survey.as_of, explained, reader.wording, reasons=explain
        )
    elif form == "csv":
        from kamgen.exchange.scores_csv import scores_csv

        text = scores_csv(summaries, survey.portfolio, survey.settings)
        sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
    else:
        from kamgen.exchange.score_explanations_text import WIDEST, score_explanations_text
        from kamgen.exchange.scores_table import scores_table

        width = shutil.get_terminal_size((120, 24)).columns
        colors = wants_color(color)
        text = scores_table(
            summaries, survey.portfolio, survey.settings, survey.as_of, color=colors, width=max(width, WIDEST)
        )
        if explain:
            text += score_explanations_text(summaries, explained, reader, width=width, color=colors)
    click.echo(text, nl=False, color=True)
    return 1 if errors else 0


def _explained(root: Path, survey: Survey, summaries: Mapping[str, AccountSummary]) -> dict[str, ExplainedScores]:
    """Return the explanations of accounts by id; their plans are read again, since a survey keeps none."""
    from kamgen.pages.explain.score_places import ScorePlaces
    from kamgen.pages.explain.scores import explained_scores
    from kamgen.workspace.locate import Places
    from kamgen.workspace.plan_file import read_plan
    from kamgen.workspace.root import ACCOUNTS_FOLDER
    from kamgen.workspace.workspace import collector_paused, list_files, read_settings

    _, settings_text, _ = read_settings(root, list_files(root))
    in_settings, placements = Places(settings_text), survey.portfolio.placements
    found = {}
    with collector_paused():
        for account_id, summary in summaries.items():
            plan = read_plan(root, f"{ACCOUNTS_FOLDER}/{account_id}.yaml")
            if plan.account is not None:
                places = ScorePlaces(account_id, plan.text, in_settings)
                found[account_id] = explained_scores(
                    plan.account, summary, survey.settings, places, placements[account_id], len(placements)
                )
    return found


def _reader(survey: Survey, language: str | None) -> Context:
    from typing import cast

    from kamgen.pages.context import Context
    from kamgen.plan.values import Language

    spoken = cast("Language", language) if language is not None else survey.settings.language
    return Context(survey.settings, survey.as_of, spoken)
