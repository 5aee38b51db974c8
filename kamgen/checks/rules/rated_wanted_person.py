"""Somebody is marked as not found yet, but rated or met as if they were.

Whoever is wanted does not count: neither the rating nor the contact goes into any score, and the role stays open. One
of the two is out of date.

If we know who it is, write name: and remove wanted: true. If not, remove support: and contact:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import called, support_called, wanted_people
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the support of everyone wanted, or their last contact; one problem for each."""
    hint = phrase("if we know who it is, write name: and remove wanted: true; if not, remove support: and contact:")
    for path, person in wanted_people(subject):
        if person.support is not None:
            said = support_called(person.support)
            yield Problem(
                (*path, "support"),
                phrase("{name} is not found yet, but rated {support}", name=called(person), support=said),
                hint,
            )
        elif person.contact is not None and person.contact.last is not None:
            yield Problem(
                (*path, "contact", "last"),
                phrase("{name} is not found yet, but was met on {day}", name=called(person), day=person.contact.last),
                hint,
            )


PERSON = "power_map:\n  people: [{{id: quality, {who}, title: Quality lead, role: technical, support: 1}}]\n"

RULE = PlanRule(
    name="rated-wanted-person",
    level="warning",
    family="power-map",
    methods=("D1",),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(who="wanted: true")),
    good=Example(PERSON.format(who="name: Karl Weiss")),
)
