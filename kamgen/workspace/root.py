"""Where a workspace is. Loads nothing heavy: a build that has nothing to do reads no plan."""

from __future__ import annotations

from pathlib import Path

SETTINGS_FILE = "kamgen.yaml"
ACCOUNTS_FOLDER = "accounts"


class NoWorkspace(Exception):
    """No folder upwards holds ``kamgen.yaml`` or ``accounts/``."""


def find_root(start: Path) -> Path:
    """Return the nearest folder upwards that holds ``kamgen.yaml`` or ``accounts/``.

    Raises:
        NoWorkspace: if there is none.

    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file() or (folder / ACCOUNTS_FOLDER).is_dir():
            return folder
    raise NoWorkspace(str(start))
