"""Somebody with an owner on our side has not been met for longer than the cadence agreed for them.

Trust fades without contact, and news of the customer reaches the rival first. Beyond the cadence the person no longer
counts as covered.

Meet them, then write the date under last:. If the person does not need to be met so often, agree on another cadence,
and write it under every_days:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import called, days_since_contact, found_people
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the last contact of everyone with an owner who was met too long ago."""
    for path, person in found_people(subject):
        every = person.contact.every_days if person.contact else None
        since = days_since_contact(person, subject)
        if since is not None and every is not None and since > every:
            yield Problem(
                (*path, "contact", "last"),
                phrase(
                    "{name} not met for {since} days; agreed every {every}",
                    name=called(person),
                    since=since,
                    every=every,
                ),
                phrase("meet them and write the date under last:, or agree on another cadence under every_days:"),
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
