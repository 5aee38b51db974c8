"""``kamgen schema``: the JSON Schema of a plan or of the settings, for editors."""

from __future__ import annotations

import click


@click.command(name="schema")
@click.option("--settings", is_flag=True, help="The schema of kamgen.yaml instead of a plan's")
@click.option(
    "--language", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="Of titles and descriptions"
)
def command(settings: bool, language: str) -> int:
    """Print the JSON Schema (draft-07) of a plan, for editors that complete, explain and check while you type.

    A workspace made by `kamgen init` has both schemas; write them anew after an upgrade of kamgen.

    \b
    Example:
      kamgen schema > plan.schema.json
      kamgen schema --settings > kamgen.schema.json
      kamgen schema --language zh > plan.schema.json
    """
    from kamgen.checks.editor_schema import plan_schema, settings_schema
    from kamgen.workspace.schema import schema_text

    make = settings_schema if settings else plan_schema
    click.echo(schema_text(make("zh" if language == "zh" else "en")), nl=False)
    return 0
