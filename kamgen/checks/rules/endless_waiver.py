"""A waiver has no end.

It was meant for a while, and holds back every later finding of its rule as well: findings that nobody has agreed to
leave, long after the one who wrote it has gone.

Write the last day on which it holds: until: 2026-09-30. If it is still right then, a new date is quickly written.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import ChangeRule, Example, Problem, WaiverRule, WaiverSubject
from kamgen.wording.phrase import phrase


def check(subject: WaiverSubject) -> Iterator[Problem]:
    """Yield every waiver without an end that is of use; those of no use are for the other rules about waivers."""
    for index in subject.asked:
        waiver = subject.waivers[index]
        # Of a change nothing is left to be found once it is committed.
        is_of_use = index in subject.used or isinstance(subject.rules.get(waiver.rule), ChangeRule)
        if waiver.until is None and is_of_use:
            yield Problem(
                ("waivers", index, "until"),
                phrase("the waiver of {rule} has no end", rule=waiver.rule),
                phrase("write under until: the last day on which it holds"),
            )


WAIVED = """\
reviewed: {date: 2026-02-02, by: lin-yue}
waivers:
  - {rule: stale-plan, reason: Reorganisation of their buying, until: 2026-07-31}
"""

RULE = WaiverRule(
    name="endless-waiver",
    level="warning",
    family="upkeep",
    documentation=__doc__,
    check=check,
    bad=Example(WAIVED.replace(", until: 2026-07-31", "")),
    good=Example(WAIVED),
)
