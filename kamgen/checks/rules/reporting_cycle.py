"""People report to each other in a circle.

The power map is drawn as a tree from reports_to. Where A reports to B and B to A, there is no top, and nobody knows
who decides. Remove reports_to from the person at the top; show sideways influence with influences.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.cycles import cycles
from kamgen.checks.rule import Problem, Subject
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import FindingLevel

NAME = "reporting-cycle"
LEVEL: FindingLevel = "error"


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
            phrase("remove reports_to from the one at the top"),
        )
