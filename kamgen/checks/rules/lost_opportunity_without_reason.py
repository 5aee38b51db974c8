"""An opportunity was lost, and the plan does not say why. By default, what was decided more than 365 days ago is no
longer asked about.

The next offer makes the same mistake: too dear, too late, or without the people who decide. Only what is written down
can be counted over all accounts.

Ask the customer, who will tell you now that it is over, and write it: lost_reason: Depot nearby delivers next day.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

UNTIL = Parameter("until", 365, "Days after which a loss is no longer asked about", least=1)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every lost opportunity without a reason; at a lost account too, where it matters most."""
    limit = subject.number(UNTIL)
    for index, opportunity in enumerate(subject.account.opportunities):
        is_recent = opportunity.close is None or (subject.as_of - opportunity.close).days <= limit
        if opportunity.status == "lost" and opportunity.lost_reason is None and is_recent:
            yield Problem(
                ("opportunities", index, "lost_reason"),
                phrase("“{name}” was lost, and nothing says why", name=opportunity.name),
                phrase("ask the customer, now that it is over, and write what you hear under lost_reason:"),
            )


OPPORTUNITY = "opportunities:\n  - id: easter\n    name: Easter order\n    close: 2026-03-27\n    status: lost\n"

RULE = PlanRule(
    name="lost-opportunity-without-reason",
    level="warning",
    family="opportunities",
    methods=("D2", "E3"),
    parameters=(UNTIL,),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY),
    good=Example(OPPORTUNITY + "    lost_reason: Depot nearby delivers the next day\n"),
)
