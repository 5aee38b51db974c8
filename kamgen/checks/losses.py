"""What rules about losses have in common: which of them are still asked about."""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Subject
from kamgen.plan.service import Loss
from kamgen.workspace.problems import Path


def recent_losses(subject: Subject, limit: int) -> Iterator[tuple[Path, Loss, int]]:
    """Yield the losses of at most so many days ago, with the way to each and how many days ago it was.

    A history taken over from elsewhere is left alone: after a year nobody remembers why.
    """
    for index, loss in enumerate(subject.account.service.losses):
        days = (subject.as_of - loss.date).days
        if 0 <= days <= limit:
            yield ("service", "losses", index), loss, days
