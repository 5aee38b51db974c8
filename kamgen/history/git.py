"""What git is asked for. It only reads: no lock is taken, nothing of the repository's is run, nothing is fetched."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kamgen.history.git_answers import Commit, TreeEntry, TreeFile, blob_name, commits, entry, seconds
from kamgen.history.git_failures import HistoryUnreadable, NoRepository, UnknownRevision, WhyUnknown
from kamgen.history.git_process import first_words, objects, run_git
from kamgen.workspace.text_file import LARGEST_FILE

LAST_COMMIT = "HEAD"

_EPOCH = date(1970, 1, 1).toordinal()
_SECONDS_A_DAY = 86_400


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

    def commit(self, revision: str) -> str | None:
        """Return the full name of a revision's commit; None where there is no such revision."""
        return self._name(f"{revision}^{{commit}}") if _can_be_asked(revision) else None

    def required_commit(self, revision: str) -> str:
        """Return the full name of a revision's commit.

        Raises:
            UnknownRevision: if there is none; it knows why.
            HistoryUnreadable: if there is one, and it is damaged.

        """
        commit = self.commit(revision)
        if commit is None:
            raise UnknownRevision(revision, why=self._why_unknown(revision))
        return commit

    def time_of(self, commit: str) -> int:
        """Return when a commit was committed, in seconds since 1970.

        Raises:
            HistoryUnreadable: if this clone does not hold it whole.

        """
        return seconds(self._said("log", "-1", "--no-patch", "--format=%ct", "--end-of-options", commit, "--").strip())

    def log(self, *files: str, mainline: bool) -> Iterator[Commit]:
        """Yield the commits up to the tip that changed some files or folders, the latest first, in one call of git.

        With ``mainline`` these are those on the line of first parents, a merge with all that it brought in; else all
        others too, merges without any changes. In a clone without old files only those renamed unchanged are known.

        Raises:
            HistoryUnreadable: if git gives up on the way.

        """
        how = ("--first-parent", "--diff-merges=first-parent") if mainline else ("--full-history", "--no-diff-merges")
        asked = (
            "log", *how, "--raw", "--no-abbrev", "-z", "-l2000", f"-O{os.devnull}", "--relative", "--no-ext-diff",
            "--no-textconv", "--no-show-signature", "--no-color", "--no-notes", "--encoding=UTF-8",
            "--format=%H%x00%P%x00%ct%x00%aN%x00%s",
        )  # fmt: skip
        about = ("--end-of-options", self.tip, "--", *files)
        try:
            said = self._said_of_tip(*asked, "-M", *about)
        except HistoryUnreadable:
            # What only looks alike is compared by its contents, which are not in every clone.
            said = self._said_of_tip(*asked, "-M100%", *about)
        yield from commits(said)

    def parents(self) -> dict[str, tuple[str, ...]]:
        """Return the parents of every commit up to the tip, the latest first.

        Raises:
            HistoryUnreadable: if git gives up on the way.

        """
        said = self._said_of_tip("rev-list", "--topo-order", "--parents", "--end-of-options", self.tip, "--")
        lines = (line.split() for line in said.decode().splitlines())
        return {name: tuple(parents) for name, *parents in lines}

    def commit_up_to(self, day: date) -> str | None:
        """Return the last commit on the line of first parents up to the end of a day in UTC; None where there is none.

        The day is the committer's: it says since when a branch has been as it is.

        Raises:
            HistoryUnreadable: if git gives up on the way.

        """
        end = (day.toordinal() + 1 - _EPOCH) * _SECONDS_A_DAY - 1
        if end < 0:
            return None
        until = f"--until=@{end} +0000"  # --min-age ends in 2038
        said = self._said_of_tip(
            "rev-list", "--first-parent", "--max-count=1", until, "--end-of-options", self.tip, "--"
        )
        return said.decode().strip() or None

    def merge_base(self, one: str, other: str) -> str | None:
        """Return the last commit that two commits have in common; None where there is none in this clone."""
        done = run_git(self.folder, "merge-base", "--end-of-options", one, other)
        return done.stdout.decode().strip() if done is not None and done.returncode == 0 else None

    def is_shallow(self) -> bool:
        """Tell whether this clone holds only the last part of its history."""
        done = run_git(self.folder, "rev-parse", "--is-shallow-repository")
        return done is not None and done.stdout.strip() == b"true"

    def object(self, commit: str, file: str) -> str | None:
        """Return git's name of what a file or folder held in a commit; None where it was not there."""
        return self._name(f"{commit}:{self.prefix}{file}")

    def files(self, tree: str) -> dict[str, TreeFile] | None:
        """Return the files directly in a folder's tree, by name, without links; None where it cannot be read."""
        done = run_git(self.folder, "ls-tree", "-z", "--long", "--full-tree", "--end-of-options", tree)
        if done is None or done.returncode != 0:
            return None
        found: dict[str, TreeFile] = {}
        for line in done.stdout.split(b"\0"):
            about, _, name = line.partition(b"\t")
            if about.startswith(b"100"):  # 100644 or 100755: a file; links, folders and submodules begin otherwise
                _, _, blob, size = about.split()
                if not size.isdigit():  # it is still to be fetched
                    return None
                found[os.fsdecode(name)] = TreeFile(blob.decode(), int(size))
        return found

    def entries(self, commit: str, *names: str) -> tuple[TreeEntry, ...]:
        """Return all that there is in a commit under some files and folders; nothing where there are none of them.

        Raises:
            HistoryUnreadable: if this clone does not hold their folders.

        """
        if not self._kind(f"{commit}^{{tree}}"):
            raise HistoryUnreadable(f"{commit} is not here whole")
        within = self._name(f"{commit}:{self.prefix.removesuffix('/')}")
        if within is None or self._kind(within) != "tree":  # the workspace was a link then, or another repository
            return ()
        said = self._said("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", within, *names)
        return tuple(entry(line) for line in said.split(b"\0") if line)

    def changed_since(self, commit: str, folder: str) -> dict[str, str]:
        """Return the files directly in a folder that are there and not as they were in a commit, with their blobs then.

        Line ends alone are no change: git may have been asked to turn them over.
        """
        tree = self.object(commit, folder)
        held = {} if tree is None else self.files(tree) or {}
        then = {f"{folder}/{name}": found.blob for name, found in held.items()}
        return {file: blob for file, blob in sorted(then.items()) if _differs(self.folder / file, blob)}

    def blobs(self, names: Sequence[str]) -> list[bytes | None]:
        """Return what objects hold, in one call of git and the order of their names; None for those that are not there.

        A name is an object's own, or ``commit:file``; it has no line break. Of one that is larger than a plan may be
        nothing is read: it is zeros, and more of them than ``LARGEST_FILE``.
        """
        found = self.contents(names, LARGEST_FILE)
        return [_too_large() if isinstance(data, int) else data for data in found]

    def contents(self, names: Sequence[str], largest: int) -> Iterator[bytes | int | None]:
        """Yield what objects hold, one after the other; of those with more bytes than ``largest`` only the size."""
        return objects(self.folder, names, largest) if names else iter(())

    def mailmap(self) -> bytes:
        """Return the file that tells git which authors are one person; empty where there is none that it reads.

        Git follows no link to it, and neither does this: it may have come with anybody's commit.
        """
        file = self.folder.joinpath(*[".."] * self.prefix.count("/"), ".mailmap")
        try:
            if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST_FILE:
                return b""
            return file.read_bytes()
        except OSError:
            return b""

    def _said_of_tip(self, *arguments: str) -> bytes:
        """Return what git says of the history up to the tip; nothing where there is no commit yet."""
        try:
            return self._said(*arguments)
        except HistoryUnreadable:
            if self._name(self.tip) is None:
                return b""
            raise

    def _said(self, *arguments: str) -> bytes:
        done = run_git(self.folder, *arguments)
        if done is None or done.returncode != 0:
            raise HistoryUnreadable("" if done is None else first_words(done.stderr))
        return done.stdout

    def _name(self, revision: str) -> str | None:
        """Return the full name of an object; None where there is none, or more than one."""
        done = run_git(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
        return done.stdout.decode().strip() if done is not None and done.returncode == 0 else None

    def _kind(self, name: str) -> str:
        done = run_git(self.folder, "cat-file", "-t", name)
        return done.stdout.decode().strip() if done is not None and done.returncode == 0 else ""

    def _why_unknown(self, revision: str) -> WhyUnknown:
        last, found = self._name(LAST_COMMIT), self._name(revision) if _can_be_asked(revision) else None
        digits = re.fullmatch(r"[0-9a-fA-F]{4,}", revision)
        if found is not None and self._kind(found):
            return "no commit"
        if last is not None and not self._kind(last):
            raise HistoryUnreadable(f"{LAST_COMMIT} is damaged, or not in this clone")
        if found is not None and not digits:  # a name in digits leads to itself, whether it is there or not
            raise HistoryUnreadable(f"{revision} is damaged, or not in this clone")
        if digits:
            done = run_git(self.folder, "rev-parse", f"--disambiguate={revision}")
            if done is not None and len(done.stdout.split()) > 1:
                return "ambiguous"
        if last is None and revision.startswith((LAST_COMMIT, "@")):
            return "no commits"
        return "cut off" if self.is_shallow() else "unknown"


def repository_of(folder: Path) -> Repository | None:
    """Return the repository that a folder lies in; None where there is none, or none that git on this machine reads."""
    try:
        return required_repository(folder)
    except NoRepository:
        return None


def required_repository(folder: Path) -> Repository:
    """Return the repository that a folder lies in.

    Raises:
        NoRepository: if there is none, or none that git on this machine reads; it knows why.

    """
    done = run_git(folder, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    if done is None:
        raise NoRepository("no git" if _is_under_git(folder) else "none")
    if done.returncode != 0:
        raise _refused(done.stderr)
    inside, _, prefix = done.stdout.partition(b"\n")
    if inside != b"true":  # in .git itself, or its working tree is said to be elsewhere
        raise NoRepository("none")
    return Repository(folder, os.fsdecode(prefix.removesuffix(b"\n")))


def _is_under_git(folder: Path) -> bool:
    return any((place / ".git").exists() for place in (folder, *folder.parents))


def _refused(said: bytes) -> NoRepository:
    words = first_words(said)
    owner = re.match(r"(?:detected dubious ownership in|unsafe) repository(?: at)? \(?'(.+?)'", words)
    if owner is not None:
        return NoRepository("not trusted", owner[1])
    return NoRepository("none") if words.startswith("not a git repository") else NoRepository("unreadable", words)


def _can_be_asked(revision: str) -> bool:
    return bool(revision) and "\0" not in revision


def _too_large() -> bytes:
    return bytes(LARGEST_FILE + 1)


def _differs(path: Path, blob: str) -> bool:
    """Tell whether a file is there, and is not what git's name says but for line ends."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST_FILE:
            return False
        data = path.read_bytes()
    except OSError:
        return False
    return blob not in (blob_name(data, blob), blob_name(data.replace(b"\r\n", b"\n"), blob))
