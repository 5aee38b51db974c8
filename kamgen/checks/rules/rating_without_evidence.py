"""Somebody who decides (by default from influence 4 on) is rated for or against us, and no evidence: says why. A
neutral rating claims nothing, and needs none. Not reported at a dormant account without an open opportunity.

Such a rating is a feeling, and often a wish. The support index and the health rest on it, and nobody who reads the
plan can judge it.

Write what was seen or heard: evidence: [{about: support, text: Asked us for a price model, date: 2026-06-02, status:
confirmed}]. If there is nothing to write, support: is 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import (
    INFLUENCE,
    called,
    decides,
    found_people,
    is_asleep,
    support_called,
    support_evidence,
)
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every rating for or against us that rests on nothing."""
    if is_asleep(subject):
        return
    for path, person in found_people(subject):
        if person.support and decides(person, subject.number(INFLUENCE)) and not any(support_evidence(person)):
            yield Problem(
                (*path, "support"),
                phrase(
                    "{name} is rated {support}, and nothing says why",
                    name=called(person),
                    support=support_called(person.support),
                ),
                phrase("write under evidence: what was seen or heard, with about: support"),
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
{evidence}"""
EVIDENCE = """\
      evidence:
        - {about: support, text: Asked us for a price model, date: 2026-06-02, status: confirmed}
"""

RULE = PlanRule(
    name="rating-without-evidence",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(INFLUENCE,),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(evidence="")),
    good=Example(PERSON.format(evidence=EVIDENCE)),
)
