"""A waiver names a rule that is not there, or one that cannot be waived.

It holds nothing back, and looks as if it did. What breaks a rule about the form of a file cannot be read at all, so
such a rule cannot be waived.

Write the rule's name as the finding offers it, or remove the waiver and mend what the rule finds.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Problem, ReadingRule, Rule, WaiverRule, WaiverSubject
from kamgen.wording.phrase import phrase
from kamgen.workspace.model_problems import did_you_mean


def check(subject: WaiverSubject) -> Iterator[Problem]:
    """Yield every waiver that cannot hold anything back."""
    for index in subject.asked:
        name = subject.waivers[index].rule
        rule = subject.rules.get(name)
        if rule is None:
            known = [other.name for other in subject.rules.values() if _can_be_waived(other)]
            yield Problem(
                ("waivers", index, "rule"), phrase("{name} is not a rule", name=name), did_you_mean(name, known)
            )
        elif not _can_be_waived(rule):
            yield Problem(
                ("waivers", index, "rule"),
                phrase("{rule} cannot be waived", rule=name),
                phrase("remove this waiver, and mend what the rule finds"),
            )


def _can_be_waived(rule: Rule) -> bool:
    return not isinstance(rule, ReadingRule | WaiverRule)


RULE = WaiverRule(
    name="unknown-waiver",
    level="warning",
    family="upkeep",
    documentation=__doc__,
    check=check,
    bad=Example("waivers:\n  - {rule: stale-plans, reason: Reorganisation, until: 2026-07-31}\n"),
    good=Example(
        "reviewed: {date: 2026-02-02, by: lin-yue}\n"
        "waivers:\n  - {rule: stale-plan, reason: Reorganisation, until: 2026-07-31}\n"
    ),
)
