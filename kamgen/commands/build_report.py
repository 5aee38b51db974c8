"""What ``kamgen build`` says when it is done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kamgen.output.site import BuildOptions, BuildReport

_NAMED_AT_MOST = 20
_CUT_OFF = (
    "kamgen: this clone's history is cut off, so the pages show no trends. "
    "git fetch --unshallow brings the rest; in CI, fetch-depth: 0 or GIT_DEPTH: 0."
)


def tell(report: BuildReport, options: BuildOptions, quiet: bool) -> int:
    """Print what a build did and return the exit code."""
    _tell_findings(report)
    if report.stopped:
        click.echo("The plans have errors: nothing was written. --keep-going leaves them out.", err=True)
        return 1
    if report.history_cut_off:
        click.echo(_CUT_OFF, err=True)
    for problem in report.problems:
        click.echo(f"kamgen: {problem}", err=True)
    if options.check:
        return _tell_check(report, quiet)
    if not quiet:
        click.echo(_sentence(report))
    if report.problems:
        return 2
    return 1 if report.left_out else 0


def _tell_findings(report: BuildReport) -> None:
    errors = [finding for finding in report.findings if finding.level == "error"]
    if errors:
        from kamgen.commands.errors import tell_errors

        files = sorted({finding.file for finding in errors})
        tell_errors(errors, files, date.fromisoformat(report.as_of), report.language)
    if report.left_out and not report.stopped:
        click.echo(f"Left out: {', '.join(report.left_out)}.", err=True)


def _tell_check(report: BuildReport, quiet: bool) -> int:
    stale = [*report.written, *report.removed]
    if not stale:
        if not quiet:
            click.echo(f"{_shown(report.site)} is what the plans say.")
        return 0
    for address in stale[:_NAMED_AT_MOST]:
        click.echo(f"out of date: {address}", err=True)
    if len(stale) > _NAMED_AT_MOST:
        click.echo(f"and {len(stale) - _NAMED_AT_MOST} more", err=True)
    click.echo(f"{_shown(report.site)} is not what the plans say. Bring it up to date with: kamgen build", err=True)
    return 1


def _sentence(report: BuildReport) -> str:
    index = _shown(report.site / "index.html")
    if not report.written and not report.removed:
        return f"Nothing changed. See {index}"
    written = len(report.written)
    parts = [f"{written} file{'' if written == 1 else 's'} written"]
    if report.laid_out:
        parts.append(f"{report.laid_out} of them PDF")
    if report.removed:
        parts.append(f"{len(report.removed)} removed")
    accounts = report.accounts or 0
    return f"{accounts} account{'' if accounts == 1 else 's'}: {', '.join(parts)}. See {index}"


def _shown(path: Path) -> str:
    """Return a path as seen from the current folder, where that is shorter."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
