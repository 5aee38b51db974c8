"""The support of somebody who decides (the economic buyer, or by default anybody from influence 4 on) is not rated.
Whoever has no owner on our side or was never met needs that first. Unless an opportunity is open, not reported at a
prospect, a dormant account or a group that buys nothing itself.

The largest votes are missing from the support index: it may look green and be anything.

Rate it with those who know the person: support: -2 (against us) to 2 (for us), and write what shows it under
evidence:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import INFLUENCE, called, decides, found_people, is_in_play, was_met
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield everyone who decides and is not rated, if they are known well enough to be."""
    if not is_in_play(subject):
        return
    for path, person in found_people(subject):
        is_influential = decides(person, subject.number(INFLUENCE))
        if person.support is not None or not (is_influential or person.role == "economic"):
            continue
        if is_influential and (person.covered_by is None or not was_met(person, subject)):
            continue
        yield Problem(
            (*path, "support"),
            phrase("{name} decides, and their support is not rated", name=called(person)),
            phrase("write support: from -2 (against us) to 2 (for us), and under evidence: what shows it"),
        )


PERSON = """\
power_map:
  people:
    - id: purchasing
      name: Jana Verhoeven
      role: economic
      influence: 5
{support}      covered_by: lin-yue
      contact: {{last: 2026-06-02, every_days: 60}}
"""

RULE = PlanRule(
    name="unrated-decider",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(INFLUENCE,),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(support="")),
    good=Example(PERSON.format(support="      support: 0\n")),
)
