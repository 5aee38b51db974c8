"""The joint plan has open commitments or initiatives, but no date for the next joint review. Not reported once the
plan's year is over.

Promises that nobody looks at again are forgotten, first by the other side. The date of the review is what makes both
sides work on them beforehand.

Agree on it with the customer, and write it: next_review: 2026-09-15.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import days_since_end, open_commitments, open_initiatives
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the missing day of the next review, as long as there is something to review and its year runs."""
    is_planned = subject.account.joint_plan.next_review is not None
    is_work = any(open_commitments(subject)) or any(open_initiatives(subject))
    if is_work and not is_planned and not days_since_end(subject):
        yield Problem(
            ("joint_plan", "next_review"),
            phrase("the joint plan has open work, and no date for the next joint review"),
            phrase("agree on it with the customer, and write it under next_review:"),
        )


PLAN = """\
joint_plan:
  year: 2026
  initiatives:
    - id: ski-season-stock
      text: Joint stock for the ski season
      benefit: {theirs: Fill rate above 99 percent}
      due: 2026-11-30
"""

RULE = PlanRule(
    name="joint-plan-without-review",
    level="warning",
    family="joint-plan",
    methods=("C1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN),
    good=Example(PLAN + "  next_review: 2026-09-15\n"),
)
