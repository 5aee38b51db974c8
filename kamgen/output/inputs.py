"""What a site is made from: digests of code, templates and files, and a quick look whether anything moved at all."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kamgen.output.cache import recall, remember

Signature = dict[str, list[int]]
"""Size and time of change of files, by path."""

_STATE = "last-build.json"
_SETTLED = 20_000_000
"""Nanoseconds that a file must have been left alone; no file system's clock ticks slower but FAT's."""


def files_below(folder: Path, endings: tuple[str, ...] = ()) -> list[Path]:
    """Return the files below a folder, sorted; links to folders are not followed."""
    return [Path(name) for name in names_below(folder, endings)]


def names_below(folder: Path, endings: tuple[str, ...] = ()) -> list[str]:
    """Return the same as texts; making thousands of paths would take longer than looking at the files."""
    found: list[str] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        found += [f"{base}{os.sep}{name}" for name in sorted(names) if not endings or name.endswith(endings)]
    return found


def digest_of(paths: Iterable[Path], base: Path) -> str:
    """Return one digest of the names and contents of files; the same on every machine."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(base).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def signature(paths: Iterable[Path | str]) -> Signature:
    """Return size and time of change of files; a file that is not there has none."""
    found: Signature = {}
    for path in paths:
        try:
            status = os.stat(path)  # noqa: PTH116 - thousands of them in a build with nothing to do
        except OSError:
            continue
        found[str(path)] = [status.st_size, status.st_mtime_ns]
    return found


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build saw and wrote, by size and time only, as git does."""

    options: str = ""
    inputs: Signature = field(default_factory=dict)
    outputs: Signature = field(default_factory=dict)

    def still_holds(self, options: str, inputs: Signature) -> bool:
        """Tell whether it had these options and inputs, and what it wrote is still as it left it."""
        if not self.outputs or self.options != options or self.inputs != inputs:
            return False
        return signature(self.outputs) == self.outputs


def last_build(cache: Path) -> LastBuild:
    """Return what the last build kept; nothing where it kept nothing."""
    kept = recall(cache, _STATE)
    if kept is None:
        return LastBuild()
    try:
        state = json.loads(kept)
        return LastBuild(state["options"], state["inputs"], state["outputs"])
    except (ValueError, KeyError, TypeError):
        return LastBuild()


def settled(found: Signature) -> bool:
    """Tell whether files have been left alone long enough for their times of change to be trusted."""
    newest = max((times[1] for times in found.values()), default=0)
    return time.time_ns() - newest >= _SETTLED


def keep_build(cache: Path, build: LastBuild) -> None:
    """Keep what this build saw and wrote for the next one."""
    state = {"options": build.options, "inputs": build.inputs, "outputs": build.outputs}
    remember(cache, _STATE, json.dumps(state, separators=(",", ":")).encode())
