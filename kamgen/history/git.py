"""The one place that calls git. It only reads: no lock is taken, no hook runs, nothing is fetched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LAST_COMMIT = "HEAD"


class UnknownRevision(Exception):
    """A revision that was asked for is not there.

    Attributes:
        revision: What was asked for.
        in_repository: Whether there is a repository at all.

    """

    def __init__(self, revision: str, *, in_repository: bool) -> None:
        super().__init__(revision)
        self.revision = revision
        self.in_repository = in_repository


@dataclass(frozen=True)
class Repository:
    """The git repository that a folder lies in.

    Attributes:
        folder: The folder; files are named relative to it.
        prefix: The way from the repository's top to the folder, such as ``plans/``; empty where they are the same.

    """

    folder: Path
    prefix: str

    def commit(self, revision: str) -> str | None:
        """Return the full name of a revision's commit; None where there is no such revision."""
        done = _git(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return done.stdout.decode().strip() if done is not None and done.returncode == 0 else None

    def changed_since(self, commit: str, folder: str) -> tuple[str, ...]:
        """Return the files of a folder that are not as they were in a commit and were there then, sorted."""
        done = _git(
            self.folder, "diff", "--name-only", "--no-renames", "--diff-filter=MD", "--no-ext-diff", "--no-textconv",
            "--relative", "-z", commit, "--", folder,
        )  # fmt: skip
        if done is None or done.returncode != 0:
            return ()
        return tuple(sorted(os.fsdecode(name) for name in done.stdout.split(b"\0") if name))

    def contents(self, commit: str, files: Sequence[str]) -> dict[str, bytes]:
        """Return what files held in a commit, in one call of git; files that were not there are left out."""
        found: dict[str, bytes] = {}
        names = [file for file in files if "\n" not in file]
        asked = "".join(f"{commit}:{self.prefix}{file}\n" for file in names)
        done = _git(self.folder, "cat-file", "--batch", given=os.fsencode(asked))
        if done is None or done.returncode != 0:
            return found
        rest = done.stdout
        for file in names:
            head, _, rest = rest.partition(b"\n")
            size = head.rsplit(b" ", 1)[-1]
            if head.endswith(b" missing") or not size.isdigit():
                continue
            found[file], rest = rest[: int(size)], rest[int(size) + 1 :]
        return found


def repository_of(folder: Path) -> Repository | None:
    """Return the repository that a folder lies in; None where there is none, or no git on this machine."""
    done = _git(folder, "rev-parse", "--show-prefix")
    if done is None or done.returncode != 0:
        return None
    return Repository(folder, os.fsdecode(done.stdout.removesuffix(b"\n")))


def _git(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
    """Run git in a folder; None where it cannot be run."""
    # Hooks set GIT_DIR and GIT_INDEX_FILE for the repository that they run in, which need not be the workspace's.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotepath=false", *arguments]
    try:
        return subprocess.run(  # noqa: S603 - no shell, and revisions stand behind --end-of-options
            command, cwd=folder, env=ours | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}, input=given,
            capture_output=True, check=False,
        )  # fmt: skip
    except OSError:
        return None
