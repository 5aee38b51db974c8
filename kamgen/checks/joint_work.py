"""What rules about the joint plan have in common: the promises that are still open, and when the plan is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.open_work import is_open
from kamgen.checks.rule import Subject
from kamgen.plan.joint_plan import Commitment, Initiative
from kamgen.workspace.problems import Path

LONG_OVER = 60
"""Days after the end of its year for which a joint plan is no longer asked about promise by promise."""


def open_commitments(subject: Subject) -> Iterator[tuple[Path, Commitment]]:
    """Yield what either side still has to do, with the way to it; nothing at a lost account."""
    if subject.account.status != "lost":
        for index, commitment in enumerate(subject.account.joint_plan.commitments):
            if is_open(commitment.status):
                yield ("joint_plan", "commitments", index), commitment


def open_initiatives(subject: Subject) -> Iterator[tuple[Path, Initiative]]:
    """Yield what both sides are still to do together, with the way to it; nothing at a lost account."""
    if subject.account.status != "lost":
        for index, initiative in enumerate(subject.account.joint_plan.initiatives):
            if is_open(initiative.status):
                yield ("joint_plan", "initiatives", index), initiative


def days_since_end(subject: Subject) -> int:
    """Return for how many days the joint plan's year has been over; 0 while it runs, and where no year is given.

    Where the fiscal year does not begin in January, a year may be called after either of its ends: the later counts.
    """
    year = subject.account.joint_plan.year
    if year is None:
        return 0
    after = date(year + 1, subject.settings.fiscal_year_start, 1)
    return max((subject.as_of - after).days + 1, 0)
