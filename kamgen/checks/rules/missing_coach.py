"""An opportunity beyond the first stage is open, and nobody at the customer is our coach. Reported once somebody on
the power map has a role.

A coach wants us to win and says who decides, by what, and when. Without one, the plan rests on what the customer tells
every bidder.

Think of who trusts us, is believed there, and gains if we win; earn it, and write role: coach. Until then write the
gap down: {id: coach, wanted: true, title: Somebody in purchasing, role: coach}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.buying_roles import missing_role
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the coach where nobody found is one and something is open."""
    hint = phrase("find somebody at the customer who wants us to win and says how, and write role: coach there")
    yield from missing_role(subject, "coach", hint)


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
COACH = "    - {id: planner, name: Karl Weiss, title: Supply planner, role: coach, support: 1}\n"

RULE = PlanRule(
    name="missing-coach",
    level="warning",
    family="power-map",
    methods=("D1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN),
    good=Example(PLAN + COACH),
)
