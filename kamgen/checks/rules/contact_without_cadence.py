"""Somebody with a say in decisions about us was last met long ago, and nobody has agreed how often to meet them.

Without a cadence nothing is ever late: the meeting that nobody missed is the one at which the rival was. After 90
days (days) such a person no longer counts as covered. It counts from influence 4 (influence) on.

Meet them, and agree with their owner how often from now on: contact: {last: 2026-06-02, every_days: 60}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import INFLUENCE, called, days_since_contact, decides, found_people
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.scoring.relationship import DEFAULT_CADENCE_DAYS
from kamgen.wording.phrase import phrase

DAYS = Parameter(
    "days", DEFAULT_CADENCE_DAYS, "Days after which a contact is too long ago where no cadence is agreed", least=1
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield everyone with influence and an owner who was met too long ago and has no cadence."""
    for path, person in found_people(subject):
        has_cadence = person.contact is not None and person.contact.every_days is not None
        since = days_since_contact(person, subject)
        if since is None or has_cadence or not decides(person, subject.number(INFLUENCE)):
            continue
        if since > subject.number(DAYS):
            yield Problem(
                (*path, "contact", "every_days"),
                phrase("{name} not met for {since} days, and no cadence is agreed", name=called(person), since=since),
                phrase("meet them, and write under every_days how often from now on"),
            )


PERSON = """\
power_map:
  people:
    - id: cfo
      name: Jana Verhoeven
      influence: 5
      support: 0
      covered_by: lin-yue
      contact: {{{contact}}}
"""

RULE = PlanRule(
    name="contact-without-cadence",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(INFLUENCE, DAYS),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(contact="last: 2026-01-20")),
    good=Example(PERSON.format(contact="last: 2026-06-02, every_days: 60")),
)
