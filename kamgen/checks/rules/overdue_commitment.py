"""A commitment of the joint plan should have been kept by now, by us or by the customer.

Our broken promise is the customer's best reason not to keep theirs. A promise of theirs that we do not ask for was
never worth anything.

Ours: keep it today, or tell the customer when. Theirs: ask for it. Then write status: done, or the new day that both
have agreed on.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import open_commitments
from kamgen.checks.open_work import overdue
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every open commitment that is past."""
    ours = phrase("keep our promise today, or tell the customer when and write that day")
    theirs = phrase("ask the customer for it, or agree on a new day")
    for path, commitment in open_commitments(subject):
        hint = ours if commitment.by == "us" else theirs
        yield from overdue((*path, "due"), commitment.text, commitment.due, subject.as_of, hint)


PLAN = """\
power_map:
  people: [{{id: head-of-purchasing, name: Jana Verhoeven}}]
joint_plan:
  next_review: 2026-09-15
  commitments:
    - {{id: fill-rate, by: us, text: 98% fill rate, owner: lin-yue, due: 2026-12-31, status: doing}}
    - {{id: forecast, by: customer, text: Forecast per store, owner: head-of-purchasing, due: {due}}}
"""

RULE = PlanRule(
    name="overdue-commitment",
    level="warning",
    family="joint-plan",
    methods=("C1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(due="2026-05-31")),
    good=Example(PLAN.format(due="2026-07-31")),
)
