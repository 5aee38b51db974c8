"""A milestone of a customer outcome has no owner on one of the two sides. A side that has no owner for the whole
outcome is reported there.

A success plan is carried by both. Where one side has nobody, the milestone waits for a call that nobody makes.

Agree on who does it here and there: owner: lin-yue, customer_owner: quality-lead.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_outcomes import open_milestones
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open milestone that lacks an owner where the outcome has one; one problem for both sides."""
    for path, milestone, outcome in open_milestones(subject):
        lacks_ours = milestone.owner is None and outcome.owner is not None
        lacks_theirs = milestone.customer_owner is None and outcome.customer_owner is not None
        hint = phrase(
            "agree on who does it: one of our team under owner:, one of the customer's people under customer_owner:"
        )
        if lacks_ours and lacks_theirs:
            yield Problem(path, phrase("the milestone “{what}” has no owner on either side", what=milestone.text), hint)
        elif lacks_ours:
            said = phrase("the milestone “{what}” has no owner on our side", what=milestone.text)
            yield Problem((*path, "owner"), said, hint)
        elif lacks_theirs:
            said = phrase("the milestone “{what}” has no owner at the customer", what=milestone.text)
            yield Problem((*path, "customer_owner"), said, hint)


PLAN = """\
power_map:
  people: [{{id: quality, name: Karl Weiss, role: technical, support: 0}}]
success_plan:
  outcomes:
    - id: write-offs
      text: Dairy write-offs down by a third
      unit: "%"
      baseline: 6
      target: 4
      due: 2026-12-31
      owner: lin-yue
      customer_owner: quality
      milestones:
        - {{text: Three-store test agreed, due: {due}, owner: lin-yue{customer}, status: doing}}
"""

RULE = PlanRule(
    name="milestone-without-both-owners",
    level="warning",
    family="success-plan",
    methods=("C3",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(due="2026-06-26", customer="")),
    good=Example(PLAN.format(due="2026-06-26", customer=", customer_owner: quality")),
)
