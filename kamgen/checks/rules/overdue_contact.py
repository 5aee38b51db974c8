"""Somebody has not been met for longer than was agreed.

Trust fades without contact, and news of the customer reaches the rival first. Beyond the cadence the person no longer
counts as covered.

Meet them, then write the day under last:. If the person does not need to be met so often, agree on another cadence and
write it under every_days:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import called, found_people, last_met
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the last contact of everyone with an owner who was met too long ago; a review counts as a contact."""
    for path, person in found_people(subject):
        contact, met = person.contact, last_met(person, subject)
        if contact is None or contact.last is None or contact.every_days is None:
            continue
        if person.covered_by is None or met is None:
            continue
        since = (subject.as_of - met).days
        if since > contact.every_days:
            yield Problem(
                (*path, "contact", "last"),
                phrase(
                    "{name} not met for {since} days; agreed every {every}",
                    name=called(person),
                    since=since,
                    every=contact.every_days,
                ),
                phrase("meet them, then write the day here; or agree on another cadence"),
            )


PERSON = """\
power_map:
  people:
    - id: quality
      name: Karl Weiss
      role: technical
      covered_by: lin-yue
      contact: {{last: {last}, every_days: 30}}
"""

RULE = PlanRule(
    name="overdue-contact",
    level="warning",
    family="power-map",
    methods=("D1",),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(last="2026-04-12")),
    good=Example(PERSON.format(last="2026-06-02")),
)
