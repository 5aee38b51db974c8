"""A big open risk has no response. By default, a risk is big from an exposure (likelihood times impact) of 12 out of
25.

It has been seen and rated, and nothing follows from it: when it happens, the customer finds us unprepared.

Write what we do about it, and by when: response: Meet the successor, due: 2026-08-31.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.risks import open_risks
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

EXPOSURE = Parameter(
    "exposure", 12, "Exposure (likelihood times impact) from which on a risk needs a response", least=1, most=25
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every big open risk without a response."""
    for path, risk in open_risks(subject):
        exposure = (risk.likelihood or 0) * (risk.impact or 0)
        if risk.response is None and exposure >= subject.number(EXPOSURE):
            yield Problem(
                (*path, "response"),
                phrase("the risk “{text}” ({exposure} of 25) has no response", text=risk.text, exposure=exposure),
                phrase("write under response: what we do about it, with owner: and due:"),
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
    name="risk-without-response",
    level="warning",
    family="upkeep",
    methods=("E9",),
    parameters=(EXPOSURE,),
    documentation=__doc__,
    check=check,
    bad=Example(RISK.replace("    response: Meet the successor\n", "")),
    good=Example(RISK),
)
