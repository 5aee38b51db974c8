"""An open opportunity beyond the first stage has no amount. In the first stage nobody has to know it yet.

It is missing from the forecast: the target looks further away than it is, and nobody can say whether the work is worth
it.

Write your best estimate: amount: 38000. A rough figure that is corrected later is better than none.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import is_weighed, open_opportunities
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open opportunity beyond the first stage that only lacks an amount to count in the forecast."""
    for path, opportunity in open_opportunities(subject):
        if opportunity.amount is None and is_weighed(opportunity, subject.settings):
            yield Problem(
                (*path, "amount"),
                phrase("“{name}” has no amount, so it is missing from the forecast", name=opportunity.name),
                phrase("write your best estimate under amount:, even a rough one"),
            )


OPPORTUNITY = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    probability: 0.4
    close: 2026-09-30
    next_step: {text: Price model, owner: lin-yue, due: 2026-06-26}
"""

RULE = PlanRule(
    name="opportunity-without-amount",
    level="warning",
    family="opportunities",
    methods=("D3",),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY),
    good=Example(OPPORTUNITY + "    amount: 38000\n"),
)
