"""``kamgen set``: one value of a plan changed in its file, checked, with everything else left as it is."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamgen.commands.options import as_of_option, color_option, today, wants_color, workspace_root
from kamgen.workspace.root import ACCOUNTS_FOLDER

if TYPE_CHECKING:
    from kamgen.commands.edit_report import EditReport
    from kamgen.plan.values import Language
    from kamgen.workspace.plan_file import PlanFile
    from kamgen.workspace.problems import Path as ValuePath
    from kamgen.workspace.yaml_text import Plain

_LIKE_A_VALUE = re.compile(r"-[\d.\s]")
"""What begins with a hyphen and is no option all the same: a number below zero, a line of a list."""


class _WithHyphens(click.Command):
    """A command that takes ``-1`` and ``- text`` for a value."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" not in args:
            values = [arg for arg in args if _LIKE_A_VALUE.match(arg)]
            args = [arg for arg in args if not _LIKE_A_VALUE.match(arg)]
            args = [*args, "--", *values] if values else args
        return super().parse_args(ctx, args)


@dataclass(frozen=True)
class _Wish:
    """What a person wants done: a value set, a word added to a list, or (without a value) taken out."""

    path: ValuePath
    value: str | None
    add: bool

    def is_done(self, plain: Plain) -> bool:
        """Tell whether a plan is so already."""
        from kamgen.workspace.editing.plain_values import is_there, value_at

        if self.value is None:
            return not is_there(plain, self.path)
        there, wanted = value_at(plain, self.path), self.value.strip()
        words = there if self.add and isinstance(there, list) else [there]
        return any(isinstance(word, str) and word.strip() == wanted for word in words)

    def carried_out(self, text: str) -> str:
        """Return a plan's text with it done.

        Raises:
            NotEdited: if it cannot be.

        """
        from kamgen.workspace.editing.edit import added, edited, without

        if self.value is None:
            return without(text, self.path)
        return added(text, self.path, self.value) if self.add else edited(text, self.path, self.value)


@click.command(name="set", cls=_WithHyphens)
@click.argument("account", metavar="ID")
@click.argument("path", metavar="PATH")
@click.argument("value", metavar="[VALUE]", required=False)
@click.option("--add", is_flag=True, help="Add VALUE to the list of words at PATH")
@click.option("--remove", is_flag=True, help="Take out what is at PATH")
@click.option("--dry-run", is_flag=True, help="Show the change of the file and write nothing")
@click.option("--quiet", is_flag=True, help="Say nothing but errors; the exit code tells")
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language [default: the settings']")
@as_of_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    account: str,
    path: str,
    value: str | None,
    add: bool,
    remove: bool,
    dry_run: bool,
    quiet: bool,
    language: Language | None,
    as_of: date | None,
    color: str,
) -> int:
    """Change one value of a plan in its file; comments, order and style of all else stay as they are.

    PATH is written as findings and "kamgen diff" print it: keys with points between them, items of lists in brackets by
    id or position. A missing key is added in its place. VALUE - reads standard input. Nothing is written if the plan
    would have an error that it does not have now.

    \b
    Example:
      kamgen set save-a-lot "power_map.people[bremner].support" 2
      kamgen set save-a-lot reviewed.date 2026-05-06
      kamgen set save-a-lot tags --add export
      kamgen set save-a-lot "opportunities[season-contract].probability" --remove
      kamgen set save-a-lot summary - < summary.md
    """
    from kamgen.commands.chosen_value import chosen_value
    from kamgen.commands.edit_report import EditReport
    from kamgen.workspace.editing.problem import NotEdited
    from kamgen.workspace.plan_file import read_plan
    from kamgen.workspace.workspace import list_files, read_settings
    from kamgen.workspace.yaml_text import read_yaml

    if (value is None) != remove or (add and remove):
        raise click.UsageError("say either a VALUE to set or to --add, or --remove without one")
    value = _standard_input() if value == "-" else value
    root = workspace_root(context)
    files = list_files(root)
    plan = read_plan(root, _file(root, files.plans, account))
    settings, _, _ = read_settings(root, files)
    report = EditReport(settings, language or settings.language, as_of or settings.as_of or today(), wants_color(color))
    plain, problems = read_yaml(plan.text)
    if problems or not isinstance(plain, dict):
        wrong = {problem.rule for problem in problems}
        click.echo(report.found(plan, [finding for finding in plan.findings if not wrong or finding.rule in wrong]))
        click.echo(f"kamgen: {report.unreadable()}", err=True)
        return 1
    try:
        _refuse_purchases_beside(root, plan, path)
        wish = _Wish(chosen_value(path, plain), value, add)
        text = plan.text if wish.is_done(plain) else wish.carried_out(plan.text)
    except NotEdited as refused:
        click.echo(report.refused(plan, refused), err=True)
        return 2
    said = _write(root, plan, wish, text, report, as_of, dry_run=dry_run)
    if said.text and not (quiet and said.code == 0):
        click.echo(said.text, color=True)
    return said.code


@dataclass(frozen=True)
class _Said:
    """What is to be said at the end, and the exit code."""

    code: int
    text: str


def _write(
    root: Path, plan: PlanFile, wish: _Wish, text: str, report: EditReport, as_of: date | None, *, dry_run: bool
) -> _Said:
    """Write a new text of a plan unless it brings an error or only ought to be shown."""
    from kamgen.output.plan_edit import plan_edit, write_edit

    if text == plan.text:
        return _Said(0, report.nothing_to_do(wish.path, removing=wish.value is None))
    edit = plan_edit(root, plan, text, wish.path if wish.value is None else (), as_of, today())
    errors = edit.errors
    if errors:
        return _Said(1, f"{report.found(edit.after, errors)}\n{report.refused_for_errors()}")
    if dry_run:
        return _Said(0, report.difference(edit))
    write_edit(root, edit)
    return _Said(0, "\n\n".join(filter(None, (report.changed(edit, wish.path), report.warned(edit)))))


def _file(root: Path, plans: tuple[str, ...], account: str) -> str:
    """Return the file of the plan that is named by its id or its file.

    Raises:
        UsageError: if there is no such plan; it offers the nearest one.

    """
    from kamgen.commands.chosen_files import chosen_files

    ids = [file.removeprefix(f"{ACCOUNTS_FOLDER}/").removesuffix(".yaml") for file in plans]
    chosen = chosen_files([account], root, root, ids)
    if len(chosen.accounts) != 1:
        raise click.UsageError(f"{account!r} is no account plan; see: ls {ACCOUNTS_FOLDER}")
    return f"{ACCOUNTS_FOLDER}/{next(iter(chosen.accounts))}.yaml"


def _refuse_purchases_beside(root: Path, plan: PlanFile, path: str) -> None:
    """Refuse to change purchases in the plan where they stand in a file beside it."""
    from kamgen.wording.phrase import phrase
    from kamgen.workspace.editing.problem import NotEdited

    file = plan.file.removesuffix(".yaml") + ".purchases.csv"
    if re.match(r"\s*value\.purchases\b", path) and (root / file).exists():
        message = phrase("the purchases of this account stand in {file}", file=file)
        raise NotEdited(message, phrase("change them there, in a spreadsheet or an editor"))


def _standard_input() -> str:
    """Return what is piped in, as text.

    Raises:
        UsageError: if it is not UTF-8, or too much.

    """
    from kamgen.workspace.text_file import LARGEST_FILE

    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise click.UsageError("what comes in on standard input is too long for a plan")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError("what comes in on standard input is not UTF-8") from None
