"""``kamgen diff``: what changed in the plans, in their own words, and what it did to the scores."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kamgen.commands.options import as_of_option, color_option, today, wants_color, workspace_root
from kamgen.commands.report_file import write_report_file

if TYPE_CHECKING:
    from kamgen.history.two_states import TwoStates
    from kamgen.pages.changes.report import ChangeReport
    from kamgen.plan.values import Language

_LARGEST_COMMENT = 65_536
_SMALLEST_COMMENT = 2_000


class _WebAddress(click.ParamType):  # type: ignore[type-arg]
    """The address of a site, ``https://…``; it is shown as a link, so nothing else will do."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address, or fail with what is expected."""
        from pydantic_core import PydanticCustomError

        from kamgen.plan.web_address import read_repository

        try:
            address = read_repository(value)
        except PydanticCustomError:
            address = "{"
        if "{" in address:
            self.fail(f"{value!r} is not the address of a site, such as https://plans.example/preview", param, ctx)
        return address


@click.command(name="diff")
@click.argument("revisions", required=False, metavar="[A[..B]]")
@click.option(
    "--account", "accounts", multiple=True, metavar="ID", help="Only this account; may be given several times"
)
@click.option(
    "--findings", is_flag=True, help="Add what is to be mended: on changed lines first, then what else is new"
)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write it to a file instead")
@click.option(
    "--pages", type=_WebAddress(), metavar="ADDRESS", help="Link changed accounts to their pages in a site there"
)
@click.option(
    "--limit",
    type=click.IntRange(min=_SMALLEST_COMMENT),
    default=_LARGEST_COMMENT,
    show_default=True,
    metavar="N",
    help="Most characters of the Markdown",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if plans or settings are different")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language [default: the settings'; JSON in English]")
@as_of_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    revisions: str | None,
    accounts: tuple[str, ...],
    findings: bool,
    form: str,
    output: str | None,
    pages: str | None,
    limit: int,
    exit_code: bool,
    language: Language | None,
    as_of: date | None,
    color: str,
) -> int:
    """Tell what changed in the plans, and what that did to the scores.

    Without revisions, the working tree is compared with the last commit; with A, with that revision; A..B compares two
    revisions, A...B compares B with the commit where it left A. Moves of scores are split into facts (what was
    written), rules (the settings) and time (the days between).

    \b
    Example:
      kamgen diff
      kamgen diff origin/main
      kamgen diff v1..v2 --account save-a-lot
      kamgen diff origin/main...HEAD --findings --format markdown -o comment.md
    """
    from kamgen.history.changes_between import ChangesBetween
    from kamgen.history.git import required_repository
    from kamgen.history.two_states import two_states
    from kamgen.pages.changes.report import change_report

    repository = required_repository(workspace_root(context))
    states = two_states(repository, revisions)
    for account in accounts:
        _refuse_unknown(account, states)
    between = ChangesBetween(states, as_of, today(), accounts)
    spoken: Language = language or ("en" if form == "json" else states.after.settings.language)
    report = change_report(
        between.changes,
        spoken,
        states.asked,
        between.findings() if findings else None,
        pages or "",
        repository.prefix,
    )
    file = None if output in (None, "-") else Path(str(output))
    text = _written(report, form, limit, color=wants_color("never" if file is not None and color == "auto" else color))
    if file is None:
        click.echo(text, nl=False, color=True)
    else:
        write_report_file(file, text)
        click.echo(f"Wrote {file}. {report.lead}")
    return 1 if exit_code and between.changes.is_different else 0


def _refuse_unknown(account_id: str, states: TwoStates) -> None:
    if account_id not in states.before.plans and account_id not in states.after.plans:
        raise click.UsageError(f"there is no account {account_id!r} in either of the two states; see: ls accounts")


def _written(report: ChangeReport, form: str, limit: int, *, color: bool) -> str:
    """Return the report in a format; text is as wide as the terminal."""
    import shutil

    from kamgen.exchange.changes import json, markdown, text

    if form == "json":
        return json.write(report)
    if form == "markdown":
        return markdown.write(report, limit)
    return text.write(report, width=shutil.get_terminal_size((100, 24)).columns, color=color)
