"""An open risk has no owner.

Everybody knows of it, and nobody watches it. When it happens, everybody believes that somebody else has already talked
to the customer.

Write the member of our team who watches it: owner: lin-yue.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.risks import open_risks
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open risk without an owner."""
    for path, risk in open_risks(subject):
        if risk.owner is None:
            yield Problem(
                (*path, "owner"),
                phrase("the risk “{text}” has no owner", text=risk.text),
                phrase("write under owner: the member of our team who watches it"),
            )


RISK = """\
risks:
  - id: new-buyer
    text: The buyer retires in autumn
    likelihood: 3
    impact: 4
    owner: lin-yue
    response: Meet the successor
    due: 2026-08-31
"""

RULE = PlanRule(
    name="risk-without-owner",
    level="warning",
    family="upkeep",
    methods=("E9",),
    documentation=__doc__,
    check=check,
    bad=Example(RISK.replace("    owner: lin-yue\n", "")),
    good=Example(RISK),
)
