"""The one place that calls git. It only reads: no lock is taken, no hook runs, nothing is fetched."""

from __future__ import annotations

import os
import subprocess
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

LAST_COMMIT = "HEAD"

_EPOCH = date(1970, 1, 1).toordinal()
_SECONDS_A_DAY = 86_400
_FIELDS = 5
"""What the log tells of a commit before its changes."""
_LAST_SECOND = 2**31 - 1
"""The largest time that every git understands; it is in 2038."""


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


@dataclass(frozen=True, slots=True)
class TreeFile:
    """A file in a commit: git's name of what it held, and how many bytes that is."""

    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that a commit left otherwise than its first parent: git's name of what it holds, None where it is gone.

    ``before`` is the name that it had, where git finds that it was renamed.
    """

    name: str
    blob: str | None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit and what it changed.

    Attributes:
        name: Its full name.
        parents: Those of its parents; none at the beginning, and where a shallow clone is cut off.
        time: When it was committed, in seconds since 1970.
        author: The name of its author, as the repository's ``.mailmap`` has it.
        subject: The first line of its message.
        changes: What it changed in the files that were asked for.

    """

    name: str
    parents: tuple[str, ...]
    time: int
    author: str
    subject: str
    changes: tuple[FileChange, ...]

    @property
    def day(self) -> date:
        """The day of the commit, in UTC, so that it is the same on every machine."""
        return datetime.fromtimestamp(self.time, UTC).date()


@dataclass(frozen=True)
class Repository:
    """The git repository that a folder lies in.

    Attributes:
        folder: The folder; files are named relative to it.
        prefix: The way from the repository's top to the folder, such as ``plans/``; empty where they are the same.
        tip: The revision that its history ends at: a full name, or the commit that is checked out.

    """

    folder: Path
    prefix: str
    tip: str = LAST_COMMIT

    def at(self, commit: str) -> Repository:
        """Return the repository with a history that ends at a commit."""
        return replace(self, tip=commit)

    def log(self, *files: str, mainline: bool) -> Iterator[Commit]:
        """Yield the commits up to the tip that changed some files or folders, the latest first, in one call of git.

        With ``mainline`` these are those on the line of first parents, a merge with all that it brought in; else all
        others too, merges without any changes.
        """
        form = "%H%x00%P%x00%ct%x00%aN%x00%s"
        how = ("--first-parent", "--diff-merges=first-parent") if mainline else ("--full-history", "--no-diff-merges")
        done = _git(
            self.folder, "log", *how, "--raw", "--no-abbrev", "-z", "-M", "-l2000", "--relative", "--no-ext-diff",
            "--no-textconv", "--no-show-signature", "--no-color", "--encoding=UTF-8", f"--format={form}",
            "--end-of-options", self.tip, "--", *files,
        )  # fmt: skip
        if done is None or done.returncode != 0:
            return
        fields = deque(done.stdout.split(b"\0"))
        while len(fields) > _FIELDS:
            name, parents, time, author, subject = (fields.popleft() for _ in range(_FIELDS))
            yield Commit(
                name=name.decode(),
                parents=tuple(parents.decode().split()),
                time=int(time),
                author=author.decode("utf-8", "replace"),
                subject=subject.decode("utf-8", "replace"),
                changes=tuple(_file_changes(fields)),
            )

    def parents(self) -> dict[str, tuple[str, ...]]:
        """Return the parents of every commit up to the tip, the latest first."""
        done = _git(self.folder, "rev-list", "--topo-order", "--parents", "--end-of-options", self.tip, "--")
        if done is None or done.returncode != 0:
            return {}
        lines = (line.split() for line in done.stdout.decode().splitlines())
        return {name: tuple(parents) for name, *parents in lines}

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
        names = [file for file in files if "\n" not in file]
        held = self.blobs([f"{commit}:{self.prefix}{file}" for file in names])
        return {file: data for file, data in zip(names, held, strict=True) if data is not None}

    def commit_up_to(self, day: date) -> str | None:
        """Return the last commit on the line of first parents up to the end of a day in UTC; None where there is none.

        The day is the committer's: it says since when a branch has been as it is.
        """
        end = (day.toordinal() + 1 - _EPOCH) * _SECONDS_A_DAY - 1
        if end < 0:
            return None
        done = _git(
            self.folder, "rev-list", "--first-parent", "--max-count=1", f"--min-age={min(end, _LAST_SECOND)}",
            self.tip, "--",
        )  # fmt: skip
        return done.stdout.decode().strip() or None if done is not None and done.returncode == 0 else None

    def is_shallow(self) -> bool:
        """Tell whether this clone holds only the last part of its history."""
        done = _git(self.folder, "rev-parse", "--is-shallow-repository")
        return done is not None and done.stdout.strip() == b"true"

    def object(self, commit: str, file: str) -> str | None:
        """Return git's name of what a file or folder held in a commit; None where it was not there."""
        done = _git(
            self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{self.prefix}{file}"
        )
        return done.stdout.decode().strip() if done is not None and done.returncode == 0 else None

    def files(self, tree: str) -> dict[str, TreeFile] | None:
        """Return the files directly in a folder's tree, by name, without links; None where it cannot be read."""
        done = _git(self.folder, "ls-tree", "-z", "--long", "--full-tree", "--end-of-options", tree)
        if done is None or done.returncode != 0:
            return None
        found: dict[str, TreeFile] = {}
        for line in done.stdout.split(b"\0"):
            about, _, name = line.partition(b"\t")
            if about.startswith(b"100"):  # 100644 or 100755: a file; links, folders and submodules begin otherwise
                _, _, blob, size = about.split()
                found[os.fsdecode(name)] = TreeFile(blob.decode(), int(size))
        return found

    def blobs(self, names: Sequence[str]) -> list[bytes | None]:
        """Return what objects hold, in one call of git and the order of their names; None for those that are not there.

        A name is an object's own, or ``commit:file``; it has no line break.
        """
        if not names:
            return []
        done = _git(self.folder, "cat-file", "--batch", given=os.fsencode("".join(f"{name}\n" for name in names)))
        if done is None or done.returncode != 0:
            return [None] * len(names)
        found: list[bytes | None] = []
        at, answer = 0, done.stdout
        for _ in names:
            end = answer.index(b"\n", at)
            size = answer[at:end].rsplit(b" ", 1)[-1]
            at = end + 1
            if not size.isdigit():  # “missing” stands in its place
                found.append(None)
                continue
            found.append(answer[at : at + int(size)])
            at += int(size) + 1
        return found


def _file_changes(fields: deque[bytes]) -> Iterator[FileChange]:
    """Take the changes of a commit from the fields of ``git log --raw -z``, up to where the next one begins."""
    while fields and (not fields[0] or fields[0].lstrip(b"\n").startswith(b":")):
        about = fields.popleft()
        if not about:
            continue
        _, mode, _, blob, kind = about.split(b" ")
        first = os.fsdecode(fields.popleft())
        name = os.fsdecode(fields.popleft()) if kind[:1] in b"RC" else first
        held = blob.decode() if mode.startswith(b"100") else None  # links and submodules are no files
        yield FileChange(name, held, first if kind.startswith(b"R") else None)


_QUIETLY = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1"}
"""Ask nobody, and fetch nothing: a partial clone would get what it lacks; older git knows only the first way."""


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
            command, cwd=folder, env=ours | _QUIETLY, input=given,
            capture_output=True, check=False,
        )  # fmt: skip
    except OSError:
        return None
