"""The date of the next joint review has passed. Not reported once the plan's year is over.

The review is where both sides report on what they have promised. If it slips silently, the customer learns that the
joint plan was a ceremony.

Hold it, add it under reviews:, and write the date of the one after it: next_review: 2026-09-15.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import days_since_end
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of the next review where it is past; the plan of a year that is over needs none."""
    review = subject.account.joint_plan.next_review
    if review is None or subject.account.status == "lost" or days_since_end(subject):
        return
    if review < subject.as_of:
        yield Problem(
            ("joint_plan", "next_review"),
            phrase(
                "the joint review was planned for {day}, {n} day ago|"
                "the joint review was planned for {day}, {n} days ago",
                day=review,
                n=(subject.as_of - review).days,
            ),
            phrase("hold it, and write the date of the one after it under next_review:"),
        )


RULE = PlanRule(
    name="past-review-date",
    level="warning",
    family="joint-plan",
    methods=("C1",),
    documentation=__doc__,
    check=check,
    bad=Example("joint_plan: {year: 2026, next_review: 2026-05-28}\n"),
    good=Example("joint_plan: {year: 2026, next_review: 2026-09-15}\n"),
)
