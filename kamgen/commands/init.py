"""``kamgen init``: a new workspace."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from kamgen.commands.options import today


@click.command(name="init")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="Of all its texts")
@click.option("--sample", is_flag=True, help="Two complete plans instead of one short example")
@click.option("--quiet", is_flag=True, help="Say nothing; the exit code tells")
@click.pass_context
def command(context: click.Context, directory: Path | None, language: str, sample: bool, quiet: bool) -> int:
    """Begin a workspace in DIR (default: here): settings, a commented plan, editor, pre-commit and CI files.

    Overwrites nothing: if a file is there already, it lists every such file and writes none.

    \b
    Example:
      kamgen init my-accounts
      kamgen init my-accounts --language zh --sample
    """
    from kamgen.output.scaffold import begin_workspace, repository_above

    target: Path = directory or context.obj or Path()
    files = begin_workspace(target, "zh" if language == "zh" else "en", today(), sample=sample)
    if not quiet:
        plans = sum(file.startswith("accounts/") for file in files)
        counted = "1 plan" if plans == 1 else f"{plans} plans"
        click.echo(f"Began a workspace in {_shown(target)}: {len(files)} files, with {counted}.")
        click.echo(_next_steps(target, repository_above(target)))
    return 0


def _shown(target: Path) -> str:
    return "this folder" if target == Path() else str(target)


def _next_steps(target: Path, repository: Path | None) -> str:
    steps = []
    if target != Path():
        steps.append((f"cd {shlex.quote(str(target))}", ""))
    if repository is None:
        steps.append(("git init", "plans live under git"))
    steps += [
        ("kamgen validate", "every problem of every plan"),
        ("kamgen build", "the site: open site/index.html"),
        ('kamgen new north-foods --name "North Foods"', "your first account"),
    ]
    width = max(len(step) for step, _ in steps if step.startswith(("kamgen", "git")))
    lines = ["Next:", *(f"  {step:<{width}}   {why}".rstrip() for step, why in steps)]
    lines.append("Put your own team into kamgen.yaml. `kamgen doctor` says what this machine lacks.")
    if repository is not None and repository != target.resolve():
        lines.append(
            f"The repository's root is {repository}: servers read .github/ and .gitlab-ci.yml, and pre-commit"
            " its file, only there. Move them up, and let them run in this folder."
        )
    return "\n".join(lines)
