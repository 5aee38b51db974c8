"""A step towards an outcome has no owner on one of the two sides.

A success plan is carried by both. Where one side has nobody, the step waits for a call that nobody makes. A side that
lacks an owner for the whole outcome is reported there.

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
        hint = phrase("write who takes the step here (owner) and there (customer_owner)")
        if lacks_ours and lacks_theirs:
            yield Problem(path, phrase("nobody answers for “{what}” on either side", what=milestone.text), hint)
        elif lacks_ours:
            said = phrase("nobody on our side answers for “{what}”", what=milestone.text)
            yield Problem((*path, "owner"), said, hint)
        elif lacks_theirs:
            said = phrase("nobody at the customer answers for “{what}”", what=milestone.text)
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
