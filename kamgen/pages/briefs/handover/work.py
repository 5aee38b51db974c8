"""What a new owner takes over: open promises and work, and what of it falls into the first 90 days (E8, F2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kamgen.pages.account.terms import AccountTerms, Deadline
from kamgen.pages.briefs.handover.parties import Parties, after
from kamgen.pages.briefs.handover.past import more_on_the_page
from kamgen.pages.briefs.handover.people import Meeting
from kamgen.pages.briefs.handover.ratings import RatingGroup, RatingKind
from kamgen.pages.briefs.open_work import WorkRow, open_work
from kamgen.pages.extracts.work import WorkKind
from kamgen.scoring.forecast import existing_opportunities
from kamgen.wording.phrase import Phrase, phrase

MOST_WORK = 40
"""How much open work is listed."""
MOST_OF_A_KIND = 5
"""How many steps of a kind are named in a month; the sections behind have all of them."""

_DAYS = (30, 60, 90)
_TO_THE_CUSTOMER: tuple[WorkKind, ...] = ("request", "commitment")


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """Open work of one owner, by its day."""

    title: str
    rows: tuple[WorkRow, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """Open work that the new owner has to know; ``more`` says how much is not listed, ``all`` is all of it."""

    groups: tuple[WorkGroup, ...]
    more: str
    all: tuple[WorkRow, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Thirty days of a new owner: whom to meet, what to confirm, what is due, and what the customer decides."""

    title: str
    until: str
    meet: tuple[str, ...]
    confirm: tuple[str, ...]
    deliver: tuple[str, ...]
    decided: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the plan has nothing for these days."""
        return not (self.meet or self.confirm or self.deliver or self.decided)


def promises(terms: AccountTerms, parties: Parties) -> Promises:
    """Return what both owners and nobody have still to do, and what others have promised to the customer.

    Answers to risks stand with the risks.
    """
    t, name = terms.t, terms.context.member
    work = [row for row in open_work(terms) if row.kind not in ("risk", "review")]
    others = [
        row for row in work if row.kind in _TO_THE_CUSTOMER and row.owner_id not in (parties.giver, parties.taker, None)
    ]
    titled = [(t.text("With {name}, to be taken over", name=name(parties.giver)), _of(parties.giver, work))]
    if parties.taker not in (None, parties.giver):
        titled.append((t.text("Already with {name}", name=name(parties.taker)), _of(parties.taker, work)))
    titled.append((t.text("With nobody"), _of(None, work)))
    titled.append((t.text("Promised to the customer by others of the team"), others))
    groups, room = [], MOST_WORK
    for title, rows in titled:
        if rows and room > 0:
            groups.append(WorkGroup(title, tuple(rows[:room])))
            room -= len(rows)
    everything = tuple(row for _, rows in titled for row in rows)
    left_out = len(everything) - MOST_WORK
    return Promises(
        tuple(groups),
        more_on_the_page(left_out, terms),
        everything,
    )


def _of(owner: str | None, work: Iterable[WorkRow]) -> list[WorkRow]:
    return [row for row in work if row.owner_id == owner]


def first_days(
    terms: AccountTerms,
    parties: Parties,
    people: Sequence[Meeting],
    ratings: Sequence[RatingGroup],
    work: Sequence[WorkRow],
) -> tuple[Period, ...]:
    """Return the first 90 days of the new owner month by month, from what the plan says; without any, nothing.

    Whom to meet, what to confirm (people first), what is due, and what the customer decides.
    """
    t = terms.t
    ends = [after(parties.start, days) for days in _DAYS]
    starts = [date.min, *ends[:-1]]
    periods = tuple(
        Period(
            title=t.text("Days {first} to {last}", first=days - 29, last=days),
            until=t.text("until {day}", day=end),
            meet=_first([_meet(person, terms) for person in people if _month(person, ends) == month], terms),
            confirm=tuple(_confirm(group, terms) for group in ratings if _is_confirmed_in(month, group)),
            deliver=_first([_deliver(row, terms) for row in work if row.due_day and start < row.due_day <= end], terms),
            decided=_first(list(_decisions(terms, start, end)), terms),
        )
        for month, (days, start, end) in enumerate(zip(_DAYS, starts, ends, strict=True))
    )
    return () if all(period.is_empty for period in periods) else periods


def _month(person: Meeting, ends: Sequence[date]) -> int:
    """Return in which of the three months somebody is to be met: the others when their contact is due, or second."""
    if person.is_first or (person.next_due is not None and person.next_due <= ends[0]):
        return 0
    return 1


def _meet(person: Meeting, terms: AccountTerms) -> str:
    return terms.t.text("{name} ({title})", name=person.name, title=person.reasons[0])


_CONFIRMED_IN: dict[RatingKind, int] = {"people": 0, "chances": 0, "dimensions": 1, "judgement": 1, "needs": 2}
"""In which month each kind of rating is confirmed: chances at once, for the forecast rests on them."""

_CONFIRM: dict[RatingKind, Phrase] = {
    "people": phrase("how {n} person is rated|how {n} people are rated"),
    "chances": phrase("the chance of {n} opportunity|the chances of {n} opportunities"),
    "dimensions": phrase("{n} dimension of the relationship|{n} dimensions of the relationship"),
    "judgement": phrase("the owner's judgement of the account"),
    "needs": phrase("how far {n} need is met|how far {n} needs are met"),
}


def _is_confirmed_in(month: int, group: RatingGroup) -> bool:
    return group.open_count > 0 and _CONFIRMED_IN[group.kind] == month


def _confirm(group: RatingGroup, terms: AccountTerms) -> str:
    return terms.t.text(_CONFIRM[group.kind].pattern, n=group.open_count)


def _deliver(row: WorkRow, terms: AccountTerms) -> str:
    return _dated(row.text, row.due, terms)


def _decisions(terms: AccountTerms, start: date, end: date) -> Iterator[str]:
    account = terms.account
    for found in existing_opportunities(account.opportunities, terms.context.as_of):
        if found.status == "open" and found.close is not None and start < found.close <= end:
            yield _dated(terms.of(found.name), terms.deadline(found.close), terms)


def _dated(text: str, due: Deadline | None, terms: AccountTerms) -> str:
    """Return a text with its day, or with how late it is."""
    if due is None:
        return text
    return terms.t.text("{name} ({title})", name=text, title=due.note if due.state == "late" else due.text)


def _first(texts: Sequence[str], terms: AccountTerms) -> tuple[str, ...]:
    left_out = len(texts) - MOST_OF_A_KIND
    if left_out <= 0:
        return tuple(texts)
    return (*texts[:MOST_OF_A_KIND], terms.t.text("and {n} more", n=left_out))
