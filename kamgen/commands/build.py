"""``kamgen build``: the site and its briefs, only what changed."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamgen.commands.options import as_of_option, today, workspace_root

if TYPE_CHECKING:
    from kamgen.output.site import BuildOptions


@click.command(name="build")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--at", "revision", metavar="REVISION", help="Build the plans as they were at a commit; needs --output")
@click.option("--output", metavar="DIR", help="Folder of the site [default: site/ in the workspace]")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Build this language alone [default: the settings']")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes [default: one for each processor]")
@click.option("--no-pdf", is_flag=True, help="Make no briefs; those that are there stay")
@click.option("--check", is_flag=True, help="Write nothing; fail if the site is not what the plans say")
@click.option("--force", is_flag=True, help="Write everything again")
@click.option("--keep-going", is_flag=True, help="Leave out plans with errors instead of stopping")
@click.option("--allow-missing-glyphs", is_flag=True, help="Make briefs even where no font can draw a character")
@click.option("--quiet", is_flag=True, help="Say only what went wrong")
@as_of_option
@click.pass_context
def command(
    context: click.Context,
    ids: tuple[str, ...],
    revision: str | None,
    output: str | None,
    language: str | None,
    jobs: int | None,
    no_pdf: bool,
    check: bool,
    force: bool,
    keep_going: bool,
    allow_missing_glyphs: bool,
    quiet: bool,
    as_of: object,
) -> int:
    """Build the site and its briefs; only what changed is written.

    With --at, plans, settings and the workspace's own templates are taken from git as they were, and the site speaks of
    that commit's day. The working tree stays as it is.

    \b
    Example:
      kamgen build
      kamgen build --check
      kamgen build --at v2026-q1 --output ../site-q1
    """
    from datetime import date

    from kamgen.commands.build_report import tell
    from kamgen.commands.progress import progress_line
    from kamgen.output.site import BuildOptions, build_site
    from kamgen.output.workers import processors

    root = workspace_root(context)
    options = BuildOptions(
        today=today(),
        as_of=as_of if isinstance(as_of, date) else None,
        language=language,
        only=tuple(sorted(set(ids))),
        jobs=jobs or processors(),
        pdf=not no_pdf,
        force=force,
        keep_going=keep_going,
        allow_missing_glyphs=allow_missing_glyphs,
        check=check,
    )
    target = _target(root, output, revision)
    with _source(root, revision, options) as (source, options), progress_line(quiet) as progress:
        report = build_site(source, target, options, progress)
    return tell(report, options, quiet)


def _target(root: Path, output: str | None, revision: str | None) -> Path:
    """Return the folder of the site; what was is built beside the workspace's own, never into it."""
    own = root / "site"
    target = own if output is None else Path(output).absolute()
    if revision is not None and (output is None or target.resolve() == own.resolve()):
        instead = f"kamgen build --at {shlex.quote(revision)} --output ../site-then"
        raise click.UsageError(f"--at needs another folder than the workspace's own site/: {instead}")
    return target


@contextmanager
def _source(root: Path, revision: str | None, options: BuildOptions) -> Iterator[tuple[Path, BuildOptions]]:
    """Give the workspace to build and how: the one that is there, or the one that was.

    Raises:
        NoRepository, UnknownRevision, CannotReplay, HistoryUnreadable: if what was is not to be had.
        CannotWrite: if there is no room for it.

    """
    if revision is None:
        yield root, options
        return
    from kamgen.history.git import required_repository
    from kamgen.history.replay import replayed
    from kamgen.output.folders import own_templates, templates_folder
    from kamgen.output.staging import explained
    from kamgen.output.template_errors import OwnTemplateError

    # In kamgen's own checkout they are kamgen's: this version's, as in every other workspace.
    with_templates = own_templates(root).resolve() != templates_folder().resolve()
    with ExitStack() as until_built:
        with explained(Path(tempfile.gettempdir())):
            past = replayed(required_repository(root), revision, with_templates=with_templates)
            replay = until_built.enter_context(past)
        try:
            yield replay.root, replace(options, today=replay.day, replay=replay)
        except OwnTemplateError as error:
            place = error.file if error.line is None else f"{error.file}:{error.line}"
            raise click.ClickException(
                f"{replay.short}:{place}: {error.reason.rstrip('.')}. "
                "The workspace's templates of that commit do not go with this version of kamgen."
            ) from error
