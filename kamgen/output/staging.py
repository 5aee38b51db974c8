"""Write many files as one change: everything is written beside the site first, then moved into place.

Until the last file is complete, the old site is untouched; a build that is stopped or killed leaves it whole. The
move itself is a row of renames, each of which swaps one whole file for another, with the manifest last.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".kamgen-staging-"


class CannotWrite(Exception):
    """The output folder cannot be written; the message says why and what to do."""


class Staging:
    """New files for a folder, not yet in it."""

    def __init__(self, target: Path, folder: Path) -> None:
        self.target = target
        self.folder = folder

    def write(self, address: str, data: bytes) -> None:
        """Write a file that will stand at an address.

        Raises:
            CannotWrite: if the disk is full or the folder cannot be written.

        """
        path = self.folder / address
        with explained(self.target):
            try:
                path.write_bytes(data)
            except FileNotFoundError:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)

    def commit(self, addresses: Iterable[str], removed: Iterable[str], last: str) -> None:
        """Move staged files into place, remove what is no longer made, and put ``last`` in place at the end.

        Signals wait until it is done. An address under a link that leads out of the folder is refused.

        Raises:
            CannotWrite: if a file cannot be moved.

        """
        with explained(self.target), signals_held():
            folders: set[Path] = set()
            for address in sorted(addresses):
                self._move(address, folders)
            for address in sorted(removed):
                (self.target / address).unlink(missing_ok=True)
                _remove_empty(self.target, (self.target / address).parent)
            if (self.folder / last).exists():
                self._move(last, folders)

    def _move(self, address: str, folders: set[Path]) -> None:
        path = self.target / address
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.parent.resolve().is_relative_to(self.target.resolve()):
                raise CannotWrite(f"{path.parent} is a link that leads out of {self.target}; remove it and build again")
            folders.add(path.parent)
        (self.folder / address).replace(path)


@contextmanager
def staged(target: Path) -> Iterator[Staging]:
    """Give a place to write new files of a folder; what was not committed is gone at the end.

    The place lies inside the target's parent, on the same disk, so that a rename is enough. Places that killed
    builds left behind are removed.

    Raises:
        CannotWrite: if the folder or its parent cannot be written.

    """
    parent = target.parent
    with explained(target):
        parent.mkdir(parents=True, exist_ok=True)
        target.mkdir(exist_ok=True)
        if not os.access(target, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "no permission", str(target))
        _sweep(parent)
        folder = parent / f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir()
    try:
        yield Staging(target, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def explained(target: Path) -> Iterator[None]:
    """Turn the system's errors about writing into one clear sentence."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(_sentence(error, target)) from error


def write_whole(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write one file whole or not at all; with ``mode`` the permissions that it gets, such as those that it had.

    Raises:
        CannotWrite: if it cannot be written.

    """
    temporary = path.parent / f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}"
    with explained(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    with explained(path):
        try:
            if mode is not None:
                temporary.touch(mode=0o600)
            temporary.write_bytes(data)
            if mode is not None:
                temporary.chmod(mode)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _sentence(error: OSError, target: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full: {target} was left as it was. Make room and build again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"{target} cannot be written: it was left as it was. Change its permissions, or name another with --output."
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"{target} is not a folder. Move that file away, or name another folder with --output."
    return f"{target} cannot be written ({error.strerror or error}); it was left as it was."


def _sweep(parent: Path) -> None:
    """Remove staging folders of processes that are gone."""
    for folder in parent.glob(f"{PREFIX}*"):
        number = folder.name.removeprefix(PREFIX).split("-")[0]
        if number.isdigit() and not _alive(int(number)):
            if folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)
            else:
                folder.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _remove_empty(target: Path, folder: Path) -> None:
    while folder != target and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


@contextmanager
def signals_held() -> Iterator[None]:
    """Hold back interrupt and termination until the block is done."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
