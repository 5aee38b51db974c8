"""``kamgen serve``: build, watch, reload the browser."""

from __future__ import annotations

import click

from kamgen.commands.options import as_of_option, today, workspace_root


@click.command(name="serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="Port on this machine; the next free one if it is taken, any free one for 0",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the browser")
@click.option("--pdf", is_flag=True, help="Make briefs too; slower")
@click.option("--output", metavar="DIR", help="Folder of the preview [default: one of its own outside the workspace]")
@click.option("--poll", is_flag=True, help="Look at all files again and again, for drives that tell of no changes")
@click.option("--quiet", is_flag=True, help="Say only what went wrong")
@as_of_option
@click.pass_context
def command(
    context: click.Context,
    port: int,
    open_browser: bool,
    pdf: bool,
    output: str | None,
    poll: bool,
    quiet: bool,
    as_of: object,
) -> int:
    """Show the site while you edit: build, watch, reload the browser.

    The preview is built into a folder of its own and never into site/, so a half-written thought does not get into
    git. A plan with errors shows them above every page, and its own page stays as it was until they are mended. Only
    this machine is answered. Stop it with Ctrl-C; that is no failure and ends with 0.

    \b
    Example:
      kamgen serve --open
      kamgen serve --port 8080 --pdf
    """
    from datetime import date
    from functools import partial
    from pathlib import Path

    from kamgen.commands.failures import write_report
    from kamgen.commands.serving import serve
    from kamgen.output.site import BuildOptions
    from kamgen.output.workers import processors

    day = as_of if isinstance(as_of, date) else None
    options = partial(BuildOptions, as_of=day, jobs=processors(), pdf=pdf, keep_going=True)
    serve(
        workspace_root(context),
        None if output is None else Path(output).absolute(),
        lambda: options(today=today()),
        write_report,
        port=port,
        open_browser=open_browser,
        poll=poll,
        quiet=quiet,
    )
    return 0
