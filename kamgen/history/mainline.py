"""Every version of every plan on the line that the branch itself went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kamgen.history.git import Repository
from kamgen.history.git_answers import Commit
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE

_PLAN = ".yaml"
_PURCHASES = ".purchases.csv"


@dataclass(frozen=True, slots=True)
class SettingsVersion:
    """The settings as a commit left them: git's name of the file's contents, None where there was no file."""

    commit: str
    time: int
    authors: tuple[str, ...]
    subject: str
    settings: str | None

    @property
    def day(self) -> date:
        """The day of the commit, in UTC."""
        return datetime.fromtimestamp(self.time, UTC).date()


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """An account's files as a commit of the main line left them.

    Attributes:
        id: The account's id then; it may have been renamed since.
        commit: The commit's full name.
        time: When it was committed, in seconds since 1970: since then the branch has had it.
        authors: Who wrote it: the authors of the commits that a merge brought in, each once, the first one first.
        subject: The first line of the commit's message.
        plan: Git's name of the plan's contents; None where the plan was removed.
        purchases: That of the purchases beside it; None where there are none.
        settings: That of the settings at the same commit; None where there were none.
        cut_off: Whether this is where a shallow clone begins: the plan may be older than that.

    """

    id: str
    commit: str
    time: int
    authors: tuple[str, ...]
    subject: str
    plan: str | None
    purchases: str | None
    settings: str | None
    cut_off: bool = False

    @property
    def day(self) -> date:
        """The day of the commit, in UTC."""
        return datetime.fromtimestamp(self.time, UTC).date()


@dataclass(frozen=True)
class Mainline:
    """All versions of all plans and of the settings.

    Attributes:
        tip: The commit that it ends at.
        accounts: The ids of the plans that there are at its end, sorted.
        settings: The versions of the settings, the oldest first.
        cut_off: Whether it begins where a shallow clone does, and not with the repository.

    """

    tip: str
    accounts: tuple[str, ...]
    settings: tuple[SettingsVersion, ...]
    cut_off: bool
    _versions: Mapping[str, tuple[PlanVersion, ...]]

    def of(self, account_id: str) -> tuple[PlanVersion, ...]:
        """Return the versions of a plan, the oldest first; under an earlier name too, where it was renamed.

        The last version of one that was removed has no plan. Empty for an account that never was there.
        """
        return self._versions.get(account_id, ())


def mainline(repository: Repository | None, until: date | None = None) -> Mainline | None:
    """Return the versions of all plans on the line of first parents, up to the tip or to the end of a day in UTC.

    A merge is one version, with all that it brought in, by the authors of its commits: what stood in a branch was not
    yet how the plans stood. None without a repository, without a commit, and where all is younger than the day.
    """
    if repository is None:
        return None
    tip = repository.commit(repository.tip) if until is None else repository.commit_up_to(until)
    if tip is None:
        return None
    ending = repository.at(tip)
    commits = list(ending.log(ACCOUNTS_FOLDER, SETTINGS_FILE, mainline=True))
    authors = _authors(ending, commits) if any(len(commit.parents) > 1 for commit in commits) else {}
    follower = _Follower(is_shallow=ending.is_shallow())
    for commit in reversed(commits):
        follower.take(commit, authors.get(commit.name, {}))
    return follower.mainline(tip)


class _Follower:
    """Goes along the commits, the oldest first, and keeps every plan's versions under its name of the moment."""

    def __init__(self, *, is_shallow: bool) -> None:
        self._is_shallow = is_shallow
        self._cut_off = False
        self._purchases: dict[str, str | None] = {}
        self._versions: dict[str, list[PlanVersion]] = {}
        self._settings: list[SettingsVersion] = []

    def take(self, commit: Commit, authors: Mapping[str, tuple[str, ...]]) -> None:
        """Take in what a commit changed; ``authors`` are those of a merge, by file."""
        cut_off = self._is_shallow and not commit.parents
        self._cut_off |= cut_off
        plans: dict[str, str | None] = {}
        purchases: dict[str, str | None] = {}
        for change in commit.changes:
            if change.name == SETTINGS_FILE:
                by = authors.get(SETTINGS_FILE) or (commit.author,)
                self._settings.append(SettingsVersion(commit.name, commit.time, by, commit.subject, change.blob))
            elif (id_ := _account_of(change.name, _PURCHASES)) is not None:
                purchases[id_] = change.blob
            elif (id_ := _account_of(change.name, _PLAN)) is not None:
                plans[id_] = change.blob
                self._follow(id_, change.before)
            for suffix, kept in ((_PURCHASES, purchases), (_PLAN, plans)):
                gone = None if change.before is None else _account_of(change.before, suffix)
                if gone is not None:
                    kept.setdefault(gone, None)
                    break
        self._purchases |= purchases
        for id_ in sorted(plans.keys() | purchases.keys()):
            before = self._versions.get(id_, [])
            plan = plans.get(id_, before[-1].plan if before else None)
            if plan is not None or self._is_there(id_):
                self._add(id_, commit, plan, authors, cut_off=cut_off)

    def _follow(self, account_id: str, before: str | None) -> None:
        """Give a renamed plan the versions that it had under its old name."""
        earlier = None if before is None else _account_of(before, _PLAN)
        if earlier is not None and not self._is_there(account_id) and self._is_there(earlier):
            self._versions[account_id] = list(self._versions[earlier])

    def _is_there(self, account_id: str) -> bool:
        versions = self._versions.get(account_id, [])
        return bool(versions) and versions[-1].plan is not None

    def _add(
        self,
        account_id: str,
        commit: Commit,
        plan: str | None,
        authors: Mapping[str, tuple[str, ...]],
        *,
        cut_off: bool,
    ) -> None:
        """Add a version of a plan; its purchases may have been there before it."""
        files = (f"{ACCOUNTS_FOLDER}/{account_id}{_PLAN}", f"{ACCOUNTS_FOLDER}/{account_id}{_PURCHASES}")
        by = tuple(dict.fromkeys(name for file in files for name in authors.get(file, ())))
        self._versions.setdefault(account_id, []).append(
            PlanVersion(
                id=account_id,
                commit=commit.name,
                time=commit.time,
                authors=by or (commit.author,),
                subject=commit.subject,
                plan=plan,
                purchases=None if plan is None else self._purchases.get(account_id),
                settings=self._settings[-1].settings if self._settings else None,
                cut_off=cut_off,
            )
        )

    def mainline(self, tip: str) -> Mainline:
        """Return what was found."""
        return Mainline(
            tip=tip,
            accounts=tuple(sorted(filter(self._is_there, self._versions))),
            settings=tuple(self._settings),
            cut_off=self._cut_off,
            _versions={id_: tuple(versions) for id_, versions in self._versions.items()},
        )


def _account_of(file: str, ending: str) -> str | None:
    """Return the account whose file this is: directly in the folder, with an ending; None for another file."""
    folder, _, name = file.rpartition("/")
    return name.removesuffix(ending) if folder == ACCOUNTS_FOLDER and name.endswith(ending) else None


def _authors(repository: Repository, mainline_commits: Iterable[Commit]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return who wrote what a merge brought in: by merge and file, the authors of its commits, the first one first."""
    wrote = {
        commit.name: (commit.author, [change.name for change in commit.changes])
        for commit in repository.log(ACCOUNTS_FOLDER, SETTINGS_FILE, mainline=False)
        if commit.changes
    }
    parents = repository.parents()
    line = _first_parents(parents)
    merges = {commit.name for commit in mainline_commits}
    order = {name: number for number, name in enumerate(wrote)}
    seen = set(line)
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for merge in reversed(line):
        brought = _unseen(parents[merge][1:], parents, seen)
        if merge not in merges:
            continue
        by_file: dict[str, list[str]] = {}
        for name in sorted(brought & wrote.keys(), key=order.__getitem__, reverse=True):
            author, files = wrote[name]
            for file in files:
                by_file.setdefault(file, []).append(author)
        found[merge] = {file: tuple(dict.fromkeys(authors)) for file, authors in by_file.items()}
    return found


def _first_parents(parents: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the line of first parents, the latest commit first."""
    line = []
    name = next(iter(parents), None)
    while name is not None and name in parents:
        line.append(name)
        name = parents[name][0] if parents[name] else None
    return line


def _unseen(names: Iterable[str], parents: Mapping[str, tuple[str, ...]], seen: set[str]) -> set[str]:
    """Return the commits that can be reached from some and were not seen yet; now they have been."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen and name in parents:
            seen.add(name)
            found.add(name)
            waiting += parents[name]
    return found
