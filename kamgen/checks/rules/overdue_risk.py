"""The response to a risk was due, and the risk is still open.

A risk has a date because afterwards it is too late: the successor is chosen, the contract has gone to somebody else.

Respond to it now; then write status: closed, or under due: when to look at it again.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.risks import open_risks
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every open risk that is past."""
    hint = phrase("respond to it; then write status: closed, or under due: when to look at it again")
    for path, risk in open_risks(subject):
        if risk.due is not None and risk.due < subject.as_of:
            pattern = (
                "the response to the risk “{text}” was due on {day}, {n} day ago|"
                "the response to the risk “{text}” was due on {day}, {n} days ago"
            )
            said = phrase(pattern, text=risk.text, day=risk.due, n=(subject.as_of - risk.due).days)
            yield Problem((*path, "due"), said, hint)


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
    name="overdue-risk",
    level="warning",
    family="upkeep",
    methods=("E9",),
    documentation=__doc__,
    check=check,
    bad=Example(RISK.replace("2026-08-31", "2026-05-31")),
    good=Example(RISK),
)
