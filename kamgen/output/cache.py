"""What a build remembers on this machine, outside the workspace: nothing is lost when it is deleted.

It lies in the user's own cache folder because it holds pickled values and compiled templates: read from a folder
that a pull request can write to, they would run foreign code.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import tempfile
from pathlib import Path
from typing import TypeVar

import platformdirs

Value = TypeVar("Value")


def cache_folder(root: Path) -> Path:
    """Return this workspace's own cache folder (``KAMGEN_CACHE`` or the user's cache folder); it may not exist."""
    base = os.environ.get("KAMGEN_CACHE") or platformdirs.user_cache_dir("kamgen", appauthor=False)
    name = hashlib.sha256(str(root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(base) / name


def remember(folder: Path, name: str, data: bytes) -> None:
    """Keep bytes under a name, whole or not at all; where the folder cannot be written, do without."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(temporary).replace(folder / name)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise


def recall(folder: Path, name: str) -> bytes | None:
    """Return the bytes kept under a name, or None."""
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def remember_value(folder: Path, name: str, key: str, value: object) -> None:
    """Keep a value under a name, with the digest of everything that it was made from."""
    remember(folder, name, pickle.dumps((key, value), pickle.HIGHEST_PROTOCOL))


def recall_value(folder: Path, name: str, key: str, kind: type[Value]) -> Value | None:
    """Return the value kept under a name if it was made from the same and is of a kind; else None."""
    data = recall(folder, name)
    if data is None:
        return None
    try:
        made_from, value = pickle.loads(data)  # noqa: S301 - from the user's own cache folder
    except Exception:  # whatever a damaged file holds
        return None
    return value if made_from == key and isinstance(value, kind) else None
