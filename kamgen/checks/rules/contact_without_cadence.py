"""Somebody who decides (by default from influence 4 on) was last met too long ago (by default more than 90 days), and
no cadence is agreed for them. Not reported at a dormant account without an open opportunity.

Without a cadence nothing is ever late: the meeting that we did not miss is the one that the rival had. A person not
met for so long no longer counts as covered.

Meet them, and agree with their owner how often from now on: contact: {last: 2026-06-02, every_days: 60}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import INFLUENCE, called, days_since_contact, decides, found_people, is_asleep
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.scoring.relationship import DEFAULT_CADENCE_DAYS
from kamgen.wording.phrase import phrase

DAYS = Parameter(
    "days", DEFAULT_CADENCE_DAYS, "Days after which a contact is too long ago where no cadence is agreed", least=1
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield everyone with influence and an owner who was met too long ago and has no cadence."""
    if is_asleep(subject):
        return
    for path, person in found_people(subject):
        has_cadence = person.contact is not None and person.contact.every_days is not None
        since = days_since_contact(person, subject)
        if since is None or has_cadence or not decides(person, subject.number(INFLUENCE)):
            continue
        if since > subject.number(DAYS):
            yield Problem(
                (*path, "contact", "every_days"),
                phrase("{name} not met for {since} days, and no cadence is agreed", name=called(person), since=since),
                phrase("meet them, and write under every_days: how often from now on"),
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
