"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day, ``YYYY-MM-DD``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with what is expected."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write year-month-day, such as 2026-05-31", param, ctx)


def as_of_option(function: Function) -> Function:
    """Add ``--as-of``."""
    return click.option(
        "--as-of", type=Day(), metavar="DATE", help="The day to speak of [default: the settings', else today]"
    )(function)


def color_option(function: Function) -> Function:
    """Add ``--color``."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colours on a terminal; NO_COLOR is honoured",
    )(function)


def wants_color(choice: str) -> bool:
    """Tell whether to write colours to standard output."""
    import os

    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def workspace_root(context: click.Context) -> Path:
    """Return the workspace's root: the one given, else the nearest upwards.

    Raises:
        NoWorkspace: if there is none.

    """
    from kamgen.workspace.root import find_root

    given: Path | None = context.obj
    return given.resolve() if given is not None else find_root(Path.cwd())


def today() -> date:
    """Return today: the only look at a clock, and only where neither ``--as-of`` nor the settings name a day."""
    return date.today()  # noqa: DTZ011 - the day where the person is
