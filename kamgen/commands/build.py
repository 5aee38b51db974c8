"""``kamgen build``: the site and its briefs, only what changed."""

from __future__ import annotations

import click

from kamgen.commands.options import as_of_option, today, workspace_root


@click.command(name="build")
@click.argument("ids", nargs=-1, metavar="[ID]...")
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

    \b
    Example:
      kamgen build
      kamgen build --check
    """
    from datetime import date
    from pathlib import Path

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
    target = root / "site" if output is None else Path(output).absolute()
    with progress_line(quiet) as progress:
        report = build_site(root, target, options, progress)

    from kamgen.commands.build_report import tell

    return tell(report, options, quiet)
