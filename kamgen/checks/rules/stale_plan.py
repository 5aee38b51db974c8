"""The plan was last reviewed too long ago, by default more than 90 days. As far as git knows, what it says has not
changed for as long either: another layout or new purchases are no change. Not reported at a lost account.

A plan that nobody looks after describes the customer of some months ago: people have moved, goals have passed, and
whoever relies on it is misled.

Go through the plan with the team, first through what nobody has touched for longest; then write the date:
reviewed: {date: …, by: …}.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kamgen.changes.freshness import PARTS, RECORDS, LastChange, PlanPart, filled_parts
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.values import LocalisedText
from kamgen.wording.keys import KEYS
from kamgen.wording.phrase import Phrase, phrase

DAYS = Parameter("days", 90, "Days after which a plan is reviewed again", least=1)
MOST_NAMED = 3
"""Parts that a sentence names."""
_HEAD = ("head of the plan", "计划开头")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the last sign of life where it is too long ago; a lost account is not planned for any more."""
    if subject.account.status == "lost":
        return
    limit, known = subject.number(DAYS), subject.freshness
    reviewed = None if subject.account.reviewed is None else subject.account.reviewed.date
    changed = None if known is None else known.last
    if changed is not None and changed.or_before and _days(subject, changed.day) <= limit:
        changed = None  # that day or long before: nobody knows
    signs = [day for day in (reviewed, None if changed is None else changed.day) if day is not None]
    if not signs or _days(subject, max(signs)) <= limit:
        return
    hint = _hint(_asleep(subject, changed, limit), subject)
    if reviewed is None and changed is not None:
        yield Problem(("reviewed",), _of_changes(changed, subject, limit), hint)
    elif reviewed is not None:
        yield Problem(("reviewed", "date"), _of_both(reviewed, changed, subject, limit), hint)


def _of_changes(changed: LastChange, subject: Subject, limit: int) -> Phrase:
    """Return what is known of a plan that was never reviewed."""
    ago = _days(subject, changed.day)
    if changed.or_before:
        return phrase(
            "the plan was never reviewed, and has not changed for {changed} days or more; the limit is {limit}",
            changed=ago,
            limit=limit,
        )
    return phrase(
        "the plan was never reviewed, and last changed {changed} days ago ({where}); the limit is {limit}",
        changed=ago,
        where=_names(_changed_on(changed.day, subject)),
        limit=limit,
    )


def _of_both(reviewed: date, changed: LastChange | None, subject: Subject, limit: int) -> Phrase:
    """Return when a plan was last gone through and, if that is known, when it changed."""
    days = _days(subject, reviewed)
    if changed is None:
        return phrase("the plan was last reviewed {days} days ago; the limit is {limit}", days=days, limit=limit)
    ago = _days(subject, changed.day)
    if changed.or_before:
        return phrase(
            "the plan was last reviewed {days} days ago, and has not changed for {changed} days or more; "
            "the limit is {limit}",
            days=days,
            changed=ago,
            limit=limit,
        )
    return phrase(
        "the plan was last reviewed {days} days ago, and last changed {changed} days ago ({where}); "
        "the limit is {limit}",
        days=days,
        changed=ago,
        where=_names(_changed_on(changed.day, subject)),
        limit=limit,
    )


def _hint(asleep: Sequence[PlanPart], subject: Subject) -> Phrase:
    if not asleep or subject.freshness is None:
        return phrase("go through the plan with the team, then write the date under reviewed:")
    least = min(_days(subject, subject.freshness.changes[part].day) for part in asleep)
    return phrase(
        "go through the plan with the team, first through what nobody has touched for {days} days and more ({parts}); "
        "then write the date under reviewed:",
        days=least,
        parts=_names(asleep),
    )


def _asleep(subject: Subject, changed: LastChange | None, limit: int) -> list[PlanPart]:
    """Return the parts that were left alone while others were kept up for as long as the limit, the oldest first."""
    if changed is None or subject.freshness is None:
        return []
    changes, filled = subject.freshness.changes, filled_parts(subject.account) - {RECORDS}
    old = [part for part in PARTS if part in filled and (changed.day - changes[part].day).days >= limit]
    return sorted(old, key=lambda part: changes[part].day)[:MOST_NAMED]


def _changed_on(day: date, subject: Subject) -> list[PlanPart]:
    """Return the parts that changed on a day: those that say anything, else those that no longer do."""
    changes = {} if subject.freshness is None else subject.freshness.changes
    found = [part for part in PARTS if part != RECORDS and part in changes and changes[part].day == day]
    filled = filled_parts(subject.account)
    return [part for part in found if part in filled] or found


def _names(parts: Sequence[PlanPart]) -> LocalisedText:
    """Return what parts of a plan are called, a few of them."""
    english, chinese = zip(*(_HEAD if part == "head" else KEYS[part][:2] for part in parts[:MOST_NAMED]), strict=True)
    more = len(parts) > MOST_NAMED
    return LocalisedText(en=", ".join((*english, "…")[: len(english) + more]), zh="、".join(chinese) + "等" * more)


def _days(subject: Subject, day: date) -> int:
    return (subject.as_of - day).days


RULE = PlanRule(
    name="stale-plan",
    level="warning",
    family="upkeep",
    methods=("F6",),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example("reviewed: {date: 2026-02-02, by: lin-yue}\n"),
    good=Example("reviewed: {date: 2026-05-20, by: lin-yue}\n"),
)
