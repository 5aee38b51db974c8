"""A report that is written to a file instead of the terminal."""

from __future__ import annotations

from pathlib import Path


def write_report_file(path: Path, text: str) -> None:
    """Write a report to a file, whole or not at all; a link stays one, and a device is left alone.

    Raises:
        CannotWrite: if it cannot be written.

    """
    import os

    from kamgen.output.staging import CannotWrite, explained, write_whole

    target = Path(os.path.realpath(path))
    with explained(path):
        if path.exists() and not path.is_file():
            raise CannotWrite(f"{path} is not a file that could be written; name another one with --output")
    write_whole(target, text.encode("utf-8", "backslashreplace"))
