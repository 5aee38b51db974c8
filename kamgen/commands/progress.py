"""A line that tells how far long work is: on a terminal it moves, elsewhere it says nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WIDTH = 24


@contextmanager
def progress_line(quiet: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """Give a function that shows what is being done, how much of it is done and of how much."""
    if quiet or not sys.stderr.isatty():
        yield None
        return

    def show(what: str, done: int, total: int) -> None:
        filled = _WIDTH * done // max(total, 1)
        sys.stderr.write(f"\r\x1b[2K{what} {'━' * filled}{'╌' * (_WIDTH - filled)} {done}/{total}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()
