"""The plan was last reviewed too long ago, by default more than 90 days. Not reported at a lost account.

A plan that nobody reviews describes the customer of some months ago: people have moved, goals have passed, and whoever
relies on it is misled.

Go through the plan with the team, then write the date: reviewed: {date: …, by: …}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 90, "Days after which a plan is reviewed again", least=1)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of the last review where it is too long ago; a lost account is not planned for any more."""
    reviewed, limit = subject.account.reviewed, subject.number(DAYS)
    if reviewed is None or subject.account.status == "lost":
        return
    days = (subject.as_of - reviewed.date).days
    if days > limit:
        yield Problem(
            ("reviewed", "date"),
            phrase("the plan was last reviewed {days} days ago; the limit is {limit}", days=days, limit=limit),
            phrase("go through the plan with the team, then write the date under reviewed:"),
        )


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
