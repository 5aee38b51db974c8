"""What ``kamgen serve`` does from its first build to its end, and what it says meanwhile."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from kamgen.exchange.terminal_text import printable
from kamgen.output.folders import own_templates
from kamgen.output.site import BuildOptions
from kamgen.preview.answering import Folders
from kamgen.preview.failures import Report
from kamgen.preview.preview import rebuilds
from kamgen.preview.rebuilding import Rebuilding, Rebuilt, preview_folder
from kamgen.preview.server import PreviewServer, server_at
from kamgen.wording.language import WORDINGS
from kamgen.workspace.root import ACCOUNTS_FOLDER

_NAMED_AT_MOST = 3
SITE = "site"


def serve(
    root: Path,
    output: Path | None,
    options: Callable[[], BuildOptions],
    report: Report,
    *,
    port: int,
    open_browser: bool,
    poll: bool,
    quiet: bool,
) -> None:
    """Show the site of a workspace until somebody stops it.

    Raises:
        NoFreePort: if there is no port for it.
        click.UsageError: if the preview would be written among the workspace's own files.

    """
    _check_output(root, output)
    with _stopped_politely(quiet), server_at(port) as server:
        site = preview_folder(root, server.port) if output is None else output
        rebuilding = Rebuilding(root, site, options, report, kept_site=root / SITE)
        with server.answering(Folders(site, root / SITE)):
            _tell_address(server, port, quiet)
            for number, rebuilt in enumerate(rebuilds(root, rebuilding, server.display, poll=poll)):
                _tell(rebuilt, quiet)
                if open_browser and number == 0:
                    _open(server.url)


def _check_output(root: Path, output: Path | None) -> None:
    if output is None:
        return
    place = output.resolve()
    own = (root / SITE, root / ACCOUNTS_FOLDER, own_templates(root))
    if place == root or any(place.is_relative_to(folder.resolve()) for folder in own):
        raise click.UsageError(f"A preview must not be written into {output}: name a folder of its own with --output.")


@contextmanager
def _stopped_politely(quiet: bool) -> Iterator[None]:
    """Let an interrupt or a request to end end the block, without a failure."""
    heard = [number for number in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _interrupt) for number in heard}
    try:
        yield
    except KeyboardInterrupt:
        if not quiet:
            click.echo("\nStopped.")
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    raise KeyboardInterrupt


def _tell_address(server: PreviewServer, wanted: int, quiet: bool) -> None:
    if wanted not in (0, server.port):
        click.echo(f"Port {wanted} is taken.", err=True)
    if not quiet or wanted != server.port:
        click.echo(f"Serving {server.url} - stop with Ctrl-C")


def _tell(rebuilt: Rebuilt, quiet: bool) -> None:
    """Print one line: what was edited, what was written, how long it took, what is to be mended."""
    if quiet and not rebuilt.shown.errors:
        return
    written = f"{rebuilt.written} file{'' if rebuilt.written == 1 else 's'} written in {rebuilt.seconds:.2f} s"
    said = f"{time.strftime('%H:%M:%S')} {_edited(rebuilt.changed)}{written}; {_found(rebuilt)}"
    click.echo(said, err=quiet)


def _edited(changed: frozenset[str]) -> str:
    if not changed:
        return ""
    names = [printable(name) for name in sorted(changed)]
    more = f" and {len(names) - _NAMED_AT_MOST} more" if len(names) > _NAMED_AT_MOST else ""
    return f"{', '.join(names[:_NAMED_AT_MOST])}{more}: "


def _found(rebuilt: Rebuilt) -> str:
    text = WORDINGS["en"].text
    errors, warnings = len(rebuilt.shown.errors), rebuilt.warnings
    found = [text("{n} error|{n} errors", n=errors)] if errors else []
    if warnings:
        found.append(text("{n} warning|{n} warnings", n=warnings))
    return ", ".join(found) or "nothing to mend"


def _open(url: str) -> None:
    """Open the browser; in a thread, for one that runs in the terminal comes back only when it is left."""
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
