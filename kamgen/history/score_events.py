"""What may have moved the scores of an account: every version of its plan and of the rules, and how both are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kamgen.changes.score_history import PointKind
from kamgen.history.git_answers import blob_name
from kamgen.history.mainline import Mainline, PlanVersion, SettingsVersion
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE
from kamgen.workspace.text_file import read_bytes


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


def present_files(root: Path, account_ids: Iterable[str], day: date, like: str) -> Present:
    """Return how the files of accounts are now; ``like`` is a name of git's, which tells how it makes names."""
    contents: dict[str, bytes] = {}

    def held(file: str) -> str | None:
        data = read_bytes(root / file, root, file) if (root / file).exists() else None
        if not isinstance(data, bytes):
            return None
        name = blob_name(data, like)
        contents[name] = data
        return name

    plans = {}
    for account_id in account_ids:
        plan = held(f"{ACCOUNTS_FOLDER}/{account_id}.yaml")
        if plan is not None:
            plans[account_id] = (plan, held(f"{ACCOUNTS_FOLDER}/{account_id}.purchases.csv"))
    return Present(day, plans, held(SETTINGS_FILE), contents)


def events_of(
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
    if last is None or content_of(ending) != content_of(last):
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


def content_of(event: Event) -> tuple[object, ...]:
    """Return what decides about the scores of an event."""
    return event.account_id, event.plan, event.purchases, event.rules, event.day


def versions_of_rules(line: Mainline | None, digests: Mapping[str | None, str]) -> Iterator[SettingsVersion]:
    """Yield the versions of the settings with which something is scored otherwise than before."""
    last = None
    for version in () if line is None else line.settings:
        digest = digests[version.settings]
        if digest != last:
            yield version
        last = digest


def names_of(event: Event) -> tuple[str, ...]:
    """Return the names of what an account's files held."""
    return tuple(name for name in (event.plan, event.purchases) if name is not None)
