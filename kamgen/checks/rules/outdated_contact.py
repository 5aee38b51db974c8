"""Somebody attended a review that is later than their last contact on the power map. Only reported where contact: is
kept for the person.

The plan says two things: the review that we met, the power map that we did not. Coverage and cadence are reckoned from
the power map, so the account looks less looked after than it is.

Write the date of the review under contact: as last:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import called, found_people, is_outdated, last_meeting
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the last contact of everyone who attended a later review; only where contacts are kept at all."""
    for path, person in found_people(subject):
        meeting = last_meeting(person, subject)
        if meeting is not None and person.contact is not None and is_outdated(person.contact, meeting):
            yield Problem(
                (*path, "contact", "last"),
                phrase(
                    "{name} attended the review of {day}, but the power map does not say so",
                    name=called(person),
                    day=meeting,
                ),
                phrase("write the date of the review under contact: as last:"),
            )


PLAN = """\
power_map:
  people:
    - id: quality
      name: Karl Weiss
      covered_by: lin-yue
      contact: {{last: {last}, every_days: 30}}
reviews:
  - {{date: 2026-06-02, kind: joint, attendees: [lin-yue, quality]}}
"""

RULE = PlanRule(
    name="outdated-contact",
    level="warning",
    family="power-map",
    methods=("D1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(last="2026-05-20")),
    good=Example(PLAN.format(last="2026-06-02")),
)
