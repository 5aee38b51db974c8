"""What rules about the customer's requests have in common: which of them wait for an answer."""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Subject
from kamgen.plan.service import Request
from kamgen.scoring.response import is_waiting
from kamgen.workspace.problems import Path


def open_requests(subject: Subject) -> Iterator[tuple[Path, Request]]:
    """Yield the requests that are not closed on the day, with the way to each; a lost account waits for none."""
    if subject.account.status == "lost":
        return
    for index, request in enumerate(subject.account.service.requests):
        if is_waiting(request, subject.as_of):
            yield ("service", "requests", index), request
