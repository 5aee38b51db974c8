"""Since when each part of the plans has said what it says, from the versions that git knows.

A plan is followed from its last version back to where each part became what it is. Few versions have to be read as
plans for that: as long as the values under a part's keys are the same, so is what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kamgen.changes.freshness import (
    KEYS_OF,
    NO_PAST,
    PARTS,
    RECORDS,
    Digests,
    LastChange,
    PlanPart,
    PlanPast,
    part_digests,
)
from kamgen.history.git import Repository
from kamgen.history.mainline import Mainline, PlanVersion, mainline
from kamgen.history.plain_plans import PlainPlans
from kamgen.history.renamed_accounts import renamed_accounts
from kamgen.workspace.plan_file import plan_from_text, read_plan
from kamgen.workspace.root import ACCOUNTS_FOLDER
from kamgen.workspace.text_file import LARGEST_FILE, decode
from kamgen.workspace.workspace import collector_paused

_AT_ONCE = 400
"""Versions whose files are held at a time: about 10 MB of plans of the usual size, and few calls of git."""

_Contents = Mapping[str, bytes]
"""What files held, by git's name of it; without those that this clone lacks."""


@dataclass(frozen=True)
class PlanPasts:
    """How history has all plans up to the end of a day.

    Attributes:
        tip: The last commit that counts.
        accounts: The ids of the accounts that there were then.
        pasts: Their pasts, as far as they could ever be read.

    """

    tip: str
    accounts: frozenset[str]
    pasts: Mapping[str, PlanPast]

    def of(self, account_id: str) -> PlanPast | None:
        """Return the past of an account, none where it is new; None where nobody knows what it said."""
        return self.pasts.get(account_id, None if account_id in self.accounts else NO_PAST)

    def following(self, repository: Repository, root: Path, account_ids: Collection[str]) -> PlanPasts:
        """Return the same with the accounts in a folder that were renamed since: they keep their past."""
        gone = [id_ for id_ in sorted(self.pasts.keys() - set(account_ids)) if "\n" not in id_]
        come = sorted(set(account_ids) - self.accounts)
        if not gone or not come:
            return self
        held = repository.blobs([f"{self.tip}:{repository.prefix}{_file(id_)}" for id_ in gone])
        then = {id_: decode(data or b"", "") for id_, data in zip(gone, held, strict=True)}
        before = {id_: text for id_, text in then.items() if isinstance(text, str)}
        now = {id_: read_plan(root, _file(id_)).text for id_ in come}
        renamed = {new: self.pasts[old] for new, old in renamed_accounts(before, now).items()}
        return replace(self, pasts={**self.pasts, **renamed})


def last_commit_before(repository: Repository | None, as_of: date) -> str | None:
    """Return the commit that history ends at for a day; None where there is none.

    What is committed on the day itself does not count yet, so that committing the work of a day changes nothing that is
    said of that day.

    Raises:
        HistoryUnreadable: if git gives up on the way.

    """
    if repository is None or as_of == date.min:
        return None
    return repository.commit_up_to(as_of - timedelta(days=1))


def plan_pasts(repository: Repository, tip: str, before: PlanPasts | None = None, run: Run = map) -> PlanPasts:
    """Return how history has all plans up to a commit.

    What is known ``before``, of another commit in a complete clone, is not read again. ``run`` may do the work in
    several processes.

    Raises:
        HistoryUnreadable: if git gives up on the way.

    """
    line = mainline(repository.at(tip))
    if line is None:
        return PlanPasts(tip, frozenset(), {})
    known = {} if before is None else {past.version: past for past in before.pasts.values()}
    beginning = _beginning(line)
    plans = {id_: _Unread.of(line.of(id_), known, beginning) for id_ in line.accounts}
    found: dict[str, PlanPast] = {}
    for some in run(pasts_of, list(_batches(repository, plans))):
        found |= some
    return PlanPasts(tip, frozenset(line.accounts), {id_: found[id_] for id_ in line.accounts if id_ in found})


def _beginning(line: Mainline) -> str:
    """Return the commit that brought the first plans: they may have been written long before."""
    first = [line.of(account_id)[0] for account_id in line.accounts]
    return min(first, key=lambda version: version.time).commit if first else ""


@dataclass(frozen=True)
class _Unread:
    """The versions of a plan that are to be followed, the latest first.

    Attributes:
        name: The name of the last version.
        versions: Those that are not known yet.
        known: The past that they go on from.
        since_ever: Whether nothing of the plan can be older than the first of them.

    """

    name: str
    versions: tuple[PlanVersion, ...]
    known: PlanPast | None
    since_ever: bool

    @classmethod
    def of(cls, versions: Sequence[PlanVersion], known: Mapping[str, PlanPast], beginning: str) -> _Unread:
        """Return what is to be followed of a plan's versions, given the oldest first."""
        news: list[PlanVersion] = []
        past = None
        for version in reversed(versions):
            past = known.get(_name(version))
            if past is not None:
                break
            news.append(version)
        begin = versions[0]
        return cls(_name(versions[-1]), tuple(news), past, not begin.cut_off and begin.commit != beginning)


@dataclass(frozen=True)
class PlanBatch:
    """Plans of a repository that are followed together, by account."""

    repository: Repository
    plans: Mapping[str, _Unread]


Run = Callable[[Callable[[PlanBatch], Mapping[str, PlanPast]], Sequence[PlanBatch]], Iterable[Mapping[str, PlanPast]]]
"""Calls a function with every batch, and gives what it returns in any order."""


def _batches(repository: Repository, plans: Mapping[str, _Unread]) -> Iterator[PlanBatch]:
    some: dict[str, _Unread] = {}
    number = 0
    for account_id, plan in plans.items():
        some[account_id] = plan
        number += len(plan.versions)
        if number >= _AT_ONCE:
            yield PlanBatch(repository, some)
            some, number = {}, 0
    yield PlanBatch(repository, some)


def pasts_of(batch: PlanBatch) -> dict[str, PlanPast]:
    """Return the pasts of some plans, by account; one of which no version can be read has none."""
    with collector_paused():
        contents = _contents(batch.repository, batch.plans.values())
        found = {account_id: _past(plan, contents) for account_id, plan in batch.plans.items()}
    return {account_id: past for account_id, past in found.items() if past is not None}


def _past(plan: _Unread, contents: _Contents) -> PlanPast | None:
    """Return the past of a plan; None where no version of it can be read."""
    said: Digests = {}
    same: dict[PlanPart, _Reading] = {}
    changes: dict[PlanPart, LastChange] = {}
    plain_plans = PlainPlans()
    for version in plan.versions:
        if not _is_here(version, contents):
            return _ended(plan, said, same, changes, complete=False)
        reading = _Reading.of(version, contents, plain_plans)
        if reading is None:
            continue
        other = [part for part in same if reading.values[part] != same[part].values[part]]
        digests = {} if said and not other else reading.digests(other if said else PARTS)
        if digests is None:
            continue
        if not said:
            said = digests
            same = dict.fromkeys(PARTS, reading)
        for part in list(same):
            if digests.get(part, said[part]) == said[part]:
                same[part] = reading
            else:
                changes[part] = _change(same.pop(part).version)
        if not same:
            break
    return _ended(plan, said, same, changes, complete=True)


def _ended(
    plan: _Unread,
    said: Digests,
    same: Mapping[PlanPart, _Reading],
    changes: dict[PlanPart, LastChange],
    *,
    complete: bool,
) -> PlanPast | None:
    """Return a plan's past with what is known of the parts that were the ``same`` back to the end of the walk."""
    if not said:
        return None if plan.known is None or not complete else replace(plan.known, version=plan.name)
    for part, reading in same.items():
        if complete and plan.known is not None:
            known = plan.known.digests.get(part) == said[part]
            changes[part] = plan.known.changes[part] if known else _change(reading.version)
        else:
            since_ever = complete and plan.since_ever and reading.version is plan.versions[-1]
            changes[part] = replace(_change(reading.version), or_before=not since_ever)
    return PlanPast(plan.name, said, changes)


def _change(version: PlanVersion) -> LastChange:
    return LastChange(version.day, version.authors)


@dataclass(frozen=True)
class _Reading:
    """A version whose YAML can be read.

    Attributes:
        version: The version.
        values: The plain values of each part: where they are the same, so is what it says.

    """

    version: PlanVersion
    values: Mapping[PlanPart, Any]
    _text: str
    _purchases: bytes | None

    @classmethod
    def of(cls, version: PlanVersion, contents: _Contents, plain_plans: PlainPlans) -> _Reading | None:
        """Return a version as YAML; None where there is no plan, or none that is YAML."""
        held = [None if name is None else contents[name] for name in (version.plan, version.purchases)]
        if held[0] is None or any(data is not None and len(data) > LARGEST_FILE for data in held):
            return None
        text = decode(held[0], "")
        plain = plain_plans.of(text) if isinstance(text, str) else None
        if not isinstance(text, str) or plain is None:
            return None
        values: dict[PlanPart, Any] = {part: [plain.get(key) for key in keys] for part, keys in KEYS_OF.items()}
        value = plain.get("value")
        if isinstance(value, dict):
            values["value"] = {key: given for key, given in value.items() if key != RECORDS}
        values[RECORDS] = (version.purchases, value.get(RECORDS) if isinstance(value, dict) else None)
        return cls(version, values, text, held[1])

    def digests(self, parts: Iterable[PlanPart]) -> Digests | None:
        """Return what some parts say; None where something is wrong with the plan's form."""
        file = _file(self.version.id)
        purchases = file.removesuffix(".yaml") + ".purchases.csv"
        account = plan_from_text(self.version.id, file, self._text, purchases, self._purchases).account
        return None if account is None else part_digests(account, parts)


def _contents(repository: Repository, plans: Iterable[_Unread]) -> _Contents:
    names = dict.fromkeys(
        name for plan in plans for version in plan.versions for name in (version.plan, version.purchases) if name
    )
    held = zip(names, repository.blobs(list(names)), strict=True)
    return {name: data for name, data in held if data is not None}


def _is_here(version: PlanVersion, contents: _Contents) -> bool:
    """Tell whether this clone has a version: some fetch files only when they are asked for."""
    return all(name is None or name in contents for name in (version.plan, version.purchases))


def _name(version: PlanVersion) -> str:
    return f"{version.commit}:{version.id}"


def _file(account_id: str) -> str:
    return f"{ACCOUNTS_FOLDER}/{account_id}.yaml"
