"""An action has more hours with the customer than it has hours planned.

The hours with the customer are a part of the planned hours. Where the part is larger than the whole, the share of time
spent with customers is wrong for this account and for the whole portfolio.

Correct one of the two: hours: 24, with_customer: 12 means that half of 24 hours are spent with the customer.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the hours with the customer of every action that are more than all of its hours; none that was dropped."""
    for index, strategy in enumerate(subject.account.goals.strategies):
        for inner, action in enumerate(strategy.actions):
            if action.status == "dropped" or action.hours is None or action.with_customer is None:
                continue
            if action.with_customer > action.hours:
                yield Problem(
                    ("goals", "strategies", index, "actions", inner, "with_customer"),
                    phrase(
                        "the action “{text}” has {with_customer} hours with the customer, but only {hours} planned",
                        text=action.text,
                        with_customer=action.with_customer,
                        hours=action.hours,
                    ),
                    phrase("correct hours: or with_customer:, which is a part of it"),
                )


PLAN = """\
goals:
  goals: [{{id: revenue, text: Net purchases, unit: USD, target: 95000, due: 2026-12-31}}]
  strategies:
    - id: win-dairy
      serves: [revenue]
      kind: share
      text: Move dairy to a season contract
      measures: [{{id: dairy-share, text: Share of dairy spend, target: 35, due: 2026-12-31, owner: lin-yue}}]
      actions:
        - {{id: test, text: Three-store test, owner: lin-yue, due: 2026-06-30, hours: 12, with_customer: {hours}}}
"""

RULE = PlanRule(
    name="hours-out-of-proportion",
    level="error",
    family="references",
    methods=("F2",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(hours=24)),
    good=Example(PLAN.format(hours=8)),
)
