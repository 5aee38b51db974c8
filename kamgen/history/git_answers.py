"""What git answers: files, commits and names, as values."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

_LAST_SECOND = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())
_DIGITS_OF_SHA1 = 40
_FIELDS = 5


@dataclass(frozen=True, slots=True)
class TreeFile:
    """A file in a commit: git's name of what it held, and how many bytes that is."""

    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """Something in a commit, by its way from the workspace: a file, a link, or the place of another repository."""

    name: str
    kind: Literal["file", "link", "submodule"]
    blob: str


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
        time: When it was committed, in seconds since 1970; a time that no calendar has is the nearest that it has.
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


def seconds(said: bytes) -> int:
    """Return a time that git tells, in seconds since 1970, no later than any calendar goes."""
    return min(int(said), _LAST_SECOND) if said.isdigit() else 0


def commits(said: bytes) -> Iterator[Commit]:
    """Yield the commits of ``git log --raw -z``: five fields, then changes, which begin with a colon.

    Fields are taken by their number: a message or a name may hold any character but the one that parts them.
    """
    fields = iter(said.split(b"\0"))
    field = next(fields, b"")
    while field:
        name, (parents, time, author, subject) = field, [next(fields) for _ in range(_FIELDS - 1)]
        changes: list[FileChange] = []
        field = next(fields, b"")
        while field.lstrip(b"\n").startswith(b":"):
            changes.append(_file_change(field.lstrip(b"\n"), fields))
            field = next(fields, b"")
        yield Commit(
            name=name.decode(),
            parents=tuple(parents.decode().split()),
            time=seconds(time),
            author=author.decode("utf-8", "replace"),
            subject=subject.decode("utf-8", "replace"),
            changes=tuple(changes),
        )


def _file_change(about: bytes, names: Iterator[bytes]) -> FileChange:
    """Return a change, of which git says modes, blobs and kind, then one name or two; a link is as good as no file."""
    _, mode, _, blob, kind = about.split(b" ")
    first = os.fsdecode(next(names))
    renamed = kind[:1] in (b"R", b"C")
    name = os.fsdecode(next(names)) if renamed else first
    held = blob.decode() if mode.startswith(b"100") else None
    return FileChange(name, held, first if kind[:1] == b"R" else None)


def entry(line: bytes) -> TreeEntry:
    """Return what a line of ``git ls-tree`` says."""
    about, _, name = line.partition(b"\t")
    mode, _, blob = about.split(b" ")
    kind: Literal["file", "link", "submodule"] = "file" if mode.startswith(b"100") else "link"
    return TreeEntry(os.fsdecode(name), "submodule" if mode == b"160000" else kind, blob.decode())


def blob_name(data: bytes, like: str) -> str:
    """Return the name that git gives to a file's contents, in a repository whose names are ``like`` one."""
    kind = hashlib.sha1 if len(like) == _DIGITS_OF_SHA1 else hashlib.sha256
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
