"""Which files of a workspace are meant by the ids and paths that a person or a hook names."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

import click

from kamgen.workspace.model_problems import nearest
from kamgen.workspace.problems import Finding
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE

_ENDINGS = (".purchases.csv", ".yaml")


@dataclass(frozen=True)
class ChosenFiles:
    """Accounts by id, and files that belong to none, relative to the workspace; a folder means all that is below it."""

    accounts: frozenset[str]
    files: frozenset[str]

    def have(self, finding: Finding) -> bool:
        """Tell whether a finding is about one of them."""
        return finding.account in self.accounts or self.have_file(finding.file)

    def have_file(self, file: str) -> bool:
        """Tell whether a file is one of them or belongs to one of the accounts."""
        return _account_of(file) in self.accounts or any(PurePath(file).is_relative_to(named) for named in self.files)


def chosen_files(names: Collection[str], root: Path, top: Path, accounts: Collection[str]) -> ChosenFiles:
    """Return what is meant by names: ids of accounts, or paths as seen from here, the workspace or the repository.

    A plan and its purchases both mean the account, a folder all that is below it. A file among the plans that is
    neither, such as a README, is accepted, since hooks hand on every file that was changed.

    Args:
        names: What was named.
        root: The workspace.
        top: The top of the repository that it lies in.
        accounts: The ids that there are.

    Raises:
        UsageError: if a name means nothing here; it offers the nearest one.

    """
    found: set[str] = set()
    files: set[str] = set()
    for name in names:
        account = _account(name, root, top, accounts)
        file = None if account is not None else _file(name, root, top)
        if account is not None:
            found.add(account)
        elif file is not None:
            files.add(file)
        else:
            raise click.UsageError(_unknown(name, accounts))
    return ChosenFiles(frozenset(found), frozenset(files))


def _account(name: str, root: Path, top: Path, accounts: Collection[str]) -> str | None:
    """Return the id of the account that is named by its id, its file's name or the way to its file."""
    if name in accounts:
        return name
    files = list(_ways(name, root, top))
    if name != SETTINGS_FILE:
        files.append(f"{ACCOUNTS_FOLDER}/{name}")
    return next((found for file in files if (found := _account_of(file)) in accounts), None)


def _account_of(file: str) -> str | None:
    """Return the id of the account that a file of a workspace would belong to by its place and ending."""
    folder, _, name = file.rpartition("/")
    stems = [name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)]
    return stems[0] if folder == ACCOUNTS_FOLDER and stems else None


def _file(name: str, root: Path, top: Path) -> str | None:
    """Return what is named if it is the settings, the workspace itself, or is there among the plans."""
    if name == SETTINGS_FILE.removesuffix(".yaml"):
        return SETTINGS_FILE
    for file in _ways(name, root, top):
        if file in (SETTINGS_FILE, "."):
            return file
        if PurePath(file).parts[0] == ACCOUNTS_FOLDER and os.path.lexists(root / file):
            return file
    return None


def _ways(name: str, root: Path, top: Path) -> Iterator[str]:
    """Yield the files of the workspace that a path may mean, relative to the workspace, whether they exist or not."""
    for base in (Path.cwd(), root, top) if name else ():
        path = Path(os.path.normpath(base / name))
        # A folder may be reached through a link; a plan that is itself one keeps its name.
        for written in (path, Path(os.path.realpath(path.parent), path.name)):
            if written.is_relative_to(root):
                yield written.relative_to(root).as_posix()


def _unknown(name: str, accounts: Collection[str]) -> str:
    stem = PurePath(name).name
    for ending in _ENDINGS:
        stem = stem.removesuffix(ending)
    close = nearest(stem, [*accounts, SETTINGS_FILE])
    way_out = f"did you mean {close!r}?" if close is not None else f"see: ls {ACCOUNTS_FOLDER}"
    if "/" in name or "." in name:
        return f"{name!r} is no file of this workspace; {way_out}"
    return f"there is no account {name!r} in this workspace; {way_out}"
