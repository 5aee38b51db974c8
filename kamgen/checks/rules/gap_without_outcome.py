"""A dimension of the relationship is below where it should be, by default by 2 points of 5 or more, and no outcome of
the customer closes the gap.

A rating does not improve by being written down. It improves when the customer gets something out of us, and notices.

Agree on an outcome with the customer, and tie it to the dimension: closes: trust. If the dimension is good enough as
it is, lower wanted:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

POINTS = Parameter("points", 2, "Points between now and wanted from which on an outcome is needed", least=1, most=5)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield what is wanted in every dimension with a gap that no outcome, confirmed or not, closes."""
    plan = subject.account.success_plan
    if subject.account.status == "lost":
        return
    closed = {outcome.closes for outcome in plan.outcomes}
    for index, rated in enumerate(plan.assessment):
        if rated.now is None or rated.wanted is None or rated.dimension in closed:
            continue
        if rated.wanted - rated.now >= subject.number(POINTS):
            yield Problem(
                ("success_plan", "assessment", index, "wanted"),
                phrase(
                    "the dimension “{dimension}” stands at {now} instead of {wanted}, and no outcome closes the gap",
                    dimension=rated.dimension,
                    now=rated.now,
                    wanted=rated.wanted,
                ),
                phrase(
                    "agree on an outcome with the customer, and write closes: {dimension}", dimension=rated.dimension
                ),
            )


PLAN = """\
power_map:
  people: [{{id: quality, name: Karl Weiss, role: technical, support: 0}}]
success_plan:
  assessment: [{{dimension: trust, now: 2, wanted: 4, evidence: Two late deliveries in March}}]
  outcomes:
    - id: on-time
      text: Deliveries on the agreed day
{closes}      unit: "%"
      baseline: 88
      target: 97
      actual: 91
      due: 2026-12-31
      owner: lin-yue
      customer_owner: quality
"""

RULE = PlanRule(
    name="gap-without-outcome",
    level="warning",
    family="success-plan",
    methods=("C3",),
    parameters=(POINTS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(closes="")),
    good=Example(PLAN.format(closes="      closes: trust\n")),
)
