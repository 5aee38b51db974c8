"""Everything in a plan that has an id, kind by kind: ids are unique among things of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from kamgen.plan.account import Account
from kamgen.plan.values import LocalisedText
from kamgen.workspace.problems import Path


class Identified(Protocol):
    """Something with an id that people choose."""

    @property
    def id(self) -> str:
        """The id."""


Placed = tuple[Path, Identified]
"""A thing and the way to it, such as ``(("risks", 0), risk)``."""


def kinds(account: Account) -> Iterator[tuple[Placed, ...]]:
    """Yield for each kind of thing its things in their order."""
    strategies: Path = ("goals", "strategies")
    lists: tuple[tuple[Path, Iterable[Identified]], ...] = (
        (("profile", "needs"), account.profile.needs),
        (("goals", "goals"), account.goals.goals),
        (strategies, account.goals.strategies),
        (("power_map", "people"), account.power_map.people),
        (("success_plan", "outcomes"), account.success_plan.outcomes),
        (("opportunities",), account.opportunities),
        (("joint_plan", "initiatives"), account.joint_plan.initiatives),
        (("joint_plan", "commitments"), account.joint_plan.commitments),
        (("service", "requests"), account.service.requests),
        (("service", "blueprint"), account.service.blueprint),
        (("risks",), account.risks),
    )
    for path, things in lists:
        yield tuple(_placed(path, things))
    owners = [((*strategies, index), strategy) for index, strategy in enumerate(account.goals.strategies)]
    yield tuple(placed for path, owner in owners for placed in _placed((*path, "measures"), owner.measures))
    yield tuple(placed for path, owner in owners for placed in _placed((*path, "actions"), owner.actions))


def said(thing: Identified) -> str | LocalisedText | None:
    """Return what people read for a thing: its text, name or step."""
    for key in ("text", "name", "step"):
        text: str | LocalisedText | None = getattr(thing, key, None)
        if text is not None:
            return text
    return None


def _placed(path: Path, things: Iterable[Identified]) -> Iterator[Placed]:
    for index, thing in enumerate(things):
        yield (*path, index), thing
