"""``kamgen validate``: every problem of every file."""

from __future__ import annotations

import click

from kamgen.commands.options import as_of_option, color_option, today, wants_color, workspace_root


@click.command(name="validate")
@click.argument("names", nargs=-1, metavar="[ID|FILE]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Fail on warnings too")
@click.option("--quiet", is_flag=True, help="Say nothing; the exit code tells")
@as_of_option
@color_option
@click.pass_context
def command(
    context: click.Context, names: tuple[str, ...], form: str, strict: bool, quiet: bool, as_of: object, color: str
) -> int:
    """Report every problem of every file, with its line.

    \b
    Example:
      kamgen validate
      kamgen validate save-a-lot --format json
    """
    from datetime import date
    from pathlib import PurePath

    from kamgen.exchange.findings_json import findings_json
    from kamgen.exchange.findings_text import findings_text
    from kamgen.output.survey import survey_root

    day = as_of if isinstance(as_of, date) else None
    survey = survey_root(workspace_root(context), day, today())
    wanted = {PurePath(name).name.removesuffix(".yaml").removesuffix(".purchases.csv") for name in names}
    unknown = sorted(wanted - set(survey.accounts) - {"kamgen"})
    if unknown:
        raise click.UsageError(f"there is no account {unknown[0]!r} in this workspace; see: ls accounts")
    findings = [
        finding
        for finding in survey.findings
        if not wanted or finding.account in wanted or (finding.account is None and "kamgen" in wanted)
    ]
    files = len(wanted) or survey.files
    if not quiet and form == "json":
        click.echo(findings_json(findings, files, survey.as_of), nl=False)
    elif not quiet:
        click.echo(findings_text(findings, files, color=wants_color(color)), nl=False, color=True)
    failing = findings if strict else [finding for finding in findings if finding.level == "error"]
    return 1 if failing else 0
