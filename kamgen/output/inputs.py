"""What a site is made from: digests of code, templates and files, and a quick look whether anything moved at all."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable
from pathlib import Path

from kamgen.output.cache import recall, remember

Signature = dict[str, list[int]]
"""Size and time of change of files, by path."""

_STATE = "last-build.json"
_SETTLED = 100_000_000
"""Nanoseconds that a file must have been left alone for its time of change to be trusted."""


def code_folder() -> Path:
    """Return the folder of kamgen's own modules."""
    return Path(__file__).resolve().parent.parent


def files_below(folder: Path, endings: tuple[str, ...] = ()) -> list[Path]:
    """Return the files below a folder, sorted; links to folders are not followed."""
    found: list[Path] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        found += [Path(base) / name for name in sorted(names) if not endings or name.endswith(endings)]
    return found


def digest_of(paths: Iterable[Path], base: Path) -> str:
    """Return one digest of the names and contents of files; the same on every machine."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(base).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def signature(paths: Iterable[Path]) -> Signature:
    """Return size and time of change of files; a file that is not there has none."""
    found: Signature = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[str(path)] = [status.st_size, status.st_mtime_ns]
    return found


def nothing_moved(cache: Path, options: str, inputs: Signature) -> bool:
    """Tell whether the last build had these options and inputs, and what it wrote is still as it left it.

    Looks at sizes and times only, as git does; where a file may have changed within the clock's grain, the state was
    not kept (see :func:`keep_state`).
    """
    kept = recall(cache, _STATE)
    if kept is None:
        return False
    try:
        state = json.loads(kept)
        if state["options"] != options or state["inputs"] != inputs:
            return False
        outputs: Signature = state["outputs"]
    except (ValueError, KeyError, TypeError):
        return False
    return signature(Path(path) for path in outputs) == outputs


def keep_state(cache: Path, options: str, inputs: Signature, outputs: Signature) -> None:
    """Keep what this build saw and wrote for the next one, unless an input changed a moment before it began."""
    newest = max((times[1] for times in inputs.values()), default=0)
    if time.time_ns() - newest < _SETTLED:
        time.sleep(_SETTLED / 1e9)
    state = {"options": options, "inputs": inputs, "outputs": outputs}
    remember(cache, _STATE, json.dumps(state, separators=(",", ":")).encode())
