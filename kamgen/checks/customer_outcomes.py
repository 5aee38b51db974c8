"""What rules about the success plan have in common: which outcomes are being worked on, and which are past."""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.open_work import is_open
from kamgen.checks.rule import Subject
from kamgen.plan.success_plan import Milestone, Outcome
from kamgen.workspace.problems import Path


def open_outcomes(subject: Subject) -> Iterator[tuple[Path, Outcome]]:
    """Yield the outcomes that the customer has not confirmed, with the way to each; nothing at a lost account."""
    if subject.account.status != "lost":
        for index, outcome in enumerate(subject.account.success_plan.outcomes):
            if outcome.verified is None:
                yield ("success_plan", "outcomes", index), outcome


def open_milestones(subject: Subject) -> Iterator[tuple[Path, Milestone, Outcome]]:
    """Yield the steps that are still to be taken, with the way to each and the outcome that it leads to."""
    for path, outcome in open_outcomes(subject):
        for index, milestone in enumerate(outcome.milestones):
            if is_open(milestone.status):
                yield (*path, "milestones", index), milestone, outcome


def is_past(outcome: Outcome, subject: Subject) -> bool:
    """Tell whether an outcome was due before the day."""
    return outcome.due is not None and outcome.due < subject.as_of
