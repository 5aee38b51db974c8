"""People report to each other in a circle.

The power map is drawn as a tree from reports_to:. Where A reports to B and B to A, there is no top, and nobody can see
who decides.

Remove reports_to: from the person at the top; show sideways influence under influences:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.cycles import cycles
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield one problem for each circle, at its first person."""
    people = subject.account.power_map.people
    superiors = {person.id: person.reports_to for person in people}
    places = {person.id: index for index, person in reversed(list(enumerate(people)))}
    for circle in cycles(superiors):
        first = min(circle, key=places.__getitem__)
        start = circle.index(first)
        ordered = (*circle[start:], *circle[:start], first)
        yield Problem(
            ("power_map", "people", places[first], "reports_to"),
            phrase("people report to each other in a circle: {circle}", circle=" → ".join(ordered)),
            phrase("remove reports_to: from the person at the top"),
        )


RULE = PlanRule(
    name="reporting-cycle",
    level="error",
    family="references",
    methods=("D1",),
    documentation=__doc__,
    check=check,
    bad=Example(
        "power_map:\n  people:\n    - {id: ceo, name: A. Sample, reports_to: buyer}\n"
        "    - {id: buyer, name: B. Sample, reports_to: ceo}\n"
    ),
    good=Example(
        "power_map:\n  people:\n    - {id: ceo, name: A. Sample}\n    - {id: buyer, name: B. Sample, reports_to: ceo}\n"
    ),
)
