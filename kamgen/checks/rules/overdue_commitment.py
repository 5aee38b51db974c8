"""A commitment of the joint plan, ours or the customer's, was due and is still open. Not reported once the plan's year
has been over for more than 60 days.

Our broken promise is the customer's best reason not to keep theirs. A promise of theirs that we do not ask for was
never worth anything.

Ours: keep it today, or tell the customer when. Theirs: ask for it. Then write status: done, or the new date that both
have agreed on under due:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import LONG_OVER, days_since_end, open_commitments
from kamgen.checks.open_work import overdue
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every open commitment that is past; a plan of a past year is found as a whole."""
    if days_since_end(subject) > LONG_OVER:
        return
    ours = phrase("keep our promise today and write status: done, or agree with the customer on a new date under due:")
    theirs = phrase("ask the customer for it, or agree with them on a new date under due:")
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
