"""``kamgen new``: a new plan."""

from __future__ import annotations

import click

from kamgen.commands.options import today, workspace_root


@click.command(name="new")
@click.argument("account_id", metavar="ID")
@click.option("--name", metavar="TEXT", help="Name of the account [default: made from the id]")
@click.option("--quiet", is_flag=True, help="Say nothing; the exit code tells")
@click.pass_context
def command(context: click.Context, account_id: str, name: str | None, quiet: bool) -> int:
    """Begin a plan, accounts/ID.yaml, with every section to fill in and an example of each.

    ID names the account in files and addresses: small letters, digits and hyphens.

    \b
    Example:
      kamgen new north-foods
      kamgen new qinghe --name "青禾食品"
    """
    from kamgen.output.scaffold import LONGEST_NAME, begin_plan, clean_name, is_id, name_from, suggested_id
    from kamgen.workspace.workspace import list_files, read_settings

    root = workspace_root(context)
    if not is_id(account_id):
        raise click.UsageError(
            f"{account_id!r} is not an id. An id is the name of the plan's file: small letters, digits and hyphens,"
            f" at most 64, no device name of Windows. How about: kamgen new {suggested_id(account_id)}"
        )
    said = clean_name(name if name is not None else name_from(account_id))
    if said is None:
        raise click.UsageError(
            f"this cannot be a name: it must have 1 to {LONGEST_NAME} characters, all of them printable"
        )
    settings, _, _ = read_settings(root, list_files(root))
    file = begin_plan(root, account_id, said, settings, settings.as_of or today())
    if not quiet:
        click.echo(f"Began {root / file}, the plan of {said}.")
        if not settings.team:
            click.echo("Its owner is nobody yet: name your team in kamgen.yaml, and then the owner in the plan.")
        click.echo("Next: fill in what you know, then run: kamgen validate")
    return 0
