"""An opportunity beyond the first stage is open, and the power map has no user buyer. Reported once somebody on the
map has a role.

Users live with what was bought. Those who were not asked make it fail, and the next order goes elsewhere.

Find out who will work with it every day, and write role: user there. If nobody knows who it is, write the gap down:
{id: shift-lead, wanted: true, title: Shift lead, role: user}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.buying_roles import missing_role
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the user buyer where nobody found is one and something is open."""
    hint = phrase("find out who works with it every day, and write role: user there")
    yield from missing_role(subject, "user", hint)


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
USER = "    - {id: shift-lead, name: Karl Weiss, title: Shift lead, role: user, support: 0}\n"

RULE = PlanRule(
    name="missing-user-buyer",
    level="warning",
    family="power-map",
    methods=("D1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN),
    good=Example(PLAN + USER),
)
