"""Somebody on the power map has no name and is not marked as wanted.

A title cannot be called. Without a name nobody can tell whether we know the person or only suppose that there must be
one, and the role counts as found all the same.

Write name:; or wanted: true as long as nobody knows who it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import called, found_people
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield everyone without a name who is not wanted."""
    for path, person in found_people(subject):
        if person.name is None:
            yield Problem(
                (*path, "name"),
                phrase("“{person}” has no name on the power map", person=called(person)),
                phrase("write name:, or wanted: true as long as nobody knows who it is"),
            )


PERSON = "power_map:\n  people: [{{id: quality, title: Quality lead, role: technical{more}}}]\n"

RULE = PlanRule(
    name="person-without-name",
    level="warning",
    family="power-map",
    methods=("D1",),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(more="")),
    good=Example(PERSON.format(more=", wanted: true")),
)
