"""What rules about dated work have in common: what is still to be done, and how late it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.rule import Problem
from kamgen.plan.goals import WorkStatus
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.problems import Path


def is_open(status: WorkStatus) -> bool:
    """Tell whether work is still to be done: neither done nor dropped."""
    return status in ("todo", "doing")


def overdue(path: Path, what: str | LocalisedText, due: date | None, as_of: date, hint: Phrase) -> Iterator[Problem]:
    """Yield the problem of work that is still open after its day; the day itself is not late."""
    if due is not None and due < as_of:
        pattern = "“{what}” was due on {day}, {n} day ago|“{what}” was due on {day}, {n} days ago"
        yield Problem(path, phrase(pattern, what=what, day=due, n=(as_of - due).days), hint)
