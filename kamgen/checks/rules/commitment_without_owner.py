"""An open commitment of the joint plan has no owner. For a commitment of the customer this is only reported once the
power map has people to name.

A promise by a company is a promise by nobody: there is no one to ask and no one who answers for it.

Agree on a name and write its id under owner:, a member of our team for what we promise, a person of the power map for
what the customer promises.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import open_commitments
from kamgen.checks.people import found_people
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open commitment without an owner, the customer's only where there is somebody to name."""
    knows_people = any(found_people(subject))
    for path, commitment in open_commitments(subject):
        if commitment.owner is not None:
            continue
        if commitment.by == "us":
            message = phrase("our commitment “{text}” has no owner", text=commitment.text)
            yield Problem((*path, "owner"), message, phrase("write under owner: the member of our team who keeps it"))
        elif knows_people:
            message = phrase("the customer's commitment “{text}” has no owner", text=commitment.text)
            yield Problem(
                (*path, "owner"),
                message,
                phrase("agree with the customer on a person, and write the id from the power map under owner:"),
            )


PLAN = """\
power_map:
  people: [{{id: head-of-purchasing, name: Jana Verhoeven}}]
joint_plan:
  next_review: 2026-09-15
  commitments:
    - {{id: forecast, by: customer, text: Forecast per store, owner: head-of-purchasing, due: 2026-07-31}}
    - {{id: fill-rate, by: us, text: 98% fill rate, due: 2026-12-31{owner}}}
"""

RULE = PlanRule(
    name="commitment-without-owner",
    level="warning",
    family="joint-plan",
    methods=("C1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(owner="")),
    good=Example(PLAN.format(owner=", owner: lin-yue")),
)
