"""All commitments of the joint plan are by the same side. Not reported once all are done, or the plan's year is over.

A joint plan is signed by both. What only we promise is a list of concessions, and what only the customer promises is a
wish; neither holds when it becomes inconvenient.

Agree on what the other side does in return, and add it under commitments: with by: customer or by: us.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import days_since_end, open_commitments
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the commitments as a whole where one side makes them all; what one side has already done counts for it."""
    still_open = [commitment.by for _, commitment in open_commitments(subject)]
    made = {commitment.by for commitment in subject.account.joint_plan.commitments if commitment.status != "dropped"}
    if not still_open or len(made) != 1 or days_since_end(subject):
        return
    if "us" in made:
        message = phrase("only our side has commitments in the joint plan")
        hint = phrase("agree on what the customer does in return, and add it under commitments: with by: customer")
    else:
        message = phrase("only the customer has commitments in the joint plan")
        hint = phrase("agree on what we do in return, and add it under commitments: with by: us")
    yield Problem(("joint_plan", "commitments"), message, hint)


OURS = """\
joint_plan:
  next_review: 2026-09-15
  commitments:
    - {id: fill-rate, by: us, text: 98% fill rate, owner: lin-yue, due: 2026-12-31}
"""

RULE = PlanRule(
    name="one-sided-commitments",
    level="warning",
    family="joint-plan",
    methods=("C1",),
    documentation=__doc__,
    check=check,
    bad=Example(OURS),
    good=Example(
        "power_map:\n  people: [{id: head-of-purchasing, name: Jana Verhoeven}]\n"
        + OURS
        + "    - {id: forecast, by: customer, text: Weekly forecast, owner: head-of-purchasing, due: 2026-07-31}\n"
    ),
)
