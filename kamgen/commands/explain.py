"""``kamgen explain``: what a rule, metric, criterion or method is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kamgen.commands.options import color_option, today, wants_color, workspace_root

if TYPE_CHECKING:
    from kamgen.plan.settings import Settings


@click.command(name="explain")
@click.argument("name", nargs=-1, metavar="[NAME]")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language [default: the settings', else en]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@color_option
@click.pass_context
def command(context: click.Context, name: tuple[str, ...], language: str | None, form: str, color: str) -> int:
    """Explain a rule, metric, criterion or method: what, why, what to do, with examples.

    Without a name, lists all of them. Works outside of a workspace too, with the default settings.

    \b
    Example:
      kamgen explain
      kamgen explain stale-plan
      kamgen explain B7 --language zh
    """
    import shutil
    from typing import cast

    from kamgen.exchange import explanation_json, explanation_text
    from kamgen.pages.context import Context
    from kamgen.pages.explain.explanations import all_explanations, named, nearest
    from kamgen.plan.values import Language

    settings = _settings(context)
    spoken = cast("Language", language) if language is not None else settings.language
    reader = Context(settings, today(), spoken)
    known = all_explanations(reader)
    wanted = " ".join(name)
    found = named(wanted, known) if wanted else known
    if not found:
        close = nearest(wanted, known)
        hint = f"did you mean {' or '.join(close)}?" if close else "kamgen explain lists all names"
        raise click.UsageError(f"there is no rule, metric, criterion or method {wanted!r}; {hint}")
    if form == "json":
        click.echo(
            explanation_json.explanations_json(found) if wanted else explanation_json.names_json(found), nl=False
        )
        return 0
    write = explanation_text.explanations_text if wanted else explanation_text.names_text
    width = shutil.get_terminal_size((explanation_text.WIDEST, 24)).columns
    text = write(found, reader.wording, width=width, color=wants_color(color))
    click.echo(text, nl=False, color=True)
    return 0


def _settings(context: click.Context) -> Settings:
    """Return the workspace's settings as far as they can be read; the default ones outside of a workspace."""
    from kamgen.plan.settings import Settings
    from kamgen.workspace.root import NoWorkspace
    from kamgen.workspace.workspace import list_files, read_settings

    try:
        root = workspace_root(context)
    except NoWorkspace:
        return Settings()
    settings, _, _ = read_settings(root, list_files(root))
    return settings
