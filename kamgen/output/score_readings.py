"""Each version of a plan read and scored, with today's rules and with its own, and what changed in words."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kamgen.changes.comparison import compare
from kamgen.changes.score_history import Point, Standing, State, point
from kamgen.history.earlier import EarlierPlan
from kamgen.history.git import Repository
from kamgen.history.git_failures import HistoryCutOff
from kamgen.history.score_events import Event, names_of
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.changes.sentences import told
from kamgen.pages.context import Context
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, Language, LocalisedText
from kamgen.workspace.plan_file import read_settings_text
from kamgen.workspace.root import SETTINGS_FILE
from kamgen.workspace.text_file import LARGEST_FILE, decode
from kamgen.workspace.workspace import collector_paused

MOST_TOLD = 6
"""Changes of a version that are told; a list of all is what ``kamgen diff`` is for."""
LONGEST_SENTENCE = 240
"""Characters; a new person or opportunity is told with all that it says."""


@dataclass(frozen=True)
class Reading:
    """What a version was found to be: its point, what changed in words, and what the account was called."""

    point: Point
    told: Mapping[Language, tuple[str, ...]]
    more: int
    name: str | LocalisedText | None


@dataclass(frozen=True)
class ReadingTask:
    """An account whose history is to be followed, and what is known of it already."""

    account_id: str
    events: tuple[Event, ...]
    keys: tuple[str, ...]
    kept: tuple[tuple[str, ...], bytes]


@dataclass(frozen=True)
class ReadingBatch:
    """Accounts to follow, and all that this needs."""

    tasks: tuple[ReadingTask, ...]
    repository: Repository | None
    contents: Mapping[str, bytes]
    today: Settings
    rules: str


def follow(batch: ReadingBatch) -> dict[str, tuple[tuple[str, ...], bytes]]:
    """Return the readings of a batch's accounts, by id, with their keys."""
    asked = [name for task in batch.tasks for name in _names_to_read(task)]
    contents = contents_of(asked, batch.contents, batch.repository)
    reader = _Reader(batch, contents)
    with collector_paused():
        return {
            task.account_id: (
                task.keys,
                pickle.dumps(tuple(_readings_of(task, reader)), pickle.HIGHEST_PROTOCOL),
            )
            for task in batch.tasks
        }


def _names_to_read(task: ReadingTask) -> Iterator[str]:
    """Yield the contents that are likely to be read: those of new events, and of the one before."""
    known = set(task.kept[0])
    before: tuple[str, ...] = ()
    for event, key in zip(task.events, task.keys, strict=True):
        names = names_of(event)
        if key not in known:
            yield from (*before, *names)
        before = names


def _readings_of(task: ReadingTask, reader: _Reader) -> Iterator[Reading]:
    """Yield the readings of a task's events, those that are known already as they are."""
    known = readings_in(task.kept)
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

    def __init__(self, batch: ReadingBatch, contents: dict[str, bytes]) -> None:
        self._today, self._contents, self._repository = batch.today, contents, batch.repository
        self._rules = {batch.rules: batch.today}

    def reading(self, event: Event, last: _Last | None) -> tuple[Reading, State | None]:
        """Return what an event was, and the state that it left; None where the plan is not there or not readable."""
        if event.plan is None:
            return Reading(Point("removed", event.day, None), {}, 0, None), None
        before = None if last is None else last.state or self._state(last.event)
        same = last is not None and names_of(event) == names_of(last.event)
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
            contents = contents_of([event.settings], self._contents, self._repository)
            rules = self._rules[event.rules] = settings_of(event.settings, contents)
        return rules

    def _plan(self, event: Event) -> Account | None:
        held = [self._held(name) for name in names_of(event)]
        return None if any(len(data) > LARGEST_FILE for data in held) else EarlierPlan(*held).account(event.account_id)

    def _held(self, name: str) -> bytes:
        if name not in self._contents:
            self._contents |= contents_of([name], {}, self._repository)
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


def readings_in(kept: tuple[tuple[str, ...], bytes]) -> dict[str, Reading]:
    """Return readings by their keys, as :func:`follow` packed them."""
    keys, data = kept
    if not keys:
        return {}
    with collector_paused():
        found: tuple[Reading, ...] = pickle.loads(data)  # noqa: S301 - from the user's own cache folder
    return dict(zip(keys, found, strict=True))


def settings_of(name: str | None, contents: Mapping[str, bytes]) -> Settings:
    """Return the settings of some contents, without what is wrong in them."""
    data = b"" if name is None else contents[name]
    text = decode(data, SETTINGS_FILE) if len(data) <= LARGEST_FILE else ""
    return read_settings_text(text, SETTINGS_FILE)[0] if isinstance(text, str) else Settings()


def contents_of(
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
