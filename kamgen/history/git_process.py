"""How git is run: it reads this repository and does nothing else, whatever the repository's configuration asks for.

Only plumbing is called, and ``git log`` without patches. None of it looks at the working tree, so no filter and no
monitor of files is asked; what else a configuration can name (pagers, signatures, other diffs, hooks, remotes) is
switched off here, once, for every call.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_SAFELY = (
    "--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.quotePath=false",
    # A repository inside the workspace, without a .git of its own, may have come with anybody's commit.
    "-c", "safe.bareRepository=explicit",
    # Contents above this many bytes are passed on piece by piece, never held whole.
    "-c", "core.bigFileThreshold=8m",
    "-c", "log.showSignature=false", "-c", "log.follow=false",
)  # fmt: skip

SURROUNDINGS = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": os.devnull,
}
"""Ask nobody, and fetch nothing: a partial clone would get what it lacks; older git knows only the first way. Nobody's
own corrections of the past (grafts, replaced objects) count, so that all clones tell the same."""

_THE_PERSONS_OWN = ("GIT_CONFIG_", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
_NOT_KEPT = ("GIT_CONFIG_PARAMETERS",)
_LONGEST_WORDS = 300


def run_git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    """Run git in a folder and return what came of it; None where it cannot be run."""
    command = _command(arguments)
    if command is None:
        return None
    try:
        return subprocess.run(  # noqa: S603 - no shell, and revisions stand behind --end-of-options
            command, cwd=folder, env=_surroundings(), stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return None


def first_words(said: bytes) -> str:
    """Return what git said was wrong, in one line, without the word that it begins with."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    at = next((number for number, line in enumerate(lines) if line.startswith("fatal: ")), 0)
    words = " ".join(lines[at : at + 2] if lines and lines[at].endswith(":") else lines[at : at + 1])
    return words.removeprefix("fatal: ").removeprefix("error: ")[:_LONGEST_WORDS]


def objects(folder: Path, names: Sequence[str], largest: int) -> Iterator[bytes | int | None]:
    """Yield what objects hold, in the order of their names; None for those that are not there.

    Of one with more than ``largest`` bytes only its size is told, and it is not read. Names have no line breaks.
    """
    at = 0
    while at < len(names):
        with _batch(folder, names[at:]) as answer:
            if answer is None:
                yield from [None] * (len(names) - at)
                return
            for found in answer(largest):
                at += 1
                yield found
                if isinstance(found, int):
                    break  # Git would write all of it; another process goes on behind it.
            else:
                yield from [None] * (len(names) - at)  # it gave up on something broken
                return


class _Answer:
    """What ``git cat-file --batch`` says, object by object."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def __call__(self, largest: int) -> Iterator[bytes | int | None]:
        stream = self._process.stdout
        while stream is not None and (line := stream.readline()):
            size = line.rstrip(b"\n").rsplit(b" ", 1)[-1]
            if not size.isdigit():  # “missing” or “ambiguous” stands in its place
                yield None
                continue
            if int(size) > largest:
                yield int(size)
                return
            data = stream.read(int(size))
            if len(data) < int(size):
                return
            stream.read(1)
            yield data


@contextmanager
def _batch(folder: Path, names: Sequence[str]) -> Iterator[_Answer | None]:
    """Give git's answer about objects; git is stopped at the end, even in the middle of one."""
    command = _command(("cat-file", "--batch"))
    if command is None:
        yield None
        return
    with tempfile.TemporaryFile() as asked:  # a pipe that both sides write to would stand still
        asked.write(os.fsencode("".join(f"{name}\n" for name in names)))
        asked.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - no shell, and fixed arguments
                command, cwd=folder, env=_surroundings(), stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            yield None
            return
        with process:
            try:
                yield _Answer(process)
            finally:
                process.kill()


def _command(arguments: Sequence[str]) -> list[str] | None:
    program = _program()
    return None if program is None else [program, *_SAFELY, *arguments]


def _program() -> str | None:
    """Return where git is. It runs inside the workspace, and a path that is not absolute would lead to files there."""
    folders = [folder for folder in os.get_exec_path() if Path(folder).is_absolute()]
    return shutil.which("git", path=os.pathsep.join(folders)) if folders else None


def _surroundings() -> dict[str, str]:
    """Return the environment without what hooks set for the repository that they run in; it need not be this one."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or (name.startswith(_THE_PERSONS_OWN) and name not in _NOT_KEPT)
    }
    return kept | SURROUNDINGS
