"""Somebody who decides (by default from influence 4 on) is rated for or against us, and all evidence for the rating is
assumed. Evidence without status: counts as assumed.

A plan that builds on what we assume is surprised by the decision, and the more influence the person has, the dearer
the surprise.

Ask them or the coach, and write what came of it with status: confirmed. If it was not so, change support:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import INFLUENCE, called, decides, found_people, support_called, support_evidence
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the last piece of evidence of every rating for or against us where all of it is assumed."""
    for path, person in found_people(subject):
        evidence = list(support_evidence(person))
        is_assumed = evidence and all(found.status == "assumed" for _, found in evidence)
        if person.support and is_assumed and decides(person, subject.number(INFLUENCE)):
            yield Problem(
                (*path, "evidence", evidence[-1][0], "status"),
                phrase(
                    "{name} is rated {support} on assumptions alone",
                    name=called(person),
                    support=support_called(person.support),
                ),
                phrase("ask them or the coach; then write status: confirmed, or change support:"),
            )


PERSON = """\
power_map:
  people:
    - id: cfo
      name: Jana Verhoeven
      influence: 5
      support: 1
      covered_by: lin-yue
      contact: {{last: 2026-06-02, every_days: 60}}
      evidence:
        - {{about: support, text: Likes our price model, date: 2026-06-02, status: {status}}}
"""

RULE = PlanRule(
    name="assumed-rating",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(INFLUENCE,),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(status="assumed")),
    good=Example(PERSON.format(status="confirmed")),
)
