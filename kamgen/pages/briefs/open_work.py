"""What is still to be done for an account, in the order in which it is due, as short briefs list it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kamgen.pages.account.terms import AccountTerms, Deadline
from kamgen.pages.extracts.work import Work, WorkKind, every_work

_BY_URGENCY: tuple[WorkKind, ...] = (
    "request",
    "commitment",
    "next-step",
    "milestone",
    "action",
    "risk",
    "review",
)
"""Of one day, what the customer waits for stands before what only we do."""


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A piece of open work: what kind it is, what is done, by whom and until when; empty for what the plan leaves open.

    ``owner_id`` and ``due_day`` are what ``owner`` and ``due`` say.
    """

    kind: WorkKind
    kind_words: str
    text: str
    owner: str
    owner_id: str | None
    due: Deadline | None
    due_day: date | None


def open_work(terms: AccountTerms) -> tuple[WorkRow, ...]:
    """Return all open work of our side by its day; work without a day comes last."""
    return tuple(_row(work, terms) for work in sorted(_still_open(terms), key=_order))


def _still_open(terms: AccountTerms) -> Iterator[Work]:
    return (work for work in every_work(terms.account, terms.context.as_of) if work.is_open)


def _order(work: Work) -> tuple[date, int, str]:
    return work.due or date.max, _BY_URGENCY.index(work.kind), work.anchor


def _row(work: Work, terms: AccountTerms) -> WorkRow:
    kind = terms.t.label("work_kind", work.kind)
    return WorkRow(
        kind=work.kind,
        kind_words=kind if work.text is not None else "",
        text=terms.of(work.text) or kind,
        owner=terms.context.member(work.owner),
        owner_id=work.owner,
        due=terms.deadline(work.due),
        due_day=work.due,
    )
