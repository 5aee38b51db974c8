"""Nobody on the power map is the economic buyer, who releases the money. Reported while an opportunity beyond the
first stage is open; and at an active account that buys, by default as soon as two people are on the power map.

An offer is made to a company and decided by one person. Whoever has never met the economic buyer learns of the
decision after it has been taken.

Find out who can say yes when everybody else says no, and write role: economic there. If nobody knows who it is, write
the gap down, so that somebody looks: {id: budget, wanted: true, title: Whoever holds the budget, role: economic}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.buying_roles import is_missing, missing_role, role_called
from kamgen.checks.people import found_people, is_in_play, wanted_people
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

PEOPLE = Parameter(
    "people", 2, "People on the power map from which on an active account should know its economic buyer", least=1
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the economic buyer where nobody found is one; without an open sale a wanted one is enough."""
    hint = phrase("find out who can say yes when everybody else says no, and write role: economic there")
    if is_missing(subject, "economic"):
        yield from missing_role(subject, "economic", hint)
        return
    if (
        subject.account.status != "active"
        or not is_in_play(subject)
        or subject.scores.relationship.roles["economic"] != "missing"
    ):
        return
    is_wanted = any(person.role == "economic" for _, person in wanted_people(subject))
    if not is_wanted and len(list(found_people(subject))) >= subject.number(PEOPLE):
        yield Problem(
            ("power_map", "people"),
            phrase("the power map has no {role}", role=role_called("economic")),
            hint,
        )


PEOPLE_FOUND = """\
power_map:
  people:
    - {id: buyer, name: Rosa Tran, title: Category manager}
    - {id: planner, name: Karl Weiss, title: Supply planner, role: user}
"""
ECONOMIC = "    - {id: purchasing, name: Jana Verhoeven, title: Head of purchasing, role: economic, support: 0}\n"

RULE = PlanRule(
    name="missing-economic-buyer",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(PEOPLE,),
    documentation=__doc__,
    check=check,
    bad=Example(PEOPLE_FOUND),
    good=Example(PEOPLE_FOUND + ECONOMIC),
)
