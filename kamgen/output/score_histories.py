"""The score history of every account: each version of its plan is read and scored once and then remembered.

What is remembered of a version is known by everything that it came from: all that the account's files held up to then,
the rules, and the day. So a commit more costs one version more, and who wrote it may be told anew at any time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kamgen.changes.score_history import rules_text
from kamgen.history.git import Repository
from kamgen.history.mainline import Mainline
from kamgen.history.score_events import Event, Present, content_of, events_of, names_of, versions_of_rules
from kamgen.output.cache import recall_value, remember_value
from kamgen.output.score_readings import (
    ReadingBatch,
    ReadingTask,
    contents_of,
    follow,
    readings_in,
    settings_of,
)
from kamgen.output.survey import code_digest
from kamgen.output.workers import Workers
from kamgen.pages.score_history import HistoryStep, ScoreHistory
from kamgen.plan.settings import Settings

_KEPT = "score-histories.pickle"
_MOST_KEPT = 64 * 1024 * 1024
"""Bytes; 10,000 versions take about a tenth of it."""
_BATCH = 400
"""Versions that are read at once: some 4 MB of plans."""
_WORTH_A_WORKER = 150
"""Versions from which on more processes pay, as in a survey."""

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
        readings = readings_in(self.kept)
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
    versions = tuple(versions_of_rules(line, digests))
    tasks = []
    for account_id in dict.fromkeys(account_ids):
        events = tuple(events_of(line, account_id, versions, digests, present, now))
        if events:
            tasks.append(ReadingTask(account_id, events, _keys(base, events), kept.get(account_id, ((), b""))))
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


def _keys(base: str, events: Iterable[Event]) -> tuple[str, ...]:
    """Return a key for each event: the digest of all that it came from, and so of all events before it."""
    keys = []
    key = base
    for event in events:
        key = _digest(f"{key}\0{event.kind}\0{content_of(event)}")
        keys.append(key)
    return tuple(keys)


def _rules_digests(sources: Sources, known: Mapping[str | None, str]) -> dict[str | None, str]:
    """Return the digest of the rules in each version of the settings; of none too, which has kamgen's own."""
    names = [] if sources.line is None else [version.settings for version in sources.line.settings]
    asked = dict.fromkeys([*names, None])
    found = {name: known[name] for name in asked if name in known}
    missing = [name for name in asked if name not in found]
    contents = contents_of(missing, {}, sources.repository)
    return found | {name: _rules_digest(settings_of(name, contents)) for name in missing}


def _rules_digest(settings: Settings) -> str:
    return _digest(rules_text(settings))


def _followed(
    tasks: Sequence[ReadingTask], sources: Sources, rules: str, workers: Workers
) -> dict[str, tuple[tuple[str, ...], bytes]]:
    held = sources.present.contents
    batches = [
        ReadingBatch(
            tuple(part),
            sources.repository,
            {name: held[name] for task in part for name in names_of(task.events[-1]) if name in held},
            sources.settings,
            rules,
        )
        for part in _dealt(tasks, workers.number)
    ]
    return {id_: entry for result in workers.run(follow, batches) for id_, entry in result.items()}


def _dealt(tasks: Sequence[ReadingTask], workers: int) -> list[list[ReadingTask]]:
    """Return tasks in batches with about as many versions to read; few stay one batch, which this process does."""
    counts = [len(set(task.keys) - set(task.kept[0])) for task in tasks]
    total = sum(counts)
    if total < _WORTH_A_WORKER or workers == 1:
        most = total if total < _WORTH_A_WORKER else _BATCH
    else:
        most = min(_BATCH, -(-total // (workers * 2)))
    batches: list[list[ReadingTask]] = []
    room = 0
    for task, count in zip(tasks, counts, strict=True):
        if room < count or not batches:
            batches.append([])
            room = most
        batches[-1].append(task)
        room -= count
    return batches


def _recalled(cache: Path, base: str) -> tuple[Kept, dict[str | None, str]]:
    """Return what was kept: readings of the same code and rules, and what is known of old settings."""
    kept, digests = recall_value(cache, _KEPT, base, tuple) or ({}, {})
    return kept, digests


def _keep(cache: Path, base: str, kept: Kept, digests: Mapping[str | None, str]) -> None:
    """Keep what was read, of as many accounts as there is room for."""
    room, found = _MOST_KEPT, {}
    for account_id, entry in kept.items():
        room -= len(entry[1])
        if room >= 0:
            found[account_id] = entry
    remember_value(cache, _KEPT, base, (found, digests))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
