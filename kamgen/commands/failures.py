"""Failures that are not kamgen's fault, in one sentence each; and the report of those that are."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

from kamgen import __version__


def sentence_of(error: Exception) -> str | None:
    """Return what to tell a person about a known failure: what is wrong and what to do. None for a bug."""
    from kamgen.commands.git_failures import git_sentence
    from kamgen.output.pdf import PdfError
    from kamgen.output.site_update import UnknownAccount
    from kamgen.output.staging import CannotWrite
    from kamgen.output.template_errors import OwnTemplateError
    from kamgen.preview.server import NoFreePort
    from kamgen.workspace.root import NoWorkspace

    if isinstance(error, NoWorkspace):
        return (
            f"there is no workspace here: no kamgen.yaml or accounts/ in {error} or above. Begin one with: kamgen init"
        )
    if isinstance(error, UnknownAccount):
        return f"there is no account {error}: no file accounts/{error}.yaml. See: ls accounts"
    if isinstance(error, CannotWrite | NoFreePort | OwnTemplateError | PdfError):
        return str(error)
    return git_sentence(error)


def write_report(error: Exception) -> Path | None:
    """Write what kamgen's authors need to mend a bug; return the file, or None where none can be written.

    The report holds places in the code and versions, no values: plans may be confidential.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"kamgen {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"command: {' '.join(sys.argv[1:2])}",
        "",
        *(f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}: {frame.line}" for frame in frames),
        f"{type(error).__name__}",
        "",
    ]
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="kamgen-report-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write("\n".join(lines))
        return Path(file.name)
    except OSError:
        return None
