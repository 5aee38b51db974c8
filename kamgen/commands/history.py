"""``kamgen history``: how the scores got to where they are, from git."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kamgen.commands.options import Day, as_of_option, color_option, today, wants_color, workspace_root

if TYPE_CHECKING:
    from kamgen.output.workspace_histories import WorkspaceHistories
    from kamgen.pages.context import Context


@click.command(name="history")
@click.argument("account_id", required=False, metavar="[ID]")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--since", type=Day(), metavar="DATE", help="Only what came on that day or later")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the last N changes of an account")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language of the words [default: the settings']")
@as_of_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    account_id: str | None,
    form: str,
    since: object,
    limit: int | None,
    language: str | None,
    as_of: object,
    color: str,
) -> int:
    """Tell how the scores of an account got to where they are, or how those of all accounts moved.

    Every version of a plan is scored with today's rules, so that scores can be compared; each move has its cause:
    facts (what was written), rules (the settings), or time.

    \b
    Example:
      kamgen history
      kamgen history save-a-lot --since 2026-01-01
      kamgen history save-a-lot --format json
    """
    import shutil
    from datetime import date

    from kamgen.output.workspace_histories import workspace_histories

    root = workspace_root(context)
    day = as_of if isinstance(as_of, date) else None
    first = since if isinstance(since, date) else None
    found = workspace_histories(root, account_id, day, today())
    if account_id is not None and account_id not in found.accounts:
        raise click.UsageError(f"there is no account {account_id!r}, and there never was; see: ls accounts")
    reader = _reader(found, language)
    width = shutil.get_terminal_size((100, 24)).columns
    if form == "json":
        from kamgen.exchange.history_json import history_json

        text = history_json(found.accounts, reader, cut_off=found.cut_off, since=first, limit=limit)
    elif account_id is None:
        from kamgen.exchange.history_table import history_table

        text = history_table(found.accounts, reader, since=first, width=width, color=wants_color(color))
    else:
        from kamgen.exchange.history_log import history_log

        history = found.accounts[account_id]
        text = history_log(history, reader, since=first, limit=limit, width=width, color=wants_color(color))
    click.echo(text, nl=False, color=True)
    return 0


def _reader(found: WorkspaceHistories, language: str | None) -> Context:
    from typing import cast

    from kamgen.pages.context import Context
    from kamgen.plan.values import Language

    spoken = cast("Language", language) if language is not None else found.settings.language
    return Context(found.settings, found.as_of, spoken)
