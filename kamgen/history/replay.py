"""A workspace as it was at a commit, in a folder of its own: nothing of the working tree is touched.

Files are read from git as they were stored and written here, byte for byte. Git itself writes none of them: a checkout
or an archive would run the filters that a repository may configure.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Literal

from kamgen.history.git import Repository
from kamgen.history.git_answers import TreeEntry
from kamgen.history.git_failures import HistoryUnreadable
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE
from kamgen.workspace.text_file import LARGEST_FILE

_TEMPLATES = "templates"
_OF_ACCOUNTS = (".yaml", ".yml", ".csv")
"""Endings of the files that a build looks at in the folder of plans."""
_LARGEST_TEMPLATE = 32 * 1024 * 1024
"""Bytes; a Chinese font for briefs has up to 25 million, and nothing else there is as large."""
_SHORT = 7

WhyNot = Literal["no workspace", "submodule", "link"]


class CannotReplay(Exception):
    """There is nothing to replay at a commit.

    Attributes:
        commit: The commit, shortened.
        why: There was ``no workspace``, or the plans lay in another repository (``submodule``) or behind a ``link``.

    """

    def __init__(self, commit: str, why: WhyNot) -> None:
        super().__init__(commit, why)
        self.commit, self.why = commit, why


@dataclass(frozen=True)
class Replay:
    """A workspace as it was at a commit.

    Attributes:
        root: Where it lies; gone at the end of the block that gave it.
        commit: The commit's full name.
        day: The commit's day, in UTC.
        repository: The workspace's repository with a history that ends there.
        left_out: Files of a workspace that are not in it, sorted: links, other repositories, files that are too large
            for templates, and names that this machine cannot have.

    """

    root: Path
    commit: str
    day: date
    repository: Repository
    left_out: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """The commit's name as people write it."""
        return self.commit[:_SHORT]


@contextmanager
def replayed(repository: Repository, revision: str, *, with_templates: bool) -> Iterator[Replay]:
    """Give a workspace as it was at a revision: plans, purchases, settings and, if asked for, its own templates.

    Raises:
        UnknownRevision: if there is no such commit.
        CannotReplay: if there was no workspace at that commit that could be read.
        HistoryUnreadable: if this clone does not hold all of it.

    """
    commit = repository.required_commit(revision)
    names = (SETTINGS_FILE, ACCOUNTS_FOLDER, *((_TEMPLATES,) if with_templates else ()))
    found = repository.entries(commit, *names)
    why = _why_not(found)
    if why is not None:
        raise CannotReplay(commit[:_SHORT], why)
    day = datetime.fromtimestamp(repository.time_of(commit), UTC).date()
    with tempfile.TemporaryDirectory(prefix="kamgen-replay-") as folder:
        root = Path(folder) / "workspace"
        root.mkdir()
        wanted = [entry for entry in found if _is_read(entry.name)]
        left_out = sorted(_write(repository, root, wanted))
        yield Replay(root, commit, day, repository.at(commit), tuple(left_out))


def _why_not(found: Sequence[TreeEntry]) -> WhyNot | None:
    """Return why a commit has no workspace that could be read; None where it has one."""
    for entry in found:
        if entry.name == ACCOUNTS_FOLDER and entry.kind != "file":
            return entry.kind
    there = any(entry.name == SETTINGS_FILE or entry.name.startswith(f"{ACCOUNTS_FOLDER}/") for entry in found)
    return None if there else "no workspace"


def _is_read(name: str) -> bool:
    """Tell whether a build looks at a file."""
    return not name.startswith(f"{ACCOUNTS_FOLDER}/") or name.endswith(_OF_ACCOUNTS)


def _write(repository: Repository, root: Path, entries: Sequence[TreeEntry]) -> Iterator[str]:
    """Write files as git stored them, and yield the names of those that are left out."""
    files = [entry for entry in entries if entry.kind == "file"]
    yield from (entry.name for entry in entries if entry.kind != "file")
    held = repository.contents([entry.blob for entry in files], _LARGEST_TEMPLATE)
    for entry, data in zip(files, held, strict=True):
        if data is None:
            raise HistoryUnreadable(f"{entry.name} is missing or damaged")
        if not _is_written(root, entry.name, data):
            yield entry.name


def _is_written(root: Path, name: str, data: bytes | int) -> bool:
    """Write a file where it belongs, and tell whether it could be.

    A plan that is too large stays too large and takes no room; what is wrong with it is said as of every other.
    """
    path = _place(root, name)
    size = data if isinstance(data, int) else len(data)
    is_template = name.startswith(f"{_TEMPLATES}/")
    if path is None or (is_template and isinstance(data, int)):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
    except (FileExistsError, NotADirectoryError):
        return False  # two names that are one on this machine, or a file where a folder must be
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.EILSEQ):
            return False
        raise
    with file:
        if isinstance(data, bytes) and (is_template or size <= LARGEST_FILE):
            file.write(data)
        else:
            file.truncate(size)
    return True


def _place(root: Path, name: str) -> Path | None:
    """Return where a file belongs; None for a name that would lead elsewhere, which only a forged commit has."""
    parts = PurePosixPath(name).parts
    if name != "/".join(parts) or ".." in parts or "\\" in name:
        return None
    path = root.joinpath(*parts)
    return path if path.is_relative_to(root) else None
