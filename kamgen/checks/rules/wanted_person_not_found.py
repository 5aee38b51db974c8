"""An opportunity is decided soon (by default within 90 days), and one of the people who decide it has not been found.
Where nobody else holds the person's role, the rule about that role reports it at any time.

What depends on somebody whom nobody has met is out of our hands.

Ask the coach, ask the reception, or read the minutes. Then write name:, and remove wanted: true.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.buying_roles import is_missing
from kamgen.checks.people import called, wanted_people
from kamgen.checks.pipeline import open_opportunities
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.power_map import Person
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 90, "Days before a decision in which everybody wanted for it should be found")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield everybody wanted for a decision that is near."""
    for path, person in wanted_people(subject):
        if person.role is not None and is_missing(subject, person.role):
            continue
        day, offer = _next_decision(subject, person) or (date.max, None)
        if offer is not None and (day - subject.as_of).days <= subject.number(DAYS):
            yield Problem(
                (*path, "wanted"),
                phrase(
                    "{person} is not found yet, and “{name}” is decided on {day}",
                    person=called(person),
                    name=offer.name,
                    day=day,
                ),
                phrase("ask who it is; then write name:, and remove wanted: true"),
            )


def _next_decision(subject: Subject, person: Person) -> tuple[date, Opportunity] | None:
    """Return what is decided next, and when, of the opportunities that name a person."""
    to_come = (
        (offer.close, offer)
        for _, offer in open_opportunities(subject)
        if person.id in offer.people and offer.close is not None and offer.close >= subject.as_of
    )
    return min(to_come, key=lambda decision: decision[0], default=None)


PLAN = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    close: 2026-07-31
    people: [purchasing, successor]
    next_step: {{text: Price model, owner: lin-yue, due: 2026-06-26}}
power_map:
  people:
    - {{id: purchasing, name: Jana Verhoeven, title: Head of purchasing, role: economic, support: 0}}
    - {{id: successor, {successor}, role: economic}}
"""

RULE = PlanRule(
    name="wanted-person-not-found",
    level="warning",
    family="power-map",
    methods=("D1", "D2"),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(successor="wanted: true, title: Successor of Jana Verhoeven")),
    good=Example(PLAN.format(successor="name: Karl Weiss, title: Successor of Jana Verhoeven, support: 0")),
)
