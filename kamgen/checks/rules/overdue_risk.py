"""The answer to a risk should have been given by now.

A risk has a day because afterwards it is too late: the successor is chosen, the contract has gone to somebody else.

Give the answer now; then write status: closed, or the day by which you look at it again.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.open_work import overdue
from kamgen.checks.risks import open_risks
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every open risk that is past."""
    hint = phrase("give the answer; then write status: closed, or the day by which you look at it again")
    for path, risk in open_risks(subject):
        yield from overdue((*path, "due"), risk.text, risk.due, subject.as_of, hint)


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
