"""The score history of every account: each version of its plan is read and scored once and then remembered.

What is remembered of a version is known by everything that it came from: all that the account's files held up to then,
the rules, and the day. So a commit more costs one version more, and who wrote it may be told anew at any time.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kamgen.changes.comparison import compare
from kamgen.changes.score_history import Point, PointKind, Standing, State, point, rules_text
from kamgen.history.earlier import EarlierPlan
from kamgen.history.git import Repository
from kamgen.history.git_failures import HistoryCutOff
from kamgen.history.mainline import Mainline, PlanVersion, SettingsVersion
from kamgen.output.cache import recall, remember
from kamgen.output.survey import code_digest
from kamgen.output.workers import Workers
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.changes.sentences import told
from kamgen.pages.context import Context
from kamgen.pages.score_history import HistoryStep, ScoreHistory
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, Language, LocalisedText
from kamgen.workspace.plan_file import read_settings_text
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE
from kamgen.workspace.text_file import LARGEST_FILE, decode, read_bytes
from kamgen.workspace.workspace import collector_paused

MOST_TOLD = 6
"""Changes of a version that are told; a list of all is what ``kamgen diff`` is for."""
LONGEST_SENTENCE = 240
"""Characters; a new person or opportunity is told with all that it says."""

_KEPT = "score-histories.pickle"
_MOST_KEPT = 64 * 1024 * 1024
"""Bytes; 10,000 versions take about a tenth of it."""
_BATCH = 400
"""Versions that are read at once: some 4 MB of plans."""
_WORTH_A_WORKER = 150
"""Versions from which on more processes pay, as in a survey."""
_DIGITS_OF_SHA1 = 40


@dataclass(frozen=True)
class Present:
    """The files of a workspace as they are now, each under the name that git would give to its contents.

    ``plans`` are the plan and the purchases of each account, by its id; ``contents`` what they hold, by name.
    """

    day: date
    plans: Mapping[str, tuple[str, str | None]]
    settings: str | None
    contents: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that may have moved the scores of an account: a commit, or how its files are now.

    ``rules`` is a digest of what scores read of the settings then; ``day`` is the one that it is scored on, ``shown``
    the one that people know it by: a commit may be younger than the day that is spoken of.
    """

    kind: PointKind
    account_id: str
    commit: str
    authors: tuple[str, ...]
    subject: str
    shown: date
    day: date
    plan: str | None
    purchases: str | None
    settings: str | None
    rules: str


@dataclass(frozen=True)
class Reading:
    """What a version was found to be: its point, what changed in words, and what the account was called."""

    point: Point
    told: Mapping[Language, tuple[str, ...]]
    more: int
    name: str | LocalisedText | None


Kept = Mapping[str, tuple[tuple[str, ...], bytes]]
"""By account: the keys of its versions, and their readings, pickled together."""


@dataclass(frozen=True)
class KnownHistory:
    """The history of an account, ready to be unpacked where it is said.

    ``key`` is a digest that moves when anything does that can be said of it.
    """

    account_id: str
    events: tuple[Event, ...]
    keys: tuple[str, ...]
    kept: tuple[tuple[str, ...], bytes]
    cut_off: bool

    @property
    def key(self) -> str:
        """The digest of all that is said of it."""
        parts = [self.keys[-1] if self.keys else "", repr(self.cut_off)]
        parts += [f"{event.commit}\0{event.authors}\0{event.subject}\0{event.shown}" for event in self.events]
        return _digest("\n".join(parts))

    def history(self) -> ScoreHistory:
        """Return the history."""
        readings = _readings(self.kept)
        found = [readings[key] for key in self.keys]
        steps, before = [], ""
        for event, reading in zip(self.events, found, strict=True):
            renamed = before if before and before != event.account_id else ""
            before = event.account_id
            steps.append(
                HistoryStep(
                    reading.point, event.commit, event.authors, event.subject, event.shown, reading.told,
                    reading.more, renamed,
                )
            )  # fmt: skip
        name = next((reading.name for reading in reversed(found) if reading.name is not None), self.account_id)
        return ScoreHistory(self.account_id, name, tuple(steps), self.cut_off)


@dataclass(frozen=True)
class _Task:
    """An account whose history is to be followed, and what is known of it already."""

    account_id: str
    events: tuple[Event, ...]
    keys: tuple[str, ...]
    kept: tuple[tuple[str, ...], bytes]


@dataclass(frozen=True)
class _Batch:
    """Accounts to follow, and all that this needs."""

    tasks: tuple[_Task, ...]
    repository: Repository | None
    contents: Mapping[str, bytes]
    today: Settings
    rules: str


@dataclass(frozen=True)
class Sources:
    """What histories are made from.

    Attributes:
        line: The commits; None where there are none.
        repository: Where their files are.
        present: How the files are now: each history ends with that, unless it is just what was committed last.
        settings: Today's: the rules that everything is scored with, and the names that people and products have.

    """

    line: Mainline | None
    repository: Repository | None
    present: Present
    settings: Settings


def score_histories(
    sources: Sources, account_ids: Iterable[str], workers: Workers, cache: Path
) -> dict[str, KnownHistory]:
    """Return the histories of accounts, by id, also of those that are gone; one that never was there has none.

    Raises:
        HistoryCutOff: if this clone lacks a file of its own history.

    """
    line, present, settings = sources.line, sources.present, sources.settings
    base = _digest(f"{code_digest()}\0{rules_text(settings)}\0{settings.team!r}")
    kept, digests = _recalled(cache, base)
    digests = _rules_digests(sources, digests)
    now = _rules_digest(settings)
    versions = tuple(_versions_of_rules(line, digests))
    tasks = []
    for account_id in dict.fromkeys(account_ids):
        events = tuple(_events(line, account_id, versions, digests, present, now))
        if events:
            tasks.append(_Task(account_id, events, _keys(base, events), kept.get(account_id, ((), b""))))
    missing = [task for task in tasks if not set(task.keys).issubset(task.kept[0])]
    followed = _followed(missing, sources, now, workers)
    there = {id_ for id_ in kept if line is not None and (line.of(id_) or id_ in present.plans)}
    if followed:
        _keep(cache, base, {id_: kept[id_] for id_ in sorted(there)} | followed, digests)
    cut_off = line is not None and line.cut_off
    return {
        task.account_id: KnownHistory(
            task.account_id, task.events, task.keys, followed.get(task.account_id, task.kept), cut_off
        )
        for task in tasks
    }


def present_files(root: Path, account_ids: Iterable[str], day: date, like: str) -> Present:
    """Return how the files of accounts are now; ``like`` is a name of git's, which tells how it makes names."""
    contents: dict[str, bytes] = {}

    def held(file: str) -> str | None:
        data = read_bytes(root / file, root, file) if (root / file).exists() else None
        if not isinstance(data, bytes):
            return None
        name = _name_of(data, like)
        contents[name] = data
        return name

    plans = {}
    for account_id in account_ids:
        plan = held(f"{ACCOUNTS_FOLDER}/{account_id}.yaml")
        if plan is not None:
            plans[account_id] = (plan, held(f"{ACCOUNTS_FOLDER}/{account_id}.purchases.csv"))
    return Present(day, plans, held(SETTINGS_FILE), contents)


def _name_of(data: bytes, like: str) -> str:
    """Return git's name of a file's contents."""
    algorithm = hashlib.sha256 if len(like) > _DIGITS_OF_SHA1 else hashlib.sha1
    return algorithm(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


# ── What happened ──


def _events(
    line: Mainline | None,
    account_id: str,
    rules: Sequence[SettingsVersion],
    digests: Mapping[str | None, str],
    present: Present,
    now: str,
) -> Iterator[Event]:
    """Yield all that may have moved an account's scores, the oldest first; the last is how it is now."""
    versions = () if line is None else line.of(account_id)
    last: Event | None = None
    for version in _in_order(versions, rules):
        if isinstance(version, PlanVersion):
            last = _of_plan(version, digests, present.day)
            yield last
        elif last is not None and last.plan is not None and digests[version.settings] != last.rules:
            last = _of_rules(version, last, digests, present.day)
            yield last
    plan, purchases = present.plans.get(account_id, (None, None))
    if plan is None and (last is None or last.plan is None):
        return
    ending = Event(
        "now" if plan is not None else "removed",
        account_id, "", (), "", present.day, present.day, plan, purchases, present.settings, now,
    )  # fmt: skip
    if last is None or _content(ending) != _content(last):
        yield ending


def _in_order(
    versions: Sequence[PlanVersion], rules: Sequence[SettingsVersion]
) -> Iterator[PlanVersion | SettingsVersion]:
    """Yield versions of a plan and of the settings as they came; one commit with both is the plan's."""
    with_plans = {version.commit for version in versions}
    alone = [version for version in rules if version.commit not in with_plans]
    number = 0
    for version in versions:
        while number < len(alone) and alone[number].time < version.time:
            yield alone[number]
            number += 1
        yield version
    yield from alone[number:]


def _of_plan(version: PlanVersion, digests: Mapping[str | None, str], latest: date) -> Event:
    return Event(
        "plan" if version.plan is not None else "removed",
        version.id, version.commit, version.authors, version.subject, version.day, min(version.day, latest),
        version.plan, version.purchases, version.settings, digests[version.settings],
    )  # fmt: skip


def _of_rules(version: SettingsVersion, last: Event, digests: Mapping[str | None, str], latest: date) -> Event:
    return Event(
        "rules",
        last.account_id, version.commit, version.authors, version.subject, version.day, min(version.day, latest),
        last.plan, last.purchases, version.settings, digests[version.settings],
    )  # fmt: skip


def _content(event: Event) -> tuple[object, ...]:
    return event.account_id, event.plan, event.purchases, event.rules, event.day


def _keys(base: str, events: Iterable[Event]) -> tuple[str, ...]:
    """Return a key for each event: the digest of all that it came from, and so of all events before it."""
    keys = []
    key = base
    for event in events:
        key = _digest(f"{key}\0{event.kind}\0{_content(event)}")
        keys.append(key)
    return tuple(keys)


def _versions_of_rules(line: Mainline | None, digests: Mapping[str | None, str]) -> Iterator[SettingsVersion]:
    """Yield the versions of the settings with which something is scored otherwise than before."""
    last = None
    for version in () if line is None else line.settings:
        digest = digests[version.settings]
        if digest != last:
            yield version
        last = digest


def _rules_digests(sources: Sources, known: Mapping[str | None, str]) -> dict[str | None, str]:
    """Return the digest of the rules in each version of the settings; of none too, which has kamgen's own."""
    names = [] if sources.line is None else [version.settings for version in sources.line.settings]
    asked = dict.fromkeys([*names, None])
    found = {name: known[name] for name in asked if name in known}
    missing = [name for name in asked if name not in found]
    contents = _contents(missing, {}, sources.repository)
    return found | {name: _rules_digest(_settings(name, contents)) for name in missing}


def _rules_digest(settings: Settings) -> str:
    return _digest(rules_text(settings))


def _settings(name: str | None, contents: Mapping[str, bytes]) -> Settings:
    """Return the settings of some contents, without what is wrong in them."""
    data = b"" if name is None else contents[name]
    text = decode(data, SETTINGS_FILE) if len(data) <= LARGEST_FILE else ""
    return read_settings_text(text, SETTINGS_FILE)[0] if isinstance(text, str) else Settings()


def _contents(
    names: Iterable[str | None], given: Mapping[str, bytes], repository: Repository | None
) -> dict[str, bytes]:
    """Return what files hold, by git's names of it.

    Raises:
        HistoryCutOff: if this clone does not have one of them.

    """
    asked = [name for name in dict.fromkeys(names) if name is not None]
    found = {name: given[name] for name in asked if name in given}
    missing = [name for name in asked if name not in found]
    for name, data in zip(missing, [] if repository is None else repository.blobs(missing), strict=True):
        if data is None:
            raise HistoryCutOff
        found[name] = data
    return found


# ── What it did ──


def _followed(
    tasks: Sequence[_Task], sources: Sources, rules: str, workers: Workers
) -> dict[str, tuple[tuple[str, ...], bytes]]:
    held = sources.present.contents
    batches = [
        _Batch(
            tuple(part),
            sources.repository,
            {name: held[name] for task in part for name in _names(task.events[-1]) if name in held},
            sources.settings,
            rules,
        )
        for part in _dealt(tasks, workers.number)
    ]
    return {id_: entry for result in workers.run(follow, batches) for id_, entry in result.items()}


def _names(event: Event) -> tuple[str, ...]:
    """Return the names of what an account's files held."""
    return tuple(name for name in (event.plan, event.purchases) if name is not None)


def _dealt(tasks: Sequence[_Task], workers: int) -> list[list[_Task]]:
    """Return tasks in batches with about as many versions to read; few stay one batch, which this process does."""
    counts = [len(set(task.keys) - set(task.kept[0])) for task in tasks]
    total = sum(counts)
    if total < _WORTH_A_WORKER or workers == 1:
        most = total if total < _WORTH_A_WORKER else _BATCH
    else:
        most = min(_BATCH, -(-total // (workers * 2)))
    batches: list[list[_Task]] = []
    room = 0
    for task, count in zip(tasks, counts, strict=True):
        if room < count or not batches:
            batches.append([])
            room = most
        batches[-1].append(task)
        room -= count
    return batches


def follow(batch: _Batch) -> dict[str, tuple[tuple[str, ...], bytes]]:
    """Return the readings of a batch's accounts, by id, with their keys."""
    asked = [name for task in batch.tasks for name in _names_to_read(task)]
    contents = _contents(asked, batch.contents, batch.repository)
    reader = _Reader(batch, contents)
    with collector_paused():
        return {
            task.account_id: (
                task.keys,
                pickle.dumps(tuple(_readings_of(task, reader)), pickle.HIGHEST_PROTOCOL),
            )
            for task in batch.tasks
        }


def _names_to_read(task: _Task) -> Iterator[str]:
    """Yield the contents that are likely to be read: those of new events, and of the one before."""
    known = set(task.kept[0])
    before: tuple[str, ...] = ()
    for event, key in zip(task.events, task.keys, strict=True):
        names = _names(event)
        if key not in known:
            yield from (*before, *names)
        before = names


def _readings_of(task: _Task, reader: _Reader) -> Iterator[Reading]:
    """Yield the readings of a task's events, those that are known already as they are."""
    known = _readings(task.kept)
    last: _Last | None = None
    for event, key in zip(task.events, task.keys, strict=True):
        reading, state = known.get(key), None
        if reading is None:
            reading, state = reader.reading(event, last)
        if event.plan is None:
            last = None
        elif reading.point.scores is not None:
            last = _Last(event, reading.point.scores, state)
        yield reading


@dataclass(frozen=True)
class _Last:
    """The last version that could be read, with its scores; it has a state where it was read just now."""

    event: Event
    scores: Standing
    state: State | None


class _Reader:
    """Reads versions of plans and scores them with today's rules, and with their own."""

    def __init__(self, batch: _Batch, contents: dict[str, bytes]) -> None:
        self._today, self._contents, self._repository = batch.today, contents, batch.repository
        self._rules = {batch.rules: batch.today}

    def reading(self, event: Event, last: _Last | None) -> tuple[Reading, State | None]:
        """Return what an event was, and the state that it left; None where the plan is not there or not readable."""
        if event.plan is None:
            return Reading(Point("removed", event.day, None), {}, 0, None), None
        before = None if last is None else last.state or self._state(last.event)
        same = last is not None and _names(event) == _names(last.event)
        state = self._state(event, before.plan if before is not None and same else None)
        if state is None:
            return Reading(Point("unreadable", event.day, None), {}, 0, None), None
        found = point(event.kind, before, state, self._today, None if last is None else last.scores)
        sentences, more = self._told(before, state)
        return Reading(found, sentences, more, state.plan.name), state

    def _state(self, event: Event, plan: Account | None = None) -> State | None:
        """Return what an event left, with the rules of the time; None where the plan cannot be read."""
        plan = plan or self._plan(event)
        return None if plan is None else State(plan, self._rules_of(event), event.day)

    def _rules_of(self, event: Event) -> Settings:
        rules = self._rules.get(event.rules)
        if rules is None:
            contents = _contents([event.settings], self._contents, self._repository)
            rules = self._rules[event.rules] = _settings(event.settings, contents)
        return rules

    def _plan(self, event: Event) -> Account | None:
        held = [self._held(name) for name in _names(event)]
        return None if any(len(data) > LARGEST_FILE for data in held) else EarlierPlan(*held).account(event.account_id)

    def _held(self, name: str) -> bytes:
        if name not in self._contents:
            self._contents |= _contents([name], {}, self._repository)
        return self._contents[name]

    def _told(self, before: State | None, now: State) -> tuple[dict[Language, tuple[str, ...]], int]:
        """Return what changed in each language, the most important first, and how many changes are left out."""
        if before is None or before.plan is now.plan:
            return {}, 0
        changes, more = compare(before.plan, now.plan), 0
        said: dict[Language, tuple[str, ...]] = {}
        for language in LANGUAGES if changes else ():
            context = Context(self._today, now.day, language)
            sentences = told(changes, AccountTerms(before.plan, context), AccountTerms(now.plan, context))
            said[language] = tuple(_short(one.sentence) for one in sentences[:MOST_TOLD])
            more = max(len(sentences) - MOST_TOLD, 0)
        return said, more


def _short(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= LONGEST_SENTENCE else line[: LONGEST_SENTENCE - 1].rstrip() + "…"


# ── What is remembered ──


def _readings(kept: tuple[tuple[str, ...], bytes]) -> dict[str, Reading]:
    keys, data = kept
    if not keys:
        return {}
    with collector_paused():
        found: tuple[Reading, ...] = pickle.loads(data)  # noqa: S301 - from the user's own cache folder
    return dict(zip(keys, found, strict=True))


def _recalled(cache: Path, base: str) -> tuple[Kept, dict[str | None, str]]:
    """Return what was kept: readings of the same code and rules, and what is known of old settings."""
    data = recall(cache, _KEPT)
    if data is None:
        return {}, {}
    try:
        made_from, kept, digests = pickle.loads(data)  # noqa: S301 - from the user's own cache folder
    except Exception:
        return {}, {}
    return (kept, digests) if made_from == base else ({}, {})


def _keep(cache: Path, base: str, kept: Kept, digests: Mapping[str | None, str]) -> None:
    """Keep what was read, of as many accounts as there is room for."""
    room, found = _MOST_KEPT, {}
    for account_id, entry in kept.items():
        room -= len(entry[1])
        if room >= 0:
            found[account_id] = entry
    remember(cache, _KEPT, pickle.dumps((base, found, digests), pickle.HIGHEST_PROTOCOL))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
