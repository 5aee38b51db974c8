"""An opportunity beyond the first stage is open, and the power map has no technical buyer. Reported once somebody on
the map has a role.

Technical buyers (quality, IT, legal) cannot say yes, but they can say no. Whoever is not met before the offer speaks
up after it.

Find out who can rule us out, and write role: technical there. If nobody knows who it is, write the gap down: {id:
quality, wanted: true, title: Quality lead, role: technical}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.buying_roles import missing_role
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the technical buyer where nobody found is one and something is open."""
    hint = phrase("find out who can rule us out, and write role: technical there")
    yield from missing_role(subject, "technical", hint)


PLAN = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    probability: 0.4
    amount: 38000
    close: 2026-10-30
    people: [purchasing]
    next_step: {text: Price model, owner: lin-yue, due: 2026-06-26}
power_map:
  people:
    - {id: purchasing, name: Jana Verhoeven, title: Head of purchasing, role: economic, support: 0}
"""
TECHNICAL = "    - {id: quality, name: Karl Weiss, title: Quality lead, role: technical, support: 0}\n"

RULE = PlanRule(
    name="missing-technical-buyer",
    level="warning",
    family="power-map",
    methods=("D1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN),
    good=Example(PLAN + TECHNICAL),
)
