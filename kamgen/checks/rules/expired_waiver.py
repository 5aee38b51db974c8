"""A waiver has run out.

A waiver says: we know, and we will mend it by then. The date has passed, so the finding that it held back is shown
again, and the promise behind it is due.

Mend what it held back and remove the waiver; or agree on a new date, and write it under until: with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Problem, WaiverRule, WaiverSubject
from kamgen.wording.phrase import phrase


def check(subject: WaiverSubject) -> Iterator[Problem]:
    """Yield every waiver whose last day has passed."""
    for index in subject.asked:
        waiver = subject.waivers[index]
        if waiver.until is not None and waiver.until < subject.as_of:
            yield Problem(
                ("waivers", index, "until"),
                phrase("the waiver of {rule} ended on {day}", rule=waiver.rule, day=waiver.until),
                phrase("mend what it held back and remove it, or agree on a new date under until:"),
            )


RULE = WaiverRule(
    name="expired-waiver",
    level="warning",
    family="upkeep",
    documentation=__doc__,
    check=check,
    bad=Example(
        "reviewed: {date: 2026-02-02, by: lin-yue}\n"
        "waivers:\n  - {rule: stale-plan, reason: Reorganisation until May, until: 2026-05-31}\n"
    ),
    good=Example(
        "reviewed: {date: 2026-02-02, by: lin-yue}\n"
        "waivers:\n  - {rule: stale-plan, reason: Reorganisation until July, until: 2026-07-31}\n"
    ),
)
