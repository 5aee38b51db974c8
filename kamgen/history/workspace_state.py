"""A workspace as it stood at a commit, or as it is in the working tree: its settings, and every account.

Files of the working tree are read and named here as git would name them, never compared by git: that would run the
filters that a repository may configure.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from kamgen.history.git import Repository
from kamgen.history.git_answers import TreeEntry, blob_name
from kamgen.plan.settings import Settings
from kamgen.wording.phrase import phrase
from kamgen.workspace.plan_file import PlanFile, name_finding, plan_from_text, read_settings_text
from kamgen.workspace.problems import Finding
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE
from kamgen.workspace.text_file import LARGEST_FILE, decode, read_bytes
from kamgen.workspace.workspace import collector_paused, list_files

_PLAN = ".yaml"
_PURCHASES = ".purchases.csv"
_MANIFEST = "site/manifest.json"
_HEAD_OF_MANIFEST = 1_000
"""Characters of a manifest that hold its version: it stands before the outputs."""
_MADE_BY = re.compile(r'"kamgen": "([0-9A-Za-z.+-]{1,40})"')


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """What git calls the contents of a plan and of the purchases beside it: equal names, equal contents."""

    plan: str
    purchases: str | None = None


class _Files(Protocol):
    """The files of a state."""

    def read(self, file: str) -> bytes | Finding | None:
        """Return a file's bytes, or why they cannot be had; None where there is no such file."""

    def fetch(self, files: Iterable[str]) -> None:
        """Get several files at once, before they are read one by one."""


@dataclass(frozen=True)
class State:
    """A workspace at a commit, or as it is in the working tree.

    Attributes:
        revision: What was asked for; empty for the working tree.
        commit: The commit's full name; None for the working tree.
        day: The day of the commit in UTC; None for the working tree.
        plans: What there is of each account, by id, sorted.
        misnamed: Plan files whose names are no ids, so that nobody reads them, with git's name of their contents.
        settings: The settings without their wrong parts.
        settings_text: The file that they were read from.
        settings_findings: What is wrong with the form of that file.
        made_by: The version of kamgen that made the site beside the plans; None where there is none.

    """

    revision: str
    commit: str | None
    day: date | None
    plans: Mapping[str, StoredPlan]
    misnamed: Mapping[str, str]
    settings: Settings
    settings_text: str
    settings_findings: tuple[Finding, ...]
    made_by: str | None
    _files: _Files = field(repr=False)

    def read(self, account_ids: Iterable[str]) -> dict[str, PlanFile]:
        """Return plans by id, as far as they are there, each with what is wrong with it."""
        asked = [id_ for id_ in account_ids if id_ in self.plans]
        self._files.fetch(name for id_ in asked for name in _names(id_, self.plans[id_]))
        with collector_paused():
            return {id_: _plan(id_, self._files, with_purchases=self.plans[id_].purchases is not None) for id_ in asked}

    def day_of(self, as_of: date | None, today: date) -> date:
        """Return the day that the state is looked at: the one asked for, the settings', the commit's, today."""
        return as_of or self.settings.as_of or self.day or today


def committed_state(repository: Repository, revision: str, commit: str) -> State:
    """Return how the workspace stood at a commit; ``revision`` is what it was asked for by.

    Raises:
        HistoryUnreadable: if this clone does not hold what stood there.

    """
    entries = {found.name: found for found in repository.entries(commit, ACCOUNTS_FOLDER, SETTINGS_FILE, _MANIFEST)}
    files = _CommittedFiles(repository, entries)
    plans, misnamed = _listed({name: found.blob for name, found in entries.items()})
    day = datetime.fromtimestamp(repository.time_of(commit), UTC).date()
    return _state(revision, commit, day, plans, misnamed, files)


def working_tree_state(repository: Repository, before: State) -> State:
    """Return the working tree: also what is not under git yet, as every other command takes it.

    ``before`` is a commit of the same repository; where a plan is what it was there, it has the same name.
    """
    root, files = repository.folder, _FilesOnDisk(repository.folder)
    listed = list_files(root)
    names = [*listed.plans, *listed.purchases, *(found.file for found in listed.findings if found.file.endswith(_PLAN))]
    like = before.commit or ""
    known = {name for stored in before.plans.values() for name in (stored.plan, stored.purchases)}
    known |= set(before.misnamed.values())
    plans, misnamed = _listed({file: _blob_name(files.stored(file), like, known) for file in names})
    return _state("", None, None, plans, misnamed, files)


def _state(
    revision: str,
    commit: str | None,
    day: date | None,
    plans: Mapping[str, StoredPlan],
    misnamed: Mapping[str, str],
    files: _Files,
) -> State:
    files.fetch((SETTINGS_FILE, _MANIFEST))
    settings, text, findings = _settings(files.read(SETTINGS_FILE))
    return State(
        revision=revision,
        commit=commit,
        day=day,
        plans=plans,
        misnamed=misnamed,
        settings=settings,
        settings_text=text,
        settings_findings=tuple(findings),
        made_by=_made_by(files.read(_MANIFEST)),
        _files=files,
    )


def _settings(data: bytes | Finding | None) -> tuple[Settings, str, list[Finding]]:
    if data is None:
        return Settings(), "", []
    text = decode(data, SETTINGS_FILE) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return Settings(), "", [text]
    settings, findings = read_settings_text(text, SETTINGS_FILE)
    return settings, text, findings


def _listed(blobs: Mapping[str, str]) -> tuple[dict[str, StoredPlan], dict[str, str]]:
    """Return the plans of some files by account, and the files that would be plans if their names were ids."""
    plans: dict[str, StoredPlan] = {}
    misnamed: dict[str, str] = {}
    for file in sorted(blobs):
        folder, _, name = file.rpartition("/")
        if folder != ACCOUNTS_FOLDER or not name.endswith(_PLAN) or name.startswith(".#"):
            continue
        if name_finding(file) is not None:
            misnamed[file] = blobs[file]
            continue
        stem = file.removesuffix(_PLAN)
        plans[stem.rpartition("/")[2]] = StoredPlan(blobs[file], blobs.get(stem + _PURCHASES))
    return plans, misnamed


def _names(account_id: str, stored: StoredPlan) -> list[str]:
    stem = f"{ACCOUNTS_FOLDER}/{account_id}"
    return [stem + _PLAN] if stored.purchases is None else [stem + _PLAN, stem + _PURCHASES]


def _plan(account_id: str, files: _Files, *, with_purchases: bool) -> PlanFile:
    file, beside = f"{ACCOUNTS_FOLDER}/{account_id}{_PLAN}", f"{ACCOUNTS_FOLDER}/{account_id}{_PURCHASES}"
    data = files.read(file)
    text = decode(data, file) if isinstance(data, bytes) else data
    if not isinstance(text, str):
        findings = () if text is None else (replace(text, account=account_id),)
        return PlanFile(account_id, file, "", "", None, None, findings)
    return plan_from_text(account_id, file, text, beside, files.read(beside) if with_purchases else None)


def _made_by(data: bytes | Finding | None) -> str | None:
    found = None
    if isinstance(data, bytes):
        found = _MADE_BY.search(data[:_HEAD_OF_MANIFEST].decode("utf-8", "replace"))
    return None if found is None else found[1]


def _blob_name(data: bytes | Finding | None, like: str, known: Collection[str | None]) -> str:
    """Return the name that git has for a file's contents; empty where they cannot be read.

    Git may have been asked to turn line ends over, so a known name counts that the contents have without returns.
    """
    if not isinstance(data, bytes):
        return ""
    name = blob_name(data, like)
    turned = name if name in known else blob_name(data.replace(b"\r\n", b"\n"), like)
    return turned if turned in known else name


class _CommittedFiles:
    """The files of a commit, each got from git once, several in one call."""

    def __init__(self, repository: Repository, entries: Mapping[str, TreeEntry]) -> None:
        self._repository, self._entries = repository, entries
        self._held: dict[str, bytes | Finding | None] = {}

    def read(self, file: str) -> bytes | Finding | None:
        self.fetch((file,))
        return self._held[file]

    def fetch(self, files: Iterable[str]) -> None:
        missing = [file for file in files if file not in self._held]
        wanted = [file for file in missing if file in self._entries and self._entries[file].kind == "file"]
        for file in missing:
            self._held[file] = _no_file(file) if file in self._entries else None
        names = [self._entries[file].blob for file in wanted]
        for file, data in zip(wanted, self._repository.contents(names, LARGEST_FILE), strict=True):
            self._held[file] = (
                _too_big(file, data) if isinstance(data, int) else _missing(file) if data is None else data
            )


class _FilesOnDisk:
    """The files of the working tree, each read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._held: dict[str, bytes | Finding | None] = {}

    def read(self, file: str) -> bytes | Finding | None:
        if file not in self._held:
            path = self._root / file
            there = path.is_symlink() or os.path.lexists(path)
            self._held[file] = read_bytes(path, self._root, file) if there else None
        return self._held[file]

    def stored(self, file: str) -> bytes | Finding | None:
        """Return what git stores of a file: of a link the way that it leads, else its bytes."""
        path = self._root / file
        return os.fsencode(path.readlink()) if path.is_symlink() else self.read(file)

    def fetch(self, files: Iterable[str]) -> None:
        """Do nothing: there is no call to save."""


def _too_big(file: str, size: int) -> Finding:
    message = phrase("the file has {size} MB; {limit} MB is the limit", size=size // 2**20, limit=LARGEST_FILE // 2**20)
    hint = phrase("a plan is a few pages of text; keep data beside it")
    return Finding(rule="unreadable-file", level="error", message=message, hint=hint, file=file)


def _no_file(file: str) -> Finding:
    message, hint = phrase("this is not a file"), phrase("remove it, or put a plan in its place")
    return Finding(rule="unreadable-file", level="error", message=message, hint=hint, file=file)


def _missing(file: str) -> Finding:
    message = phrase("this clone of the repository does not hold the file")
    return Finding(rule="unreadable-file", level="error", message=message, file=file)
