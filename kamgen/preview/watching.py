"""Wait for edits: of the settings, the plans and the workspace's own templates."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kamgen.output.folders import own_templates
from kamgen.output.inputs import Signature, names_below, signature
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE

if TYPE_CHECKING:
    from watchfiles import Change

Edits = Iterator[frozenset[str] | None]
"""Names of edited files relative to the root, as they are edited.

None says that watching has begun, or begun again because folders came or went: anything may have changed before. An
empty set says that nothing has happened for a moment.
"""

_STEP = 50
"""Milliseconds without an event after which a save is over: editors write a file aside, then rename it."""
_DEBOUNCE = 400
"""Milliseconds after which an unending row of saves is looked at all the same."""
_LOOK_UP = 100
"""Milliseconds after which a wait ends without an event."""
_BETWEEN_LOOKS = 0.2
"""Seconds between two looks at all files, where no events come."""

_READ = (".yaml", ".yml", ".csv")


def edits(root: Path, *, poll: bool = False) -> Edits:
    """Yield what is edited, for ever, until an interrupt.

    Args:
        root: The workspace.
        poll: Look at all files again and again, for drives that tell of no changes.

    """
    return _looked_for(root) if poll else _told(root)


def _told(root: Path) -> Edits:
    """Yield what the system tells of."""
    from watchfiles import watch

    concerns = _Concern(root)
    while True:
        folders = watched_folders(root)
        begun = False
        for changes in watch(
            *folders,
            recursive=False,
            watch_filter=lambda _, name: concerns(name),
            step=_STEP,
            debounce=_DEBOUNCE,
            rust_timeout=_LOOK_UP,
            yield_on_timeout=True,
            force_polling=False,
            ignore_permission_denied=True,
        ):
            if not begun:  # only now is it sure that nothing more can be missed
                begun = True
                yield None
            yield _names(root, changes)
            if watched_folders(root) != folders:
                break


def _names(root: Path, changes: set[tuple[Change, str]]) -> frozenset[str]:
    return frozenset(Path(path).relative_to(root).as_posix() for _, path in changes)


def watched_folders(root: Path) -> dict[Path, int]:
    """Return the folders to watch and which ones they are: a folder that was made again has another number.

    Each is watched without those below it: the root also holds the site and whatever else.
    """
    below = (Path(base) for base, _, _ in os.walk(own_templates(root)))
    found: dict[Path, int] = {}
    for folder in (root, root / ACCOUNTS_FOLDER, *sorted(below)):
        with contextlib.suppress(OSError):
            found[folder] = folder.stat().st_ino
    return found


def _looked_for(root: Path) -> Edits:
    """Yield what differs from one look at all files to the next, as soon as a look finds nothing more.

    Done here and not by the library, whose looks miss a second save within one second.
    """
    concerns = _Concern(root)
    known = _looks(root, concerns)
    yield None
    edited: set[str] = set()
    while True:
        time.sleep(_BETWEEN_LOOKS)
        now = _looks(root, concerns)
        found = {name for name in known.keys() | now.keys() if known.get(name) != now.get(name)}
        known = now
        if found:
            edited |= found
            continue
        yield frozenset(Path(name).relative_to(root).as_posix() for name in edited)
        edited.clear()


def _looks(root: Path, concerns: _Concern) -> Signature:
    names = [str(root / SETTINGS_FILE), *names_below(root / ACCOUNTS_FOLDER), *names_below(own_templates(root))]
    return signature(name for name in names if concerns(name))


class _Concern:
    """Tells whether a file concerns the site."""

    def __init__(self, root: Path) -> None:
        self._accounts = root / ACCOUNTS_FOLDER
        self._templates = own_templates(root)
        self._whole = {root / SETTINGS_FILE, self._accounts, self._templates}

    def __call__(self, name: str) -> bool:
        path = Path(name)
        if path in self._whole:
            return True
        if path.parent == self._accounts:
            return path.suffix in _READ or path.is_dir()
        return path.is_relative_to(self._templates) and not _is_aside(path.name)


def _is_aside(name: str) -> bool:
    """Tell whether a name is that of an editor's lock, backup or swap file."""
    return name.startswith((".#", "#")) or name.endswith(("~", ".swp", ".swx", ".tmp"))
