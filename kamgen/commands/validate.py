"""``kamgen validate``: every problem of every file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamgen.commands.options import as_of_option, color_option, today, wants_color, workspace_root
from kamgen.commands.report_file import write_report_file
from kamgen.exchange.finding_formats import finding_format, format_names
from kamgen.workspace.root import ACCOUNTS_FOLDER

if TYPE_CHECKING:
    from kamgen.exchange.finding_report import FindingReport
    from kamgen.output.survey import Survey
    from kamgen.plan.values import Language, LocalisedText
    from kamgen.workspace.problems import Finding


class _WithFormats(click.Command):
    """A command whose help says what each format is for."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Formats"):
            formatter.write_dl([(name, finding_format(name).description) for name in format_names()])
        super().format_epilog(ctx, formatter)


@click.command(name="validate", cls=_WithFormats)
@click.argument("names", nargs=-1, metavar="[ID|FILE]...")
@click.option("--format", "form", type=click.Choice(format_names()), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file instead")
@click.option("--since", metavar="REVISION", help="Also check how plans were changed since [default: the last commit]")
@click.option("--strict", is_flag=True, help="Fail on warnings too")
@click.option("--quiet", is_flag=True, help="Say nothing; the exit code tells")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language [default: the settings'; JSON in English]")
@as_of_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    names: tuple[str, ...],
    form: str,
    output: str | None,
    since: str | None,
    strict: bool,
    quiet: bool,
    language: Language | None,
    as_of: date | None,
    color: str,
) -> int:
    """Report every problem of every file, with its line.

    \b
    Example:
      kamgen validate
      kamgen validate save-a-lot --format json
      kamgen validate --format sarif -o kamgen.sarif
      kamgen validate --since origin/main
    """
    wanted, report = finding_format(form), _checked(workspace_root(context), names, since, as_of)
    file = None if output in (None, "-") else Path(str(output))
    report = replace(
        report,
        language=language or wanted.language or report.language,
        color=wants_color("never" if file is not None and color == "auto" else color),
        strict=strict,
    )
    if file is not None:
        write_report_file(file, wanted.write(report))
    if not quiet:
        click.echo(wanted.write(report) if file is None else _file_sentence(file, report), nl=False, color=True)
        if form == "github":
            _add_job_summary(report)
    return 1 if any(map(report.fails, report.findings)) else 0


def _checked(root: Path, names: tuple[str, ...], since: str | None, as_of: date | None) -> FindingReport:
    """Return the report of all files, or of those that were named, in the language of the settings."""
    from kamgen.commands.chosen_files import chosen_files
    from kamgen.exchange.finding_report import FindingReport
    from kamgen.history.changes import findings_since
    from kamgen.history.git import repository_of, required_repository
    from kamgen.output.survey import survey_root
    from kamgen.workspace.problems import order
    from kamgen.workspace.workspace import list_files

    survey = survey_root(root, as_of, today())
    repository = repository_of(root) if since is None else required_repository(root)
    prefix = "" if repository is None else repository.prefix
    there = list_files(root)
    read = [file for file in (there.settings, *there.plans, *there.purchases) if file is not None]
    changes = findings_since(repository, since, survey.settings, survey.as_of)
    findings = tuple(sorted((*survey.findings, *changes), key=order))
    if names:
        top = root.parents[prefix.count("/") - 1] if prefix else root
        chosen = chosen_files(names, root, top, survey.accounts)
        findings = tuple(filter(chosen.have, findings))
        read = list(filter(chosen.have_file, read))
    return FindingReport(
        findings=findings,
        files=tuple(sorted({*read, *(finding.file for finding in findings)})),
        as_of=survey.as_of,
        names=_names(root, survey, findings),
        language=survey.settings.language,
        prefix=prefix,
    )


def _names(root: Path, survey: Survey, findings: tuple[Finding, ...]) -> dict[str, str | LocalisedText]:
    """Return the names of the accounts that something was found about, as far as they can be read."""
    from kamgen.output.account_survey import take_plan
    from kamgen.workspace.plan_file import PLACEHOLDERS

    found = {finding.account for finding in findings}
    names: dict[str, str | LocalisedText] = {}
    for account_id, surveyed in survey.accounts.items():
        if account_id not in found:
            continue
        if surveyed.summary is not None:
            names[account_id] = surveyed.summary.name
            continue
        plan = take_plan(root, f"{ACCOUNTS_FOLDER}/{account_id}.yaml").usable
        if plan is not None and plan.name != PLACEHOLDERS["name"]:
            names[account_id] = plan.name
    return names


def _file_sentence(file: Path, report: FindingReport) -> str:
    from kamgen.exchange.finding_words import summary_sentence

    return f"Wrote {file}. {summary_sentence(report)}\n"


def _add_job_summary(report: FindingReport) -> None:
    """Add the report to the summary of the job that GitHub runs, if it runs one; failing that is no failed check."""
    import os

    from kamgen.exchange.job_summary import add_job_summary

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        try:
            add_job_summary(report, Path(path))
        except OSError as error:
            click.echo(f"kamgen: the job's summary cannot be written: {error.strerror or error}", err=True)
