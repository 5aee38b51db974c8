"""A waiver holds nothing back.

What it excused has been mended, or was never there. Left in place, it would silently hold back the next finding of
that rule, which nobody has agreed to leave.

Remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import ChangeRule, Example, Problem, ReadingRule, WaiverRule, WaiverSubject
from kamgen.wording.phrase import phrase


def check(subject: WaiverSubject) -> Iterator[Problem]:
    """Yield every waiver of a rule that found nothing in this plan; others are for the other rules about waivers."""
    for index in subject.asked:
        waiver = subject.waivers[index]
        rule = subject.rules.get(waiver.rule)
        expired = waiver.until is not None and waiver.until < subject.as_of
        # Of a change nothing is left to be found once it is committed.
        never_used = isinstance(rule, ReadingRule | WaiverRule | ChangeRule)
        if index in subject.used or expired or rule is None or never_used:
            continue
        yield Problem(
            ("waivers", index, "rule"),
            phrase("the waiver of {rule} holds nothing back", rule=waiver.rule),
            phrase("remove this waiver"),
        )


RULE = WaiverRule(
    name="unused-waiver",
    level="warning",
    family="upkeep",
    documentation=__doc__,
    check=check,
    bad=Example(
        "reviewed: {date: 2026-06-01, by: lin-yue}\n"
        "waivers:\n  - {rule: stale-plan, reason: Reorganisation, until: 2026-07-31}\n"
    ),
    good=Example("reviewed: {date: 2026-06-01, by: lin-yue}\n"),
)
