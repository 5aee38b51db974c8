"""What ``kamgen build`` says when it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamgen.output.site import BuildOptions, BuildReport

if TYPE_CHECKING:
    from kamgen.history.replay import Replay

_NAMED_AT_MOST = 20


def tell(report: BuildReport, options: BuildOptions, quiet: bool) -> int:
    """Print what a build did and return the exit code."""
    replay = options.replay
    _tell_findings(report, replay)
    if report.stopped:
        had = "The plans have errors" if replay is None else f"At {replay.short} the plans had errors"
        click.echo(f"{had}: nothing was written. --keep-going leaves them out.", err=True)
        return 1
    if replay is not None and replay.left_out:
        click.echo(f"kamgen: not in the site, for links and the like are not followed: {_named(replay)}", err=True)
    _tell_history(report)
    for problem in report.problems:
        click.echo(f"kamgen: {problem}", err=True)
    if options.check:
        return _tell_check(report, replay, quiet)
    if not quiet:
        click.echo(_sentence(report) if replay is None else _replay_sentence(report, replay))
    if report.problems:
        return 2
    return 1 if report.left_out else 0


def _tell_history(report: BuildReport) -> None:
    """Say why pages show nothing of the past, if that is not because there is none."""
    if not report.history_cut_off and report.history_problem is None:
        return
    from kamgen.commands.git_failures import FETCH_THE_REST, git_sentence

    if report.history_cut_off:
        cut_off = "this clone's history is cut off, so the pages show no trends"
        click.echo(f"kamgen: {cut_off}. {FETCH_THE_REST}.", err=True)
    if report.history_problem is not None:
        click.echo(f"kamgen: {git_sentence(report.history_problem)}. The pages show no history.", err=True)


def _tell_findings(report: BuildReport, replay: Replay | None) -> None:
    errors = [finding for finding in report.findings if finding.level == "error"]
    if replay is not None:  # as git names them: in the file of today the line may be another
        errors = [replace(finding, file=f"{replay.short}:{finding.file}") for finding in errors]
    if errors:
        from kamgen.commands.errors import tell_errors

        files = sorted({finding.file for finding in errors})
        tell_errors(errors, files, date.fromisoformat(report.as_of), report.language)
    if report.left_out and not report.stopped:
        click.echo(f"Left out: {', '.join(report.left_out)}.", err=True)


def _tell_check(report: BuildReport, replay: Replay | None, quiet: bool) -> int:
    stale = [*report.written, *report.removed]
    say = "the plans say" if replay is None else f"the plans said at {replay.short}"
    if not stale:
        if not quiet:
            click.echo(f"{_shown(report.site)} is what {say}.")
        return 0
    for address in stale[:_NAMED_AT_MOST]:
        click.echo(f"out of date: {address}", err=True)
    if len(stale) > _NAMED_AT_MOST:
        click.echo(f"and {len(stale) - _NAMED_AT_MOST} more", err=True)
    again = "kamgen build" if replay is None else f"kamgen build --at {replay.short} --output {_shown(report.site)}"
    click.echo(f"{_shown(report.site)} is not what {say}. Bring it up to date with: {again}", err=True)
    return 1


def _sentence(report: BuildReport) -> str:
    index = _shown(report.site / "index.html")
    if not report.written and not report.removed:
        return f"Nothing changed. See {index}"
    return f"{_accounts(report)}: {', '.join(_done(report))}. See {index}"


def _replay_sentence(report: BuildReport, replay: Replay) -> str:
    from kamgen.wording.language import WORDINGS

    day = WORDINGS["en"].day(date.fromisoformat(report.as_of))
    built = f"Built the site as of {replay.short} ({day}) in {_shown(report.site)}"
    done = [_accounts(report), *_done(report)] if report.written or report.removed else ["nothing changed"]
    return f"{built}: {', '.join(done)}. See {_shown(report.site / 'index.html')}"


def _accounts(report: BuildReport) -> str:
    accounts = report.accounts or 0
    return f"{accounts} account{'' if accounts == 1 else 's'}"


def _done(report: BuildReport) -> list[str]:
    written = len(report.written)
    parts = [f"{written} file{'' if written == 1 else 's'} written"]
    if report.laid_out:
        parts.append(f"{report.laid_out} of them PDF")
    if report.removed:
        parts.append(f"{len(report.removed)} removed")
    return parts


def _named(replay: Replay) -> str:
    from kamgen.exchange.terminal_text import printable

    names = [printable(name) for name in replay.left_out[:_NAMED_AT_MOST]]
    more = len(replay.left_out) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _shown(path: Path) -> str:
    """Return a path as seen from the current folder, where that is shorter."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
