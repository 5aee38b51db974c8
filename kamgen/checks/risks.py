"""What rules about risks have in common: which of them are open."""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Subject
from kamgen.plan.reviews import Risk
from kamgen.workspace.problems import Path


def open_risks(subject: Subject) -> Iterator[tuple[Path, Risk]]:
    """Yield what may still go wrong, with the way to it; at a lost account it has."""
    if subject.account.status == "lost":
        return
    for index, risk in enumerate(subject.account.risks):
        if risk.status == "open":
            yield ("risks", index), risk
