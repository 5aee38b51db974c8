"""Rebuild at every edit and show what came of it, until somebody stops it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kamgen.preview.rebuilding import Rebuilding, Rebuilt
from kamgen.preview.shown import Display, Shown
from kamgen.preview.watching import edits


def rebuilds(root: Path, rebuilding: Rebuilding, display: Display, *, poll: bool = False) -> Iterator[Rebuilt]:
    """Yield the first build and every later one that an edit made necessary, after showing it; for ever.

    Pages are shown anew only where a file was written or what is to be mended is another. A rebuild that no edit is
    known for, such as that after midnight, is yielded only then.
    """
    for changed in edits(root, poll=poll):
        if changed is not None and not changed and not rebuilding.is_of_another_day:
            continue
        rebuilt = rebuilding.rebuild(changed or frozenset())
        is_first = not display.now.addresses and not display.now.errors
        is_other = is_first or rebuilt.written > 0 or _to_mend(rebuilt.shown) != _to_mend(display.now)
        if is_other:
            display.show(rebuilt.shown)
        if is_other or changed:
            yield rebuilt


def _to_mend(shown: Shown) -> tuple[object, ...]:
    return shown.errors, shown.kept
