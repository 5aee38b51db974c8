"""The command line: finds the command, and turns every failure into one clear message and an exit code."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
from pathlib import Path
from types import FrameType

import click

from kamgen import __version__

COMMANDS = (
    "init",
    "new",
    "set",
    "validate",
    "explain",
    "score",
    "diff",
    "history",
    "build",
    "brief",
    "serve",
    "schema",
    "doctor",
)
"""Every command, in the order of the help; each is a module of :mod:`kamgen.commands`."""

DONE = 0
CANNOT = 2
BUG = 3
INTERRUPTED = 130


class _Commands(click.Group):
    """A group that loads a command's module only when it is called: start-up time counts."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"kamgen.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            close = difflib.get_close_matches(args[0], COMMANDS, n=1)
            if close:
                raise click.UsageError(f"{error.message} Did you mean {close[0]!r}?", ctx) from None
            raise


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Folder of the workspace [default: the nearest one upwards with kamgen.yaml or accounts/]",
)
@click.version_option(__version__, prog_name="kamgen")
@click.pass_context
def kamgen(context: click.Context, workspace: Path | None) -> None:
    """Account plans as code: validate and score key account plans, and render their site and briefs.

    \b
    Example:
      kamgen init my-accounts
      kamgen validate
      kamgen build
    """
    context.obj = workspace


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code; never with a traceback."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    sys.exit(exit_code(arguments))


_interrupts: list[int] = []


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Remember that there was an interrupt: code that is not Python's may turn it into an error of its own."""
    _interrupts.append(number)
    signal.default_int_handler(number, frame)


def exit_code(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        result = kamgen.main(arguments, prog_name="kamgen", standalone_mode=False)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return CANNOT
    except (click.Abort, KeyboardInterrupt):
        return _interrupted()
    except BrokenPipeError:
        # The reader has gone (``kamgen score | head``); keep Python from complaining when it closes the stream.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        return _interrupted() if _interrupts else _failed(error)
    return result if isinstance(result, int) else DONE


def _interrupted() -> int:
    click.echo("\nInterrupted; nothing was left half-written.", err=True)
    return INTERRUPTED


def _failed(error: Exception) -> int:
    """Say what went wrong: a known failure in its own words, a bug of kamgen's with a report file."""
    from kamgen.commands.failures import sentence_of, write_report

    sentence = sentence_of(error)
    if sentence is not None:
        click.echo(f"kamgen: {sentence}", err=True)
        return CANNOT
    report = write_report(error)
    click.echo(f"kamgen: this is a bug in kamgen ({type(error).__name__}: {error}).", err=True)
    if report is not None:
        click.echo(
            f"A report is in {report}; it holds no text of your plans. Please send it to kamgen's authors.", err=True
        )
    return BUG
