"""What became of each account between two states of a workspace, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from kamgen.changes.comparison import Change, Item, compare, item_name
from kamgen.changes.score_moves import ScoreMove
from kamgen.changes.settings_changes import SettingChange
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.workspace.plan_file import PlanFile
from kamgen.workspace.problems import Finding, Path
from kamgen.workspace.yaml_text import read_yaml

Kind = Literal["added", "removed", "changed", "unchanged"]

FORMAT_PATH: Path = ("kamgen",)


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a plan could be read: how many problems its form has, and why nothing of it can be used."""

    problems: int = 0
    nothing: Finding | None = None


WHOLE = Reading()


@dataclass(frozen=True)
class AccountChange:
    """What became of one account.

    Attributes:
        id: Its id, that of the later state where there is one.
        kind: What became of it; an account is unchanged where its plan says the same, though it be written otherwise.
        name: What it is called.
        former_id: The id that it had before, where it is another one.
        before: Its plan as far as it could be read; None where it was not there or nothing of it can be used.
        after: The same of the later state.
        read_before: How far the earlier plan could be read.
        read_after: How far the later one could.
        changes: What changed in the plan, value by value.
        not_compared: Values that could not be read on one of the sides, so that nobody knows whether they changed.
        moves: What that, the rules and the time did to its scores.
        has_errors: Whether something is wrong in the later plan, so that it has no page.

    """

    id: str
    kind: Kind
    name: str | LocalisedText
    former_id: str | None = None
    before: Account | None = None
    after: Account | None = None
    read_before: Reading = WHOLE
    read_after: Reading = WHOLE
    changes: tuple[Change, ...] = ()
    not_compared: int = 0
    moves: tuple[ScoreMove, ...] = ()
    has_errors: bool = False


@dataclass(frozen=True)
class Side:
    """One of two states: what was asked for, empty for the working tree, its commit, day, settings and version.

    ``settings_problems`` counts what is wrong with the form of its settings; ``made_by`` is the version of kamgen that
    made the site beside it, where there is one.
    """

    revision: str
    commit: str | None
    committed: date | None
    day: date
    settings: Settings
    settings_problems: int = 0
    made_by: str | None = None


@dataclass(frozen=True)
class WorkspaceChanges:
    """What changed in a workspace between two states.

    Attributes:
        before: The earlier state.
        after: The later one.
        settings: What changed in the settings.
        accounts: Those that came, went or changed, by id, then the others whose scores moved all the same.
        unchanged: How many plans say what they said.
        rewritten: How many of these are written otherwise.
        misnamed: Changed files that nobody reads, because their names are no ids.
        chosen: The ids of the accounts that were asked for; none where all were.

    """

    before: Side
    after: Side
    settings: tuple[SettingChange, ...] = ()
    accounts: tuple[AccountChange, ...] = ()
    unchanged: int = 0
    rewritten: int = 0
    misnamed: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[AccountChange, ...]:
        """The accounts that came, went or changed."""
        return tuple(account for account in self.accounts if account.kind != "unchanged")

    @property
    def moved_alone(self) -> tuple[AccountChange, ...]:
        """The accounts whose plans say what they said, and whose scores moved by the rules or in time."""
        return tuple(account for account in self.accounts if account.kind == "unchanged")

    @property
    def tells_something(self) -> bool:
        """Whether anything is different at all: plans, settings, or a score."""
        return bool(self.accounts or self.settings or self.misnamed)

    @property
    def is_different(self) -> bool:
        """Whether plans or settings are; that days have passed is no difference."""
        return bool(self.changed or self.settings or self.misnamed)


def reading_of(plan: PlanFile) -> Reading:
    """Return how far a plan can be compared; of one in another format nothing can, whatever looks familiar in it."""
    other_format = next(
        (found for found in plan.findings if found.path == FORMAT_PATH and not _is_missing(found)), None
    )
    if other_format is not None:
        return Reading(len(plan.findings), other_format)
    if plan.usable is None:
        return Reading(len(plan.findings), plan.findings[0] if plan.findings else None)
    return Reading(len(plan.findings))


def _is_missing(finding: Finding) -> bool:
    return "value" not in finding.message.parameters


def compared_plans(before: PlanFile, after: PlanFile) -> tuple[tuple[Change, ...], int]:
    """Return what changed between two plans of which something can be used, and how many values nobody can compare.

    Where a value of one side could not be read, it was left out there, and has neither come nor gone.
    """
    if before.usable is None or after.usable is None:
        return (), 0
    changes = compare(before.usable, after.usable)
    if not before.findings and not after.findings:
        return changes, 0
    unread_before, unread_after = tuple(_unread(before)), tuple(_unread(after))
    certain = tuple(
        change
        for change in changes
        if not _may_be_unread(change, change.before, unread_before)
        and not _may_be_unread(change, change.after, unread_after)
    )
    return certain, len(changes) - len(certain)


Steps = tuple[str, ...]
"""The way to a value, with the ids of items in place of their numbers; empty where an item has none."""


def _unread(plan: PlanFile) -> Iterator[Steps]:
    """Yield the ways to the values of a plan that could not be read."""
    paths = [finding.path for finding in plan.findings if finding.file == plan.file and finding.path]
    data, _ = read_yaml(plan.text) if paths else (None, ())
    for path in paths:
        node: Any = data
        steps = []
        for part in path:
            node = _inside(node, part)
            steps.append(part if isinstance(part, str) else _id_in(node))
        yield tuple(steps)
    if any(finding.file != plan.file for finding in plan.findings):
        yield ("value", "purchases")  # something is wrong in the file beside the plan, which has them all


def _inside(node: Any, part: str | int) -> Any:
    try:
        return node[part]
    except (KeyError, IndexError, TypeError):
        return None


def _id_in(node: Any) -> str:
    return str(node.get("id") or "") if isinstance(node, Mapping) else ""


def _may_be_unread(change: Change, value: Any, unread: Iterable[Steps]) -> bool:
    """Tell whether a side may only seem to lack a value: it or what holds it could not be read there, or a part of it.

    A part of an item that is there did not keep it from being read.
    """
    place = tuple(_id_of(step.item) if isinstance(step, Item) else step.removesuffix("_") for step in change.place)
    return any(_same_way(steps, place) and (len(steps) <= len(place) or value is None) for steps in unread)


def _same_way(one: Steps, other: Steps) -> bool:
    return all(a == b or not a or not b for a, b in zip(one, other, strict=False))


def _id_of(item: Any) -> str:
    return item_name(item) if hasattr(item, "id") else ""
