"""A measure of a strategy has no owner.

A figure that nobody answers for is filled in just before the review, if at all. By then it is too late to try
something else with the customer.

Write the member of our team who follows the figure: owner: lin-yue.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import running_measures
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every running measure without an owner."""
    for path, measure in running_measures(subject):
        if measure.owner is None:
            yield Problem(
                (*path, "owner"),
                phrase("the measure “{text}” has no owner", text=measure.text),
                phrase("write under owner: the member of our team who follows it"),
            )


RULE = PlanRule(
    name="measure-without-owner",
    level="warning",
    family="goals",
    methods=("B5",),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace("target: 5, owner: lin-yue", "target: 5")),
    good=Example(SOUND_PLAN),
)
