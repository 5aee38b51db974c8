"""An open opportunity beyond the first stage has no date on which it is decided. In the first stage nobody has to know
it yet.

A forecast without dates cannot be held against this year's target, and an offer that the customer need not answer by
any date is not answered.

Ask the customer when they decide, and write it: close: 2026-09-30.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import is_weighed, open_opportunities
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open opportunity beyond the first stage without a day of decision."""
    for path, opportunity in open_opportunities(subject):
        if opportunity.close is None and is_weighed(opportunity, subject.settings):
            yield Problem(
                (*path, "close"),
                phrase("“{name}” has no date on which it is decided", name=opportunity.name),
                phrase("ask the customer when they decide, and write the date under close:"),
            )


OPPORTUNITY = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    probability: 0.4
    amount: 38000
    next_step: {text: Price model, owner: lin-yue, due: 2026-06-26}
"""

RULE = PlanRule(
    name="opportunity-without-close-date",
    level="warning",
    family="opportunities",
    methods=("D3",),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY),
    good=Example(OPPORTUNITY + "    close: 2026-09-30\n"),
)
