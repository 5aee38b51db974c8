"""Three checks of what was done: by its owner, by the lead, by an auditor (methods: D5, source S3 has the name only).

Our reading: which of the three a plan keeps shows in what it has written down. An action that carries no checks asks
for none, and a check that no action of the plan has ever had is not missing at every one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kamgen.plan.goals import Action, ThreeChecks
from kamgen.wording.phrase import Phrase, phrase

CheckName = Literal["owner", "lead", "audit"]

CHECKS: tuple[CheckName, ...] = ("owner", "lead", "audit")
"""The three checks in the order in which they are made."""


@dataclass(frozen=True, slots=True)
class CheckedAction:
    """An action that is done and asks for checks: which were made, and when, and which are missing."""

    action: Action
    made: dict[CheckName, date]
    missing: tuple[CheckName, ...]


@dataclass(frozen=True, slots=True)
class CheckCount:
    """Checks that were made, of those that should be there."""

    made: int
    expected: int


@dataclass(frozen=True, slots=True)
class ThreeChecksResult:
    """How far the actions that are done were checked.

    ``kept`` are the checks that the plan keeps. ``share`` is what was made of what should be there, 0 to 1; None where
    no action that is done asks for checks, or none was ever made.
    """

    kept: tuple[CheckName, ...]
    actions: tuple[CheckedAction, ...]
    by_check: dict[CheckName, CheckCount]
    total: CheckCount
    share: Decimal | None
    assumptions: tuple[Phrase, ...]


ASSUMPTIONS = (
    phrase("A plan keeps those of the three checks that any of its actions has had"),
    phrase("An action that carries no checks asks for none"),
)


def score_three_checks(actions: Iterable[Action], as_of: date) -> ThreeChecksResult:
    """Return which checks of the actions that are done are there, and which are missing (D5)."""
    carrying = [(action, checks_made(action.checks, as_of)) for action in actions if action.checks is not None]
    kept = tuple(name for name in CHECKS if any(name in made for _, made in carrying))
    done = tuple(
        CheckedAction(action, made, tuple(name for name in kept if name not in made))
        for action, made in carrying
        if action.status == "done"
    )
    by_check = {name: CheckCount(sum(name in found.made for found in done), len(done)) for name in kept}
    total = CheckCount(sum(count.made for count in by_check.values()), len(kept) * len(done))
    return ThreeChecksResult(
        kept=kept,
        actions=done,
        by_check=by_check,
        total=total,
        share=Decimal(total.made) / total.expected if total.expected else None,
        assumptions=ASSUMPTIONS,
    )


def checks_made(checks: ThreeChecks | None, as_of: date) -> dict[CheckName, date]:
    """Return the checks that were made up to a day: which, and when."""
    if checks is None:
        return {}
    days: dict[CheckName, date | None] = {"owner": checks.owner, "lead": checks.lead, "audit": checks.audit}
    return {name: day for name, day in days.items() if day is not None and day <= as_of}
